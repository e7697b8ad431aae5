"""Which books there should be: one of each edition, chapter and part that visitors see.

Each has a stamp, which changes with all that a visitor would read in it. Finding that
out costs one look into the catalogue for an edition, and wakes no part.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from gastvrij.directory.kept import Kept
from gastvrij.due.public_address import public_url
from gastvrij.toolkit.book import CHAPTER
from gastvrij.toolkit.book import EDITION
from gastvrij.toolkit.book import PART
from gastvrij.toolkit.contents import contents
from gastvrij.toolkit.contents import CURRENT
from gastvrij.toolkit.contents import editions
from gastvrij.toolkit.contents import PREVIOUS
from gastvrij.toolkit.edition import ToolkitEdition
from gastvrij.toolkit.library import ToolkitLibrary
from gastvrij.toolkit.outline import Entry
from gastvrij.toolkit.outline import Outline
from gastvrij.toolkit.shelf import Stamp
from gastvrij.toolkit.stamps import Stamps
from gastvrij.toolkit.stamps import title_of_site
from gastvrij.toolkit.visitor import as_visitor
from plone import api
from plone.i18n.normalizer import idnormalizer


LONGEST_NAME = 70

# the books of some editions, as long as the catalogue stays as it is
KEPT: Kept[dict[str, "Wanted"]] = Kept(8)


@dataclass(frozen=True)
class Wanted:
    """A book that visitors may have.

    ``name`` is that of its file, without ending: "toolkit-2-3.6-gezondheidszorg".
    """

    uid: str
    kind: str
    name: str
    stamp: Stamp


def wanted_editions(library: ToolkitLibrary) -> list[ToolkitEdition]:
    """Return the editions of which there are books, the current one first."""
    with as_visitor():
        found = [e for e in editions(library) if e.state in (CURRENT, PREVIOUS)]
    found.sort(key=lambda edition: edition.state != CURRENT)
    return [library[edition.id] for edition in found]


def seen_by_visitors(edition: ToolkitEdition) -> Outline:
    """Return what visitors see of an edition; empty before it was published."""
    if api.content.get_state(edition) not in (CURRENT, PREVIOUS):
        return Outline()
    with as_visitor():
        return contents(edition)


def wanted_books(edition: ToolkitEdition, outline: Outline) -> Iterator[Wanted]:
    """Return the books of an edition: itself, its chapters, all its parts."""
    chapters = [chapter for chapter in outline.chapters if chapter.number]
    if not chapters:
        return
    stamps = Stamps(edition)
    yield _whole(stamps, chapters)
    for chapter in chapters:
        yield _chapter(stamps, chapter)
    for chapter in chapters:
        for part in chapter.parts:
            yield _part(stamps, chapter, part)


def wanted_book(edition: ToolkitEdition, uid: str) -> Wanted | None:
    """Return the book of an edition, or of a chapter or part in it, by its UID."""
    site = api.portal.get()
    state = api.content.get_state(edition)

    def make() -> dict[str, Wanted]:
        books = wanted_books(edition, seen_by_visitors(edition))
        return {book.uid: book for book in books}

    return KEPT.get(edition, make, state, public_url(site), title_of_site()).get(uid)


def _whole(stamps: Stamps, chapters: list[Entry]) -> Wanted:
    edition = stamps.edition
    uid, changed = edition.UID(), float(edition.modified())
    stamp = stamps.of(EDITION, chapters, {uid}, changed)
    return Wanted(uid, EDITION, _name(edition.title), stamp)


def _chapter(stamps: Stamps, chapter: Entry) -> Wanted:
    name = f"toolkit-{stamps.edition.number}-{chapter.number}-{_name(chapter.title)}"
    return Wanted(chapter.uid, CHAPTER, name, stamps.of(CHAPTER, [chapter]))


def _part(stamps: Stamps, chapter: Entry, part: Entry) -> Wanted:
    name = f"toolkit-{stamps.edition.number}-{part.number}-{_name(part.title)}"
    return Wanted(part.uid, PART, name, stamps.of(PART, [part], {chapter.uid}))


def _name(title: str) -> str:
    """Return a title as part of the name of a file: "tweede-editie"."""
    return idnormalizer.normalize(title, max_length=LONGEST_NAME) or "toolkit"
