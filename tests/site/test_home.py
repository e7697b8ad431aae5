"""The home page: three doors, how many groups, the toolkit and the network day."""

from datetime import datetime
from datetime import timedelta
from gastvrij.networkday.moments import BRUSSELS
from plone import api

import pytest
import requests
import transaction


@pytest.fixture
def home(functional):
    """Return a function that reads the home page of a site without any content."""
    address = f"http://localhost:{functional['port']}/{functional['portal'].getId()}"
    transaction.commit()

    def read() -> str:
        answer = requests.get(address, timeout=30)
        assert answer.status_code == 200
        return answer.text

    return read


@pytest.fixture
def portal(functional):
    """Return the site, as somebody who may change everything."""
    with api.env.adopt_roles(["Manager"]):
        yield functional["portal"]


def add_day(portal, title, days_from_now, *transitions):
    """Add a network day of one hour."""
    start = datetime.now(BRUSSELS) + timedelta(days=days_from_now)
    day = api.content.create(
        portal.netwerkdagen,
        "NetworkDay",
        title=title,
        start=start,
        end=start + timedelta(hours=1),
    )
    for transition in transitions:
        api.content.transition(day, transition)
    transaction.commit()
    return day


def test_home_of_an_empty_site_has_its_doors_and_nothing_made_up(home):
    text = home()
    for door in ("Ik zoek hulp", "Ik wil helpen", "Wij zijn een groep"):
        assert door in text
    assert "De toolkit" not in text
    assert "netwerkdag</" not in text


def test_door_leads_to_its_page_and_else_to_the_groups(portal, home):
    assert f"{portal.absolute_url()}/groepen" in home()
    assert "/hulp-vinden" not in home()
    page = api.content.create(portal, "Document", id="hulp-vinden", title="Hulp")
    api.content.transition(page, "publish")
    transaction.commit()
    assert f'href="{portal.absolute_url()}/hulp-vinden"' in home()


def test_home_shows_the_next_day_rather_than_the_last(portal, home):
    add_day(portal, "Vorige dag", -30, "announce", "finish")
    assert "Vorige dag" in home()
    assert "De laatste netwerkdag" in home()
    add_day(portal, "Dag in ontwerp", 10)
    add_day(portal, "Volgende dag", 30, "announce")
    text = home()
    assert "Volgende dag" in text
    assert "De volgende netwerkdag" in text
    assert "Vorige dag" not in text
    assert "Dag in ontwerp" not in text


def test_home_counts_what_visitors_see(portal, home):
    for title, transitions in (("Eén", ["publish"]), ("Twee", [])):
        group = api.content.create(
            portal.groepen,
            "MemberOrganisation",
            title=title,
            legal_form="vzw",
            municipality="44021",
            activities=["housing"],
            recruiting="not_now",
        )
        for transition in transitions:
            api.content.transition(group, transition)
    transaction.commit()
    text = home()
    assert "<dd>1</dd>" in text
    assert "Oost-Vlaanderen" in text


@pytest.mark.parametrize("name", ["groepen", "toolkit", "netwerkdagen"])
def test_home_does_without_a_job_that_was_taken_away(portal, home, name):
    portal.manage_delObjects([name])
    transaction.commit()
    assert "Wij zijn een groep" in home()


def test_door_does_not_lead_to_a_page_that_the_reader_may_not_see(portal, home):
    page = api.content.create(portal, "Document", id="hulp-vinden", title="Hulp")
    transaction.commit()
    assert api.content.get_state(page) == "private"
    assert "/hulp-vinden" not in home()
