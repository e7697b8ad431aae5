"""What becomes of an example: editors decide, and its group can take it back."""

from Acquisition import aq_inner
from Acquisition import aq_parent
from collections.abc import Callable
from dataclasses import replace
from gastvrij.due.waking import wake_after_commit
from gastvrij.toolkit.addenda_decisions import previous_of
from gastvrij.toolkit.contents import CURRENT
from gastvrij.toolkit.contents import PREVIOUS
from gastvrij.toolkit.edition import edition_of
from gastvrij.toolkit.edition import IToolkitEdition
from gastvrij.toolkit.edition import ToolkitEdition
from gastvrij.toolkit.examples import all_examples
from gastvrij.toolkit.examples import Example
from gastvrij.toolkit.examples import forget
from gastvrij.toolkit.examples import keep
from gastvrij.toolkit.examples import shown
from gastvrij.toolkit.examples import waiting
from gastvrij.toolkit.examples import waits_in
from gastvrij.toolkit.keepers import thread_of
from gastvrij.toolkit.library import library_of
from gastvrij.toolkit.part import IToolkitPart
from gastvrij.toolkit.readiness import inside
from plone import api
from typing import Any


Look = Callable[[Any, Any], list[Example]]


def accept(site: Any, part: Any, example_id: str) -> Example | None:
    """Show an example to readers of this edition; nothing when it does not wait."""
    example = _called(waiting, site, part, example_id)
    if example is None:
        return None
    keep(site, _with(example, edition_of(part)))
    show_anew(part)
    return example


def refuse(site: Any, part: Any, example_id: str) -> Example | None:
    """Forget an example that waits; where another edition shows it, it stays."""
    example = _called(waiting, site, part, example_id)
    if example is not None:
        _keep_out(site, example, edition_of(part).UID())
    return example


def take_back(site: Any, part: Any, example_id: str) -> Example | None:
    """Show an example no more in this edition; nothing when readers do not see it."""
    example = _called(shown, site, part, example_id)
    if example is not None:
        edition = edition_of(part).UID()
        left = tuple(each for each in example.editions if each != edition)
        _keep_out(site, replace(example, editions=left), edition)
        show_anew(part)
    return example


def correct(site: Any, part: Any, example_id: str, text: str) -> Example | None:
    """Give an example another text, in every edition that shows it; return it so.

    Nothing when it neither waits nor is shown here. Whether the name of its group may
    stand with it is the group's choice, and stays as it is.
    """
    here = (*waiting(site, part), *shown(site, part))
    example = next((each for each in here if each.id == example_id), None)
    if example is None:
        return None
    corrected = replace(example, text=text)
    keep(site, corrected)
    if corrected.editions:
        show_all_anew(site)
    return corrected


def withdraw(site: Any, example: Example) -> None:
    """Forget an example that its group takes back; no edition shows it any more."""
    forget(site, example)
    if example.editions:
        show_all_anew(site)


def goes_along(site: Any, edition: ToolkitEdition) -> list[Example]:
    """Return the examples of the previous edition that an edition takes along.

    Those on which an editor decided for this edition, and those of a part that is not
    in it, are not among them.
    """
    here, threads = edition.UID(), threads_of(edition)
    return [
        each
        for each in boxed_before(site, edition)
        if waits_in(each, here) and each.thread in threads
    ]


def boxed_before(site: Any, edition: ToolkitEdition) -> list[Example]:
    """Return the examples that readers see in the edition before this one.

    Where it is not said which that is, it is the newest other one that they have.
    """
    before = previous_of(edition) or _newest_read(edition)
    uid = before.UID() if before is not None else ""
    return [each for each in all_examples(site) if uid in each.editions]


def threads_of(edition: ToolkitEdition) -> set[str]:
    """Return by what the parts and addenda of an edition are known, whoever asks."""
    parts = (each for each in inside(edition) if IToolkitPart.providedBy(each))
    return {thread_of(each) for each in parts}


def take_along(site: Any, edition: ToolkitEdition) -> int:
    """Show in an edition what it takes along of the previous one; return how many."""
    found = goes_along(site, edition)
    for each in found:
        keep(site, _with(each, edition))
    return len(found)


def show_anew(content: Any) -> None:
    """Let pages and books be made anew, once others can see the change."""
    # kept pages know the catalogue's counter; this index stays the same
    content.reindexObject(idxs=["getId"])
    wake_after_commit()


def show_all_anew(site: Any) -> None:
    """Let the pages and books of every edition be made anew."""
    library = library_of(site)
    if library is not None:
        show_anew(library)


def _newest_read(edition: ToolkitEdition) -> ToolkitEdition | None:
    library = aq_parent(aq_inner(edition))
    found = [
        each
        for each in library.objectValues()
        if IToolkitEdition.providedBy(each)
        and each.getId() != edition.getId()
        and api.content.get_state(each) in (CURRENT, PREVIOUS)
    ]
    return max(found, key=lambda each: each.number, default=None)


def _called(look: Look, site: Any, part: Any, example_id: str) -> Example | None:
    found = (each for each in look(site, part) if each.id == example_id)
    return next(found, None)


def _with(example: Example, edition: ToolkitEdition) -> Example:
    return replace(example, editions=(*example.editions, edition.UID()))


def _keep_out(site: Any, example: Example, edition: str) -> None:
    """Let an edition go without an example; forget it where no other shows it."""
    if example.editions:
        keep(site, replace(example, without=(*example.without, edition)))
    else:
        forget(site, example)
