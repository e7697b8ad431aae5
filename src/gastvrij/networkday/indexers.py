"""What the catalogue keeps of network days beside their fields."""

from gastvrij.networkday.network_day import INetworkDay
from gastvrij.networkday.programme_item import IProgrammeItem
from gastvrij.networkday.summary import series_of
from plone.app.contenttypes.interfaces import IFile
from plone.indexer import indexer
from typing import Any


@indexer(INetworkDay)
def location(day: INetworkDay) -> str | None:
    """Return the place, where Plone's event listings look for it."""
    return day.venue_name


@indexer(INetworkDay)
def report_name(day: INetworkDay) -> str | None:
    """Return the file name of the report book, if there is a book."""
    return day.report_book.filename if day.report_book else None


@indexer(INetworkDay)
def report_size(day: INetworkDay) -> int | None:
    """Return the size of the report book in bytes, if there is a book."""
    return day.report_book.getSize() if day.report_book else None


@indexer(INetworkDay)
def part_of_series(day: INetworkDay) -> tuple[str, int | None, int | None] | None:
    """Return the name of the series, which part the day is, and of how many."""
    series = series_of(day)
    return (series.name, series.part, series.parts) if series else None


@indexer(IProgrammeItem)
def speaker_names(item: IProgrammeItem) -> tuple[tuple[str, str], ...]:
    """Return who speaks: each name, and the organisation or nothing.

    It is not called like the field: what lies in an item would acquire that.
    """
    rows: Any = item.speakers or []
    return tuple((row["name"], row.get("organisation") or "") for row in rows)


@indexer(IFile)
def file_size(content: IFile) -> int | None:
    """Return the size of a file in bytes, if one was uploaded."""
    return content.file.getSize() if content.file else None
