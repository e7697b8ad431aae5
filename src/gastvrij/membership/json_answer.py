"""An answer to the secretariat's question that comes as JSON."""

from datetime import datetime
from gastvrij import _
from gastvrij.membership.answering import give_answer
from gastvrij.membership.answering import is_open
from gastvrij.membership.answering import meant_by
from gastvrij.membership.answering import sheet_for
from gastvrij.membership.application import MembershipApplication
from gastvrij.membership.log import APPLICANT
from gastvrij.membership.sent_json import typed_from
from gastvrij.values.errors import failure
from gastvrij.values.json_service import object_in
from gastvrij.values.refusal import Refused
from plone import api
from typing import Any
from ZPublisher.HTTPRequest import HTTPRequest

import transaction


NOT_OPEN = _("error_not_asked", default="This field was not asked for.")


def take_answer(
    request: HTTPRequest,
    application: MembershipApplication,
    data: dict[str, Any],
    now: datetime,
    who: str = APPLICANT,
) -> dict[str, Any] | None:
    """Keep ``answer`` and ``fields``; return what to answer where that cannot be.

    Nothing is kept then. Raises ``Unreadable`` for fields that are no object.
    """
    if api.content.get_state(application) != "waiting_for_applicant":
        return failure(request, 409, {})
    fields = object_in(data, "fields")
    odd = [name for name in fields if not is_open(application, name)]
    if odd:
        return failure(request, 400, dict.fromkeys(odd, NOT_OPEN))
    typed = typed_from(fields) | {"answer": str(data.get("answer") or "")}
    sheet = sheet_for(application, typed, given=set(fields))
    if not sheet.is_right:
        return failure(request, 400, sheet.sentences)
    try:
        give_answer(application, meant_by(sheet), now, who)
    except Refused as error:
        transaction.abort()
        return failure(request, 400, {error.name or "answer": error.doc()})
    return None
