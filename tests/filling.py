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
from typing import Any
from zope.globalrequest import clearRequest
from zope.globalrequest import setRequest

import pytest
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
        self.database = stackDemoStorage(self.get("zodbDB"), name=self.__name__)
        with self.on_top(), ploneSite() as portal:
            setRequest(portal.REQUEST)
            self["given"] = self.fill(portal)
            transaction.commit()
            clearRequest()

    def tearDown(self) -> None:
        """Let go of the filled site."""
        self.database.close()
        del self["given"]

    @contextmanager
    def on_top(self) -> Iterator[None]:
        """Lay it over the empty site, which the other tests of a module have."""
        self["zodbDB"] = self.database
        yield
        del self["zodbDB"]


def filled_once(fill: Fill, name: str, undo_after: str = "function") -> tuple[Any, Any]:
    """Return the fixtures ``filled_layer``, of a module, and ``functional`` upon it.

    A room's ``conftest.py`` names them so: what asks for the functional layer there
    finds the site filled, and what a test changes is undone after it. A module whose
    tests only look names them again with ``undo_after="module"``: the running site
    stays, and has warmed up after its first test.
    """

    @pytest.fixture(scope="module")
    def filled_layer(functional_session: None) -> Iterator[FilledLayer]:
        """Fill the site once for the tests of one module."""
        layer = FilledLayer(fill, name)
        layer.setUp()
        yield layer
        layer.tearDown()

    @pytest.fixture(scope=undo_after)
    def functional(filled_layer: FilledLayer) -> Iterator[FunctionalTesting]:
        """Return the layer of the filled site."""
        layer = FunctionalTesting(bases=(filled_layer, WSGI_SERVER_FIXTURE), name=name)
        with filled_layer.on_top():
            layer.testSetUp()
            yield layer
            layer.testTearDown()

    return filled_layer, functional
