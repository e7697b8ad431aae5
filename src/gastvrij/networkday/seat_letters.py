"""The letters about seats, one for each mailbox, however much there is to tell."""

from collections.abc import Iterator
from collections.abc import Sequence
from datetime import datetime
from gastvrij import _
from gastvrij.mail.letters import Button
from gastvrij.mail.letters import Letter
from gastvrij.mail.letters import Part
from gastvrij.networkday.door import choosable
from gastvrij.networkday.letter_facts import facts_of
from gastvrij.networkday.letter_facts import item_titles
from gastvrij.networkday.letter_facts import letter_to
from gastvrij.networkday.letter_facts import Reader
from gastvrij.networkday.letter_facts import said
from gastvrij.networkday.letter_facts import title_of
from gastvrij.networkday.network_day import NetworkDay
from gastvrij.networkday.own_programme import had_a_seat
from gastvrij.networkday.registration import Party
from gastvrij.networkday.registration import Person
from gastvrij.networkday.registration_links import is_read_by_them
from gastvrij.networkday.registration_links import own_button
from gastvrij.networkday.registration_links import own_buttons
from gastvrij.networkday.registration_links import programme_button
from gastvrij.networkday.seat_sentences import sentence_about
from gastvrij.networkday.seat_sentences import subject_of
from gastvrij.networkday.seat_sentences import TO_DO
from gastvrij.networkday.seats import CANCELLED
from gastvrij.networkday.seats import ITEM_GONE
from gastvrij.networkday.seats import ITEM_SEAT
from gastvrij.networkday.seats import LAPSED
from gastvrij.networkday.seats import News
from gastvrij.networkday.seats import OFFER
from gastvrij.networkday.seats import SEAT
from gastvrij.networkday.seats import WAITS
from zope.i18nmessageid import Message


Told = tuple[News, Person]

OWN = _("button_own_registration", default="See or change your registration")
INTO_CALENDAR = _("link_own_programme", default="Put your programme in your calendar")
OUT_OF_CALENDAR = _("link_own_programme_out", default="Take it out of your calendar")
ACCEPT = _("button_accept_seat", default="Yes, I take the seat")
REFUSE = _("button_refuse_seat", default="No, give it to the next")
AGAIN = _("button_wait_again", default="Put me on the waiting list again")
CHOOSE = _("change_items_title", default="Choose something else")
SIGN_OFF = _("cancel_title", default="Sign off")
WITH_THEIR_WAY = {OFFER, LAPSED, ITEM_GONE, CANCELLED}
CANNOT_COME = _(
    "letter_cannot_come",
    default="Can you not come after all? Say so at once: somebody else gets the seat.",
)
ONLINE = _(
    "letter_online",
    default="The link to take part online stands on your page from 24 hours before.",
)


def letter_about(
    day: NetworkDay, party: Party, reader: Reader, told: Sequence[Told], now: datetime
) -> Letter:
    """Return one letter that tells all of ``told``, which has something in it."""
    kinds = {news.kind for news, _person in told}
    people = list({person.id: person for _news, person in told}.values())
    is_one = is_read_by_them(party, people)
    name = told[0][1].name if is_one else party.name
    about = people[0].name if len(people) == 1 and not is_one else ""
    waiting = sum(news.kind == WAITS for news, _person in told)
    return letter_to(
        day,
        reader,
        "todo" if kinds & TO_DO else "info",
        subject_of(kinds, about, {**title_of(day), "count": waiting}),
        greeting(name),
        *_news_in(day, told, is_one, reader.language),
        facts_of(day, reader.language, now) if kinds & {SEAT, WAITS, OFFER} else "",
        _calendar(day, people[0], reader, kinds) if is_one else "",
        *_ways_on(day, party, reader, told),
    )


def greeting(name: str) -> Message:
    """Return the first line of a letter."""
    return _("letter_greeting", default="Hello ${name},", mapping={"name": name})


def _news_in(
    day: NetworkDay, told: Sequence[Told], is_one: bool, language: str
) -> Iterator[Part]:
    titles, lines = item_titles(day), []
    for news, person in told:
        facts = {**title_of(day), "item": titles.get(news.item, "")}
        sentence = sentence_about(news, person, is_one, facts, language)
        lines.append(said(sentence, language))
        if news.kind == SEAT:
            lines += choices_of(person, titles, language)
    if is_one:
        yield from lines
    else:
        yield _("letter_standing", default="${day}:", mapping=title_of(day))
        yield "\n".join(lines)


def choices_of(person: Person, titles: dict[str, str], language: str) -> list[str]:
    """Return what somebody chose, on one line; nothing where that is nothing."""
    chosen = [(titles.get(c.item, ""), c.seated) for c in person.seat.choices]
    waits = _("letter_choice_waits", default="on its waiting list")
    words = [
        title if seated else f"{title} ({said(waits, language)})"
        for title, seated in chosen
        if title
    ]
    if not words:
        return []
    line = _(
        "letter_chosen", default="Chosen: ${items}", mapping={"items": "; ".join(words)}
    )
    return [said(line, language)]


def _ways_on(
    day: NetworkDay, party: Party, reader: Reader, told: Sequence[Told]
) -> Iterator[Part]:
    kinds = {news.kind for news, _person in told}

    def button(label: Message, do: str = "") -> Button:
        return own_button(day, party.id, reader.address, label, do)

    if OFFER in kinds:
        yield button(ACCEPT, "accept")
        yield button(REFUSE, "refuse")
    if LAPSED in kinds:
        yield button(AGAIN, "again")
    if ITEM_GONE in kinds:
        can_choose = bool(choosable(day))
        yield button(CHOOSE, "items") if can_choose else button(OWN)
    others = [person for news, person in told if news.kind not in WITH_THEIR_WAY]
    yield from own_buttons(day, others, reader.address, OWN)
    if SEAT in kinds:
        if day.mode != "on_site":
            yield ONLINE
        yield CANNOT_COME
        yield button(SIGN_OFF, "cancel")


def _calendar(day: NetworkDay, person: Person, reader: Reader, kinds: set[str]) -> Part:
    """Return the button that puts a person's programme in the calendar, or out."""
    if not kinds & {SEAT, CANCELLED, ITEM_SEAT} or not had_a_seat(person):
        return ""
    label = INTO_CALENDAR if person.is_there else OUT_OF_CALENDAR
    return programme_button(day, person, reader.address, label)
