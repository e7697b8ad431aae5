"""What the letters of membership are made of."""

from datetime import timedelta
from gastvrij import _
from gastvrij.mail.letters import Button
from gastvrij.mail.letters import Letter
from gastvrij.mail.letters import LinkSpec
from gastvrij.membership.application import MembershipApplication
from gastvrij.settings.records import settings
from plone import api
from zope.i18nmessageid import Message


CONFIRM = "membership.confirm"
STATUS = "membership.status"
# a status link works until the file closes; this is the longest that one lies open
STATUS_LIFETIME = timedelta(days=730)

REASON = _(
    "letter_membership_reason",
    default="You get this letter because your group asked to join the network.",
)
STATUS_BUTTON = _("button_see_application", default="See your application")
NOTHING = _("letter_nothing_to_do", default="You do not have to do anything now.")


def status_button(
    application: MembershipApplication, label: Message = STATUS_BUTTON
) -> Button:
    """Return the button that leads an applicant to the page of the application."""
    url = f"{application.__parent__.absolute_url()}/status"
    link = LinkSpec(STATUS, application.UID(), STATUS_LIFETIME, single=False)
    return Button(label, url, link)


def open_button(application: MembershipApplication) -> Button:
    """Return the button that leads somebody with an account to the application."""
    url = f"{api.portal.get().absolute_url()}/open?id={application.UID()}"
    return Button(_("button_open_application", default="Open the application"), url)


def letter_to(
    application: MembershipApplication,
    kind: str,
    subject: Message,
    *body: Message | str | Button,
) -> Letter:
    """Return a letter to the contact person of an application; blank parts go."""
    return Letter(
        to=application.contact_email or "",
        kind=kind,
        subject=subject,
        body=tuple(part for part in body if part),
        language=application.language or "nl",
        reply_to=settings().secretariat_email or "",
        reason=REASON,
    )
