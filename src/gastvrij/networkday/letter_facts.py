"""What the letters of a network day tell of it, in the language of the reader."""

from dataclasses import dataclass
from datetime import datetime
from gastvrij import _
from gastvrij.directory.addressees import can_be_mailed
from gastvrij.mail.letters import Letter
from gastvrij.mail.letters import Part
from gastvrij.networkday import wording
from gastvrij.networkday.network_day import NetworkDay
from gastvrij.networkday.summary import summary_of_day
from gastvrij.settings.records import settings
from zope.i18n import translate
from zope.i18nmessageid import Message


ITEMS = "ProgrammeItem"


@dataclass(frozen=True)
class Reader:
    """Who gets a letter about a day: an address and a language."""

    address: str
    language: str


def title_of(day: NetworkDay) -> dict[str, str]:
    """Return the mapping of every sentence that names the day."""
    return {"day": day.title}


def facts_of(day: NetworkDay, language: str, now: datetime) -> Message:
    """Return when and where a day takes place, on two lines."""
    summary = summary_of_day(day, now)
    return _(
        "letter_day_facts",
        default="When: ${when}\nWhere: ${where}",
        mapping={
            "when": wording.when(summary, language),
            "where": ", ".join(
                filter(None, (wording.place(summary, language), _address(day)))
            ),
        },
    )


def item_titles(day: NetworkDay) -> dict[str, str]:
    """Return the titles of the items of a day by their UID."""
    items = (each for each in day.objectValues() if each.portal_type == ITEMS)
    return {item.UID(): item.title for item in items}


def said(message: Message | str, language: str) -> str:
    """Return a sentence in a language."""
    return str(translate(message, target_language=language))


def letter_to(
    day: NetworkDay,
    reader: Reader,
    kind: str,
    subject: Message,
    *body: Part,
    reason: Message | None = None,
) -> Letter:
    """Return a letter about a day; blank parts are left out."""
    answers = day.contact_email or settings().secretariat_email or ""
    registered = _(
        "letter_registration_reason",
        default="You get this letter because you, or somebody for you, registered for"
        " ${day}.",
        mapping=title_of(day),
    )
    return Letter(
        to=reader.address,
        kind=kind,
        subject=subject,
        body=tuple(part for part in body if part),
        language=reader.language,
        reply_to=answers if can_be_mailed(answers) else "",
        reason=reason or registered,
    )


def _address(day: NetworkDay) -> str:
    lines = (day.venue_address or "").splitlines()
    return ", ".join(filter(None, map(str.strip, lines)))
