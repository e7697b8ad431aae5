"""The network days that a reader may see: the coming ones, and the archive."""

from collections.abc import Iterable
from datetime import datetime
from gastvrij.networkday.network_days import INetworkDays
from gastvrij.networkday.series import Series
from gastvrij.networkday.summary import DaySummary
from gastvrij.networkday.summary import summary_of_brain
from itertools import groupby
from plone import api
from typing import Any


THEMES = ("workshop", "discussion_table")


def days(container: INetworkDays, now: datetime) -> list[DaySummary]:
    """Return the coming days, the nearest first, then the past ones, the newest first.

    Drafts are among them for whoever may see drafts.
    """
    brains = _brains(container, 1, portal_type="NetworkDay")
    return in_order(summary_of_brain(brain, now) for brain in brains)


def themes(container: INetworkDays) -> dict[str, list[str]]:
    """Return what workshops and discussion tables were about, by the URL of the day."""
    found: dict[str, list[str]] = {}
    items = _brains(
        container, 2, portal_type="ProgrammeItem", sort_on="getObjPositionInParent"
    )
    for item in items:
        if item.kind in THEMES:
            day = item.getURL().rpartition("/")[0]
            found.setdefault(day, []).append(item.Title)
    return found


def in_order(summaries: Iterable[DaySummary]) -> list[DaySummary]:
    """Return the coming days, the nearest first, then the past, the newest first."""
    by_start = sorted(summaries, key=lambda day: (day.start, day.title))
    return coming(by_start) + past(by_start)[::-1]


def coming(summaries: Iterable[DaySummary]) -> list[DaySummary]:
    """Return the days to look forward to; cancelled ones among them."""
    return [day for day in summaries if day.is_coming]


def past(summaries: Iterable[DaySummary]) -> list[DaySummary]:
    """Return the days that belong to the archive."""
    return [day for day in summaries if not day.is_coming]


def next_announced(summaries: Iterable[DaySummary]) -> DaySummary | None:
    """Return the first coming day that is going to take place, if there is one."""
    return next((d for d in coming(summaries) if d.status == "announced"), None)


def by_year(summaries: Iterable[DaySummary]) -> list[tuple[int, list[DaySummary]]]:
    """Group days that are in order by the year in which they begin."""
    groups = groupby(summaries, key=lambda day: day.start.year)
    return [(year, list(of_year)) for year, of_year in groups]


def parts_of(series: Series, summaries: Iterable[DaySummary]) -> list[DaySummary]:
    """Return the days of one series, in the order of their parts."""
    own = [day for day in summaries if series.is_same(day.series)]
    return sorted(own, key=_part)


def _part(day: DaySummary) -> tuple[float, datetime]:
    part = day.series.part if day.series else None
    return (part or float("inf"), day.start)


def _brains(container: INetworkDays, depth: int, **query: Any) -> Any:
    path = {"query": "/".join(container.getPhysicalPath()), "depth": depth}
    return api.portal.get_tool("portal_catalog")(path=path, **query)
