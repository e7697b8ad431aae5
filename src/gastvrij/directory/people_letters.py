"""The letters about who speaks for a group, and the form that they all have."""

from gastvrij import _
from gastvrij.accounts.open_view import open_url
from gastvrij.accounts.people import language_of
from gastvrij.directory.contacts import Contact
from gastvrij.directory.organisation import MemberOrganisation
from gastvrij.due.public_address import public_url
from gastvrij.mail.letters import Button
from gastvrij.mail.letters import Letter
from gastvrij.mail.letters import Part
from plone import api
from plone.uuid.interfaces import IUUID
from typing import Any
from zope.i18nmessageid import Message


WHAT_IT_MEANS = _(
    "people_letter_meaning",
    default="You then keep the page of the group up to date on the network's site, and"
    " the secretariat knows whom to ask. Once a year we ask you whether everything is"
    " still right. Visitors do not see your name or address.",
)
ONE_OF_THEM = _(
    "people_letter_reason",
    default="You get this letter because you speak for ${group}, or did so until now.",
)
SECRETARIAT = _(
    "people_letter_reason_secretariat",
    default="You get this letter because the secretariat looks after the groups.",
)
WRONG = _("people_letter_wrong", default="Is this not right? Tell the secretariat.")

NAMED = {
    "contact": _(
        "named_letter_subject", default="log in as the contact person of ${group}"
    ),
    "deputy": _("named_letter_subject_deputy", default="log in as deputy of ${group}"),
}
NAMED_TEXT = _(
    "named_letter_text",
    default="The secretariat wrote down that you speak for ${group}. Log in once to see"
    " whether its page is right. You need no password: you get a link by e-mail.",
)
ENDED = _("ended_letter_subject", default="you no longer speak for ${group}")
ENDED_TEXT = _(
    "ended_letter_text",
    default="From now on you can no longer change the page of ${group}. Thank you for"
    " what you did.",
)
LEAVING = _("leaving_letter_subject", default="${group} looks for a contact person")
LEAVING_TEXT = _(
    "leaving_letter_text",
    default="${name} wants to stop as the contact person of ${group} and found no"
    " successor. Until there is one, ${name} keeps the page.",
)


def named_letter(group: MemberOrganisation, contact: Contact) -> Letter:
    """Tell somebody whom the secretariat named how to log in."""
    return letter_about(
        group,
        contact.email,
        NAMED[contact.role],
        (NAMED_TEXT, WHAT_IT_MEANS, open_button(group), WRONG),
        kind="todo",
    )


def ended_letter(group: MemberOrganisation, former: Contact) -> Letter:
    """Tell somebody that they speak for a group no longer."""
    return letter_about(group, former.email, ENDED, (ENDED_TEXT, WRONG))


def leaving_letter(group: MemberOrganisation, to: str, contact: Contact) -> Letter:
    """Ask the secretariat for a successor whom a contact person did not find."""
    return letter_about(
        group,
        to,
        LEAVING,
        (LEAVING_TEXT, open_button(group)),
        kind="todo",
        reason=SECRETARIAT,
        reply_to=contact.email,
        name=contact.name,
    )


def letter_about(
    group: MemberOrganisation,
    to: str,
    subject: Message,
    body: tuple[Part, ...],
    kind: str = "info",
    reason: Message = ONE_OF_THEM,
    reply_to: str = "",
    **words: str,
) -> Letter:
    """Return a letter about a group, whose name ``${group}`` stands for.

    It is in the language of whoever gets it.
    ``words`` are what else stands for something in its messages.
    """
    mapping = {"group": group.title, **words}
    return Letter(
        to=to,
        kind=kind,
        subject=_with(subject, mapping),
        body=tuple(_with(part, mapping) for part in body),
        language=language_of(to),
        reply_to=reply_to,
        reason=_with(reason, mapping),
    )


def open_button(group: MemberOrganisation) -> Button:
    """Lead to the page of a group, by way of logging in."""
    url = open_url(api.portal.get(), IUUID(group))
    return Button(_("people_letter_open", default="Open the page of the group"), url)


def page_url(content: Any, page: str) -> str:
    """Return the address of a page as the public finds it."""
    site = api.portal.get()
    path = content.getPhysicalPath()[len(site.getPhysicalPath()) :]
    return "/".join([public_url(site) or site.absolute_url(), *path, page])


def _with(part: Part, mapping: dict[str, str]) -> Part:
    return Message(part, mapping=mapping) if isinstance(part, Message) else part
