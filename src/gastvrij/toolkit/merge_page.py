"""The page on which editors say that a part was taken into another."""

from functools import cached_property
from gastvrij import _
from gastvrij.interfaces import ITitledPage
from gastvrij.toolkit.contents import contents
from gastvrij.toolkit.edition import edition_of
from gastvrij.toolkit.merging import merge_into
from gastvrij.toolkit.numbering import PUBLISHED
from gastvrij.toolkit.outline import Entry
from gastvrij.values.entries import one
from gastvrij.values.form_page import is_sent_from_here
from plone import api
from plone.app.iterate.interfaces import IBaseline
from plone.app.iterate.interfaces import IWorkingCopy
from plone.app.uuid.utils import uuidToObject
from Products.Five.browser import BrowserView
from zExceptions import NotFound
from zope.i18nmessageid import Message
from zope.interface import implementer


@implementer(ITitledPage)
class MergePage(BrowserView):
    """``merged-into`` of a part: which other part has taken it up."""

    tab_title = _("heading_merge", default="Merged with another part")
    mistake: Message | None = None

    def __call__(self) -> str:
        """Ask which part, or let the address lead there."""
        is_copy = IWorkingCopy.providedBy(self.context)
        if is_copy or api.content.get_state(self.context) != PUBLISHED:
            raise NotFound("merged-into")
        is_sent = self.request.method == "POST"
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

    @cached_property
    def others(self) -> list[Entry]:
        """The other parts that readers have in this edition."""
        parts = contents(edition_of(self.context)).parts()
        return [p for p in parts if p.number and p.uid != self.context.UID()]

    def _against(self, other: Entry | None) -> Message | None:
        if other is None:
            return _("error_choose_part", default="Choose a part.")
        if IBaseline.providedBy(self.context):
            return _(
                "error_working_copy_first",
                default="Somebody is working on a copy of this part. Put the copy in"
                " its place first, or throw it away.",
            )
        return None
