"""Logging somebody in who has shown in another way than by a password who they are."""

from AccessControl.SecurityManagement import newSecurityManager
from gastvrij.accounts.landing import address_after_login
from plone import api
from Products.CMFPlone.Portal import PloneSite
from ZPublisher.HTTPRequest import HTTPRequest


def log_in(site: PloneSite, request: HTTPRequest, user_id: str, way_back: str) -> str:
    """Log somebody in for this browser; return the address where they go on.

    Plone does what it does after a password: it sets the cookie of the session, writes
    down the time and tells its subscribers. Raises ``LookupError`` for an account that
    is gone.
    """
    user = api.portal.get_tool("acl_users").getUserById(user_id)
    if user is None:
        raise LookupError(user_id)
    newSecurityManager(request, user)
    api.portal.get_tool("portal_membership").loginUser(request)
    return address_after_login(site, user_id, way_back)
