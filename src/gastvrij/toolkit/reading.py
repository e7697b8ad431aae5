"""What every page of the toolkit below the library has in common."""

from Acquisition import aq_inner
from Acquisition import aq_parent
from dataclasses import dataclass
from functools import cached_property
from gastvrij import _
from gastvrij.toolkit.contents import contents
from gastvrij.toolkit.contents import CURRENT
from gastvrij.toolkit.contents import current_edition
from gastvrij.toolkit.contents import IN_PREPARATION
from gastvrij.toolkit.contents import PREVIOUS
from gastvrij.toolkit.contents import WITHDRAWN
from gastvrij.toolkit.drawn import drawn
from gastvrij.toolkit.edition import edition_of
from gastvrij.toolkit.edition import ToolkitEdition
from gastvrij.toolkit.headings import AnchoredText
from gastvrij.toolkit.headings import with_anchors
from gastvrij.toolkit.library import ToolkitLibrary
from gastvrij.toolkit.outline import Entry
from gastvrij.toolkit.outline import Neighbours
from gastvrij.toolkit.outline import Outline
from gastvrij.toolkit.rows import contents_lines
from gastvrij.toolkit.rows import ContentsLine
from gastvrij.toolkit.rows import unfinished
from gastvrij.toolkit.search_box import SearchBox
from gastvrij.values.html import safe_html
from plone import api
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18nmessageid import Message


@dataclass(frozen=True)
class Status:
    """The word for a state, and how it looks."""

    word: Message
    css: str


EDITION_STATUS = {
    IN_PREPARATION: Status(
        _("edition_in_preparation", default="In preparation"),
        "gv-status gv-status--wait",
    ),
    CURRENT: Status(
        _("edition_current", default="Current edition"),
        "gv-status gv-status--good",
    ),
    PREVIOUS: Status(
        _("edition_previous", default="Previous edition"),
        "gv-status gv-status--quiet",
    ),
    WITHDRAWN: Status(
        _("edition_withdrawn", default="No longer available"),
        "gv-status gv-status--quiet",
    ),
}


@dataclass(frozen=True)
class Newer:
    """What in the current edition takes the place of what one is reading."""

    title: str
    url: str


class ReadingView(SearchBox, BrowserView):
    """A page in an edition: where it stands, and what an editor must know of it."""

    parts_list = ViewPageTemplateFile("templates/parts_list.pt")
    notices = ViewPageTemplateFile("templates/notices.pt")
    beside_template = ViewPageTemplateFile("templates/contents_beside.pt")
    text_or_file = ViewPageTemplateFile("templates/text_or_file.pt")
    sources_list = ViewPageTemplateFile("templates/sources.pt")
    list_of_sources = ViewPageTemplateFile("templates/sources_list.pt")
    previous_next = ViewPageTemplateFile("templates/previous_next.pt")

    @cached_property
    def language(self) -> str:
        """The language in which days and sizes are written."""
        return api.portal.get_current_language()

    @cached_property
    def edition(self) -> ToolkitEdition:
        """The edition that one is reading."""
        return edition_of(self.context)

    @cached_property
    def library(self) -> ToolkitLibrary:
        """The container of all editions."""
        return aq_parent(aq_inner(self.edition))

    @cached_property
    def outline(self) -> Outline:
        """What stands in the edition."""
        return contents(self.edition)

    @cached_property
    def uid(self) -> str:
        """The UID of what one is reading."""
        return self.context.UID()

    @cached_property
    def here(self) -> Entry | None:
        """The chapter or part itself, as the contents of the edition have it."""
        return self.outline.entry(self.uid)

    @cached_property
    def chapter(self) -> Entry | None:
        """The chapter that one is reading, or reading in."""
        return self.outline.chapter_of(self.uid)

    @cached_property
    def edition_state(self) -> str:
        """The workflow state of the edition."""
        return api.content.get_state(self.edition)

    @property
    def edition_status(self) -> Status:
        """The word for the state of the edition."""
        return EDITION_STATUS[self.edition_state]

    @property
    def is_in_preparation(self) -> bool:
        """Whether visitors do not see this edition yet."""
        return self.edition_state == IN_PREPARATION

    @property
    def is_current(self) -> bool:
        """Whether this is the edition in force."""
        return self.edition_state == CURRENT

    @property
    def is_previous(self) -> bool:
        """Whether there may be a newer edition."""
        return self.edition_state == PREVIOUS

    @property
    def unfinished(self) -> Message | None:
        """Why visitors do not see this page, in words."""
        return unfinished(api.content.get_state(self.context))

    @property
    def overdue(self) -> str | None:
        """The day of the last check in words, when that was too long ago."""
        return None

    @property
    def may_keep(self) -> bool:
        """Whether whoever reads this looks after it."""
        return False

    @cached_property
    def newer(self) -> Newer | None:
        """What to read instead, on a page of a previous edition."""
        current = current_edition(self.library) if self.is_previous else None
        return Newer(current.title, current.url) if current else None

    @cached_property
    def text(self) -> AnchoredText:
        """The text, with headings that can be linked to."""
        return with_anchors(safe_html(self.context, "text"))

    def contents_beside(self) -> str:
        """The search field and the table of contents, as HTML."""
        return drawn(self.context, "beside", self.beside_template)

    @property
    def contents_lines(self) -> list[ContentsLine]:
        """The table of contents beside the text."""
        return contents_lines(self.outline, self.uid, self.text.headings)

    @property
    def neighbours(self) -> Neighbours:
        """What comes before and after in reading order."""
        return self.outline.neighbours(self.uid)

    def is_chapter(self, entry: Entry) -> bool:
        """Tell whether the number of something is that of a chapter."""
        return any(entry.uid == chapter.uid for chapter in self.outline.chapters)
