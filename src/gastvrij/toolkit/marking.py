"""The words that somebody looked for, marked where they stand in a text."""

from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from gastvrij.toolkit.asked_words import fold
from gastvrij.toolkit.asked_words import WORD
from gastvrij.toolkit.word_forms import WordForms
from gastvrij.values.html import tree_of
from html import escape
from itertools import islice


# how many characters of a text show where the words stand
SNIPPET = 200
BEFORE = 50
# how many places in a text are compared
MOST_PLACES = 200
UNREAD = ".//script | .//style | .//comment()"
BLOCKS = ("p", "li", "td", "th", "dt", "dd", "div", "br")
HEADINGS = ("h1", "h2", "h3", "h4")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a word stands in a text, and which of those asked it is."""

    start: int
    end: int
    word: int


def marked(text: str, words: Sequence[WordForms]) -> str:
    """Return a plain text as safe HTML, with the words in ``mark``."""
    pieces, end = [], 0
    for place in _places(text, words):
        pieces.append(escape(text[end : place.start]))
        pieces.append(f"<mark>{escape(text[place.start : place.end])}</mark>")
        end = place.end
    return "".join((*pieces, escape(text[end:])))


def snippet(text: str, words: Sequence[WordForms]) -> str:
    """Return the piece of a plain text with most of the words, as safe HTML.

    It is empty where the text has none of them.
    """
    places = list(islice(_places(text, words), MOST_PLACES))
    if not places:
        return ""
    start = _start_of_word(text, max(0, _best(places).start - BEFORE))
    end = _end_of_word(text, min(len(text), start + SNIPPET))
    before = "… " if start else ""
    after = " …" if end < len(text) else ""
    return f"{before}{marked(text[start:end].strip(), words)}{after}"


def plain(text: str) -> str:
    """Return the words of an HTML text in one line; nothing of it is HTML any more."""
    body = tree_of(text)
    for element in body.xpath(UNREAD):
        element.drop_tree()
    for element in body.iter(*BLOCKS):
        element.text = f" {element.text or ''}"
        element.tail = f" {element.tail or ''}"
    for element in body.iter(*HEADINGS):
        element.text = f" {element.text or ''}"
        element.tail = f" – {element.tail or ''}"
    return " ".join(body.text_content().split())


def _best(places: list[Place]) -> Place:
    """Return from where on a snippet has most of the different words."""

    def count(first: Place) -> int:
        reach = first.start + SNIPPET - BEFORE
        return len({p.word for p in places if first.start <= p.start and p.end < reach})

    return max(places, key=count)


def _places(text: str, words: Sequence[WordForms]) -> Iterator[Place]:
    for found in WORD.finditer(text):
        folded = fold(found.group())
        for number, word in enumerate(words):
            if word.fits(folded):
                yield Place(found.start(), found.end(), number)
                break


def _start_of_word(text: str, start: int) -> int:
    if start == 0:
        return 0
    space = text.find(" ", start, start + BEFORE)
    return start if space < 0 else space + 1


def _end_of_word(text: str, end: int) -> int:
    if end == len(text):
        return end
    space = text.rfind(" ", end - BEFORE, end)
    return end if space < 0 else space
