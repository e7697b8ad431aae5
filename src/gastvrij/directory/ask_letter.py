"""The letter that asks whether the profile of a group is still right."""

from collections.abc import Iterator
from collections.abc import Sequence
from datetime import datetime
from datetime import timedelta
from gastvrij import _
from gastvrij.accounts.people import language_of
from gastvrij.directory.contacts import Contact
from gastvrij.directory.plain_profile import profile_in_words
from gastvrij.mail.letters import Button
from gastvrij.mail.letters import Letter
from gastvrij.mail.letters import LinkSpec
from gastvrij.mail.letters import Part
from gastvrij.places.municipalities import municipality
from gastvrij.spelling.dates import BELGIUM
from typing import Any
from urllib.parse import urlencode
from zope.i18nmessageid import Message


CONFIRM = "directory.confirm"
# a letter may lie for a season; the reminders have links of their own
LIFETIME = timedelta(days=90)


def letter_about(
    site: Any, contact: Contact, groups: Sequence[Any], now: datetime
) -> Letter:
    """Return the letter that asks a contact person about one or more groups.

    Of each group it has the profile as it stands, and a link for each answer.
    """
    return Letter(
        to=contact.email,
        kind="todo",
        subject=_subject(groups),
        body=(
            _("ask_greeting", default="Dear ${name},", mapping={"name": contact.name}),
            _(
                "ask_why",
                default="Once a year we ask you to read your profile on the site. Is"
                " everything still right? Then one click is enough.",
            ),
            *(part for group in groups for part in _about(site, contact, group, now)),
            _(
                "ask_otherwise",
                default="Without an answer visitors will read after a while that the"
                " profile was not confirmed.",
            ),
        ),
        language=language_of(contact.email),
        reason=_reason(groups),
    )


def _about(site: Any, contact: Contact, group: Any, now: datetime) -> Iterator[Part]:
    today = now.astimezone(BELGIUM).date()
    url = f"{group.absolute_url()}/confirm"
    link = LinkSpec(CONFIRM, group.UID(), LIFETIME, person=contact.user_id)
    change = urlencode({"id": group.UID(), "page": "update"})
    yield f"{group.title} ({municipality(group.municipality).name_nl})".upper()
    yield from profile_in_words(group, today, language_of(contact.email))
    yield Button(_("ask_right", default="Everything is still right"), url, link)
    yield Button(
        _("ask_change", default="I want to change something"),
        f"{site.absolute_url()}/open?{change}",
    )
    yield Button(
        _("ask_stop", default="We stop for a while, or for good"),
        f"{url}#stop",
        link,
    )


def _subject(groups: Sequence[Any]) -> Message:
    if len(groups) == 1:
        return _(
            "ask_subject",
            default="is the profile of ${group} still right?",
            mapping={"group": groups[0].title},
        )
    return _(
        "ask_subject_some",
        default="are the profiles of your ${number} groups still right?",
        mapping={"number": len(groups)},
    )


def _reason(groups: Sequence[Any]) -> Message:
    return _(
        "ask_reason",
        default="You get this letter because you speak for ${groups}.",
        mapping={"groups": ", ".join(group.title for group in groups)},
    )
