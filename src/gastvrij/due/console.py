"""The console script ``gastvrij-due``: run now what is due, and tell what came of it.

A running instance is asked for it, over loopback: it holds the database. Where none
runs, or the storage allows several clients, the script opens the storage itself.

Exit codes: 0 done, 1 something failed, 2 no instance and no storage could be reached,
3 another run is going on.
"""

from argparse import ArgumentParser
from datetime import datetime
from datetime import UTC
from gastvrij.due.asking import ask
from gastvrij.due.asking import NobodyAnswers
from gastvrij.due.everywhere import run_everywhere
from gastvrij.due.everywhere import SiteRun
from gastvrij.due.instance import Instance
from gastvrij.due.instance import instance_of
from gastvrij.due.instance import NoInstance
from gastvrij.due.instance import open_storage
from pathlib import Path

import os
import sys


DONE, FAILED, UNREACHABLE, BUSY = range(4)


def main(zope_conf: str = "") -> int:
    """Run what is due; return the exit code. buildout passes its own zope.conf."""
    options = _parser(zope_conf or os.environ.get("ZOPE_CONF", "")).parse_args()
    try:
        runs = runs_of(instance_of(Path(options.config), options.address))
    except NoInstance as trouble:
        _say(f"gastvrij-due: {trouble}")
        return UNREACHABLE
    for line in _lines(runs):
        _say(line)
    return code_of(runs)


def runs_of(instance: Instance) -> list[SiteRun]:
    """Ask the running instance, or do it here; raises ``NoInstance``."""
    try:
        return ask(instance)
    except NobodyAnswers:
        return run_everywhere(open_storage(instance), datetime.now(UTC), at_once=True)


def code_of(runs: list[SiteRun]) -> int:
    """Return the exit code for what came of the runs."""
    if any(each.has_failed for each in runs):
        return FAILED
    return BUSY if any(each.is_busy for each in runs) else DONE


def _lines(runs: list[SiteRun]) -> list[str]:
    """Return a line a site, and below it one for each task that did something."""
    lines = [] if runs else ["No site here has the add-on gastvrij."]
    for each in runs:
        lines.append(f"{each.site}: {each.trouble or _summary(each)}")
        for report in each.reports:
            if report.error:
                lines.append(f"  {report.task}: failed, {report.error}")
            elif report.done:
                lines.append(f"  {report.task}: {report.done} done")
    return lines


def _summary(each: SiteRun) -> str:
    failed = sum(bool(report.error) for report in each.reports)
    return f"{len(each.reports)} tasks ran, {failed} failed"


def _parser(zope_conf: str) -> ArgumentParser:
    parser = ArgumentParser("gastvrij-due", description="Run now what is due.")
    parser.add_argument(
        "-C",
        "--config",
        default=zope_conf,
        required=not zope_conf,
        help="zope.conf of the instance",
    )
    parser.add_argument(
        "--address",
        default="",
        help="where the instance answers, such as http://127.0.0.1:8080; by default "
        "what wsgi.ini beside zope.conf says",
    )
    return parser


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    sys.exit(main())
