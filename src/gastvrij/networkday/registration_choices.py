"""What people choose when they register: one item a round, and others beside it."""

from collections.abc import Iterable
from dataclasses import dataclass
from gastvrij import _
from gastvrij.networkday.availability import Availability
from gastvrij.networkday.availability import ItemAvailability
from gastvrij.values.choice_entries import Option
from zope.i18nmessageid import Message


NOTHING = ""


@dataclass(frozen=True)
class Question:
    """What is asked of each person; ``id`` is what its answers are sent under."""

    id: str
    title: Message
    options: tuple[Option, ...]

    @property
    def items(self) -> frozenset[str]:
        """The UIDs of the items among which to choose."""
        return frozenset(option.value for option in self.options if option.value)


def questions_of(
    availability: Availability, own: Iterable[str] = ()
) -> tuple[Question, ...]:
    """Return what a day asks to choose, in the order of its programme.

    Items without a round exclude nothing: each is a question of its own. ``own`` are
    the items that somebody has chosen already: a full one is theirs all the same.
    """
    own = frozenset(own)
    rounds: dict[str, list[ItemAvailability]] = {}
    for item in availability.items:
        key = f"round{item.round}" if item.round else f"item{item.uid}"
        rounds.setdefault(key, []).append(item)
    return tuple(_question(key, items, own) for key, items in rounds.items())


def _question(key: str, items: list[ItemAvailability], own: frozenset[str]) -> Question:
    number = items[0].round
    title = _("choose_also", default="Do you come to this too?")
    none = _("choose_no", default="No")
    if number:
        title = _(
            "choose_in_round",
            default="Round ${number}: what do you choose?",
            mapping={"number": number},
        )
        none = _("choose_nothing", default="Nothing yet")
    options = (Option(item.uid, _words(item, own)) for item in items)
    return Question(key, title, (*options, Option(NOTHING, none)))


def _words(item: ItemAvailability, own: frozenset[str]) -> Message | str:
    if item.free == 0 and item.uid not in own:
        return _(
            "choice_full",
            default="${title} (full: you come on its waiting list)",
            mapping={"title": item.title},
        )
    if item.free is not None and 0 < item.free <= 5:
        return _(
            "choice_few",
            default="${title} (seats left: ${count})",
            mapping={"title": item.title, "count": item.free},
        )
    return item.title
