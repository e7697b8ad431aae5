"""Days for which people register, and short ways to let them do so."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from gastvrij.networkday import ledger_views
from gastvrij.networkday.moments import in_brussels
from gastvrij.networkday.moved import ISeatsMoved
from gastvrij.networkday.registering import confirm
from gastvrij.networkday.registering import register
from gastvrij.networkday.registration import Entry
from gastvrij.networkday.registration import Sender
from network_days import create_day
from network_days import create_in
from zope.component import getGlobalSiteManager

import contextlib


NOW = datetime.now(UTC).replace(minute=0, second=0, microsecond=0)
START = in_brussels(NOW + timedelta(days=40))
END = START + timedelta(hours=6)


def seat_day(portal, name="plaatsen", state="announced", **values):
    """Create a day in forty days, which is announced unless told otherwise."""
    given = {"start": START, "end": END, "whole_day": False, "mode": "on_site"}
    return create_day(portal, name, state, **(given | values))


def workshop(day, name, round=1, capacity=None, **values):  # noqa: A002, as the field
    """Create an item that people choose."""
    given = {"kind": "workshop", "start": START, "end": START + timedelta(hours=1)}
    return create_in(
        day,
        "ProgrammeItem",
        name,
        round=round,
        capacity=capacity,
        **(given | values),
    )


def address(name):
    """Return the address of somebody."""
    return f"{name.lower().replace(' ', '.')}@example.org"


def sign_up(day, *names, now=NOW, items=(), confirmed=True, **sender):
    """Let somebody register people and confirm; return the ids of the people."""
    acknowledged = sender.pop("acknowledged", False)
    entries = [Entry(name, address(name), tuple(items)) for name in names]
    given = {"name": names[0], "email": address(names[0])}
    party = register(
        day, entries, Sender(**(given | sender)), now, acknowledged=acknowledged
    )
    if confirmed:
        confirm(day, party.id, now)
    return party.people


def standings(day):
    """Return where everybody stands, by name."""
    return {each.name: each.standing for each in ledger_views.people(day)}


@contextlib.contextmanager
def listening():
    """Collect what is told, as pairs of kind and name, while seats move."""
    heard = []

    def listen(moved):
        for news in moved.news:
            name = ""
            if news.person:
                name = ledger_views.person(moved.day, news.person).name
            heard.append((news.kind, name))

    manager = getGlobalSiteManager()
    manager.registerHandler(listen, (ISeatsMoved,))
    yield heard
    manager.unregisterHandler(listen, (ISeatsMoved,))
