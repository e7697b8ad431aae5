"""People who speak for groups, and the moment at which the tests stand still."""

from datetime import datetime
from gastvrij.directory.contacts import name_contact
from gastvrij.spelling.dates import BELGIUM
from groups import address
from groups import user_called
from lxml import html
from typing import Any


NOW = datetime(2026, 3, 2, 9, 30, tzinfo=BELGIUM)
LATER = datetime(2026, 5, 4, 9, 30, tzinfo=BELGIUM)


def name(group: Any, who: str, role: str = "contact", **others: Any) -> str:
    """Make somebody contact person or deputy of a group; return the user id."""
    user_id = user_called(who).getId()
    told = {"name": who.title(), "email": address(who), "phone": None, "now": NOW}
    name_contact(group, user_id, role=role, **told | others)
    return user_id


def press(site: Any, who: str, path: str, value: str, **typed: str) -> Any:
    """Fill in the form on a page and press the button of that value; return the answer.

    An empty value is that of the page's only form with a field.
    """
    page = site.page(who, path)
    buttons = f"//form[.//button[@value='{value}']]" if value else "//form[.//label]"
    form = next(f for f in page.xpath(f"//main{buttons}") if _fits(f, typed))
    data = dict(form.form_values()) | typed | ({"action": value} if value else {})
    return site.ask(who, "POST", path.partition("?")[0], data=data)


def _fits(form: Any, typed: dict[str, str]) -> bool:
    """Tell whether a form is the one with these hidden values."""
    hidden = {
        each.name: each.value for each in form.inputs if each.get("type") == "hidden"
    }
    return all(hidden[name] == typed[name] for name in hidden.keys() & typed.keys())


def words_of(answer: Any, where: str = "//main") -> str:
    """Return the words of a part of a page."""
    found = html.fromstring(answer.text).xpath(where)
    return " ".join(" ".join(part.text_content() for part in found).split())
