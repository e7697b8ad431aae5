"""A site as its due tasks find it: nobody asks, and the site itself acts."""

from AccessControl.SecurityManagement import getSecurityManager
from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.SecurityManagement import setSecurityManager
from AccessControl.users import UnrestrictedUser
from Acquisition import aq_base
from collections.abc import Iterator
from contextlib import contextmanager
from gastvrij.due.public_address import public_url
from io import BytesIO
from typing import Any
from urllib.parse import urlsplit
from zope.component.hooks import getSite
from zope.component.hooks import setSite
from zope.event import notify
from zope.globalrequest import getRequest
from zope.globalrequest import setRequest
from zope.traversing.interfaces import BeforeTraverseEvent
from ZPublisher.BaseRequest import RequestContainer
from ZPublisher.HTTPRequest import HTTPRequest
from ZPublisher.HTTPResponse import HTTPResponse


ACTOR = "gastvrij-due"


class Actor(UnrestrictedUser):
    """Who does what is due: nobody with an account, but somebody with a name."""

    def getId(self) -> str:
        """Return the name, which histories of workflows keep."""
        return ACTOR


@contextmanager
def on_behalf_of(site: Any) -> Iterator[Any]:
    """Yield the site with a request of its own, and let nothing be forbidden.

    Addresses begin with the public address of the site, or where that is unknown, with
    the one that ``site`` has already. Afterwards site, request and user of the thread
    are what they were.
    """
    was = getSite(), getRequest(), getSecurityManager()
    try:
        yield _entered(site)
    finally:
        setSite(was[0])
        setRequest(was[1])
        setSecurityManager(was[2])


def _entered(site: Any) -> Any:
    """Return the site as the publisher would have led to it."""
    path = site.getPhysicalPath()
    request = _request(public_url(site) or site.absolute_url(), path)
    root = aq_base(site.getPhysicalRoot()).__of__(RequestContainer(REQUEST=request))
    request["PARENTS"] = [root]
    own_site = root.unrestrictedTraverse(path)
    setRequest(request)
    setSite(own_site)
    own_site.setupCurrentSkin(request)
    notify(BeforeTraverseEvent(own_site, request))
    actor = Actor(ACTOR, "", ["Manager"], "")
    newSecurityManager(None, actor.__of__(own_site.acl_users))
    return own_site


def _request(address: str, path: tuple[str, ...]) -> HTTPRequest:
    """Return a request for the site at its public address, as behind a web server."""
    parts = urlsplit(address)
    environ = {"SERVER_NAME": "localhost", "SERVER_PORT": "80", "REQUEST_METHOD": "GET"}
    request = HTTPRequest(BytesIO(), environ, HTTPResponse(stdout=BytesIO()))
    host = parts.hostname or ""
    host = f"[{host}]" if ":" in host else host
    request.setServerURL(parts.scheme, host, parts.port)
    request._script[:] = [step for step in parts.path.split("/") if step]
    request["VirtualRootPhysicalPath"] = path
    request["ACTUAL_URL"] = request["URL"] = address
    return request
