"""The letters that ask somebody to speak for a group, and tell that they do."""

from gastvrij import _
from gastvrij.accounts.people import language_of
from gastvrij.directory.contacts import Contact
from gastvrij.directory.invitations import Invitation
from gastvrij.directory.invitations import LIFETIME
from gastvrij.directory.invitations import PURPOSE
from gastvrij.directory.organisation import MemberOrganisation
from gastvrij.directory.people_letters import letter_about
from gastvrij.directory.people_letters import open_button
from gastvrij.directory.people_letters import page_url
from gastvrij.directory.people_letters import SECRETARIAT
from gastvrij.directory.people_letters import WHAT_IT_MEANS
from gastvrij.mail.letters import Button
from gastvrij.mail.letters import Letter
from gastvrij.mail.letters import LinkSpec
from gastvrij.spelling.dates import BELGIUM
from gastvrij.spelling.dates import full_date
from plone.uuid.interfaces import IUUID


ASKED = {
    "contact": (
        _("handover_letter_subject", default="become the contact person of ${group}"),
        _(
            "handover_letter_text",
            default="${asker} asks you to become the contact person of ${group}, in"
            " the place of ${asker}.",
        ),
    ),
    "deputy": (
        _("deputy_letter_subject", default="become a deputy of ${group}"),
        _(
            "deputy_letter_text",
            default="${asker} asks you to become a deputy of ${group}: somebody who"
            " helps to keep the page of the group right.",
        ),
    ),
}
UNTIL = _("invitation_letter_until", default="You can accept until ${until}.")
DO_NOTHING = _(
    "invitation_letter_no",
    default="Would you rather not? Then you need not do anything: nothing changes"
    " until you accept.",
)
WHY_ASKED = _(
    "invitation_letter_reason",
    default="You get this letter because ${asker} of ${group} gave us your address.",
)

ACCEPTED = {
    "contact": _(
        "accepted_letter_contact", default="you are now the contact person of ${group}"
    ),
    "deputy": _("accepted_letter_deputy", default="you are now a deputy of ${group}"),
}
THANKS = _(
    "accepted_letter_text",
    default="Thank you for accepting. Do you want to change something? You need no"
    " password: you get a link by e-mail.",
)
NOTHING_TO_DO = _("people_letter_nothing", default="You need not do anything.")

HANDED_OVER = _("handed_over_letter_subject", default="${name} now speaks for ${group}")
HANDED_OVER_TEXT = _(
    "handed_over_letter_text",
    default="${name} accepted, and is now the contact person of ${group}. You can no"
    " longer change its page. Thank you for what you did.",
)
CHANGED_TEXT = {
    "contact": _(
        "changed_letter_contact",
        default="${name} is now the contact person of ${group}, in the place of"
        " ${former}.",
    ),
    "deputy": _(
        "changed_letter_deputy",
        default="${name} is now a deputy of ${group}. ${former} asked for it.",
    ),
}


def invitation_letter(
    group: MemberOrganisation, invitation: Invitation, asker: Contact
) -> Letter:
    """Ask somebody to become contact person or deputy."""
    subject, text = ASKED[invitation.role]
    accept = Button(
        _("invitation_letter_button", default="See what it is about"),
        page_url(group.aq_parent, "handover"),
        LinkSpec(PURPOSE, IUUID(group), LIFETIME, person=invitation.email),
    )
    until = invitation.until.astimezone(BELGIUM).date()
    return letter_about(
        group,
        invitation.email,
        subject,
        (text, WHAT_IT_MEANS, accept, UNTIL, DO_NOTHING),
        kind="todo",
        reason=WHY_ASKED,
        reply_to=asker.email,
        asker=asker.name,
        until=full_date(until, language_of(invitation.email)),
    )


def accepted_letters(
    group: MemberOrganisation, former: Contact, successor: Contact, secretariat: str
) -> list[Letter]:
    """Tell who accepted, who asked when they are replaced, and the secretariat.

    ``secretariat`` is its address; without one it gets no letter.
    """
    names = {"name": successor.name, "former": former.name}
    letters = [
        letter_about(
            group,
            successor.email,
            ACCEPTED[successor.role],
            (THANKS, open_button(group)),
        )
    ]
    if successor.role == "contact":
        letters.append(
            letter_about(group, former.email, HANDED_OVER, (HANDED_OVER_TEXT,), **names)
        )
    if secretariat:
        letters.append(
            letter_about(
                group,
                secretariat,
                HANDED_OVER,
                (CHANGED_TEXT[successor.role], NOTHING_TO_DO),
                reason=SECRETARIAT,
                **names,
            )
        )
    return letters
