"""What the site does with a request before it looks for what was asked."""

from gastvrij.interfaces import IGastvrijLayer
from plone.base.interfaces import IPloneSiteRoot
from zope.traversing.interfaces import IBeforeTraverseEvent


def know_no_empty_places_when_entered(
    site: IPloneSiteRoot, event: IBeforeTraverseEvent
) -> None:
    """Let a name that does not exist be unknown to WebDAV's methods too.

    The publisher takes such a name for a place where a WebDAV client may put something,
    and its answers then tell a free name from one that is hidden.
    """
    if IGastvrijLayer.providedBy(event.request):
        event.request.maybe_webdav_client = 0
