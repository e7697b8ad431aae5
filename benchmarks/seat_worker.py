"""One process of the seat benchmark: does what it is told, a line of JSON each.

Usage: seat_worker.py INSTANCE. It presses with four threads at once, and begins anew
after a conflict as often as the publisher of an instance does.
"""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from fill_plone import create_site
from fill_plone import opened
from gastvrij.networkday import ledger_views
from gastvrij.networkday.ledger_store import Guard
from gastvrij.networkday.registering import confirm
from gastvrij.networkday.registering import register
from gastvrij.networkday.registration import Entry
from gastvrij.networkday.registration import Sender
from gastvrij.networkday.turns import take_turn
from plone import api
from Testing.makerequest import makerequest
from time import monotonic
from typing import Any
from ZODB.POSException import ConflictError
from zope.component.hooks import setSite
from zope.globalrequest import setRequest

import json
import sys
import transaction
import Zope2


THREADS = 4
TRIES = 6


def prepare(app: Any, name: str, seats: int, people: int) -> list[str]:
    """Make a day, and a form of each of so many people; return the forms' ids."""
    if "gastvrij" not in app.objectIds():
        create_site(app)
    setSite(app.gastvrij)
    now = datetime.now(UTC)
    day = api.content.create(
        app.gastvrij["netwerkdagen"],
        "NetworkDay",
        name,
        title=name,
        start=now + timedelta(days=40),
        end=now + timedelta(days=40, hours=6),
        capacity=seats,
    )
    api.content.transition(day, "announce")
    forms = [
        register(day, [Entry(f"Mens {n}")], Sender("", f"m{n}@example.org"), now).id
        for n in range(people)
    ]
    transaction.commit()
    return forms


def press(app: Any, name: str, forms: list[str], guarded: bool) -> dict[str, float]:
    """Confirm the forms, with all threads at once."""
    write = Guard.write
    if not guarded:
        Guard.write = lambda self, number: None
    try:
        with ThreadPoolExecutor(THREADS) as pool:
            seconds = list(pool.map(lambda f: confirm_one(name, f, guarded), forms))
    finally:
        Guard.write = write
    return {"errors": seconds.count(-1.0), "slowest": max(seconds)}


def confirm_one(name: str, form: str, guarded: bool) -> float:
    """Confirm one form; return the seconds it took, -1 when it never came through."""
    app = makerequest(Zope2.app())
    setRequest(app.REQUEST)
    began = monotonic()
    try:
        for _ in range(TRIES):
            setSite(app.gastvrij)
            day = app.gastvrij["netwerkdagen"][name]
            if guarded:
                take_turn(day)
            try:
                confirm(day, form, datetime.now(UTC))
                transaction.commit()
            except ConflictError:
                transaction.abort()
            else:
                return monotonic() - began
        return -1.0
    finally:
        transaction.abort()
        setSite(None)
        app._p_jar.close()


def count(app: Any, name: str) -> dict[str, int]:
    """Return how many people stand where."""
    transaction.begin()
    day = app.gastvrij["netwerkdagen"][name]
    return dict(Counter(each.standing for each in ledger_views.people(day)))


def main(home: str) -> None:
    """Do what is told, until nothing more is."""
    app = opened(home)
    does: dict[str, Callable[..., Any]] = {
        "prepare": prepare,
        "press": press,
        "count": count,
    }
    print("ready", flush=True)
    for line in sys.stdin:
        told = json.loads(line)
        answer = does[told.pop("do")](app, **told)
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
