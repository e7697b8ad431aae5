"""What is kept of who registered: found, told, erased, and forgotten in time."""

from datetime import timedelta
from gastvrij.networkday import ledger
from gastvrij.networkday import ledger_views
from gastvrij.networkday.ledger_store import all_ledgers
from gastvrij.networkday.ledger_store import ledger_of
from gastvrij.networkday.registering import register
from gastvrij.networkday.registration import Entry
from gastvrij.networkday.registration import Sender
from gastvrij.networkday.registrations_data import RegistrationsOfPerson
from gastvrij.networkday.seats import CONFIRMED
from gastvrij.networkday.seats_due import FORGET
from gastvrij.networkday.seats_due import SETTLE
from gastvrij.privacy.retention import kept_for
from seat_days import END
from seat_days import listening
from seat_days import NOW
from seat_days import seat_day
from seat_days import sign_up
from seat_days import standings
from seat_days import START

import pickle
import pytest


SECOND = timedelta(seconds=1)


@pytest.fixture
def day(portal):
    """Return a day with one seat."""
    return seat_day(portal, capacity=1)


def everything(day):
    """Return all that is kept of a day, as text."""
    kept = ledger_of(day)
    return str([*kept.parties(), *kept.people()])


def test_offer_that_is_over_goes_to_the_next_by_itself(portal, day):
    an = sign_up(day, "An")[0]
    for name in ("Bo", "Cem"):
        sign_up(day, name)
    ledger.cancel(day, [an], NOW)
    late = NOW + timedelta(hours=48)
    assert SETTLE(portal, late - SECOND) == 0
    with listening() as heard:
        assert SETTLE(portal, late) == 2
        assert SETTLE(portal, late) == 0
    assert heard == [("lapsed", "Bo"), ("offer", "Cem")]


def test_day_that_is_over_is_left_alone(portal, day):
    an, _bo = (sign_up(day, name)[0] for name in ("An", "Bo"))
    ledger.cancel(day, [an], NOW)
    assert SETTLE(portal, END + timedelta(days=1)) == 0


def test_form_that_was_not_confirmed_is_forgotten_after_its_time(portal, day):
    sign_up(day, "An", "Bo", confirmed=False)
    promoted = sign_up(day, "Cem", confirmed=False)[0]
    ledger.promote(day, promoted, NOW)
    over = kept_for("unconfirmed").after(NOW)
    assert FORGET(portal, over - SECOND) == 0
    assert FORGET(portal, over) == 1
    assert FORGET(portal, over) == 0
    assert standings(day) == {"Cem": "confirmed"}
    assert "an@example.org" not in everything(day)


def test_answers_go_first_then_names_and_numbers_stay(portal, day):
    entry = Entry("An", "an@example.org", diet="noten", access="rolstoel")
    sender = Sender("An", "an@example.org", "0470 12 34 56", group="poort")
    register(day, [entry], sender, NOW, confirmed=True)
    diet, names = kept_for("diet").after(END), kept_for("registrations").after(END)
    assert FORGET(portal, diet - SECOND) == 0
    assert FORGET(portal, diet) == 1
    assert FORGET(portal, diet) == 0
    assert "noten" not in everything(day)
    assert "rolstoel" not in everything(day)
    assert FORGET(portal, names - SECOND) == 0
    assert standings(day) == {"An": "confirmed"}
    assert FORGET(portal, names) == 1
    assert FORGET(portal, names) == 0
    for secret in ("An", "an@example.org", "0470"):
        assert f"'{secret}" not in everything(day)
    numbers = ledger_views.numbers(day)
    assert numbers.of(CONFIRMED) == 1
    assert numbers.by_group == {"poort": 1}
    assert ledger_views.people(day)[0].is_anonymous


def test_person_is_found_by_address_in_what_they_sent_and_what_was_sent_for_them(
    portal, day
):
    register(
        day,
        [Entry("An", "an@example.org", diet="noten"), Entry("Bo")],
        Sender("An", "an@example.org", "0470"),
        NOW,
        confirmed=True,
    )
    room = RegistrationsOfPerson()
    found = room.find(portal, " AN@example.org")
    assert [each.title for each in found] == [day.title] * 2
    person, form = room.export(portal, "an@example.org")
    assert (person["name"], person["status"]) == ("An", "confirmed")
    assert person["diet"] == "noten"
    assert (form["phone"], form["people"]) == ("0470", 2)
    assert room.find(portal, "bo@example.org") == []


def test_sender_without_an_own_address_is_the_person_with_the_same_name(portal, day):
    register(day, [Entry("An"), Entry("Bo")], Sender("An", "an@example.org"), NOW)
    told = RegistrationsOfPerson().export(portal, "an@example.org")
    assert [each.get("name") for each in told] == ["An", None]


def test_erasing_frees_the_seat_and_leaves_nothing(portal, day):
    sign_up(day, "Anneleen", phone="0470 12 34 56")
    sign_up(day, "Bo")
    room = RegistrationsOfPerson()
    with listening() as heard:
        assert room.erase(portal, "anneleen@example.org", NOW) == 2
    assert heard == [("cancelled", ""), ("offer", "Bo")]
    assert room.erase(portal, "anneleen@example.org", NOW) == 0
    assert room.find(portal, "anneleen@example.org") == []
    text = pickle.dumps([*ledger_of(day).people(), *ledger_of(day).parties()])
    for secret in (b"Anneleen", b"anneleen", b"0470"):
        assert secret not in text
    assert ledger_views.numbers(day).of("cancelled") == 1


def test_erasing_after_the_day_keeps_the_numbers(portal, day):
    sign_up(day, "An")
    room = RegistrationsOfPerson()
    assert room.erase(portal, "an@example.org", START + timedelta(days=9)) == 2
    assert ledger_views.numbers(day).of(CONFIRMED) == 1


def test_day_that_is_gone_leaves_nothing_to_find(portal, day):
    ledger.cancel(day, sign_up(day, "An"), NOW)
    assert RegistrationsOfPerson().find(portal, "an@example.org")
    portal.netwerkdagen._delObject(day.getId())
    assert all_ledgers(portal) == []
    assert RegistrationsOfPerson().find(portal, "an@example.org") == []
