"""A spreadsheet as the answer to a request: a file to keep, and kept nowhere else."""

from gastvrij.links.headers import keep_to_yourself
from typing import Any


def as_file(response: Any, name: str, data: bytes) -> bytes:
    """Return a file with the headers that make a browser keep it under its name."""
    keep_to_yourself(response)
    response.setHeader("Content-Type", "text/csv; charset=utf-8")
    response.setHeader("X-Content-Type-Options", "nosniff")
    response.setHeader("Content-Disposition", f'attachment; filename="{name}"')
    return data
