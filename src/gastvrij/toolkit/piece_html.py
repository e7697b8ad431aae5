"""A piece of a book as HTML: the same elements in a PDF and in an EPUB."""

from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Mapping
from gastvrij import _
from gastvrij.toolkit.book import ADDENDUM
from gastvrij.toolkit.book import CHAPTER
from gastvrij.toolkit.book import InPractice
from gastvrij.toolkit.book import Piece
from gastvrij.toolkit.book import Source
from gastvrij.values.checks import is_web_address
from gastvrij.values.refusal import Refused
from lxml import etree
from lxml.builder import E
from typing import Any
from zope.i18n import translate
from zope.i18nmessageid import Message


LOWEST = 6
HEADINGS = {f"h{level}": level for level in range(2, LOWEST + 1)}

Say = Callable[[Message], str]


def sayer(language: str) -> Say:
    """Return what writes a message in the language of a book."""
    return lambda message: translate(message, target_language=language)


def checked_line(piece: Piece) -> Message:
    """Return when a piece was checked, as a message."""
    if piece.checked_on is None:
        return _("not_checked_yet", default="Not checked yet")
    mapping = {"day": piece.checked_on}
    return _("checked_on_day", default="Checked on ${day}", mapping=mapping)


def section_of(
    piece: Piece, level: int, places: Mapping[str, str], language: str
) -> etree._Element:
    """Return a piece with all below it; its heading has this ``level``.

    ``places`` leads from addresses on the site to places in the book.
    """
    say = sayer(language)
    section = E.section(_head(piece, level, say))
    section.attrib.update({"class": piece.kind, "id": piece.id})
    section.extend(text_of(piece.html, level - 1, places))
    if piece.file is not None:
        section.append(_file(piece, say))
    for each in piece.pieces:
        section.append(section_of(each, level + 1, places, language))
    if piece.examples:
        section.append(_examples(piece.examples, level + 1, say))
    if piece.sources:
        section.append(_sources(piece.sources, level + 1, say))
    return section


def text_of(html: str, lower: int, places: Mapping[str, str]) -> list[etree._Element]:
    """Return a text with its headings so much lower, and its links in the book."""
    body = etree.fromstring(f"<div>{html}</div>")
    for element in body.iter(*HEADINGS):
        element.tag = f"h{min(LOWEST, HEADINGS[element.tag] + lower)}"
    for link in body.iter("a"):
        link_within(link, places)
    if (body.text or "").strip():
        first = E.p(body.text.strip())
        body.insert(0, first)
    return list(body)


def link_within(link: etree._Element, places: Mapping[str, str]) -> None:
    """Let a link to a piece of the book lead to its place in it."""
    place = places.get(link.get("href", "").partition("#")[0].rstrip("/"))
    if place:
        link.set("href", place)


def _heading(level: int, *inside: str) -> etree._Element:
    return E(f"h{min(level, LOWEST)}", *inside)


def _head(piece: Piece, level: int, say: Say) -> etree._Element:
    heading = _heading(level)
    number = E.span({"class": "number"})
    if piece.kind == ADDENDUM:
        number.text = f"{say(_('word_addendum', default='Addendum'))}:"
    elif piece.number:
        number.text = piece.number
    if number.text:
        number.tail = f" {piece.title}"
        heading.append(number)
    else:
        heading.text = piece.title
    return E.header(heading, *_below_title(piece, say))


def _below_title(piece: Piece, say: Say) -> Iterator[etree._Element]:
    if piece.lead:
        yield E.p({"class": "lead"}, piece.lead)
    if piece.kind == CHAPTER:
        return
    words = [say(checked_line(piece))]
    if piece.check_by:
        mapping = {"day": piece.check_by}
        words.append(
            say(_("book_check_by", default="to be checked by ${day}", mapping=mapping))
        )
    if piece.date:
        mapping = {"day": piece.date}
        words.insert(0, say(_("addendum_of_day", default="of ${day}", mapping=mapping)))
    yield E.p({"class": "checked"}, " · ".join(words))


def _file(piece: Piece, say: Say) -> etree._Element:
    """Return where to find the file, which is not in the book."""
    size = piece.file.size if piece.file else ""
    if piece.html:
        words = _(
            "book_file_too",
            default="There is a file with this part (pdf, ${size}). You find it on:",
            mapping={"size": size},
        )
    else:
        words = _(
            "book_file_only",
            default="This part is not a text yet. It is a file (pdf, ${size}), which"
            " you find on:",
            mapping={"size": size},
        )
    link = E.a({"href": piece.url, "class": "address"}, piece.url)
    return E.p({"class": "file"}, f"{say(words)} ", link)


def _examples(examples: tuple[InPractice, ...], level: int, say: Say) -> etree._Element:
    words = say(_("heading_examples", default="Examples from practice"))
    boxes = [_example(example, say) for example in examples]
    return E.section({"class": "examples"}, _heading(level, words), *boxes)


def _example(example: InPractice, say: Say) -> etree._Element:
    nameless = _("example_of_a_group", default="A member group")
    group = E.p({"class": "group"}, example.group or say(nameless))
    return E.div({"class": "example"}, *map(E.p, example.paragraphs), group)


def _sources(sources: tuple[Source, ...], level: int, say: Say) -> etree._Element:
    words = say(_("label_sources", default="Sources"))
    items = [E.li(*_source(source, say)) for source in sources]
    return E.section({"class": "sources"}, _heading(level, words), E.ul(*items))


def _source(source: Source, say: Say) -> Iterator[Any]:
    yield source.title
    if source.url and _leads(source.url):
        yield " "
        yield E.a({"href": source.url, "class": "address"}, source.url)
    elif source.url:
        yield f" ({source.url})"
    if source.seen_on:
        mapping = {"day": source.seen_on}
        message = _("seen_on_day", default="seen on ${day}", mapping=mapping)
        yield f", {say(message)}"


def _leads(address: str) -> bool:
    try:
        return is_web_address(address)
    except Refused:
        return False
