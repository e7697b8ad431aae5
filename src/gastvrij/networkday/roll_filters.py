"""What a coordinator can ask of the list of people, and what is asked now."""

from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import asdict
from dataclasses import dataclass
from gastvrij import _
from gastvrij.networkday.registration_words import SHORT
from gastvrij.networkday.roll import ACCESS
from gastvrij.networkday.roll import DIET
from gastvrij.networkday.roll import HERE
from gastvrij.networkday.roll import NO_GROUP
from gastvrij.networkday.roll import Wish
from gastvrij.values.choice_entries import Option
from gastvrij.values.entries import one
from typing import Any
from urllib.parse import urlencode
from zope.i18nmessageid import Message


EVERYBODY = Option("", _("filter_all", default="All"))
WITHOUT_GROUP = Option(NO_GROUP, _("filter_no_group", default="Without a group"))
CHECKED_IN = Option(HERE, _("standing_here", default="Is here"))
ANSWERED = {
    DIET: _("filter_diet", default="Answered what they do not eat"),
    ACCESS: _("filter_access", default="Answered what they need"),
}


@dataclass(frozen=True)
class Filter:
    """One list to choose from."""

    name: str
    label: Message
    options: tuple[Option, ...]
    chosen: str


def wish_in(form: Mapping[str, Any]) -> Wish:
    """Return what is asked in the address of the page."""
    return Wish(
        standing=one(form, "standing"),
        item=one(form, "item"),
        group=one(form, "group"),
        answer=one(form, "answer"),
        words=one(form, "words"),
    )


def query_of(wish: Wish, **beside: Any) -> str:
    """Return the query that asks the same."""
    asked = asdict(wish) | beside
    return urlencode({name: value for name, value in asked.items() if value})


def filters_of(
    wish: Wish,
    items: Iterable[Option],
    groups: Iterable[Option],
    answers: Iterable[str],
) -> list[Filter]:
    """Return the lists, without those in which there is nothing to choose."""
    standings = (Option(kind, words) for kind, words in SHORT.items())
    answered = (Option(name, ANSWERED[name]) for name in answers)
    lists = (
        (
            "standing",
            _("filter_standing", default="Standing"),
            (*standings, CHECKED_IN),
        ),
        ("item", _("filter_item", default="Chosen"), tuple(items)),
        ("group", _("filter_group", default="Group"), tuple(groups)),
        ("answer", _("filter_answer", default="Answers"), tuple(answered)),
    )
    return [
        Filter(name, label, (EVERYBODY, *options), getattr(wish, name))
        for name, label, options in lists
        if options
    ]
