"""Plone's own ways to delete, with a sentence for a day that has to stay."""

from datetime import datetime
from datetime import UTC
from gastvrij import _
from gastvrij.networkday.calling_off_waiting import CANCEL_DAY
from gastvrij.networkday.deletion import why_not_deleted
from gastvrij.networkday.network_day import INetworkDay
from plone.app.content.browser.actions import DeleteConfirmationForm
from plone.app.content.browser.contents.delete import DeleteActionView
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from zope.i18nmessageid import Message

import json


class DeleteDay(DeleteConfirmationForm):
    """Asks whether a day really goes, or says at once why it stays."""

    refusal = ViewPageTemplateFile("templates/not_deleted.pt")
    sentence: Message | None = None

    @property
    def way(self) -> str:
        """Where the day is called off; empty for all days at once."""
        is_day = INetworkDay.providedBy(self.context)
        return f"{self.context.absolute_url()}/{CANCEL_DAY}" if is_day else ""

    def __call__(self) -> Any:
        """Ask, delete, or say why not."""
        self.sentence = why_not_deleted(self.context, datetime.now(UTC))
        # shown here and not as a message elsewhere: Plone opens this in a small window
        return super().__call__() if self.sentence is None else self.refusal()


class DeleteSelected(DeleteActionView):
    """Deletes what was selected in a folder; what has to stay is told by name."""

    errors: list[Message]
    failure_msg = _("heading_not_deleted", default="Not deleted")

    def action(self, obj: Any) -> None:
        """Delete one thing, or say why not."""
        why = why_not_deleted(obj, datetime.now(UTC))
        if why is None:
            super().action(obj)
        else:
            self.errors.append(why)


class NotDeleted(BrowserView):
    """What is shown to who deletes such a day in another way."""

    context: Any
    sentence = ""

    def __call__(self) -> str:
        """Return the page; the sentence alone, for a program."""
        self.sentence = str(self.context)
        self.context = self.__parent__
        if "text/html" in self.request.getHeader("Accept", ""):
            return self.index()
        self.request.response.setHeader("Content-Type", "application/json")
        return json.dumps({"type": "Conflict", "message": self.sentence})
