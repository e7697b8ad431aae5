"""A network day of last autumn in the demo site, with its notes: the book is made."""

from dataclasses import replace
from datetime import date
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from gastvrij.networkday.programme_item import items_of
from gastvrij.networkday.report_plans import arrange
from gastvrij.networkday.report_plans import publish
from gastvrij.networkday.report_records import keep_notes
from gastvrij.networkday.report_records import NotePicture
from gastvrij.networkday.report_records import Notes
from gastvrij.networkday.report_records import Reporter
from gastvrij.networkday.reporting import note_picture
from gastvrij.site.coming_days import make_day
from gastvrij.site.coming_days import third_saturday
from pathlib import Path
from plone import api
from plone.namedfile.file import NamedBlobImage
from Products.CMFPlone.Portal import PloneSite
from typing import Any
from uuid import uuid4

import json


FOLDER = Path(__file__).parent.parent / "profiles" / "demo"
FILE = FOLDER / "held_day.json"
PICTURES = FOLDER / "pictures"
OCTOBER = 10
# long enough ago to be read, and not so long that its notes are forgotten
EARLIEST = timedelta(days=21)


def hold_day(portal: PloneSite, now: datetime) -> None:
    """Write down the day that was held last autumn, if it is not there yet."""
    told = json.loads(FILE.read_text("utf-8"))
    if told["id"] in portal.netwerkdagen:
        return
    held = autumn_before(now.date())
    day = make_day(portal, told, held)
    api.content.transition(day, "announce")
    api.content.transition(day, "finish")
    asked = datetime.combine(held, datetime.min.time(), UTC) + timedelta(days=2)
    for item in items_of(day):
        if item.getId() in told["notes"]:
            _note(portal, item, told["notes"][item.getId()], asked)
    arrange(portal, day, foreword=told["foreword"])
    publish(portal, day, "", now)


def autumn_before(day: date) -> date:
    """Return the third Saturday of the last October that is long enough ago."""
    this_year = third_saturday(day.year, OCTOBER)
    if day - this_year >= EARLIEST:
        return this_year
    return third_saturday(day.year - 1, OCTOBER)


def _note(portal: PloneSite, item: Any, told: dict[str, Any], asked: datetime) -> None:
    who, insights = told["reporter"], tuple(told.get("insights", ()))
    reporter = Reporter(uuid4().hex, who["name"], who["email"], "", asked)
    reporter = replace(reporter, shown=who.get("shown", ""))
    notes = Notes(item.UID(), (reporter,))
    if insights:
        notes = replace(
            notes,
            insights=insights,
            tips=tuple(told["tips"]),
            signal=told["signal"],
            pictures=tuple(_picture(*each) for each in told.get("pictures", ())),
            changed_on=asked + timedelta(days=5),
            changed_by=reporter.id,
        )
    keep_notes(portal, notes)


def _picture(name: str, alt: str) -> NotePicture:
    data = (PICTURES / name).read_bytes()
    return note_picture(NamedBlobImage(data, filename=name), alt)
