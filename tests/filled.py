"""A site that is filled once for all tests of a module, under the layer of each test.

Making a site of groups, parts and people takes seconds, and a test that changes it is
undone after it: so the site is made in a layer of its own, as the demo is.
"""

from collections.abc import Callable
from collections.abc import Iterator
from contextlib import contextmanager
from gastvrij.testing import FIXTURE
from plone.app.testing import FunctionalTesting
from plone.app.testing import ploneSite
from plone.testing import Layer
from plone.testing.zodb import stackDemoStorage
from plone.testing.zope import WSGI_SERVER_FIXTURE
from Products.CMFPlone.Portal import PloneSite
from zope.globalrequest import clearRequest
from zope.globalrequest import setRequest

import transaction


Fill = Callable[[PloneSite], object]


class FilledLayer(Layer):
    """The site of the add-on, filled by a function; ``given`` is what it returned.

    Only the database is stacked: what a test registers or takes away is found where
    the add-on put it.
    """

    defaultBases = (FIXTURE,)

    def __init__(self, fill: Fill, name: str) -> None:
        """Remember what fills the site."""
        self.fill = fill
        super().__init__(name=f"{name}:Filled")

    def setUp(self) -> None:
        """Fill the site; committed here, for leaving it would pass over an error."""
        self["zodbDB"] = stackDemoStorage(self.get("zodbDB"), name=self.__name__)
        with ploneSite() as portal:
            setRequest(portal.REQUEST)
            self["given"] = self.fill(portal)
            transaction.commit()
            clearRequest()

    def tearDown(self) -> None:
        """Put the empty site back."""
        self["zodbDB"].close()
        del self["zodbDB"]
        del self["given"]


@contextmanager
def filled(fill: Fill, name: str) -> Iterator[FunctionalTesting]:
    """Set up a filled site while the layers of the session lie under it.

    Yields the layer whose ``testSetUp`` and ``testTearDown`` belong around a test.
    """
    ground = FilledLayer(fill, name)
    layer = FunctionalTesting(bases=(ground, WSGI_SERVER_FIXTURE), name=name)
    ground.setUp()
    yield layer
    ground.tearDown()


@contextmanager
def around_a_test(layer: FunctionalTesting) -> Iterator[FunctionalTesting]:
    """Undo what one test changes in the site of a layer."""
    layer.testSetUp()
    yield layer
    layer.testTearDown()
