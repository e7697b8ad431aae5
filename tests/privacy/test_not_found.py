"""The page at an address that leads nowhere."""

from plone import api

import pytest
import transaction


HTML = {"Accept": "text/html"}


def last_write(site):
    """Return the id of the last transaction in the database."""
    return site.portal._p_jar.db().lastTransaction()


def test_the_page_offers_ways_on(site):
    answer = site.ask("/groepen/never", headers=HTML)

    assert answer.status_code == 404
    assert answer.text.count("<h1") == 1
    assert "<title>Groepen" not in answer.text
    assert "Plone site</title>" in answer.text
    assert (
        "Deze pagina vinden we niet" in answer.text or "We do not find" in answer.text
    )
    for target in ("/groepen", "/contact-info", "/@@search", ""):
        assert f'="{site.url}{target}"' in answer.text
    came_from = f"{site.url}/groepen/never".replace(":", "%3A").replace("/", "%2F")
    assert f"{site.url}/login?came_from={came_from}" in answer.text


def test_logging_in_from_the_page_shows_what_was_asked(site):
    address = f"{site.url}/groepen/kwartelslag-draft"
    form = {
        "__ac_name": "keeper@example.org",
        "__ac_password": site.accounts["keeper"][1],
        "came_from": address,
        "buttons.login": "Log in",
    }

    answer = site.ask("/login", method="POST", data=form)

    assert answer.status_code == 302
    assert answer.headers["Location"].startswith(address)


def test_the_contact_page_is_offered_where_there_is_one(site):
    with api.env.adopt_roles(["Manager"]):
        api.content.create(site.portal, "Document", id="contact", title="Contact")
    transaction.commit()

    assert f'="{site.url}/contact"' in site.ask("/never", headers=HTML).text


@pytest.mark.parametrize("accept", ["text/plain", "*/*"])
def test_programs_get_no_page(site, accept):
    answer = site.ask("/groepen/never", headers={"Accept": accept})

    assert answer.status_code == 404
    assert answer.json() == {"error_type": "NotFound"}


def test_services_answer_in_their_own_shape(site):
    answer = site.ask("/groepen/never/x", headers={"Accept": "application/json"})

    assert answer.json() == {
        "context": f"{site.url}/groepen",
        "message": f"Resource not found: {site.url}/groepen/never",
        "type": "NotFound",
    }


def test_looking_for_what_is_not_there_writes_nothing(site):
    before = last_write(site)

    for address in ("/never", "/groepen/kwartelslag-draft", "/groepen/x/@@images/y"):
        site.ask(address, headers=HTML)
        site.ask(address, "member", headers=HTML)

    assert last_write(site) == before


def test_markup_in_an_address_is_not_run(site):
    answer = site.ask('/groepen/"><script>alert(1)</script>', headers=HTML)

    assert answer.status_code == 404
    assert "<script>alert" not in answer.text
