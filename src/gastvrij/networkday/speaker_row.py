"""A speaker as the page of the coordinator shows them."""

from dataclasses import dataclass
from gastvrij import _
from gastvrij.accounts.people import name_of
from gastvrij.networkday.speaker_records import AGREED
from gastvrij.networkday.speaker_records import ASKED
from gastvrij.networkday.speaker_records import is_in_programme
from gastvrij.networkday.speaker_records import REFUSED
from gastvrij.networkday.speaker_records import Speaker
from gastvrij.spelling.dates import BELGIUM
from gastvrij.spelling.dates import day_in_words
from zope.i18nmessageid import Message


STATUS = {
    ASKED: _("speaker_asked", default="Asked"),
    AGREED: _("speaker_agreed", default="In the programme"),
    REFUSED: _("speaker_refused", default="Rather not"),
}
LOOKS = {
    ASKED: "gv-status gv-status--wait",
    AGREED: "gv-status gv-status--good",
    REFUSED: "gv-status gv-status--quiet",
}
GONE = _("speaker_unlisted", default="Agreed, not in the programme")


@dataclass(frozen=True)
class SpeakerRow:
    """Somebody who was asked; ``since`` is when they were, or when they answered."""

    id: str
    name: str
    organisation: str
    email: str
    status: Message
    look: str
    since: str | None
    shown: str
    witness: str
    is_waiting: bool


def row_of(speaker: Speaker, language: str) -> SpeakerRow:
    """Return what a coordinator sees of a speaker."""
    moment = speaker.answered_on or speaker.asked_on
    is_gone = speaker.answer == AGREED and not is_in_programme(speaker)
    return SpeakerRow(
        id=speaker.id,
        name=speaker.name,
        organisation=speaker.organisation,
        email=speaker.email,
        status=GONE if is_gone else STATUS[speaker.answer],
        look=LOOKS[ASKED if is_gone else speaker.answer],
        since=day_in_words(moment.astimezone(BELGIUM).date(), language),
        shown=speaker.shown,
        witness=name_of(speaker.witness) if speaker.witness else "",
        is_waiting=speaker.answer == ASKED,
    )
