"""Membership over REST, for the secretariat and the board.

Each service does one step of an application with its data; steps without data go
through plone.restapi's ``@workflow``. The answer is the application after it.
"""

from datetime import datetime
from datetime import UTC
from gastvrij.membership.approval import NotApproved
from gastvrij.membership.case_actions import ACTIONS
from gastvrij.membership.json_answer import take_answer
from gastvrij.membership.log import SECRETARIAT
from gastvrij.membership.phases import phase_of
from gastvrij.membership.remarks import IN_THE_BOARDS_HANDS
from gastvrij.membership.summary import summaries
from gastvrij.membership.summary import Summary
from gastvrij.values.batching import batch_of
from gastvrij.values.batching import list_answer
from gastvrij.values.errors import failure
from gastvrij.values.json_service import JsonService
from gastvrij.values.refusal import Refused
from gastvrij.values.sheet import Sheet
from plone import api
from plone.restapi.interfaces import ISerializeToJson
from plone.restapi.serializer.converters import json_compatible
from plone.restapi.services import Service
from Products.CMFCore.WorkflowCore import WorkflowException
from typing import Any
from typing import ClassVar
from zope.component import getMultiAdapter
from zope.i18nmessageid import Message
from zope.interface import Interface

import transaction


BOARD_SEES = (*IN_THE_BOARDS_HANDS, "approved", "rejected")


class Applications(Service):
    """``GET @applications``: what lists tell of each; the board sees what is ready."""

    def reply(self) -> dict[str, Any]:
        """Return the applications, the one that waits longest first."""
        handles = api.user.has_permission(
            "gastvrij: Handle Application", obj=self.context
        )
        seen = [each for each in summaries(self.context) if _is_seen(each, handles)]
        ordered = sorted(seen, key=lambda each: (each.since, each.id))
        batch = batch_of(self.request, ordered)
        return list_answer(batch, [self._told(each) for each in batch])

    def _told(self, each: Summary) -> dict[str, Any]:
        return json_compatible(
            {
                "@id": f"{self.context.absolute_url()}/{each.id}",
                "number": each.number,
                "group_name": each.name,
                "place": each.place,
                "kind": each.kind,
                "review_state": each.state,
                "phase": phase_of(each.state).name,
                "since": each.since,
            }
        )


def _is_seen(each: Summary, handles: bool) -> bool:
    return each.state != "unconfirmed" if handles else each.state in BOARD_SEES


class Step(JsonService):
    """One step of an application with its data; ``action`` is that of the page."""

    action: ClassVar[str]

    def act(self, data: dict[str, Any]) -> dict[str, Any]:
        """Do it; 400 names the field, 409 says that it can no longer be done."""
        action = next(each for each in ACTIONS if each.id == self.action)
        state = str(api.content.get_state(self.context))
        if not action.is_open(self.context, state):
            return failure(self.request, 409, {})
        entries = list(action.asked_of(self.context))
        sheet = Sheet.sent(entries, self.context, _typed(data))
        sheet.check(Interface)
        if not sheet.is_right:
            return failure(self.request, 400, sheet.sentences)
        try:
            action.do(self.context, sheet.values, datetime.now(UTC))
        except Refused as error:
            transaction.abort()
            return failure(self.request, 400, {error.name: error.doc()})
        except (WorkflowException, NotApproved) as error:
            transaction.abort()
            return failure(self.request, 409, _why(error))
        return self.told()

    def told(self) -> dict[str, Any]:
        """Return the application as it is now."""
        serializer = getMultiAdapter((self.context, self.request), ISerializeToJson)
        return serializer(include_items=False)


def _typed(data: dict[str, Any]) -> dict[str, Any]:
    return {
        name: value if isinstance(value, list) else "" if value is None else str(value)
        for name, value in data.items()
    }


def _why(error: Exception) -> dict[str, Message]:
    return {"": error.why or error.step} if isinstance(error, NotApproved) else {}


class Ask(Step):
    """``POST @ask``: ``question``, and ``fields`` that open again for the group."""

    action = "ask"


class Answer(Step):
    """``POST @answer``: what the group said otherwise: ``answer``, and ``fields``."""

    action = "answer"

    def act(self, data: dict[str, Any]) -> dict[str, Any]:
        """Keep it; 400 names the field, 409 says that nothing is asked."""
        now = datetime.now(UTC)
        wrong = take_answer(self.request, self.context, data, now, SECRETARIAT)
        return wrong or self.told()


class Present(Step):
    """``POST @present``: put it before the board, with ``advice``."""

    action = "present"


class Checklist(Step):
    """``POST @checklist``: what of the ``checklist`` is done."""

    action = "check"


class Note(Step):
    """``POST @notes``: add an internal ``note``."""

    action = "note"


class Remark(Step):
    """``POST @remark``: an ``opinion``, and a ``remark``."""

    action = "remark"


class Approve(Step):
    """``POST @approve``: the board decides ``on`` a day, with a ``reason``."""

    action = "approve"


class Reject(Step):
    """``POST @reject``: the board decides ``on`` a day; the ``reason`` is required."""

    action = "reject"


class RecordApproval(Step):
    """``POST @record-approval``: what the board decided ``on`` a day."""

    action = "record_approval"


class RecordRejection(Step):
    """``POST @record-rejection``: what the board decided ``on`` a day, and why."""

    action = "record_rejection"
