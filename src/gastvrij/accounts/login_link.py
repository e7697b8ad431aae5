"""The link by e-mail with which somebody logs in without a password."""

from contextlib import suppress
from datetime import datetime
from datetime import timedelta
from gastvrij import _
from gastvrij.accounts.people import email_of
from gastvrij.accounts.people import user_for
from gastvrij.links.brake import count_asking
from gastvrij.links.brake import times_asked
from gastvrij.links.ledger import Link
from gastvrij.links.ledger import redeem
from gastvrij.links.ledger import void
from gastvrij.mail.letters import Button
from gastvrij.mail.letters import Letter
from gastvrij.mail.letters import LinkSpec
from gastvrij.mail.outbox import post
from gastvrij.values.refusal import Refused
from Products.CMFPlone.Portal import PloneSite


LOGIN = "accounts.login"
LIFETIME = timedelta(minutes=30)
MOST_IN_AN_HOUR = 5


def ask_for_link(
    site: PloneSite, email: str, path: str, language: str, now: datetime
) -> None:
    """Send a link to log in to whoever has this address, if anybody does.

    ``path`` is where they were going, as ``way_back`` writes it; the link leads there.
    Nothing tells whether a letter goes out: not the answer, and hardly its time, since
    what both cases write differs by one record, five times an hour at most.
    """
    may_go_out = times_asked(site, LOGIN, email, now) < MOST_IN_AN_HOUR
    count_asking(site, LOGIN, email, now)
    user = user_for(email)
    if user is not None and may_go_out:
        letter = _letter(site, user.getId(), path, language)
        with suppress(Refused):  # an account without an address gets no letter
            post(site, letter, now)


def use_link(site: PloneSite, token: str, now: datetime) -> Link:
    """Use a link up, and with it every other link to log in of the same person.

    Raises what ``gastvrij.links.ledger.redeem`` raises.
    """
    link = redeem(site, token, LOGIN, now)
    void(site, purpose=LOGIN, person=link.person, but=token)
    return link


def _letter(site: PloneSite, user_id: str, path: str, language: str) -> Letter:
    return Letter(
        to=email_of(user_id),
        kind="todo",
        subject=_(
            "login_letter_subject",
            default="log in to ${site}",
            mapping={"site": site.title},
        ),
        body=(
            _(
                "login_letter_text",
                default="With this button you log in. You do not need a password.",
            ),
            Button(
                _("login_letter_button", default="Log in"),
                f"{site.absolute_url()}/log-in",
                LinkSpec(LOGIN, path, LIFETIME, person=user_id),
            ),
            _(
                "login_letter_once",
                default="The button works once, in the half hour after this letter was"
                " sent.",
            ),
            _(
                "login_letter_not_me",
                default="Did you not ask for this? Then you need not do anything."
                " Nobody can log in without this letter.",
            ),
        ),
        language=language,
        reason=_(
            "login_letter_reason",
            default="You get this letter because somebody asked for a link to log in"
            " with your address.",
        ),
    )
