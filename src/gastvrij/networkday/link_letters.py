"""The letters with a link that somebody needs: to confirm, or to the own page again."""

from gastvrij import _
from gastvrij.mail.letters import Letter
from gastvrij.networkday.letter_facts import letter_to
from gastvrij.networkday.letter_facts import Reader
from gastvrij.networkday.letter_facts import title_of
from gastvrij.networkday.network_day import NetworkDay
from gastvrij.networkday.registration import Party
from gastvrij.networkday.registration_links import confirm_button
from gastvrij.networkday.registration_links import Holder
from gastvrij.networkday.registration_links import own_button
from gastvrij.networkday.registration_links import own_buttons
from gastvrij.networkday.seat_letters import greeting
from gastvrij.networkday.seat_letters import OWN
from gastvrij.settings.records import settings
from zope.i18nmessageid import Message


def asked_again(day: NetworkDay, party: Party) -> Letter:
    """Return the letter that asks whether an address is right."""
    days = settings().keep_unconfirmed_days
    return letter_to(
        day,
        Reader(party.email, party.language),
        "todo",
        _(
            "letter_ask_confirm_subject",
            default="confirm your registration for ${day}",
            mapping=title_of(day),
        ),
        greeting(party.name),
        _asked_for(day, len(party.people)),
        confirm_button(
            day,
            party,
            _("button_confirm_registration", default="Confirm my registration"),
        ),
        _(
            "letter_ask_confirm_days",
            default="Was it not you? Then do nothing: we erase the form after ${days}"
            " days.",
            mapping={"days": days},
        ),
    )


def new_link(day: NetworkDay, holder: Holder) -> Letter:
    """Return the letter with a fresh link to somebody's own page."""
    language = holder.everybody[0].language
    ways = own_buttons(day, holder.people, holder.address, OWN)
    if not holder.people:
        ways = iter([own_button(day, holder.party.id, holder.address, OWN)])
    return letter_to(
        day,
        Reader(holder.address, language),
        "info",
        _(
            "letter_own_link_subject",
            default="a new link to your registration for ${day}",
            mapping=title_of(day),
        ),
        _(
            "letter_own_link",
            default="You asked for a new link. Did you not ask for it? Then you do not"
            " have to do anything.",
        ),
        *ways,
    )


def _asked_for(day: NetworkDay, count: int) -> Message:
    if count == 1:
        return _(
            "letter_ask_confirm_one",
            default="The form to come to ${day} was filled in with this address."
            " Confirm it: only then does it count. Seats go in the order of"
            " confirming.",
            mapping=title_of(day),
        )
    return _(
        "letter_ask_confirm",
        default="The form to come to ${day} with ${count} people was filled in with"
        " this address. Confirm it: only then does it count. Seats go in the order of"
        " confirming.",
        mapping={**title_of(day), "count": count},
    )
