"""The pages on which people register for a network day: WCAG, no overflow."""

from accessibility import look
from browsing import address_of
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from gastvrij.links.ledger import issue
from gastvrij.networkday import ledger
from gastvrij.networkday.registering import register
from gastvrij.networkday.registration import Entry
from gastvrij.networkday.registration import Sender
from gastvrij.networkday.registration_links import CONFIRM
from gastvrij.networkday.registration_links import OWN
from network_days import create_day
from network_days import create_in

import pytest
import transaction


DAY = "/netwerkdagen/plaatsen"
GROUP = "de-warme-drempel"
NAMES = ("An Peeters", "Bo Claes", "Cas Maes")
VISITED = (
    f"{DAY}/register",
    f"{DAY}/registration?token=bestaat-niet",
)
KEPT = (
    ("contact-person", f"{DAY}/our-people"),
    ("contact-person", f"{DAY}/register-our-people"),
    ("networkday-coordinators", f"{DAY}/join-link"),
)


@pytest.fixture(scope="module")
def tokens(demo):
    """Return the tokens of links to an own page and to confirm, on a full day."""
    portal, now = demo["portal"], datetime.now(UTC)
    start = now + timedelta(days=60)
    hours = {"start": start, "end": start + timedelta(hours=6), "whole_day": False}
    day = create_day(portal, "plaatsen", "announced", capacity=2, mode="both", **hours)
    day.ask_diet = day.ask_access = True
    for name in ("wonen", "werk"):
        item = {"start": start, "end": start + timedelta(hours=1), "capacity": 1}
        create_in(day, "ProgrammeItem", name, kind="workshop", round=1, **item)
    sender = Sender("An Peeters", "an@example.org", group=portal.groepen[GROUP].UID())
    wonen = day["wonen"].UID()
    entries = [Entry(name, items=(wonen,)) for name in NAMES]
    own = register(day, entries, sender, now, confirmed=True)
    new = register(day, entries, sender, now)
    ledger.cancel(day, own.people[:1], now)
    given = (timedelta(days=1), sender.email)
    found = {
        "registration": issue(portal, OWN, own.id, now, *given, single=False),
        "confirm-registration": issue(portal, CONFIRM, new.id, now, *given),
    }
    transaction.commit()
    return found


@pytest.mark.parametrize("path", VISITED)
def test_page_for_visitors_is_accessible(demo, page_of, tokens, path):
    assert look(page_of("visitor"), address_of(demo) + path) == {}


@pytest.mark.parametrize(
    ("page", "query"),
    [
        ("registration", ""),
        ("registration", "do=cancel&"),
        ("confirm-registration", ""),
    ],
)
def test_page_of_a_link_is_accessible(demo, page_of, tokens, page, query):
    address = f"{address_of(demo)}{DAY}/{page}?{query}token={tokens[page]}"
    assert look(page_of("visitor"), address) == {}


@pytest.mark.parametrize(("role", "path"), KEPT)
def test_page_of_who_is_logged_in_is_accessible(demo, page_of, tokens, role, path):
    assert look(page_of(role), address_of(demo) + path) == {}
