"""The page on which editors start a new edition."""

from collections.abc import Iterable
from datetime import datetime
from datetime import UTC
from functools import cached_property
from gastvrij import _
from gastvrij.interfaces import ITitledPage
from gastvrij.links.once import receipt_of
from gastvrij.links.once import remember
from gastvrij.links.once import token_of
from gastvrij.spelling.dates import today_in_belgium
from gastvrij.toolkit.contents import current_edition
from gastvrij.toolkit.contents import EditionEntry
from gastvrij.toolkit.edition import IToolkitEdition
from gastvrij.toolkit.new_edition import edition_in_preparation
from gastvrij.toolkit.new_edition import next_number
from gastvrij.toolkit.new_edition import start_edition
from gastvrij.values.entries import Entry
from gastvrij.values.entries import Number
from gastvrij.values.form_page import FormPage
from plone import api
from plone.app.uuid.utils import uuidToObject
from types import SimpleNamespace
from typing import Any
from typing import ClassVar
from zope.i18n import translate
from zope.interface import implementer
from zope.schema import getFields


@implementer(ITitledPage)
class NewEditionPage(FormPage):
    """``/toolkit/new-edition``: copies the edition in force, to work on.

    While an edition is in preparation no other is started.
    """

    schema: ClassVar = IToolkitEdition
    tab_title = _("heading_new_edition", default="Start a new edition")

    def entries(self) -> Iterable[Entry]:
        """Return what has to be known of a new edition."""
        field = getFields(IToolkitEdition).__getitem__
        return [Entry(field("title")), Number(field("year"))]

    @cached_property
    def current(self) -> EditionEntry | None:
        """The edition from which the new one begins."""
        return current_edition(self.context)

    @cached_property
    def in_preparation(self) -> EditionEntry | None:
        """The edition that was started already."""
        return edition_in_preparation(self.context)

    @property
    def can_start(self) -> bool:
        """Whether the form is shown."""
        return self.current is not None and self.in_preparation is None

    @cached_property
    def number(self) -> int:
        """The number that the new edition gets."""
        return next_number(self.context, self.current.number if self.current else 0)

    @cached_property
    def content(self) -> Any:
        """What is proposed."""
        proposal = _(
            "new_edition_proposal",
            default="Toolkit, edition ${number}",
            mapping={"number": self.number},
        )
        title = translate(proposal, context=self.request)
        return SimpleNamespace(title=title, year=today_in_belgium().year)

    @property
    def boxes(self) -> list[Any]:
        """The boxes of the form."""
        return [self.box(name) for name in self.sheet.entries]

    @property
    def form_token(self) -> str:
        """The form's own token, so that pressing twice starts one edition."""
        return token_of(self.request, "form_token")

    def save(self) -> str:
        """Start the edition; lead to what is to do in it."""
        site = api.portal.get()
        receipt = receipt_of(site, self.form_token)
        made = uuidToObject(receipt) if receipt else None
        if made is not None:
            return _preparation(made.absolute_url())
        if self.in_preparation is not None:
            return _preparation(self.in_preparation.url)
        if self.current is None:
            return ""
        started = start_edition(self.context[self.current.id], **self.sheet.values)
        remember(site, self.form_token, started.UID(), datetime.now(UTC))
        message = _(
            "message_edition_started",
            default="Edition ${number} is in preparation. Only editors see it.",
            mapping={"number": self.number},
        )
        api.portal.show_message(message, self.request)
        return _preparation(started.absolute_url())


def _preparation(edition_url: str) -> str:
    return f"{edition_url}/preparation"
