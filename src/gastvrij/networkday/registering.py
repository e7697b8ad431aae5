"""How people come into the ledger of a day: the form, and the address confirmed."""

from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from gastvrij.networkday import seat_steps
from gastvrij.networkday.choosing import check_choices
from gastvrij.networkday.door import CANCELLED
from gastvrij.networkday.door import door
from gastvrij.networkday.door import OPEN
from gastvrij.networkday.door import PAST
from gastvrij.networkday.ledger_book import close_book
from gastvrij.networkday.ledger_book import open_book
from gastvrij.networkday.ledger_store import ledger_of
from gastvrij.networkday.network_day import NetworkDay
from gastvrij.networkday.registration import Entry
from gastvrij.networkday.registration import Party
from gastvrij.networkday.registration import Person
from gastvrij.networkday.registration import PHONE
from gastvrij.networkday.registration import Sender
from gastvrij.networkday.seat_book import Book
from gastvrij.networkday.seats import ASK_CONFIRM
from gastvrij.networkday.seats import Choice
from gastvrij.networkday.seats import Closed
from gastvrij.networkday.seats import GROUP_CLAIMED
from gastvrij.networkday.seats import Limits
from gastvrij.networkday.seats import News
from gastvrij.networkday.seats import Seat
from gastvrij.networkday.seats import TooManyOfGroup
from gastvrij.networkday.seats import UNCONFIRMED
from uuid import uuid4


def register(
    day: NetworkDay,
    entries: Sequence[Entry],
    sender: Sender,
    now: datetime,
    *,
    confirmed: bool = False,
    acknowledged: bool = False,
) -> Party:
    """Keep a form; its people have no seat before the sender's address is confirmed.

    With ``confirmed`` that happens at once: somebody is on the phone, or logged in;
    ``acknowledged`` says that the people belong to the sender's group. Raises
    ``Closed`` unless registration is open (on the phone until the day is past),
    ``WrongChoice``, and ``TooManyOfGroup``.
    """
    check_door(day, sender.channel, now)
    book = open_book(day, now)
    group = "" if sender.channel == PHONE else sender.group
    check_entries(book.limits, entries, group)
    party = _party(entries, sender, now)
    since = now if acknowledged else None
    pairs = zip(party.people, entries, strict=True)
    new = [_person(each, entry, party, sender, since) for each, entry in pairs]
    book.seats |= {person.id: person.seat for person in new}
    if confirmed:
        new = _let_in(day, book, party, new, now)
        party = replace(party, confirmed=now)
    else:
        book.news.append(News(ASK_CONFIRM, party=party.id))
    close_book(day, book, party, new)
    return party


def confirm(day: NetworkDay, party_id: str, now: datetime) -> list[News]:
    """Let the people of a form in: the sender's address is right.

    A second time nothing happens; where the coordinator gave or took all seats of the
    form before, it is noted that the address is right. A form that was sent in time can
    be confirmed until the day begins. Raises ``Closed`` then, or while the day is not
    announced.
    """
    ledger = ledger_of(day)
    party = ledger.party(party_id)
    if party.confirmed is not None:
        return []
    people = [ledger.person(person) for person in party.people]
    book = open_book(day, now)
    people = _let_in(day, book, party, people, now)
    return close_book(day, book, replace(party, confirmed=now), people)


def check_door(day: NetworkDay, channel: str, now: datetime) -> None:
    """Raise ``Closed`` unless somebody can register in this way."""
    status = door(day, now)
    on_phone = channel == PHONE and status not in (PAST, CANCELLED)
    if status != OPEN and not on_phone:
        raise Closed(status)


def check_entries(limits: Limits, entries: Sequence[Entry], group: str) -> None:
    """Raise ``WrongChoice`` or ``TooManyOfGroup`` for what no form may ask."""
    for entry in entries:
        check_choices(limits, entry.items)
    most = limits.most_of_group
    if group and most is not None and len(entries) > most:
        raise TooManyOfGroup(most)


def _party(entries: Sequence[Entry], sender: Sender, now: datetime) -> Party:
    return Party(
        id=uuid4().hex,
        name=sender.name,
        email=sender.email,
        phone=sender.phone,
        language=sender.language,
        channel=sender.channel,
        sent=now,
        people=tuple(uuid4().hex for _ in entries),
    )


def _person(
    person_id: str,
    entry: Entry,
    party: Party,
    sender: Sender,
    acknowledged: datetime | None,
) -> Person:
    seat = Seat(
        id=person_id,
        party=party.id,
        group=sender.group,
        together=sender.together and len(party.people) > 1,
        choices=tuple(Choice(item) for item in entry.items),
    )
    return Person(
        id=person_id,
        party=party.id,
        name=entry.name,
        email=entry.email,
        language=sender.language,
        seat=seat,
        diet=entry.diet,
        access=entry.access,
        acknowledged=acknowledged,
        moments=((UNCONFIRMED, party.sent),),
    )


def _let_in(
    day: NetworkDay, book: Book, party: Party, people: list[Person], now: datetime
) -> list[Person]:
    doubles = dict(_doubles(day, party, people))
    late = party.channel == PHONE
    try:
        seat_steps.confirm(book, party.people, doubles.keys(), late)
    except Closed:
        raise Closed(door(day, now)) from None
    claimed = [p for p in people if p.group and not p.acknowledged]
    if any(book.seats[person.id].is_living for person in claimed):
        book.news.append(News(GROUP_CLAIMED, party=party.id))
    return [replace(each, double=doubles.get(each.id, "")) for each in people]


def _doubles(
    day: NetworkDay, party: Party, people: list[Person]
) -> Iterator[tuple[str, str]]:
    """Return who of a form is in already, with the id under which they are.

    They have the same name with the same address.
    """
    ledger = ledger_of(day)
    seen = {
        _who(each, ledger.party(each.party)): each.id
        for each in ledger.people()
        if each.is_living and each.standing != UNCONFIRMED
    }
    for person in people:
        who = _who(person, party)
        known = seen.setdefault(who, person.id)
        is_new = person.standing == UNCONFIRMED
        if is_new and all(who) and known != person.id:
            yield person.id, known


def _who(person: Person, party: Party) -> tuple[str, str]:
    address = person.email or party.email
    return " ".join(person.name.casefold().split()), address.casefold()
