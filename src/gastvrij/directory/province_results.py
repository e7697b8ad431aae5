"""What the page shows of groups by province, those that have ended at the end."""

from collections.abc import Callable
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from gastvrij import _
from gastvrij.directory.cards import Card
from gastvrij.directory.cards import cards_of
from gastvrij.directory.known_group import KnownGroup
from gastvrij.directory.listing import count_by_province
from gastvrij.directory.listing import page_at
from gastvrij.directory.listing import page_of
from gastvrij.directory.listing import ProvinceCount
from gastvrij.directory.pager import Pager
from itertools import groupby
from zope.i18nmessageid import Message


@dataclass(frozen=True, slots=True)
class Section:
    """The groups of one province on this page of the list."""

    id: str
    name: Message
    cards: list[Card]


@dataclass(frozen=True, slots=True)
class Jump:
    """A link to where a province begins in the list."""

    url: str
    name: Message
    groups: int


class ProvinceResults:
    """Groups in the order of the list.

    ``start`` is the number of the group that is asked for, from 0; ``address`` returns
    where a page of the list is.
    """

    def __init__(
        self,
        standing: Sequence[KnownGroup],
        ended: Sequence[KnownGroup],
        start: int,
        today: date,
        address: Callable[[int], str],
    ) -> None:
        self.standing = standing
        self.address = address
        self.batch = page_at([*standing, *ended], start)
        self.pager = Pager(self.batch, address)
        self._cards = cards_of(self.batch, today)

    @property
    def title(self) -> Message:
        """How many groups were found."""
        count = len(self.standing)
        if count == 0:
            return _("found_none", default="We found no group")
        if count == 1:
            return _("found_one", default="1 group found")
        return _("found", default="${count} groups found", mapping={"count": count})

    @cached_property
    def sections(self) -> list[Section]:
        """The standing groups on this page, by province."""
        standing = [card for card in self._cards if card.group.state != "ended"]
        return [
            Section(province, name, list(cards))
            for (province, name), cards in groupby(standing, _province)
        ]

    @property
    def ended(self) -> list[Card]:
        """The groups on this page that have ended."""
        return [card for card in self._cards if card.group.state == "ended"]

    @property
    def jumps(self) -> list[Jump]:
        """Links to the provinces, also to those on another page."""
        return [
            Jump(self._jump_url(count), count.name, count.groups)
            for count in count_by_province(self.standing)
        ]

    def _jump_url(self, count: ProvinceCount) -> str:
        page = page_of(count)
        here = "" if page == self.batch.pagenumber else self.address(page)
        return f"{here}#{count.province}"


def _province(card: Card) -> tuple[str, Message]:
    return card.group.province, card.group.province_name
