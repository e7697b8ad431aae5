"""Who keeps the network lands at the desk."""

from gastvrij.accounts.landing import ILanding
from plone import api
from Products.CMFPlone.Portal import PloneSite
from zope.interface import implementer


@implementer(ILanding)
class DeskLanding:
    """Secretariat and board come for what waits."""

    order = 10
    at_the_desk = frozenset({"Secretariat", "Board Member"})

    def url_for(self, site: PloneSite, user_id: str) -> str | None:
        """Return the address of the desk; None for others."""
        user = api.user.get(userid=user_id)
        is_expected = user is not None and self.at_the_desk & set(user.getRoles())
        return f"{site.absolute_url()}/desk" if is_expected else None
