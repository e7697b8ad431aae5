"""Once a week, one letter: what contact persons changed, old and new."""

from collections.abc import Iterator
from datetime import datetime
from datetime import timedelta
from gastvrij import _
from gastvrij.accounts.open_view import open_url
from gastvrij.directory.changes import Change
from gastvrij.directory.changes import since
from gastvrij.directory.changes import together
from gastvrij.directory.field_words import STATE
from gastvrij.directory.organisation import MemberOrganisation
from gastvrij.directory.profile_form import label_of_field
from gastvrij.due.task import DueTask
from gastvrij.mail.letters import Button
from gastvrij.mail.letters import Letter
from gastvrij.mail.letters import Part
from gastvrij.mail.outbox import post
from gastvrij.settings.records import settings
from plone import api
from plone.uuid.interfaces import IUUID
from typing import Any
from zope.annotation.interfaces import IAnnotations
from zope.i18n import translate
from zope.i18nmessageid import Message


TOLD_UNTIL = "gastvrij.digest"
WEEK = timedelta(days=7)
# what was changed shortly before may still be on its way into the database
SETTLED = timedelta(minutes=10)


def tell_secretariat(site: Any, now: datetime) -> int:
    """Post the letter of the week when it is due; return how many groups it tells of.

    Nothing is posted where nothing changed. However many weeks were missed, it is one
    letter. Without an address of the secretariat it waits.
    """
    address = settings().secretariat_email
    last = IAnnotations(site).get(TOLD_UNTIL)
    if last is None:
        # the first week begins now
        IAnnotations(site)[TOLD_UNTIL] = now
        return 0
    if now < last + WEEK + SETTLED or not address:
        return 0
    until = now - SETTLED
    groups = list(since(site, last, until))
    if groups:
        post(site, letter_about(address, groups, last), now)
    IAnnotations(site)[TOLD_UNTIL] = until
    return len(groups)


def letter_about(
    address: str, groups: list[tuple[MemberOrganisation, list[Change]]], last: datetime
) -> Letter:
    """Return the letter that tells what changed in some groups."""
    count = _(
        "digest_count",
        default="Groups whose contact person changed something: ${count}.",
        mapping={"count": len(groups)},
    )
    body: list[Part] = [
        count,
        _("letter_nothing_to_do", default="You do not have to do anything now."),
    ]
    for group, changes in groups:
        body += _about(group, changes)
    return Letter(
        to=address,
        kind="info",
        subject=_("digest_subject", default="what groups changed this week"),
        body=tuple(body),
        key=f"directory.digest/{last.isoformat()}",
        reason=_(
            "digest_reason",
            default="You get this letter because you are the secretariat of the"
            " network.",
        ),
    )


def _about(group: MemberOrganisation, changes: list[Change]) -> Iterator[Part]:
    pairs = together(changes)
    if not pairs:
        return
    lines = [group.title]
    lines += [f"- {_label(name)}: {old} -> {new}" for name, (old, new) in pairs.items()]
    yield "\n".join(lines)
    look = _("digest_look", default="See ${group}", mapping={"group": group.title})
    # visitors may not see it, and this is read by who is logged out
    yield Button(look, open_url(api.portal.get(), IUUID(group)))


def _label(name: str) -> str:
    label = LABEL_OF_STATE if name == STATE else label_of_field(name)
    return translate(label, target_language="nl")


LABEL_OF_STATE: Message = _("label_group_state", default="State")

DIGEST = DueTask(
    _("due_digest", default="Tell the secretariat what groups changed"),
    tell_secretariat,
)
