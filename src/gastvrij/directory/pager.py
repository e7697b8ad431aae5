"""The links from one page of a long list to the others."""

from collections.abc import Callable
from dataclasses import dataclass
from plone.batching.batch import Batch


@dataclass(frozen=True, slots=True)
class Page:
    """A link of the pager."""

    number: int
    url: str
    is_current: bool


class Pager:
    """The pages of a batch; ``address`` returns where a page is, counted from 1."""

    def __init__(self, batch: Batch, address: Callable[[int], str]) -> None:
        self.batch = batch
        self.address = address

    @property
    def pages(self) -> list[Page]:
        """The pages around this one, the first and the last."""
        current = self.batch.pagenumber
        return [
            Page(number, self.address(number), number == current)
            for number in self.batch.navlist
        ]

    @property
    def previous_url(self) -> str:
        """Where the page before this one is; empty on the first."""
        batch = self.batch
        return self.address(batch.previouspage) if batch.has_previous else ""

    @property
    def next_url(self) -> str:
        """Where the page after this one is; empty on the last."""
        batch = self.batch
        return self.address(batch.nextpage) if batch.has_next else ""
