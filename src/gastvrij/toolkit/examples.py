"""Practice examples that groups offer to a part, and what editors make of them.

What waits is for editors only, and stands outside the part. Accepted it is shown in
that edition; by the part's lineage it is offered again in the next.
"""

from dataclasses import dataclass
from dataclasses import replace
from datetime import datetime
from gastvrij.directory.taken_out import holds
from gastvrij.directory.taken_out import without
from gastvrij.due.waking import wake_after_commit
from gastvrij.links.shelf import shelf
from gastvrij.links.shelf import shelf_to_write
from gastvrij.toolkit.edition import edition_of
from gastvrij.toolkit.keepers import thread_of
from gastvrij.toolkit.library import library_of
from hashlib import sha256
from typing import Any
from uuid import uuid4


EXAMPLES = "gastvrij.toolkit.examples"
MOST_CHARACTERS = 1500
# more about one part, or of one person, wait until some are decided on
MOST_WAITING = 30


class TooManyError(Exception):
    """So much waits already that the editors come first."""


@dataclass(frozen=True)
class Example:
    """What a group did in practice, told by who speaks for it.

    ``who`` is a user id, for editors only; ``group`` the name that is shown with it,
    empty when the group wants none. ``editions`` are the UIDs of those that show it,
    ``without`` of those for which an editor refused what another edition shows.
    """

    id: str
    thread: str
    text: str
    group: str
    who: str
    since: datetime
    editions: tuple[str, ...] = ()
    without: tuple[str, ...] = ()

    @property
    def paragraphs(self) -> list[str]:
        """The text, a paragraph each."""
        return [part for part in self.text.split("\n\n") if part.strip()]

    @property
    def seal(self) -> str:
        """What names it as readers see it: with another word it is another."""
        told = (self.id, self.text, self.group)
        return sha256(repr(told).encode()).hexdigest()


def offer(
    site: Any, part: Any, text: str, group: str, who: str, now: datetime
) -> Example:
    """Keep an example until an editor decides; raises ``TooManyError``."""
    thread = thread_of(part)
    waiting = [each for each in _all(site) if not each.editions]
    if (
        sum(each.thread == thread for each in waiting) >= MOST_WAITING
        or sum(each.who == who for each in waiting) >= MOST_WAITING
    ):
        raise TooManyError(thread)
    example = Example(uuid4().hex, thread, text, group, who, now)
    shelf_to_write(site, EXAMPLES)[example.id] = example
    return example


def shown(site: Any, part: Any) -> list[Example]:
    """Return the examples that readers of a part see; writes nothing."""
    edition = edition_of(part).UID()
    return [each for each in _of(site, part) if edition in each.editions]


def shown_in(site: Any, edition: str) -> dict[str, list[Example]]:
    """Return what readers of an edition see, by the thread of the part."""
    found: dict[str, list[Example]] = {}
    for each in _all(site):
        if edition in each.editions:
            found.setdefault(each.thread, []).append(each)
    return found


def waiting(site: Any, part: Any) -> list[Example]:
    """Return the examples on which an editor decides, the oldest first."""
    edition = edition_of(part).UID()
    return [
        each
        for each in _of(site, part)
        if edition not in (*each.editions, *each.without)
    ]


def undecided(site: Any, edition: str) -> dict[str, datetime]:
    """Return since when something waits in an edition, by the thread of its part."""
    found: dict[str, datetime] = {}
    for each in _all(site):
        if edition not in (*each.editions, *each.without):
            known = found.get(each.thread, each.since)
            found[each.thread] = min(known, each.since)
    return found


def accept(site: Any, part: Any, example_id: str) -> Example | None:
    """Show an example to readers of this edition; nothing when it does not wait."""
    example = _waiting_called(site, part, example_id)
    if example is None:
        return None
    editions = (*example.editions, edition_of(part).UID())
    shelf_to_write(site, EXAMPLES)[example.id] = replace(example, editions=editions)
    _show_anew(part)
    return example


def refuse(site: Any, part: Any, example_id: str) -> Example | None:
    """Forget an example that waits; where another edition shows it, it stays."""
    example = _waiting_called(site, part, example_id)
    if example is not None:
        _keep_out(site, example, edition_of(part).UID())
    return example


def take_back(site: Any, part: Any, example_id: str) -> Example | None:
    """Show an example no more in this edition; nothing when readers do not see it."""
    example = next((e for e in shown(site, part) if e.id == example_id), None)
    if example is not None:
        edition = edition_of(part).UID()
        left = tuple(each for each in example.editions if each != edition)
        _keep_out(site, replace(example, editions=left), edition)
        _show_anew(part)
    return example


def of_person(site: Any, user_id: str, email: str) -> list[Example]:
    """Return what somebody offered, and what names their address."""
    return [
        each
        for each in _all(site)
        if (user_id and each.who == user_id) or holds(each.text, email)
    ]


def forget_person(site: Any, user_id: str, email: str) -> int:
    """Forget what waits of somebody, and who offered what readers see."""
    found = of_person(site, user_id, email)
    library = library_of(site)
    if library is not None and any(each.editions for each in found):
        _show_anew(library)
    for each in found:
        if each.who == user_id and not each.editions:
            del shelf(site, EXAMPLES)[each.id]
            continue
        who = "" if each.who == user_id else each.who
        text = without(each.text, email)
        shelf_to_write(site, EXAMPLES)[each.id] = replace(each, who=who, text=text)
    return len(found)


def _show_anew(content: Any) -> None:
    """Let pages and books be made anew, once others can see the change."""
    # kept pages know the catalogue's counter; this index stays the same
    content.reindexObject(idxs=["getId"])
    wake_after_commit()


def _keep_out(site: Any, example: Example, edition: str) -> None:
    """Let an edition go without an example; forget it where no other shows it."""
    if example.editions:
        refused = (*example.without, edition)
        shelf_to_write(site, EXAMPLES)[example.id] = replace(example, without=refused)
    else:
        del shelf(site, EXAMPLES)[example.id]


def _waiting_called(site: Any, part: Any, example_id: str) -> Example | None:
    return next((e for e in waiting(site, part) if e.id == example_id), None)


def _of(site: Any, part: Any) -> list[Example]:
    thread = thread_of(part)
    return [each for each in _all(site) if each.thread == thread]


def _all(site: Any) -> list[Example]:
    """Return all examples, the oldest first."""
    found = shelf(site, EXAMPLES).values()
    return sorted(found, key=lambda each: (each.since, each.id))
