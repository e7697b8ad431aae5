"""The editor's page about one part: its check, and who is responsible."""

from dataclasses import dataclass
from datetime import datetime
from datetime import UTC
from functools import cached_property
from gastvrij import _
from gastvrij.accounts.people import name_of
from gastvrij.interfaces import ITitledPage
from gastvrij.links.headers import keep_to_yourself
from gastvrij.spelling.dates import today_in_belgium
from gastvrij.toolkit.check_words import in_words
from gastvrij.toolkit.checking import ChangedMeanwhileError
from gastvrij.toolkit.checking import check
from gastvrij.toolkit.checking import is_kept_right
from gastvrij.toolkit.checking import NotToCheckError
from gastvrij.toolkit.checking import stamp_of
from gastvrij.toolkit.checks import due_on
from gastvrij.toolkit.checks import standing
from gastvrij.toolkit.editors import editor_called
from gastvrij.toolkit.editors import editors
from gastvrij.toolkit.flagged_text import FlagRow
from gastvrij.toolkit.flagged_text import rows_of
from gastvrij.toolkit.flags import flags_of
from gastvrij.toolkit.flags import handle
from gastvrij.toolkit.keepers import Keepers
from gastvrij.toolkit.keepers import keepers_of
from gastvrij.toolkit.keepers import make_responsible
from gastvrij.toolkit.keepers import thread_of
from gastvrij.toolkit.queue_address import queue_url
from gastvrij.values.entries import one
from gastvrij.values.form_page import is_sent_from_here
from gastvrij.values.form_page import LATE
from plone import api
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound
from zope.i18nmessageid import Message
from zope.interface import implementer


CHECKED = _("message_checked", default="Checked. Readers see today's date.")
AGAIN = _("message_checked_already", default="This was checked today already.")
KEPT = _("message_responsible_kept", default="Done. The site asks this editor.")
CHANGED = _(
    "message_changed_meanwhile",
    default="Not done yet: somebody changed the text meanwhile. Read it once more.",
)
NOT_TO_CHECK = _(
    "message_not_to_check",
    default="Not done: what is in the archive, or being rewritten, is not checked.",
)
HANDLED = _("message_flag_handled", default="Handled. Thank you.")
HANDLED_BEFORE = _("message_flag_handled_before", default="This was handled already.")
NOT_AN_EDITOR = _(
    "message_not_an_editor", default="Not done: choose somebody who edits the toolkit."
)


@dataclass(frozen=True)
class Choice:
    """An editor who can be made responsible."""

    user_id: str
    name: str
    selected: str | None


@implementer(ITitledPage)
class CheckPage(BrowserView):
    """``/toolkit/2/<chapter>/<part>/check``: GET shows, POST does one thing.

    Not found in an old edition, where nothing is checked any more.
    """

    flags_list = ViewPageTemplateFile("templates/flags.pt")
    tab_title = _("heading_check", default="Check")

    def __call__(self) -> str:
        """Show how the check stands, or do what was pressed."""
        if not is_kept_right(self.context):
            raise NotFound("check")
        keep_to_yourself(self.request.response)
        if self.request.method != "POST":
            return self.index()
        if is_sent_from_here(self.context, self.request):
            said, kind = self._act()
        else:
            said, kind = LATE, "warning"
        api.portal.show_message(said, self.request, type=kind)
        self.request.response.redirect(self._way_back(kind), status=303)
        return ""

    @cached_property
    def kept(self) -> Keepers:
        """Who checked this, and who is responsible."""
        return keepers_of(api.portal.get(), thread_of(self.context))

    @property
    def standing(self) -> Message:
        """How the check stands, in words."""
        day, interval = self.context.checked_on, self.context.check_interval
        now = standing(day, interval, today_in_belgium())
        return in_words(now, due_on(day, interval), self._language)

    @property
    def flags(self) -> list[FlagRow]:
        """What readers doubt."""
        found = flags_of(api.portal.get(), thread_of(self.context))
        return rows_of(found, self._language)

    @property
    def checked_by(self) -> str:
        """The name of who checked this last, where that is known."""
        is_known = self.kept.checked_on == self.context.checked_on
        return name_of(self.kept.checked_by) if is_known else ""

    @property
    def stamp(self) -> str:
        """What tells this text from an earlier one."""
        return stamp_of(self.context)

    @property
    def choices(self) -> list[Choice]:
        """The editors, and whoever is responsible now."""
        chosen = self.kept.responsible
        known = {editor.user_id: editor for editor in editors()}
        present = editor_called(chosen)
        if present is not None:
            known.setdefault(chosen, present)
        return [
            Choice(user_id, editor.name, "selected" if user_id == chosen else None)
            for user_id, editor in known.items()
        ]

    @property
    def queue(self) -> str:
        """Where the editor's queue is."""
        return queue_url(self.context, {})

    @property
    def _language(self) -> str:
        return api.portal.get_current_language()

    def _act(self) -> tuple[Message, str]:
        acts = {"checked": self._check, "handled": self._handle}
        acts["responsible"] = self._choose
        act = acts.get(one(self.request.form, "act"))
        return act() if act else (LATE, "warning")

    def _handle(self) -> tuple[Message, str]:
        flag = one(self.request.form, "flag")
        is_new = handle(api.portal.get(), self.context, flag)
        return (HANDLED if is_new else HANDLED_BEFORE), "info"

    def _check(self) -> tuple[Message, str]:
        who, stamp = api.user.get_current().getId(), one(self.request.form, "stamp")
        try:
            is_new = check(self.context, who, datetime.now(UTC), stamp)
        except ChangedMeanwhileError:
            return CHANGED, "warning"
        except NotToCheckError:
            return NOT_TO_CHECK, "warning"
        return (CHECKED if is_new else AGAIN), "info"

    def _choose(self) -> tuple[Message, str]:
        chosen = one(self.request.form, "responsible")
        if chosen not in {"", *(choice.user_id for choice in self.choices)}:
            return NOT_AN_EDITOR, "error"
        make_responsible(api.portal.get(), thread_of(self.context), chosen)
        return KEPT, "info"

    def _way_back(self, kind: str) -> str:
        if one(self.request.form, "back") == "ten-minutes":
            first = self.context.UID() if kind != "info" else ""
            return queue_url(self.context, self.request.form, first)
        return f"{self.context.absolute_url()}/check"
