"""Test layers: a Plone site with gastvrij installed, with or without the demo."""

from pathlib import Path
from plone.app.contenttypes.testing import PLONE_APP_CONTENTTYPES_FIXTURE
from plone.app.testing import applyProfile
from plone.app.testing import FunctionalTesting
from plone.app.testing import IntegrationTesting
from plone.app.testing import PloneSandboxLayer
from plone.testing.zope import WSGI_SERVER_FIXTURE
from Products.CMFPlone.Portal import PloneSite
from tempfile import TemporaryDirectory
from typing import Any
from zope.globalrequest import clearRequest
from zope.globalrequest import setRequest

import App.config
import gastvrij
import plone.classicui
import transaction


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


class DemoLayer(PloneSandboxLayer):
    """The demo site, with its content and accounts."""

    defaultBases = (FIXTURE,)

    def setUpZope(self, app: Any, configurationContext: Any) -> None:
        """Give the accounts' file a folder of its own, as an instance has."""
        self["folder"] = TemporaryDirectory()
        self["var"] = Path(self["folder"].name) / "var"
        self["var"].mkdir()
        self.configuration = App.config.getConfiguration()
        self.clienthome = self.configuration.clienthome
        self.configuration.clienthome = str(self["var"])

    def setUpPloneSite(self, portal: PloneSite) -> None:
        """Fill the site, as somebody does who sends a request.

        Committed while the request is there: the layer would pass over an error.
        """
        setRequest(portal.REQUEST)
        applyProfile(portal, "gastvrij:demo")
        transaction.commit()
        clearRequest()

    def tearDownZope(self, app: Any) -> None:
        """Take the folder away."""
        self.configuration.clienthome = self.clienthome
        self["folder"].cleanup()


DEMO_FIXTURE = DemoLayer()

DEMO_TESTING = FunctionalTesting(
    bases=(DEMO_FIXTURE, WSGI_SERVER_FIXTURE),
    name="DemoLayer:FunctionalTesting",
)
