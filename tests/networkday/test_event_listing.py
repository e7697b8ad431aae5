"""A network day among Plone's own events."""

from network_days import at
from network_days import SUMMER
from plone.app.event.base import get_events
from plone.event.interfaces import IEventAccessor


def test_day_is_one_of_plones_events(days):
    start, end = at(f"{SUMMER} 00:00"), at(f"{SUMMER} 23:59")
    found = get_events(days, start=start, end=end)
    assert [brain.getId for brain in found] == ["zomer"]


def test_programme_items_are_no_events_of_their_own(days):
    found = get_events(days, start=at("2019-11-23 00:00"), end=at("2019-11-23 23:59"))
    assert [brain.getId for brain in found] == ["2019"]


def test_events_know_the_place_of_a_day(days):
    found = get_events(days, start=at("2017-10-28 00:00"), end=at("2017-10-28 23:59"))
    assert [brain.location for brain in found] == ["Globe Aroma"]
    assert IEventAccessor(days.netwerkdagen["2017"]).location == "Globe Aroma"
    assert IEventAccessor(days.netwerkdagen["2018"]).location == ""


def test_event_listing_shows_days_and_no_drafts(site):
    page = site.ask("netwerkdagen/event_listing?mode=all&b_size=50").text
    assert "Netwerkdag zomer" in page
    assert "Netwerkdag 2017" in page
    assert "Globe Aroma" in page
    assert "Geheim" not in page
    assert (
        "Geheime dag"
        in site.ask("netwerkdagen/event_listing?mode=all&b_size=50", "coordinator").text
    )
