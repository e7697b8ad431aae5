"""What happens to somebody's links when their password or account changes."""

from datetime import datetime
from gastvrij.accounts.password_link import void_links
from gastvrij.interfaces import IGastvrijLayer
from plone import api
from plone.browserlayer.utils import registered_layers
from Products.PluggableAuthService.interfaces.events import ICredentialsUpdatedEvent
from Products.PluggableAuthService.interfaces.events import IPrincipalDeletedEvent


# as Plone's tool keeps it: UTC, and without saying so
LONG_AGO = datetime(2000, 1, 1)


def void_links_when_password_changes(event: ICredentialsUpdatedEvent) -> None:
    """Make an end to every older link, also those of Plone's own letters."""
    _make_an_end_to_links(event.principal.getId())


def void_links_when_account_goes(event: IPrincipalDeletedEvent) -> None:
    """Make an end to the links of an account that is no more."""
    _make_an_end_to_links(event.principal)


def _make_an_end_to_links(user_id: str) -> None:
    """Do so on a site of ours; accounts of other sites and of Zope are not ours."""
    if IGastvrijLayer not in registered_layers():
        return
    void_links(api.portal.get(), user_id)
    _let_resets_expire(user_id)


def _let_resets_expire(user_id: str) -> None:
    """Let the links in Plone's own letters expire: it deletes the used one itself."""
    resets = api.portal.get_tool("portal_password_reset")._requests
    for token in [t for t, (who, until) in resets.items() if who == user_id]:
        resets[token] = (user_id, LONG_AGO)
