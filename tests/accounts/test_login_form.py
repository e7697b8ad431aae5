"""The form to log in with a password, and where it leads."""

from people_site import AN
from people_site import words_of

import pytest


EVIL = ("//evil.example", "https:evil.example", "\\\\evil.example", "/\\evil.example")


def test_form_is_dutch_and_offers_a_link_by_mail(site):
    page = site.browser().page("login")
    assert words_of(page.xpath("//h1")[0]) == "Inloggen"
    link = page.xpath("//a[contains(@href, '/login-link')]")[0]
    assert words_of(link) == "Krijg een link per mail"
    assert page.xpath("//input[@id='__ac_name' and @autocomplete='username']")


@pytest.mark.parametrize("written", [AN, AN.upper(), f" {AN} "])
def test_password_logs_in_however_the_address_is_written(site, written):
    browser = site.browser()
    answer = browser.log_in(written)
    assert answer.status_code == 302
    assert answer.headers["Location"] == site.url
    assert browser.who().lower() == AN


def test_wrong_password_is_told_above_the_fields_and_what_was_typed_stays(site):
    browser = site.browser()
    answer = browser.log_in(AN, "geraden")
    assert answer.status_code == 200
    assert "klopt niet" in answer.text
    assert f'value="{AN}"' in answer.text
    assert "geraden" not in answer.text
    assert browser.who() == "nobody"


def test_answer_is_the_same_for_an_unknown_address(site):
    texts = [
        site.browser().log_in(email, "geraden").text.replace(email, "")
        for email in (AN, "nobody@example.org")
    ]
    assert texts[0] == texts[1]


def test_somebody_goes_on_where_they_were_going(site):
    came_from = f"{site.url}/groepen?b_start=0"
    page = site.browser().page(f"login?came_from={came_from}")
    assert page.xpath("string(//input[@name='came_from']/@value)") == came_from
    answer = site.browser().log_in(AN, came_from=came_from)
    assert answer.headers["Location"] == came_from


@pytest.mark.parametrize("came_from", EVIL)
def test_nobody_is_led_to_another_host(site, came_from):
    page = site.browser().page(f"login?came_from={came_from}")
    assert not page.xpath("//input[@name='came_from']")
    assert "evil" not in page.xpath("string(//a[contains(@href,'login-link')]/@href)")
    answer = site.browser().log_in(AN, came_from=came_from)
    assert answer.headers["Location"] == site.url


def test_page_before_the_form_is_no_way_back(site):
    headers = {"Referer": f"{site.url}/groepen"}
    answer = site.browser().get("login", headers=headers)
    assert 'name="came_from"' not in answer.text


def test_form_says_who_is_logged_in_already(site, browser_of_an):
    assert "An Peeters" in words_of(browser_of_an.page("login"))
    assert "An Peeters" not in words_of(site.browser().page("login"))
