"""Membership over REST, for visitors: apply, and follow by the private link."""

from datetime import datetime
from datetime import UTC
from gastvrij import _
from gastvrij.links.client import client_of
from gastvrij.links.headers import keep_to_yourself
from gastvrij.links.ledger import Link
from gastvrij.links.ledger import LinkRefused
from gastvrij.links.ledger import look
from gastvrij.links.ledger import redeem
from gastvrij.links.once import new_form_token
from gastvrij.membership.application import MembershipApplication
from gastvrij.membership.json_answer import take_answer
from gastvrij.membership.letter_parts import CONFIRM
from gastvrij.membership.letter_parts import STATUS
from gastvrij.membership.log import APPLICANT
from gastvrij.membership.moves import move
from gastvrij.membership.phases import OPEN_STATES
from gastvrij.membership.phases import phase_of
from gastvrij.membership.review import open_question
from gastvrij.membership.sending import send
from gastvrij.membership.sending import TooMany
from gastvrij.membership.sending import values_of
from gastvrij.membership.sending import Wrong
from gastvrij.membership.sent_json import typed_from
from gastvrij.membership.timeline import moments_of
from gastvrij.membership.turns import take_turn
from gastvrij.values.errors import failure
from gastvrij.values.json_service import JsonService
from plone import api
from plone.app.uuid.utils import uuidToObject
from plone.restapi.serializer.converters import json_compatible
from plone.restapi.services import Service
from typing import Any
from zope.i18n import translate


class Apply(JsonService):
    """``POST @applications``: a group applies; 201 with a receipt and the phase.

    The body has the fields of an application. ``form_token`` (optional, chosen by the
    sender) makes sending twice harmless: the answer is the same receipt.
    """

    def act(self, data: dict[str, Any]) -> dict[str, Any]:
        """Return the receipt; 400 names each field that is wrong, 429 asks to wait."""
        token = data.get("form_token")
        token = token if isinstance(token, str) and token else new_form_token()
        now = datetime.now(UTC)
        try:
            values = values_of(typed_from(data))
            values["language"] = api.portal.get_current_language()
            sender = client_of(self.request)
            receipt = send(self.context, values, sender, token, now)
        except Wrong as wrong:
            return failure(self.request, 400, wrong.sentences)
        except TooMany:
            return failure(self.request, 429, {})
        self.request.response.setStatus(201)
        return {"receipt": receipt, "phase": "confirm_email"}


class Status(Service):
    """``GET @application-status?token=``: what an applicant is told."""

    def reply(self) -> dict[str, Any]:
        """Return phase, timeline and question; 404 for a link that does not work."""
        keep_to_yourself(self.request.response)
        token = self.request.form.get("token", "")
        application = _application(token, STATUS)
        if application is None:
            return failure(self.request, 404, {})
        return told(application)


class Act(JsonService):
    """``POST @application-status``: ``action`` is confirm, answer or withdraw."""

    def act(self, data: dict[str, Any]) -> dict[str, Any]:
        """Do it once; return what the applicant is told after it."""
        keep_to_yourself(self.request.response)
        self.now = datetime.now(UTC)
        action = data.get("action")
        acts = {"confirm": self._confirm, "answer": self._answer}
        acts["withdraw"] = self._withdraw
        if not isinstance(action, str) or action not in acts:
            return failure(self.request, 400, {"action": UNKNOWN_ACTION})
        return acts[action](data)

    def _confirm(self, data: dict[str, Any]) -> dict[str, Any]:
        take_turn()
        try:
            token = str(data.get("token", ""))
            link = redeem(api.portal.get(), token, CONFIRM, self.now)
        except LinkRefused:
            return failure(self.request, 404, {})
        application = _of(link)
        if application is None:
            return failure(self.request, 404, {})
        if api.content.get_state(application) == "unconfirmed":
            move(application, "confirm", self.now, APPLICANT)
        return told(application)

    def _answer(self, data: dict[str, Any]) -> dict[str, Any]:
        application = _application(data.get("token", ""), STATUS)
        if application is None:
            return failure(self.request, 404, {})
        wrong = take_answer(self.request, application, data, self.now)
        return wrong or told(application)

    def _withdraw(self, data: dict[str, Any]) -> dict[str, Any]:
        application = _application(data.get("token", ""), STATUS)
        if application is None:
            return failure(self.request, 404, {})
        if api.content.get_state(application) not in OPEN_STATES:
            return failure(self.request, 409, {})
        move(application, "withdraw", self.now, APPLICANT)
        return told(application)


UNKNOWN_ACTION = _(
    "error_unknown_action", default="This is none of confirm, answer and withdraw."
)


def told(application: MembershipApplication) -> dict[str, Any]:
    """Return what an applicant may know of an application, for JSON."""
    state = str(api.content.get_state(application))
    phase = phase_of(state)
    question = open_question(application)
    is_asked = phase.name == "question" and question
    return json_compatible(
        {
            "number": application.number,
            "group_name": application.group_name,
            "phase": phase.name,
            "title": translate(phase.title, context=application.REQUEST),
            "turn": translate(phase.turn, context=application.REQUEST),
            "question": question["question"] if is_asked and question else None,
            "fields": question["fields"] if is_asked and question else [],
            "decision": application.decision if phase.name == "decided" else None,
            "timeline": [
                {"on": moment.on, "phase": moment.phase}
                for moment in moments_of(application)
            ],
        }
    )


def _application(token: Any, purpose: str) -> MembershipApplication | None:
    try:
        return _of(look(api.portal.get(), token, purpose, datetime.now(UTC)))
    except LinkRefused:
        return None


def _of(link: Link) -> MembershipApplication | None:
    return uuidToObject(link.thing, unrestricted=True)
