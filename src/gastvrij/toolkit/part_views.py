"""The pages that are read: a part, and an addendum."""

from dataclasses import dataclass
from functools import cached_property
from gastvrij import _
from gastvrij.spelling.dates import day_in_words
from gastvrij.toolkit.checklist import with_checklists
from gastvrij.toolkit.contents import same_part
from gastvrij.toolkit.files import file_link
from gastvrij.toolkit.files import FileLink
from gastvrij.toolkit.headings import AnchoredText
from gastvrij.toolkit.headings import with_anchors
from gastvrij.toolkit.in_place import AddendumInPlace
from gastvrij.toolkit.in_place import id_in_place
from gastvrij.toolkit.in_place import in_place
from gastvrij.toolkit.outline import Entry
from gastvrij.toolkit.reading import Newer
from gastvrij.toolkit.reading import ReadingView
from gastvrij.toolkit.wording import minutes_to_read
from gastvrij.values.checks import is_web_address
from gastvrij.values.html import safe_html
from gastvrij.values.refusal import Refused
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from zope.i18n import translate
from zope.i18nmessageid import Message


@dataclass(frozen=True)
class SourceRow:
    """A source of a part, with the day on which it was looked at, in words.

    ``url`` can be followed; ``address`` is one that cannot, and is only read.
    """

    title: str
    url: str | None
    address: str | None
    checked_on: str | None


class ChecksView(ReadingView):
    """What a part and an addendum show alike: when they were checked, text or file."""

    @property
    def checked_on(self) -> str | None:
        """The day on which somebody found this right, in words."""
        return day_in_words(self.context.checked_on, self.language)

    @property
    def minutes(self) -> int | None:
        """How many minutes it takes to read the text."""
        return minutes_to_read(self.text.words) if self.text.words else None

    @property
    def file(self) -> FileLink | None:
        """The PDF."""
        return file_link(self.context, "file", self.language)

    @property
    def sources(self) -> list[SourceRow]:
        """Where the facts come from."""
        return [
            _source_row(source, self.language) for source in self.context.sources or []
        ]


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


class PartView(ChecksView):
    """A part: the page that a volunteer reads."""

    addenda_in_place = ViewPageTemplateFile("templates/addenda_in_place.pt")

    @cached_property
    def addenda(self) -> list[AddendumInPlace]:
        """What supplements this part; the few addenda of one part are woken."""
        return [in_place(entry, self.edition, self.language) for entry in self._addenda]

    @cached_property
    def text(self) -> AnchoredText:
        """The text, which leaves their ids to the addenda below it."""
        html = safe_html(self.context, "text")
        if self.context.checklist:
            html = self._ticked(html)
        return with_anchors(html, frozenset(map(id_in_place, self._addenda)))

    def _ticked(self, html: str) -> str:
        keeps = _(
            "checklist_keeps",
            default="Tick what is done. Your ticks stay on this device only.",
        )
        clear = _("button_clear_ticks", default="Clear the ticks")
        words = (translate(each, context=self.request) for each in (keeps, clear))
        return with_checklists(html, self.context.lineage or self.uid, *words)

    @property
    def _addenda(self) -> tuple[Entry, ...]:
        return self.here.addenda if self.here else ()

    @property
    def unfinished(self) -> Message | None:
        """Why visitors do not see this part, in words: for itself, or its chapter."""
        own = super().unfinished
        if own or (self.here and self.here.number):
            return own
        return _("part_in_unpublished_chapter", default="The chapter is not published")

    @cached_property
    def newer(self) -> Newer | None:
        """The same part in the current edition, else that edition itself."""
        if not self.is_previous:
            return None
        part = same_part(self.context.lineage, self.library)
        return Newer(part.label, part.url) if part else super().newer


class AddendumView(ChecksView):
    """An addendum, with the part to which it belongs."""

    @cached_property
    def part(self) -> Entry | None:
        """The part that this supplements, as the contents of the edition have it."""
        relation = self.context.supplements
        section = relation.to_object if relation else None
        return self.outline.entry(section.UID()) if section is not None else None

    @property
    def date(self) -> str | None:
        """The day of the addendum, in words."""
        return day_in_words(self.context.date, self.language)

    @cached_property
    def newer(self) -> Newer | None:
        """The part of the current edition in which this may have been taken up."""
        if not self.is_previous:
            return None
        part = same_part(self.part.lineage if self.part else None, self.library)
        return Newer(part.label, part.url) if part else super().newer
