"""What stands in the toolkit for whoever is looking: editions and their contents.

Pages, REST services, downloads and checks all ask here, so that they tell the same.
One catalogue query per edition, with the visitor's own rights; working copies and
what is in the archive are left out, and no part is woken. The answer is kept for all
who see the same, until something is indexed.
"""

from collections import defaultdict
from dataclasses import dataclass
from gastvrij.directory.kept import Kept
from gastvrij.directory.kept import sight
from gastvrij.toolkit.edition import ToolkitEdition
from gastvrij.toolkit.heirs import line_of
from gastvrij.toolkit.library import ToolkitLibrary
from gastvrij.toolkit.outline import Entry
from gastvrij.toolkit.outline import Outline
from gastvrij.toolkit.outline import outline
from plone import api
from plone.app.iterate.interfaces import IWorkingCopy
from typing import Any
from urllib.parse import quote


KINDS = ["ToolkitChapter", "ToolkitSection", "ToolkitAddendum"]
NO_WORKING_COPIES = {"not": IWorkingCopy.__identifier__}

CURRENT = "current"
PREVIOUS = "previous"
IN_PREPARATION = "in_preparation"
WITHDRAWN = "withdrawn"

_OUTLINES: Kept[Outline] = Kept(most=32)
_EDITIONS: Kept["tuple[EditionEntry, ...]"] = Kept(most=32)


@dataclass(frozen=True)
class EditionEntry:
    """An edition, as a list of editions needs it."""

    uid: str
    id: str
    number: int
    title: str
    year: int | None
    url: str
    state: str


def contents(edition: ToolkitEdition) -> Outline:
    """Return the chapters, parts and addenda of an edition that the visitor may see.

    For a visitor that is what is published; editors also see drafts, without a number.
    """
    url = edition.absolute_url()
    return _OUTLINES.get(edition, lambda: _contents(edition), url, sight())


def editions(library: ToolkitLibrary) -> list[EditionEntry]:
    """Return the editions that the visitor may see, newest first."""
    url = library.absolute_url()
    return list(_EDITIONS.get(library, lambda: _editions(library), url, sight()))


def current_edition(library: ToolkitLibrary) -> EditionEntry | None:
    """Return the edition that is in force, if there is one."""
    return next((e for e in editions(library) if e.state == CURRENT), None)


def same_part(lineage: str | None, library: ToolkitLibrary) -> Entry | None:
    """Return the part of the current edition that has the same lineage.

    Where there is none, that is the part which took it up.
    """
    current = current_edition(library)
    if current is None or not lineage:
        return None
    return part_with(lineage, contents(library[current.id]))


def part_with(lineage: str, outline: Outline) -> Entry | None:
    """Return the part of an edition with a lineage, else the one that took it up."""
    parts = outline.parts()
    for each in line_of(api.portal.get(), lineage):
        found = next((part for part in parts if part.lineage == each), None)
        if found is not None:
            return found
    return None


def same_chapter(chapter: Entry, library: ToolkitLibrary) -> Entry | None:
    """Return the chapter of the current edition that took over most of one's parts.

    A chapter of which no part went on leads to the one with its name, if there is one.
    """
    current = current_edition(library)
    if current is None:
        return None
    lineages = {part.lineage for part in chapter.parts if part.lineage}

    def likeness(other: Entry) -> tuple[int, bool]:
        taken = sum(part.lineage in lineages for part in other.parts)
        return taken, other.id == chapter.id

    chapters = contents(library[current.id]).chapters
    likest = max(chapters, key=likeness, default=None)
    return likest if likest and any(likeness(likest)) else None


def _contents(edition: ToolkitEdition) -> Outline:
    found = _found(edition)
    chapters = _in_order(edition, found["", "ToolkitChapter"])
    return outline(
        chapters,
        {
            chapter.uid: _in_order(
                edition[chapter.id], found[chapter.id, "ToolkitSection"]
            )
            for chapter in chapters
        },
        _in_order(edition, found["", "ToolkitAddendum"]),
    )


def _editions(library: ToolkitLibrary) -> tuple[EditionEntry, ...]:
    brains = api.portal.get_tool("portal_catalog")(
        path={"query": "/".join(library.getPhysicalPath()), "depth": 1},
        portal_type="ToolkitEdition",
        object_provides=NO_WORKING_COPIES,
    )
    found = [
        EditionEntry(
            uid=brain.UID,
            id=brain.getId,
            number=brain.edition_number,
            title=brain.Title,
            year=brain.edition_year or None,
            url=brain.getURL(),
            state=brain.review_state,
        )
        for brain in brains
    ]
    return tuple(sorted(found, key=lambda edition: edition.number, reverse=True))


def _found(edition: ToolkitEdition) -> defaultdict[tuple[str, str], dict[str, Entry]]:
    """Return entries by id, keyed on the id of their container and their type.

    The catalogue's own order by position asks every container for every child, and its
    addresses are built name by name: with 300 parts that is most of the time of a page.
    """
    path = "/".join(edition.getPhysicalPath())
    url = edition.absolute_url()
    found: defaultdict[tuple[str, str], dict[str, Entry]] = defaultdict(dict)
    for brain in api.portal.get_tool("portal_catalog")(
        path=path,
        portal_type=KINDS,
        review_state={"not": "archived"},
        object_provides=NO_WORKING_COPIES,
    ):
        inside = brain.getPath()[len(path) :]
        container, _slash, name = inside.rpartition("/")
        key = container.lstrip("/"), brain.portal_type
        found[key][name] = _entry(brain, name, f"{url}{quote(inside)}")
    return found


def _in_order(container: Any, entries: dict[str, Entry]) -> list[Entry]:
    return [entries[name] for name in container.objectIds() if name in entries]


def _entry(brain: Any, name: str, url: str) -> Entry:
    return Entry(
        uid=brain.UID,
        id=name,
        title=brain.Title,
        url=url,
        state=brain.review_state,
        description=brain.Description or "",
        short_title=brain.short_title or None,
        checked_on=brain.checked_on or None,
        check_interval=brain.check_interval or "",
        lineage=brain.lineage or None,
        has_text=brain.portal_type != "ToolkitChapter" or bool(brain.has_text),
        file_size=brain.file_size or None,
        supplements=brain.supplements or None,
        modified=float(brain.modified),
    )
