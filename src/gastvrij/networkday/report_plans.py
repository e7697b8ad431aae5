"""What a coordinator decides about a report book: its order, and that it is out.

An uploaded report book is never replaced by one that was made, unless a coordinator
said so of that very file.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from gastvrij import _
from gastvrij.due.waking import wake_after_commit
from gastvrij.networkday.network_day import NetworkDay
from gastvrij.networkday.programme import Slot
from gastvrij.networkday.report_records import keep_plan
from gastvrij.networkday.report_records import Notes
from gastvrij.networkday.report_records import notes_of
from gastvrij.networkday.report_records import Plan
from gastvrij.networkday.report_records import plan_of
from gastvrij.networkday.reporting import slots_of
from gastvrij.values.refusal import Refused
from hashlib import sha256
from typing import Any


MOST_OF_FOREWORD = 3000


def seal_of_file(day: NetworkDay) -> str:
    """Return what the report book of a day is known by; empty without one."""
    file = day.report_book
    return sha256(file.data).hexdigest() if file is not None else ""


def in_order(plan: Plan, slots: Sequence[Slot]) -> list[Slot]:
    """Return items in the order of the book; new ones where the programme has them."""
    places = {uid: place for place, uid in enumerate(plan.order)}
    programme = {slot.uid: place for place, slot in enumerate(slots)}
    return sorted(
        slots,
        key=lambda slot: (
            places.get(slot.uid, programme[slot.uid]),
            programme[slot.uid],
        ),
    )


def printed_notes(site: Any, day: NetworkDay) -> list[tuple[Slot, Notes]]:
    """Return what is in the book, in its order."""
    plan = plan_of(site, day.UID())
    those = [(slot, notes_of(site, slot.uid)) for slot in in_order(plan, slots_of(day))]
    return [
        (slot, notes)
        for slot, notes in those
        if notes.is_in and slot.uid not in plan.left_out
    ]


def slots_with_notes(site: Any, day: NetworkDay) -> list[Slot]:
    """Return the items whose notes are in, also those left out, in order."""
    slots = in_order(plan_of(site, day.UID()), slots_of(day))
    return [slot for slot in slots if notes_of(site, slot.uid).is_in]


def move(site: Any, day: NetworkDay, uid: str, by: int) -> Plan:
    """Put the notes of an item so many places later in the book."""
    order = [slot.uid for slot in slots_with_notes(site, day)]
    if uid in order:
        place = max(0, order.index(uid) + by)
        order.remove(uid)
        order.insert(place, uid)
    return arrange(site, day, order=tuple(order))


def leave_out(site: Any, day: NetworkDay, uid: str, is_out: bool) -> Plan:
    """Leave the notes of an item out of the book, or put them in after all."""
    left_out = plan_of(site, day.UID()).left_out
    return arrange(site, day, left_out=left_out | {uid} if is_out else left_out - {uid})


def arrange(site: Any, day: NetworkDay, **values: Any) -> Plan:
    """Keep the order of the book, what is left out, or its foreword."""
    plan = replace(plan_of(site, day.UID()), **values)
    keep_plan(site, plan)
    wake_after_commit()
    return plan


def is_uploaded(day: NetworkDay, plan: Plan) -> bool:
    """Tell whether a file stands with the day that was not made from the notes."""
    return day.report_book is not None and seal_of_file(day) != plan.book


def publish(
    site: Any, day: NetworkDay, who: str, now: datetime, replaces: bool = False
) -> Plan:
    """Publish the book: it is made soon, and put on the page of the day.

    Raises ``Refused`` without notes, and for an uploaded book that would be replaced
    by accident.
    """
    if not printed_notes(site, day):
        raise Refused(
            _("error_report_empty", default="There are no notes to print yet."),
            "publish",
        )
    plan = plan_of(site, day.UID())
    uploaded = is_uploaded(day, plan)
    if uploaded and not replaces:
        raise Refused(
            _(
                "error_report_uploaded",
                default="A report book was uploaded for this day. Tick that the new one"
                " may take its place.",
            ),
            "replaces",
        )
    is_ours = day.report_book is not None and not uploaded
    published = replace(
        plan,
        published_on=now,
        published_by=who,
        contents=plan.contents if is_ours else "",
        book=plan.book if is_ours else "",
        may_replace=seal_of_file(day) if uploaded else "",
    )
    keep_plan(site, published)
    wake_after_commit()
    return published


def reopen(site: Any, day: NetworkDay) -> Plan:
    """Let people change their notes again; the book that is out stays there."""
    plan = replace(plan_of(site, day.UID()), published_on=None, published_by="")
    keep_plan(site, plan)
    return plan


def is_free_for(day: NetworkDay, plan: Plan) -> bool:
    """Tell whether a made book may become the file of the day.

    It may when it stands there already, when nothing stood there, and in the place of
    the very file that a coordinator gave up.
    """
    there = seal_of_file(day)
    return there == plan.may_replace if plan.may_replace else there == plan.book
