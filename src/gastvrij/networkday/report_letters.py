"""The letters that ask for the notes of a network day, and ask again."""

from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace
from datetime import datetime
from datetime import timedelta
from gastvrij import _
from gastvrij.accounts.people import email_of
from gastvrij.accounts.people import language_of
from gastvrij.accounts.people import name_of
from gastvrij.directory.people_letters import page_url
from gastvrij.mail.letters import Button
from gastvrij.mail.letters import Letter
from gastvrij.mail.letters import LinkSpec
from gastvrij.networkday.network_day import NetworkDay
from gastvrij.networkday.programme_item import ProgrammeItem
from gastvrij.networkday.report_records import Reporter
from gastvrij.networkday.reporting import PURPOSE
from gastvrij.networkday.seat_letters import greeting
from gastvrij.settings.records import settings
from gastvrij.spelling.dates import BELGIUM
from zope.i18nmessageid import Message


LASTING = timedelta(days=366)
NETWORK = "Gastvrij Netwerk"
PAGE = "report-notes"
SUBJECT = _("report_letter_subject", default="your notes on ${items}")
SUBJECT_MANY = _("report_letter_subject_many", default="your notes on ${day}")
TEXT = _(
    "report_letter_text",
    default="${asker} makes the report book of ${day}, and asks you for what people"
    " should remember of ${items}: three insights, three tips, and one signal for"
    " policy.",
)
AGAIN = _(
    "report_letter_again",
    default="We do not have your notes on ${items} yet. Without them the report book of"
    " ${day} stays without that part. A few words are enough.",
)
HOW = _(
    "report_letter_how",
    default="It takes a quarter of an hour, on a phone as well. By the same link you"
    " can go on later, and change everything until the book is published. Pictures are"
    " welcome, if everybody in them agrees.",
)
NOT_ME = _(
    "report_letter_not_me",
    default="Does somebody else have the notes? Just answer this letter.",
)
WHY = _(
    "report_letter_reason",
    default="You get this letter because you spoke at ${day} or reported on it.",
)
BUTTON = _("report_letter_button", default="Write the notes on “${item}”")


@dataclass(frozen=True)
class Asked:
    """One of the items of which somebody is asked for the notes."""

    item: ProgrammeItem
    reporter: Reporter


def ask_letter(day: NetworkDay, asked: Sequence[Asked], now: datetime) -> Letter:
    """Ask one person for the notes of some items; once a day."""
    return _letter(day, asked, TEXT, now)


def again_letter(day: NetworkDay, asked: Sequence[Asked], now: datetime) -> Letter:
    """Ask once more for what did not come in; once a day."""
    return _letter(day, asked, AGAIN, now)


def asker_of(reporter: Reporter) -> str:
    """Return who asks, in the words of a letter; never empty."""
    user_id = reporter.asked_by
    name = name_of(user_id) or email_of(user_id) or settings().secretariat_name
    return name or NETWORK


def _letter(
    day: NetworkDay, asked: Sequence[Asked], text: Message, now: datetime
) -> Letter:
    first = asked[0].reporter
    words = {
        "asker": asker_of(first),
        "day": day.title,
        "items": ", ".join(f"“{each.item.title}”" for each in asked),
    }
    subject = SUBJECT if len(asked) == 1 else SUBJECT_MANY
    today = now.astimezone(BELGIUM).date().isoformat()
    key = f"{PURPOSE}.{first.id}.{len(asked)}.{today}"
    letter = Letter(
        to=first.email,
        kind="todo",
        subject=Message(subject, mapping=words),
        body=(
            greeting(first.name),
            Message(text, mapping=words),
            HOW,
            *(_button(day, each) for each in asked),
            NOT_ME,
        ),
        language=language_of(first.email),
        reply_to=email_of(first.asked_by),
        reason=Message(WHY, mapping=words),
    )
    return replace(letter, key=key)


def _button(day: NetworkDay, asked: Asked) -> Button:
    link = LinkSpec(
        PURPOSE, asked.item.UID(), LASTING, asked.reporter.email, single=False
    )
    label = Message(BUTTON, mapping={"item": asked.item.title})
    return Button(label, page_url(day.aq_parent, PAGE), link)
