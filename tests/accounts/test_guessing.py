"""Guessing passwords is slowed down after ten wrong ones."""

from gastvrij.accounts import guessing
from gastvrij.accounts.guessing import Failures
from gastvrij.accounts.guessing import failures
from gastvrij.accounts.guessing import MOST_BY_NAME
from gastvrij.accounts.guessing import MOST_REMEMBERED
from gastvrij.accounts.guessing import PERIOD
from gastvrij.accounts.guessing import PLUGIN
from gastvrij.accounts.guessing import put_brake_on
from gastvrij.accounts.guessing import take_brake_off
from people_site import AN
from people_site import BO
from people_site import content_of
from people_site import PASSWORD
from people_site import words_of
from plone.app.testing import applyProfile
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD

import pytest
import requests
import transaction


@pytest.fixture(autouse=True)
def forgetful():
    """Begin each test without a wrong password."""
    failures.moments.clear()
    yield
    failures.moments.clear()


@pytest.fixture
def clock(monkeypatch):
    """Return a clock that a test sets; the only thing that is not the real one."""
    moment = [1_000_000.0]
    monkeypatch.setattr(guessing, "monotonic", lambda: moment[0])
    return moment


def guess(site, email, times=MOST_BY_NAME):
    """Give wrong passwords; return the statuses of the answers."""
    return [
        site.browser().log_in(email, f"woord {n}").status_code for n in range(times)
    ]


def test_right_password_is_not_looked_at_after_ten_wrong_ones(site):
    assert guess(site, AN) == [200] * MOST_BY_NAME
    browser = site.browser()
    answer = browser.log_in(AN)
    assert answer.status_code == 429
    assert answer.headers["Retry-After"] == "900"
    assert "Te veel verkeerde wachtwoorden" in words_of(content_of(answer))
    assert browser.who() == "nobody"


def test_without_the_brake_guessing_goes_on(site):
    take_brake_off(site.portal)
    transaction.commit()
    guess(site, AN, MOST_BY_NAME + 2)
    assert site.browser().log_in(AN).status_code == 302


def test_nine_wrong_passwords_and_the_right_one_begin_anew(site):
    guess(site, AN, MOST_BY_NAME - 1)
    assert site.browser().log_in(AN).status_code == 302
    guess(site, AN, MOST_BY_NAME - 1)
    assert site.browser().log_in(AN).status_code == 302


def test_name_that_nobody_has_is_braked_as_well(site):
    assert guess(site, "nobody@example.org", 12) == [200] * MOST_BY_NAME + [429] * 2


def test_capitals_make_no_other_name(site):
    guess(site, AN.upper())
    assert site.browser().log_in(AN).status_code == 429


def test_others_log_in_meanwhile(site):
    guess(site, AN)
    assert site.browser().log_in(BO).status_code == 302


def test_brake_lets_go_after_a_quarter_of_an_hour(site, clock):
    guess(site, AN)
    clock[0] += PERIOD - 1
    assert site.browser().log_in(AN).status_code == 429
    clock[0] += 1
    assert site.browser().log_in(AN).status_code == 302


def test_who_is_logged_in_already_goes_on(site, browser_of_an):
    guess(site, AN)
    assert browser_of_an.who().lower() == AN


def test_programs_are_braked_too(site):
    json = {"Accept": "application/json"}
    for n in range(MOST_BY_NAME):
        requests.get(site.url, auth=(AN, f"woord {n}"), headers=json, timeout=30)
    answer = requests.get(site.url, auth=(AN, PASSWORD), headers=json, timeout=30)
    assert answer.status_code == 429
    assert answer.json()["type"] == "TooManyRequests"
    token = requests.post(
        f"{site.url}/@login",
        json={"login": AN, "password": PASSWORD},
        headers=json,
        timeout=30,
    )
    assert token.status_code == 429


def test_manager_of_the_zope_root_is_no_guesser(site):
    owner = (SITE_OWNER_NAME, SITE_OWNER_PASSWORD)
    for _ in range(MOST_BY_NAME + 2):
        assert requests.get(site.url, auth=owner, timeout=30).status_code == 200
    assert not failures.moments


def test_wrong_password_writes_nothing(site):
    site.browser().get("login")
    before = site.portal._p_jar.db().lastTransaction()
    guess(site, AN, 3)
    assert site.portal._p_jar.db().lastTransaction() == before


def test_address_that_tries_many_names_is_braked(site):
    brake = site.portal.acl_users[PLUGIN]
    credentials = [{"login": f"an{n}", "password": "woord"} for n in range(51)]
    request = site.portal.REQUEST
    request._client_addr = "192.0.2.1"  # documentation only: many people, for Python
    for each in credentials:
        brake.authenticateCredentials(each)
    failures.moments.clear()
    request._client_addr = "8.8.8.8"
    for each in credentials[:50]:
        brake.authenticateCredentials(each)
    with pytest.raises(guessing.TooManyRequests):
        brake.authenticateCredentials(credentials[50])


def test_memory_is_bounded():
    wrong = Failures()
    for n in range(MOST_REMEMBERED + 5):
        wrong.add((str(n),))
    assert len(wrong.moments) == MOST_REMEMBERED
    assert wrong.count(("0",)) == 0
    assert wrong.count((str(MOST_REMEMBERED),)) == 1


def test_brake_comes_first_and_uninstalling_takes_it_away(portal):
    plugins = portal.acl_users.plugins
    kind = guessing.IAuthenticationPlugin
    put_brake_on(portal)
    assert plugins.listPluginIds(kind)[0] == PLUGIN
    assert plugins.listPluginIds(kind).count(PLUGIN) == 1
    applyProfile(portal, "gastvrij:uninstall")
    assert PLUGIN not in portal.acl_users
    assert PLUGIN not in plugins.listPluginIds(kind)
