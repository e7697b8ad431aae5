"""The letters that ask a speaker for consent, and tell what became of it."""

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
from gastvrij.mail.letters import Part
from gastvrij.networkday import wording
from gastvrij.networkday.programme_item import IProgrammeItem
from gastvrij.networkday.speaker_records import AGREED
from gastvrij.networkday.speaker_records import item_of
from gastvrij.networkday.speaker_records import Speaker
from gastvrij.networkday.speakers import PURPOSE
from gastvrij.networkday.summary import summary_of_day
from gastvrij.settings.records import settings
from gastvrij.spelling.dates import BELGIUM
from zope.i18nmessageid import Message


# long enough to take a name away again while it is known whose it is
AFTER_DAY = timedelta(days=366)
ASK = _("speaker_letter_subject", default="may we name you as a speaker?")
ASK_TEXT = _(
    "speaker_letter_text",
    default="${asker} asks you for the programme of the network: “${item}”, at ${day},"
    " ${when}.",
)
NOT_YET = _(
    "speaker_letter_not_yet",
    default="Your name is nowhere on the site yet. You say whether it may be there, and"
    " under which name: your first name alone, or another name, is fine.",
)
LATER = _(
    "speaker_letter_later",
    default="Keep this letter: by the same link you can change your name in the"
    " programme, or take it away, at any time.",
)
TOLD = _("speaker_letter_told", default="you are in the programme of the network")
TOLD_TEXT = _(
    "speaker_letter_told_text",
    default="${asker} wrote down that you agree to be named as a speaker: “${item}”, at"
    " ${day}, ${when}. You are there as “${shown}”.",
)
WHY = _(
    "speaker_letter_reason",
    default="You get this letter because ${asker} gave us your address.",
)
REFUSED_SUBJECT = _(
    "speaker_refused_subject", default="${name} does not want to be in the programme"
)
REFUSED_TEXT = _(
    "speaker_refused_text",
    default="${name} does not want to be named at “${item}”. The name is not, or no"
    " longer, in the programme. You need not do anything on the site.",
)
AGREED_SUBJECT = _("speaker_agreed_subject", default="${name} is in the programme")
AGREED_TEXT = _(
    "speaker_agreed_text",
    default="${name} agreed to be named at “${item}”, as “${shown}”. You need not do"
    " anything.",
)
WHY_ASKER = _(
    "speaker_asker_reason", default="You get this letter because you asked ${name}."
)
NETWORK = "Gastvrij Netwerk"
OPEN = _("speaker_letter_button", default="Say yes or no")
CHANGE = _("speaker_letter_change", default="Change it or take it away")


def ask_letter(speaker: Speaker, now: datetime) -> Letter:
    """Ask a speaker whether the name may be in the programme; once a day."""
    letter = _to_speaker(speaker, now, "todo", ASK, (ASK_TEXT, NOT_YET), OPEN)
    day = now.astimezone(BELGIUM).date()
    return replace(letter, key=f"{PURPOSE}.{speaker.id}.{day.isoformat()}")


def told_letter(speaker: Speaker, now: datetime) -> Letter:
    """Tell a speaker what a coordinator wrote down."""
    return _to_speaker(speaker, now, "info", TOLD, (TOLD_TEXT,), CHANGE)


def answer_letter(speaker: Speaker, now: datetime) -> Letter | None:
    """Tell who asked what the answer is; None when they have no address any more."""
    to = email_of(speaker.asked_by)
    if not to:
        return None
    subject, text = (
        (AGREED_SUBJECT, AGREED_TEXT)
        if speaker.answer == AGREED
        else (REFUSED_SUBJECT, REFUSED_TEXT)
    )
    language = language_of(to)
    words = _words(speaker, now, language)
    return Letter(
        to=to,
        kind="info",
        subject=Message(subject, mapping=words),
        body=(Message(text, mapping=words),),
        language=language,
        reason=Message(WHY_ASKER, mapping=words),
    )


def asker_of(speaker: Speaker) -> str:
    """Return who asks, in the words of a letter; never empty."""
    user_id = speaker.asked_by
    name = name_of(user_id) or email_of(user_id) or settings().secretariat_name
    return name or NETWORK


def _to_speaker(
    speaker: Speaker,
    now: datetime,
    kind: str,
    subject: Message,
    texts: tuple[Message, ...],
    label: Message,
) -> Letter:
    language = language_of(speaker.email)
    words = _words(speaker, now, language)
    body: tuple[Part, ...] = tuple(Message(text, mapping=words) for text in texts)
    return Letter(
        to=speaker.email,
        kind=kind,
        subject=subject,
        body=(*body, _button(speaker, label, now), LATER),
        language=language,
        reply_to=email_of(speaker.asked_by),
        reason=Message(WHY, mapping=words),
    )


def _button(speaker: Speaker, label: Message, now: datetime) -> Button:
    day = _item(speaker).aq_parent
    lasting = max(day.end - now, timedelta()) + AFTER_DAY
    link = LinkSpec(PURPOSE, speaker.id, lasting, speaker.email, single=False)
    return Button(label, page_url(day.aq_parent, "speaker"), link)


def _words(speaker: Speaker, now: datetime, language: str) -> dict[str, str]:
    item = _item(speaker)
    day = item.aq_parent
    return {
        "name": speaker.name,
        "shown": speaker.shown,
        "asker": asker_of(speaker),
        "item": item.title,
        "day": day.title,
        "when": wording.when(summary_of_day(day, now), language),
    }


def _item(speaker: Speaker) -> IProgrammeItem:
    """Return the item; raises ``LookupError`` when it is gone."""
    item = item_of(speaker)
    if item is None:
        raise LookupError(speaker.item)
    return item
