"""Moments in whichever clock they come: they are stored in Belgian time."""

from datetime import datetime
from datetime import UTC
from network_days import at
from network_days import create_day
from network_days import create_in
from zoneinfo import ZoneInfo
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent

import pytest
import transaction


BELGIUM = ZoneInfo("Europe/Brussels")
NAMES = ("start", "end", "registration_opens", "registration_closes")


@pytest.mark.parametrize("zone", [BELGIUM, ZoneInfo("Asia/Tokyo"), UTC])
def test_day_set_by_a_script_in_any_zone_can_be_stored(site, zone):
    start, end = at("2031-07-04 10:00"), at("2031-07-04 16:00")
    moments = [start, end, start, end]
    values = {n: m.astimezone(zone) for n, m in zip(NAMES, moments, strict=True)}
    day = create_day(site.portal, "zone", "announced", whole_day=False, **values)
    item = create_in(
        day,
        "ProgrammeItem",
        "stuk",
        kind="workshop",
        start=start.astimezone(zone),
        end=end.astimezone(zone),
    )
    transaction.commit()
    assert [getattr(day, name) for name in NAMES] == moments
    assert day.start.tzinfo.zone == item.end.tzinfo.zone == "Europe/Brussels"


def test_day_moved_by_a_script_can_be_stored(site):
    day = site.portal.netwerkdagen["zomer"]
    day.start = datetime(2031, 7, 4, 10, tzinfo=BELGIUM)
    day.end = datetime(2031, 7, 4, 16, tzinfo=UTC)
    notify(ObjectModifiedEvent(day))
    transaction.commit()
    assert (day.start, day.end) == (at("2031-07-04 10:00"), at("2031-07-04 18:00"))
