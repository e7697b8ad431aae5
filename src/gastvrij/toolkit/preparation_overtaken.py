"""What changed meanwhile in the edition in force, for who prepares the next."""

from dataclasses import dataclass
from gastvrij.spelling.dates import day_in_words
from gastvrij.toolkit.edition import ToolkitEdition
from gastvrij.toolkit.outline import Entry
from gastvrij.toolkit.overtaken import Overtaken
from gastvrij.toolkit.overtaken import overtaken


@dataclass(frozen=True)
class OvertakenRow:
    """A part that changed since, its copy in this edition, and the day in words."""

    uid: str
    label: str
    url: str
    copy: Entry | None
    day: str


def overtaken_rows(edition: ToolkitEdition, language: str) -> list[OvertakenRow]:
    """Return the parts that changed since an edition was started."""
    return [_row(each, language) for each in overtaken(edition)]


def _row(found: Overtaken, language: str) -> OvertakenRow:
    part, day = found.part, day_in_words(found.day, language) or ""
    return OvertakenRow(part.uid, part.label, part.url, found.copy, day)
