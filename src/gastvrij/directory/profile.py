"""The profile of a group, as a visitor reads it on a given day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from gastvrij.directory.indexers import province_of
from gastvrij.directory.language_names import direction
from gastvrij.directory.language_names import name_in
from gastvrij.directory.language_names import own_name
from gastvrij.directory.links import Link
from gastvrij.directory.links import link_to
from gastvrij.directory.organisation import MemberOrganisation
from gastvrij.directory.validity import recruiting_on
from gastvrij.directory.validity import standing_needs
from gastvrij.directory.vocabularies import ACTIVITIES
from gastvrij.directory.vocabularies import LEGAL_FORM_HELP
from gastvrij.directory.vocabularies import LEGAL_FORMS
from gastvrij.directory.vocabularies import TARGET_GROUPS
from gastvrij.places.municipalities import municipality
from gastvrij.places.provinces import PLACES
from gastvrij.spelling.dates import full_date
from zope.i18nmessageid import Message


@dataclass(frozen=True, slots=True)
class Need:
    """Something the group asks for; ``until`` is written out, empty without a day."""

    text: str
    until: str


@dataclass(frozen=True, slots=True)
class Summary:
    """What the group does, in another language; ``name`` is that language's own."""

    language: str
    name: str
    direction: str
    text: str


class Profile:
    """What a visitor sees of one group on ``today``, in the words of ``language``.

    ``language`` is a code of two letters. Values that were never filled in are empty.
    """

    def __init__(self, group: MemberOrganisation, today: date, language: str) -> None:
        self.group = group
        self.today = today
        self.language = language
        self.place = municipality(group.municipality)

    @property
    def municipality(self) -> str:
        """The name of the municipality."""
        return self.place.name_nl

    @property
    def province(self) -> Message:
        """The name of the province, or of Brussels."""
        return PLACES[province_of(self.place)]

    @property
    def location(self) -> list[str]:
        """The lines of the address, as precise as visitors may see it."""
        place = f"{self.postal_code} {self.municipality}".strip()
        return [self.street, place] if self.street else [place]

    @property
    def street(self) -> str:
        """Street and number; empty unless visitors may see them."""
        shown = self.group.location_precision == "address"
        return (shown and self.group.street) or ""

    @property
    def postal_code(self) -> str:
        """The postal code; empty unless visitors may see it."""
        shown = self.group.location_precision != "municipality"
        return (shown and self.group.postal_code) or ""

    @property
    def tells_address(self) -> bool:
        """Whether the lines of the address lead a visitor to the door."""
        return bool(self.street)

    @property
    def activities(self) -> list[Message]:
        """What the group does, in words."""
        return _titles(ACTIVITIES, self.group.activities)

    @property
    def target_groups(self) -> list[Message]:
        """Whom the group is there for, in words."""
        return _titles(TARGET_GROUPS, self.group.target_groups)

    @property
    def languages(self) -> list[str]:
        """The languages that the group speaks, by name."""
        return [name_in(self.language, code) for code in self.group.languages or []]

    @property
    def service_area(self) -> list[str]:
        """The other municipalities in which the group is active, by name."""
        others = {municipality(nis) for nis in self.group.service_area or []}
        return sorted(place.name_nl for place in others - {self.place})

    @property
    def recruiting(self) -> str:
        """Whether the group looks for volunteers today."""
        until = self.group.recruiting_until
        return recruiting_on(self.group.recruiting, until, self.today)

    @property
    def recruiting_until(self) -> str:
        """The last day of the search, written out; empty without one."""
        return self._written(self.group.recruiting_until)

    @property
    def needs(self) -> list[Need]:
        """What the group asks for today."""
        needs = standing_needs(self.group.needs or [], self.today)
        return [Need(need["text"], self._written(need["until"])) for need in needs]

    @property
    def website(self) -> Link | None:
        """The group's own site."""
        return link_to(self.group.website) if self.group.website else None

    @property
    def social_media(self) -> list[Link]:
        """Where else on the web the group is."""
        return [link_to(url) for url in self.group.social_media or []]

    @property
    def summaries(self) -> list[Summary]:
        """What the group does, in other languages."""
        return [
            Summary(code, own_name(code), direction(code), summary["text"])
            for summary in self.group.summaries or []
            for code in [summary["language"]]
        ]

    @property
    def legal_form(self) -> Message:
        """What kind of association the group is."""
        return dict(LEGAL_FORMS)[self.group.legal_form]

    @property
    def legal_form_help(self) -> Message | None:
        """What that kind of association means, where the word is hard."""
        return LEGAL_FORM_HELP.get(self.group.legal_form)

    def _written(self, day: date | None) -> str:
        return full_date(day, self.language) if day else ""


def _titles(
    choices: Iterable[tuple[str, Message]], values: list[str] | None
) -> list[Message]:
    titles = dict(choices)
    return [titles[value] for value in values or []]
