"""Whom a coordinator finds in the list of a day, and how many there are: no Plone."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from gastvrij.networkday.person_words import history_of
from gastvrij.networkday.registration import Party
from gastvrij.networkday.registration import Person
from gastvrij.networkday.roll import Listed
from gastvrij.networkday.roll import number_in
from gastvrij.networkday.roll import plain
from gastvrij.networkday.roll import those
from gastvrij.networkday.roll import Wish
from gastvrij.networkday.roll_rows import tel
from gastvrij.networkday.seats import Choice
from gastvrij.networkday.seats import Seat
from gastvrij.networkday.tally import Answer
from gastvrij.networkday.tally import answers
from gastvrij.networkday.tally import standings

import pytest


NOW = datetime(2027, 3, 20, 8, tzinfo=UTC)


def listed(name, standing="confirmed", phone="0470 11 22 33", **facts):
    """Return somebody in a form of their own."""
    seat = Seat(
        name,
        f"of {name}",
        standing,
        facts.pop("group", ""),
        choices=tuple(map(Choice, facts.pop("items", ()))),
    )
    email = f"{name.split()[0].lower()}@example.org" if name else ""
    party = Party(f"of {name}", name, email, phone, "nl", "web", NOW, (name,))
    person = Person(name, party.id, name, "", "nl", seat, **facts)
    return Listed(person, party, standing)


PEOPLE = [
    listed("Élise Van Damme", items=["wonen"], diet="Geen noten"),
    listed("bo Claes", "waiting", "0499 00 00 01", group="drempel"),
    listed("An Peeters", checked_in=NOW, group="drempel", diet="geen noten."),
    listed("Aad Weg", "cancelled"),
    listed("", "confirmed", diet=""),
    listed("Ali Y", "waiting", access="Een rolstoel"),
]


@pytest.mark.parametrize(
    ("wish", "names"),
    [
        ({}, ["Ali Y", "An Peeters", "bo Claes", "Élise Van Damme", "", "Aad Weg"]),
        ({"standing": "waiting"}, ["bo Claes", "Ali Y"]),
        ({"standing": "here"}, ["An Peeters"]),
        ({"standing": "confirmed", "group": "drempel"}, ["An Peeters"]),
        ({"group": "none", "standing": "waiting"}, ["Ali Y"]),
        ({"item": "wonen"}, ["Élise Van Damme"]),
        ({"answer": "access"}, ["Ali Y"]),
        ({"words": "elise DAMME"}, ["Élise Van Damme"]),
        ({"words": "0499 00"}, ["bo Claes"]),
        ({"words": " 0499/00.00.01"}, ["bo Claes"]),
        ({"words": "+32 (0)499-00 00 01"}, ["bo Claes"]),
        ({"words": "0032499000001"}, ["bo Claes"]),
        ({"words": "+31 499 00 00 01"}, []),
        ({"words": "an@example.org"}, ["An Peeters"]),
        ({"words": "nobody"}, []),
        ({"standing": "odd"}, []),
    ],
)
def test_list_holds_who_is_asked_for_by_name(wish, names):
    assert [each.person.name for each in those(PEOPLE, Wish(**wish))] == names


def test_numbers_are_of_who_stands_where_and_of_who_has_come():
    numbers = standings(PEOPLE)
    found = [numbers.of(kind) for kind in ("confirmed", "waiting", "lapsed")]
    assert (found, numbers.here) == ([3, 2, 0], 1)


def test_answers_are_counted_together_for_who_has_a_seat():
    people = [each.person for each in PEOPLE]
    assert answers(people, "diet") == [Answer("Geen noten", 2)]
    assert answers(people, "access") == []


def test_history_goes_by_time():
    later = NOW + timedelta(hours=1)
    person = listed(
        "An", moments=(("unconfirmed", NOW), ("confirmed", later)), acknowledged=NOW
    ).person
    whats = [str(moment.what) for moment in history_of(person, "nl")]
    assert whats == ["history_sent", "history_ours", "standing_confirmed"]


def test_number_with_its_country_and_name_with_two_spaces_are_the_same():
    assert number_in("+32 470 11 22 33") == number_in("0470/11.22.33")
    assert plain(" Élise  VAN Damme ") == "elise van damme"


def test_number_is_called_without_its_signs():
    assert tel("+32 470/11.22.33") == "tel:+32470112233"
