"""A network day in short, as lists, the day's own page and REST tell it."""

from dataclasses import dataclass
from datetime import datetime
from gastvrij.networkday.moments import in_brussels
from gastvrij.networkday.moments import is_over
from gastvrij.networkday.network_day import INetworkDay
from gastvrij.networkday.series import Series
from gastvrij.networkday.status import status_of
from plone import api
from plone.event.interfaces import IEventAccessor
from Products.ZCatalog.interfaces import ICatalogBrain


@dataclass(frozen=True)
class ReportBook:
    """The report book of a day, a PDF; its size is in bytes."""

    url: str
    filename: str
    size: int


@dataclass(frozen=True)
class DaySummary:
    """What a reader wants to know first; moments are in Belgian time.

    ``ended`` tells that the day's last date is behind us, whatever its status.
    """

    url: str
    title: str
    description: str
    start: datetime
    end: datetime
    whole_day: bool
    open_end: bool
    place: str
    mode: str
    status: str
    ended: bool
    report_book: ReportBook | None
    series: Series | None = None

    @property
    def is_coming(self) -> bool:
        """Whether people can still look forward to it."""
        return not self.ended and self.status != "finished"


def summary_of_brain(brain: ICatalogBrain, now: datetime) -> DaySummary:
    """Return the summary that the catalogue knows; the day itself is not woken."""
    url, size = brain.getURL(), brain.report_size or 0
    return DaySummary(
        url=url,
        title=brain.Title,
        description=brain.Description,
        start=in_brussels(brain.start),
        end=in_brussels(brain.end),
        whole_day=bool(brain.whole_day),
        open_end=bool(brain.open_end),
        place=brain.location or "",
        mode=brain.mode or "",
        status=status_of(brain.review_state, brain.end, now),
        ended=is_over(brain.end, now),
        report_book=_report_book(url, brain.report_name, size) if size else None,
        series=Series(*brain.part_of_series) if brain.part_of_series else None,
    )


def summary_of_day(day: INetworkDay, now: datetime) -> DaySummary:
    """Return the summary of a day that is at hand."""
    event, book, url = IEventAccessor(day), day.report_book, day.absolute_url()
    return DaySummary(
        url=url,
        title=day.title,
        description=day.description or "",
        start=in_brussels(event.start),
        end=in_brussels(event.end),
        whole_day=bool(day.whole_day),
        open_end=bool(day.open_end),
        place=day.venue_name or "",
        mode=day.mode,
        status=status_of(api.content.get_state(day), event.end, now),
        ended=is_over(event.end, now),
        report_book=_report_book(url, book.filename, book.getSize()) if book else None,
        series=series_of(day),
    )


def series_of(day: INetworkDay) -> Series | None:
    """Return the series to which a day belongs, if it does."""
    if not day.series:
        return None
    return Series(day.series, day.series_part, day.series_parts)


def _report_book(day_url: str, filename: str | None, size: int) -> ReportBook:
    address = f"{day_url}/@@download/report_book"
    return ReportBook(url=address, filename=filename or "", size=size)
