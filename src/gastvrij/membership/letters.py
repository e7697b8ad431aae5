"""The letters of membership: which move sends which, and to whom."""

from collections.abc import Callable
from datetime import datetime
from datetime import timedelta
from gastvrij import _
from gastvrij.mail.letters import Button
from gastvrij.mail.letters import Letter
from gastvrij.mail.letters import LinkSpec
from gastvrij.mail.outbox import post
from gastvrij.membership.application import MembershipApplication
from gastvrij.membership.letter_parts import CONFIRM
from gastvrij.membership.letter_parts import letter_to
from gastvrij.membership.letter_parts import NOTHING
from gastvrij.membership.letter_parts import status_button
from gastvrij.membership.office_letters import answered
from gastvrij.settings.records import settings
from plone import api


def confirm_letter(application: MembershipApplication) -> Letter:
    """Ask the contact person whether the e-mail address is right."""
    days = settings().keep_unconfirmed_days
    url = f"{application.__parent__.absolute_url()}/confirm"
    link = LinkSpec(CONFIRM, application.UID(), timedelta(days=days))
    return letter_to(
        application,
        "todo",
        _("letter_confirm_subject", default="confirm your e-mail address"),
        _(
            "letter_confirm_text",
            default="You filled in the form to join with ${group}. Confirm that this is"
            " your e-mail address; only then does your application count.",
            mapping={"group": application.group_name},
        ),
        Button(_("button_confirm_email", default="Confirm my address"), url, link),
        _(
            "letter_confirm_days",
            default="Without your confirmation we erase what you filled in after"
            " ${days} days.",
            mapping={"days": days},
        ),
    )


def received(application: MembershipApplication, note: str) -> Letter:
    """Tell the group its number, and that it is the secretariat's turn."""
    return letter_to(
        application,
        "info",
        _("letter_received_subject", default="we have received your application"),
        _(
            "letter_received_text",
            default="Thank you. The application of ${group} has number ${number}. The"
            " secretariat looks at it and gets in touch with you.",
            mapping={
                "group": application.group_name,
                "number": application.number,
            },
        ),
        NOTHING,
        status_button(application),
    )


def question(application: MembershipApplication, note: str) -> Letter:
    """Put the secretariat's question to the group."""
    return letter_to(
        application,
        "todo",
        _("letter_question_subject", default="we have a question for you"),
        _("letter_question_text", default="The secretariat asks:"),
        note,
        status_button(application, _("button_answer", default="Answer the question")),
    )


def starting_up(application: MembershipApplication, note: str) -> Letter:
    """Tell a group that starts that the secretariat helps it."""
    return letter_to(
        application,
        "info",
        _("letter_starting_up_subject", default="we help you to start up"),
        _(
            "letter_starting_up_text",
            default="The secretariat helps ${group} to start up and gets in touch with"
            " you. Your application stays open meanwhile.",
            mapping={"group": application.group_name},
        ),
        NOTHING,
        status_button(application),
    )


def with_board(application: MembershipApplication, note: str) -> Letter:
    """Tell the group that the board decides now."""
    return letter_to(
        application,
        "info",
        _("letter_with_board_subject", default="the board decides"),
        _(
            "letter_with_board_text",
            default="The secretariat has put the application of ${group} before the"
            " board. You hear from us as soon as it has decided.",
            mapping={"group": application.group_name},
        ),
        NOTHING,
        status_button(application),
    )


def rejected(application: MembershipApplication, note: str) -> Letter:
    """Tell the group that it is not approved, and why."""
    decision = application.decision or {}
    return letter_to(
        application,
        "info",
        _("letter_rejected_subject", default="the decision on your application"),
        _(
            "letter_rejected_text",
            default="The board has not approved the application of ${group}.",
            mapping={"group": application.group_name},
        ),
        decision.get("reason") or "",
        _(
            "letter_rejected_next",
            default="Would you like to talk about it? Get in touch with the"
            " secretariat.",
        ),
        status_button(application),
    )


def withdrawn(application: MembershipApplication, note: str) -> Letter:
    """Tell the group that its application has been stopped."""
    return letter_to(
        application,
        "info",
        _("letter_withdrawn_subject", default="your application has been stopped"),
        _(
            "letter_withdrawn_text",
            default="The application of ${group} has been stopped. We erase your"
            " personal data after ${months} months.",
            mapping={
                "group": application.group_name,
                "months": settings().keep_closed_months,
            },
        ),
        NOTHING,
    )


# each transition with its letter, or none: what the group is told has not changed then,
# or the rule itself writes (the welcome to a group that is approved)
LETTERS: dict[str, Callable[[MembershipApplication, str], Letter | None] | None] = {
    "confirm": received,
    "take_up": None,
    "ask": question,
    "answer": answered,
    "guide": starting_up,
    "present": with_board,
    "postpone": None,
    "resume": None,
    "approve": None,
    "record_approval": None,
    "reject": rejected,
    "record_rejection": rejected,
    "withdraw": withdrawn,
    "anonymise": None,
}


def send_letters(
    application: MembershipApplication, transition: str, note: str, now: datetime
) -> None:
    """Post the letter of a transition, where it has one and somebody to write to."""
    compose = LETTERS[transition]
    letter = compose(application, note) if compose else None
    if letter is not None and letter.to:
        post(api.portal.get(), letter, now)
