"""New members whose page is not online yet: nudged after a week, then the office acts.

Which groups those are is kept on the desk from approval until the page is online, so
that nobody has to look through all groups for them.
"""

from BTrees.OOBTree import OOBTree
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import replace
from datetime import datetime
from datetime import timedelta
from gastvrij import _
from gastvrij.accounts.people import language_of
from gastvrij.directory.addressees import first_contacts_of
from gastvrij.directory.organisation import MemberOrganisation
from gastvrij.due.one_by_one import one_by_one
from gastvrij.mail.letters import Button
from gastvrij.mail.letters import Letter
from gastvrij.mail.outbox import post
from gastvrij.mail.pace import is_quiet
from gastvrij.membership.desk import MembershipDesk
from gastvrij.membership.retention import desk_of
from gastvrij.places.municipalities import municipality
from gastvrij.settings.records import settings
from plone import api
from plone.app.uuid.utils import uuidToObject
from typing import Any
from zope.annotation.interfaces import IAnnotations


EXPECTED = "gastvrij.membership.expected"
NUDGE_AFTER = timedelta(days=7)
OFFICE_AFTER = timedelta(days=21)


@dataclass(frozen=True, slots=True)
class Expected:
    """A group whose page is expected online: its UID, name, place and approval."""

    group: str
    name: str
    place: str
    url: str
    approved: datetime
    nudged: datetime | None = None


def expect_online(
    desk: MembershipDesk, group: MemberOrganisation, now: datetime
) -> None:
    """Remember that a group was approved and has to come online."""
    annotations = IAnnotations(desk)
    if EXPECTED not in annotations:
        annotations[EXPECTED] = OOBTree()
    place = municipality(group.municipality).name_nl
    annotations[EXPECTED][group.UID()] = Expected(
        group.UID(), group.title, place, group.absolute_url(), now
    )


def stop_expecting(desk: MembershipDesk, group_uid: str) -> None:
    """Forget a group that is online, or gone."""
    expected = IAnnotations(desk).get(EXPECTED, {})
    if group_uid in expected:
        del expected[group_uid]


def overdue(desk: MembershipDesk, now: datetime) -> Iterator[Expected]:
    """Return the groups that the secretariat may put online on their behalf."""
    for each in IAnnotations(desk).get(EXPECTED, {}).values():
        if each.approved + OFFICE_AFTER <= now:
            yield each


def nudge_unpublished(site: Any, now: datetime) -> int:
    """Write once to contact persons whose page is not online after a week.

    In a quiet month to nobody; it waits until that is over.
    """
    if is_quiet(now):
        return 0
    desk = desk_of(site)
    expected = {} if desk is None else IAnnotations(desk).get(EXPECTED, {})
    late = [
        each
        for each in expected.values()
        if each.nudged is None and each.approved + NUDGE_AFTER <= now
    ]
    return one_by_one(late, lambda each: _nudge(site, expected, each, now))


def forget_when_moved(group: MemberOrganisation, event: Any) -> None:
    """A group that left the state of a draft is expected no longer."""
    desk = desk_of(api.portal.get())
    if desk is not None and api.content.get_state(group) != "draft":
        stop_expecting(desk, group.UID())


def forget_when_removed(group: MemberOrganisation, event: Any) -> None:
    """A group that is gone is expected no longer."""
    desk = desk_of(api.portal.get())
    if desk is not None:
        stop_expecting(desk, group.UID())


def _nudge(site: Any, expected: Any, each: Expected, now: datetime) -> int:
    group = uuidToObject(each.group, unrestricted=True)
    contacts = first_contacts_of(group) if group is not None else []
    for contact in contacts[:1]:
        post(site, _letter(site, each, contact.email), now)
    expected[each.group] = replace(each, nudged=now)
    return 1


def _letter(site: Any, each: Expected, address: str) -> Letter:
    return Letter(
        to=address,
        kind="todo",
        subject=_(
            "letter_publish_subject",
            default="put the page of ${group} online",
            mapping={"group": each.name},
        ),
        body=(
            _(
                "letter_publish_text",
                default="The page of ${group} is ready, but nobody sees it yet. Look"
                " whether it is right, then put it online.",
                mapping={"group": each.name},
            ),
            Button(
                _("button_open_group", default="Open the page of your group"),
                f"{site.absolute_url()}/open?id={each.group}",
            ),
        ),
        language=language_of(address),
        reply_to=settings().secretariat_email or "",
    )
