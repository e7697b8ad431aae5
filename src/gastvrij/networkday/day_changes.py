"""What the coordinator's changes of a day and its programme do to seats."""

from Acquisition import aq_inner
from Acquisition import aq_parent
from collections.abc import Callable
from datetime import datetime
from datetime import UTC
from gastvrij.networkday.calling_off import forget
from gastvrij.networkday.calling_off import is_untold
from gastvrij.networkday.calling_off_steps import follow_state
from gastvrij.networkday.calling_off_steps import REOPEN
from gastvrij.networkday.join_link import keep_join_link
from gastvrij.networkday.ledger_book import close_book
from gastvrij.networkday.ledger_book import open_book
from gastvrij.networkday.ledger_store import drop_ledger
from gastvrij.networkday.ledger_store import has_ledger
from gastvrij.networkday.ledger_store import ledger_to_write
from gastvrij.networkday.network_day import NetworkDay
from gastvrij.networkday.overfull import overfull
from gastvrij.networkday.programme_item import ProgrammeItem
from gastvrij.networkday.seat_book import Book
from gastvrij.networkday.seat_steps import renew_ended_offers
from gastvrij.networkday.seat_steps import renew_offers
from gastvrij.networkday.seating import settle
from gastvrij.networkday.seats import News
from gastvrij.networkday.seats import OVER_CAPACITY
from Products.DCWorkflow.interfaces import IAfterTransitionEvent
from zope.component.hooks import getSite
from zope.lifecycleevent.interfaces import IObjectModifiedEvent
from zope.lifecycleevent.interfaces import IObjectRemovedEvent


def settle_when_day_is_saved(day: NetworkDay, event: IObjectModifiedEvent) -> None:
    """Offer seats that were added, and tell of those that were taken away."""
    follow(day, datetime.now(UTC))


def settle_when_item_is_saved(item: ProgrammeItem, event: IObjectModifiedEvent) -> None:
    """Do the same for the seats of one item."""
    day = aq_parent(aq_inner(item))
    if isinstance(day, NetworkDay):
        follow(day, datetime.now(UTC))


def settle_when_state_changes(day: NetworkDay, event: IAfterTransitionEvent) -> None:
    """Go on with offers when a day was reopened; a cancelled one stands still.

    Whoever was told that the day is called off is told that it goes on.
    """
    change, now = event.transition.id if event.transition else "", datetime.now(UTC)
    if change == REOPEN:
        follow(day, now, renew_ended_offers if is_untold(day) else renew_offers)
    else:
        follow(day, now)
    follow_state(day, change, now)


def forget_when_day_is_deleted(day: NetworkDay, event: IObjectRemovedEvent) -> None:
    """Let the registrations and the join link go; links to them lead nowhere then."""
    # a site that goes itself takes all ledgers with it
    if getSite() is not None:
        drop_ledger(day)
        forget(day)
        keep_join_link(day, "")


def follow(
    day: NetworkDay, now: datetime, act: Callable[[Book], None] = settle
) -> None:
    """Let seats follow what a day allows from now on.

    The guard record is written whatever comes of it: somebody who takes a seat at the
    same moment knew the day as it was.
    """
    if not has_ledger(day):
        return
    book = open_book(day, now)
    act(book)
    ledger, over = ledger_to_write(day), overfull(book)
    for item, number in over.items():
        if number > ledger.overfull.get(item, 0):
            book.news.append(News(OVER_CAPACITY, item=item, number=number))
    ledger.overfull = over
    ledger.guard.write(book.number)
    close_book(day, book)
