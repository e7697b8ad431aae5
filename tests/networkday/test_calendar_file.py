"""Calendar files, read back as a calendar program reads them."""

from dataclasses import replace
from datetime import date
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from dateutil.tz import tzical
from gastvrij.networkday.calendar_file import belgian_time
from gastvrij.networkday.calendar_file import calendar_file
from gastvrij.networkday.calendar_file import CalendarEvent
from gastvrij.networkday.calendar_file import CANCELLED
from icalendar import Calendar
from io import StringIO
from network_days import at
from zoneinfo import ZoneInfo

import pytest


EVENT = CalendarEvent(
    uid="3f1c7f6e-0000-4000-8000-000000000001",
    sequence=2,
    title="Samen onder dak; deel I, online",
    start=at("2027-03-20 10:00"),
    end=at("2027-03-20 12:45"),
    changed=datetime(2026, 11, 26, 12, 0, tzinfo=UTC),
    place="Online",
    text="Een voormiddag\nmet é en 🙂",
    url="https://example.org/netwerkdagen/deel-1",
    organiser="netwerkdag@example.org",
)


def read(*events):
    """Return the calendar that a program makes of a file with these events."""
    return Calendar.from_ical(calendar_file(events))


def only(calendar):
    """Return the only event of a calendar."""
    (event,) = calendar.walk("VEVENT")
    return event


# the clock changes on 28 March and on 31 October 2027, at three in the night
HOURS = pytest.mark.parametrize(
    ("start", "utc"),
    [
        ("2027-03-20 10:00", "2027-03-20 09:00"),
        ("2027-03-27 10:00", "2027-03-27 09:00"),
        ("2027-03-28 10:00", "2027-03-28 08:00"),
        ("2027-07-03 10:00", "2027-07-03 08:00"),
        ("2027-10-30 10:00", "2027-10-30 08:00"),
        ("2027-10-31 10:00", "2027-10-31 09:00"),
        ("2027-12-04 10:00", "2027-12-04 09:00"),
    ],
)


@HOURS
def test_event_opens_at_the_right_hour_in_summer_and_in_winter(start, utc):
    moment = at(start)
    calendar = read(replace(EVENT, start=moment, end=moment + timedelta(hours=2)))
    opened = only(calendar)["dtstart"]
    assert opened.params["TZID"] == "Europe/Brussels"
    assert opened.dt.astimezone(UTC).strftime("%Y-%m-%d %H:%M") == utc
    assert opened.dt.strftime("%Y-%m-%d %H:%M") == start


@HOURS
def test_program_that_knows_no_zones_reads_the_hour_by_the_rules_in_the_file(
    start, utc
):
    moment = at(start)
    written = calendar_file([replace(EVENT, start=moment, end=None)])
    elsewhere = written.replace(b"Europe/Brussels", b"Nobody/Knows")
    opened = only(Calendar.from_ical(elsewhere))["dtstart"]
    assert opened.params["TZID"] == "Nobody/Knows"
    assert opened.dt.astimezone(UTC).strftime("%Y-%m-%d %H:%M") == utc
    # and so does another program, which reads the rules alone
    rules = tzical(StringIO(written.decode())).get("Europe/Brussels")
    there = datetime.fromisoformat(start).replace(tzinfo=rules)
    assert there.astimezone(UTC).strftime("%Y-%m-%d %H:%M") == utc


@pytest.mark.parametrize("month", range(1, 13))
@pytest.mark.parametrize("year", [2026, 2027, 2035])
def test_rules_in_the_file_alone_tell_the_belgian_clock(year, month):
    rules, belgium = (
        belgian_time().to_tz(lookup_tzid=False),
        ZoneInfo("Europe/Brussels"),
    )
    moment = datetime(year, month, 15, 10)
    assert moment.replace(tzinfo=belgium).utcoffset() == rules.utcoffset(moment)


def test_event_is_read_back_as_it_was_written():
    calendar = read(EVENT)
    event = only(calendar)
    assert calendar["method"] == "PUBLISH"
    assert [str(zone["tzid"]) for zone in calendar.walk("VTIMEZONE")] == [
        "Europe/Brussels"
    ]
    assert str(event["uid"]) == EVENT.uid
    assert event["sequence"] == 2
    assert str(event["summary"]) == EVENT.title
    assert str(event["location"]) == "Online"
    assert str(event["description"]) == EVENT.text
    assert str(event["url"]) == EVENT.url
    assert str(event["organizer"]) == "mailto:netwerkdag@example.org"
    assert str(event["status"]) == "CONFIRMED"
    assert event["dtstamp"].dt == EVENT.changed
    assert event["dtend"].dt == EVENT.end


def test_whole_days_are_dates_and_end_on_the_day_after():
    calendar = read(replace(EVENT, start=date(2019, 11, 23), end=date(2019, 11, 24)))
    event = only(calendar)
    assert event["dtstart"].dt == date(2019, 11, 23)
    assert event["dtend"].dt == date(2019, 11, 25)
    assert event["dtstart"].params["VALUE"] == "DATE"
    assert calendar.walk("VTIMEZONE") == []


def test_event_with_an_open_end_has_none():
    assert "dtend" not in only(read(replace(EVENT, end=None)))


def test_cancelled_event_takes_itself_out_of_calendars():
    calendar = read(replace(EVENT, status=CANCELLED))
    assert calendar["method"] == "CANCEL"
    assert str(only(calendar)["status"]) == "CANCELLED"


def test_one_cancelled_event_among_others_takes_out_only_itself():
    calendar = read(EVENT, replace(EVENT, uid="other", status=CANCELLED))
    assert calendar["method"] == "PUBLISH"
    assert [str(e["status"]) for e in calendar.walk("VEVENT")] == [
        "CONFIRMED",
        "CANCELLED",
    ]


def test_what_is_not_known_is_left_out():
    bare = replace(EVENT, place="", text="", url="", organiser="")
    event = only(read(bare))
    assert not {"location", "description", "url", "organizer"} & set(event)


def test_line_of_a_file_is_folded_and_ends_as_the_standard_says():
    written = calendar_file([replace(EVENT, text="é" * 200)])
    lines = written.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert b"\n" not in written.replace(b"\r\n", b"")
