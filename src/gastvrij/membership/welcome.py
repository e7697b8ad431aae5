"""The letter with which a new member is welcomed."""

from datetime import timedelta
from gastvrij import _
from gastvrij.directory.organisation import MemberOrganisation
from gastvrij.mail.letters import Button
from gastvrij.mail.letters import Letter
from gastvrij.mail.letters import LinkSpec
from gastvrij.membership.application import MembershipApplication
from gastvrij.membership.letter_parts import REASON
from gastvrij.settings.records import settings
from plone import api


SET_PASSWORD = "accounts.password"  # noqa: S105, a purpose
LIFETIME = timedelta(days=30)


def welcome_letter(
    application: MembershipApplication,
    group: MemberOrganisation,
    user_id: str,
    is_new_user: bool,
) -> Letter:
    """Welcome the contact person, and lead to the draft of the profile.

    Somebody new sets a password first; who has an account logs in with it.
    """
    decision = application.decision or {}
    return Letter(
        to=application.contact_email,
        kind="todo",
        subject=_(
            "letter_welcome_subject",
            default="put the page of ${group} online",
            mapping={"group": group.title},
        ),
        body=tuple(
            part
            for part in (
                _(
                    "letter_welcome_text",
                    default="Welcome! The board has approved the application of"
                    " ${group}.",
                    mapping={"group": group.title},
                ),
                decision.get("reason") or "",
                _(
                    "letter_welcome_next",
                    default="We have made a page for your group with what you told"
                    " us. Nobody sees it yet. Look whether it is right, then put it"
                    " online.",
                ),
                _password_button(user_id) if is_new_user else _open_button(group),
            )
            if part
        ),
        language=application.language or "nl",
        reply_to=settings().secretariat_email or "",
        reason=REASON,
    )


def _password_button(user_id: str) -> Button:
    url = f"{api.portal.get().absolute_url()}/set-password"
    link = LinkSpec(SET_PASSWORD, "", LIFETIME, person=user_id)
    return Button(
        _("button_set_password", default="Choose a password and log in"), url, link
    )


def _open_button(group: MemberOrganisation) -> Button:
    url = f"{api.portal.get().absolute_url()}/open?id={group.UID()}"
    return Button(_("button_open_group", default="Open the page of your group"), url)
