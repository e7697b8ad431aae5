"""A visitor finds a group by a town and by what it does."""

from groups import make_group
from plone import api

import pytest


@pytest.mark.parametrize(
    "words", ["Gent", "Gand", "Brugge", "Wonen", "Oost-Vlaanderen", "Deur"]
)
def test_group_is_found_by_place_and_activity(portal, words):
    make_group(portal, "De Deur", "active", service_area=["31005"])
    found = api.portal.get_tool("portal_catalog")(
        SearchableText=words, portal_type="MemberOrganisation"
    )
    assert [brain.Title for brain in found] == ["De Deur"]


def test_group_is_not_found_by_another_town(portal):
    make_group(portal, "De Deur", "active")
    found = api.portal.get_tool("portal_catalog")(SearchableText="Hasselt")
    assert not found
