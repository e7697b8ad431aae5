"""The one-click links of a registration: what each is for, and whom it lets in.

Both are for a form (its id is the thing) and one mailbox (the person): who else is in
the form has a link of their own, or none.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from datetime import timedelta
from gastvrij.links.ledger import Link
from gastvrij.links.ledger import LinkUnknown
from gastvrij.links.ledger import look
from gastvrij.mail.letters import Button
from gastvrij.mail.letters import LinkSpec
from gastvrij.mail.letters import Part
from gastvrij.networkday import ledger_views
from gastvrij.networkday.network_day import NetworkDay
from gastvrij.networkday.registration import Party
from gastvrij.networkday.registration import Person
from gastvrij.settings.records import settings
from gastvrij.values.mail_address import same_address
from plone import api
from zope.i18nmessageid import Message


CONFIRM, CONFIRM_PAGE = "networkday.confirm", "confirm-registration"
OWN, OWN_PAGE = "networkday.registration", "registration"
PROGRAMME_PAGE = "own-programme.ics"
# the page tells itself when there is nothing left to do; this is the longest it can be
OWN_LIFETIME = timedelta(days=730)


@dataclass(frozen=True)
class Holder:
    """Whom a link lets in: the people whose letters come to one mailbox.

    ``others`` are those in the same form with a mailbox of their own, for its sender.
    """

    party: Party
    address: str
    people: tuple[Person, ...]
    others: tuple[Person, ...] = ()

    @property
    def is_own(self) -> bool:
        """Whether this is one person, who reads the letters."""
        return not self.others and is_read_by_them(self.party, self.people)

    @property
    def everybody(self) -> tuple[Person, ...]:
        """All people that the page names, in the order of the form."""
        found = {person.id: person for person in (*self.people, *self.others)}
        return tuple(found[each] for each in self.party.people if each in found)


def confirm_button(day: NetworkDay, party: Party, label: Message) -> Button:
    """Return the button that confirms the address of whoever sent a form."""
    lifetime = timedelta(days=settings().keep_unconfirmed_days)
    link = LinkSpec(CONFIRM, party.id, lifetime, person=party.email)
    return Button(label, f"{day.absolute_url()}/{CONFIRM_PAGE}", link)


def own_button(
    day: NetworkDay, party_id: str, address: str, label: Message, do: str = ""
) -> Button:
    """Return a button to somebody's own page; ``do`` is what it opens there."""
    query = f"?do={do}" if do else ""
    link = LinkSpec(OWN, party_id, OWN_LIFETIME, person=address, single=False)
    return Button(label, f"{day.absolute_url()}/{OWN_PAGE}{query}", link)


def programme_button(
    day: NetworkDay, person: Person, address: str, label: Message
) -> Button:
    """Return a button to somebody's own programme as a calendar file."""
    link = LinkSpec(OWN, person.party, OWN_LIFETIME, person=address, single=False)
    url = f"{day.absolute_url()}/{PROGRAMME_PAGE}?person={person.id}"
    return Button(label, url, link)


def own_buttons(
    day: NetworkDay, people: Iterable[Person], address: str, label: Message
) -> Iterator[Part]:
    """Return a button to their own page for each form in which people are.

    Who was in already is where they were.
    """
    forms: dict[str, list[str]] = {}
    for person in people:
        names = forms.setdefault(_form_of(day, person), [])
        if person.name not in names:
            names.append(person.name)
    for party, names in forms.items():
        if len(forms) > 1:
            yield f"{', '.join(names)}:"
        yield own_button(day, party, address, label)


def holder_of(day: NetworkDay, token: str, now: datetime) -> Holder:
    """Return whom the link to an own page lets in; writes nothing.

    Raises ``LinkRefused``, also when the people in the form were forgotten, or have
    another address by now.
    """
    link = look(api.portal.get(), token, OWN, now)
    holder = holder_behind(day, link)
    if holder is None:
        raise LinkUnknown(link)
    return holder


def holder_behind(day: NetworkDay, link: Link) -> Holder | None:
    """Return whom a link is for; None where nobody is left."""
    try:
        party = ledger_views.party(day, link.thing)
    except KeyError:
        return None
    known = [p for p in ledger_views.people_of(day, party) if not p.is_anonymous]
    own = [
        p for p in known if same_address(ledger_views.address_of(day, p), link.person)
    ]
    is_sender = same_address(party.email, link.person)
    others = [p for p in known if p not in own] if is_sender else []
    if not own and not others:
        return None
    return Holder(party, link.person, tuple(own), tuple(others))


def _form_of(day: NetworkDay, person: Person) -> str:
    try:
        return ledger_views.person(day, person.double).party
    except KeyError:
        return person.party


def is_read_by_them(party: Party, people: Sequence[Person]) -> bool:
    """Tell whether letters about people are read by the one person they are about.

    They are not when somebody registered a person who has no address.
    """
    return len(people) == 1 and bool(people[0].email or people[0].name == party.name)
