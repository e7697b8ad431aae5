"""Network days in every state, and a site to ask for them."""

from dataclasses import dataclass
from datetime import datetime
from gastvrij.networkday.moments import BRUSSELS
from gastvrij.networkday.moments import in_brussels
from gastvrij.networkday.network_day import NetworkDay
from lxml import html
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.namedfile.file import NamedBlobFile
from Products.CMFPlone.Portal import PloneSite
from typing import Any

import requests


PASSWORD = "an-open-door-at-dusk"
PDF = b"%PDF-1.7\n" + b"0" * 119_991
THIS_YEAR = datetime.now(BRUSSELS).year
SUMMER = f"{THIS_YEAR + 1}-07-05"
AUTUMN = f"{THIS_YEAR + 2}-11-21"
PEOPLE = {
    "coordinator": "Network Day Coordinator",
    "secretariat": "Secretariat",
    "member": "Member",
}


def at(text: str) -> datetime:
    """Return a moment on the Belgian clock: ``at("2019-11-23 09:30")``."""
    return in_brussels(datetime.fromisoformat(text))


@dataclass
class Site:
    """A running site, asked as one of the ``PEOPLE``, the manager or a visitor."""

    url: str
    portal: PloneSite

    def ask(self, path: str, who: str = "visitor", **options: Any) -> requests.Response:
        """Send a request as a person; a GET of the page unless told otherwise."""
        method = options.pop("method", "GET")
        return requests.request(
            method,
            f"{self.url}/{path}",
            auth=self.account(who),
            timeout=60,
            **options,
        )

    def rest(
        self, path: str, who: str = "visitor", **options: Any
    ) -> requests.Response:
        """Send a request as a person and ask for JSON."""
        headers = {"Accept": "application/json"}
        return self.ask(path, who, headers=headers, **options)

    def account(self, who: str) -> tuple[str, str] | None:
        """Return the login name and password of a person."""
        if who == "visitor":
            return None
        if who == "manager":
            return (SITE_OWNER_NAME, SITE_OWNER_PASSWORD)
        return (f"{who}@example.org", PASSWORD)


def create_day(portal: PloneSite, name: str, state: str, **fields: Any) -> NetworkDay:
    """Create a day in a state, as the system does."""
    with api.env.adopt_roles(["Manager"]):
        values = {"title": f"Netwerkdag {name}", "whole_day": True} | fields
        day = api.content.create(portal.netwerkdagen, "NetworkDay", id=name, **values)
        if state in ("announced", "cancelled", "finished"):
            api.content.transition(day, "announce")
        if state in ("cancelled", "finished"):
            api.content.transition(day, to_state=state)
    return day


def create_in(container: Any, portal_type: str, name: str, **fields: Any) -> Any:
    """Create an item or a file, as the system does."""
    values = {"title": name.capitalize()} | fields
    with api.env.adopt_roles(["Manager"]):
        return api.content.create(container, portal_type, id=name, **values)


def pdf(filename: str = "verslagboek.pdf", data: bytes = PDF) -> NamedBlobFile:
    """Return a small book."""
    return NamedBlobFile(data, contentType="application/pdf", filename=filename)


def whole_day(date: str) -> dict[str, Any]:
    """Return the fields of a day without hours."""
    return {"start": at(f"{date} 00:00"), "end": at(f"{date} 23:59")}


def fill(portal: PloneSite) -> None:
    """Create the days that the tests read: three past, three coming, one draft."""
    create_day(
        portal, "2017", "finished", venue_name="Globe Aroma", **whole_day("2017-10-28")
    )
    create_day(
        portal, "2018", "announced", report_book=pdf(), **whole_day("2018-11-24")
    )
    tables = create_day(portal, "2019", "cancelled", **whole_day("2019-11-23"))
    create_in(
        tables,
        "ProgrammeItem",
        "verhalen",
        kind="discussion_table",
        start=tables.start,
        end=tables.end,
    )
    create_day(
        portal,
        "zomer",
        "announced",
        whole_day=False,
        mode="both",
        start=at(f"{SUMMER} 10:00"),
        end=at(f"{SUMMER} 16:30"),
    )
    create_day(portal, "herfst", "announced", **whole_day(AUTUMN))
    create_day(portal, "afgelast", "cancelled", **whole_day(f"{THIS_YEAR + 1}-03-01"))
    draft = create_day(
        portal,
        "geheim",
        "draft",
        title="Geheime dag",
        **whole_day(f"{THIS_YEAR + 1}-02-01"),
    )
    item = create_in(
        draft,
        "ProgrammeItem",
        "geheim-item",
        title="Geheime workshop",
        kind="workshop",
        start=draft.start,
        end=draft.end,
    )
    for container in (draft, item):
        create_in(
            container, "File", "geheim.pdf", title="Geheim blad", file=pdf("geheim.pdf")
        )


def submit(
    session: requests.Session, url: str, button: str, fields: dict[str, Any]
) -> requests.Response:
    """Open one of Plone's forms, fill it in and send it; return the answer.

    A field's value is a text, or a file name and what is in the file.
    """
    form = html.fromstring(session.get(url, timeout=60).text).get_element_by_id("form")
    values = dict(form.form_values()) | fields | {button: "Save"}
    parts = {n: v if isinstance(v, tuple) else (None, v) for n, v in values.items()}
    return session.post(url, files=parts, timeout=60)
