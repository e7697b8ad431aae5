"""The public pages about joining: the way in, the discussion, and the form on paper."""

from dataclasses import dataclass
from functools import cached_property
from gastvrij import _
from gastvrij.interfaces import ITitledPage
from gastvrij.links.headers import keep_to_yourself
from gastvrij.membership.documents import current_of_each
from gastvrij.membership.documents import published
from gastvrij.membership.documents import Version
from gastvrij.membership.form_kinds import BLANK
from gastvrij.membership.form_pages import Page
from gastvrij.membership.form_pages import pages
from gastvrij.membership.vocabularies import DOCUMENT_HELP
from gastvrij.membership.vocabularies import DOCUMENT_KINDS
from gastvrij.settings.records import settings
from gastvrij.spelling.dates import full_date
from gastvrij.spelling.dates import today_in_belgium
from gastvrij.spelling.sizes import size_in_words
from gastvrij.values.html import safe_html
from plone import api
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from zope.i18nmessageid import Message
from zope.interface import implementer


@dataclass(frozen=True)
class ShownDocument:
    """A document as a page tells of it."""

    title: Message
    help: Message | None
    meta: Message
    summary: str
    url: str


class Office(BrowserView):
    """A page that says whom to ask first."""

    office_page = ViewPageTemplateFile("templates/office.pt")

    @property
    def office(self) -> Any:
        """The secretariat, as the settings know it."""
        return settings()

    @property
    def office_macros(self) -> Any:
        """What draws the secretariat: one macro for all pages."""
        return self.office_page.macros


class DeskView(Office):
    """``/lid-worden``: what membership means, and how it goes."""

    @property
    def text(self) -> str:
        """What membership means, as safe HTML."""
        return safe_html(self.context, "text")

    @cached_property
    def documents(self) -> list[ShownDocument]:
        """The documents that hold today."""
        found = current_of_each(published(self.context), today_in_belgium())
        language = api.portal.get_current_language()
        titles = dict(DOCUMENT_KINDS)
        return [
            ShownDocument(
                titles[kind],
                DOCUMENT_HELP.get(kind),
                _meta(version, language),
                version.summary,
                version.url,
            )
            for kind, version in found.items()
        ]

    @property
    def who_decides(self) -> str:
        """Who decides on admission, in the words of the settings."""
        return settings().who_decides or ""

    @property
    def board_dates(self) -> str:
        """When the board meets next, written out; empty when that is not known."""
        language = api.portal.get_current_language()
        coming = [d for d in settings().board_dates or [] if d >= today_in_belgium()]
        return ", ".join(full_date(day, language) for day in sorted(coming)[:2])

    @property
    def may_handle(self) -> bool:
        """Whether the reader handles applications."""
        return bool(
            api.user.has_permission("gastvrij: Handle Application", obj=self.context)
        )


@implementer(ITitledPage)
class SentView(Office):
    """``/lid-worden/sent``: what to do after sending; the same for everyone."""

    tab_title = _("sent_title", default="One more step: confirm your address")

    def __call__(self) -> str:
        """Show the page, which nobody keeps."""
        keep_to_yourself(self.request.response)
        return self.index()


@dataclass(frozen=True)
class Asked:
    """One question of the form on paper, with what there is to tick."""

    label: Message
    options: list[Any]


@dataclass(frozen=True)
class PaperPage:
    """One page of the form on paper."""

    title: Message
    asks: list[Asked]


class PaperFormView(Office):
    """``/lid-worden/paper-form``: the same form, to print."""

    @property
    def pages(self) -> list[PaperPage]:
        """The pages of the form."""
        return [PaperPage(page.title, _asked(page)) for page in pages()]


def _asked(page: Page) -> list[Asked]:
    return [Asked(entry.label or "", _options(entry)) for entry in page.entries]


def _options(entry: Any) -> list[Any]:
    if not hasattr(entry, "options"):
        return []
    return [option.title for option in entry.options(BLANK)]


def _meta(version: Version, language: str) -> Message:
    return _(
        "document_meta",
        default="version ${version}, valid from ${day}, PDF of ${size}",
        mapping={
            "version": version.version,
            "day": full_date(version.valid_from, language),
            "size": size_in_words(version.size, language),
        },
    )
