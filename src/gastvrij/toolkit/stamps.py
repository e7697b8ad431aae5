"""What a book is made from, as one value that changes with all that is read in it."""

from collections.abc import Iterable
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from gastvrij.due.public_address import public_url
from gastvrij.toolkit.edition import ToolkitEdition
from gastvrij.toolkit.examples import Example
from gastvrij.toolkit.examples import shown_in
from gastvrij.toolkit.look import LOOK
from gastvrij.toolkit.outline import Entry
from gastvrij.toolkit.shelf import Stamp
from hashlib import sha256
from plone import api


@dataclass(frozen=True)
class Stamps:
    """Makes the stamps of the books of one edition; wakes no part."""

    edition: ToolkitEdition

    @cached_property
    def examples(self) -> dict[str, list[Example]]:
        """The examples that readers of the edition see, by the thread of their part."""
        return shown_in(api.portal.get(), self.edition.UID())

    def of(
        self,
        kind: str,
        entries: Sequence[Entry],
        around: Iterable[str] = (),
        changed: float = 0.0,
    ) -> Stamp:
        """Return the stamp of a book of these chapters, or of this part.

        ``around`` are the UIDs of what they stand in and that has to be seen as well;
        ``changed`` is when the edition itself was changed, where its texts are read.
        """
        edition = self.edition
        told = (
            LOOK,
            kind,
            public_url(api.portal.get()),
            title_of_site(),
            edition.getId(),
            edition.title,
            edition.year,
            edition.Language(),
            api.content.get_state(edition),
            changed,
            [self._facts(entry) for entry in entries],
        )
        held = frozenset(around).union(*map(self._held, entries))
        return Stamp(sha256(repr(told).encode()).hexdigest(), held)

    def _facts(self, entry: Entry) -> object:
        """Return what a book tells of an entry; the same always looks the same."""
        return (
            entry.uid,
            entry.id,
            entry.number,
            entry.title,
            entry.description,
            str(entry.checked_on),
            entry.check_interval,
            entry.modified,
            self._seals(entry),
            [self._facts(each) for each in (*entry.parts, *entry.addenda)],
        )

    def _held(self, entry: Entry) -> set[str]:
        below = (*entry.parts, *entry.addenda)
        return {entry.uid, *self._seals(entry)}.union(*map(self._held, below))

    def _seals(self, entry: Entry) -> list[str]:
        return [example.seal for example in self.examples.get(entry.thread, ())]


def title_of_site() -> str:
    """Return who publishes the books."""
    return api.portal.get_registry_record("plone.site_title")
