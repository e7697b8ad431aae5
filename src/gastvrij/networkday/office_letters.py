"""The letters about seats to contact persons of groups, and to coordinators.

They name nobody: who follows their link logs in first.
"""

from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import replace
from gastvrij import _
from gastvrij.accounts.open_view import open_url
from gastvrij.accounts.people import language_of
from gastvrij.directory.addressees import can_be_mailed
from gastvrij.directory.contacts import Contact
from gastvrij.directory.organisation import MemberOrganisation
from gastvrij.mail.letters import Button
from gastvrij.mail.letters import Letter
from gastvrij.mail.outbox import place_of
from gastvrij.networkday import ledger_views
from gastvrij.networkday.letter_facts import item_titles
from gastvrij.networkday.letter_facts import letter_to
from gastvrij.networkday.letter_facts import Reader
from gastvrij.networkday.letter_facts import title_of
from gastvrij.networkday.network_day import NetworkDay
from gastvrij.networkday.seats import News
from gastvrij.networkday.seats import SEAT_FREE
from plone import api
from zope.i18nmessageid import Message


COORDINATORS = "networkday-coordinators"
OUR_PEOPLE = "our-people"
REGISTRATIONS = "registrations"


def group_claimed(
    day: NetworkDay, group: MemberOrganisation, contact: Contact
) -> Letter:
    """Ask a contact person whether people belong to the group, without their names."""
    mapping = {**title_of(day), "group": group.title}
    return letter_to(
        day,
        Reader(contact.email, language_of(contact.email)),
        "todo",
        _(
            "letter_claimed_subject",
            default="somebody names ${group}: is that right?",
            mapping=mapping,
        ),
        _(
            "letter_claimed",
            default="Somebody registered for ${day} and says to belong to ${group}. You"
            " see on the site who it is. Say whether that is so: until then your group"
            " sees nothing of them.",
            mapping=mapping,
        ),
        Button(
            _("button_see_claims", default="Say yes or no"),
            open_url(api.portal.get(), day.UID(), OUR_PEOPLE),
        ),
        reason=_(
            "letter_claimed_reason",
            default="You get this letter because you are a contact person of ${group}.",
            mapping=mapping,
        ),
    )


def letters_to_coordinators(day: NetworkDay, news: Sequence[News]) -> Iterator[Letter]:
    """Tell who organises a day what asks for a decision of theirs."""
    too_many = [each for each in news if each.kind != SEAT_FREE]
    for address in addresses_of_coordinators(day):
        reader = Reader(address, language_of(address))
        if len(too_many) < len(news):
            yield _seat_free(day, reader, news)
        if too_many:
            yield _over_capacity(day, reader, too_many)


def addresses_of_coordinators(day: NetworkDay) -> list[str]:
    """Return the address of the day, or those of all coordinators where it has none."""
    if can_be_mailed(day.contact_email):
        return [day.contact_email]
    if api.group.get(groupname=COORDINATORS) is None:
        return []
    members = api.user.get_users(groupname=COORDINATORS)
    addresses = (member.getProperty("email", "") or "" for member in members)
    return sorted({address for address in addresses if can_be_mailed(address)})


def _seat_free(day: NetworkDay, reader: Reader, news: Sequence[News]) -> Letter:
    letter = letter_to(
        day,
        reader,
        "todo",
        _(
            "letter_seat_free_subject",
            default="a seat is free on ${day}",
            mapping=title_of(day),
        ),
        _(
            "letter_seat_free",
            default="A seat came free for ${day}, so late that it is offered to nobody"
            " by itself. Call the first in line and give them the seat.",
            mapping=title_of(day),
        ),
        _button(day),
        reason=_reason(day),
    )
    # whoever has to be called is told of once, however often a seat comes free
    called = [each.person for each in news if each.kind == SEAT_FREE]
    since = [ledger_views.person(day, each).moments[-1:] for each in called]
    key = f"networkday.{SEAT_FREE}/{day.UID()}/{called}/{since}"
    return replace(letter, key=f"{key}/{place_of(reader.address)}")


def _over_capacity(day: NetworkDay, reader: Reader, news: Sequence[News]) -> Letter:
    titles = {"": day.title, **item_titles(day)}
    lines = [f"{titles.get(each.item, '?')}: {each.number}" for each in news]
    return letter_to(
        day,
        reader,
        "todo",
        _(
            "letter_over_capacity_subject",
            default="more people than seats on ${day}",
            mapping=title_of(day),
        ),
        _(
            "letter_over_capacity",
            default="Seats were taken away, and more people have one than there are."
            " Nobody lost a seat. So many are too many:",
        ),
        "\n".join(lines),
        _button(day),
        reason=_reason(day),
    )


def _button(day: NetworkDay) -> Button:
    label = _("button_see_registrations", default="See the registrations")
    return Button(label, open_url(api.portal.get(), day.UID(), REGISTRATIONS))


def _reason(day: NetworkDay) -> Message:
    return _(
        "letter_coordinator_reason",
        default="You get this letter because you organise ${day}.",
        mapping=title_of(day),
    )
