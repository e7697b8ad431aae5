"""Writing over REST from a page of another site, in the name of whoever is logged in.

plone.restapi asks for no token: it takes a header ``Accept`` for the proof that no form
sent the request. But ``++api++`` in the address does the same, and a script of any site
may send that header. What such a page cannot do without the browser asking us first is
send JSON as JSON, or use another method than POST. So a POST by the cookie of a session
has to say that it is JSON. Who logs in by a token in a header is not asked. A password
in a header is what a browser remembers and sends along by itself as well: it is asked
wherever a browser says from what page it sends, which a program does not.

The cookie is ``SameSite=Lax`` as well, which keeps most browsers from sending it at
all; not those that are old, and not from a neighbour under the same domain.
"""

from gastvrij import _
from gastvrij.interfaces import IGastvrijLayer
from plone import api
from plone.rest.interfaces import IAPIRequest
from zExceptions import Forbidden
from zope.i18n import translate
from ZPublisher.HTTPRequest import HTTPRequest
from ZPublisher.interfaces import IPubAfterTraversal


JSON = "application/json"
# what a browser calls its own user, and a page of this site
OF_ITS_OWN = ("none", "same-origin")
NO_JSON = _(
    "error_cross_site",
    default="Send this as application/json, or log in by a header.",
)


def refuse_what_another_site_could_send(event: IPubAfterTraversal) -> None:
    """Raise ``Forbidden`` for a POST over REST that anybody's page could have sent."""
    request = event.request
    is_ours = IAPIRequest.providedBy(request) and IGastvrijLayer.providedBy(request)
    if is_ours and could_be_forged(request) and not api.user.is_anonymous():
        raise Forbidden(translate(NO_JSON, context=request))


def could_be_forged(request: HTTPRequest) -> bool:
    """Tell whether a browser sends this, logged in and all, for another site's page."""
    kind = (request.getHeader("Content-Type") or "").partition(";")[0]
    is_free = request.method == "POST" and kind.strip().lower() != JSON
    return is_free and _is_logged_in_by_itself(request)


def _is_logged_in_by_itself(request: HTTPRequest) -> bool:
    """Tell whether a browser adds of its own accord what logs this request in."""
    scheme = (request._auth or "").partition(" ")[0].lower()
    if not scheme:
        return True
    if scheme == "bearer":
        return False
    site = request.getHeader("Sec-Fetch-Site") or "none"
    return bool(request.getHeader("Origin")) or site not in OF_ITS_OWN
