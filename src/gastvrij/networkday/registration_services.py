"""Registrations over REST: come, be seen by who organises the day, and go."""

from collections.abc import Sequence
from datetime import datetime
from datetime import UTC
from gastvrij.links.client import client_of
from gastvrij.links.headers import keep_to_yourself
from gastvrij.links.ledger import LinkRefused
from gastvrij.networkday import ledger
from gastvrij.networkday import ledger_views
from gastvrij.networkday.availability import availability
from gastvrij.networkday.availability import sentence
from gastvrij.networkday.group_options import group_options
from gastvrij.networkday.network_day import NetworkDay
from gastvrij.networkday.receiving import party_sent
from gastvrij.networkday.receiving import receive
from gastvrij.networkday.receiving import TooManyForms
from gastvrij.networkday.register import too_many_of_group
from gastvrij.networkday.registration import Entry
from gastvrij.networkday.registration import Party
from gastvrij.networkday.registration import Person
from gastvrij.networkday.registration import Sender
from gastvrij.networkday.registration_choices import questions_of
from gastvrij.networkday.registration_entries import IRegistration
from gastvrij.networkday.registration_form import all_entries
from gastvrij.networkday.registration_form import Asked
from gastvrij.networkday.registration_form import count_in
from gastvrij.networkday.registration_form import registered
from gastvrij.networkday.registration_form import sender_in
from gastvrij.networkday.registration_json import field_of
from gastvrij.networkday.registration_json import token_in
from gastvrij.networkday.registration_json import typed_from
from gastvrij.networkday.registration_links import holder_of
from gastvrij.networkday.seats import Closed
from gastvrij.networkday.seats import SeatRefused
from gastvrij.networkday.seats import TooManyOfGroup
from gastvrij.networkday.turns import take_turn
from gastvrij.values.batching import batch_of
from gastvrij.values.entries import one
from gastvrij.values.errors import failure
from gastvrij.values.json_service import JsonService
from gastvrij.values.mail_address import same_address
from gastvrij.values.sheet import Sheet
from plone import api
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.serializer.converters import json_compatible
from plone.restapi.services import Service
from typing import Any
from zope.interface import alsoProvides


class RegistrationsPost(JsonService):
    """``POST @registrations``: register one person, or several; 201 with a receipt.

    ``people`` have a ``name``, the first an ``email``, and ``items`` (UIDs); ``group``
    (UID), ``phone`` and ``together`` are optional. ``form_token`` (optional, chosen by
    the sender) makes sending twice harmless. Everybody is ``unconfirmed`` until the
    link in the letter to the first was followed. After that, how people with an address
    of their own stand is told to them alone, and is null here.
    """

    def act(self, data: dict[str, Any]) -> dict[str, Any]:
        """Keep it; 400 names each field that is wrong, 409 a day that is not open."""
        keep_to_yourself(self.request.response)
        take_turn(self.context)
        now, token = datetime.now(UTC), token_in(data)
        known = party_sent(self.context, token)
        return self._told(known) if known else self._keep(data, token, now)

    def _keep(self, data: dict[str, Any], token: str, now: datetime) -> dict[str, Any]:
        there = availability(self.context, now)
        if not there.is_open:
            return self._closed()
        day = self.context
        asked = Asked(
            questions_of(there), day.ask_diet, day.ask_access, group_options()
        )
        typed, wrong = typed_from(data, asked, there)
        if not typed:
            return failure(self.request, 400, wrong)
        count = count_in(typed)
        sheet = Sheet.sent(all_entries(asked, count), None, typed)
        sheet.check(IRegistration)
        for name, words in sheet.sentences.items():
            wrong.setdefault(field_of(name, asked), words)
        if wrong:
            return failure(self.request, 400, wrong)
        entries = registered(sheet.values, asked, count)
        sender = sender_in(sheet.values, api.portal.get_current_language())
        return self._receive(entries, sender, token, now)

    def _receive(
        self, entries: Sequence[Entry], sender: Sender, token: str, now: datetime
    ) -> dict[str, Any]:
        try:
            computer = client_of(self.request)
            party = receive(self.context, entries, sender, computer, token, now)
        except TooManyForms:
            return failure(self.request, 429, {})
        except TooManyOfGroup as error:
            sentence = too_many_of_group(error.most)
            return failure(self.request, 400, {"people": sentence})
        except Closed:
            return self._closed()
        return self._told(party)

    def _told(self, party: Party) -> dict[str, Any]:
        self.request.response.setStatus(201)
        people = ledger_views.people_of(self.context, party)
        return {
            "receipt": party.id,
            "people": [_told(self.context, party, each) for each in people],
        }

    def _closed(self) -> dict[str, Any]:
        there = availability(self.context, datetime.now(UTC))
        words = sentence(there, api.portal.get_current_language())
        return failure(self.request, 409, {"status": words})


class RegistrationsDelete(Service):
    """``DELETE @registrations?token=``: sign off the people of somebody's own page.

    ``token`` is that of the link to the page; 404 when it does not work, 409 when the
    day is over. A second time nothing happens.
    """

    def reply(self) -> dict[str, Any] | None:
        """Sign them off; 204."""
        # By DELETE, which no form and no link of another site sends; no page of ours
        # does either, so there is no token of a form. The right is in the token of the
        # link alone: a session gives none. GET never comes here
        alsoProvides(self.request, IDisableCSRFProtection)
        keep_to_yourself(self.request.response)
        take_turn(self.context)
        now = datetime.now(UTC)
        try:
            holder = holder_of(self.context, one(self.request.form, "token"), now)
            ledger.cancel(self.context, [each.id for each in holder.people], now)
        except LinkRefused:
            return failure(self.request, 404, {})
        except SeatRefused:
            return failure(self.request, 409, {})
        return self.reply_no_content()


class RegistrationsGet(Service):
    """``GET @registrations``: everybody who registered, in order of arrival.

    For who organises the day. ``position`` is a place on the waiting list, or null.
    """

    def reply(self) -> dict[str, Any]:
        """Return one batch of the people."""
        keep_to_yourself(self.request.response)
        batch = batch_of(self.request, ledger_views.people(self.context))
        answer = {
            "@id": batch.canonical_url,
            "items": [_whole(self.context, each) for each in batch],
            "items_total": batch.items_total,
        }
        return answer | ({"batching": batch.links} if batch.links else {})


def _told(day: NetworkDay, party: Party, person: Person) -> dict[str, Any]:
    is_silent = person.email and not same_address(person.email, party.email)
    if party.confirmed and is_silent:
        # told in the letter to that mailbox alone
        return {"status": None, "position": None}
    return _standing(day, person)


def _standing(day: NetworkDay, person: Person) -> dict[str, Any]:
    position = ledger_views.position(day, person.id)
    return {"status": person.standing, "position": position or None}


def _whole(day: NetworkDay, person: Person) -> dict[str, Any]:
    choices = person.seat.choices
    return json_compatible(
        {
            "id": person.id,
            "name": person.name,
            "email": ledger_views.address_of(day, person),
            "group": person.group or None,
            "acknowledged": person.acknowledged,
            "items": [{"UID": each.item, "seated": each.seated} for each in choices],
            "diet": person.diet,
            "access": person.access,
            **_standing(day, person),
        }
    )
