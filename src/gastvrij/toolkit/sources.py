"""The sources of a part, as they are read."""

from dataclasses import dataclass
from gastvrij.spelling.dates import day_in_words
from gastvrij.values.checks import is_web_address
from gastvrij.values.refusal import Refused
from typing import Any


@dataclass(frozen=True)
class SourceRow:
    """A source of a part, with the day on which it was looked at, in words.

    ``url`` can be followed; ``address`` is one that cannot, and is only read.
    """

    title: str
    url: str | None
    address: str | None
    checked_on: str | None


def source_rows(part: Any, language: str) -> list[SourceRow]:
    """Return where the facts of a part or addendum come from."""
    return [_source_row(source, language) for source in part.sources or []]


def _source_row(source: dict[str, Any], language: str) -> SourceRow:
    address = source["url"]
    leads = bool(address) and _can_be_followed(address)
    return SourceRow(
        title=source["title"],
        url=address if leads else None,
        address=None if leads else address,
        checked_on=day_in_words(source["checked_on"], language),
    )


def _can_be_followed(address: str) -> bool:
    try:
        return is_web_address(address)
    except Refused:
        return False
