"""Test layers: a Plone site with gastvrij installed."""

from plone.app.contenttypes.testing import PLONE_APP_CONTENTTYPES_FIXTURE
from plone.app.testing import applyProfile
from plone.app.testing import FunctionalTesting
from plone.app.testing import IntegrationTesting
from plone.app.testing import PloneSandboxLayer
from plone.testing.zope import WSGI_SERVER_FIXTURE
from Products.CMFPlone.Portal import PloneSite
from typing import Any

import gastvrij
import plone.classicui


class GastvrijLayer(PloneSandboxLayer):
    """A Classic site on which the add-on is installed."""

    defaultBases = (PLONE_APP_CONTENTTYPES_FIXTURE,)

    def setUpZope(self, app: Any, configurationContext: Any) -> None:
        """Load the add-on's configuration and Plone's own distribution."""
        self.loadZCML(package=plone.classicui)
        self.loadZCML(package=gastvrij)

    def setUpPloneSite(self, portal: PloneSite) -> None:
        """Install the add-on."""
        applyProfile(portal, "gastvrij:default")


FIXTURE = GastvrijLayer()

INTEGRATION_TESTING = IntegrationTesting(
    bases=(FIXTURE,),
    name="GastvrijLayer:IntegrationTesting",
)

FUNCTIONAL_TESTING = FunctionalTesting(
    bases=(FIXTURE, WSGI_SERVER_FIXTURE),
    name="GastvrijLayer:FunctionalTesting",
)
