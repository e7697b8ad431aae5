"""Public pages are kept in memory, and are right again at once when they change."""

from gastvrij.site.caching import Today
from gastvrij.spelling.dates import today_in_belgium
from plone import api

import pytest
import requests
import transaction


KEPT = (
    "",
    "/groepen",
    "/groepen/de-warme-drempel",
    "/toolkit",
    "/toolkit/2",
    "/toolkit/2/huiswerk",
    "/toolkit/2/huiswerk/gezondheidszorg",
    "/toolkit/2/ongeneeslijk-ziek-en-overlijden",
    "/netwerkdagen",
    "/netwerkdagen/2019",
    "/netwerkdagen/deel-1",
    "/netwerkdagen/deel-1/huren-zonder-papierberg",
)


@pytest.fixture
def site(demo) -> str:
    """Return the address of the demo site."""
    return f"http://localhost:{demo['port']}/{demo['portal'].getId()}"


def get(url, **headers):
    """Read a page as a visitor who was never here."""
    return requests.get(url, headers=headers, timeout=30)


@pytest.mark.parametrize("path", KEPT, ids=lambda path: path or "home")
def test_public_page_is_served_from_memory(site, path):
    first = get(f"{site}{path}")
    again = get(f"{site}{path}")
    assert first.status_code == 200
    assert "X-RAMCache" not in first.headers
    assert again.headers["X-RAMCache"]
    assert again.text == first.text


@pytest.mark.parametrize("path", KEPT, ids=lambda path: path or "home")
def test_unchanged_page_is_not_sent_again(site, path):
    first = get(f"{site}{path}")
    again = get(f"{site}{path}", **{"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
    assert again.text == ""


def test_page_changes_at_once_with_its_content(demo, site):
    group = demo["portal"].groepen["de-warme-drempel"]
    for path in ("/groepen", "/groepen/de-warme-drempel"):
        get(f"{site}{path}")
    group.title = "De Nieuwe Drempel"
    group.reindexObject()
    transaction.commit()
    for path in ("/groepen", "/groepen/de-warme-drempel"):
        assert "De Nieuwe Drempel" in get(f"{site}{path}").text


def test_hidden_group_leaves_the_list_at_once(demo, site):
    assert "De Warme Drempel" in get(f"{site}/groepen").text
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(demo["portal"].groepen["de-warme-drempel"], "hide")
    transaction.commit()
    assert "De Warme Drempel" not in get(f"{site}/groepen").text


def test_page_in_english_is_kept_beside_the_dutch_one(site):
    dutch = get(f"{site}/groepen")
    english = get(f"{site}/groepen", Cookie='I18N_LANGUAGE="en"')
    assert dutch.headers["ETag"] != english.headers["ETag"]
    assert 'lang="nl"' in dutch.text
    assert 'lang="en"' in english.text


def test_page_of_somebody_who_logged_in_is_not_shown_to_visitors(demo, site):
    (name, password) = next(
        line.split(" ")[:2]
        for line in (demo["var"] / "demo-accounts.txt").read_text().splitlines()
        if line.endswith(" secretariat")
    )
    page = f"{site}/groepen"
    theirs = requests.get(page, auth=(name, password), timeout=30)
    visitors = get(page)
    assert "Verborgen" in theirs.text
    assert "Verborgen" not in visitors.text
    assert "private" in theirs.headers.get("Cache-Control", "private")


def test_kept_page_knows_the_date_in_belgium(integration):
    today = Today(None, integration["portal"].REQUEST)()
    assert today == today_in_belgium().isoformat()
    get_etags = api.portal.get_registry_record
    etags = get_etags("plone.app.caching.weakCaching.gastvrij.page.etags")
    assert "today" in etags
