"""What is kept of who offered an example from practice, and for how long."""

from dataclasses import replace
from datetime import datetime
from gastvrij import _
from gastvrij.directory.contacts import organisations_of
from gastvrij.directory.taken_out import holds
from gastvrij.directory.taken_out import without
from gastvrij.due.task import DueTask
from gastvrij.privacy.retention import is_over
from gastvrij.toolkit.edition import IToolkitEdition
from gastvrij.toolkit.example_decisions import show_all_anew
from gastvrij.toolkit.examples import all_examples
from gastvrij.toolkit.examples import Example
from gastvrij.toolkit.examples import forget
from gastvrij.toolkit.examples import keep
from gastvrij.toolkit.library import library_of
from typing import Any


def of_person(site: Any, user_id: str, email: str) -> list[Example]:
    """Return what somebody offered, and what names their address."""
    return [
        each
        for each in all_examples(site)
        if (user_id and each.who == user_id) or holds(each.text, email)
    ]


def forget_person(site: Any, user_id: str, email: str) -> int:
    """Forget what somebody offered, and their address in what others did.

    What readers see of it is gone as well.
    """
    found = of_person(site, user_id, email)
    for each in found:
        if user_id and each.who == user_id:
            forget(site, each)
        else:
            keep(site, replace(each, text=without(each.text, email)))
    if any(each.editions for each in found):
        show_all_anew(site)
    return len(found)


def forget_examples(site: Any, now: datetime) -> int:
    """Forget examples that no reader sees, and who offered those that readers see.

    The first a while after they were offered, whether an editor did not decide or their
    part or edition is gone; the second when that person speaks for the group no longer.
    """
    editions, count = _editions(site), 0
    for each in all_examples(site):
        if not is_over("closed", each.since, now):
            continue
        if editions.isdisjoint(each.editions):
            forget(site, each)
            count += 1
        elif each.who and not _speaks(site, each):
            keep(site, replace(each, who=""))
            count += 1
    return count


FORGET = DueTask(
    _(
        "due_toolkit_examples",
        default="Forget examples for the toolkit that nobody reads",
    ),
    forget_examples,
)


def _editions(site: Any) -> set[str]:
    library = library_of(site)
    things = library.objectValues() if library is not None else ()
    return {each.UID() for each in things if IToolkitEdition.providedBy(each)}


def _speaks(site: Any, example: Example) -> bool:
    own = organisations_of(site, example.who)
    return any(group.UID() == example.group for group in own)
