"""What lists tell of an application, kept outside the catalogue.

An application is private and the catalogue knows no more of it than its address. Lists
for the secretariat and the board read these records, which name group and place; who
asks is checked by whoever shows them. Each record is an object of its own, so that two
applications never conflict.
"""

from BTrees.OOBTree import OOBTree
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import replace
from datetime import datetime
from datetime import UTC
from gastvrij.membership.application import MembershipApplication
from gastvrij.membership.desk import MembershipDesk
from gastvrij.places.municipalities import municipality
from persistent import Persistent
from plone import api
from zope.annotation.interfaces import IAnnotations
from zope.lifecycleevent.interfaces import IObjectModifiedEvent
from zope.lifecycleevent.interfaces import IObjectRemovedEvent


SUMMARIES = "gastvrij.membership.summaries"


@dataclass(frozen=True, slots=True)
class Summary:
    """One application in a list.

    ``id`` is that of the application in its container, ``number`` is empty until the
    e-mail address is confirmed, ``since`` is when it came into its state, or when the
    link to confirm was last sent. ``received`` is when the form was sent.
    """

    id: str
    name: str
    place: str
    number: str
    kind: str
    state: str
    since: datetime
    received: datetime


class Record(Persistent):
    """The summary of one application, in the database."""

    def __init__(self, summary: Summary) -> None:
        self.summary = summary


def summaries(desk: MembershipDesk) -> Iterator[Summary]:
    """Return the summary of every application, in no order; wakes none of them."""
    kept = IAnnotations(desk).get(SUMMARIES, {})
    for record in kept.values():
        yield record.summary


def summary_of(desk: MembershipDesk, application_id: str) -> Summary | None:
    """Return the summary of one application; ``None`` when there is none such."""
    record = IAnnotations(desk).get(SUMMARIES, {}).get(application_id)
    return record.summary if record else None


def in_states(desk: MembershipDesk, states: tuple[str, ...]) -> list[Summary]:
    """Return what is in one of some states, what waits longest first."""
    found = [each for each in summaries(desk) if each.state in states]
    return sorted(found, key=lambda each: (each.since, each.id))


def keep_summary(application: MembershipApplication, now: datetime) -> None:
    """Bring the summary of an application up to date; ``since`` changes with state."""
    desk = application.__parent__
    state = api.content.get_state(application)
    known = summary_of(desk, application.getId())
    same = known is not None and known.state == state
    fresh = Summary(
        id=application.getId(),
        name=application.group_name or "",
        place=municipality(application.municipality).name_nl,
        number=application.number or "",
        kind=application.kind,
        state=state,
        since=known.since if known and same else now,
        received=known.received if known else now,
    )
    _records(desk)[fresh.id] = Record(fresh)


def restart_clock(application: MembershipApplication, now: datetime) -> None:
    """Let the days until an application is erased begin anew; its state stays."""
    known = summary_of(application.__parent__, application.getId())
    if known is not None:
        records = _records(application.__parent__)
        records[known.id] = Record(replace(known, since=now))


def drop_summary(desk: MembershipDesk, application_id: str) -> None:
    """Forget the summary of an application that is gone."""
    _records(desk).pop(application_id, None)


def keep_when_modified(
    application: MembershipApplication, event: IObjectModifiedEvent
) -> None:
    """Let lists tell what somebody changed, whichever way it was changed."""
    keep_summary(application, datetime.now(UTC))


def drop_when_removed(
    application: MembershipApplication, event: IObjectRemovedEvent
) -> None:
    """Let no list lead to an application that is gone."""
    if event.object is application:
        drop_summary(event.oldParent, application.getId())


def _records(desk: MembershipDesk) -> OOBTree:
    annotations = IAnnotations(desk)
    if SUMMARIES not in annotations:
        annotations[SUMMARIES] = OOBTree()
    return annotations[SUMMARIES]
