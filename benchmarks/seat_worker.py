"""One process of the seat benchmark: an instance that serves, and does what it is told.

Usage: seat_worker.py INSTANCE PORT. It answers requests with four threads, as an
instance does; a line of JSON tells it what to prepare and to count.
"""

from collections import Counter
from collections.abc import Callable
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from fill_plone import create_site
from fill_plone import opened
from gastvrij.links.ledger import issue
from gastvrij.networkday import ledger_views
from gastvrij.networkday import registering
from gastvrij.networkday import turns
from gastvrij.networkday.ledger_store import Guard
from gastvrij.networkday.registration import Entry
from gastvrij.networkday.registration import Sender
from gastvrij.networkday.registration_links import CONFIRM
from plone import api
from Products.Five.browser import BrowserView
from threading import Thread
from typing import Any
from waitress.server import create_server
from zope.component import provideHandler
from zope.component.hooks import setSite
from zope.configuration import xmlconfig
from ZPublisher.httpexceptions import HTTPExceptionHandler
from ZPublisher.interfaces import IPubFailure
from ZPublisher.WSGIPublisher import publish_module

import json
import sys
import transaction


THREADS = 4
ZCML = """
<configure xmlns="http://namespaces.zope.org/zope"
           xmlns:browser="http://namespaces.zope.org/browser">
  <include package="Products.Five.browser" file="meta.zcml" />
  <browser:page
      name="seat-step"
      for="gastvrij.networkday.network_day.INetworkDay"
      class="__main__.Confirm"
      permission="zope2.View"
      />
</configure>
"""
BEGUN_ANEW: Counter[str] = Counter()
TAKE_TURN, WRITE = turns.take_turn, Guard.write


class Confirm(BrowserView):
    """Confirms a form, and draws no page: the quicker, the more of them meet."""

    def __call__(self) -> str:
        """Take a turn, and the step."""
        turns.take_turn(self.context)
        form = self.request.form["form"]
        registering.confirm(self.context, form, datetime.now(UTC))
        return "done"


def prepare(app: Any, name: str, seats: int, people: int) -> list[tuple[str, str]]:
    """Make a day, and a form of each of so many people.

    Returns the ids of the forms, with the tokens that confirm them.
    """
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
    forms = [_form(app.gastvrij, day, number, now) for number in range(people)]
    transaction.commit()
    return forms


def _form(site: Any, day: Any, number: int, now: datetime) -> tuple[str, str]:
    sender = Sender("", f"m{number}@example.org")
    form = registering.register(day, [Entry(f"Mens {number}")], sender, now).id
    lifetime = timedelta(days=1)
    return form, issue(site, CONFIRM, form, now, lifetime, person=sender.email)


def guard(app: Any, on: bool) -> None:
    """Let turns be taken and the guard be written, or neither."""
    turns.take_turn = TAKE_TURN if on else lambda day: None
    Guard.write = WRITE if on else lambda self, number: None


def count(app: Any, name: str) -> dict[str, int]:
    """Return how many people stand where."""
    day = app.gastvrij["netwerkdagen"][name]
    return dict(Counter(each.standing for each in ledger_views.people(day)))


def begun_anew(app: Any) -> int:
    """Return how many requests were begun anew since this was asked last."""
    return BEGUN_ANEW.pop("requests", 0)


def note_retry(event: Any) -> None:
    """Count a request that is begun anew."""
    BEGUN_ANEW["requests"] += event.retry
    if event.retry:
        print(event.exc_info[1], file=sys.stderr, flush=True)


def main(home: str, port: str) -> None:
    """Serve, and do what is told until nothing more is."""
    app = opened(home)
    xmlconfig.string(ZCML)
    provideHandler(note_retry, (IPubFailure,))
    server = create_server(
        HTTPExceptionHandler(publish_module),
        host="127.0.0.1",
        port=int(port),
        threads=THREADS,
        backlog=128,
    )
    Thread(target=server.run, daemon=True).start()
    does: tuple[Callable[..., Any], ...] = (prepare, guard, count, begun_anew)
    by_name = {each.__name__: each for each in does}
    print("ready", flush=True)
    for line in sys.stdin:
        told = json.loads(line)
        transaction.begin()
        setSite(app.get("gastvrij"))
        answer = by_name[told.pop("do")](app, **told)
        transaction.abort()
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
