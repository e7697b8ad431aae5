"""What becomes of the boxed examples in an edition in preparation, for its editors."""

from dataclasses import dataclass
from gastvrij import _
from gastvrij.toolkit.contents import contents
from gastvrij.toolkit.edition import ToolkitEdition
from gastvrij.toolkit.example_decisions import boxed_before
from gastvrij.toolkit.examples import Example
from gastvrij.toolkit.examples import told
from gastvrij.toolkit.outline import Entry
from typing import Any
from zope.i18nmessageid import Message


GOES_ALONG = _("example_goes_along", default="Goes along, unless you decide otherwise")
STANDS = _("example_stands_here", default="Stands in this edition")
REFUSED = _("example_not_here", default="Not in this edition")
PART_GONE = _("example_part_gone", default="Its part is not in this edition")


@dataclass(frozen=True)
class BoxedRow:
    """An example of the previous edition, and what becomes of it in this one."""

    example: Example
    part: Entry | None
    outcome: Message

    @property
    def url(self) -> str:
        """Where an editor decides; empty without a part."""
        if self.part is None:
            return ""
        return f"{self.part.url}/examples#example-{self.example.id}"

    @property
    def is_decided(self) -> bool:
        """Whether an editor decided."""
        return self.outcome in (STANDS, REFUSED)


def boxed_rows(site: Any, edition: ToolkitEdition) -> list[BoxedRow]:
    """Return the examples that readers see in the edition before this one."""
    examples = told(boxed_before(site, edition))
    if not examples:
        return []
    parts = {
        entry.thread: entry
        for part in contents(edition).parts()
        for entry in (part, *part.addenda)
    }
    uid = edition.UID()
    return [_row(each, parts.get(each.thread), uid) for each in examples]


def _row(example: Example, part: Entry | None, edition: str) -> BoxedRow:
    if part is None:
        return BoxedRow(example, part, PART_GONE)
    if edition in example.editions:
        return BoxedRow(example, part, STANDS)
    refused = edition in example.without
    return BoxedRow(example, part, REFUSED if refused else GOES_ALONG)
