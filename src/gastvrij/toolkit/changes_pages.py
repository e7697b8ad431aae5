"""What changed for readers: a page by year, a feed and a list for programs."""

from dataclasses import dataclass
from functools import cached_property
from gastvrij import _
from gastvrij.interfaces import ITitledPage
from gastvrij.spelling.dates import day_in_words
from gastvrij.toolkit.changes import changes
from gastvrij.toolkit.changes import ReaderChange
from gastvrij.toolkit.feed import atom
from gastvrij.values.batching import batch_of
from gastvrij.values.batching import list_answer
from plone import api
from plone.restapi.services import Service
from Products.Five.browser import BrowserView
from typing import Any
from zope.i18n import translate
from zope.i18nmessageid import Message
from zope.interface import implementer


MOST_IN_FEED = 50


@dataclass(frozen=True)
class ChangeRow:
    """One change on the page; ``day`` in words."""

    label: str
    url: str
    edition: str
    day: str
    note: str | Message


@dataclass(frozen=True)
class Year:
    """The changes of one year, newest first."""

    number: int
    rows: list[ChangeRow]


@implementer(ITitledPage)
class ChangesPage(BrowserView):
    """``/toolkit/changes``: what changed for readers, by year."""

    tab_title = _("heading_changes", default="What changed")

    @cached_property
    def years(self) -> list[Year]:
        """The years in which something changed, newest first."""
        language = api.portal.get_current_language()
        years: dict[int, list[ChangeRow]] = {}
        for change in changes(self.context):
            years.setdefault(change.day.year, []).append(_row(change, language))
        return [Year(number, rows) for number, rows in years.items()]


class ChangesFeed(BrowserView):
    """``/toolkit/changes.atom``: the newest changes, for a feed reader."""

    def __call__(self) -> bytes:
        """Return the feed."""
        title = translate(
            _("changes_feed_title", default="Toolkit: what changed"),
            context=self.request,
        )
        response = self.request.response
        response.setHeader("Content-Type", "application/atom+xml; charset=utf-8")
        return atom(
            [
                (change, translate(change.note, context=self.request))
                for change in changes(self.context)[:MOST_IN_FEED]
            ],
            title=title,
            author=api.portal.get().Title(),
            address=self.context.absolute_url(),
            uid=self.context.UID(),
            since=self.context.created().asdatetime(),
        )


class ChangesGet(Service):
    """``GET /toolkit/@changes``: what changed for readers, newest first."""

    def reply(self) -> dict[str, Any]:
        """Return the list, in batches."""
        batch = batch_of(self.request, changes(self.context))
        return list_answer(batch, [self._item(change) for change in batch])

    def _item(self, change: ReaderChange) -> dict[str, Any]:
        return {
            "@id": change.url,
            "title": change.title,
            "number": change.number,
            "edition": change.edition,
            "day": change.day.isoformat(),
            "note": translate(change.note, context=self.request),
        }


def _row(change: ReaderChange, language: str) -> ChangeRow:
    day = day_in_words(change.day, language) or ""
    return ChangeRow(change.label, change.url, change.edition, day, change.note)
