"""Practice examples that groups offer to a part: who sees which.

What waits is for editors only, and stands outside the part. Accepted it is shown in
that edition; an edition that follows takes it along unless an editor decides otherwise.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import replace
from datetime import datetime
from gastvrij import _
from gastvrij.directory.public_names import public_names
from gastvrij.links.shelf import shelf
from gastvrij.links.shelf import shelf_to_write
from gastvrij.mail.letters import one_line
from gastvrij.toolkit.edition import edition_of
from gastvrij.toolkit.keepers import thread_of
from hashlib import sha256
from typing import Any
from uuid import uuid4
from zope.i18nmessageid import Message


EXAMPLES = "gastvrij.toolkit.examples"
MOST_CHARACTERS = 1500
# more about one part, or of one person, wait until some are decided on
MOST_WAITING = 30
NO_TEXT = _("error_example_text", default="Write what your group did.")
TOO_LONG = _("error_example_long", default="Write at most 1500 characters.")


class TooManyError(Exception):
    """So much waits already that the editors come first."""


@dataclass(frozen=True)
class Example:
    """What a group did in practice, told by who speaks for it.

    ``group`` is the UID of the group and ``who`` a user id, for editors only. ``name``
    is never kept: it is that of the group as visitors know it today, and stays empty
    where the group wants none (``is_named``), or is not online itself. ``editions`` are
    the UIDs of those that show it, ``without`` of those for which an editor refused
    what another edition shows.
    """

    id: str
    thread: str
    text: str
    group: str
    who: str
    since: datetime
    editions: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    is_named: bool = False
    name: str = ""

    @property
    def paragraphs(self) -> list[str]:
        """The text, a paragraph each."""
        return [part for part in self.text.split("\n\n") if part.strip()]

    @property
    def seal(self) -> str:
        """What names it as readers see it: with another word it is another."""
        told = (self.id, self.text, self.name)
        return sha256(repr(told).encode()).hexdigest()


def offer(
    site: Any,
    part: Any,
    text: str,
    group: str,
    who: str,
    now: datetime,
    is_named: bool = False,
) -> Example:
    """Keep an example until an editor decides; raises ``TooManyError``.

    ``group`` is a UID; ``is_named`` tells whether the name of the group may stand with
    it.
    """
    thread = thread_of(part)
    waiting = [each for each in all_examples(site) if not each.editions]
    if (
        sum(each.thread == thread for each in waiting) >= MOST_WAITING
        or sum(each.who == who for each in waiting) >= MOST_WAITING
    ):
        raise TooManyError(thread)
    example = Example(uuid4().hex, thread, text, group, who, now, is_named=is_named)
    keep(site, example)
    return example


def wrong_with(text: str) -> Message | None:
    """Return why a text is no example; nothing when it is one."""
    if not text:
        return NO_TEXT
    return TOO_LONG if len(text) > MOST_CHARACTERS else None


def keep(site: Any, example: Example) -> None:
    """Keep an example as it is now."""
    shelf_to_write(site, EXAMPLES)[example.id] = replace(example, name="")


def forget(site: Any, example: Example) -> None:
    """Forget an example."""
    del shelf(site, EXAMPLES)[example.id]


def shown(site: Any, part: Any) -> list[Example]:
    """Return the examples that readers of a part see; writes nothing."""
    edition = edition_of(part).UID()
    return told([each for each in _of(site, part) if edition in each.editions])


def shown_in(site: Any, edition: str) -> dict[str, list[Example]]:
    """Return what readers of an edition see, by the thread of the part."""
    found: dict[str, list[Example]] = {}
    for each in told(e for e in all_examples(site) if edition in e.editions):
        found.setdefault(each.thread, []).append(each)
    return found


def waiting(site: Any, part: Any) -> list[Example]:
    """Return the examples on which an editor decides, the oldest first."""
    edition = edition_of(part).UID()
    return told(each for each in _of(site, part) if waits_in(each, edition))


def undecided(site: Any, edition: str) -> dict[str, datetime]:
    """Return since when something waits in an edition, by the thread of its part."""
    found: dict[str, datetime] = {}
    for each in all_examples(site):
        if waits_in(each, edition):
            known = found.get(each.thread, each.since)
            found[each.thread] = min(known, each.since)
    return found


def waits_in(example: Example, edition: str) -> bool:
    """Tell whether nothing was decided yet on an example for an edition."""
    return edition not in (*example.editions, *example.without)


def all_examples(site: Any) -> list[Example]:
    """Return all examples as they are kept, the oldest first."""
    found = shelf(site, EXAMPLES).values()
    return sorted(found, key=lambda each: (each.since, each.id))


def told(examples: Iterable[Example]) -> list[Example]:
    """Return examples with the names that may stand with them today."""
    found = list(examples)
    names = public_names({each.group for each in found if each.is_named})
    return [
        replace(each, name=one_line(names.get(each.group, "")) if each.is_named else "")
        for each in found
    ]


def _of(site: Any, part: Any) -> list[Example]:
    thread = thread_of(part)
    return [each for each in all_examples(site) if each.thread == thread]
