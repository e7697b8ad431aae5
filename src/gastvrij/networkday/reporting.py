"""Who reports on an item of a network day, and what they write.

Notes can be changed by everybody who was asked for them, as often as they like, until
the book is published.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import replace
from datetime import datetime
from gastvrij import _
from gastvrij.links.ledger import void
from gastvrij.networkday.door import start_of
from gastvrij.networkday.network_day import NetworkDay
from gastvrij.networkday.programme import programme
from gastvrij.networkday.programme import Slot
from gastvrij.networkday.report_records import drop_notes
from gastvrij.networkday.report_records import keep_notes
from gastvrij.networkday.report_records import NotePicture
from gastvrij.networkday.report_records import Notes
from gastvrij.networkday.report_records import notes_of
from gastvrij.networkday.report_records import Reporter
from gastvrij.networkday.speaker_records import Speaker
from gastvrij.networkday.speaker_records import speakers_of
from gastvrij.values.mail_address import same_address
from gastvrij.values.pictures import kept
from gastvrij.values.pictures import KeptPicture
from gastvrij.values.refusal import Refused
from io import BytesIO
from PIL import Image
from plone import api
from plone.namedfile.file import NamedBlobImage
from typing import Any
from uuid import uuid4


PURPOSE = "networkday.report"
MOST_REPORTERS = 6
MOST_PICTURES = 4
# pixels; a form shows a picture no larger
SMALL_SIDE = 480


@dataclass(frozen=True)
class Written:
    """What somebody writes down of an item; at most three insights and three tips."""

    insights: tuple[str, ...]
    tips: tuple[str, ...]
    signal: str


def can_report(day: NetworkDay, now: datetime) -> bool:
    """Tell whether there is something to report: the day began, and took place."""
    is_held = api.content.get_state(day) in ("announced", "finished")
    return is_held and now >= start_of(day)


def slots_of(day: NetworkDay) -> list[Slot]:
    """Return the items of a day of which there can be notes, in their order."""
    slots = [slot for part in programme(day) for slot in part.slots]
    return [slot for slot in slots if slot.kind != "break"]


def speakers_to_ask(site: Any, notes: Notes) -> list[Speaker]:
    """Return the speakers of an item who have an address, and were not asked yet."""
    asked = [each.email for each in notes.reporters]
    return [
        each
        for each in speakers_of(site, [notes.item])
        if each.email and not any(same_address(each.email, one) for one in asked)
    ]


def add_reporter(
    site: Any, item_uid: str, name: str, email: str, asked_by: str, now: datetime
) -> Reporter:
    """Write down that somebody is asked for the notes of an item; posts no letter.

    Raises ``Refused`` for who was asked before, and for one more than there can be.
    """
    notes = notes_of(site, item_uid)
    if any(same_address(each.email, email) for each in notes.reporters):
        raise Refused(
            _("error_reporter_known", default="This address was asked already."),
            "email",
        )
    if len(notes.reporters) >= MOST_REPORTERS:
        raise Refused(
            _("error_reporters_full", default="Enough people were asked for this one."),
            "email",
        )
    reporter = Reporter(uuid4().hex, name, email, asked_by, now)
    keep_notes(site, replace(notes, reporters=(*notes.reporters, reporter)))
    return reporter


def keep_reporter(site: Any, notes: Notes, reporter: Reporter) -> Notes:
    """Keep what is known of a reporter now; return the notes."""
    those = (reporter if r.id == reporter.id else r for r in notes.reporters)
    changed = replace(notes, reporters=tuple(those))
    keep_notes(site, changed)
    return changed


def take_out(site: Any, notes: Notes, reporter: Reporter) -> Notes:
    """Forget that somebody was asked; what was written stays, without their name."""
    those = tuple(each for each in notes.reporters if each.id != reporter.id)
    changed = replace(notes, reporters=those)
    if those or notes.is_in:
        keep_notes(site, changed)
    else:
        drop_notes(site, notes.item)
    void(site, purpose=PURPOSE, thing=notes.item, person=reporter.email)
    return changed


def write(
    site: Any,
    notes: Notes,
    written: Written,
    pictures: Iterable[NotePicture],
    who: str,
    now: datetime,
) -> Notes:
    """Keep what somebody wrote down, in the place of what stood there."""
    changed = replace(
        notes,
        insights=written.insights,
        tips=written.tips,
        signal=written.signal,
        pictures=tuple(pictures)[:MOST_PICTURES],
        changed_on=now,
        changed_by=who,
    )
    keep_notes(site, changed)
    return changed


def note_picture(sent: NamedBlobImage, alt: str) -> NotePicture:
    """Return a picture that was sent, made anew: nothing but its pixels is kept.

    Raises ``OSError`` for what is no picture that we show.
    """
    image = kept(sent)
    return NotePicture(uuid4().hex, image, _small(image), alt)


def _small(image: KeptPicture) -> KeptPicture:
    with Image.open(BytesIO(image.data)) as picture:
        pixels = picture.copy()
        kind = str(picture.format)
    pixels.thumbnail((SMALL_SIDE, SMALL_SIDE))
    data = BytesIO()
    pixels.save(data, kind, quality=80)
    return KeptPicture(data.getvalue(), image.contentType, image.filename)
