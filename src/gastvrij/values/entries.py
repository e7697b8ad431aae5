"""How a form of ours asks for a value: what is typed, and the value that it becomes.

An entry is one field of a schema on a page that needs no script. It knows what is typed
for a value and which value is meant by what was typed; the field itself says whether
that value will do. What was typed is kept as it is, also when it is wrong, so that the
form comes back as somebody left it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from gastvrij import _
from gastvrij.values.refusal import Refused
from gastvrij.values.sent import check_strings
from typing import Any
from typing import ClassVar
from typing import Self
from zope.i18nmessageid import Message

import re


DATE = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
SAID = re.compile(r"[\w-]+(?:\.[\w-]+)+(?:/\S*)?")
Form = Mapping[str, Any]


@dataclass(frozen=True)
class Entry:
    """Asks for words on one line.

    ``name`` is that of the field, or of the cell in a row; ``label`` and ``help`` those
    of the field, unless others are given; ``note`` is a second help. ``kind`` is the
    ``type`` of the input and ``macro`` what draws it.
    """

    field: Any
    name: str = ""
    label: Message | None = None
    help: Message | None = None
    note: Message | None = None
    kind: str = "text"
    autocomplete: str | None = None

    macro: ClassVar[str] = "line"

    def __post_init__(self) -> None:
        """Take from the field what was not given."""
        object.__setattr__(self, "name", self.name or self.field.__name__)
        object.__setattr__(self, "label", self.label or self.field.title)
        object.__setattr__(self, "help", self.help or self.field.description or None)

    def called(self, name: str) -> Self:
        """Return the same entry under another name."""
        return replace(self, name=name)

    @property
    def is_required(self) -> bool:
        """Whether something has to be typed."""
        return bool(self.field.required)

    def typed(self, form: Form) -> Any:
        """Return what was typed."""
        return one(form, self.name)

    def shown(self, value: Any) -> Any:
        """Return what is typed for a value."""
        return "" if value is None else str(value)

    def value(self, typed: Any, content: Any) -> Any:
        """Return the value that is meant, not checked yet; raises ``Refused``."""
        return typed.strip() or None

    def checked(self, typed: Any, content: Any) -> Any:
        """Return the value that is meant; raises what the field says against it."""
        check_strings(typed)
        value = self.value(typed, content)
        self.field.bind(content).validate(value)
        return value


@dataclass(frozen=True)
class Area(Entry):
    """Asks for words on several lines."""

    rows: int = 3
    macro: ClassVar[str] = "area"

    def value(self, typed: str, content: Any) -> Any:
        """Return the text, with lines that end as everywhere else."""
        return "\n".join(typed.strip().splitlines()) or None


@dataclass(frozen=True)
class WebAddress(Entry):
    """Asks for a web address, also without its https://."""

    kind: str = "url"

    def value(self, typed: str, content: Any) -> str | None:
        """Return the whole address."""
        return whole_address(typed.strip()) or None


def whole_address(words: str) -> str:
    """Put https:// before an address that was typed as people say it."""
    is_said = bool(SAID.fullmatch(words))
    return f"https://{words}" if is_said else words


@dataclass(frozen=True)
class Lines(Area):
    """Asks for a list, one on each line."""

    def shown(self, value: list[str] | None) -> str:
        """Return one on each line."""
        return "\n".join(value or [])

    def value(self, typed: str, content: Any) -> list[str]:
        """Return each once."""
        return list(dict.fromkeys(filter(None, map(str.strip, typed.splitlines()))))


@dataclass(frozen=True)
class WebAddresses(Lines):
    """Asks for web addresses, one on each line."""

    def value(self, typed: str, content: Any) -> list[str]:
        """Return each whole address once."""
        return list(map(whole_address, super().value(typed, content)))


@dataclass(frozen=True)
class Number(Entry):
    """Asks for a whole number."""

    def value(self, typed: str, content: Any) -> int | None:
        """Return the number; raises ``Refused`` for what is none."""
        digits = typed.strip()
        if not digits:
            return None
        if not (digits.isascii() and digits.isdecimal() and len(digits) < 10):
            raise Refused(_("error_number", default="Write a number, in digits."))
        return int(digits)


@dataclass(frozen=True)
class Day(Entry):
    """Asks for a date, with the calendar of the browser where it has one."""

    kind: str = "date"

    def value(self, typed: str, content: Any) -> date | None:
        """Return the day, written 2026-06-30 or 30/6/2026; raises ``Refused``."""
        words = typed.strip()
        european = DATE.fullmatch(words)
        try:
            if european:
                day, month, year = map(int, european.groups())
                return date(year, month, day)
            return date.fromisoformat(words) if words else None
        except ValueError:
            raise Refused(
                _("error_date", default="Write the date as 30/06/2026.")
            ) from None


def one(form: Form, name: str) -> str:
    """Return the words sent under a name; empty for a list or a file."""
    sent = form.get(name, "")
    return sent if isinstance(sent, str) else ""


def many(form: Form, name: str) -> list[str]:
    """Return all the words sent under a name."""
    sent = form.get(name, [])
    return [each for each in _listed(sent) if isinstance(each, str)]


def _listed(sent: Any) -> list[Any]:
    return sent if isinstance(sent, list) else [sent]
