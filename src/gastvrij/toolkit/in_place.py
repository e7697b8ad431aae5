"""Addenda as they stand in the page of their part."""

from dataclasses import dataclass
from datetime import date
from gastvrij.spelling.dates import day_in_words
from gastvrij.toolkit.check_words import LOOK
from gastvrij.toolkit.checks import FRESH
from gastvrij.toolkit.checks import OVERDUE
from gastvrij.toolkit.checks import overdue_since
from gastvrij.toolkit.edition import ToolkitEdition
from gastvrij.toolkit.files import file_link
from gastvrij.toolkit.files import FileLink
from gastvrij.toolkit.flag_words import ASK
from gastvrij.toolkit.headings import Ask
from gastvrij.toolkit.headings import with_anchors
from gastvrij.toolkit.outline import Entry
from gastvrij.toolkit.rows import unfinished
from gastvrij.toolkit.sources import source_rows
from gastvrij.toolkit.sources import SourceRow
from gastvrij.values.html import safe_html
from zope.i18n import translate
from zope.i18nmessageid import Message


@dataclass(frozen=True)
class AddendumInPlace:
    """An addendum in the page of its part; ``url`` leads to a page of its own.

    ``id`` is where the page is jumped to; ``date`` and ``checked_on`` are days in
    words; ``state`` why visitors do not see it; ``overdue`` the day of the last check
    in words, when that was too long ago.
    """

    id: str
    title: str
    url: str
    date: str | None
    checked_on: str | None
    overdue: str | None
    state: Message | None
    html: str
    file: FileLink | None
    sources: list[SourceRow]

    @property
    def check_css(self) -> str:
        """How the day of the check looks; one that is overdue asks attention."""
        return LOOK[OVERDUE if self.overdue else FRESH]


def id_in_place(addendum: Entry) -> str:
    """Return the id of an addendum in the page of its part."""
    return f"aanvulling-{addendum.id}"


def in_place(
    addendum: Entry,
    edition: ToolkitEdition,
    language: str,
    today: date | None = None,
) -> AddendumInPlace:
    """Return an addendum with all that is read of it in the page of its part.

    Without ``today`` nothing is overdue, and no heading asks whether it is right.
    """
    words = translate(ASK, target_language=language)
    ask = Ask(words, f"{addendum.url}/flag") if today else None
    content = edition[addendum.id]
    id_ = id_in_place(addendum)
    return AddendumInPlace(
        id=id_,
        title=addendum.title,
        url=addendum.url,
        date=day_in_words(content.date, language),
        checked_on=day_in_words(content.checked_on, language),
        overdue=day_in_words(today and overdue_since(content, today), language),
        state=unfinished(addendum.state),
        html=with_anchors(safe_html(content, "text"), inside=id_, ask=ask).html,
        file=file_link(content, "file", language),
        sources=source_rows(content, language),
    )
