"""The due task that makes the books: of what changed, once, never while somebody waits.

It stops after a while and asks to be called again, so that letters go out in between.
"""

from collections.abc import Iterator
from datetime import datetime
from gastvrij import _
from gastvrij.due.one_by_one import one_by_one
from gastvrij.due.task import DueTask
from gastvrij.due.waking import wake_after_commit
from gastvrij.paper.pdf import can_make_pdf
from gastvrij.toolkit.book_contents import BookReader
from gastvrij.toolkit.book_pictures import seen_of
from gastvrij.toolkit.epub import make_epub
from gastvrij.toolkit.failed_books import is_left_alone
from gastvrij.toolkit.failed_books import note_failure
from gastvrij.toolkit.freshness import is_fresh
from gastvrij.toolkit.library import library_of
from gastvrij.toolkit.library import ToolkitLibrary
from gastvrij.toolkit.pdf import make_pdf
from gastvrij.toolkit.shelf import EPUB
from gastvrij.toolkit.shelf import keep_only
from gastvrij.toolkit.shelf import MadeBook
from gastvrij.toolkit.shelf import PDF
from gastvrij.toolkit.shelf import put
from gastvrij.toolkit.shelf import shelf_of
from gastvrij.toolkit.wanted import seen_by_visitors
from gastvrij.toolkit.wanted import Wanted
from gastvrij.toolkit.wanted import wanted_books
from gastvrij.toolkit.wanted import wanted_editions
from time import monotonic
from typing import Any

import dataclasses


# seconds; then others who have something to do come first
PATIENCE = 20
MAKERS = {PDF: make_pdf, EPUB: make_epub}


def make_what_changed(site: Any, now: datetime) -> int:
    """Make the books that are not there, or not right any more; return how many."""
    library = library_of(site)
    if library is None:
        return 0
    wanted = list(_wanted(library, site, now))
    keep_only(library, frozenset(each.uid for _reader, each in wanted))
    due = [
        (reader, each, form)
        for reader, each in wanted
        for form in forms()
        if _is_due(library, each, form) and not is_left_alone(each, form, now)
    ]
    begin = monotonic()
    done = 0
    for number, (reader, each, form) in enumerate(due, 1):
        made = one_by_one([(reader, each, form)], lambda book: _make(library, *book))
        if not made:
            note_failure(each, form, now)
        done += made
        # what fails never keeps the others waiting for their turn
        if done and monotonic() - begin > PATIENCE and number < len(due):
            wake_after_commit()
            break
    if done:
        # pages that tell of it are kept as long as the catalogue stays as it is
        library.reindexObject(idxs=["Title"])
    return done


def forms() -> list[str]:
    """Return the forms in which books can be made on this machine."""
    return [form for form in MAKERS if form != PDF or can_make_pdf()]


make_books = DueTask(
    _("due_make_books", default="Make the toolkit as a file to take along"),
    make_what_changed,
)


def _wanted(
    library: ToolkitLibrary, site: Any, now: datetime
) -> Iterator[tuple[BookReader, Wanted]]:
    for edition in wanted_editions(library):
        reader = BookReader(site, edition, seen_by_visitors(edition), now)
        for wanted in wanted_books(edition, reader.outline):
            yield reader, wanted


def _is_due(library: ToolkitLibrary, wanted: Wanted, form: str) -> bool:
    made = shelf_of(library).get((wanted.uid, form))
    return made is None or not is_fresh(made, wanted)


def _make(
    library: ToolkitLibrary, reader: BookReader, wanted: Wanted, form: str
) -> int:
    book, pictures = reader.book(wanted.uid)
    seen = seen_of(pictures)
    data = MAKERS[form](book)
    stamp = dataclasses.replace(wanted.stamp, pictures=pictures, seen=seen)
    name = f"{wanted.name}.{form}"
    put(library, wanted.uid, form, MadeBook(data, form, name, reader.now, stamp))
    return 1
