"""The page on which a coordinator keeps the link with which people take part online."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from gastvrij import _
from gastvrij.interfaces import ITitledPage
from gastvrij.links.headers import keep_to_yourself
from gastvrij.networkday.join_link import join_link_of
from gastvrij.networkday.join_link import keep_join_link
from gastvrij.values.checks import is_web_address
from gastvrij.values.entries import Entry
from gastvrij.values.entries import one
from gastvrij.values.entries import WebAddress
from gastvrij.values.form_page import FormPage
from typing import Any
from zope import schema
from zope.interface import implementer
from zope.interface import Interface


class IJoinLink(Interface):
    """What the page asks."""

    url = schema.TextLine(
        title=_("label_join_link", default="Link to take part online"),
        description=_(
            "help_join_link",
            default="Only people who have a seat see it, on their own page and in the"
            " last reminder, from 24 hours before the day. Empty: there is none yet.",
        ),
        required=False,
        max_length=500,
        constraint=is_web_address,
    )


FIELDS: Any = IJoinLink


@dataclass(frozen=True)
class Kept:
    """The link as it is kept."""

    url: str


@implementer(ITitledPage)
class JoinLinkPage(FormPage):
    """``/netwerkdagen/<id>/join-link``, for who organises the day."""

    tab_title = _("join_link_title", default="Taking part online")
    schema = IJoinLink

    def __call__(self) -> str:
        """Show the link, or keep another."""
        keep_to_yourself(self.request.response)
        return super().__call__()

    def entries(self) -> Iterable[Entry]:
        """Return what the form asks for."""
        return [WebAddress(FIELDS["url"])]

    def save(self) -> str:
        """Keep the link, and say so."""
        keep_join_link(self.context, self.sheet.values["url"] or "")
        return f"{self.context.absolute_url()}/join-link?kept=yes"

    @cached_property
    def content(self) -> Kept:
        """The link that is kept."""
        return Kept(join_link_of(self.context))

    @property
    def is_kept(self) -> bool:
        """Whether it has just been kept."""
        return bool(one(self.request.form, "kept"))
