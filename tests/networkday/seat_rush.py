"""Many people at once at the seats of a day, over a real server.

The page below stands for what takes a step in answer to a request: it takes a turn,
does one thing, and is begun anew by the publisher when it conflicts.
"""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from datetime import UTC
from gastvrij.interfaces import IGastvrijLayer
from gastvrij.networkday import ledger
from gastvrij.networkday import ledger_views
from gastvrij.networkday import registering
from gastvrij.networkday import turns
from gastvrij.networkday.network_day import INetworkDay
from gastvrij.networkday.registration import Entry
from gastvrij.networkday.registration import Sender
from gastvrij.networkday.seats import SeatRefused
from Products.Five.browser import BrowserView
from zope.component import getGlobalSiteManager
from zope.component.hooks import getSite
from zope.component.hooks import setSite
from zope.configuration import xmlconfig
from zope.interface import Interface
from zope.lifecycleevent import modified

import contextlib
import requests
import transaction


PAGE = "seat-step"
ZCML = f"""
<configure xmlns="http://namespaces.zope.org/zope"
           xmlns:browser="http://namespaces.zope.org/browser">
  <include package="Products.Five.browser" file="meta.zcml" />
  <browser:page
      name="{PAGE}"
      for="gastvrij.networkday.network_day.INetworkDay"
      class="seat_rush.Step"
      permission="zope2.View"
      layer="gastvrij.interfaces.IGastvrijLayer"
      />
</configure>
"""


class Step(BrowserView):
    """One step with one person or form."""

    def __call__(self):
        """Take the step; a refusal is an answer too."""
        form, now = self.request.form, datetime.now(UTC)
        turns.take_turn(self.context)
        try:
            getattr(self, form["step"])(form.get("thing", ""), now)
        except SeatRefused as refused:
            return type(refused).__name__
        return "done"

    def confirm(self, party, now):
        """Confirm a form."""
        registering.confirm(self.context, party, now)

    def register(self, name, now):
        """Let somebody in who is logged in."""
        sender = Sender(name, f"{name}@example.org")
        registering.register(self.context, [Entry(name)], sender, now, confirmed=True)

    def cancel(self, person, now):
        """Cancel somebody."""
        ledger.cancel(self.context, [person], now)

    def accept(self, person, now):
        """Accept what is offered."""
        ledger.accept(self.context, [person], now)

    def promote(self, person, now):
        """Give somebody a seat."""
        ledger.promote(self.context, person, now)

    def capacity(self, number, now):
        """Change the number of seats."""
        self.context.capacity = int(number)
        modified(self.context)


@contextlib.contextmanager
def page():
    """Let the server have the page; it is registered for all sites, and taken away."""
    site = getSite()
    setSite(None)
    xmlconfig.string(ZCML)
    setSite(site)
    yield
    getGlobalSiteManager().adapters.unregister(
        (INetworkDay, IGastvrijLayer), Interface, PAGE
    )


def take_steps(url, steps, people=20):
    """Take steps at once, as pairs of a step and a thing; return the answers."""

    def take(step):
        data = {"step": step[0], "thing": step[1]}
        return requests.post(f"{url}/{PAGE}", data=data, timeout=60)

    with ThreadPoolExecutor(people) as rush:
        answers = list(rush.map(take, steps))
    transaction.begin()
    assert {answer.status_code for answer in answers} <= {200}, Counter(
        answer.status_code for answer in answers
    )
    return [answer.text for answer in answers]


def standings(day):
    """Return how many people stand where."""
    return dict(Counter(each.standing for each in ledger_views.people(day)))
