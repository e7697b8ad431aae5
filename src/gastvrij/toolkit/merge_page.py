"""The page on which editors say that a part was taken into another."""

from functools import cached_property
from gastvrij import _
from gastvrij.interfaces import ITitledPage
from gastvrij.toolkit.merging import can_be_merged
from gastvrij.toolkit.merging import could_take_up
from gastvrij.toolkit.merging import merge_into
from gastvrij.toolkit.outline import Entry
from gastvrij.values.entries import one
from gastvrij.values.form_page import is_sent_from_here
from plone import api
from plone.app.iterate.interfaces import IBaseline
from plone.app.uuid.utils import uuidToObject
from Products.Five.browser import BrowserView
from zope.i18nmessageid import Message
from zope.interface import implementer


@implementer(ITitledPage)
class MergePage(BrowserView):
    """``merged-into`` of a part: which other part has taken it up."""

    tab_title = _("heading_merge", default="Merged with another part")
    mistake: Message | None = None

    def __call__(self) -> str:
        """Ask which part, or let the address lead there."""
        is_sent = self.request.method == "POST" and self.can_be_merged
        if not is_sent or not is_sent_from_here(self.context, self.request):
            return self.index()
        chosen = one(self.request.form, "other")
        other = next((each for each in self.others if each.uid == chosen), None)
        self.mistake = self._against(other)
        if self.mistake or other is None:
            return self.index()
        merge_into(self.context, uuidToObject(other.uid))
        message = _("message_merged", default="The old address leads to this part now.")
        api.portal.show_message(message, self.request)
        self.request.response.redirect(other.url, status=303)
        return ""

    @property
    def can_be_merged(self) -> bool:
        """Whether this is a part that readers have, or will have."""
        return can_be_merged(self.context)

    @cached_property
    def others(self) -> list[Entry]:
        """The other parts of this edition."""
        return could_take_up(self.context)

    def _against(self, other: Entry | None) -> Message | None:
        if other is None:
            return _("error_choose_part", default="Choose a part.")
        if IBaseline.providedBy(self.context):
            return _(
                "error_working_copy_first",
                default="Somebody is working on a copy of this part. Put the copy"
                " online first, or throw it away.",
            )
        return None
