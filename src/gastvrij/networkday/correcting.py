"""Putting right what is known of somebody; no seat moves."""

from dataclasses import replace
from gastvrij.links.ledger import void
from gastvrij.networkday.ledger_store import DayLedger
from gastvrij.networkday.ledger_store import ledger_of
from gastvrij.networkday.ledger_store import ledger_to_write
from gastvrij.networkday.network_day import NetworkDay
from gastvrij.networkday.registration import is_sender
from gastvrij.networkday.registration import Party
from gastvrij.networkday.registration import Person
from gastvrij.networkday.registration_links import CONFIRM
from gastvrij.values.mail_address import same_address
from plone import api
from typing import Any


def correct(day: NetworkDay, person_id: str, **texts: Any) -> None:
    """Put ``name``, ``email``, ``diet`` or ``access`` right; values were checked.

    Whoever sent the form has the same name there, and gets its letters at the right
    address from then on. Links that were written to a mailbox where nobody of the form
    is reached any more are dead. Raises ``KeyError``.
    """
    known = ledger_of(day)
    person = known.person(person_id)
    party = known.party(person.party)
    changed = replace(person, **texts)
    sender = _as_sender(party, changed) if is_sender(party, person) else party
    if (changed, sender) == (person, party):
        return
    ledger = ledger_to_write(day)
    ledger.guard.write(ledger.guard.number)
    ledger.keep_person(changed)
    ledger.keep_party(sender)
    _void_links(ledger, party, sender, person)


def _as_sender(party: Party, person: Person) -> Party:
    return replace(party, name=person.name, email=person.email or party.email)


def _void_links(ledger: DayLedger, before: Party, party: Party, person: Person) -> None:
    site, people = api.portal.get(), map(ledger.person, party.people)
    reached = {party.email, *(each.email for each in people)}
    for old in {before.email, person.email} - {""}:
        if not any(same_address(old, address) for address in reached):
            void(site, thing=party.id, person=old)
    if before.email and not same_address(before.email, party.email):
        void(site, purpose=CONFIRM, thing=party.id, person=before.email)
