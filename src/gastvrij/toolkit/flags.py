"""What readers doubt: a kind, a heading, perhaps a line; nothing about the reader.

It is for editors only, stands outside the parts, and is gone when it was handled.
"""

from collections import Counter
from dataclasses import dataclass
from dataclasses import replace
from datetime import datetime
from gastvrij import _
from gastvrij.directory.taken_out import holds
from gastvrij.directory.taken_out import without
from gastvrij.due.task import DueTask
from gastvrij.links.shelf import shelf
from gastvrij.links.shelf import shelf_to_write
from gastvrij.privacy.retention import is_over
from gastvrij.toolkit.keepers import thread_of
from typing import Any
from uuid import uuid4


FLAGS = "gastvrij.toolkit.flags"
KINDS = ("amount", "term", "link", "law", "other")
MOST_CHARACTERS = 300
# more about one part tell an editor nothing new
MOST_OPEN = 100


@dataclass(frozen=True)
class Flag:
    """A doubt about what stands under a heading; without one about the whole part.

    ``thread`` is that of the part, so that a doubt is found back in the next edition.
    """

    id: str
    thread: str
    heading: str
    title: str
    kind: str
    line: str
    since: datetime


def doubt(
    site: Any, part: Any, heading: tuple[str, str], kind: str, line: str, now: datetime
) -> None:
    """Keep what a reader doubts; ``heading`` is its id and its words.

    Nothing happens when very much waits already.
    """
    thread = thread_of(part)
    if len(flags_of(site, thread)) >= MOST_OPEN:
        return
    flag = Flag(uuid4().hex, thread, *heading, kind, line[:MOST_CHARACTERS], now)
    shelf_to_write(site, FLAGS)[flag.id] = flag


def flags_of(site: Any, thread: str) -> list[Flag]:
    """Return what readers doubt of a part, the oldest first; writes nothing."""
    found = [flag for flag in shelf(site, FLAGS).values() if flag.thread == thread]
    return sorted(found, key=lambda flag: (flag.since, flag.id))


def counted(site: Any) -> Counter[str]:
    """Return how many doubts wait, by the thread of their part."""
    return Counter(flag.thread for flag in shelf(site, FLAGS).values())


def doubted_since(site: Any) -> dict[str, datetime]:
    """Return the moment of the oldest doubt that waits, by the thread of its part."""
    found: dict[str, datetime] = {}
    for flag in shelf(site, FLAGS).values():
        found[flag.thread] = min(flag.since, found.get(flag.thread, flag.since))
    return found


def handle(site: Any, part: Any, flag_id: str) -> bool:
    """Forget a doubt about a part that was handled; return whether it was there."""
    flags = shelf(site, FLAGS)
    flag = flags.get(flag_id)
    if flag is None or flag.thread != thread_of(part):
        return False
    del flags[flag_id]
    return True


def hand_on(site: Any, thread: str, heir: str) -> None:
    """Let what readers doubt of one part be asked of the part that took it up."""
    for flag in flags_of(site, thread):
        shelf_to_write(site, FLAGS)[flag.id] = replace(flag, thread=heir)


def forget_flags(site: Any, now: datetime) -> int:
    """Forget what nobody handled in all the time that things are kept."""
    flags = shelf(site, FLAGS)
    over = [key for key, flag in flags.items() if is_over("closed", flag.since, now)]
    for key in over:
        del flags[key]
    return len(over)


FORGET = DueTask(
    _("due_toolkit_flags", default="Forget what readers doubted long ago"),
    forget_flags,
)


def flags_that_name(site: Any, email: str) -> list[Flag]:
    """Return the doubts of which the line names an address."""
    return [flag for flag in shelf(site, FLAGS).values() if holds(flag.line, email)]


def take_out(site: Any, email: str) -> int:
    """Take an address out of what readers wrote; return out of how many lines."""
    found = flags_that_name(site, email)
    for flag in found:
        line = without(flag.line, email)
        shelf_to_write(site, FLAGS)[flag.id] = replace(flag, line=line)
    return len(found)
