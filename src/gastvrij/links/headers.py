"""The answer to a request with a token: kept nowhere, and told to no other site."""

from gastvrij.interfaces import IGastvrijLayer
from plone.app.caching.interfaces import IRAMCached
from plone.transformchain.interfaces import ITransform
from typing import Any
from zope.component import adapter
from zope.interface import implementer
from zope.interface import Interface
from zope.interface import noLongerProvides


REFERRER, DISCREET = "Referrer-Policy", "no-referrer"
CACHING, NOWHERE = "Cache-Control", "no-store"
OF_A_KEPT_ANSWER = {"etag", "expires", "last-modified"}


def keep_to_yourself(response: Any) -> None:
    """Have nobody keep this answer, and have its links tell nobody its address."""
    response.setHeader(REFERRER, DISCREET)
    response.setHeader(CACHING, NOWHERE)


@implementer(ITransform)
@adapter(Interface, IGastvrijLayer)
class KeptNowhere:
    """Takes back what the caching rules decided on such an answer.

    It comes after plone.caching (12000), which writes headers of its own over ours, and
    before plone.app.caching (90000), which would keep the page in memory.
    """

    order = 12500

    def __init__(self, published: Any, request: Any) -> None:
        self.request = request

    def transformBytes(self, result: bytes, encoding: str) -> None:
        """Mend the headers; the page stays as it is."""
        self._keep()

    def transformUnicode(self, result: str, encoding: str) -> None:
        """Mend the headers; the page stays as it is."""
        self._keep()

    def transformIterable(self, result: Any, encoding: str) -> None:
        """Mend the headers; the page stays as it is."""
        self._keep()

    def _keep(self) -> None:
        response = self.request.response
        if response.getHeader(REFERRER) != DISCREET:
            return
        keep_to_yourself(response)
        for name in list(response.headers):
            if name.lower() in OF_A_KEPT_ANSWER:
                del response.headers[name]
        if IRAMCached.providedBy(self.request):
            noLongerProvides(self.request, IRAMCached)
