"""Hours that are typed, sent and shown again, in summer and in winter."""

from datetime import datetime
from gastvrij.networkday.field import DayMoment
from gastvrij.networkday.field import lies_within
from lxml import html
from network_days import at
from network_days import create_in
from network_days import submit
from network_days import SUMMER
from network_days import THIS_YEAR
from types import SimpleNamespace

import pytest


WINTER = f"{THIS_YEAR + 1}-11-21"
OFFSETS = {SUMMER: "+02:00", WINTER: "+01:00"}
DATES = [(SUMMER, "08:00"), (WINTER, "09:00")]


def shown(session, url, name):
    """Return what a field of a form shows."""
    page = html.fromstring(session.get(url, timeout=60).text)
    return page.xpath(f"//input[@name='{name}']/@value")[0]


def day_values(date):
    """Return a day from 10 to 16 o'clock as it is typed."""
    return {
        "form.widgets.title": "Getypte dag",
        "form.widgets.registration_opens": f"{date}T10:00",
        "form.widgets.registration_closes": f"{date}T12:00",
        "form.widgets.IEventBasic.start": f"{date}T10:00",
        "form.widgets.IEventBasic.end": f"{date}T16:00",
        "form.widgets.IShortName.id": "getypt",
    }


@pytest.mark.parametrize(("date", "utc"), DATES)
def test_hours_of_a_day_are_shown_as_they_were_typed(site, planner, date, utc):
    folder = f"{site.url}/netwerkdagen"
    add = f"{folder}/++add++NetworkDay"
    answer = submit(planner, add, "form.buttons.save", day_values(date))
    assert "getypt" in answer.url
    edit = f"{folder}/getypt/edit"
    for name, typed in day_values(date).items():
        if "T1" in typed:
            assert shown(planner, edit, name) == typed
    told = site.rest("netwerkdagen/getypt", "coordinator").json()
    assert told["start"] == told["registration_opens"] == f"{date}T{utc}:00+00:00"


@pytest.mark.parametrize(("date", "utc"), DATES)
def test_hours_of_a_day_sent_over_rest_are_shown_in_the_form(site, planner, date, utc):
    sent = {
        "@type": "NetworkDay",
        "id": "gestuurd",
        "title": "Gestuurde dag",
        "start": f"{date}T{utc}:00Z",
        "end": f"{date}T15:00:00Z",
        "registration_opens": f"{date}T10:00:00{OFFSETS[date]}",
    }
    answer = site.rest("netwerkdagen", "coordinator", method="POST", json=sent)
    assert answer.status_code == 201
    edit = f"{site.url}/netwerkdagen/gestuurd/edit"
    for name in ("IEventBasic.start", "registration_opens"):
        assert shown(planner, edit, f"form.widgets.{name}") == f"{date}T10:00"
    told = site.rest("netwerkdagen/gestuurd", "coordinator").json()
    assert told["start"] == told["registration_opens"] == f"{date}T{utc}:00+00:00"


def create_planned(site, date):
    """Create a day from 10 to 16 o'clock by the service."""
    sent = {
        "@type": "NetworkDay",
        "id": "plan",
        "title": "Geplande dag",
        "start": f"{date}T10:00:00{OFFSETS[date]}",
        "end": f"{date}T16:00:00{OFFSETS[date]}",
    }
    assert site.rest("netwerkdagen", "coordinator", method="POST", json=sent).ok


def item_values(start, end):
    """Return a programme item as it is typed."""
    return {
        "form.widgets.title": "Getypt onderdeel",
        "form.widgets.kind:list": "workshop",
        "form.widgets.start": start,
        "form.widgets.end": end,
    }


@pytest.mark.parametrize(("date", "utc"), DATES)
def test_hours_of_an_item_are_shown_as_they_were_typed(site, planner, date, utc):
    create_planned(site, date)
    add = f"{site.url}/netwerkdagen/plan/++add++ProgrammeItem"
    values = item_values(f"{date}T10:00", f"{date}T11:00")
    answer = submit(planner, add, "form.buttons.save", values)
    assert "getypt-onderdeel" in answer.url
    edit = f"{site.url}/netwerkdagen/plan/getypt-onderdeel/edit"
    assert shown(planner, edit, "form.widgets.start") == f"{date}T10:00"
    told = site.rest("netwerkdagen/plan/getypt-onderdeel", "coordinator").json()
    assert told["start"] == f"{date}T{utc}:00+00:00"


@pytest.mark.parametrize(("date", "utc"), DATES)
def test_hours_of_an_item_sent_over_rest_are_shown_in_the_form(
    site, planner, date, utc
):
    create_planned(site, date)
    sent = {
        "@type": "ProgrammeItem",
        "id": "stuk",
        "title": "Gestuurd onderdeel",
        "start": f"{date}T{utc}:00Z",
        "end": f"{date}T12:00:00Z",
    }
    answer = site.rest("netwerkdagen/plan", "coordinator", method="POST", json=sent)
    assert answer.json()["start"] == f"{date}T{utc}:00+00:00"
    edit = f"{site.url}/netwerkdagen/plan/stuk/edit"
    assert shown(planner, edit, "form.widgets.start") == f"{date}T10:00"
    change = {"start": f"{date}T{utc.replace('00', '30')}:00Z"}
    site.rest("netwerkdagen/plan/stuk", "coordinator", method="PATCH", json=change)
    assert shown(planner, edit, "form.widgets.start") == f"{date}T10:30"


def test_item_outside_its_day_is_refused_next_to_the_field(site, planner):
    create_planned(site, SUMMER)
    add = f"{site.url}/netwerkdagen/plan/++add++ProgrammeItem"
    values = item_values(f"{SUMMER}T09:59", f"{SUMMER}T11:00")
    page = html.fromstring(submit(planner, add, "form.buttons.save", values).text)
    field = page.get_element_by_id("formfield-form-widgets-start")
    assert field.xpath(".//*[contains(@class, 'invalid-feedback')]//text()")
    for name in ("end", "room"):
        other = page.get_element_by_id(f"formfield-form-widgets-{name}")
        assert not other.xpath(".//*[contains(@class, 'invalid-feedback')]//text()")
    assert page.xpath("//input[@name='form.widgets.title']/@value") == [
        "Getypt onderdeel"
    ]
    assert "getypt-onderdeel" not in told_items(site)


def told_items(site):
    """Return the ids of what the planned day holds."""
    items = site.rest("netwerkdagen/plan", "coordinator").json()["items"]
    return [item["@id"].rpartition("/")[2] for item in items]


@pytest.mark.parametrize(
    ("start", "end", "named"),
    [
        ("07:59:00Z", "09:00:00Z", ["start"]),
        ("08:00:00Z", "14:01:00Z", ["end"]),
        ("05:00:00Z", "15:00:00Z", ["end", "start"]),
        ("10:00:00Z", "09:00:00Z", ["end"]),
    ],
)
def test_item_with_wrong_hours_is_refused_over_rest(site, start, end, named):
    create_planned(site, SUMMER)
    sent = {
        "@type": "ProgrammeItem",
        "title": "Fout onderdeel",
        "start": f"{SUMMER}T{start}",
        "end": f"{SUMMER}T{end}",
    }
    answer = site.rest("netwerkdagen/plan", "coordinator", method="POST", json=sent)
    assert answer.status_code == 400
    for name in named:
        assert f"'field': '{name}'" in answer.json()["message"]
    assert answer.json()["message"].count("'field'") == len(named)
    assert told_items(site) == []


@pytest.mark.parametrize("date", [SUMMER, WINTER])
def test_hour_without_a_zone_is_that_of_the_belgian_clock(site, planner, date):
    sent = {
        "@type": "NetworkDay",
        "id": "klok",
        "title": "Klok",
        "start": f"{date}T10:00",
        "end": f"{date}T16:00:00",
        "registration_closes": f"{date}T09:00",
    }
    told = site.rest("netwerkdagen", "coordinator", method="POST", json=sent).json()
    for name, hour in (("start", 10), ("end", 16), ("registration_closes", 9)):
        moment = datetime.fromisoformat(told[name])
        assert moment == datetime.fromisoformat(f"{date}T{hour:02}:00{OFFSETS[date]}")
    item = {"@type": "ProgrammeItem", "id": "stuk", "title": "Stuk"}
    hours = {"start": f"{date}T10:00", "end": f"{date}T11:00"}
    answer = site.rest(
        "netwerkdagen/klok", "coordinator", method="POST", json=item | hours
    )
    assert answer.status_code == 201
    path = "netwerkdagen/klok/stuk"
    change = {"start": f"{date}T10:30"}
    site.rest(path, "coordinator", method="PATCH", json=change)
    edit = f"{site.url}/{path}/edit"
    assert shown(planner, edit, "form.widgets.start") == f"{date}T10:30"


def test_item_of_a_whole_day_stays_on_its_date(site):
    sent = {
        "@type": "ProgrammeItem",
        "title": "Te laat",
        "start": "2019-11-24T10:00",
        "end": "2019-11-24T11:00",
    }
    path = "netwerkdagen/2019"
    answer = site.rest(path, "coordinator", method="POST", json=sent)
    assert answer.status_code == 400
    for name in ("start", "end"):
        assert f"'field': '{name}'" in answer.json()["message"]
    items = site.rest(path, "coordinator").json()["items"]
    assert [item["title"] for item in items] == ["Verhalen"]


def test_item_may_last_as_long_as_its_day(site):
    create_planned(site, SUMMER)
    sent = {
        "@type": "ProgrammeItem",
        "id": "heel",
        "title": "De hele dag",
        "start": f"{SUMMER}T10:00:00+02:00",
        "end": f"{SUMMER}T16:00:00+02:00",
    }
    site.rest("netwerkdagen/plan", "coordinator", method="POST", json=sent)
    assert told_items(site) == ["heel"]


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        ({"start": f"{SUMMER}T16:00:00Z", "end": f"{SUMMER}T10:00:00Z"}, "end"),
        (
            {
                "registration_opens": f"{SUMMER}T16:00:00Z",
                "registration_closes": f"{SUMMER}T10:00:00Z",
            },
            "registration_closes",
        ),
    ],
)
def test_day_that_ends_before_it_begins_is_refused_over_rest(site, wrong, named):
    answer = site.rest("netwerkdagen/zomer", "coordinator", method="PATCH", json=wrong)
    assert answer.status_code == 400
    assert f"'field': '{named}'" in answer.json()["message"]
    told = site.rest("netwerkdagen/zomer").json()
    assert told["start"] == f"{SUMMER}T08:00:00+00:00"
    assert told["registration_opens"] is None


def day(start, end, whole_day=False, open_end=False):
    """Return the hours of a day on 4 July 2026."""
    moments = [at(f"2026-07-04 {hour}") for hour in (start, end)]
    return SimpleNamespace(
        start=moments[0], end=moments[1], whole_day=whole_day, open_end=open_end
    )


@pytest.mark.parametrize(
    ("moment", "hours", "lies"),
    [
        ("2026-07-04 10:00", day("10:00", "16:00"), True),
        ("2026-07-04 16:00", day("10:00", "16:00"), True),
        ("2026-07-04 16:01", day("10:00", "16:00"), False),
        ("2026-07-03 12:00", day("10:00", "16:00"), False),
        ("2026-07-04 23:00", day("10:00", "10:00", open_end=True), True),
        ("2026-07-04 09:00", day("10:00", "10:00", open_end=True), False),
        ("2026-07-05 00:30", day("10:00", "10:00", open_end=True), False),
        ("2026-07-04 03:00", day("10:00", "16:00", whole_day=True), True),
        ("2026-07-04 23:59", day("10:00", "16:00", whole_day=True), True),
        ("2026-07-03 23:59", day("10:00", "16:00", whole_day=True), False),
        ("2026-07-05 00:00", day("10:00", "16:00", whole_day=True), False),
    ],
)
def test_moment_lies_within_the_hours_of_the_day(moment, hours, lies):
    assert lies_within(at(moment), hours) is lies


def test_moment_outside_any_day_is_not_compared():
    DayMoment().bind(object()).validate(at("2026-07-04 10:00"))


def test_hours_set_by_a_script_are_kept_in_belgian_time(days):
    item = create_in(
        days.netwerkdagen["2019"],
        "ProgrammeItem",
        "los",
        start=at("2019-11-23 10:00").replace(tzinfo=None),
        end=at("2019-11-23 11:00").astimezone(tz=None),
    )
    assert item.start == at("2019-11-23 10:00")
    assert item.end == at("2019-11-23 11:00")
    assert item.start.tzinfo.zone == item.end.tzinfo.zone == "Europe/Brussels"
