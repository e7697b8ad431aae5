"""Finding parts and addenda of an edition by the words in them.

A few questions to the catalogue, with the reader's own rights: what stands in the
edition (``contents``), and what of it has the words. No part is woken.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from gastvrij.toolkit.asked_words import fold
from gastvrij.toolkit.asked_words import WORD
from gastvrij.toolkit.contents import contents
from gastvrij.toolkit.contents import KINDS
from gastvrij.toolkit.edition import ToolkitEdition
from gastvrij.toolkit.outline import Entry
from gastvrij.toolkit.outline import Outline
from gastvrij.toolkit.short_addresses import find
from gastvrij.toolkit.word_forms import forms_of
from gastvrij.toolkit.word_forms import SHORTEST_BEGINNING
from gastvrij.toolkit.word_forms import SHORTEST_STEM
from gastvrij.toolkit.word_forms import WordForms
from plone import api
from Products.ZCTextIndex.ParseTree import ParseError


ALL, ANY = " AND ", " OR "
# from how many letters on a word may begin a longer one, and how many must be there
WAYS = ((SHORTEST_BEGINNING, ALL), (SHORTEST_STEM, ALL), (SHORTEST_BEGINNING, ANY))

CHAPTER = "chapter"
PART = "part"
ADDENDUM = "addendum"


@dataclass(frozen=True)
class Hit:
    """Something that was found.

    ``path`` are the names that lead to it in the edition; ``part`` is what an addendum
    belongs to.
    """

    kind: str
    entry: Entry
    path: tuple[str, ...]
    part: Entry | None = None


@dataclass(frozen=True)
class Found:
    """What was found, the best first, and the words by which.

    ``is_loose`` tells that nothing has all words, and these have some of them.
    """

    hits: tuple[Hit, ...] = ()
    words: tuple[WordForms, ...] = ()
    is_loose: bool = False


def search(edition: ToolkitEdition, typed: str, words: tuple[str, ...]) -> Found:
    """Return what of an edition its reader may see and has the words.

    ``words`` are those of ``asked_words``. A number ("3.6") leads to the part that has
    it. Else all words have to be there, in any form, or as the beginning of a longer
    one; where nothing has them all, what has some of them is found.
    """
    outline = contents(edition)
    numbered = find(outline, typed.lower().split())
    if numbered is not None:
        hits = tuple(hit for hit in _all(outline) if hit.entry.uid == numbered.uid)
        return Found(hits)
    for shortest, joint in WAYS:
        forms = tuple(forms_of(word, shortest) for word in words)
        hits = _hits(edition, outline, forms, joint)
        if hits:
            return Found(hits, forms, is_loose=joint == ANY)
    return Found()


def _hits(
    edition: ToolkitEdition, outline: Outline, words: tuple[WordForms, ...], joint: str
) -> tuple[Hit, ...]:
    """Return what has the words: as whole words first, then in the title."""
    order = _in_order(edition, joint.join(map(_query, words)))
    if not order:
        return ()
    whole = _in_order(edition, joint.join(map(_query_whole, words)))
    hits = [hit for hit in _all(outline) if hit.entry.uid in order]

    def place(hit: Hit) -> tuple[bool, int, int]:
        titled = [fold(word) for word in WORD.findall(hit.entry.title)]
        said = sum(any(map(word.fits, titled)) for word in words)
        return hit.entry.uid not in whole, -said, order[hit.entry.uid]

    return tuple(sorted(hits, key=place))


def _in_order(edition: ToolkitEdition, query: str) -> dict[str, int]:
    """Return what has the words, by its UID: its place among the best answers."""
    try:
        brains = api.portal.get_tool("portal_catalog")(
            path="/".join(edition.getPhysicalPath()),
            portal_type=KINDS,
            SearchableText=query,
        )
    except ParseError:
        return {}
    return {brain.UID: place for place, brain in enumerate(brains)}


def _query_whole(word: WordForms) -> str:
    """Return how the index is asked for a word; in quotes "not" is a word too."""
    forms = (f'"{form}"' for form in sorted(word.forms))
    return f"({' OR '.join(forms)})"


def _query(word: WordForms) -> str:
    """Return how it is asked for a word, and for those that begin with it."""
    begun = (f"{beginning}*" for beginning in word.beginnings)
    return f"({' OR '.join((_query_whole(word), *begun))})"


def _all(outline: Outline) -> Iterator[Hit]:
    """Walk through all that can be found, in reading order."""
    for chapter in outline.chapters:
        yield Hit(CHAPTER, chapter, (chapter.id,))
        for part in chapter.parts:
            yield Hit(PART, part, (chapter.id, part.id))
    parts = {part.uid: part for part in outline.parts()}
    for addendum in outline.addenda:
        supplemented = parts.get(addendum.supplements or "")
        yield Hit(ADDENDUM, addendum, (addendum.id,), supplemented)
