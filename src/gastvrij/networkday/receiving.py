"""How a registration form comes in: not too often, and once if sent twice."""

from collections.abc import Sequence
from datetime import datetime
from gastvrij.links.brake import count_asking
from gastvrij.links.brake import times_asked
from gastvrij.links.once import receipt_of
from gastvrij.links.once import remember
from gastvrij.networkday import ledger_views
from gastvrij.networkday.network_day import NetworkDay
from gastvrij.networkday.registering import register
from gastvrij.networkday.registration import CONTACT
from gastvrij.networkday.registration import Entry
from gastvrij.networkday.registration import Party
from gastvrij.networkday.registration import Sender
from plone import api


REGISTER = "networkday.register"
# how often within an hour; a library has one address for all its readers
MOST_FROM_COMPUTER = 30
MOST_BY_MAILBOX = 5


class TooManyForms(Exception):
    """More forms within an hour than people send."""


def party_sent(day: NetworkDay, token: str) -> Party | None:
    """Return what was sent with the token of a form, if it still is there."""
    try:
        return ledger_views.party(day, receipt_of(api.portal.get(), token) or "")
    except KeyError:
        return None


def receive(
    day: NetworkDay,
    entries: Sequence[Entry],
    sender: Sender,
    computer: str,
    token: str,
    now: datetime,
) -> Party:
    """Keep a form; the caller took a turn. The same ``token`` twice is one form.

    ``computer`` is the address that sends it, empty where that is not known. People
    whom a contact person registers are in at once. Raises ``TooManyForms``, and what
    ``registering.register`` raises.
    """
    known = party_sent(day, token)
    if known is not None:
        return known
    site, is_contact = api.portal.get(), sender.channel == CONTACT
    counted = {} if is_contact else _counted(entries, sender, computer)
    if any(times_asked(site, REGISTER, w, now) >= most for w, most in counted.items()):
        raise TooManyForms
    party = register(
        day, entries, sender, now, confirmed=is_contact, acknowledged=is_contact
    )
    for who in counted:
        count_asking(site, REGISTER, who, now)
    remember(site, token, party.id, now)
    return party


def _counted(entries: Sequence[Entry], sender: Sender, computer: str) -> dict[str, int]:
    from_computer = {f"from {computer}": MOST_FROM_COMPUTER} if computer else {}
    # whoever is registered by somebody else gets letters as well
    addresses = {sender.email, *(entry.email for entry in entries if entry.email)}
    return from_computer | {f"by {each}": MOST_BY_MAILBOX for each in addresses}
