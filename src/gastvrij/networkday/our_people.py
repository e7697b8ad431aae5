"""The page on which a contact person sees the own group's people for a day."""

from dataclasses import dataclass
from datetime import datetime
from datetime import UTC
from functools import cached_property
from gastvrij import _
from gastvrij.directory.organisation import MemberOrganisation
from gastvrij.interfaces import ITitledPage
from gastvrij.links.headers import keep_to_yourself
from gastvrij.networkday import cards
from gastvrij.networkday import ledger
from gastvrij.networkday import ledger_views
from gastvrij.networkday.availability import Availability
from gastvrij.networkday.availability import availability
from gastvrij.networkday.availability import sentence
from gastvrij.networkday.letter_facts import item_titles
from gastvrij.networkday.own_groups import own_groups
from gastvrij.networkday.registration import Person
from gastvrij.networkday.registration_words import Standing
from gastvrij.networkday.registration_words import standing_of
from gastvrij.networkday.summary import summary_of_day
from gastvrij.networkday.turns import take_turn
from gastvrij.networkday.views import PageView
from gastvrij.values.entries import one
from gastvrij.values.form_page import is_sent_from_here
from typing import Any
from zExceptions import NotFound
from zope.i18nmessageid import Message
from zope.interface import implementer


LATE = _(
    "message_press_again",
    default="Not done yet: this page stood open for too long. Press once more.",
)
SAID = {
    "yes": _("claim_yes", default="Noted: this person is of your group."),
    "no": _("claim_no", default="Noted: this person is not of your group."),
}
BEFORE = _("claim_before", default="This was answered before.")
REGISTERED = _(
    "our_people_registered", default="Noted. Below you see how everybody stands."
)


@dataclass(frozen=True)
class Known:
    """Somebody of the group: a name, where they stand, what they chose, no more."""

    name: str
    standing: Standing
    chosen: list[str]


@dataclass(frozen=True)
class Claim:
    """Somebody who says to be of the group: a name, no more."""

    id: str
    name: str


@dataclass(frozen=True)
class OwnGroup:
    """A group of the reader, with its people."""

    uid: str
    title: str
    people: list[Known]
    claims: list[Claim]


@implementer(ITitledPage)
class OurPeople(PageView):
    """``/netwerkdagen/<id>/our-people``: who of the own groups comes.

    It is not found for who speaks for no group. Who named a group is hidden from it,
    but for the name, until its contact person says yes.
    """

    tab_title = _("our_people_title", default="People of my group")

    now: datetime
    said: Message | None = None
    is_late = False

    def __call__(self) -> str:
        """Show the people, or keep what is said of one of them."""
        keep_to_yourself(self.request.response)
        self.now = datetime.now(UTC)
        if not self.own:
            raise NotFound("our-people")
        if self.request.method == "POST":
            self._say()
        elif one(self.request.form, "registered"):
            self.said = REGISTERED
        return self.index()

    @cached_property
    def own(self) -> list[MemberOrganisation]:
        """The groups that the reader speaks for."""
        return own_groups()

    @property
    def groups(self) -> list[OwnGroup]:
        """Those groups with their people."""
        titles = item_titles(self.context)
        return [self._group(group, titles) for group in self.own]

    @cached_property
    def availability(self) -> Availability:
        """How many seats there are, and whether anybody can register."""
        return availability(self.context, self.now)

    @property
    def status(self) -> str:
        """How it stands with the day, in one sentence."""
        return sentence(self.availability, self.language)

    @property
    def day(self) -> dict[str, Any]:
        """The day in short."""
        return cards.day_card(summary_of_day(self.context, self.now), self.language)

    def _group(self, group: MemberOrganisation, titles: dict[str, str]) -> OwnGroup:
        day, uid = self.context, group.UID()
        return OwnGroup(
            uid,
            group.title,
            [self._known(p, titles) for p in ledger_views.of_group(day, uid)],
            [Claim(p.id, p.name) for p in ledger_views.claims_of(day, uid) if p.name],
        )

    def _known(self, person: Person, titles: dict[str, str]) -> Known:
        standing = standing_of(self.context, person, self.now, self.language)
        chosen = (titles.get(choice.item, "") for choice in person.seat.choices)
        return Known(person.name, standing, list(filter(None, chosen)))

    def _say(self) -> None:
        if not is_sent_from_here(self.context, self.request):
            self.is_late = True
            return
        form = self.request.form
        answer, who, uid = (one(form, name) for name in ("answer", "person", "group"))
        if answer not in SAID or uid not in [group.UID() for group in self.own]:
            raise NotFound("our-people")
        take_turn(self.context)
        claims = [each.id for each in ledger_views.claims_of(self.context, uid)]
        if who not in claims:
            self.said = BEFORE
            return
        act = ledger.acknowledge if answer == "yes" else ledger.disown
        act(self.context, [who], uid, self.now)
        self.said = SAID[answer]
