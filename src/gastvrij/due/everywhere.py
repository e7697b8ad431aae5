"""All sites of an instance on which the add-on is installed, one after another."""

from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field
from datetime import datetime
from gastvrij.due.guard import AlreadyRunning
from gastvrij.due.history import Report
from gastvrij.due.public_address import public_url
from gastvrij.due.runner import give_back
from gastvrij.due.runner import run
from gastvrij.due.trouble import in_one_line
from gastvrij.due.trouble import traceback_of
from gastvrij.interfaces import IGastvrijLayer
from plone.browserlayer.interfaces import ILocalBrowserLayerType
from typing import Any
from ZODB.DB import DB
from zope.component import getAllUtilitiesRegisteredFor

import logging
import transaction


logger = logging.getLogger("gastvrij.due")

BUSY = "another run is going on"
NO_ADDRESS = (
    "its public address is not known, and letters would lead nowhere: fill it in on "
    "the control panel of the site, or as public-url in zope.conf"
)


@dataclass
class SiteRun:
    """What came of a run on one site.

    ``trouble`` says in English why there was no run; it is empty when there was one.
    """

    site: str
    reports: list[Report] = field(default_factory=list)
    trouble: str = ""

    @property
    def is_busy(self) -> bool:
        """Whether another run was going on."""
        return self.trouble == BUSY

    @property
    def has_failed(self) -> bool:
        """Whether something went wrong, in a task or with the site."""
        failed = any(report.error for report in self.reports)
        return failed or (bool(self.trouble) and not self.is_busy)


def run_everywhere(db: DB, now: datetime, at_once: bool = False) -> list[SiteRun]:
    """Run what is due on every site of a database, over a connection of its own.

    It is for a thread that has no transaction of its own. ``at_once`` gives the lease
    back at the end, for a process that does not run the tasks again.
    """
    connection = db.open()
    try:
        sites = _sites(connection.root()["Application"])
        return [_run_on(site, now, at_once) for site in sites]
    finally:
        transaction.abort()
        connection.close()


def give_back_everywhere(db: DB) -> None:
    """Let another process run the tasks of all sites at once."""
    connection = db.open()
    try:
        for site in _sites(connection.root()["Application"]):
            give_back(site)
    finally:
        transaction.abort()
        connection.close()


def _sites(root: Any) -> Iterator[Any]:
    for site in root.objectValues("Plone Site"):
        layers = getAllUtilitiesRegisteredFor(ILocalBrowserLayerType, context=site)
        if IGastvrijLayer in layers:
            yield site


def _run_on(site: Any, now: datetime, at_once: bool) -> SiteRun:
    outcome = SiteRun("/".join(site.getPhysicalPath()))
    try:
        if not public_url(site):
            outcome.trouble = NO_ADDRESS
            logger.error("Nothing is done for %s: %s.", outcome.site, NO_ADDRESS)
            return outcome
        outcome.reports = run(site, now)
        if at_once:
            give_back(site)
    except AlreadyRunning:
        outcome.trouble = BUSY
    except Exception as error:  # the other sites go on
        transaction.abort()
        outcome.trouble = in_one_line(error)
        logger.error("Due tasks of %s: %s", outcome.site, traceback_of(error))
    return outcome
