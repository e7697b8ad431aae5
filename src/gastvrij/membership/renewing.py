"""A new link for an applicant whose link is too old.

The letter goes to the address of the application and to no other. Whoever asks reads
the same answer, also with a token that never was one.
"""

from datetime import datetime
from gastvrij import _
from gastvrij.links.brake import count_asking
from gastvrij.links.brake import times_asked
from gastvrij.links.ledger import LinkExpired
from gastvrij.links.ledger import LinkRefused
from gastvrij.links.ledger import LinkUsed
from gastvrij.links.ledger import look
from gastvrij.links.once import receipt_of
from gastvrij.links.once import remember
from gastvrij.mail.letters import Letter
from gastvrij.mail.outbox import post
from gastvrij.membership.application import MembershipApplication
from gastvrij.membership.letter_parts import letter_to
from gastvrij.membership.letter_parts import status_button
from gastvrij.membership.letters import confirm_letter
from gastvrij.membership.summary import restart_clock
from plone import api
from plone.app.uuid.utils import uuidToObject


BRAKE = "membership.renew"
MOST_AN_HOUR = 3
DONE = "asked"


def renew(token: str, purpose: str, form_token: str, now: datetime) -> None:
    """Post a fresh link when the old one was right once; pressed twice, once.

    ``purpose`` is that of the old link. At most three an hour go to one application.
    """
    site = api.portal.get()
    if receipt_of(site, form_token):
        return
    application = _application_of(token, purpose, now)
    if application is None or not application.contact_email:
        return
    who = application.UID()
    if times_asked(site, BRAKE, who, now) >= MOST_AN_HOUR:
        return
    count_asking(site, BRAKE, who, now)
    remember(site, form_token, DONE, now)
    _send(application, now)


def send_confirm_link_again(application: MembershipApplication, now: datetime) -> None:
    """Post the letter once more; the days that it speaks of begin with this one."""
    restart_clock(application, now)
    post(api.portal.get(), confirm_letter(application), now)


def _application_of(
    token: str, purpose: str, now: datetime
) -> MembershipApplication | None:
    try:
        look(api.portal.get(), token, purpose, now)
    except LinkRefused as error:
        was_right = isinstance(error, LinkExpired | LinkUsed)
        thing = error.link.thing if was_right and error.link else ""
        return uuidToObject(thing, unrestricted=True) if thing else None
    return None


def _send(application: MembershipApplication, now: datetime) -> None:
    if api.content.get_state(application) == "unconfirmed":
        send_confirm_link_again(application, now)
    else:
        post(api.portal.get(), _status_letter(application), now)


def _status_letter(application: MembershipApplication) -> Letter:
    return letter_to(
        application,
        "info",
        _("letter_new_link_subject", default="a new link to your application"),
        _(
            "letter_new_link_text",
            default="You asked for a new link to the application of ${group}. Did you"
            " not ask for it? Then you do not have to do anything.",
            mapping={"group": application.group_name},
        ),
        status_button(application),
    )
