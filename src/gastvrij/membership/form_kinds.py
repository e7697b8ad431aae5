"""What the form asks in ways of its own: a place, a person, a phone, one tick."""

from dataclasses import dataclass
from gastvrij.accounts.personal import refuse_shared_mailbox
from gastvrij.directory.place_entry import code_of
from gastvrij.membership.phone import phone_number
from gastvrij.places.lookup import places
from gastvrij.values.choice_entries import Option
from gastvrij.values.entries import Entry
from gastvrij.values.mail_address import mail_address
from typing import Any
from typing import ClassVar


TICKED = "yes"


class Blank:
    """What a form is about that nothing is known of yet."""

    def __getattr__(self, name: str) -> None:
        """Return nothing, whatever is asked."""
        if name.startswith("__"):
            raise AttributeError(name)


BLANK = Blank()


@dataclass(frozen=True)
class Place(Entry):
    """Asks for a postal code or a place, and means one of them."""

    def value(self, typed: str, content: Any) -> str | None:
        """Return the postal code; raises ``Refused`` for none and for several."""
        words = typed.strip()
        if not words:
            return None
        nis = code_of(words)
        found = [place for place in places(words) if place.nis == nis]
        return found[0].postal_code if found else None


@dataclass(frozen=True)
class Tick(Entry):
    """Asks to tick one sentence."""

    macro: ClassVar[str] = "ticks"
    grid: ClassVar[str] = ""

    def options(self, content: Any) -> list[Option]:
        """Return the one sentence."""
        return [Option(TICKED, self.field.title)]

    def chosen(self, typed: str) -> list[str]:
        """Return whether it is ticked, as a list."""
        return [typed] if typed else []

    def shown(self, value: bool | None) -> str:
        """Return what is sent when it is ticked."""
        return TICKED if value else ""

    def value(self, typed: str, content: Any) -> bool:
        """Return whether it is ticked."""
        return bool(typed)


@dataclass(frozen=True)
class Personal(Entry):
    """Asks for the e-mail address of one person."""

    kind: str = "email"

    def value(self, typed: str, content: Any) -> str | None:
        """Return the address; raises ``Refused`` for none and for a shared one."""
        words = typed.strip()
        if not words:
            return None
        refuse_shared_mailbox(words)
        return mail_address(words)


@dataclass(frozen=True)
class Phone(Entry):
    """Asks for a phone number, as people write it in Belgium."""

    kind: str = "tel"

    def value(self, typed: str, content: Any) -> str | None:
        """Return the number with its country code; raises ``Refused`` for none."""
        words = typed.strip()
        return phone_number(words) if words else None
