"""The letter that tells a contact person what came of what they asked."""

from collections.abc import Iterator
from datetime import datetime
from gastvrij import _
from gastvrij.accounts.people import email_of
from gastvrij.accounts.people import language_of
from gastvrij.directory.change_requests import ChangeRequest
from gastvrij.directory.change_requests import DONE
from gastvrij.directory.field_words import in_words
from gastvrij.directory.organisation import MemberOrganisation
from gastvrij.directory.profile_form import label_of_field
from gastvrij.mail.letters import Button
from gastvrij.mail.letters import Letter
from gastvrij.mail.letters import Part
from gastvrij.mail.outbox import post
from plone.uuid.interfaces import IUUID
from typing import Any
from zope.i18n import translate


def tell_who_asked(
    site: Any, group: MemberOrganisation, request: ChangeRequest, now: datetime
) -> None:
    """Post the letter to whoever asked; to nobody when the account is gone."""
    address = email_of(request.who)
    if address:
        post(site, letter_about(group, request, address, site.absolute_url()), now)


def letter_about(
    group: MemberOrganisation, request: ChangeRequest, address: str, site_url: str
) -> Letter:
    """Return the letter about a request that was decided on."""
    name, language = {"group": group.title}, language_of(address)
    is_done = request.outcome == DONE
    subject = (
        _("request_subject_done", default="${group}: your change", mapping=name)
        if is_done
        else _("request_subject_not", default="${group}: not changed", mapping=name)
    )
    return Letter(
        to=address,
        kind="info",
        subject=subject,
        body=tuple(_body(group, request, is_done, site_url, language)),
        language=language,
        key=f"directory.request/{request.id}",
        reason=_(
            "request_reason",
            default="You get this letter because you asked for a change as contact"
            " person of ${group}.",
            mapping=name,
        ),
    )


def _body(
    group: MemberOrganisation,
    request: ChangeRequest,
    is_done: bool,
    site_url: str,
    language: str,
) -> Iterator[Part]:
    if is_done:
        yield _("request_done", default="The secretariat changed what you asked.")
    else:
        yield _("request_not", default="The secretariat did not change this.")
    yield _("letter_nothing_to_do", default="You do not have to do anything now.")
    if request.wanted:
        yield "\n".join(_lines(request, language))
    if request.reason:
        yield request.reason
    look = _("request_look", default="See the group")
    yield Button(look, f"{site_url}/open?id={IUUID(group)}")


def _lines(request: ChangeRequest, language: str) -> Iterator[str]:
    for name, value in request.wanted.items():
        label = translate(label_of_field(name), target_language=language)
        yield f"- {label}: {in_words(name, value, language)}"
