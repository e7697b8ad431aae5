"""What somebody reads who gave too many wrong passwords."""

from gastvrij.accounts.guessing import PERIOD
from plone import api
from plone.rest.errors import ErrorHandling
from plone.rest.interfaces import IAPIRequest
from Products.CMFPlone.browser.exceptions import ExceptionView


class BrakedPage(ExceptionView):
    """How long it takes, and how to log in without a password; the status is 429."""

    def __call__(self) -> str | None:
        """Answer a program in JSON, a person with a page."""
        self.request.response.setHeader("Retry-After", str(int(PERIOD)))
        if IAPIRequest.providedBy(self.request):
            return ErrorHandling(self.context, self.request)()
        self.__parent__ = api.portal.get()
        return super().__call__()

    @property
    def link_url(self) -> str:
        """Where to ask for a link by e-mail."""
        return f"{api.portal.get().absolute_url()}/login-link"
