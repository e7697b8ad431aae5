"""Letters to the secretariat about an application."""

from gastvrij import _
from gastvrij.mail.letters import Letter
from gastvrij.membership.application import MembershipApplication
from gastvrij.membership.letter_parts import open_button
from gastvrij.settings.records import settings


def answered(application: MembershipApplication, note: str) -> Letter | None:
    """Tell the secretariat that the group has answered."""
    office = settings().secretariat_email
    if not office:
        return None
    return Letter(
        to=office,
        kind="todo",
        subject=_(
            "letter_answered_subject",
            default="${group} has answered",
            mapping={"group": application.group_name},
        ),
        body=(
            _(
                "letter_answered_text",
                default="The group has answered your question. Its application is in"
                " review again.",
            ),
            open_button(application),
        ),
    )
