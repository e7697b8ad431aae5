"""What a contact person asks the secretariat to change: name, kind, place, address.

Asked for a group, kept privately on its file, and closed once: carried out or not, with
the reason. Which groups have something open is kept beside the catalogue, so that the
list of the secretariat wakes no group.
"""

from BTrees.OOBTree import OOBTree
from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace
from datetime import datetime
from gastvrij.directory.contacts import file_of
from gastvrij.directory.editing import KEPT_FIELDS
from gastvrij.directory.editing import stamp_of
from gastvrij.directory.editing import write
from gastvrij.directory.kept_since import note_kept
from gastvrij.directory.organisation import IMemberOrganisation
from gastvrij.directory.organisation import MemberOrganisation
from gastvrij.directory.taken_out import without
from gastvrij.values.sheet import Candidate
from plone import api
from plone.uuid.interfaces import IUUID
from typing import Any
from uuid import uuid4
from zope.annotation.interfaces import IAnnotations
from zope.schema import getFields


REQUESTS = "gastvrij.change_requests"
OPEN = "gastvrij.open_change_requests"
DONE, DECLINED = "done", "declined"
MOST_KEPT = 50


@dataclass(frozen=True, slots=True)
class ChangeRequest:
    """What somebody would like to see changed, and what came of it.

    ``who`` is the id of a user, ``wanted`` values by field; ``outcome`` is empty as
    long as it is open, then ``done`` or ``declined``. ``reason`` is for who asked.
    """

    id: str
    who: str
    asked: datetime
    wanted: dict[str, Any]
    note: str
    outcome: str = ""
    reason: str = ""
    closed: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Whether the secretariat has yet to decide."""
        return not self.outcome


class Closed(Exception):
    """The request was decided on before, or there is no such request."""


def requests_of(group: MemberOrganisation) -> tuple[ChangeRequest, ...]:
    """Return what was asked for a group, the oldest first; the open ones all."""
    return IAnnotations(file_of(group)).get(REQUESTS, ())


def open_requests_of(group: MemberOrganisation) -> list[ChangeRequest]:
    """Return what the secretariat has yet to decide on, the oldest first."""
    return [request for request in requests_of(group) if request.is_open]


def ask(
    group: MemberOrganisation,
    who: str,
    wanted: Mapping[str, Any],
    note: str,
    now: datetime,
) -> ChangeRequest:
    """Ask for other values of some fields, which have been checked, with a note.

    The same asked twice is one request, as long as it is open. Raises ``KeyError`` for
    a field that the secretariat does not keep.
    """
    foreign = wanted.keys() - set(KEPT_FIELDS)
    if foreign:
        raise KeyError(*sorted(foreign))
    for request in open_requests_of(group):
        if (request.who, request.wanted, request.note) == (who, wanted, note):
            return request
    request = ChangeRequest(uuid4().hex, who, now, dict(wanted), note)
    _keep(group, [*requests_of(group), request])
    return request


def carry_out(
    group: MemberOrganisation, request_id: str, who: str, now: datetime
) -> ChangeRequest:
    """Write the wanted values and close the request.

    ``who`` is the id of whoever decided. Raises ``Closed``, and ``Invalid`` where the
    values do not fit the group any more.
    """
    request = _open_request(group, request_id)
    fields = getFields(IMemberOrganisation)
    for name, value in request.wanted.items():
        fields[name].bind(group).validate(value)
    IMemberOrganisation.validateInvariants(Candidate(group, request.wanted))
    write(group, request.wanted, stamp_of(group, request.wanted), who, now)
    return _close(group, replace(request, outcome=DONE, closed=now))


def decline(
    group: MemberOrganisation, request_id: str, reason: str, now: datetime
) -> ChangeRequest:
    """Close the request without changing anything; raises ``Closed``."""
    request = _open_request(group, request_id)
    closed = replace(request, outcome=DECLINED, reason=reason, closed=now)
    return _close(group, closed)


def open_since(site: Any) -> dict[str, datetime]:
    """Return since when something is open, by UUID of the group; wakes no group."""
    return dict(IAnnotations(site).get(OPEN, {}))


def forget_person(group: MemberOrganisation, user_id: str, email: str) -> int:
    """Take out who asked with what they wrote, and an address; return of how many."""
    about = requests_about(group, user_id, email)
    if about:
        kept = [r for r in requests_of(group) if not (r.is_open and r.who == user_id)]
        _keep(group, [_without(request, user_id, email) for request in kept])
    return len(about)


def requests_about(
    group: MemberOrganisation, user_id: str, email: str
) -> list[ChangeRequest]:
    """Return what somebody asked, or what names their address."""
    return [
        request
        for request in requests_of(group)
        if _without(request, user_id, email) != request
    ]


def _without(request: ChangeRequest, user_id: str, email: str) -> ChangeRequest:
    if user_id and request.who == user_id:
        request = replace(request, who="", note="", reason="")
    wanted = {
        name: without(value, email) if isinstance(value, str) else value
        for name, value in request.wanted.items()
    }
    note, reason = (without(text, email) for text in (request.note, request.reason))
    return replace(request, wanted=wanted, note=note, reason=reason)


def forget_requests_until(group: MemberOrganisation, until: datetime) -> int:
    """Forget what was decided on up to a moment; return how many requests."""
    requests = requests_of(group)
    kept = [r for r in requests if r.closed is None or r.closed > until]
    _keep(group, kept)
    return len(requests) - len(kept)


def _open_request(group: MemberOrganisation, request_id: str) -> ChangeRequest:
    found = (r for r in open_requests_of(group) if r.id == request_id)
    request = next(found, None)
    if request is None:
        raise Closed(request_id)
    return request


def _close(group: MemberOrganisation, closed: ChangeRequest) -> ChangeRequest:
    _keep(group, [closed if r.id == closed.id else r for r in requests_of(group)])
    return closed


def _keep(group: MemberOrganisation, requests: Iterable[ChangeRequest]) -> None:
    """Keep all that is open and the last of what is closed."""
    in_order = sorted(requests, key=lambda request: request.asked)
    still_open = [request for request in in_order if request.is_open]
    closed = [request for request in in_order if not request.is_open][-MOST_KEPT:]
    IAnnotations(file_of(group))[REQUESTS] = (*closed, *still_open)
    _note_open(IUUID(group), still_open)
    moments = [request.closed for request in closed if request.closed]
    note_kept(api.portal.get(), REQUESTS, IUUID(group), moments)


def _note_open(uuid: str, still_open: list[ChangeRequest]) -> None:
    annotations = IAnnotations(api.portal.get())
    if OPEN not in annotations:
        annotations[OPEN] = OOBTree()
    if still_open:
        annotations[OPEN][uuid] = still_open[0].asked
    else:
        annotations[OPEN].pop(uuid, None)
