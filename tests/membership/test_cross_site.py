"""A page of another site has no use of the session of whoever is logged in here."""

from applications import make_application
from applications import values
from gastvrij.accounts import cross_site
from groups import address
from groups import make_group
from groups import make_person
from groups import PASSWORD
from network_days import create_day
from network_days import whole_day
from plone import api
from plone.app.textfield.value import RichTextValue
from plone.rest.interfaces import IService
from zope.component import getGlobalSiteManager

import json
import pytest
import requests
import transaction


POST = "POST_application_json_"
FORM = {"Accept": "text/html,*/*"}
SCRIPT = {"Accept": "application/json"}
JSON = {"Content-Type": "application/json; charset=utf-8"}

PARTS = "multipart/form-data"

# how another site can have a browser send something, without it asking us first
FORGERIES = {
    "form-plain": ("/++api++", FORM | {"Content-Type": "text/plain"}),
    "form": ("/++api++", FORM | {"Content-Type": "application/x-www-form-urlencoded"}),
    "form-file": (
        "/++api++",
        FORM | {"Content-Type": "multipart/form-data; boundary=x"},
    ),
    "script-plain": ("", SCRIPT | {"Content-Type": "text/plain;charset=UTF-8"}),
    "script-json": ("", SCRIPT | {"Content-Type": "text/plain; application/json"}),
    "script-bare": ("", SCRIPT),
}

PART = '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n{}\r\n--x--\r\n'

# what each service is asked for; the others get an empty object
BODIES = {
    "@applications": values(discussed_on="2026-02-01", decided_on="2026-02-08"),
    "@approve": {"on": "2026-03-01", "reason": "Welkom"},
    "@ask": {"question": "Wie komt er?", "fields": []},
    "@notes": {"note": "Gebeld."},
    "@registrations": {"people": [{"name": "An", "email": "an@example.org"}]},
    "@present": {"advice": "Een goede groep"},
    "@remark": {"opinion": "agree", "remark": "Goed"},
}
BEFORE_THE_BOARD = {"@approve", "@reject", "@record-approval", "@record-rejection"}
BEFORE_THE_BOARD |= {"@remark"}


def writing_services():
    """Return every service of ours that is asked by POST: its name and its context."""
    return sorted(
        (each.name.removeprefix(POST), each.required[0].__name__)
        for each in getGlobalSiteManager().registeredAdapters()
        if each.name.startswith(POST + "@")
        and IService.implementedBy(each.factory)
        and "IGastvrijLayer" in [layer.__name__ for layer in each.required[1:]]
    )


def make_part(portal):
    """Return a part of the toolkit."""
    with api.env.adopt_roles(["Manager"]):
        create = api.content.create
        edition = create(portal.toolkit, "ToolkitEdition", "1", title="Een", number=1)
        chapter = create(edition, "ToolkitChapter", "wonen", title="Wonen")
        text = RichTextValue("<p>Huren</p>", "text/html", "text/x-html-safe")
        return create(chapter, "ToolkitSection", "huren", title="Huren", text=text)


@pytest.fixture
def places(functional):
    """Return where each service would do something, and a session of a manager."""
    portal = functional["portal"]
    make_person("manager", "Administrators")
    group = make_group(portal, "warm")
    url = f"http://localhost:{functional['port']}/{portal.getId()}"
    found = {}
    for name, context in writing_services():
        state = "ready_for_board" if name in BEFORE_THE_BOARD else "in_review"
        where = {
            "IMemberOrganisation": lambda: group,
            "INetworkDay": lambda: create_day(
                portal, "2031", "announced", **whole_day("2031-10-04")
            ),
            "IMembershipDesk": lambda: portal["lid-worden"],
            "IMembershipApplication": lambda s=state: make_application(portal, s),
            "IPloneSiteRoot": lambda: portal,
            "ISiteRoot": lambda: portal,
            "IToolkitPart": lambda: make_part(portal),
        }[context]()
        path = "/".join(where.getPhysicalPath()[2:])
        found[name] = f"/{path}/{name}".replace("//", "/")
    transaction.commit()
    session = requests.Session()
    login = {"__ac_name": address("manager"), "__ac_password": PASSWORD}
    answer = session.post(f"{url}/login", data=login | {"buttons.login": "1"})
    assert "HttpOnly" in answer.history[0].headers["Set-Cookie"]
    assert "SameSite=Lax" in answer.history[0].headers["Set-Cookie"]
    return portal, url, session, found


def send(places, name, prefix, headers):
    """Send a service what it is asked for; return the answer, and whether it wrote."""
    portal, url, session, found = places
    database = portal._p_jar.db()
    before = database.lastTransaction()
    body = json.dumps(BODIES.get(name, {}), default=str)
    if "boundary" in headers.get("Content-Type", ""):
        body = PART.format(body)
    answer = session.post(
        f"{url}{prefix}{found[name]}",
        data=body.encode(),
        headers={"Origin": "https://evil.example", "Accept-Language": "nl"} | headers,
        timeout=30,
    )
    transaction.begin()
    return answer, database.lastTransaction() != before


@pytest.mark.parametrize("forgery", sorted(FORGERIES))
def test_services_do_nothing_for_another_site(places, forgery):
    for name in places[-1]:
        answer, has_written = send(places, name, *FORGERIES[forgery])
        assert (name, answer.status_code, has_written) == (name, 403, False)
        assert "application/json" in answer.json()["message"]


def test_services_do_it_for_a_page_of_this_site(places):
    assert len(places[-1]) > len(BODIES)
    for name in places[-1]:
        answer, has_written = send(places, name, "", SCRIPT | JSON)
        assert answer.status_code != 403, name
        is_asked_well = name in BODIES or name == "@confirm"
        assert has_written or not is_asked_well, (name, answer.text)


@pytest.mark.parametrize("forgery", sorted(set(FORGERIES) - {"form-file"}))
def test_without_the_check_another_site_confirms_a_group(places, forgery, monkeypatch):
    monkeypatch.setattr(cross_site, "could_be_forged", lambda request: False)
    answer, has_written = send(places, "@confirm", *FORGERIES[forgery])
    assert (answer.status_code, has_written) == (200, True)


def test_services_of_plone_do_nothing_for_another_site(places):
    portal, url, session, _ = places
    for path in ("groepen/warm/@workflow/hide", "groepen", "@users"):
        answer = session.post(f"{url}/++api++/{path}", data=b"{}", timeout=30)
        assert answer.status_code == 403, path
    transaction.begin()
    assert portal.portal_workflow.getInfoFor(portal.groepen.warm, "review_state") == (
        "active"
    )


def test_who_logs_in_by_a_header_says_nothing_about_json(places):
    _, url, _, _ = places
    answer = requests.post(
        f"{url}/groepen/warm/@workflow/hide",
        auth=(address("manager"), PASSWORD),
        headers=SCRIPT,
        timeout=30,
    )
    assert answer.status_code == 200


@pytest.mark.parametrize(
    "mark", [{"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}]
)
def test_a_password_that_a_browser_remembers_does_nothing_for_another_site(
    places, mark
):
    portal, url, _, _ = places
    answer = requests.post(
        f"{url}/++api++/groepen/warm/@workflow/hide",
        auth=(address("manager"), PASSWORD),
        headers=FORM | {"Content-Type": "text/plain"} | mark,
        timeout=30,
    )
    assert answer.status_code == 403
    transaction.begin()
    state = portal.portal_workflow.getInfoFor(portal.groepen.warm, "review_state")
    assert state == "active"


def test_a_token_is_never_sent_by_a_browser_itself(places):
    _, url, _, _ = places
    login = {"login": address("manager"), "password": PASSWORD}
    token = requests.post(f"{url}/++api++/@login", json=login, timeout=30).json()
    answer = requests.post(
        f"{url}/++api++/groepen/warm/@workflow/hide",
        headers=SCRIPT
        | {"Authorization": f"Bearer {token['token']}"}
        | {"Origin": "https://app.example"},
        timeout=30,
    )
    assert answer.status_code == 200
