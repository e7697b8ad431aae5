"""How many of a day's people: for each item, each group, and for whoever cooks."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from gastvrij.networkday.registration import Person
from gastvrij.networkday.roll import Listed
from gastvrij.networkday.roll import plain


@dataclass(frozen=True)
class Answer:
    """What so many people answered, in the words of the first of them."""

    words: str
    number: int


@dataclass(frozen=True)
class Standings:
    """How many people stand where; ``here`` are those who were checked in."""

    kinds: Counter[str]
    here: int

    def of(self, kind: str) -> int:
        """Return how many people stand there."""
        return self.kinds[kind]


def standings(people: Iterable[Listed]) -> Standings:
    """Count where people stand."""
    people = list(people)
    here = sum(each.is_here for each in people)
    return Standings(Counter(each.kind for each in people), here)


def answers(people: Iterable[Person], name: str) -> list[Answer]:
    """Return what those who have a seat answered, the most frequent first.

    ``name`` is ``diet`` or ``access``. Capitals and accents make no other answer.
    """
    given = [getattr(each, name) for each in people if each.is_there]
    keys = Counter(plain(words).strip(" .") for words in given if words)
    first: dict[str, str] = {}
    for words in given:
        first.setdefault(plain(words).strip(" ."), words)
    return [Answer(_sentence(first[k]), number) for k, number in keys.most_common()]


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
