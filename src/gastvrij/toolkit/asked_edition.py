"""The edition that is asked something: the one in force, unless another is named."""

from collections.abc import Mapping
from functools import cached_property
from gastvrij.toolkit.contents import CURRENT
from gastvrij.toolkit.contents import EditionEntry
from gastvrij.toolkit.contents import editions
from gastvrij.toolkit.contents import PREVIOUS
from gastvrij.toolkit.library import ToolkitLibrary
from gastvrij.values.entries import one
from typing import Any


class AskedEdition:
    """What a request says with ``edition``, of what its reader may see."""

    def __init__(self, library: ToolkitLibrary, form: Mapping[str, Any]) -> None:
        """Take the library and what was sent."""
        self.library = library
        self.asked = one(form, "edition").strip()

    @cached_property
    def all(self) -> list[EditionEntry]:
        """The editions that the reader may see, newest first."""
        return editions(self.library)

    @cached_property
    def edition(self) -> EditionEntry | None:
        """The edition that is meant; None where there is none, or no such."""
        for each in self.all:
            is_meant = str(each.number) == self.asked if self.asked else _in_force(each)
            if is_meant:
                return each
        return None

    @property
    def is_unknown(self) -> bool:
        """Whether an edition was named that is not there."""
        return bool(self.asked) and self.edition is None

    @property
    def is_missing(self) -> bool:
        """Whether none was named, and none is in force."""
        return not self.asked and self.edition is None

    @property
    def is_previous(self) -> bool:
        """Whether there may be a newer edition."""
        return self.edition is not None and self.edition.state == PREVIOUS

    @property
    def number(self) -> int | None:
        """The number of an edition that is not the one in force."""
        if self.edition is None or _in_force(self.edition):
            return None
        return self.edition.number

    @property
    def others(self) -> list[EditionEntry]:
        """The editions that are not meant, newest first."""
        return [each for each in self.all if each != self.edition]


def _in_force(edition: EditionEntry) -> bool:
    return edition.state == CURRENT
