"""Bare waitress with one thread. Usage: serve_bytes.py PORT FILE."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from waitress import serve

import sys


def main(port: str, file: str) -> None:
    """Answer every request with the bytes of the file."""
    body = Path(file).read_bytes()
    headers = [
        ("Content-Type", "application/geo+json"),
        ("Content-Length", str(len(body))),
    ]

    def answer(environ: dict[str, Any], start_response: Callable) -> list[bytes]:
        start_response("200 OK", headers)
        return [body]

    serve(answer, host="127.0.0.1", port=int(port), threads=1)


if __name__ == "__main__":
    main(*sys.argv[1:])
