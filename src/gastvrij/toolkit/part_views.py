"""The pages that are read: a part, and an addendum."""

from functools import cached_property
from gastvrij import _
from gastvrij.spelling.dates import day_in_words
from gastvrij.spelling.dates import today_in_belgium
from gastvrij.toolkit.check_words import LOOK
from gastvrij.toolkit.checklist import with_checklists
from gastvrij.toolkit.checks import FRESH
from gastvrij.toolkit.checks import OVERDUE
from gastvrij.toolkit.checks import overdue_since
from gastvrij.toolkit.contents import CURRENT
from gastvrij.toolkit.contents import same_part
from gastvrij.toolkit.editors import KEEP
from gastvrij.toolkit.examples import Example
from gastvrij.toolkit.examples import shown
from gastvrij.toolkit.files import file_link
from gastvrij.toolkit.files import FileLink
from gastvrij.toolkit.flag_words import ASK
from gastvrij.toolkit.headings import AnchoredText
from gastvrij.toolkit.headings import Ask
from gastvrij.toolkit.headings import with_anchors
from gastvrij.toolkit.in_place import AddendumInPlace
from gastvrij.toolkit.in_place import id_in_place
from gastvrij.toolkit.in_place import in_place
from gastvrij.toolkit.offer_example import may_offer_example
from gastvrij.toolkit.outline import Entry
from gastvrij.toolkit.reading import Newer
from gastvrij.toolkit.reading import ReadingView
from gastvrij.toolkit.sources import source_rows
from gastvrij.toolkit.sources import SourceRow
from gastvrij.toolkit.wording import minutes_to_read
from gastvrij.values.html import safe_html
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18n import translate
from zope.i18nmessageid import Message


class ChecksView(ReadingView):
    """What a part and an addendum show alike: when they were checked, text or file."""

    @property
    def checked_on(self) -> str | None:
        """The day on which somebody found this right, in words."""
        return day_in_words(self.context.checked_on, self.language)

    @property
    def overdue(self) -> str | None:
        """The day of the last check in words, when that was too long ago.

        In another edition than the current one nothing is checked.
        """
        if self.edition_state != CURRENT:
            return None
        day = overdue_since(self.context, today_in_belgium())
        return day_in_words(day, self.language)

    examples_in_place = ViewPageTemplateFile("templates/examples_in_place.pt")

    @cached_property
    def examples(self) -> list[Example]:
        """What groups did in practice, as an editor accepted it."""
        return shown(api.portal.get(), self.context)

    @property
    def may_offer(self) -> bool:
        """Whether whoever reads this can offer an example."""
        return self.edition_state == CURRENT and may_offer_example()

    @property
    def check_css(self) -> str:
        """How the day of the check looks; one that is overdue asks attention."""
        return LOOK[OVERDUE if self.overdue else FRESH]

    @property
    def ask(self) -> Ask | None:
        """The link at each heading by which a reader says that it may not be right."""
        if self.edition_state != CURRENT:
            return None
        words = translate(ASK, target_language=self.language)
        return Ask(words, f"{self.context.absolute_url()}/flag")

    @cached_property
    def text(self) -> AnchoredText:
        """The text, with headings that can be linked to and doubted."""
        return with_anchors(safe_html(self.context, "text"), ask=self.ask)

    @property
    def flag_url(self) -> str:
        """Where a text without headings is doubted; empty when each has its link."""
        is_asked = self.ask is None or self.text.headings
        return "" if is_asked else f"{self.context.absolute_url()}/flag"

    @property
    def may_keep(self) -> bool:
        """Whether whoever reads this looks after it."""
        may_keep = api.user.has_permission(KEEP, obj=self.context)
        return bool(may_keep) and not self.is_previous

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
        return source_rows(self.context, self.language)


class PartView(ChecksView):
    """A part: the page that a volunteer reads."""

    addenda_in_place = ViewPageTemplateFile("templates/addenda_in_place.pt")

    @cached_property
    def addenda(self) -> list[AddendumInPlace]:
        """What supplements this part; the few addenda of one part are woken."""
        is_current = self.edition_state == CURRENT
        today = today_in_belgium() if is_current else None
        return [
            in_place(entry, self.edition, self.language, today)
            for entry in self._addenda
        ]

    @cached_property
    def text(self) -> AnchoredText:
        """The text, which leaves their ids to the addenda below it."""
        html = safe_html(self.context, "text")
        if self.context.checklist:
            html = self._ticked(html)
        places = frozenset(map(id_in_place, self._addenda))
        return with_anchors(html, places, ask=self.ask)

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
