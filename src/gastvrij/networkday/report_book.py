"""A report book as plain values: all that its pages are made from."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from datetime import datetime
from datetime import UTC
from gastvrij.paper.picture import Picture
from hashlib import sha256


LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Shown:
    """A picture in the book: its name there, and what can be seen in it."""

    name: str
    alt: str


@dataclass(frozen=True)
class Chapter:
    """What one item left behind; ``about`` are words such as its round and room."""

    id: str
    title: str
    about: tuple[str, ...]
    speakers: tuple[tuple[str, str], ...]
    insights: tuple[str, ...]
    tips: tuple[str, ...]
    signal: str
    pictures: tuple[Shown, ...]
    names: tuple[str, ...]


@dataclass(frozen=True)
class Line:
    """An item in the programme of the book; ``chapter`` is the id of its notes."""

    title: str
    about: tuple[str, ...]
    speakers: tuple[tuple[str, str], ...]
    chapter: str
    is_break: bool


@dataclass(frozen=True)
class Part:
    """What ran side by side."""

    hours: str
    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Report:
    """The report book of a day; all words are in its ``language``.

    ``facts`` are label and value; ``made`` is aware. ``pictures`` are by their name.
    """

    title: str
    site: str
    url: str
    language: str
    made: datetime
    when: str
    place: str
    series: str
    together: str
    lead: str
    facts: tuple[tuple[str, str], ...]
    foreword: tuple[str, ...]
    programme: tuple[Part, ...]
    chapters: tuple[Chapter, ...]
    questions: str
    pictures: Mapping[str, Picture] = field(default_factory=dict)

    @property
    def seal(self) -> str:
        """What it is known by: it changes when what readers see changes."""
        told = repr(replace(self, made=LONG_AGO, pictures={}))
        return sha256(told.encode()).hexdigest()
