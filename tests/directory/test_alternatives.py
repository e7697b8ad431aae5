"""Groups to turn to where one has stopped."""

from datetime import date
from gastvrij.directory.alternatives import alternatives_to
from gastvrij.directory.profile_view import ProfileView
from groups import ANTWERP
from groups import DEINZE
from groups import GENT
from groups import make_group
from groups import NAMUR
from groups import SCHAARBEEK
from plone import api

import pytest
import transaction


TODAY = date(2026, 5, 15)


@pytest.fixture
def stopped(portal):
    """Return a group in Ghent that has stopped, with groups near and far."""
    make_group(portal, "Ver", municipality=NAMUR)
    make_group(portal, "Brussel", municipality=SCHAARBEEK)
    make_group(portal, "Antwerpen", municipality=ANTWERP)
    make_group(portal, "Deinze", municipality=DEINZE)
    make_group(portal, "Werkt hier", municipality=ANTWERP, service_area=[GENT])
    for state in ("draft", "hidden", "paused", "ended"):
        make_group(portal, f"Ook {state}", state)
    return make_group(portal, "Weg", "ended")


def titles(cards):
    return [card.group.title for card in cards]


def test_nearest_active_groups_are_offered(portal, stopped):
    with api.env.adopt_roles(["Anonymous"]):
        cards = alternatives_to(stopped, TODAY)
    assert titles(cards) == ["Werkt hier", "Deinze", "Brussel"]
    assert [card.why for card in cards] == [
        "match_service_area",
        "match_distance",
        "match_distance",
    ]


def test_neighbour_comes_first_and_the_group_itself_never(portal, stopped):
    make_group(portal, "Buur")
    paused = make_group(portal, "Even weg", "paused")
    assert titles(alternatives_to(paused, TODAY))[:2] == ["Werkt hier", "Buur"]


def test_alone_in_the_network_has_no_alternative(portal):
    assert alternatives_to(make_group(portal, "Alleen", "ended"), TODAY) == []


@pytest.mark.parametrize(
    ("state", "expected"),
    [("active", 0), ("paused", 3), ("ended", 3), ("draft", 0), ("hidden", 0)],
)
def test_only_a_group_that_has_stopped_shows_others(filled, request, state, expected):
    make_group(filled, "Deinze", municipality=DEINZE)
    page = ProfileView(filled.groepen[state], filled.REQUEST)
    page.read_profile()
    assert len(page.alternatives) == expected


@pytest.mark.parametrize("path", ["groepen/ended", "groepen/ended/write"])
def test_visitor_of_a_group_that_has_stopped_finds_another(site, path):
    make_group(site.portal, "Deinze", municipality=DEINZE)
    transaction.commit()
    page = site.page("visitor", path)
    found = page.xpath("//section[@class='gv-stopped']//h3/a/@href")
    url = f"{site.portal.absolute_url()}/groepen"
    assert found == [f"{url}/active", f"{url}/other", f"{url}/deinze"]
