"""A site made on the "create site" screen and one made by hand are the same."""

from plone import api
from plone.app.testing import applyProfile
from plone.distribution.api import distribution
from plone.distribution.api.site import create
from test_profiles import inventory
from test_profiles import KINDS
from typing import Any
from zope.component.hooks import setSite

import pytest


@pytest.fixture
def make_site(functional: Any):
    """Return a function that makes a site with a distribution."""

    def make(distribution_name: str, **answers: Any) -> Any:
        app = functional["app"]
        answers = {
            "site_id": distribution_name,
            "title": "Gastvrij Netwerk",
            "setup_content": False,
            **answers,
        }
        with api.env.adopt_roles(["Manager"]):
            create(app, distribution_name, answers)
        setSite(app[distribution_name])
        return app[distribution_name]

    yield make
    setSite(functional["portal"])


def test_distribution_introduces_itself(functional):
    offered = distribution.get("gastvrij")
    assert offered.title == "Gastvrij Netwerk"
    assert offered.description
    assert offered.image.parent.name == "gastvrij"
    assert offered.image.read_bytes().startswith(b"\x89PNG")


def test_site_by_hand_is_the_same_as_a_site_by_distribution(make_site):
    made = make_site("gastvrij")
    distributed = inventory(made), made.getLayout(), sorted(made.objectIds())
    by_hand = make_site("classic")
    applyProfile(by_hand, "gastvrij:default")
    installed = inventory(by_hand), by_hand.getLayout(), sorted(by_hand.objectIds())
    for kind in KINDS:
        assert distributed[0][kind] == installed[0][kind], kind
    assert distributed[1:] == installed[1:]


def test_site_by_distribution_is_dutch_with_english_beside_it(make_site):
    made = make_site("gastvrij")
    assert made.Language() == "nl"
    registry = api.portal.get_registry_record
    assert registry("plone.default_language") == "nl"
    assert registry("plone.available_languages") == ["nl", "en"]
    assert registry("plone.use_request_negotiation") is False
    assert registry("plone.portal_timezone") == "Europe/Brussels"
