"""Files that a reader may take along."""

from dataclasses import dataclass
from gastvrij.spelling.sizes import size_in_words
from typing import Any
from urllib.parse import quote


@dataclass(frozen=True)
class FileLink:
    """Where a PDF is downloaded, and how large it is, in words."""

    url: str
    size: str


def file_link(content: Any, name: str, language: str) -> FileLink | None:
    """Return the way to the file in a field; nothing when the field is empty."""
    file = getattr(content, name)
    if file is None:
        return None
    filename = quote(file.filename or f"{content.getId()}.pdf")
    return FileLink(
        url=f"{content.absolute_url()}/@@download/{name}/{filename}",
        size=size_in_words(file.getSize(), language),
    )
