"""What network days keep of a person: who registered, and whom they signed up."""

from collections.abc import Iterator
from datetime import datetime
from gastvrij import _
from gastvrij.networkday.door import door
from gastvrij.networkday.door import PAST
from gastvrij.networkday.forgetting import days_with_ledgers
from gastvrij.networkday.forgetting import without_name
from gastvrij.networkday.forgetting import without_sender
from gastvrij.networkday.ledger import cancel
from gastvrij.networkday.ledger_store import DayLedger
from gastvrij.networkday.network_day import NetworkDay
from gastvrij.networkday.registration import Party
from gastvrij.networkday.registration import Person
from gastvrij.privacy.interfaces import Found
from gastvrij.privacy.interfaces import IPersonalData
from gastvrij.values.mail_address import same_address
from plone.app.uuid.utils import uuidToObject
from typing import Any
from zope.interface import implementer


REGISTERED = _("kept_registration", default="Registered for a network day")
SENT = _("kept_registration_sent", default="Sent a form for a network day")


@implementer(IPersonalData)
class RegistrationsOfPerson:
    """People with an address, and the forms that were sent from it."""

    title = _("kept_registrations", default="Registrations for network days")

    def find(self, site: Any, email: str) -> list[Found]:
        """Return the days, for each person and each form."""
        found = []
        for day, ledger in days_with_ledgers(site):
            url = day.absolute_url()
            found += [
                Found(REGISTERED, day.title, url) for _each in _people(ledger, email)
            ]
            found += [Found(SENT, day.title, url) for _each in _parties(ledger, email)]
        return found

    def export(self, site: Any, email: str) -> list[dict[str, Any]]:
        """Return the same in full."""
        return [
            told
            for day, ledger in days_with_ledgers(site)
            for told in (
                *(_told(day, each) for each in _people(ledger, email)),
                *(_told_form(day, each) for each in _parties(ledger, email)),
            )
        ]

    def erase(self, site: Any, email: str, now: datetime) -> int:
        """Erase who it was; seats of days to come are free for others."""
        count = 0
        for day, ledger in list(days_with_ledgers(site)):
            people, parties = _people(ledger, email), _parties(ledger, email)
            if not people and not parties:
                continue
            # before the seat is freed: no letter goes to an address that is erased
            for person in people:
                ledger.keep_person(without_name(person))
            for party in parties:
                ledger.keep_party(without_sender(party))
            if people and door(day, now) != PAST:
                cancel(day, [person.id for person in people], now)
            ledger.guard.write(ledger.guard.number)
            count += len(people) + len(parties)
        return count


def _people(ledger: DayLedger, email: str) -> list[Person]:
    """Return whose address it is: their own, or that of the form that they sent."""
    return [
        person
        for person in ledger.people()
        if same_address(person.email, email)
        or (not person.email and _sent_it(ledger, person, email))
    ]


def _sent_it(ledger: DayLedger, person: Person, email: str) -> bool:
    party = ledger.party(person.party)
    return same_address(party.email, email) and party.name == person.name


def _parties(ledger: DayLedger, email: str) -> list[Party]:
    return [each for each in ledger.parties() if same_address(each.email, email)]


def _told(day: NetworkDay, person: Person) -> dict[str, Any]:
    group = uuidToObject(person.group, unrestricted=True) if person.group else None
    return {
        "day": day.title,
        "name": person.name,
        "email": person.email,
        "status": person.standing,
        "group": group.title if group is not None else "",
        "items": list(_titles(person)),
        "diet": person.diet,
        "access": person.access,
        "moments": {name: when.isoformat() for name, when in person.moments},
    }


def _titles(person: Person) -> Iterator[str]:
    for choice in person.seat.choices:
        item = uuidToObject(choice.item, unrestricted=True)
        if item is not None:
            yield item.title


def _told_form(day: NetworkDay, party: Party) -> dict[str, Any]:
    return {
        "day": day.title,
        "sender": party.name,
        "email": party.email,
        "phone": party.phone,
        "sent": party.sent.isoformat(),
        "people": len(party.people),
    }
