"""Layers and fixtures that every room's tests share."""

from collections.abc import Iterator
from demo_layer import DemoLayer
from gastvrij.testing import FUNCTIONAL_TESTING
from gastvrij.testing import INTEGRATION_TESTING
from letterbox import Letterbox
from order_of_tests import LONGEST
from order_of_tests import MEASURED_ELSEWHERE
from plone.app.testing import FunctionalTesting
from plone.testing.zope import WSGI_SERVER_FIXTURE
from pytest_plone import fixtures_factory
from waitress.task import WSGITask
from zope.component import queryUtility
from zope.component.hooks import setSite
from zope.ramcache.interfaces.ram import IRAMCache

import os
import pytest


# translations are compiled when the layer loads them, as an instance does
os.environ["zope_i18n_compile_mo_files"] = "true"  # noqa: SIM112, its real name

globals().update(
    fixtures_factory(
        (
            (FUNCTIONAL_TESTING, "functional"),
            (INTEGRATION_TESTING, "integration"),
        )
    )
)


def pytest_collection_modifyitems(config, items):
    """Begin with the longest modules; measure no coverage where others do."""
    names = {item.path: _module(config, item) for item in items}
    items.sort(key=lambda item: names[item.path] not in LONGEST)
    for item in items:
        name = names[item.path]
        if name.startswith("browser/") or name in MEASURED_ELSEWHERE:
            item.add_marker("unmeasured")


def _module(config, item):
    path = item.path.relative_to(config.rootpath / "tests")
    return path.with_suffix("").as_posix()


@pytest.fixture(autouse=True, scope="session")
def fresh_threads():
    """Let every request begin without a site, as in a server that has just started.

    Zope leaves the site of a request in its thread. The server outlives the databases
    of the tests, so the connection of a site from the test before is closed.
    """
    execute = WSGITask.execute

    def begin_and_execute(task):
        setSite(None)
        return execute(task)

    WSGITask.execute = begin_and_execute
    yield
    WSGITask.execute = execute


@pytest.fixture(autouse=True)
def fresh_memory():
    """Forget the pages of the test before: another site had the same address."""
    yield
    cache = queryUtility(IRAMCache)
    if cache is not None:
        cache.invalidateAll()


@pytest.fixture(scope="session")
def demo_layer(functional_session) -> Iterator[DemoLayer]:
    """Make the demo site, once for all tests that ask for it."""
    layer = DemoLayer()
    layer.setUp()
    yield layer
    layer.tearDown()


@pytest.fixture(scope="module")
def demo_site(demo_layer) -> Iterator[FunctionalTesting]:
    """Return the layer of the demo site, for the tests of one module.

    Layers lie on one stack: as a layer of the whole session the demo would lie under
    the empty sites of the other tests as well.
    """
    bases = (demo_layer, WSGI_SERVER_FIXTURE)
    with demo_layer.on_top():
        yield FunctionalTesting(bases=bases, name="Demo:Functional")


@pytest.fixture
def demo(demo_site) -> Iterator[FunctionalTesting]:
    """Return the layer of the demo site; what a test changes is undone after it."""
    demo_site.testSetUp()
    yield demo_site
    demo_site.testTearDown()


@pytest.fixture
def letterbox(functional) -> Iterator[Letterbox]:
    """Return a real mail server that the site of the functional layer sends with.

    ``letterbox.fetch(portal)`` sends what is due and returns the letters that came.
    """
    box = Letterbox()
    box.serve(functional["portal"])
    box.open()
    yield box
    box.close()
