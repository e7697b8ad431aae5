"""What somebody types to look for something in the toolkit: read, and checked."""

from collections.abc import Mapping
from dataclasses import dataclass
from gastvrij import _
from plone.i18n.normalizer.base import baseNormalize
from typing import Any
from unicodedata import normalize
from zope.i18nmessageid import Message

import re


MOST_CHARACTERS = 100
WORD = re.compile(r"\w+")
SUCH_AS = re.compile(r"['’]s\b")
LATIN = range(0x41, 0x250)
# what a question is made of beside what it is about
SAID_BESIDE = (
    "aan als bij dat de der die dit door een en er het hij hoe ik in is je kan met mijn"
    " naar niet nog of om onze ook op over s te tot uit van voor waar wat we wie wij"
    " worden wordt ze zijn zij"
)
STOP_WORDS = frozenset(SAID_BESIDE.split())

TOO_LONG = _(
    "error_search_long",
    default="That is too long to look for. Type a few words, in at most ${most}"
    " characters.",
    mapping={"most": MOST_CHARACTERS},
)
NO_WORD = _(
    "error_search_no_word",
    default="Type a word that says what you look for, for instance “rent”.",
)


@dataclass(frozen=True, slots=True)
class AskedWords:
    """What was typed, and the words that count: small letters, without accents.

    ``mistake`` says why nothing is looked for; it is empty when nothing was typed.
    """

    typed: str = ""
    words: tuple[str, ...] = ()
    mistake: Message | None = None

    @property
    def is_about_person(self) -> bool:
        """Whether it looks like an address or a number of somebody."""
        digits = sum(character.isdecimal() for character in self.typed)
        return "@" in self.typed or digits > 5


def read_words(form: Mapping[str, Any]) -> AskedWords:
    """Return what a request looks for with ``q``; it may hold anything.

    What cannot be seen counts as a space, and signs count for nothing.
    """
    sent = form.get("q", "")
    if not isinstance(sent, str):
        return AskedWords(mistake=NO_WORD)
    if len(sent) > MOST_CHARACTERS:
        return AskedWords(typed=_visible(sent[:MOST_CHARACTERS]), mistake=TOO_LONG)
    typed = _visible(sent)
    words = words_of(typed)
    is_wrong = bool(sent) and not words
    return AskedWords(typed, words, NO_WORD if is_wrong else None)


def words_of(text: str) -> tuple[str, ...]:
    """Return the words that say what a question is about, each once."""
    words = dict.fromkeys(fold(w) for w in WORD.findall(SUCH_AS.sub("", text)))
    return tuple(word for word in words if word and word not in STOP_WORDS)


def fold(word: str) -> str:
    """Return a word as the catalogue's index has it: small letters, no accents."""
    word = normalize("NFKC", word)
    if word and ord(word[0]) in LATIN:
        word = "".join(WORD.findall(baseNormalize(word)))
    return word.lower()


def _visible(text: str) -> str:
    seen = (each if each.isprintable() else " " for each in text)
    return " ".join("".join(seen).split())
