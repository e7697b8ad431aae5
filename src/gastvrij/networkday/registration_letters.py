"""Who is told when seats have moved: one letter for each mailbox of a form."""

from collections.abc import Iterator
from datetime import datetime
from gastvrij.directory.addressees import can_be_mailed
from gastvrij.directory.addressees import first_contacts_of
from gastvrij.mail.letters import Letter
from gastvrij.mail.outbox import post
from gastvrij.networkday import ledger_views
from gastvrij.networkday.letter_facts import Reader
from gastvrij.networkday.link_letters import asked_again
from gastvrij.networkday.moved import ISeatsMoved
from gastvrij.networkday.network_day import NetworkDay
from gastvrij.networkday.office_letters import group_claimed
from gastvrij.networkday.office_letters import letters_to_coordinators
from gastvrij.networkday.seat_letters import letter_about
from gastvrij.networkday.seat_letters import Told
from gastvrij.networkday.seats import ASK_CONFIRM
from gastvrij.networkday.seats import GROUP_CLAIMED
from gastvrij.networkday.seats import News
from gastvrij.networkday.seats import OVER_CAPACITY
from gastvrij.networkday.seats import SEAT_FREE
from plone import api
from plone.app.uuid.utils import uuidToObject


TO_COORDINATORS = {OVER_CAPACITY, SEAT_FREE}


def tell_when_seats_moved(event: ISeatsMoved) -> None:
    """Post the letters, in the transaction of what they tell."""
    for letter in letters_of(event.day, event.news, event.now):
        if can_be_mailed(letter.to):
            post(api.portal.get(), letter, event.now)


def letters_of(
    day: NetworkDay, news: tuple[News, ...], now: datetime
) -> Iterator[Letter]:
    """Return the letters about some news of a day."""
    for each in news:
        if each.kind == ASK_CONFIRM:
            yield asked_again(day, ledger_views.party(day, each.party))
        elif each.kind == GROUP_CLAIMED:
            yield from _to_contacts(day, each.party)
    yield from _to_people(day, [each for each in news if each.person], now)
    office = [each for each in news if each.kind in TO_COORDINATORS]
    if office:
        yield from letters_to_coordinators(day, office)


def _to_people(day: NetworkDay, news: list[News], now: datetime) -> Iterator[Letter]:
    found: dict[tuple[str, str], list[Told]] = {}
    for each in news:
        if each.kind in TO_COORDINATORS:
            continue
        person = ledger_views.person(day, each.person)
        address = ledger_views.address_of(day, person)
        key = (person.party, address.casefold())
        found.setdefault(key, []).append((each, person))
    for (party_id, _folded), told in found.items():
        person = told[0][1]
        address = ledger_views.address_of(day, person)
        party = ledger_views.party(day, party_id)
        reader = Reader(address, person.language)
        yield letter_about(day, party, reader, told, now)


def _to_contacts(day: NetworkDay, party_id: str) -> Iterator[Letter]:
    people = ledger_views.people_of(day, ledger_views.party(day, party_id))
    for uid in {person.group for person in people if person.group}:
        group = uuidToObject(uid, unrestricted=True)
        if group is None:
            continue
        for contact in first_contacts_of(group):
            yield group_claimed(day, group, contact)
