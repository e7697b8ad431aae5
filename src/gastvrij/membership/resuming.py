"""The letter with which somebody goes on with a form later."""

from gastvrij import _
from gastvrij.mail.letters import Button
from gastvrij.mail.letters import Letter
from gastvrij.mail.letters import LinkSpec
from gastvrij.membership import drafts
from gastvrij.membership.desk import MembershipDesk
from gastvrij.settings.records import settings
from plone import api


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
