"""Every link of every letter about a network day, followed by somebody logged out."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from filling import filled_once
from following import links_to_follow
from following import open_link
from gastvrij.accounts.people import user_for
from gastvrij.links.ledger import Link
from gastvrij.mail.outbox import post
from gastvrij.networkday import ledger
from gastvrij.networkday import ledger_views
from gastvrij.networkday import speaker_steps
from gastvrij.networkday.calling_off_steps import call_off
from gastvrij.networkday.calling_off_steps import tell_what_is_due
from gastvrij.networkday.door import start_of
from gastvrij.networkday.join_link import keep_join_link
from gastvrij.networkday.link_letters import new_link
from gastvrij.networkday.people_letter import post_letters
from gastvrij.networkday.registration_links import holder_behind
from gastvrij.networkday.registration_links import OWN
from gastvrij.networkday.reminders import remind
from groups import user_called
from lxml import html
from plone import api
from registrations import fill_registrations
from seat_days import seat_day
from seat_days import sign_up
from seat_days import START
from seat_days import workshop
from urllib.parse import parse_qs
from urllib.parse import urlsplit
from zope.lifecycleevent import modified

import pytest


NOW = datetime.now(UTC)
LAST_DAY = START - timedelta(hours=5)
SECRET = "https://vergadering.example.org/zwaluwnest"
CONFIRM, OWN_PAGE = "confirm-registration", "registration"
CHOOSE, SIGN_OFF = "registration items", "registration cancel"
WITH_SEAT = [OWN_PAGE, SIGN_OFF]
# before the other days, of which nobody is to be reminded
SOONER = {"week_before": 20, "day_before": 10}


def reminded(day, days):
    """Let the due task remind people so many days before; return when that is."""
    moment = start_of(day) - timedelta(days=days)
    remind(api.portal.get(), moment)
    return moment


def come(day, *names, **how):
    """Let people come, each by a form of their own; return their ids."""
    return [sign_up(day, name, now=NOW, **how)[0] for name in names]


def asked(day, fetch):
    """Somebody sends a form."""
    come(day, "An", confirmed=False)


def seated(day, fetch):
    """One gets the seat, another waits."""
    come(day, "An", "Bo", items=[day["wonen"].UID()])


def twice(day, fetch):
    """Somebody who is in sends the form again."""
    come(day, "An")
    fetch()
    come(day, "An")


def claimed(day, fetch):
    """Somebody names a group."""
    group = api.portal.get().groepen["de-warme-drempel"].UID()
    come(day, "An", group=group)


def offered(day, fetch):
    """A seat comes free for who waits."""
    first, _second = come(day, "An", "Bo")
    fetch()
    ledger.cancel(day, [first], NOW)


def lapsed(day, fetch):
    """An offer lapses."""
    offered(day, fetch)
    fetch()
    later = NOW + timedelta(hours=49)
    ledger.settle(day, later)
    return later


def item_free(day, fetch):
    """A seat in a workshop comes free."""
    day.capacity = 5
    first, _second = come(day, "An", "Bo", items=[day["wonen"].UID()])
    fetch()
    ledger.change_items(day, first, [], NOW)


def item_gone(day, fetch):
    """A workshop goes, and there is another."""
    workshop(day, "werk", start=day.start, end=day.end)
    last_item_gone(day, fetch)


def last_item_gone(day, fetch):
    """The only workshop goes."""
    come(day, "An", items=[day["wonen"].UID()])
    fetch()
    with api.env.adopt_roles(["Manager"]):
        api.content.delete(day["wonen"])


def seat_free(day, fetch):
    """A seat comes free on the last day."""
    first, _second = come(day, "An", "Bo")
    fetch()
    ledger.cancel(day, [first], LAST_DAY)
    return LAST_DAY


def too_few(day, fetch):
    """Seats are taken away."""
    day.capacity = 2
    come(day, "An", "Bo")
    fetch()
    day.capacity = 1
    modified(day)


def week_before(day, fetch):
    """People are reminded."""
    come(day, "An")
    fetch()
    return reminded(day, 7)


def day_before(day, fetch):
    """People are reminded, and get the link to take part online."""
    come(day, "An")
    fetch()
    keep_join_link(day, SECRET)
    return reminded(day, 1)


def renewed(day, fetch):
    """Somebody asks for a new link."""
    [person] = come(day, "An")
    fetch()
    party = ledger_views.person(day, person).party
    link = Link(OWN, party, "an@example.org", NOW, NOW)
    post(api.portal.get(), new_link(day, holder_behind(day, link)), NOW)


def written_to(day, fetch):
    """A coordinator writes to people."""
    come(day, "An")
    fetch()
    post_letters(day, ledger_views.people(day), "De zaal", "Neem de zijdeur.", NOW)


def called_off(day, fetch):
    """The day does not take place."""
    come(day, "An")
    fetch()
    with api.env.adopt_roles(["Manager"]):
        call_off(day, "De zaal staat onder water.")
    later = datetime.now(UTC) + timedelta(minutes=11)
    tell_what_is_due(api.portal.get(), later)
    return later


def goes_on(day, fetch):
    """The day takes place after all."""
    fetch(called_off(day, fetch))
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(day, "reopen")


def speaker_asked(day, fetch):
    """Somebody is asked to speak."""
    coordinator = user_called("coordinator").getId()
    speaker_steps.ask(
        api.portal.get(), day["wonen"], "An", "", "an@example.org", coordinator, NOW
    )


def speaker_told(day, fetch):
    """Somebody agreed in person to be named, and then does not want it."""
    coordinator, site = user_called("coordinator").getId(), api.portal.get()
    speaker = speaker_steps.write_down(
        site, day["wonen"], "An", "", "an@example.org", coordinator, NOW
    )
    speaker_steps.say_no(site, speaker, NOW)


# the own programme, also to take out what somebody has in a calendar
CALENDAR = "own-programme.ics"
# who has them posted: where the links of the last letters lead
CASES = (
    (asked, [CONFIRM]),
    (seated, [CONFIRM, *WITH_SEAT, CALENDAR, CONFIRM, OWN_PAGE]),
    (twice, [CONFIRM, OWN_PAGE]),
    (claimed, [CONFIRM, *WITH_SEAT, CALENDAR, "our-people"]),
    (offered, [CALENDAR, "registration accept", "registration refuse"]),
    (lapsed, ["registration again"]),
    (item_free, [CALENDAR, OWN_PAGE]),
    (item_gone, [CHOOSE]),
    (last_item_gone, [OWN_PAGE]),
    (seat_free, [CALENDAR, "registrations"]),
    (too_few, ["registrations"]),
    (week_before, WITH_SEAT),
    (day_before, [*WITH_SEAT, SECRET]),
    (renewed, [OWN_PAGE]),
    (written_to, [OWN_PAGE]),
    (called_off, ["day.ics"]),
    (goes_on, ["day.ics", OWN_PAGE]),
    (speaker_asked, ["speaker"]),
    (speaker_told, ["speaker"]),
)

filled_layer, functional = filled_once(fill_registrations, "DayLetters", "module")


@pytest.fixture
def portal(functional, letterbox):
    """Return a site that knows its address; its days are left from test to test."""
    portal = functional["portal"]
    url = f"http://localhost:{functional['port']}/{portal.getId()}"
    api.portal.set_registry_record("gastvrij.public_url", url)
    return portal


def action_of(url, answer):
    """Return where a link led: the page, and what can be pressed there at once."""
    parts = urlsplit(url)
    name, page = parts.path.rpartition("/")[2], html.fromstring(answer.text)
    assert page.xpath("//main//h1"), url
    [do] = parse_qs(parts.query).get("do", [""])
    if do:
        assert page.xpath(f"//main//form[@method='post']//button[@value='{do}']"), url
    elif name in (CONFIRM, "speaker", "our-people"):
        assert page.xpath("//main//form[@method='post']//button"), url
    return f"{name} {do}".strip()


def follow(link, reader):
    """Follow a link; return where it led."""
    if link == SECRET:
        return link
    answer = open_link(link, reader)
    assert answer.status_code == 200, link
    if answer.headers["Content-Type"].startswith("text/calendar"):
        return urlsplit(answer.url).path.rpartition("/")[2]
    return action_of(answer.url, answer)


@pytest.mark.parametrize(
    ("act", "there"), CASES, ids=[act.__name__ for act, _there in CASES]
)
def test_every_link_of_a_letter_reaches_its_action(portal, letterbox, act, there):
    start = START - timedelta(days=SOONER.get(act.__name__, 0))
    hours = {"start": start, "end": start + timedelta(hours=6)}
    name = act.__name__.replace("_", "-")
    day = seat_day(portal, name, capacity=1, mode="both", **hours)
    workshop(day, "wonen", capacity=1, **hours)
    moment = act(day, lambda now=None: letterbox.fetch(portal, now))
    letters = letterbox.fetch(portal, moment)
    assert letters
    url, reached = api.portal.get_registry_record("gastvrij.public_url"), []
    for letter in letters:
        reader = letter["To"] if user_for(letter["To"]) else ""
        links = links_to_follow(letter, url)
        reached += [follow(link, reader) for link in links]
    assert sorted(reached) == sorted(there)
