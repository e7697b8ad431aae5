"""Groups to test with, the people around them, and the site they are served from."""

from dataclasses import dataclass
from datetime import datetime
from datetime import UTC
from gastvrij.directory.contacts import name_contact
from io import BytesIO
from lxml import html
from PIL import Image
from plone import api
from plone.namedfile.file import NamedBlobImage
from Products.CMFPlone.Portal import PloneSite
from typing import Any

import requests
import transaction


PASSWORD = "een lang geheim woord"

STATES = {
    "draft": [],
    "active": ["publish"],
    "paused": ["publish", "pause"],
    "ended": ["end"],
    "hidden": ["publish", "hide"],
}

# who: the group that makes them so; the contact person has a local role instead
PEOPLE = {
    "visitor": None,
    "member": None,
    "contact": None,
    "other_contact": None,
    "secretariat": "secretariat",
    "board": "board",
    "editor": "toolkit-editors",
    "coordinator": "networkday-coordinators",
    "site_admin": "Site Administrators",
    "manager": "Administrators",
    "stock_editor": "stock-editors",
}

GENT = "44021"
DEINZE = "44083"
ANTWERP = "11002"
SCHAARBEEK = "21015"
NAMUR = "92094"


def picture_data(kind: str = "PNG") -> bytes:
    """Return a small picture as a file of a kind that Pillow knows."""
    data = BytesIO()
    Image.new("RGB", (8, 6), "teal").save(data, kind)
    return data.getvalue()


def picture() -> NamedBlobImage:
    """Return a small picture as it is stored."""
    return NamedBlobImage(picture_data(), "image/png", "deur.png")


def values(**others: Any) -> dict[str, Any]:
    """Return what a group needs at least, and what else is given."""
    return {
        "legal_form": "vzw",
        "municipality": GENT,
        "activities": ["housing"],
    } | others


def make_group(
    portal: PloneSite, title: str, state: str = "active", **others: Any
) -> Any:
    """Create a group in a state."""
    with api.env.adopt_roles(["Manager"]):
        group = api.content.create(
            portal["groepen"],
            "MemberOrganisation",
            id=title.lower().replace(" ", "-"),
            title=title,
            **values(**others),
        )
        for transition in STATES[state]:
            api.content.transition(group, transition)
    return group


def make_people(groups: list[Any], other: Any) -> None:
    """Create everybody: a contact person of some groups, and one of another group."""
    with api.env.adopt_roles(["Manager"]):
        api.group.create(groupname="stock-editors")
        roles = ["Editor", "Reviewer", "Contributor", "Reader"]
        api.group.grant_roles(groupname="stock-editors", roles=roles)
        for who, group in PEOPLE.items():
            make_person(who, group)
        for group in groups:
            give_contact(group, "contact")
        give_contact(other, "other_contact")


def make_person(who: str, group: str | None) -> None:
    """Create an account, in a group when there is one; a visitor has none."""
    if who == "visitor":
        return
    user = api.user.create(email=address(who), password=PASSWORD)
    if group:
        api.group.add_user(groupname=group, user=user)


def give_contact(group: Any, who: str) -> None:
    """Make somebody the contact person of a group."""
    user_id, now = user_called(who).getId(), datetime.now(UTC)
    name_contact(group, user_id, who, address(who), None, "contact", now)


def address(who: str) -> str:
    """Return somebody's e-mail address, which is what they log in with."""
    return f"{who}@example.org"


def user_called(who: str) -> Any:
    """Return somebody's account."""
    portal = api.portal.get()
    login = address(who)
    found = portal.acl_users.searchUsers(login=login, exact_match=True)
    return api.user.get(userid=found[0]["userid"])


@dataclass
class Site:
    """A running site, asked as one person or another."""

    url: str
    portal: PloneSite

    def ask(self, who: str, method: str, path: str, **options: Any) -> Any:
        """Send a request as somebody, and look at the database anew."""
        if who != "visitor":
            options["auth"] = (address(who), PASSWORD)
        options.setdefault("allow_redirects", False)
        answer = requests.request(method, f"{self.url}/{path}", timeout=30, **options)
        transaction.begin()
        return answer

    def rest(self, who: str, method: str, path: str, data: Any = None) -> Any:
        """Send a request to the REST API."""
        headers = {"Accept": "application/json", "Accept-Language": "nl"}
        return self.ask(who, method, path, json=data, headers=headers)

    def page(self, who: str, path: str) -> Any:
        """Return a page as a tree of elements."""
        answer = self.ask(who, "GET", path)
        assert answer.status_code == 200, (path, answer.status_code)
        return html.fromstring(answer.text)

    def form(self, who: str, path: str) -> "Form":
        """Return the form of a page, as a browser without script would fill it in."""
        page = self.page(who, path)
        return Form(self, who, path, _fields(page.xpath("//form[@id='form']")[0]))


@dataclass
class Form:
    """What a form would send."""

    site: Site
    who: str
    path: str
    fields: dict[str, Any]

    def send(self, button: str, files: Any = None, **changes: Any) -> Any:
        """Send the form with some values changed."""
        names = {f"form.widgets.{name}": value for name, value in changes.items()}
        data = self.fields | names | {f"form.buttons.{button}": "1"}
        files = {f"form.widgets.{name}": file for name, file in (files or {}).items()}
        return self.site.ask(self.who, "POST", self.path, data=data, files=files)


def _fields(form: Any) -> dict[str, Any]:
    """Return what a form would send as it stands, without a button."""
    fields: dict[str, Any] = {}
    for name, value in form.form_values():
        fields.setdefault(name, []).append(value)
    return fields
