"""Layers and fixtures that every room's tests share."""

from gastvrij.testing import FUNCTIONAL_TESTING
from gastvrij.testing import INTEGRATION_TESTING
from pytest_plone import fixtures_factory


globals().update(
    fixtures_factory(
        (
            (FUNCTIONAL_TESTING, "functional"),
            (INTEGRATION_TESTING, "integration"),
        )
    )
)
