"""Pages kept in memory are right again once the ledger or the clock has moved.

Nothing is undone between these tests: each has a day of its own, made before the
first of them.
"""

from contextlib import contextmanager
from datetime import datetime
from datetime import time
from datetime import timedelta
from filling import filled_once
from gastvrij.networkday import ledger
from gastvrij.networkday.moments import BRUSSELS
from lxml import html
from network_days import Site
from plone import api
from seat_days import END
from seat_days import NOW
from seat_days import seat_day
from seat_days import sign_up
from seat_days import START
from seat_days import workshop
from zope.lifecycleevent import modified

import pytest
import transaction


HOUR = timedelta(hours=1)
MIDNIGHT = BRUSSELS.localize(datetime.combine(END.date() + 24 * HOUR, time()))
CLOCKS = ("caching", "views", "item_view")
SUMS_UP, DAY, ITEM = "netwerkdagen", "netwerkdagen/{}", "netwerkdagen/{}/wonen"


def take_a_seat(day):
    """Let somebody come."""
    sign_up(day, "Bo", items=[day["wonen"].UID()])


def cancel_one(day):
    """Let somebody go."""
    ledger.cancel(day, sign_up(day, "An"), NOW)


def let_an_offer_lapse(day):
    """Let the due task take back an offer, of a seat that was left."""
    an, _bo = (sign_up(day, name)[0] for name in ("Cas", "Dina"))
    ledger.cancel(day, [an], NOW)
    ledger.settle(day, NOW + 49 * HOUR)


def call_off(day):
    """Let the coordinator call the day off."""
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(day, "cancel")


def give_more_seats(day):
    """Let the coordinator put more chairs."""
    day.capacity = 9
    modified(day)


def give_fewer_in_the_item(day):
    """Let the coordinator put fewer chairs in a workshop."""
    day["wonen"].capacity = 1
    modified(day["wonen"])


FULL = "Alle plaatsen zijn bezet"
LEFT = "Er is nog één plaats."
# what the ledger does: the day's seats, who came first, what it says before and after
MOVES = (
    (take_a_seat, 1, (), (LEFT, "nog 2 plaatsen"), (FULL, "nog 1 plaats")),
    (cancel_one, 2, ("An",), (LEFT,), (LEFT,)),
    (let_an_offer_lapse, 1, (), (LEFT,), (LEFT,)),
    (call_off, 1, (), (LEFT,), ("gaat niet door",)),
    (give_more_seats, 1, ("Bo",), (FULL,), ("Er zijn nog 8 plaatsen.",)),
    (give_fewer_in_the_item, 3, (), ("nog 2 plaatsen",), ("nog 1 plaats",)),
)
# what the clock does: the day, when it is, and what it says before and after
OPENS = {"registration_opens": NOW + 24 * HOUR}
CLOSES = {"registration_closes": NOW + 24 * HOUR}
KEEPS = {"kept_share": 50, "kept_until": NOW + 24 * HOUR}
TICKS = (
    ("opens", OPENS, NOW + 24 * HOUR, "Inschrijven kan vanaf", LEFT),
    ("sluit", CLOSES, NOW + 24 * HOUR, LEFT, "Inschrijven kan niet meer."),
    ("bewaart", KEEPS, NOW + 24 * HOUR, FULL, LEFT),
    ("begint", {}, START, LEFT, "Inschrijven kan niet meer."),
    ("voorbij", {}, MIDNIGHT, "Inschrijven kan niet meer.", "Voorbij"),
)


def fill(portal):
    """Create a day for each of the tests, with a workshop."""
    for act, seats, people, _before, _after in MOVES:
        day = seat_day(portal, act.__name__, capacity=seats)
        workshop(day, "wonen", capacity=2)
        for name in people:
            sign_up(day, name)
    for name, values, *_rest in TICKS:
        day = seat_day(portal, name, capacity=1, **values)
        workshop(day, "wonen", capacity=2)


filled_layer, functional = filled_once(fill, "Kept", "module")


@pytest.fixture(scope="module")
def site(functional):
    """Return the running site."""
    portal = functional["portal"]
    url = f"http://{functional['host']}:{functional['port']}/{portal.getId()}"
    return Site(url, portal)


@contextmanager
def clock_at(moment):
    """Let the pages of days be read at a moment."""

    class Clock(datetime):
        @classmethod
        def now(cls, tz=None):
            return moment.astimezone(tz)

    with pytest.MonkeyPatch.context() as patch:
        for name in CLOCKS:
            patch.setattr(f"gastvrij.networkday.{name}.datetime", Clock)
        yield


def keep(site, path):
    """Have a page kept in memory; return its stamp and its words."""
    first = site.ask(path)
    again = site.ask(path)
    assert again.headers["X-RAMCache"], path
    stamp = first.headers["ETag"]
    assert again.headers["ETag"] == stamp
    assert site.ask(path, headers={"If-None-Match": stamp}).status_code == 304
    return stamp, words(first)


def words(answer):
    """Return what the page says."""
    [main] = html.fromstring(answer.text).xpath("//main")
    return " ".join(main.text_content().split())


def is_made_anew(site, path, stamp):
    """Return what a page says to who has it already, once it has changed."""
    answer = site.ask(path, headers={"If-None-Match": stamp})
    assert answer.status_code == 200, path
    assert "X-RAMCache" not in answer.headers
    assert answer.headers["ETag"] != stamp
    return words(answer)


@pytest.mark.parametrize(
    ("act", "before", "after"),
    [(act, before, after) for act, _seats, _people, before, after in MOVES],
    ids=[move[0].__name__ for move in MOVES],
)
def test_page_is_right_again_after_the_ledger_moved(site, act, before, after):
    paths = [path.format(act.__name__) for path in (SUMS_UP, DAY, ITEM)]
    stamps = {path: keep(site, path) for path in paths}
    assert all(word in stamps[paths[1]][1] for word in before), stamps[paths[1]][1]
    act(site.portal.netwerkdagen[act.__name__])
    transaction.commit()
    said = {path: is_made_anew(site, path, stamps[path][0]) for path in paths}
    assert all(word in said[paths[1]] for word in after), said[paths[1]]
    assert {path: keep(site, path)[1] for path in paths} == said


@pytest.mark.parametrize(
    ("name", "moment", "before", "after"),
    [(name, *rest) for name, _values, *rest in TICKS],
    ids=[tick[0] for tick in TICKS],
)
def test_page_is_right_again_after_the_clock_moved(site, name, moment, before, after):
    paths = [path.format(name) for path in (SUMS_UP, DAY, ITEM)]
    with clock_at(moment - timedelta(seconds=1)):
        stamps = {path: keep(site, path) for path in paths}
        assert before in stamps[paths[1]][1], stamps[paths[1]][1]
    with clock_at(moment):
        said = {path: is_made_anew(site, path, stamps[path][0]) for path in paths}
        assert after in said[paths[1]], said[paths[1]]
        assert {path: keep(site, path)[1] for path in paths} == said


def test_list_says_in_a_word_whether_there_is_a_seat(site):
    with clock_at(NOW):
        listed = words(site.ask(SUMS_UP))
    for word in ("Inschrijven kan", "Volzet"):
        assert word in listed
