"""Who is reminded: an applicant who stays silent, and a group that is not online."""

from datetime import datetime
from datetime import timedelta
from gastvrij import _
from gastvrij.directory.addressees import can_be_mailed
from gastvrij.due.one_by_one import one_by_one
from gastvrij.mail.letters import Letter
from gastvrij.mail.outbox import post
from gastvrij.mail.pace import is_quiet
from gastvrij.membership.application import MembershipApplication
from gastvrij.membership.letter_parts import REASON
from gastvrij.membership.letter_parts import status_button
from gastvrij.membership.retention import desk_of
from gastvrij.membership.review import open_question
from gastvrij.membership.summary import in_states
from gastvrij.settings.records import settings
from typing import Any


REMIND_AFTER = timedelta(days=30)


def remind_silent(site: Any, now: datetime) -> int:
    """Remind applicants who have not answered for 30 days, once a question.

    In a quiet month nobody is; one that cannot be reminded never stops the others.
    """
    desk = desk_of(site)
    if desk is None or is_quiet(now):
        return 0
    waiting = in_states(desk, ("waiting_for_applicant",))
    silent = [each for each in waiting if each.since + REMIND_AFTER <= now]
    return one_by_one(silent, lambda each: _remind(site, desk[each.id], now))


def _remind(site: Any, application: MembershipApplication, now: datetime) -> bool:
    question = open_question(application)
    if question is None or application.reminded_on == question["asked_on"]:
        return False
    if not can_be_mailed(application.contact_email):
        return False
    letter = Letter(
        to=application.contact_email,
        kind="todo",
        subject=_("letter_reminder_subject", default="we are waiting for your answer"),
        body=(
            _(
                "letter_reminder_text",
                default="A while ago the secretariat asked ${group} something. As long"
                " as you do not answer, your application waits.",
                mapping={"group": application.group_name},
            ),
            question["question"],
            status_button(
                application, _("button_answer", default="Answer the question")
            ),
        ),
        language=application.language or "nl",
        reply_to=settings().secretariat_email or "",
        reason=REASON,
    )
    post(site, letter, now)
    application.reminded_on = question["asked_on"]
    return True
