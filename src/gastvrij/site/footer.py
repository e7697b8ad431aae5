"""The foot of every page: who we are, whom to ask, and where the doors are."""

from gastvrij.site.doors import door
from plone import api
from plone.app.layout.viewlets.common import ViewletBase
from Products.CMFPlone.Portal import PloneSite


class FooterViewlet(ViewletBase):
    """The network in two sentences, the secretariat, and the ways in."""

    @property
    def portal(self) -> PloneSite:
        """The site."""
        return api.portal.get()

    def door(self, name: str) -> str:
        """Return the address behind a door; empty when there is nothing behind it."""
        return door(self.portal, name)
