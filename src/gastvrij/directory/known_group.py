"""What the directory remembers of a group, so that finding it wakes no object."""

from dataclasses import dataclass
from datetime import date
from gastvrij.directory.validity import recruiting_on


Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class KnownGroup:
    """A group as the catalogue tells of it: plain values, safe to share by threads.

    ``rid`` is its number in the catalogue; ``state`` its state. ``nis`` and
    ``service_area`` hold codes of today's municipalities. ``point`` is latitude and
    longitude in degrees of the centre of its municipality, or of its postal code where
    that may be seen. ``order`` is its place in the list, ``sort_name`` among names.
    """

    rid: int
    uid: str
    id: str
    title: str
    state: str
    nis: str
    province: str
    point: Point
    service_area: frozenset[str]
    activities: tuple[str, ...]
    target_groups: tuple[str, ...]
    languages: tuple[str, ...]
    recruiting: str
    recruiting_until: date | None
    order: str
    sort_name: str

    def recruiting_on(self, day: date) -> str:
        """Return whether the group looks for volunteers on a day."""
        return recruiting_on(self.recruiting, self.recruiting_until, day)
