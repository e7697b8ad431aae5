"""The groups that people named, by their name, for whoever organises a day."""

from collections.abc import Iterable
from gastvrij import _
from plone import api
from zope.i18nmessageid import Message


UNSEEN = _("group_unseen", default="A group that is not online")


def names_of_groups(uids: Iterable[str]) -> dict[str, Message | str]:
    """Return the names of groups by UID, as far as the reader may see them."""
    wanted = sorted({uid for uid in uids if uid})
    catalog = api.portal.get_tool("portal_catalog")
    brains = catalog(UID=wanted) if wanted else ()
    return dict.fromkeys(wanted, UNSEEN) | {b.UID: b.Title for b in brains}
