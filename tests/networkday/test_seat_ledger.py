"""The ledger of a day: who comes in, what they do there, and what is told of it."""

from datetime import timedelta
from gastvrij.links.ledger import issue
from gastvrij.links.ledger import links_of
from gastvrij.mail.outbox import letters_of
from gastvrij.networkday import ledger
from gastvrij.networkday import ledger_views
from gastvrij.networkday.calling_off import note_told
from gastvrij.networkday.correcting import correct
from gastvrij.networkday.ledger_store import all_ledgers
from gastvrij.networkday.ledger_store import has_ledger
from gastvrij.networkday.registering import confirm
from gastvrij.networkday.registering import register
from gastvrij.networkday.registration import Entry
from gastvrij.networkday.registration import Sender
from gastvrij.networkday.registration_links import CONFIRM
from gastvrij.networkday.registration_links import is_read_by_them
from gastvrij.networkday.registration_links import OWN
from gastvrij.networkday.seats import Closed
from gastvrij.networkday.seats import CONFIRMED
from gastvrij.networkday.seats import NotOffered
from gastvrij.networkday.seats import TooManyOfGroup
from gastvrij.networkday.seats import WrongChoice
from plone import api
from Products.statusmessages.interfaces import IStatusMessage
from seat_days import END
from seat_days import listening
from seat_days import NOW
from seat_days import seat_day
from seat_days import sign_up
from seat_days import standings
from seat_days import START
from seat_days import workshop
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent

import pytest


@pytest.fixture
def day(portal):
    """Return a day with two seats and two workshops, one of them with one seat."""
    day = seat_day(portal, capacity=2)
    workshop(day, "wonen", capacity=1)
    workshop(day, "werk")
    return day


def test_form_takes_no_seat_before_its_address_is_confirmed(day):
    with listening() as heard:
        people = sign_up(day, "An", "Bo", confirmed=False)
    assert heard == [("ask_confirm", "")]
    assert standings(day) == {"An": "unconfirmed", "Bo": "unconfirmed"}
    form = ledger_views.party(day, ledger_views.person(day, people[0]).party)
    with listening() as heard:
        confirm(day, form.id, NOW)
        confirm(day, form.id, NOW)
    assert heard == [("seat", "An"), ("seat", "Bo")]
    assert ledger_views.party(day, form.id).confirmed == NOW


def test_journey_of_the_last_two_seats(day):
    an, bo, cem, dina = (sign_up(day, name)[0] for name in ("An", "Bo", "Cem", "Dina"))
    assert ledger_views.position(day, dina) == 2
    assert ledger_views.position(day, an) == 0
    with listening() as heard:
        ledger.cancel(day, [bo], NOW)
        ledger.accept(day, [cem], NOW)
        ledger.accept(day, [cem], NOW)
    assert heard == [("cancelled", "Bo"), ("offer", "Cem"), ("seat", "Cem")]
    later = NOW + timedelta(hours=48)
    ledger.cancel(day, [an], NOW)
    with listening() as heard:
        ledger.settle(day, later)
        ledger.settle(day, later)
    assert heard == [("lapsed", "Dina")]
    assert ledger_views.numbers(day).of(CONFIRMED) == 1
    moments = [name for name, _when in ledger_views.person(day, dina).moments]
    assert moments == ["unconfirmed", "waiting", "offered", "lapsed"]


def test_same_person_comes_once(day):
    sign_up(day, "An Peeters")
    with listening() as heard:
        sign_up(day, "AN peeters")
    assert [kind for kind, _name in heard] == ["ask_confirm", "already"]
    assert ledger_views.numbers(day).of(CONFIRMED) == 1


def test_two_people_with_one_address_both_come(day):
    register(
        day,
        [Entry("An"), Entry("Bo")],
        Sender("An", "an@example.org"),
        NOW,
        confirmed=True,
    )
    assert ledger_views.numbers(day).of(CONFIRMED) == 2
    for person in ledger_views.people(day):
        assert ledger_views.address_of(day, person) == "an@example.org"


@pytest.mark.parametrize(
    ("values", "status"),
    [
        ({"state": "draft"}, "not_open"),
        ({"registration_opens": START - timedelta(days=1)}, "not_open"),
        ({"registration_closes": START - timedelta(days=60)}, "closed"),
        ({"start": START - timedelta(days=40, hours=3)}, "closed"),
        (
            {"start": START - timedelta(days=60), "end": START - timedelta(days=59)},
            "past",
        ),
        ({"state": "cancelled"}, "cancelled"),
    ],
)
def test_closed_day_takes_nobody_in_and_says_why(portal, values, status):
    day = seat_day(portal, **values)
    with pytest.raises(Closed) as caught:
        sign_up(day, "An")
    assert caught.value.status == status
    assert not has_ledger(day)


def test_form_that_was_sent_in_time_can_be_confirmed_until_the_start(day):
    people = sign_up(day, "An", confirmed=False)
    day.registration_closes = START - timedelta(days=20)
    form = ledger_views.person(day, people[0]).party
    with pytest.raises(Closed):
        confirm(day, form, START)
    confirm(day, form, START - timedelta(minutes=1))
    assert standings(day) == {"An": "confirmed"}


def test_coordinator_takes_in_who_calls_after_closing(day):
    day.registration_closes = START - timedelta(days=60)
    register(day, [Entry("An")], Sender("An", channel="phone"), NOW, confirmed=True)
    assert standings(day) == {"An": "confirmed"}


def test_form_asks_nothing_that_nobody_can_have(day):
    items = [item.UID() for item in day.objectValues()]
    with pytest.raises(WrongChoice):
        sign_up(day, "An", items=items)
    with pytest.raises(WrongChoice):
        sign_up(day, "An", items=["unknown"])
    day.max_per_group = 1
    with pytest.raises(TooManyOfGroup):
        sign_up(day, "An", "Bo", group="poort")
    assert not has_ledger(day)


def test_choices_are_seated_with_the_day(day):
    wonen, werk = (item.UID() for item in day.objectValues())
    an = sign_up(day, "An", items=[wonen])[0]
    bo = sign_up(day, "Bo", items=[wonen])[0]
    numbers = ledger_views.numbers(day).by_item[wonen]
    assert (numbers.seated, numbers.waiting) == (1, 1)
    with listening() as heard:
        ledger.change_items(day, an, [werk], NOW)
    assert heard == [("item_seat", "Bo")]
    assert ledger_views.person(day, bo).seat.choices[0].seated


def test_item_that_is_deleted_is_told_to_who_chose_it(day):
    wonen = day["wonen"].UID()
    sign_up(day, "An", items=[wonen])
    with listening() as heard, api.env.adopt_roles(["Manager"]):
        api.content.delete(day["wonen"])
    assert heard == [("item_gone", "An")]


def test_more_seats_are_offered_when_the_day_is_saved(day):
    for name in ("An", "Bo", "Cem", "Dina"):
        sign_up(day, name)
    before = ledger_views.stamp(day)
    day.capacity = 3
    with listening() as heard:
        notify(ObjectModifiedEvent(day))
        notify(ObjectModifiedEvent(day))
    assert heard == [("offer", "Cem")]
    assert ledger_views.stamp(day) > before


def test_who_moves_a_day_is_told_that_people_count_on_it(day, portal):
    def messages():
        notify(ObjectModifiedEvent(day))
        return IStatusMessage(portal.REQUEST).show()

    day.venue_name = "De Centrale"
    assert messages() == []
    sign_up(day, "An")
    assert messages() == []
    day.venue_name = "De Vooruit"
    [message] = messages()
    assert (message.type, "1" in message.message) == ("warning", True)


def test_less_seats_throw_nobody_out_and_the_coordinator_is_told_once(day):
    sign_up(day, "An", "Bo")
    day.capacity = 1
    with listening() as heard:
        notify(ObjectModifiedEvent(day))
        notify(ObjectModifiedEvent(day))
    assert heard == [("over_capacity", "")]
    assert set(standings(day).values()) == {"confirmed"}


def test_seats_of_an_item_follow_when_it_is_saved(day):
    wonen = day["wonen"]
    for name in ("An", "Bo"):
        sign_up(day, name, items=[wonen.UID()])
    wonen.capacity = 2
    with listening() as heard:
        notify(ObjectModifiedEvent(wonen))
    assert heard == [("item_seat", "Bo")]


def test_day_that_is_cancelled_keeps_everybody_and_goes_on_when_reopened(day):
    an, _bo, cem = (sign_up(day, name)[0] for name in ("An", "Bo", "Cem"))
    ledger.cancel(day, [an], NOW)
    with listening() as heard, api.env.adopt_roles(["Manager"]):
        api.content.transition(day, "cancel")
        with pytest.raises(Closed):
            ledger.accept(day, [cem], NOW)
        ledger.settle(day, NOW + timedelta(days=3))
        assert heard == []
        note_told(day, 2, NOW)
        api.content.transition(day, "reopen")
    assert heard == [("offer", "Cem")]
    ledger.accept(day, [cem], NOW)
    assert standings(day) == {"An": "cancelled", "Bo": "confirmed", "Cem": "confirmed"}


@pytest.mark.parametrize(("hours", "anew"), [(1, []), (72, [("offer", "Cem")])])
def test_offer_begins_anew_after_an_undo_only_when_it_ended_meanwhile(day, hours, anew):
    long_ago = NOW - timedelta(hours=hours)
    an, _bo, cem = (sign_up(day, name, now=long_ago)[0] for name in ("An", "Bo", "Cem"))
    with api.env.adopt_roles(["Manager"]):
        ledger.cancel(day, [an], long_ago)
        api.content.transition(day, "cancel")
        with listening() as heard:
            api.content.transition(day, "reopen")
    assert heard == anew
    assert ledger_views.person(day, cem).standing == "offered"


def test_group_sees_whom_it_knows_and_of_others_that_they_ask(day):
    with listening() as heard:
        an = sign_up(day, "An", group="poort")[0]
    assert heard[-1] == ("group_claimed", "")
    sign_up(day, "Bo", group="poort", acknowledged=True)
    sign_up(day, "Cem", group="poort", confirmed=False)
    sign_up(day, "Dina", group="drempel")

    def seen(look):
        return [person.name for person in look(day, "poort")]

    assert seen(ledger_views.of_group) == ["Bo"]
    assert seen(ledger_views.claims_of) == ["An"]
    with pytest.raises(KeyError):
        ledger.acknowledge(day, [an], "drempel", NOW)
    ledger.acknowledge(day, [an], "poort", NOW)
    assert seen(ledger_views.of_group) == ["An", "Bo"]
    ledger.disown(day, [an], "poort", NOW)
    assert seen(ledger_views.of_group) == ["Bo"]
    assert ledger_views.person(day, an).is_there


def test_what_people_eat_is_forgotten_when_they_cancel(day):
    entry = Entry("An", diet="vegetarisch", access="rolstoel")
    party = register(day, [entry], Sender("An"), NOW, confirmed=True)
    assert ledger_views.person(day, party.people[0]).diet == "vegetarisch"
    ledger.cancel(day, party.people, NOW)
    person = ledger_views.person(day, party.people[0])
    assert (person.diet, person.access) == ("", "")


def test_who_has_come_is_noted_for_who_has_a_seat(day):
    an, _bo, cem = (sign_up(day, name)[0] for name in ("An", "Bo", "Cem"))
    ledger.check_in(day, an, NOW)
    ledger.check_in(day, an, END)
    assert ledger_views.person(day, an).checked_in == NOW
    ledger.check_out(day, an)
    assert ledger_views.person(day, an).checked_in is None
    with pytest.raises(NotOffered):
        ledger.check_in(day, cem, NOW)


def test_texts_are_corrected_without_a_seat_moving(day):
    an = sign_up(day, "An")[0]
    correct(day, an, name="Ann", email="ann@example.org")
    person = ledger_views.person(day, an)
    assert (person.name, person.email) == ("Ann", "ann@example.org")
    assert person.is_there


def test_sender_whose_name_is_put_right_still_reads_their_own_letters(day):
    party = register(day, [Entry("An")], Sender("An", "an@example.org"), NOW)
    correct(day, party.people[0], name="Ann")
    party = ledger_views.party(day, party.id)
    assert party.name == "Ann"
    assert is_read_by_them(party, ledger_views.people_of(day, party))


def test_links_of_an_address_die_when_nobody_of_the_form_is_reached_there(day, portal):
    old = "an@example.org"
    entries = [Entry("An"), Entry("Bo"), Entry("Cem", "cem@example.org")]
    party = register(day, entries, Sender("An", old), NOW, confirmed=True)
    an, bo, cem = party.people
    for purpose in (CONFIRM, OWN):
        for address in (old, "cem@example.org"):
            issue(portal, purpose, party.id, NOW, timedelta(days=9), address)

    def kept(address):
        return sorted(link.purpose for link in links_of(portal, address))

    correct(day, cem, email="cem.maes@example.org")
    assert (kept("cem@example.org"), kept(old)) == ([], [CONFIRM, OWN])
    correct(day, bo, email=old.upper())
    correct(day, an, email="an.peeters@example.org")
    assert kept(old) == [OWN]
    assert ledger_views.party(day, party.id).email == "an.peeters@example.org"
    correct(day, bo, email="bo@example.org")
    assert kept(old) == []


def test_unknown_ids_are_no_ids_of_this_day(day, portal):
    other = seat_day(portal, "andere")
    stranger = sign_up(other, "An")[0]
    for step in (ledger.cancel, ledger.accept, ledger.refuse, ledger.wait_again):
        with pytest.raises(KeyError):
            step(day, [stranger], NOW)
    with pytest.raises(KeyError):
        ledger_views.person(day, stranger)
    with pytest.raises(KeyError):
        confirm(day, ledger_views.person(other, stranger).party, NOW)


def test_coordinators_list_has_who_is_next(day):
    an, _bo, cem = (sign_up(day, name)[0] for name in ("An", "Bo", "Cem"))
    assert ledger_views.in_line(day, NOW) == []
    last_day = START - timedelta(hours=20)
    with listening() as heard:
        ledger.cancel(day, [an], last_day)
    assert heard == [("cancelled", "An"), ("seat_free", "Cem")]
    assert [each.id for each in ledger_views.in_line(day, last_day)] == [cem]
    ledger.promote(day, cem, last_day)
    assert ledger_views.person(day, cem).is_there
    assert ledger_views.in_line(day, last_day) == []


def test_coordinators_read_once_that_somebody_is_to_be_called(day, portal):
    day.contact_email = "dag@example.org"
    an, bo, _cem = (sign_up(day, name)[0] for name in ("An", "Bo", "Cem"))
    for gone in (an, bo):
        ledger.cancel(day, [gone], START - timedelta(hours=20))
    subjects = [
        kept.letter.subject
        for _id, kept in letters_of(portal)
        if kept.letter.to == day.contact_email
    ]
    assert len(subjects) == 1
    assert "plaats" in subjects[0]
    assert "vrij" in subjects[0]


def test_reading_makes_no_ledger(day, portal):
    assert ledger_views.people(day) == []
    assert ledger_views.stamp(day) == 0
    assert ledger.settle(day, NOW) == []
    notify(ObjectModifiedEvent(day))
    assert all_ledgers(portal) == []


def test_copy_of_a_day_is_empty_and_a_deleted_day_takes_its_ledger_along(day, portal):
    people = sign_up(day, "An")
    with api.env.adopt_roles(["Manager"]):
        copy = api.content.copy(day, portal.netwerkdagen, id="kopie")
        assert not has_ledger(copy)
        moved = api.content.rename(day, new_id="hernoemd")
        assert standings(moved) == {"An": "confirmed"}
        ledger.cancel(moved, people, NOW)
        api.content.delete(moved)
    assert all_ledgers(portal) == []
