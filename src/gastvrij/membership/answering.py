"""An applicant's answer: the fields that are open again, and words."""

from collections.abc import Mapping
from datetime import datetime
from gastvrij import _
from gastvrij.membership.application import IMembershipApplication
from gastvrij.membership.application import MembershipApplication
from gastvrij.membership.form_checks import with_municipality
from gastvrij.membership.form_pages import all_entries
from gastvrij.membership.review import answer
from gastvrij.membership.review import open_question
from gastvrij.membership.summary import keep_summary
from gastvrij.values.entries import Area
from gastvrij.values.entries import Entry
from gastvrij.values.sheet import Sheet
from typing import Any
from zope import schema


ANSWER = schema.Text(
    __name__="answer",
    title=_("label_your_answer", default="Your answer"),
    required=False,
    max_length=4000,
)


def entries_for(application: MembershipApplication) -> list[Entry]:
    """Return what an applicant is asked now: the open fields, and an answer."""
    question = open_question(application)
    if question is None:
        return []
    opened = [e for e in all_entries() if e.name in question["fields"]]
    return [*opened, Area(ANSWER, rows=5)]


def sheet_for(
    application: MembershipApplication,
    typed: Mapping[str, Any],
    given: set[str] | None = None,
) -> Sheet:
    """Return the answer as it was sent, checked; ``given`` limits it to some fields."""
    entries = [
        entry
        for entry in entries_for(application)
        if given is None or entry.name in given or entry.name == "answer"
    ]
    sheet = Sheet.sent(entries, application, typed)
    sheet.check(IMembershipApplication)
    return sheet


def give_answer(
    application: MembershipApplication, sheet: Sheet, now: datetime
) -> None:
    """Keep what an applicant answered; raises ``Refused``."""
    values = dict(sheet.values)
    text = values.pop("answer", None) or ""
    place = None
    if values.get("postal_code"):
        place = with_municipality({}, sheet.typed["postal_code"])["municipality"]
    answer(application, text, values, now)
    if place:
        application.municipality = place
        keep_summary(application, now)
