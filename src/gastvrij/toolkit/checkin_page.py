"""The page on which a working copy takes the place of what readers have."""

from datetime import datetime
from datetime import UTC
from functools import cached_property
from gastvrij import _
from gastvrij.interfaces import ITitledPage
from gastvrij.toolkit.change_note import Said
from gastvrij.toolkit.change_record import is_read
from gastvrij.toolkit.pictures import wordless
from gastvrij.toolkit.pictures import words_asked
from gastvrij.values.entries import one
from gastvrij.values.form_page import is_sent_from_here
from gastvrij.values.refusal import Refused
from plone import api
from plone.app.iterate.interfaces import ICheckinCheckoutPolicy
from Products.Five.browser import BrowserView
from typing import Any
from zExceptions import NotFound
from zope.component import getMultiAdapter
from zope.i18nmessageid import Message
from zope.interface import implementer


@implementer(ITitledPage)
class CheckinPage(BrowserView):
    """``content-checkin``: asks what changed, and puts the text in its place."""

    tab_title = _("heading_checkin", default="Put the copy online")
    mistake: Message | None = None
    is_late = False

    def __call__(self) -> str:
        """Ask for the note, or do it."""
        if not self._is_allowed():
            raise NotFound("content-checkin")
        if self.request.method == "POST":
            self.is_late = not is_sent_from_here(self.context, self.request)
            if not self.is_late and self._is_right():
                self.request.response.redirect(self._put_in_place(), status=303)
                return ""
        return self.index()

    @cached_property
    def original(self) -> Any:
        """The part or addendum of which this is a working copy."""
        return ICheckinCheckoutPolicy(self.context).getBaseline()

    @property
    def asks_note(self) -> bool:
        """Whether readers have the text that is replaced."""
        return is_read(self.original)

    @cached_property
    def said(self) -> Said:
        """What the editor says about the change."""
        form = self.request.form
        if self.request.method != "POST":
            return Said(self.context.change_note or "", is_small=False)
        return Said(one(form, "change_note"), bool(one(form, "small_correction")))

    def _is_allowed(self) -> bool:
        control = getMultiAdapter((self.context, self.request), name="iterate_control")
        return control.checkin_allowed()

    @cached_property
    def pictures(self) -> Message | None:
        """What is asked about pictures without words, before readers have them."""
        pictures = wordless(self.context) if self.asks_note else []
        return words_asked(pictures) if pictures else None

    def _is_right(self) -> bool:
        if self.pictures:
            return False
        if self.asks_note:
            try:
                self.said.check()
            except Refused as refused:
                self.mistake = refused.doc()
        return self.mistake is None

    def _put_in_place(self) -> str:
        asks_note = self.asks_note
        self.context.change_note = None
        part = ICheckinCheckoutPolicy(self.context).checkin(self.said.note)
        if asks_note:
            self.said.keep(part, datetime.now(UTC))
        message = _("message_checked_in", default="The text is online.")
        api.portal.show_message(message, self.request)
        return part.absolute_url()
