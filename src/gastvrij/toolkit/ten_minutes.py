"""The editor's page for ten minutes: the one thing that needs to be read most."""

from functools import cached_property
from gastvrij import _
from gastvrij.interfaces import ITitledPage
from gastvrij.links.headers import keep_to_yourself
from gastvrij.spelling.dates import BELGIUM
from gastvrij.spelling.dates import day_in_words
from gastvrij.spelling.dates import today_in_belgium
from gastvrij.toolkit.check_words import in_words
from gastvrij.toolkit.check_words import LOOK
from gastvrij.toolkit.checking import stamp_of
from gastvrij.toolkit.checks import DUE
from gastvrij.toolkit.checks import NEVER
from gastvrij.toolkit.checks import OVERDUE
from gastvrij.toolkit.files import file_link
from gastvrij.toolkit.files import FileLink
from gastvrij.toolkit.flagged_text import FlagRow
from gastvrij.toolkit.flagged_text import rows_of
from gastvrij.toolkit.flagged_text import with_flags
from gastvrij.toolkit.flags import flags_of
from gastvrij.toolkit.headings import with_anchors
from gastvrij.toolkit.keepers import thread_of
from gastvrij.toolkit.queue_address import address
from gastvrij.toolkit.queue_address import put_off
from gastvrij.toolkit.queue_lists import by_editor
from gastvrij.toolkit.queue_lists import Line
from gastvrij.toolkit.queue_lists import lines_of
from gastvrij.toolkit.queue_lists import name_or_nobody
from gastvrij.toolkit.queue_lists import Of
from gastvrij.toolkit.sources import source_rows
from gastvrij.toolkit.sources import SourceRow
from gastvrij.toolkit.to_check import to_check
from gastvrij.toolkit.to_check import ToCheck
from gastvrij.values.entries import one
from gastvrij.values.html import safe_html
from plone import api
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from zope.i18nmessageid import Message
from zope.interface import implementer


@implementer(ITitledPage)
class TenMinutes(BrowserView):
    """``/toolkit/ten-minutes``: one thing to read, and the list of the others.

    What is the editor's own, or nobody's, goes before what others look after. With
    ``later`` in the address those are put off, with ``item`` that one comes first.
    """

    tab_title = _("heading_ten_minutes", default="Ten minutes")
    text_or_file = ViewPageTemplateFile("templates/text_or_file.pt")
    flag_url = ""
    flags_list = ViewPageTemplateFile("templates/flags.pt")
    sources_list = ViewPageTemplateFile("templates/sources.pt")
    list_of_sources = ViewPageTemplateFile("templates/sources_list.pt")

    def __call__(self) -> str:
        """Show the page."""
        keep_to_yourself(self.request.response)
        return self.index()

    @cached_property
    def language(self) -> str:
        """The language in which days and sizes are written."""
        return api.portal.get_current_language()

    @cached_property
    def items(self) -> list[ToCheck]:
        """What has to be read: first the editor's own, that which needs it most."""
        user_id = api.user.get_current().getId()
        found = to_check(self.context, today_in_belgium())
        return sorted(found, key=lambda item: not item.concerns(user_id))

    @cached_property
    def later(self) -> list[str]:
        """The UIDs of what was put off."""
        return put_off(self.request.form)

    @cached_property
    def item(self) -> ToCheck | None:
        """The one thing to read now."""
        asked = one(self.request.form, "item")
        chosen = (item for item in self.items if item.uid == asked)
        left = (item for item in self.items if item.uid not in self.later)
        return next(chosen, None) or next(left, None)

    @cached_property
    def part(self) -> Any:
        """The part or addendum itself."""
        return api.content.get(UID=self.item.uid) if self.item else None

    @property
    def chosen(self) -> ToCheck:
        """The same one thing, where there is one; raises ``LookupError``."""
        if self.item is None:
            raise LookupError("item")
        return self.item

    @property
    def stamp(self) -> str:
        """What tells this text from an earlier one."""
        return stamp_of(self.part)

    @property
    def words(self) -> Message:
        """How the check stands."""
        return in_words(self.chosen.standing, self.chosen.due_on, self.language)

    @property
    def css(self) -> str:
        """How that looks."""
        return LOOK[self.chosen.standing]

    @property
    def checked_on(self) -> str | None:
        """The day of the last check, in words."""
        return day_in_words(self.part.checked_on, self.language)

    @property
    def changed_on(self) -> str | None:
        """The day of the last change, in words."""
        changed = self.part.modified().asdatetime().astimezone(BELGIUM).date()
        return day_in_words(changed, self.language)

    @property
    def responsible(self) -> str | Message:
        """Who looks after it."""
        return name_or_nobody(self.chosen.responsible)

    @cached_property
    def flags(self) -> list[FlagRow]:
        """What readers doubt of it."""
        found = flags_of(api.portal.get(), thread_of(self.part))
        return rows_of(found, self.language)

    @property
    def html(self) -> str:
        """The text, with what readers doubt under its headings."""
        text = with_anchors(safe_html(self.part, "text")).html
        return with_flags(text, self.flags, self.language)

    @property
    def file(self) -> FileLink | None:
        """The PDF."""
        return file_link(self.part, "file", self.language)

    @property
    def sources(self) -> list[SourceRow]:
        """Where the facts come from."""
        return source_rows(self.part, self.language)

    @property
    def later_url(self) -> str:
        """Where the next thing stands."""
        return address(self.context.absolute_url(), [*self.later, self.chosen.uid])

    @property
    def start_url(self) -> str:
        """Where what was put off comes back."""
        return address(self.context.absolute_url(), [])

    @property
    def groups(self) -> list[Of]:
        """All that is overdue or falls due this month, by editor."""
        due = [item for item in self.items if item.standing in (OVERDUE, DUE)]
        return by_editor(due, self.context.absolute_url(), self.language)

    @property
    def never_checked(self) -> list[Line]:
        """All that nobody has checked yet."""
        found = [item for item in self.items if item.standing == NEVER]
        return lines_of(found, self.context.absolute_url(), self.language)
