"""Rich text as a page may show it."""

from typing import Any


def safe_html(content: Any, name: str) -> str:
    """Return the rich text in a field of some content, made safe; empty without one."""
    value = getattr(content, name)
    return (value.output_relative_to(content) or "") if value else ""
