"""A group on a card: what the list tells of it, and why it is in an answer."""

from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from gastvrij import _
from gastvrij.directory.freshness import in_words
from gastvrij.directory.known_group import KnownGroup
from gastvrij.directory.labels import Label
from gastvrij.directory.labels import label_of
from gastvrij.directory.language_names import direction
from gastvrij.directory.language_names import own_name
from gastvrij.directory.listing import listed
from gastvrij.directory.listing import ListedGroup
from gastvrij.directory.nearest import Hit
from gastvrij.directory.nearest import SAME_MUNICIPALITY
from gastvrij.directory.nearest import SERVICE_AREA
from gastvrij.directory.vocabularies import ACTIVITIES
from plone import api
from zope.i18n import translate
from zope.i18nmessageid import Message


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language in which the group tells of itself, and where it does."""

    url: str
    code: str
    name: str
    direction: str


@dataclass(frozen=True, slots=True)
class Card:
    """One group, with the label that goes on it, and a sentence that says why.

    ``activities`` are words in the reader's language: a list has hundreds of them, and
    to translate each takes as long as all the rest of its card.
    """

    group: ListedGroup
    label: Label | None
    activities: tuple[str, ...]
    why: Message | None = None

    @property
    def fading(self) -> Message | None:
        """Since when the group has not confirmed its profile, once that is long."""
        if self.group.standing != "fading":
            return None
        language = api.portal.get_current_language()
        return in_words(self.group.confirmed_on, self.group.standing, language)

    @property
    def tongues(self) -> list[Tongue]:
        """The other languages in which the group tells of itself."""
        url = self.group.url
        return [
            Tongue(f"{url}#in-{code}", code, own_name(code), direction(code))
            for code in self.group.summaries
        ]


def cards_of(groups: Iterable[KnownGroup], today: date) -> list[Card]:
    """Return the cards of some groups, as the user may see them."""
    return [_card(group) for group in listed(groups, today)]


def cards_near(hits: Sequence[Hit], place: Message | str, today: date) -> list[Card]:
    """Return the cards of the groups near a place, each with why it is there."""
    whys = {hit.group.uid: why(hit, place) for hit in hits}
    found = listed((hit.group for hit in hits), today)
    return [_card(group, whys[group.uid]) for group in found]


def why(hit: Hit, place: Message | str) -> Message:
    """Say why a group is in the answer to a question after a place."""
    if hit.match == SERVICE_AREA:
        mapping = {"place": place}
        return _("match_service_area", default="Works in ${place}", mapping=mapping)
    if hit.match == SAME_MUNICIPALITY:
        return _("match_same_municipality", default="In the same municipality")
    if hit.km < 1:
        return _("match_next_door", default="Less than 1 km away")
    return _("match_distance", default="${km} km away", mapping={"km": hit.km})


def _card(group: ListedGroup, sentence: Message | None = None) -> Card:
    words = _activities_in(api.portal.get_current_language())
    activities = tuple(words[code] for code in group.activities)
    return Card(group, label_of(group.state, group.recruiting), activities, sentence)


@cache
def _activities_in(language: str) -> Mapping[str, str]:
    """Return what groups do, in words, by its code."""
    return {
        code: translate(word, target_language=language) for code, word in ACTIVITIES
    }
