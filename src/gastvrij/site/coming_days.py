"""The network days to come in the demo site: next spring, whenever that is.

What is in the past stands in the demo's own content; this has to stay in the future.
"""

from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from gastvrij.networkday.moments import BRUSSELS
from gastvrij.networkday.moments import in_brussels
from gastvrij.networkday.network_day import NetworkDay
from pathlib import Path
from plone import api
from plone.app.textfield.value import RichTextValue
from Products.CMFPlone.Portal import PloneSite
from typing import Any

import json


FILE = Path(__file__).parent.parent / "profiles" / "demo" / "coming_days.json"
SATURDAY = 5
# what is told of a day beside its fields
NO_FIELDS = ("month", "items", "notes", "foreword")
SOONEST = timedelta(weeks=6)
OPEN_SINCE, CLOSES_BEFORE = timedelta(days=7), timedelta(days=3)


def plan_coming_days(portal: PloneSite, now: datetime) -> None:
    """Plan the days that are not there yet, and announce them.

    Those of a series come one after another, in the spring after the first.
    """
    year = spring_after(now.date())
    for told in json.loads(FILE.read_text("utf-8")):
        if told["id"] not in portal.netwerkdagen:
            plan_day(portal, told, third_saturday(year, told["month"]), now)


def spring_after(day: date) -> int:
    """Return the year of the first spring that is far enough to be planned."""
    is_near = third_saturday(day.year, 3) - day < SOONEST
    return day.year + is_near


def third_saturday(year: int, month: int) -> date:
    """Return the third Saturday of a month."""
    first = date(year, month, 1)
    return first + timedelta(days=(SATURDAY - first.weekday()) % 7 + 14)


def plan_day(portal: PloneSite, told: dict[str, Any], day: date, now: datetime) -> None:
    """Plan one day with its programme."""
    made = make_day(
        portal,
        told,
        day,
        registration_opens=in_brussels(now - OPEN_SINCE),
        registration_closes=in_brussels(_at(day, told["start"]) - CLOSES_BEFORE),
    )
    api.content.transition(made, "announce")


def make_day(
    portal: PloneSite, told: dict[str, Any], day: date, **more: Any
) -> NetworkDay:
    """Create a day with its programme, on a date."""
    values = {name: told[name] for name in told if name not in NO_FIELDS}
    values["text"] = RichTextValue(told["text"], "text/html", "text/x-html-safe")
    made = api.content.create(
        portal.netwerkdagen, "NetworkDay", **_with_hours(values, day), **more
    )
    for item in told["items"]:
        speakers = [
            {"name": name, "organisation": organisation}
            for name, organisation in item.get("speakers", ())
        ]
        values = _with_hours(item, day) | {"speakers": speakers}
        api.content.create(made, "ProgrammeItem", **values)
    return made


def _with_hours(values: dict[str, Any], day: date) -> dict[str, Any]:
    hours = {name: _at(day, values[name]) for name in ("start", "end")}
    return values | hours


def _at(day: date, clock: str) -> datetime:
    return BRUSSELS.localize(datetime.combine(day, time.fromisoformat(clock)))
