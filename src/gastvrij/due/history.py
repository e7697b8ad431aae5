"""When the due tasks of a site ran last, and what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from datetime import timedelta
from persistent import Persistent
from types import MappingProxyType
from typing import Any
from zope.annotation.interfaces import IAnnotations


HISTORY = "gastvrij.due.history"
# a run in which nothing happened is written down when this time has passed
SILENCE = timedelta(minutes=10)
LATE = timedelta(hours=1)


@dataclass(frozen=True)
class Report:
    """What came of one task in one run.

    ``done`` counts things; ``error`` is empty when nothing went wrong, and else the
    name of the error and its message, without e-mail addresses.
    """

    task: str
    moment: datetime
    done: int = 0
    error: str = ""


class History(Persistent):
    """The last run, and of each task its last report and the last that did something.

    The reports are by the name of the task; they are replaced as a whole.
    """

    moment: datetime | None = None
    latest: MappingProxyType[str, Report] | dict[str, Report] = MappingProxyType({})
    fruitful: MappingProxyType[str, Report] | dict[str, Report] = MappingProxyType({})

    def is_late(self, now: datetime) -> bool:
        """Tell whether the last run is so long ago that somebody should look."""
        return self.moment is None or now - self.moment > LATE

    def add(self, reports: Sequence[Report], moment: datetime) -> None:
        """Write a run down."""
        self.moment = moment
        self.latest = {report.task: report for report in reports}
        did_something = {report.task: report for report in reports if report.done}
        self.fruitful = {**self.fruitful, **did_something}


def last_run(site: Any) -> History:
    """Return what is known of the last runs; empty before the first. Writes nothing."""
    return IAnnotations(site).get(HISTORY) or History()


def write_down(site: Any, reports: Sequence[Report], moment: datetime) -> None:
    """Keep a run on the site when something happened, or nothing for a while."""
    kept = last_run(site)
    is_silent = kept.moment is not None and moment - kept.moment < SILENCE
    happened = any(report.done or report.error for report in reports)
    had_trouble = any(report.error for report in kept.latest.values())
    if is_silent and not happened and not had_trouble:
        return
    annotations = IAnnotations(site)
    if HISTORY not in annotations:
        annotations[HISTORY] = History()
    annotations[HISTORY].add(reports, moment)
