"""Consent of speakers: whose name may be in the programme, and who says so.

What a speaker has not agreed to is never on the public item. A row reaches the item
when the speaker agrees, under the name that they chose, and leaves it when they take
that back. Who agreed in person is written down by a coordinator, who is remembered.
"""

from dataclasses import replace
from datetime import datetime
from gastvrij import _
from gastvrij.links.ledger import void
from gastvrij.networkday.programme_item import IProgrammeItem
from gastvrij.networkday.speaker_records import AGREED
from gastvrij.networkday.speaker_records import drop
from gastvrij.networkday.speaker_records import is_in_programme
from gastvrij.networkday.speaker_records import item_of
from gastvrij.networkday.speaker_records import keep
from gastvrij.networkday.speaker_records import REFUSED
from gastvrij.networkday.speaker_records import Speaker
from gastvrij.networkday.speaker_records import speakers_of
from gastvrij.values.mail_address import same_address
from gastvrij.values.refusal import Refused
from plone.uuid.interfaces import IUUID
from typing import Any
from uuid import uuid4
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent


PURPOSE = "networkday.speaker"
MOST_OF_ITEM = 20
FULL = _("error_speakers_full", default="No more names fit here.")


def propose(
    site: Any,
    item: IProgrammeItem,
    name: str,
    organisation: str,
    email: str,
    asked_by: str,
    now: datetime,
) -> Speaker:
    """Write down that somebody speaks; their name is nowhere until they agree.

    Raises ``Refused`` for who was asked before, and for one more than there can be.
    """
    known = speakers_of(site, [IUUID(item)])
    if email and any(same_address(each.email, email) for each in known):
        raise Refused(
            _("error_speaker_known", default="This address was asked already."),
            "email",
        )
    if len(known) >= MOST_OF_ITEM:
        raise Refused(FULL, "name")
    who = (name, organisation, email, asked_by, now)
    speaker = Speaker(uuid4().hex, IUUID(item), *who)
    keep(site, speaker)
    return speaker


def agree(
    site: Any,
    speaker: Speaker,
    shown: str,
    shown_of: str,
    now: datetime,
    witness: str = "",
) -> Speaker:
    """Put a speaker into the programme, or change what stands there.

    Raises ``Refused`` when no more names fit, and ``LookupError`` when the item is
    gone.
    """
    item = item_of(speaker)
    if item is None:
        raise LookupError(speaker.item)
    rows = _rows_without(item, speaker)
    if len(rows) >= MOST_OF_ITEM:
        raise Refused(FULL, "name")
    answered = replace(
        speaker,
        answer=AGREED,
        answered_on=now,
        shown=shown,
        shown_of=shown_of,
        witness=witness,
    )
    keep(site, answered)
    _write(item, [*rows, answered.row])
    return answered


def refuse(site: Any, speaker: Speaker, now: datetime) -> Speaker:
    """Take a speaker out of the programme, or never put them in."""
    take_out(speaker)
    answered = replace(
        speaker, answer=REFUSED, answered_on=now, shown="", shown_of="", witness=""
    )
    keep(site, answered)
    return answered


def forget(site: Any, speaker: Speaker) -> None:
    """Forget that somebody was asked; a name in the programme goes as well."""
    take_out(speaker)
    forget_asking(site, speaker)


def forget_asking(site: Any, speaker: Speaker) -> None:
    """Forget who was asked; the name that they agreed to stays in the programme."""
    drop(site, speaker)
    void(site, purpose=PURPOSE, thing=speaker.id)


def take_out(speaker: Speaker) -> None:
    """Take the name off the public item, if it stands there."""
    item = item_of(speaker)
    if item is not None and is_in_programme(speaker):
        _write(item, _rows_without(item, speaker))


def take_row_out(item: IProgrammeItem, row: dict[str, Any]) -> None:
    """Take a name off an item of which nobody knows any more who agreed to it."""
    _write(item, [each for each in item.speakers or [] if each != row])


def _rows_without(item: IProgrammeItem, speaker: Speaker) -> list[dict[str, Any]]:
    rows = list(item.speakers or [])
    if speaker.answer == AGREED and speaker.row in rows:
        rows.remove(speaker.row)
    return rows


def _write(item: Any, rows: list[dict[str, Any]]) -> None:
    item.speakers = rows
    notify(ObjectModifiedEvent(item))
