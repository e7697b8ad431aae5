"""What somebody may not see answers as a name that never was."""

from channels import EXTRA
from channels import services_of
from channels import site_request
from channels import views_of
from gastvrij.privacy import guard
from gastvrij.privacy.guard import Guarded
from gastvrij.privacy.interfaces import IGuarded
from gastvrij.privacy.sender import may_view
from planting import ABSENT
from planting import HIDDEN
from planting import SECRET
from plone import api
from plone.browserlayer.utils import unregister_layer
from plone.dexterity.interfaces import IDexterityFTI
from plone.uuid.interfaces import IUUID
from Products.SiteAccess.VirtualHostMonster import manage_addVirtualHostMonster
from zope.component import getUtilitiesFor
from zope.dottedname.resolve import resolve

import pytest
import re
import transaction


pytestmark = pytest.mark.unmeasured

OUTSIDERS = ("visitor", "member", "contact")
JSON = {"Accept": "application/json"}
HTML = {"Accept": "text/html"}
PLAIN = {"Accept": "text/plain"}
METHODS = (
    "GET",
    "HEAD",
    "POST",
    "PATCH",
    "PUT",
    "DELETE",
    "OPTIONS",
    "PROPFIND",
    "PROPPATCH",
    "LOCK",
    "COPY",
    "MOVE",
    "MKCOL",
)
UNTOLD = ("Date",)


@pytest.fixture
def unguarded(monkeypatch):
    """Switch the guard off: the control of every test that it protects."""
    monkeypatch.setattr(guard, "may_view", lambda content, request: True)


def shape(answer, name=ABSENT):
    """Return all that an answer tells, with the name asked for blotted out."""
    headers = {k: v for k, v in answer.headers.items() if k not in UNTOLD}
    text = re.sub(r'data-token="\w+"', "", answer.text)
    return answer.status_code, headers, text.replace(name, "***")


def differences(site, paths, who, **options):
    """Return the paths whose answer tells them from a name of the same length."""
    never = ABSENT.ljust(len(SECRET), "x")
    return [
        path
        for path in paths
        if shape(site.ask(path, who, **options), SECRET)
        != shape(site.ask(path.replace(SECRET, never), who, **options), never)
    ]


@pytest.mark.parametrize("who", OUTSIDERS)
@pytest.mark.parametrize("headers", [HTML, JSON, PLAIN], ids=["html", "json", "plain"])
def test_hidden_things_answer_as_names_that_never_were(site, who, headers):
    answers = {path: site.ask(path, who, headers=headers) for path in HIDDEN}

    assert {path: answers[path].status_code for path in HIDDEN} == dict.fromkeys(
        HIDDEN, 404
    )
    assert differences(site, HIDDEN, who, headers=headers) == []


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("headers", [HTML, JSON], ids=["html", "json"])
def test_every_method_answers_as_for_names_that_never_were(site, method, headers):
    options = {"method": method, "headers": headers}

    assert differences(site, HIDDEN[:12:4], "visitor", **options) == []
    assert differences(site, HIDDEN[:1], "member", **options) == []


@pytest.mark.usefixtures("unguarded")
def test_without_the_guard_hidden_things_are_told_apart(site):
    assert differences(site, HIDDEN, "visitor", headers=HTML) == list(HIDDEN)
    assert differences(site, HIDDEN, "member", headers=JSON) == list(HIDDEN)


def stock_addresses(site, path):
    """Return every address below a thing that is registered or otherwise known."""
    content = site.at(path)
    views = [f"{path}/@@{name}" for name in views_of(content, site_request())]
    return views + [f"{path}{extra}" for extra in EXTRA]


FILES = ("/groepen/herberg/dossier", "/groepen/herberg/dossier/notities")
ONE_OF_EACH = (HIDDEN[0], *HIDDEN[2:6], *HIDDEN[8:], *FILES)


def statuses(site, addresses, who, method="GET"):
    """Return the addresses that do not answer 404, with what they answer."""
    answers = {
        address: site.ask(address, who, method, headers=PLAIN).status_code
        for address in addresses
    }
    return {address: code for address, code in answers.items() if code != 404}


@pytest.mark.parametrize("path", ONE_OF_EACH)
def test_every_stock_view_below_is_not_found_by_visitors(site, path):
    addresses = stock_addresses(site, path)

    assert len(addresses) > 250
    assert statuses(site, addresses, "visitor") == {}


@pytest.mark.parametrize("who", ["member", "contact"])
def test_every_stock_view_below_is_not_found_by_members(site, who):
    assert statuses(site, stock_addresses(site, HIDDEN[0]), who) == {}


@pytest.mark.parametrize("path", ONE_OF_EACH)
def test_every_service_below_is_not_found(site, path):
    services = services_of(site.at(path), site_request())
    answers = {
        (method, name): site.ask(f"{path}/{name}", "visitor", method, headers=JSON)
        for method, name in services
    }

    assert len(services) > 40
    assert {
        key: a.status_code for key, a in answers.items() if a.status_code != 404
    } == {}
    assert {a.json()["type"] for (m, n), a in answers.items() if m != "HEAD"} == {
        "NotFound"
    }


@pytest.mark.usefixtures("unguarded")
def test_without_the_guard_stock_views_answer(site):
    found = statuses(site, stock_addresses(site, HIDDEN[0]), "visitor")

    assert len(found) > 100
    assert 200 in found.values()


TRICKS = (
    "/groepen/{s}-draft/toolkit/1",
    "/groepen/open/{s}-draft",
    "/groepen/open/{s}-draft/@@images/image",
    "/{s}-draft",
    "/toolkit/1/wonen/{s}-addendum",
    "/++api++/groepen/{s}-draft",
    "/++api++/groepen/{s}-draft/@history",
    "/groepen/++api++/{s}-draft",
    "/groepen/{s}-draft/++api++/@types",
    "/groepen/./{s}-draft/view",
    "/groepen//{s}-draft//view",
    "/groepen/{s}%2ddraft",
    "/groepen/@@plone_context_state/context/{s}-draft",
    "/groepen/restrictedTraverse?path={s}-draft",
    "/@@plone_portal_state/portal/groepen/{s}-draft",
    "/groepen/++view++view/{s}-draft",
    "/groepen/++attribute++{s}-draft",
    "/groepen/++acquire++{s}-draft",
    "/groepen/+/{s}-draft",
    "/netwerkdagen/{s}-day/report_book/data",
    "/netwerkdagen/2030/{s}-day/{s}-file/@@download/file",
)


@pytest.mark.parametrize("who", ["visitor", "contact"])
@pytest.mark.parametrize("trick", TRICKS)
def test_roundabout_addresses_are_not_found(site, trick, who):
    for headers in (HTML, JSON):
        address = trick.format(s=SECRET)

        assert site.ask(address, who, headers=headers).status_code == 404
        assert differences(site, [address], who, headers=headers) == []


def test_behind_a_proxy_the_address_is_not_found(site):
    manage_addVirtualHostMonster(site.portal.aq_parent)
    transaction.commit()
    root = site.url.rpartition("/")[0]
    virtual = f"{root}/VirtualHostBase/http/www.example.org:80/plone/VirtualHostRoot"
    inside = f"{root}/VirtualHostBase/http/www.example.org:80/plone{HIDDEN[0]}"

    for headers in (HTML, JSON):
        answer = site.ask(f"{virtual}{HIDDEN[0]}/@@images", headers=headers)
        assert answer.status_code == 404
        assert "http://www.example.org" in answer.text
        assert differences(site, [f"{virtual}{HIDDEN[0]}"], "visitor") == []
        assert site.ask(f"{inside}/VirtualHostRoot/view").status_code == 404


@pytest.mark.parametrize(
    ("who", "paths"), [("manager", HIDDEN), ("keeper", HIDDEN[:1])]
)
def test_who_may_see_it_sees_it(site, who, paths):
    for path in paths:
        answer = site.ask(path, who, headers=JSON)
        assert answer.status_code == 200
        assert answer.json()["id"] == path.rpartition("/")[2]


def test_who_may_see_but_not_do_is_told_so(site):
    page = site.ask(f"{HIDDEN[0]}/@@manage-viewlets", "keeper", headers=HTML)
    service = site.ask(f"{HIDDEN[0]}/@sharing", "keeper", headers=JSON)

    assert "/require_login?" in page.headers["Location"]
    assert service.status_code == 403


def test_hidden_things_stay_hidden_without_the_add_on(site):
    unregister_layer("gastvrij")
    transaction.commit()

    assert site.ask(HIDDEN[0], headers=JSON).status_code == 404
    assert site.ask(f"{HIDDEN[0]}/@@images/image", headers=HTML).status_code == 404


def test_public_things_cost_no_identification(integration):
    portal = integration["portal"]

    assert may_view(portal.groepen, request=None)


def test_every_guarded_type_has_the_hook():
    classes = [resolve(fti.klass) for name, fti in getUtilitiesFor(IDexterityFTI)]
    guarded = [klass for klass in classes if IGuarded.implementedBy(klass)]

    assert [klass for klass in guarded if klass.__mro__[1] is not Guarded] == []


def test_uids_lead_only_who_may_see(site):
    uid = IUUID(site.at(HIDDEN[0]))
    address = "/groepen/resolveuid/{}"
    for who in OUTSIDERS:
        for headers in (HTML, JSON):
            known = site.ask(address.format(uid), who, headers=headers)
            never = site.ask(address.format("0" * 32), who, headers=headers)
            assert known.status_code == 404
            assert shape(known, uid) == shape(never, "0" * 32)

    allowed = site.ask(address.format(uid), "keeper", headers=HTML)
    assert allowed.headers["Location"] == site.url + HIDDEN[0]


def test_uids_of_public_things_lead_everybody(site):
    uid = IUUID(site.at("/groepen/open"))

    answer = site.ask(f"/resolveuid/{uid}", headers=HTML)

    assert answer.headers["Location"] == f"{site.url}/groepen/open"


@pytest.fixture
def moved(site):
    """Return the site, in which a group was renamed before it was hidden."""
    with api.env.adopt_roles(["Manager"]):
        api.content.rename(site.at(HIDDEN[0]), new_id=f"{SECRET}-new")
        api.content.rename(site.at("/groepen/open"), new_id="opvang")
    transaction.commit()
    return site


@pytest.mark.parametrize("headers", [HTML, JSON], ids=["html", "json"])
@pytest.mark.parametrize("end", ["", "/@@images/image", "/view"])
def test_old_addresses_lead_only_who_may_see(moved, headers, end):
    for who in OUTSIDERS:
        old = f"/groepen/{SECRET}-draft{end}"
        assert moved.ask(old, who, headers=headers).status_code == 404
        assert differences(moved, [old], who, headers=headers) == []

    allowed = moved.ask(f"/groepen/{SECRET}-draft{end}", "keeper", headers=headers)
    assert allowed.headers["Location"] == f"{moved.url}/groepen/{SECRET}-new{end}"


@pytest.mark.parametrize("headers", [HTML, JSON], ids=["html", "json"])
def test_old_addresses_of_public_things_lead_everybody(moved, headers):
    answer = moved.ask("/groepen/open", headers=headers)
    posted = moved.ask("/++api++/groepen/open/@x", method="POST", headers=headers)

    assert answer.headers["Location"] == f"{moved.url}/groepen/opvang"
    assert posted.status_code == 307


def test_navigation_from_a_hidden_root_is_navigation_from_nowhere(site):
    service = "/@contextnavigation?expand.contextnavigation.root_path={}"
    expanded = "/toolkit?expand=contextnavigation&expand.contextnavigation.root_path={}"
    addresses = [service.format(HIDDEN[0]), expanded.format(HIDDEN[0])]

    assert differences(site, addresses, "visitor", headers=JSON) == []
    assert differences(site, addresses, "member", headers=JSON) == []


def test_links_of_a_hidden_thing_are_not_found(site):
    uid = IUUID(site.at(HIDDEN[0]))
    for who in OUTSIDERS:
        known = site.ask(f"/@linkintegrity?uids={uid}", who, headers=JSON)
        never = site.ask(f"/@linkintegrity?uids={'0' * 32}", who, headers=JSON)
        assert known.status_code == 404
        assert shape(known) == shape(never)

    pair = f"/@linkintegrity?uids:list={uid}&uids:list={IUUID(site.at('/toolkit'))}"
    titles = [item["title"] for item in site.ask(pair, "keeper", headers=JSON).json()]
    assert titles == [site.at(HIDDEN[0]).title, "Toolkit"]
