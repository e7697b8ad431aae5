"""The letter with which somebody goes on with a form later."""

from datetime import datetime
from gastvrij import _
from gastvrij.links.brake import count_asking
from gastvrij.links.brake import times_asked
from gastvrij.mail.letters import Button
from gastvrij.mail.letters import Letter
from gastvrij.mail.letters import LinkSpec
from gastvrij.mail.outbox import post
from gastvrij.membership import drafts
from gastvrij.membership.desk import MembershipDesk
from gastvrij.membership.sending import slow_down
from gastvrij.settings.records import settings
from plone import api


BRAKE = "membership.resume"
MOST_TO_ONE = 5
# from one computer, to whatever addresses
FROM_ONE = "membership.resume.sender"
MOST_FROM_ONE = 30


def mail_resume_link(
    desk: MembershipDesk, draft_id: str, address: str, sender: str, now: datetime
) -> None:
    """Post the letter, unless its address got many within the hour.

    Raises ``TooMany`` when so many were asked for from one computer.
    """
    site = api.portal.get()
    if times_asked(site, BRAKE, address, now) >= MOST_TO_ONE:
        return
    slow_down(FROM_ONE, sender, MOST_FROM_ONE, now)
    count_asking(site, BRAKE, address, now)
    post(site, resume_letter(desk, draft_id, address), now)


def resume_letter(desk: MembershipDesk, draft_id: str, address: str) -> Letter:
    """Return the letter that leads back to a half-filled form."""
    url = f"{desk.absolute_url()}/apply"
    link = LinkSpec(drafts.PURPOSE, draft_id, drafts.lifetime(), single=False)
    return Letter(
        to=address,
        kind="info",
        subject=_("letter_resume_subject", default="go on with your application"),
        body=(
            _(
                "letter_resume_text",
                default="You began to fill in the form to join the network. What"
                " you filled in is kept for ${days} days. Go on where you were:",
                mapping={"days": settings().keep_unconfirmed_days},
            ),
            Button(_("button_resume", default="Go on with the form"), url, link),
        ),
        language=api.portal.get_current_language(),
    )
