"""Finding groups: the answer that the page and the REST service both give."""

from collections.abc import Callable
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from gastvrij import _
from gastvrij.directory.by_words import numbers_with
from gastvrij.directory.known_group import KnownGroup
from gastvrij.directory.nearest import Hit
from gastvrij.directory.snapshot import Snapshot
from gastvrij.directory.wishes import Mistake
from gastvrij.directory.wishes import Wishes
from gastvrij.places.lookup import places
from gastvrij.places.lookup import Spot
from gastvrij.places.lookup import spots
from gastvrij.places.municipalities import municipality
from gastvrij.settings.records import settings
from zope.i18nmessageid import Message


UNKNOWN_PLACE = _(
    "error_unknown_place",
    default="We do not know this place. Fill in a postal code or a municipality, for"
    " instance 9050.",
)


@dataclass(frozen=True, slots=True)
class Answer:
    """The groups that fit somebody's wishes.

    With a place that is understood, ``spot`` is that place and ``hits`` are the groups
    nearest to it. When it can be one of several, these are ``choices`` and nothing is
    found yet. Otherwise ``groups`` are all that fit, in the order of the list, also
    when the place is not understood, for which ``mistakes`` has a sentence.
    """

    radius: int
    spot: Spot | None = None
    choices: tuple[Spot, ...] = ()
    hits: Sequence[Hit] = ()
    groups: Sequence[KnownGroup] = ()
    mistakes: tuple[Mistake, ...] = ()

    @property
    def place_name(self) -> Message | str:
        """What the place is called in a sentence; empty without one."""
        return name_of(self.spot) if self.spot else ""


def find(seen: Snapshot, wishes: Wishes, today: date) -> Answer:
    """Find, among groups that somebody sees, those that fit the wishes on a day."""
    radius = wishes.radius or settings().default_radius
    found = spots(wishes.place) if wishes.place else ()
    if len(found) > 1:
        return Answer(radius, choices=found)
    wanted = _wanted(wishes, today)
    if found:
        [spot] = found
        point = (spot.lat, spot.lon)
        hits = seen.atlas.nearest(spot.nis, point, radius, wanted)
        return Answer(radius, spot, hits=hits)
    groups = _list(seen, wishes, wanted)
    mistake = Mistake("place", UNKNOWN_PLACE)
    return Answer(radius, groups=groups, mistakes=(mistake,) if wishes.place else ())


def name_of(spot: Spot) -> Message | str:
    """Return what a place is called in a sentence, without its postal code.

    It is the name of its municipality where a postal code has more than two names.
    """
    names = [place.name for place in places(spot.query) if place.nis == spot.nis]
    if len(names) == 1:
        return names[0]
    if len(names) == 2:
        mapping = dict(zip(("one", "other"), names, strict=True))
        return _("two_places", default="${one} and ${other}", mapping=mapping)
    return municipality(spot.nis).name_nl


def _list(
    seen: Snapshot, wishes: Wishes, wanted: Callable[[KnownGroup], bool]
) -> Sequence[KnownGroup]:
    if not wishes.is_narrow:
        return seen.standing
    return tuple(filter(wanted, seen.standing))


def _wanted(wishes: Wishes, today: date) -> Callable[[KnownGroup], bool]:
    if not wishes.is_narrow:
        return _anyone
    numbers = numbers_with(wishes.q) if wishes.q else None

    def wanted(group: KnownGroup) -> bool:
        if numbers is not None and group.rid not in numbers:
            return False
        return wishes.suits(group, today)

    return wanted


def _anyone(group: KnownGroup) -> bool:
    """Want every group: nothing is asked of it."""
    return True
