"""The network days to come of the demo site."""

from datetime import date
from datetime import datetime
from datetime import UTC
from gastvrij.networkday.programme import programme
from gastvrij.site.coming_days import plan_coming_days
from gastvrij.site.coming_days import spring_after
from gastvrij.site.coming_days import third_saturday
from plone import api

import pytest
import requests


@pytest.mark.parametrize(
    ("today", "year"),
    [
        (date(2026, 11, 26), 2027),
        (date(2027, 1, 30), 2027),
        (date(2027, 2, 20), 2028),
        (date(2027, 4, 1), 2028),
    ],
)
def test_spring_is_far_enough_to_be_planned(today, year):
    assert spring_after(today) == year


@pytest.mark.parametrize(
    ("year", "month", "day"), [(2027, 3, 20), (2027, 5, 15), (2028, 1, 15)]
)
def test_days_are_on_the_third_saturday(year, month, day):
    assert third_saturday(year, month) == date(year, month, day)


def test_demo_plans_a_day_online_with_two_rounds(demo):
    day = demo["portal"].netwerkdagen["deel-1"]
    told = [
        (part.number, f"{part.start:%H:%M}", len(part.slots)) for part in programme(day)
    ]
    assert told == [
        (None, "10:00", 1),
        (1, "10:25", 2),
        (None, "11:25", 1),
        (2, "11:35", 2),
        (None, "12:30", 1),
    ]
    assert day.mode == "online"
    assert day.start > datetime.now(UTC)
    assert api.content.get_state(day) == "announced"
    for slot in programme(day)[1].slots:
        houses = [organisation for _, organisation in slot.speakers]
        assert len(set(houses)) > 1


def test_demo_says_that_the_day_is_an_example(demo):
    for name in ("deel-1", "deel-2"):
        day = demo["portal"].netwerkdagen[name]
        assert "bestaan niet echt" in day.text.raw
        assert "verzonnen" in day.description
        assert day.contact_email.endswith("@example.org")


def test_demo_again_leaves_the_days_that_are_there(demo):
    portal = demo["portal"]
    portal.netwerkdagen["deel-1"].title = "Veranderd"
    with api.env.adopt_roles(["Manager"]):
        plan_coming_days(portal, datetime.now(UTC))
    assert portal.netwerkdagen["deel-1"].title == "Veranderd"


def test_visitor_reads_the_coming_day_and_the_archive(demo):
    site = f"http://localhost:{demo['port']}/{demo['portal'].getId()}"
    archive = requests.get(f"{site}/netwerkdagen", timeout=60).text
    for written in ("Samen onder dak", "Globe Aroma", "Kazerne Dossin", "Samenwerking"):
        assert written in archive
    assert archive.count("@@download/report_book") == 3
    day = requests.get(f"{site}/netwerkdagen/deel-1", timeout=60).text
    for written in ("10.25–11.25", "Ilse Voorbeeld", "Trap Op, Deur Open", "Kamer B"):
        assert written in day
    assert f'href="{site}/netwerkdagen/deel-2"' in day
