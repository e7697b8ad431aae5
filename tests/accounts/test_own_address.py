"""Somebody keeps the address with which they log in, and changes the rest."""

from people_site import AN
from people_site import BO
from people_site import PASSWORD
from people_site import words_of
from plone import api

import pytest
import requests
import transaction


OTHER = "info@example.org"


def address_of(site, email):
    """Return the address of an account, as it is kept."""
    return api.user.get(userid=site.user_id(email)).getProperty("email")


def test_form_shows_the_address_and_takes_no_other(site, browser_of_an):
    page = browser_of_an.page("@@personal-information")
    assert "Geef je groep door aan dat adres" in words_of(page)
    form = page.xpath("//form[.//input[@id='form-widgets-fullname']]")[0]
    data = dict(form.form_values()) | {
        "form.widgets.fullname": "An P.",
        "form.widgets.email": OTHER,
        "form.buttons.save": "1",
    }
    browser_of_an.post("@@personal-information", **data)
    an = api.user.get(userid=site.user_id(AN))
    assert an.getProperty("fullname") == "An P."
    assert an.getProperty("email").lower() == AN
    assert site.portal.acl_users.getUser(OTHER) is None


@pytest.mark.parametrize("body", [{"email": OTHER}, {"fullname": "A", "email": OTHER}])
def test_rest_refuses_another_address(site, body):
    answer = patch(site, AN, site.user_id(AN), body)
    assert answer.status_code == 403
    assert "Geef je groep door" in answer.json()["error"]["message"]
    assert address_of(site, AN).lower() == AN


def test_rest_takes_the_rest_of_who_somebody_is(site):
    body = {"fullname": "An P.", "email": address_of(site, AN)}
    assert patch(site, AN, site.user_id(AN), body).status_code == 204
    assert api.user.get(userid=site.user_id(AN)).getProperty("fullname") == "An P."


def test_who_manages_users_changes_an_address(site):
    with api.env.adopt_roles(["Manager"]):
        api.user.grant_roles(username=site.user_id(BO), roles=["Manager"])
    transaction.commit()
    body = {"email": "an@example.org"}
    assert patch(site, BO, site.user_id(AN), body).status_code == 204
    assert address_of(site, "an@example.org") == "an@example.org"
    browser = site.browser()
    browser.log_in(BO)
    page = browser.page("@@personal-information")
    assert page.xpath("string(//input[@type='email']/@value)") == BO


def patch(site, who, user_id, body):
    """Ask for other data of an account over REST; return the answer."""
    answer = requests.patch(
        f"{site.url}/@users/{user_id}",
        json=body,
        auth=(who, PASSWORD),
        headers={"Accept": "application/json", "Accept-Language": "nl"},
        timeout=30,
    )
    transaction.begin()
    return answer
