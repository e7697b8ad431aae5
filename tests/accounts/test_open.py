"""Where letters to people with an account lead."""

from gastvrij.accounts.open_view import open_url
from people_site import AN
from plone import api
from urllib.parse import parse_qs
from urllib.parse import urlsplit

import pytest
import re
import transaction


@pytest.fixture
def group(site):
    """Return a group that visitors do not see; An is its contact person."""
    with api.env.adopt_roles(["Manager"]):
        group = api.content.create(
            site.portal.groepen,
            "MemberOrganisation",
            id="de-lange-tafel",
            title="De Lange Tafel",
            legal_form="vzw",
            municipality="44021",
            activities=["housing"],
        )
    group.manage_setLocalRoles(site.user_id(AN), ["Contact Person"])
    group.reindexObjectSecurity()
    transaction.commit()
    return group


def test_who_may_see_the_thing_is_led_to_it(site, group, browser_of_an):
    answer = browser_of_an.get(open_url(site.portal, group.UID()))
    assert answer.status_code == 302
    assert answer.headers["Location"] == f"{site.url}/groepen/de-lange-tafel"


def test_letter_may_lead_to_a_page_of_the_thing(site, group, browser_of_an):
    answer = browser_of_an.get(open_url(site.portal, group.UID(), "edit-profile"))
    assert answer.headers["Location"].endswith("/groepen/de-lange-tafel/edit-profile")


@pytest.mark.parametrize("page", ["../secret", "//evil.example", "a/b", "@@x", ""])
def test_odd_page_is_left_out(site, group, browser_of_an, page):
    answer = browser_of_an.get(f"open?id={group.UID()}&page={page}")
    assert answer.headers["Location"].endswith("/groepen/de-lange-tafel")


def test_visitor_is_asked_to_log_in_and_led_on(site, group):
    browser = site.browser()
    asked = browser.get(f"open?id={group.UID()}&page=edit-profile")
    assert asked.status_code == 302
    came_from = parse_qs(urlsplit(asked.headers["Location"]).query)["came_from"][0]
    page = browser.page(asked.headers["Location"])
    assert "Log in om verder te gaan" in page.text_content()
    assert "came_from" in page.xpath("string(//a[contains(@href,'login-link')]/@href)")
    answer = browser.log_in(AN, came_from=came_from)
    assert answer.headers["Location"] == came_from
    opened = browser.get(came_from)
    assert opened.headers["Location"].endswith("/groepen/de-lange-tafel/edit-profile")


@pytest.mark.parametrize("uuid", ["0" * 32, "x", "", "%00", "'; drop"])
def test_visitor_learns_nothing_about_an_id(site, group, uuid):
    known = site.browser().get(f"open?id={group.UID()}")
    other = site.browser().get(f"open?id={uuid}")
    assert (known.status_code, known.text) == (other.status_code, other.text)
    assert known.headers.keys() == other.headers.keys()


def untold(text):
    """Return a page without its token, which is another at every request."""
    return re.sub(r'data-token="\w+"', "", text)


def test_who_may_not_see_the_thing_is_told_the_same_as_of_none(site, group):
    browser = site.browser()
    browser.log_in("bo@example.org")
    hidden = browser.get(f"open?id={group.UID()}")
    unknown = browser.get(f"open?id={'0' * 32}")
    assert hidden.status_code == unknown.status_code == 404
    assert untold(hidden.text) == untold(unknown.text)
    assert "De Lange Tafel" not in hidden.text
