"""The pages that lead to a text: the library, an edition and a chapter."""

from dataclasses import dataclass
from functools import cached_property
from gastvrij.toolkit.contents import contents
from gastvrij.toolkit.contents import CURRENT
from gastvrij.toolkit.contents import EditionEntry
from gastvrij.toolkit.contents import editions
from gastvrij.toolkit.contents import same_chapter
from gastvrij.toolkit.drawn import chapter_rows
from gastvrij.toolkit.drawn import drawn
from gastvrij.toolkit.edition import ToolkitEdition
from gastvrij.toolkit.editors import KEEP
from gastvrij.toolkit.files import FileLink
from gastvrij.toolkit.library import ToolkitLibrary
from gastvrij.toolkit.outline import Outline
from gastvrij.toolkit.reading import EDITION_STATUS
from gastvrij.toolkit.reading import Newer
from gastvrij.toolkit.reading import ReadingView
from gastvrij.toolkit.reading import safe_html
from gastvrij.toolkit.reading import Status
from gastvrij.toolkit.rows import Row
from gastvrij.toolkit.rows import row
from gastvrij.toolkit.search_box import SearchBox
from gastvrij.toolkit.whole_file import whole_file
from plone import api
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


@dataclass(frozen=True)
class EditionRow:
    """An edition in the list of editions, with the word for its state."""

    title: str
    url: str
    year: int | None
    status: Status


class LibraryView(SearchBox, BrowserView):
    """The handbook: what it is, the edition in force, and the others."""

    contents_template = ViewPageTemplateFile("templates/contents_list.pt")
    parts_list = ViewPageTemplateFile("templates/parts_list.pt")

    @property
    def library(self) -> ToolkitLibrary:
        """The container of all editions."""
        return self.context

    @cached_property
    def language(self) -> str:
        """The language in which days and sizes are written."""
        return api.portal.get_current_language()

    @cached_property
    def editions(self) -> list[EditionEntry]:
        """The editions that the visitor may see, newest first."""
        return editions(self.context)

    @cached_property
    def edition(self) -> ToolkitEdition | None:
        """The edition in force."""
        current = next((e for e in self.editions if e.state == CURRENT), None)
        return self.context[current.id] if current else None

    @cached_property
    def outline(self) -> Outline:
        """What stands in the edition in force."""
        return contents(self.edition) if self.edition else Outline()

    @property
    def may_keep(self) -> bool:
        """Whether whoever reads this looks after the toolkit."""
        return bool(api.user.has_permission(KEEP, obj=self.context))

    @property
    def has_edition(self) -> bool:
        """Whether an edition is in force."""
        return self.edition is not None

    @cached_property
    def cards(self) -> tuple[Row, ...]:
        """The chapters of the edition in force."""
        return chapter_rows(self.edition, self.outline) if self.edition else ()

    @property
    def chapters(self) -> list[Row]:
        """The chapters of which the parts are listed: those that have any."""
        return [chapter for chapter in self.cards if chapter.rows]

    def contents_list(self) -> str:
        """The parts by chapter, as HTML."""
        return drawn(self.context, "contents", self.contents_template)

    @property
    def full_file(self) -> FileLink | None:
        """The whole edition as PDF."""
        if self.edition is None:
            return None
        return whole_file(self.edition, self.outline, self.language)

    @property
    def other_editions(self) -> list[EditionRow]:
        """All editions but the one in force."""
        return [
            EditionRow(e.title, e.url, e.year, EDITION_STATUS[e.state])
            for e in self.editions
            if e.state != CURRENT
        ]

    @property
    def text(self) -> str:
        """What the toolkit is, as safe HTML."""
        return safe_html(self.context, "text")


class EditionView(ReadingView):
    """An edition: foreword, contents, and who made it."""

    contents_template = ViewPageTemplateFile("templates/contents_list.pt")

    @cached_property
    def chapters(self) -> tuple[Row, ...]:
        """The chapters with their parts."""
        return chapter_rows(self.context, self.outline)

    def contents_list(self) -> str:
        """The parts by chapter, as HTML."""
        return drawn(self.context, "contents", self.contents_template)

    @property
    def addenda_without_part(self) -> list[Row]:
        """The addenda that no part shows, for whoever can give them one."""
        if not api.user.has_permission("Modify portal content", obj=self.context):
            return []
        entries = self.outline.addenda_without_part()
        return [row(addendum, self.language) for addendum in entries]

    @property
    def full_file(self) -> FileLink | None:
        """The whole edition as PDF."""
        return whole_file(self.context, self.outline, self.language)

    @property
    def foreword(self) -> str:
        """The foreword, as safe HTML."""
        return safe_html(self.context, "foreword")

    @property
    def credits(self) -> str:
        """Who made the edition, as safe HTML."""
        return safe_html(self.context, "credits")


class ChapterView(ReadingView):
    """A chapter: its own text, and its parts."""

    @cached_property
    def newer(self) -> Newer | None:
        """The same chapter in the current edition, else that edition itself."""
        if not (self.is_previous and self.here):
            return super().newer
        chapter = same_chapter(self.here, self.library)
        return Newer(chapter.label, chapter.url) if chapter else super().newer

    @property
    def has_parts(self) -> bool:
        """Whether anything stands in the chapter for whoever reads it."""
        return bool(self.here and self.here.parts)

    def list_of_parts(self) -> str:
        """The parts in reading order, as HTML."""
        return drawn(self.context, "parts", self._draw_parts)

    def _draw_parts(self) -> str:
        rows = row(self.here, self.language).rows if self.here else ()
        return self.parts_list(parts=rows)
