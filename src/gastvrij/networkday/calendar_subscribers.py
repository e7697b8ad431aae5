"""What calendars know of a day is noted whenever it is saved or changes its state."""

from gastvrij.networkday.moved_with_people import warn_of_people
from gastvrij.networkday.moving import take_programme_along
from gastvrij.networkday.network_day import INetworkDay
from gastvrij.networkday.programme_item import IProgrammeItem
from gastvrij.networkday.revisions import begin_anew
from gastvrij.networkday.revisions import note_revision
from gastvrij.networkday.revisions import revision_of
from gastvrij.networkday.revisions import start_before
from typing import Any


def note_revision_when_saved(content: INetworkDay | IProgrammeItem, event: Any) -> None:
    """Count a change of time, place or state."""
    note_revision(content)


def take_along_when_moved(day: INetworkDay, event: Any) -> None:
    """Take the programme along to another date; say that people know the old one."""
    before, revision = start_before(day), revision_of(day)
    note_revision(day)
    if revision_of(day) != revision:
        warn_of_people(day)
    if before is not None:
        take_programme_along(day, before)


def begin_anew_when_copied(content: INetworkDay | IProgrammeItem, event: Any) -> None:
    """A copy is another event, which never changed."""
    begin_anew(content)
