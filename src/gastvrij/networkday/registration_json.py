"""A registration as a program sends it, read as if somebody had typed it."""

from collections.abc import Mapping
from gastvrij import _
from gastvrij.links.once import new_form_token
from gastvrij.networkday.availability import Availability
from gastvrij.networkday.registration_form import Asked
from gastvrij.networkday.registration_form import COUNT
from gastvrij.networkday.registration_form import IN_PARTS
from gastvrij.networkday.registration_form import MOST_PEOPLE
from gastvrij.networkday.registration_form import TOGETHER
from typing import Any
from zope.i18nmessageid import Message


OF_PERSON = ("name", "email", "diet", "access")
OF_ALL = ("group", "phone")
NO_TEXT = _("error_json_text", default="This has to be text.")
NOBODY = _("error_json_people", default="Send a list of 1 to ${most} people.")
NO_PERSON = _(
    "error_json_person",
    default="A person is an object with a name, and an e-mail address for the first.",
)
WRONG_ITEMS = _(
    "error_json_items",
    default="Items are the UIDs of items to choose, at most one of each round.",
)

Sentences = dict[str, Message]


def typed_from(
    data: Mapping[str, Any], asked: Asked, there: Availability
) -> tuple[dict[str, Any], Sentences]:
    """Return what would have been typed, and what cannot be read, by its field."""
    people = data.get("people")
    if not isinstance(people, list) or not 0 < len(people) <= MOST_PEOPLE:
        return {}, {"people": Message(NOBODY, mapping={"most": MOST_PEOPLE})}
    typed: dict[str, Any] = {COUNT: str(len(people))}
    wrong: Sentences = {}
    for number, person in enumerate(people):
        if not isinstance(person, dict):
            wrong[f"people.{number}"] = NO_PERSON
            continue
        typed |= {f"{n}-{number}": _text(person.get(n)) for n in OF_PERSON}
        odd = [name for name in OF_PERSON if not _is_text(person.get(name))]
        wrong |= {f"people.{number}.{name}": NO_TEXT for name in odd}
        chosen = _chosen(person.get("items"), asked, there)
        if chosen is None:
            wrong[f"people.{number}.items"] = WRONG_ITEMS
            continue
        typed |= {f"{question}-{number}": item for question, item in chosen.items()}
    typed |= {name: _text(data.get(name)) for name in OF_ALL}
    wrong |= {name: NO_TEXT for name in OF_ALL if not _is_text(data.get(name))}
    typed["together"] = TOGETHER if data.get("together") is True else IN_PARTS
    return typed, wrong


def field_of(name: str, asked: Asked) -> str:
    """Return what a program calls a box of the form: ``people.0.email``."""
    stem, dash, number = name.rpartition("-")
    if not dash:
        return name
    is_choice = stem in {question.id for question in asked.questions}
    return f"people.{number}.{'items' if is_choice else stem}"


def token_in(data: Mapping[str, Any]) -> str:
    """Return the token of a form; what another sender calls theirs is another one."""
    token, people = data.get("form_token"), data.get("people")
    if not isinstance(token, str) or not token:
        return new_form_token()
    first = people[0] if isinstance(people, list) and people else None
    sender = first.get("email") if isinstance(first, dict) else None
    return f"{token} of {sender}"


def _chosen(items: Any, asked: Asked, there: Availability) -> dict[str, str] | None:
    """Return the item that answers each question; None for what cannot be chosen."""
    uids = {item.url: item.uid for item in there.items}
    chosen: dict[str, str] = {}
    if items is not None and not isinstance(items, list):
        return None
    for item in items or []:
        uid = uids.get(item, item) if isinstance(item, str) else ""
        asking = [q.id for q in asked.questions if uid in q.items]
        if not asking or asking[0] in chosen:
            return None
        chosen[asking[0]] = uid
    return chosen


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _is_text(value: Any) -> bool:
    return value is None or isinstance(value, str)
