"""Odd values over REST: refused with the name of their field, or stored and shown."""

from datetime import datetime
from gastvrij.networkday.moments import BRUSSELS
from odd import failures
from odd import fields_of
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.app.textfield.value import RichTextValue

import ast
import json
import pytest
import requests
import transaction


pytestmark = pytest.mark.unmeasured

PATHS = {
    "MemberDirectory": "groepen",
    "MemberOrganisation": "groepen/deur",
    "NetworkDays": "netwerkdagen",
    "NetworkDay": "netwerkdagen/2031",
    "ProgrammeItem": "netwerkdagen/2031/onthaal",
    "ToolkitLibrary": "toolkit",
    "ToolkitEdition": "toolkit/1",
    "ToolkitChapter": "toolkit/1/wonen",
    "ToolkitSection": "toolkit/1/wonen/huren",
    "ToolkitAddendum": "toolkit/1/aanvulling",
}
JSON = {
    "Accept": "application/json",
    "Accept-Language": "nl",
    "Content-Type": "application/json",
}
MANAGER = (SITE_OWNER_NAME, SITE_OWNER_PASSWORD)


def hours(first, last):
    """Return when something begins and ends on the same day."""
    return {
        name: BRUSSELS.localize(datetime(2031, 10, 4, hour))
        for name, hour in (("start", first), ("end", last))
    }


@pytest.fixture
def site(functional):
    """Return the address of a site with one of every type."""
    portal, create = functional["portal"], api.content.create
    with api.env.adopt_roles(["Manager"]):
        create(
            portal.groepen,
            "MemberOrganisation",
            id="deur",
            title="Deur",
            legal_form="vzw",
            municipality="44021",
            activities=["housing"],
        )
        day = create(
            portal.netwerkdagen,
            "NetworkDay",
            id="2031",
            title="Dag",
            kept_until=BRUSSELS.localize(datetime(2031, 9, 1, 12)),
            **hours(9, 17),
        )
        create(day, "ProgrammeItem", id="onthaal", title="Onthaal", **hours(9, 10))
        edition = create(
            portal.toolkit, "ToolkitEdition", id="1", title="Een", number=1
        )
        chapter = create(edition, "ToolkitChapter", id="wonen", title="Wonen")
        text = RichTextValue("<p>Huren</p>", "text/html", "text/x-html-safe")
        create(chapter, "ToolkitSection", id="huren", title="Huren", text=text)
        create(edition, "ToolkitAddendum", id="aanvulling", title="Meer", text=text)
    transaction.commit()
    return f"http://{functional['host']}:{functional['port']}/{portal.getId()}"


def ask(method, url, **options):
    """Send a request as the manager."""
    return requests.request(method, url, auth=MANAGER, timeout=60, **options)


@pytest.mark.parametrize("portal_type", PATHS)
def test_odd_value_is_refused_by_its_field_or_shown(site, functional, portal_type):
    url = f"{site}/{PATHS[portal_type]}"
    content = functional["portal"].unrestrictedTraverse(PATHS[portal_type])

    def send(data):
        return ask("PATCH", url, data=json.dumps(data), headers=JSON)

    def look():
        return ask("GET", url, headers={"Accept": "text/html"}).status_code

    assert len(fields_of(content)) >= 3
    assert failures(content, send, look) == []


@pytest.mark.parametrize(
    "value",
    [
        [],
        5,
        {},
        {"credits": []},
        {"data": []},
        {"data": None},
        {"data": "é", "encoding": "ascii"},
        {"data": "x", "encoding": "base64"},
        {"data": "x", "encoding": "klingon"},
    ],
)
def test_rich_text_that_is_no_text_is_never_stored(site, functional, value):
    answer = ask("PATCH", f"{site}/toolkit/1", json={"credits": value}, headers=JSON)
    assert answer.status_code == 400
    assert [each["field"] for each in ast.literal_eval(answer.json()["message"])] == [
        "credits"
    ]
    assert functional["portal"].toolkit["1"].credits is None


def test_odd_value_of_something_new_is_refused_with_its_field(site, functional):
    data = {"@type": "ToolkitEdition", "title": "Twee", "number": {}, "credits": []}
    answer = ask("POST", f"{site}/toolkit", json=data, headers=JSON)
    assert answer.status_code == 400
    for name in ("number", "credits"):
        assert answer.json()["message"].count(f"'field': '{name}'") == 1
    assert functional["portal"].toolkit.objectIds() == ["1"]
