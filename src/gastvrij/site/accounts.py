"""The accounts of the demo site: one for each role, with a random password."""

from dataclasses import dataclass
from datetime import datetime
from datetime import UTC
from gastvrij.directory.contacts import CONTACT
from gastvrij.directory.contacts import name_contact
from gastvrij.directory.organisation import MemberOrganisation
from pathlib import Path
from plone import api
from Products.CMFPlone.Portal import PloneSite
from secrets import token_urlsafe
from typing import Any

import App.config


FILE = "demo-accounts.txt"

PEOPLE = (
    ("els.maes@example.org", "Els Maes, secretariaat (voorbeeld)", "secretariat"),
    ("jan.wouters@example.org", "Jan Wouters, bestuur (voorbeeld)", "board"),
    (
        "sara.jacobs@example.org",
        "Sara Jacobs, redactie toolkit (voorbeeld)",
        "toolkit-editors",
    ),
    (
        "tom.hermans@example.org",
        "Tom Hermans, netwerkdag (voorbeeld)",
        "networkday-coordinators",
    ),
    (
        "an.lemmens@example.org",
        "An Lemmens, sitebeheer (voorbeeld)",
        "Site Administrators",
    ),
)

CONTACT_PERSON = ("marie.claes@example.org", "Marie Claes (voorbeeld)")


@dataclass(frozen=True)
class Account:
    """How somebody logs in to the demo site, and as what."""

    user: str
    password: str
    role: str


def make_accounts(portal: PloneSite, group: str) -> list[Account]:
    """Create one account a role; ``group`` is the id of the contact person's group.

    An account that exists already keeps its password and is left out.
    """
    made = []
    for email, fullname, membership in PEOPLE:
        password = _create(email, fullname)
        if password:
            api.group.add_user(groupname=membership, user=_user(email))
            made.append(Account(email, password, membership.replace(" ", "-")))
    email, fullname = CONTACT_PERSON
    password = _create(email, fullname)
    if password:
        _make_contact_person(portal["groepen"][group], email, fullname)
        made.append(Account(email, password, "contact-person"))
    return made


def _user(email: str) -> Any:
    found = api.portal.get_tool("acl_users").searchUsers(login=email, exact_match=True)
    return api.user.get(userid=found[0]["userid"]) if found else None


def _create(email: str, fullname: str) -> str | None:
    if _user(email) is not None:
        return None
    password = token_urlsafe(12)
    api.user.create(email=email, password=password, properties={"fullname": fullname})
    return password


def _make_contact_person(group: MemberOrganisation, email: str, fullname: str) -> None:
    user_id, now = _user(email).getId(), datetime.now(UTC)
    name_contact(group, user_id, fullname, email, None, CONTACT, now)


def write_down(accounts: list[Account]) -> Path:
    """Add the accounts to the file in the instance's ``var`` that only its owner reads.

    One line an account: user, password and role, with a space between them.
    """
    home = Path(App.config.getConfiguration().clienthome)
    path = (home if home.name == "var" else home.parent) / FILE
    path.touch(mode=0o600)
    with path.open("a", encoding="utf-8") as file:
        file.writelines(f"{a.user} {a.password} {a.role}\n" for a in accounts)
    return path
