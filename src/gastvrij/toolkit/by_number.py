"""The page and the service that lead from a number to what has it."""

from gastvrij.toolkit.contents import contents
from gastvrij.toolkit.outline import Entry
from gastvrij.toolkit.short_addresses import find
from plone import api
from plone.restapi.services import Service
from Products.Five.browser import BrowserView
from typing import Any
from typing import Self
from zExceptions import NotFound
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


API = "/++api++"


class NumberInAddress:
    """Collects the names after ``by-number``: "3.6", or "deel" and "6"."""

    context: Any
    names: tuple[str, ...] = ()

    def publishTraverse(self, request: Any, name: str) -> Self:
        """Take the next name of the address."""
        self.names = (*self.names, name)
        return self

    def entry(self) -> Entry:
        """Return what the address means; raises ``NotFound`` for the visitor's eyes."""
        found = find(contents(self.context), self.names)
        if found is None:
            raise NotFound("/".join(self.names))
        return found


@implementer(IPublishTraverse)
class ByNumber(NumberInAddress, BrowserView):
    """``GET /toolkit/2/3.6`` in a browser."""

    def __call__(self) -> str:
        """Redirect to the page."""
        return self.request.response.redirect(self.entry().url, status=302)


@implementer(IPublishTraverse)
class ByNumberGet(NumberInAddress, Service):
    """``GET /toolkit/2/3.6`` for a program; the address keeps its ``++api++``."""

    def reply(self) -> object:
        """Redirect to the resource, without a body."""
        try:
            url = self.entry().url
        except NotFound:
            return self._not_found()
        if API in self.request["ACTUAL_URL"]:
            portal_url = api.portal.get().absolute_url()
            url = url.replace(portal_url, f"{portal_url}{API}", 1)
        self.request.response.redirect(url, status=302)
        return self.reply_no_content(status=302)

    def _not_found(self) -> dict[str, str]:
        """Name the address that was asked; plone.rest would name this service."""
        self.request.response.setStatus(404)
        asked = f"{self.context.absolute_url()}/{'/'.join(self.names)}"
        return {"type": "NotFound", "message": f"Resource not found: {asked}"}
