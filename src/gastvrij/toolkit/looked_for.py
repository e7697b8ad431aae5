"""What readers looked for and did not find, for the editors.

Only the words are kept, how often and on which days: nothing about who looked. A reader
tells it with one tap, and it goes by itself after half a year.
"""

from dataclasses import dataclass
from dataclasses import replace
from datetime import datetime
from gastvrij import _
from gastvrij.due.task import DueTask
from gastvrij.links.brake import count_asking
from gastvrij.links.brake import times_asked
from gastvrij.links.shelf import place_of
from gastvrij.links.shelf import shelf
from gastvrij.links.shelf import shelf_to_write
from gastvrij.privacy.retention import Period
from typing import Any


LEDGER = "gastvrij.toolkit.looked_for"
KEPT_FOR = Period(months=6)
MOST_KEPT = 300
# how often within an hour; a library has one address for all its readers
MOST_FROM_COMPUTER = 10
MOST_IN_ALL = 40


@dataclass(frozen=True, slots=True)
class LookedFor:
    """Words that some readers looked for; ``id`` is what they are kept under."""

    id: str
    typed: str
    times: int
    first: datetime
    last: datetime


def is_crowded(site: Any, sender: str, now: datetime) -> bool:
    """Tell whether so much was told within an hour that more has to wait.

    ``sender`` is the address of the computer; empty where that is not known.
    """
    return any(
        times_asked(site, LEDGER, who, now) >= most
        for who, most in _counted(sender).items()
    )


def tell(
    site: Any, typed: str, words: tuple[str, ...], sender: str, now: datetime
) -> None:
    """Keep what a reader looked for; the same words count together.

    Where too much is kept already, the words that were asked least go.
    """
    for who in _counted(sender):
        count_asking(site, LEDGER, who, now)
    ledger, place = shelf_to_write(site, LEDGER), place_of(" ".join(sorted(words)))
    if place in ledger:
        known = ledger[place]
        ledger[place] = replace(known, times=known.times + 1, last=now)
        return
    if len(ledger) >= MOST_KEPT:
        del ledger[min(ledger.values(), key=_weight).id]
    ledger[place] = LookedFor(place, typed, 1, now, now)


def all_looked_for(site: Any) -> list[LookedFor]:
    """Return what readers looked for: what was asked most first, then the newest."""
    return sorted(shelf(site, LEDGER).values(), key=_weight, reverse=True)


def drop(site: Any, place: str) -> bool:
    """Forget words with which something was done; tell whether they were there."""
    return shelf(site, LEDGER).pop(place, None) is not None


def forget_what_is_over(site: Any, now: datetime) -> int:
    """Forget words that nobody looked for any more; return how many."""
    over = [each for each in all_looked_for(site) if KEPT_FOR.after(each.last) <= now]
    for each in over:
        drop(site, each.id)
    return len(over)


def _counted(sender: str) -> dict[str, int]:
    from_computer = {f"from {sender}": MOST_FROM_COMPUTER} if sender else {}
    return from_computer | {"all": MOST_IN_ALL}


def _weight(each: LookedFor) -> tuple[int, datetime]:
    return each.times, each.last


FORGET = DueTask(
    _(
        "due_forget_looked_for",
        default="Forget what readers of the toolkit looked for half a year ago",
    ),
    forget_what_is_over,
)
