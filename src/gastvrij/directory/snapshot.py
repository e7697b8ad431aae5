"""The groups of a directory as plain values: what finding one needs, at one moment."""

from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from gastvrij.directory.known_group import KnownGroup
from gastvrij.directory.nearest import Atlas
from gastvrij.directory.states import STANDING
from operator import attrgetter


class Snapshot:
    """Groups in the order of the list; it never changes, so that threads share it."""

    def __init__(self, groups: Iterable[KnownGroup]) -> None:
        self._groups = tuple(sorted(groups, key=attrgetter("order")))

    @cached_property
    def standing(self) -> tuple[KnownGroup, ...]:
        """The groups that have not ended."""
        return tuple(group for group in self._groups if group.state in STANDING)

    @cached_property
    def ended(self) -> tuple[KnownGroup, ...]:
        """The groups that have ended."""
        return tuple(group for group in self._groups if group.state == "ended")

    @cached_property
    def atlas(self) -> Atlas:
        """The standing groups by where they are and work."""
        return Atlas(self.standing)

    @cached_property
    def by_municipality(self) -> Counter[str]:
        """How many standing groups each municipality has, by its code."""
        return Counter(group.nis for group in self.standing)

    @cached_property
    def languages(self) -> frozenset[str]:
        """The languages that the standing groups speak."""
        return frozenset(code for group in self.standing for code in group.languages)

    def joined_by(self, others: Iterable[KnownGroup]) -> "Snapshot":
        """Return a snapshot of these groups and others."""
        return Snapshot([*self._groups, *others])
