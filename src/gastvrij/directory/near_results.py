"""What the page shows of the groups near a place."""

from collections.abc import Callable
from datetime import date
from functools import cached_property
from gastvrij import _
from gastvrij.directory.cards import Card
from gastvrij.directory.cards import cards_near
from gastvrij.directory.finding import Answer
from gastvrij.directory.listing import page_at
from gastvrij.directory.pager import Pager
from zope.i18nmessageid import Message


WALLONIA = "wallonia"


class NearResults:
    """The groups nearest to a place: those within reach, and the nearest beyond.

    ``start`` is the number of the group that is asked for, from 0; ``address`` returns
    where a page of the answer is.
    """

    def __init__(
        self, answer: Answer, start: int, today: date, address: Callable[[int], str]
    ) -> None:
        self.answer = answer
        self.today = today
        self.batch = page_at(answer.hits, start)
        self.pager = Pager(self.batch, address)

    @property
    def count(self) -> int:
        """How many groups are within reach."""
        return sum(hit.within_radius for hit in self.answer.hits)

    @property
    def title(self) -> Message:
        """How many groups were found, and where."""
        mapping = {
            "count": self.count,
            "radius": self.answer.radius,
            "place": self.answer.spot.label if self.answer.spot else "",
        }
        if self.count == 0:
            return _(
                "found_none_near",
                default="We found no group within ${radius} km of ${place}.",
                mapping=mapping,
            )
        if self.count == 1:
            return _(
                "found_one_near",
                default="1 group within ${radius} km of ${place}",
                mapping=mapping,
            )
        return _(
            "found_near",
            default="${count} groups within ${radius} km of ${place}",
            mapping=mapping,
        )

    @property
    def is_outside(self) -> bool:
        """Whether the place lies where the network does not work."""
        return bool(self.answer.spot and self.answer.spot.region == WALLONIA)

    @cached_property
    def within(self) -> list[Card]:
        """The groups on this page that are within reach."""
        hits = [hit for hit in self.batch if hit.within_radius]
        return cards_near(hits, self.answer.place_name, self.today)

    @cached_property
    def beyond(self) -> list[Card]:
        """The nearest groups on this page that are not."""
        hits = [hit for hit in self.batch if not hit.within_radius]
        return cards_near(hits, self.answer.place_name, self.today)

    @property
    def instead(self) -> Message | None:
        """What is said of the groups that are shown when none is within reach."""
        if self.count or not self.answer.hits:
            return None
        if len(self.answer.hits) == 1:
            return _("text_this_is_nearest", default="This is the nearest.")
        return _("text_these_are_nearest", default="These are the nearest.")

    def wider(self, choices: tuple[int, ...]) -> int | None:
        """Return the smallest of the choices that reaches the first group beyond."""
        beyond = [hit.km for hit in self.answer.hits if not hit.within_radius]
        fitting = (km for km in sorted(choices) if beyond and km >= beyond[0])
        return next(fitting, None)
