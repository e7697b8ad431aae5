"""What the catalogue keeps of the toolkit beside its fields."""

from gastvrij.toolkit.addendum import IToolkitAddendum
from gastvrij.toolkit.chapter import IToolkitChapter
from gastvrij.toolkit.edition import IToolkitEdition
from gastvrij.toolkit.part import IToolkitPart
from gastvrij.values.html import has_words
from plone.indexer import indexer
from plone.uuid.interfaces import IUUID


@indexer(IToolkitAddendum)
def supplements(addendum: IToolkitAddendum) -> str | None:
    """Return the UID of the part to which the addendum belongs."""
    relation = addendum.supplements
    section = relation.to_object if relation is not None else None
    return IUUID(section, None)


@indexer(IToolkitPart)
def file_size(part: IToolkitPart) -> int | None:
    """Return how large the file of a part is that has no text yet."""
    is_a_file = part.file is not None and not has_words(part.text)
    return part.file.getSize() if is_a_file else None


@indexer(IToolkitEdition)
def edition_number(edition: IToolkitEdition) -> int:
    """Return which edition this is."""
    return edition.number


@indexer(IToolkitEdition)
def edition_year(edition: IToolkitEdition) -> int | None:
    """Return the year in which the edition appeared, if that is known."""
    return edition.year


@indexer(IToolkitChapter)
def has_text(chapter: IToolkitChapter) -> bool:
    """Return whether the chapter's own page has something to read."""
    return has_words(chapter.text)
