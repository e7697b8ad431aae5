"""What the page of somebody who is registered shows."""

from functools import cached_property
from gastvrij import _
from gastvrij.networkday.availability import Availability
from gastvrij.networkday.availability import availability
from gastvrij.networkday.door import CANCELLED as CALLED_OFF
from gastvrij.networkday.door import door
from gastvrij.networkday.door import PAST
from gastvrij.networkday.door import start_of
from gastvrij.networkday.join_link import join_link_for
from gastvrij.networkday.own_programme import had_a_seat
from gastvrij.networkday.own_rows import Row
from gastvrij.networkday.registration import Person
from gastvrij.networkday.registration_choices import Question
from gastvrij.networkday.registration_choices import questions_of
from gastvrij.networkday.registration_entries import FIELDS
from gastvrij.networkday.registration_entries import OneOf
from gastvrij.networkday.registration_links import Holder
from gastvrij.networkday.registration_links import OWN
from gastvrij.networkday.registration_links import OWN_PAGE
from gastvrij.networkday.registration_links import PROGRAMME_PAGE
from gastvrij.networkday.registration_renewal import LinkPage
from gastvrij.networkday.registration_words import standing_of
from gastvrij.networkday.seats import WAITING
from gastvrij.values.boxes import Box
from gastvrij.values.boxes import box_of
from gastvrij.values.entries import one
from gastvrij.values.sheet import Sheet
from urllib.parse import urlencode
from zope.i18nmessageid import Message


class OwnRegistrationPage(LinkPage):
    """The page as it is shown; the people are those of one mailbox."""

    purpose = OWN
    page = OWN_PAGE
    holder: Holder
    refused: Message | None = None

    @cached_property
    def rows(self) -> list[Row]:
        """The people, in the order of the form."""
        return [self._row(person) for person in self.holder.people]

    @property
    def others(self) -> list[str]:
        """Those of the same form who get letters of their own."""
        return [person.name for person in self.holder.others]

    @property
    def is_one(self) -> bool:
        """Whether the page is about one person."""
        return self.holder.is_own

    @property
    def offered(self) -> list[Row]:
        """Who may take a seat now, while that can be done."""
        return [row for row in self.rows if row.is_offered and not self.has_begun]

    @property
    def lapsed(self) -> list[Row]:
        """Who may come in line again."""
        can_wait = not (self.has_begun or self.is_called_off)
        return [row for row in self.rows if row.has_lapsed and can_wait]

    @property
    def living(self) -> list[Row]:
        """Who can be signed off."""
        return [row for row in self.rows if row.is_living and not self.is_past]

    @property
    def asks_to_sign_off(self) -> bool:
        """Whether a letter led here to sign off, or it was not said for whom."""
        is_asked = self.do == "cancel" or (self.action == "cancel" and self.refused)
        return bool(is_asked and self.living)

    @property
    def turn(self) -> Message:
        """Whose turn it is."""
        if self.is_past:
            return _("own_past", default="This network day is over.")
        if self.asks_to_sign_off and len(self.living) > 1:
            return _(
                "turn_sign_off_who",
                default="Say who does not come, and press the button.",
            )
        if self.asks_to_sign_off:
            return _("turn_sign_off", default="One more press, and you are signed off.")
        if self.offered:
            return _("turn_yours", default="We are waiting for you.")
        return _("turn_nothing", default="You do not have to do anything now.")

    @property
    def comes_together(self) -> bool:
        """Whether people wait who said that they come all or not at all."""
        people = self.holder.everybody
        waits = any(p.seat.together and p.standing == WAITING for p in people)
        return waits and self.holder.party.email == self.holder.address

    @cached_property
    def status(self) -> str:
        """How it stands with the day."""
        return door(self.context, self.now)

    @property
    def is_past(self) -> bool:
        """Whether the day is over."""
        return self.status == PAST

    @property
    def is_called_off(self) -> bool:
        """Whether the day does not take place."""
        return self.status == CALLED_OFF

    @property
    def has_begun(self) -> bool:
        """Whether seats move no more."""
        return self.is_past or self.now >= start_of(self.context)

    @property
    def do(self) -> str:
        """What the letter led to."""
        return one(self.request.form, "do")

    @property
    def told(self) -> str:
        """The items of which the page says that they are full."""
        full = (item.uid for item in self.availability.items if item.free == 0)
        return " ".join(full)

    @cached_property
    def availability(self) -> Availability:
        """What is left, at this moment."""
        return availability(self.context, self.now)

    def questions_for(self, person_id: str) -> tuple[Question, ...]:
        """Return what somebody can choose."""
        person = next(p for p in self.holder.people if p.id == person_id)
        own = [choice.item for choice in person.seat.choices]
        return questions_of(self.availability, own)

    def _row(self, person: Person) -> Row:
        standing = standing_of(self.context, person, self.now, self.language)
        can_choose = person.is_living and not self.has_begun
        return Row(
            person.id,
            person.name,
            standing,
            self._chosen(person),
            self._boxes(person) if can_choose else [],
            join_link_for(self.context, person, self.now),
            self._calendar_url(person),
        )

    def _calendar_url(self, person: Person) -> str:
        if self.is_past or not had_a_seat(person):
            return ""
        query = urlencode({"person": person.id, "token": self.token})
        return f"{self.context.absolute_url()}/{PROGRAMME_PAGE}?{query}"

    def _chosen(self, person: Person) -> list[Message | str]:
        titles = {item.uid: item.title for item in self.availability.items}
        words: list[Message | str] = []
        for choice in person.seat.choices:
            title = titles.get(choice.item, "")
            waits = person.is_there and not choice.seated
            line = _(
                "chosen_waits",
                default="${title} (waiting list)",
                mapping={"title": title},
            )
            words += [line if waits else title] if title else []
        return words

    def _boxes(self, person: Person) -> list[Box]:
        questions = self.questions_for(person.id)
        field, chosen = FIELDS["choice"], {c.item for c in person.seat.choices}
        entries = [
            OneOf(field, f"{q.id}-{person.id}", q.title, given=q.options)
            for q in questions
        ]
        known = {
            f"{q.id}-{person.id}": next(iter(q.items & chosen), "") for q in questions
        }
        # what could not be kept stands there as it was chosen
        sent = self.request.form if self.refused else {}
        sheet = Sheet.sent(entries, None, known | sent)
        return [box_of(sheet, name) for name in sheet.entries]
