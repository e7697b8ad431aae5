"""The page for an address that leads nowhere, and two ways round it that are closed."""

from gastvrij import _
from gastvrij.interfaces import ITitledPage
from gastvrij.privacy.redirects import is_out_of_sight
from gastvrij.privacy.redirects import leads_out_of_sight
from plone import api
from plone.app.redirector.browser import FourOhFourView
from plone.app.uuid.utils import uuidToObject
from plone.outputfilters.browser.resolveuid import ResolveUIDView
from plone.rest.errors import ErrorHandling
from plone.rest.interfaces import IAPIRequest
from Products.CMFCore.interfaces import IContentish
from Products.CMFPlone.browser.exceptions import ExceptionView
from typing import Any
from urllib.parse import urlencode
from zExceptions import NotFound
from zope.interface import implementer
from ZPublisher.HTTPRequest import HTTPRequest


class MovedView(FourOhFourView):
    """Where something went that stood at this address before."""

    def attempt_redirect(self) -> bool:
        """Lead to the new address who may see it; return whether that was done."""
        return _may_be_led(self.request) and super().attempt_redirect()


class NotFoundAnswer(ErrorHandling):
    """The answer to a program that asks for what is not there."""

    def attempt_redirect(self) -> bool:
        """Lead to the new address who may see it; return whether that was done."""
        return _may_be_led(self.request) and super().attempt_redirect()


def _may_be_led(request: HTTPRequest) -> bool:
    return not leads_out_of_sight(request["ACTUAL_URL"], request)


@implementer(ITitledPage)
class NotFoundPage(ExceptionView):
    """What a person reads at an address that leads nowhere.

    It is the same for what never was and for what the reader may not see, and always
    offers to log in.
    """

    tab_title = _("not_found_title", default="Page not found")

    def __call__(self) -> str | None:
        """Answer a program in JSON, a person with a page; the status stays 404."""
        if IAPIRequest.providedBy(self.request):
            return NotFoundAnswer(self.context, self.request)()
        self.__parent__ = self._place()
        return super().__call__()

    def _place(self) -> Any:
        """Return the last thing on the address that can carry a page."""
        path = self.request["PARENTS"]
        return next(filter(IContentish.providedBy, path), api.portal.get())

    @property
    def home_url(self) -> str:
        """Where the site begins."""
        return api.portal.get().absolute_url()

    @property
    def contact_url(self) -> str:
        """Where to reach the secretariat: its page, or else Plone's form."""
        page = "contact" if "contact" in api.portal.get() else "contact-info"
        return f"{self.home_url}/{page}"

    @property
    def login_url(self) -> str:
        """Where to log in, to come back to this address afterwards."""
        query = urlencode({"came_from": self.request["ACTUAL_URL"]})
        return f"{self.home_url}/login?{query}"


class ResolveUID(ResolveUIDView):
    """Leads from a UID to the address of what bears it, for whoever may view that."""

    def __call__(self) -> str:
        """Redirect; raise ``NotFound`` as for a UID that nothing bears."""
        content = uuidToObject(self.uuid, unrestricted=True)
        if content is not None and is_out_of_sight(content, self.request):
            raise NotFound("The link you followed is broken")
        return super().__call__()
