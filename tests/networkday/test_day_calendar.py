"""The calendar file of a day, as it changes, and of one person's programme."""

from datetime import date
from datetime import UTC
from gastvrij.networkday.day_calendar import own_calendar
from gastvrij.networkday.day_calendar import signed_off_calendar
from gastvrij.networkday.day_calendar import uid_of
from gastvrij.networkday.revisions import revision_of
from icalendar import Calendar
from network_days import at
from network_days import create_in
from network_days import SUMMER
from plone import api
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent

import pytest
import transaction


@pytest.fixture
def file_of(site):
    """Return a way to read the calendar file of a day as somebody."""

    def read(day, who="visitor"):
        answer = site.ask(f"netwerkdagen/{day}/day.ics", who)
        assert answer.status_code == 200
        return answer, Calendar.from_ical(answer.content)

    return read


def events_of(calendar):
    """Return the events of a calendar by their titles."""
    return {str(event["summary"]): event for event in calendar.walk("VEVENT")}


def change(day, **values):
    """Change a day as a form does."""
    for name, value in values.items():
        setattr(day, name, value)
    notify(ObjectModifiedEvent(day))
    transaction.commit()


def test_day_is_a_file_that_opens_at_its_hour(site, file_of):
    answer, calendar = file_of("zomer")
    event = events_of(calendar)["Netwerkdag zomer"]
    assert (
        answer.headers["Content-Type"] == "text/calendar; charset=utf-8; method=PUBLISH"
    )
    assert 'filename="zomer.ics"' in answer.headers["Content-Disposition"]
    assert answer.headers["Cache-Control"] == "no-cache"
    assert event["dtstart"].dt.astimezone(UTC).hour == 8
    assert event["dtstart"].params["TZID"] == "Europe/Brussels"
    assert str(event["url"]) == f"{site.url}/netwerkdagen/zomer"


def test_day_without_hours_is_a_date(file_of):
    _, calendar = file_of("2017")
    event = events_of(calendar)["Netwerkdag 2017"]
    assert event["dtstart"].dt == date(2017, 10, 28)
    assert event["dtend"].dt == date(2017, 10, 29)
    assert str(event["location"]) == "Globe Aroma"


def test_program_gets_the_same_file(site):
    answer = site.rest("netwerkdagen/zomer/day.ics")
    assert answer.headers["Content-Type"].startswith("text/calendar")
    assert b"BEGIN:VCALENDAR" in answer.content


def test_draft_has_no_file_for_visitors(site, file_of):
    assert site.ask("netwerkdagen/geheim/day.ics").status_code == 404
    _, calendar = file_of("geheim", "coordinator")
    assert [str(e["status"]) for e in calendar.walk("VEVENT")] == ["TENTATIVE"]


@pytest.mark.parametrize(
    ("values", "is_told"),
    [
        ({"end": at(f"{SUMMER} 17:00")}, True),
        ({"venue_name": "Buurthuis"}, True),
        ({"mode": "online"}, True),
        ({"title": "Andere titel"}, False),
        ({"description": "Anders verteld"}, False),
        ({}, False),
    ],
)
def test_number_goes_up_with_time_and_place_only(site, file_of, values, is_told):
    _, before = file_of("zomer")
    change(site.portal.netwerkdagen["zomer"], **values)
    _, after = file_of("zomer")
    (was,), (is_now,) = before.walk("VEVENT"), after.walk("VEVENT")
    assert is_now["uid"] == was["uid"]
    assert is_now["sequence"] - was["sequence"] == int(is_told)


def test_cancelling_takes_the_day_out_and_announcing_again_puts_it_back(site, file_of):
    day = site.portal.netwerkdagen["zomer"]
    told = [file_of("zomer")]
    for transition in ("cancel", "reopen", "finish"):
        with api.env.adopt_roles(["Manager"]):
            api.content.transition(day, transition)
        transaction.commit()
        told.append(file_of("zomer"))
    methods = [str(calendar["method"]) for _, calendar in told]
    assert methods == ["PUBLISH", "CANCEL", "PUBLISH", "PUBLISH"]
    (events) = [calendar.walk("VEVENT")[0] for _, calendar in told]
    assert [str(e["status"]) for e in events] == [
        "CONFIRMED",
        "CANCELLED",
        "CONFIRMED",
        "CONFIRMED",
    ]
    numbers = [e["sequence"] - events[0]["sequence"] for e in events]
    assert numbers == [0, 1, 2, 2]
    assert len({str(e["uid"]) for e in events}) == 1
    assert "method=CANCEL" in told[1][0].headers["Content-Type"]
    assert str(events[1]["summary"]).endswith(": Netwerkdag zomer")


def test_plone_exports_the_same_event(site, file_of):
    _, ours = file_of("zomer")
    answer = site.ask("netwerkdagen/ics_view")
    stock = events_of(Calendar.from_ical(answer.content))
    assert "Netwerkdag zomer" in stock
    assert "Geheime dag" not in stock
    (own,) = ours.walk("VEVENT")
    for name in ("uid", "sequence", "dtstart", "status"):
        assert stock["Netwerkdag zomer"][name] == own[name]


def test_reading_a_file_writes_nothing(site, file_of):
    day = site.portal.netwerkdagen["zomer"]
    file_of("zomer")
    transaction.begin()
    assert revision_of(day) == revision_of(day)
    assert day._p_changed is not True


@pytest.fixture
def planned(days):
    """Return a day with hours and a programme of two rounds."""
    day = days.netwerkdagen["zomer"]
    for name, kind, number, hours in (
        ("welkom", "plenary", None, ("10:00", "10:30")),
        ("a", "workshop", 1, ("10:30", "11:30")),
        ("b", "workshop", 1, ("10:30", "11:30")),
        ("soep", "break", None, ("11:30", "12:30")),
        ("c", "discussion_table", 2, ("12:30", "13:30")),
    ):
        start, end = (at(f"{SUMMER} {hour}") for hour in hours)
        room = f"zaal {name}"
        values = {"kind": kind, "round": number, "room": room}
        create_in(day, "ProgrammeItem", name, start=start, end=end, **values)
    return day


def own(day, *names, **options):
    """Return the calendar of who chose some items."""
    chosen = [day[name].UID() for name in names]
    return Calendar.from_ical(own_calendar(day, chosen, "nl", **options))


def test_own_programme_has_what_is_chosen_and_what_is_for_everyone(planned):
    events = events_of(own(planned, "b", "c"))
    assert list(events) == [
        f"{name} (Netwerkdag zomer)" for name in ("Welkom", "B", "C")
    ]
    event = events["B (Netwerkdag zomer)"]
    assert event["dtstart"].dt == at(f"{SUMMER} 10:30")
    assert str(event["location"]) == "zaal b"
    assert str(event["uid"]) == uid_of(planned["b"])


def test_own_programme_of_a_day_without_hours_is_the_day(days):
    day = days.netwerkdagen["2019"]
    assert list(events_of(own(day, "verhalen"))) == ["Afgelast: Netwerkdag 2019"]


def test_own_programme_follows_its_items_and_its_day(planned):
    was = own(planned, "a").walk("VEVENT")[1]["sequence"]
    planned["a"].room = "zaal z"
    notify(ObjectModifiedEvent(planned["a"]))
    assert own(planned, "a").walk("VEVENT")[1]["sequence"] == was + 1
    planned.venue_name = "Elders"
    notify(ObjectModifiedEvent(planned))
    event = own(planned, "a").walk("VEVENT")[1]
    assert event["sequence"] == was + 2
    assert str(event["location"]) == "zaal z, Elders"


def test_another_choice_in_a_round_takes_the_place_of_the_one_before(planned):
    planned["a"].room = "zaal z"
    notify(ObjectModifiedEvent(planned["a"]))
    was, now, other = (
        own(planned, item, changes=changes, person=person).walk("VEVENT")
        for item, changes, person in (("a", 4, "an"), ("b", 5, "an"), ("a", 4, "bo"))
    )
    assert now[1]["uid"] == was[1]["uid"] != other[1]["uid"]
    assert now[1]["sequence"] > was[1]["sequence"]
    assert str(now[1]["summary"]) == "B (Netwerkdag zomer)"
    assert was[0]["uid"] == other[0]["uid"]


def test_who_signs_off_has_nothing_left_in_the_calendar(planned):
    kept = own(planned, "a", changes=1, person="an")
    gone = Calendar.from_ical(signed_off_calendar(planned, "nl", 1, "an"))
    assert (kept["method"], gone["method"]) == ("PUBLISH", "CANCEL")
    taken = {event["uid"]: event["sequence"] for event in gone.walk("VEVENT")}
    for event in kept.walk("VEVENT"):
        assert taken[event["uid"]] > event["sequence"]
    assert uid_of(planned) in taken
    again = own(planned, "a", changes=3, person="an")
    for event in again.walk("VEVENT"):
        assert event["sequence"] > taken[event["uid"]]


def test_copy_of_a_day_is_another_event(planned):
    planned.venue_name = "Elders"
    notify(ObjectModifiedEvent(planned))
    copy = api.content.copy(planned, id="kopie")
    assert revision_of(planned) > revision_of(copy) == 0
    assert uid_of(copy) != uid_of(planned)


def test_day_that_moves_takes_its_programme_along(planned):
    winter = f"{SUMMER[:4]}-11-21"
    planned.start, planned.end = at(f"{winter} 10:00"), at(f"{winter} 16:30")
    notify(ObjectModifiedEvent(planned))
    assert planned["a"].start == at(f"{winter} 10:30")
    assert planned["c"].end == at(f"{winter} 13:30")
    brain = api.content.find(UID=planned["a"].UID())[0]
    assert brain.start == planned["a"].start


def test_day_that_begins_at_another_hour_leaves_its_programme_alone(planned):
    planned.start = at(f"{SUMMER} 10:45")
    notify(ObjectModifiedEvent(planned))
    assert planned["welkom"].start == at(f"{SUMMER} 10:00")
