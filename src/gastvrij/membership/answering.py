"""An applicant's answer: the fields that are open again, and words."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from gastvrij import _
from gastvrij.membership.application import IMembershipApplication
from gastvrij.membership.application import MembershipApplication
from gastvrij.membership.form_checks import with_municipality
from gastvrij.membership.form_pages import all_entries
from gastvrij.membership.form_pages import NO_PERSONAL_NOTES
from gastvrij.membership.log import APPLICANT
from gastvrij.membership.review import answer
from gastvrij.membership.review import open_question
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
    return [*opened, Area(ANSWER, note=NO_PERSONAL_NOTES, rows=5)]


def entries_of_words() -> list[Entry]:
    """Return all that an answer can have in words, whatever is asked now."""
    asked = [*all_entries(), Area(ANSWER)]
    return [entry for entry in asked if entry.macro in ("line", "area")]


def entries_for_office(application: MembershipApplication) -> list[Entry]:
    """Return the same for the secretariat, that writes down what the group says."""
    title = _("label_answer", default="Answer")
    return [
        replace(entry, label=title) if entry.name == "answer" else entry
        for entry in entries_for(application)
    ]


def is_open(application: MembershipApplication, name: str) -> bool:
    """Tell whether the open question asks for a field; a place is one in two fields."""
    question = open_question(application) or {"fields": []}
    asked = "postal_code" if name == "municipality" else name
    return asked in question["fields"]


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


def meant_by(sheet: Sheet, start: str = "") -> dict[str, Any]:
    """Return what a checked sheet means; with a place comes its municipality.

    ``start`` is what the names of its entries begin with.
    """
    values = {name.removeprefix(start): it for name, it in sheet.values.items()}
    if values.get("postal_code"):
        return with_municipality(values, sheet.typed[f"{start}postal_code"])
    return values


def give_answer(
    application: MembershipApplication,
    values: dict[str, Any],
    now: datetime,
    who: str = APPLICANT,
) -> None:
    """Keep what the group answered, the words as ``answer``; raises ``Refused``."""
    fields = {name: value for name, value in values.items() if name != "answer"}
    answer(application, values.get("answer") or "", fields, now, who)
