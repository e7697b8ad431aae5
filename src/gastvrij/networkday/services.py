"""Network days over REST."""

from datetime import datetime
from datetime import UTC
from gastvrij.networkday import archive
from gastvrij.networkday.summary import DaySummary
from gastvrij.networkday.summary import ReportBook
from gastvrij.values.batching import batch_of
from gastvrij.values.batching import list_answer
from plone.restapi.serializer.converters import json_compatible
from plone.restapi.services import Service
from typing import Any


class NetworkDaysGet(Service):
    """GET @networkdays: the coming days, nearest first, then the past, newest first.

    An item's ``status`` is ``announced``, ``cancelled`` or ``finished``, and ``draft``
    for who may see drafts; ``report_book`` is null where there is none, and its size is
    in bytes; ``themes`` are the titles of workshops and discussion tables.
    """

    def reply(self) -> dict[str, Any]:
        """Return one batch of the days."""
        days = archive.days(self.context, datetime.now(UTC))
        batch = batch_of(self.request, days)
        themes = archive.themes(self.context)
        told = [_day(day) | {"themes": themes.get(day.url, [])} for day in batch]
        return list_answer(batch, told)


def _day(day: DaySummary) -> dict[str, Any]:
    return {
        "@id": day.url,
        "title": day.title,
        "description": day.description,
        "start": json_compatible(day.start),
        "end": json_compatible(day.end),
        "whole_day": day.whole_day,
        "open_end": day.open_end,
        "status": day.status,
        "venue_name": day.place or None,
        "mode": day.mode,
        "report_book": _report_book(day.report_book),
    }


def _report_book(book: ReportBook | None) -> dict[str, Any] | None:
    if book is None:
        return None
    return {"download": book.url, "size": book.size, "filename": book.filename}
