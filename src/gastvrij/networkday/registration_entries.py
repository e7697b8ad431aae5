"""What a registration asks, and how each value is typed."""

from collections.abc import Iterable
from dataclasses import dataclass
from gastvrij import _
from gastvrij.values.choice_entries import Option
from gastvrij.values.choice_entries import Pick
from gastvrij.values.choice_entries import Selection
from gastvrij.values.entries import Entry
from gastvrij.values.mail_address import mail_address
from gastvrij.values.refusal import Refused
from typing import Any
from typing import ClassVar
from zope import schema
from zope.interface import Interface

import re


# a name that leads somewhere would have our letters advertise it
LEADS_AWAY = re.compile(r"://|www\.|@", re.IGNORECASE)
PHONE = re.compile(r"\+?[0-9()/. -]{8,40}")


def is_a_name(value: str) -> bool:
    """Accept a name; raises ``Refused`` for what looks like an address."""
    if LEADS_AWAY.search(value):
        raise Refused(
            _("error_register_name", default="Write a name here, and no address.")
        )
    return True


def is_a_number(value: str) -> bool:
    """Accept a phone number as people write it; raises ``Refused``."""
    if not PHONE.fullmatch(value):
        raise Refused(_("error_register_phone", default="Write it as 0470 12 34 56."))
    return True


class IRegistration(Interface):
    """What is asked; the values of one person have a number behind their name."""

    name = schema.TextLine(
        title=_("label_person_name", default="First name and name"),
        max_length=80,
        constraint=is_a_name,
    )
    email = schema.TextLine(
        title=_("label_register_email", default="E-mail address"),
        max_length=254,
    )
    diet = schema.TextLine(
        title=_("label_person_diet", default="What do you not eat?"),
        required=False,
        max_length=300,
    )
    access = schema.TextLine(
        title=_("label_person_access", default="What do you need to take part?"),
        required=False,
        max_length=300,
    )
    choice = schema.TextLine(required=False)
    group = schema.TextLine(
        title=_("label_register_group", default="Your group"), required=False
    )
    own_group = schema.TextLine(
        title=_("label_register_group", default="Your group"),
    )
    together = schema.TextLine(
        title=_("label_register_together", default="If there are too few seats"),
        required=False,
    )
    phone = schema.TextLine(
        title=_("label_register_phone", default="Phone"),
        required=False,
        max_length=40,
        constraint=is_a_number,
    )


FIELDS: Any = IRegistration


@dataclass(frozen=True)
class Address(Entry):
    """Asks for an e-mail address."""

    kind: str = "email"

    def value(self, typed: str, content: Any) -> str | None:
        """Return the address; raises ``Refused``."""
        return mail_address(typed) if typed.strip() else None


@dataclass(frozen=True)
class OwnAddress(Address):
    """Asks for the address of somebody else, who need not have one."""

    is_required: ClassVar[bool] = False

    def checked(self, typed: str, content: Any) -> str | None:
        """Return the address, or none."""
        return super().checked(typed, content) if typed.strip() else None


@dataclass(frozen=True)
class Telephone(Entry):
    """Asks for a phone number."""

    kind: str = "tel"


@dataclass(frozen=True)
class OneOf(Pick):
    """Asks to choose one of what is given."""

    given: tuple[Option, ...] = ()

    def options(self, content: Any) -> list[Option]:
        """Return what can be chosen."""
        return list(self.given)

    def value(self, typed: str, content: Any) -> str | None:
        """Return what was chosen; raises ``Refused`` for what is not there."""
        return _chosen(typed, self.given)


@dataclass(frozen=True)
class OneOfMany(Selection):
    """The same, from a list that folds."""

    given: tuple[Option, ...] = ()

    def options(self, content: Any) -> list[Option]:
        """Return what can be chosen."""
        return list(self.given)

    def value(self, typed: str, content: Any) -> str | None:
        """Return what was chosen; raises ``Refused`` for what is not there."""
        return _chosen(typed, self.given)


def _chosen(typed: str, given: Iterable[Option]) -> str | None:
    if typed and typed not in {option.value for option in given}:
        raise Refused(_("error_choice_gone", default="This can no longer be chosen."))
    return typed or None
