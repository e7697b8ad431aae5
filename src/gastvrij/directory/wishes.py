"""What somebody asks of the directory: words, a place, and what a group should do."""

from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from gastvrij import _
from gastvrij.directory.known_group import KnownGroup
from gastvrij.directory.language_names import language_names
from gastvrij.directory.vocabularies import ACTIVITIES
from gastvrij.directory.vocabularies import TARGET_GROUPS
from typing import Any
from urllib.parse import urlencode
from zope.i18nmessageid import Message


MOST_KILOMETRES = 300


@dataclass(frozen=True, slots=True)
class Mistake:
    """A parameter that says nothing we know, and a sentence about it."""

    field: str
    message: Message


@dataclass(frozen=True, slots=True)
class Wishes:
    """The parameters of a question; empty is no wish.

    ``activity``, ``target`` and ``language`` hold codes, of which a group has any.
    ``radius`` is in kilometres, None for the usual one.
    """

    q: str = ""
    place: str = ""
    activity: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    recruiting: bool = False
    radius: int | None = None

    @property
    def is_narrow(self) -> bool:
        """Whether something is asked of the groups beside where they are."""
        asked = (self.q, self.activity, self.target, self.language, self.recruiting)
        return any(asked)

    def suits(self, group: KnownGroup, today: date) -> bool:
        """Tell whether a group is and does what is asked, place and words aside."""
        return (
            _any(self.activity, group.activities)
            and _any(self.target, group.target_groups)
            and _any(self.language, group.languages)
            and (not self.recruiting or group.recruiting_on(today) == "yes")
        )

    def but(self, **others: Any) -> "Wishes":
        """Return the same wishes with some of them changed."""
        return replace(self, **others)

    def without(self, name: str, value: str) -> "Wishes":
        """Return the same wishes, but without one code of those in a parameter."""
        return self.but(**{name: tuple(v for v in getattr(self, name) if v != value)})

    def address(self, url: str, **others: Any) -> str:
        """Return the address of a page that is asked this, and other parameters."""
        asked: dict[str, Any] = {
            "q": self.q,
            "place": self.place,
            "activity": self.activity,
            "target": self.target,
            "language": self.language,
            "recruiting": "yes" if self.recruiting else "",
            "radius": self.radius,
        }
        said = {name: value for name, value in (asked | others).items() if value}
        return f"{url}?{urlencode(said, doseq=True)}" if said else url


def read_wishes(form: Mapping[str, Any]) -> tuple[Wishes, tuple[Mistake, ...]]:
    """Read the parameters of a request; what makes no sense is a mistake, and no wish.

    Values are strings or lists of strings; anything else is passed over.
    """
    mistakes: list[Mistake] = []
    wishes = Wishes(
        q=_one(form, "q"),
        place=_one(form, "place"),
        activity=_codes(form, "activity", dict(ACTIVITIES), mistakes),
        target=_codes(form, "target", dict(TARGET_GROUPS), mistakes),
        language=_codes(form, "language", language_names("nl"), mistakes),
        recruiting=bool(_codes(form, "recruiting", ("yes",), mistakes)),
        radius=_radius(form, mistakes),
    )
    return wishes, tuple(mistakes)


def _any(wanted: tuple[str, ...], has: Iterable[str]) -> bool:
    return not wanted or not set(wanted).isdisjoint(has)


def _all(form: Mapping[str, Any], name: str) -> list[str]:
    """Return what was sent under a name, without spaces around it; nothing empty."""
    sent = form.get(name, ())
    values = [sent] if isinstance(sent, str) else sent
    if not isinstance(values, (list, tuple)):
        return []
    cleaned = (_visible(value) for value in values if isinstance(value, str))
    return [value for value in cleaned if value]


def _visible(text: str) -> str:
    """Return a text without what cannot be seen, and with single spaces."""
    seen = (each if each.isprintable() else " " for each in text)
    return " ".join("".join(seen).split())


def _one(form: Mapping[str, Any], name: str) -> str:
    return next(iter(_all(form, name)), "")


def _codes(
    form: Mapping[str, Any],
    name: str,
    known: Iterable[str],
    mistakes: list[Mistake],
) -> tuple[str, ...]:
    sent = dict.fromkeys(_all(form, name))
    unknown = [code for code in sent if code not in known]
    if unknown:
        mistakes.append(Mistake(name, _unknown_choice(unknown[0])))
    return tuple(code for code in sent if code in known)


def _unknown_choice(code: str) -> Message:
    return _(
        "error_unknown_choice",
        default="${value} is none of the choices.",
        mapping={"value": code[:40]},
    )


def _radius(form: Mapping[str, Any], mistakes: list[Mistake]) -> int | None:
    sent = _one(form, "radius")
    if not sent:
        return None
    is_number = sent.isascii() and sent.isdecimal() and len(sent) <= 3
    if is_number and 1 <= int(sent) <= MOST_KILOMETRES:
        return int(sent)
    message = _(
        "error_radius",
        default="Give a whole number of kilometres, from 1 to ${most}.",
        mapping={"most": MOST_KILOMETRES},
    )
    mistakes.append(Mistake("radius", message))
    return None
