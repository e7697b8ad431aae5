"""Choosing a password by the link of a welcome letter."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from gastvrij.accounts.login_link import LOGIN
from gastvrij.accounts.password_link import PASSWORD as PURPOSE
from gastvrij.links.ledger import issue
from people_site import AN
from people_site import content_of
from people_site import PASSWORD

import pytest
import transaction


LIFETIME = timedelta(days=30)
NEW = "vier woorden zonder zin"


@pytest.fixture
def token(site):
    """Return the token of a link for An, as the outbox issues it."""
    return token_for(site)


def token_for(site, path="/groepen", now=None):
    """Make a link as the outbox makes it from the button of a welcome letter."""
    now = now or datetime.now(UTC)
    person = site.user_id(AN)
    token = issue(site.portal, PURPOSE, path, now, LIFETIME, person=person)
    transaction.commit()
    return token


def test_new_password_is_kept_and_logs_in_at_once(site, token):
    browser = site.browser()
    page = browser.page(f"set-password?token={token}")
    assert page.xpath("//input[@type='password' and @autocomplete='new-password']")
    answer = browser.post("set-password", token=token, password=NEW)
    assert answer.status_code == 302
    assert answer.headers["Location"] == f"{site.url}/groepen"
    assert browser.who().lower() == AN
    assert site.browser().log_in(AN, NEW).status_code == 302
    assert site.browser().log_in(AN, PASSWORD).status_code == 200


@pytest.mark.parametrize("password", ["", "kort", "x" * 201, "met\0nul lang genoeg"])
def test_password_that_does_not_do_is_refused_next_to_the_field(site, token, password):
    browser = site.browser()
    answer = browser.post("set-password", token=token, password=password)
    page = content_of(answer)
    assert page.xpath("//*[@data-gastvrij-focus]//a[@href='#password']")
    assert page.xpath("//input[@id='password']/@aria-invalid") == ["true"]
    assert browser.who() == "nobody"
    # the link is not used up
    assert browser.post("set-password", token=token, password=NEW).status_code == 302


def test_scanner_that_opens_the_link_three_times_changes_nothing(site, token):
    site.browser().get("login-link")  # Plone may change its keys on a first page
    before = site.portal._p_jar.db().lastTransaction()
    for _ in range(3):
        answer = site.browser().get(f"set-password?token={token}")
        assert answer.status_code == 200
        assert "Peeters" not in answer.text
        assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert site.portal._p_jar.db().lastTransaction() == before


def test_link_works_once_and_ends_every_older_link(site, token):
    older = token_for(site)
    to_log_in = issue(
        site.portal,
        LOGIN,
        "",
        datetime.now(UTC),
        timedelta(minutes=30),
        person=site.user_id(AN),
    )
    transaction.commit()
    site.browser().post("set-password", token=token, password=NEW)
    browser = site.browser()
    for dead in (token, older):
        answer = browser.post(
            "set-password", token=dead, password="nog een ander woord"
        )
        assert answer.status_code == 410
    assert browser.post("log-in", token=to_log_in).status_code == 410
    assert browser.who() == "nobody"


def test_expired_link_offers_a_link_to_log_in(site):
    token = token_for(site, now=datetime.now(UTC) - timedelta(days=31))
    answer = site.browser().get(f"set-password?token={token}")
    assert answer.status_code == 410
    assert AN not in answer.text.lower()
    assert "login-link" in answer.text


def test_link_to_log_in_sets_no_password(site):
    token = issue(
        site.portal,
        LOGIN,
        "",
        datetime.now(UTC),
        timedelta(minutes=30),
        person=site.user_id(AN),
    )
    transaction.commit()
    answer = site.browser().post("set-password", token=token, password=NEW)
    assert answer.status_code == 410
    assert site.browser().log_in(AN, PASSWORD).status_code == 302
