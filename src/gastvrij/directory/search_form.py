"""The form by which somebody looks for a group, filled in with what was asked."""

from collections.abc import Callable
from collections.abc import Iterable
from dataclasses import dataclass
from gastvrij import _
from gastvrij.directory.language_names import name_in
from gastvrij.directory.vocabularies import ACTIVITIES
from gastvrij.directory.vocabularies import TARGET_GROUPS
from gastvrij.directory.wishes import Wishes
from zope.i18nmessageid import Message


# a wish for this one leaves out nobody, so it is offered to whoever asked it only
EVERYONE = "everyone"


@dataclass(frozen=True, slots=True)
class Option:
    """One of the choices, with the word that a reader sees."""

    value: str
    word: Message | str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Choices:
    """Choices of which any number may be ticked, under one name."""

    name: str
    legend: Message
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A link to another question, for whoever found too little."""

    url: str
    word: Message | str


def radius_options(choices: Iterable[int], radius: int) -> list[Option]:
    """Return the distances to choose from, with the one that is asked among them."""
    return [
        Option(str(km), _up_to(km), km == radius) for km in sorted({*choices, radius})
    ]


def choices_of(
    wishes: Wishes, spoken: Iterable[str], language: str
) -> tuple[Choices, ...]:
    """Return what can be asked of the groups.

    ``spoken`` are the codes of the languages that groups speak; they are named in
    ``language``, and offered by name.
    """
    targets = [
        (code, word)
        for code, word in TARGET_GROUPS
        if code != EVERYONE or code in wishes.target
    ]
    names = [(code, name_in(language, code)) for code in {*spoken, *wishes.language}]
    return (
        _choices(
            "activity",
            _("legend_activities", default="What does the group help with?"),
            ACTIVITIES,
            wishes.activity,
        ),
        _choices(
            "language",
            _("legend_languages", default="Which language does the group speak?"),
            sorted(names, key=lambda pair: pair[1].casefold()),
            wishes.language,
        ),
        _choices(
            "target",
            _("legend_targets", default="Especially for"),
            targets,
            wishes.target,
        ),
    )


def steps_from(
    wishes: Wishes, choices: Iterable[Choices], address: Callable[[Wishes], str]
) -> list[Step]:
    """Return the questions that ask one thing less each.

    ``choices`` are those of ``choices_of``; ``address`` returns where a question is
    answered.
    """
    less = [
        (option.word, wishes.without(each.name, option.value))
        for each in choices
        for option in each.options
        if option.is_chosen
    ]
    if wishes.recruiting:
        word = _("recruiting_yes", default="Looking for volunteers")
        less.append((word, wishes.but(recruiting=False)))
    if wishes.q:
        less.append((wishes.q, wishes.but(q="")))
    return [Step(address(fewer), word) for word, fewer in less]


def _choices(
    name: str,
    legend: Message,
    pairs: Iterable[tuple[str, Message | str]],
    chosen: tuple[str, ...],
) -> Choices:
    options = (Option(code, word, code in chosen) for code, word in pairs)
    return Choices(name, legend, tuple(options))


def _up_to(km: int) -> Message:
    return _("option_radius", default="up to ${km} km", mapping={"km": km})
