"""Logging in by a link: from the question, over the letter, to the button."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from gastvrij.accounts.login_link import LIFETIME
from gastvrij.accounts.login_link import LOGIN
from gastvrij.accounts.login_link import MOST_IN_AN_HOUR
from gastvrij.accounts.password_link import address_at_once
from gastvrij.links.ledger import issue
from gastvrij.links.ledger import LINKS
from gastvrij.links.ledger import look
from gastvrij.links.shelf import shelf
from gastvrij.mail.outbox import waiting
from letterbox import links_of
from letterbox import text_of
from people_site import AN
from people_site import BO
from people_site import content_of
from people_site import words_of
from plone import api

import pytest
import transaction


NEW = "vier woorden zonder zin"

EVIL = (
    "//evil.example",
    "https:evil.example",
    "https://evil.example/",
    "\\\\evil.example",
    "/\\evil.example",
    "javascript:alert(1)",
)


@pytest.fixture
def post(site, letterbox):
    """Return a function that asks for a link, and returns the letters that came."""
    letterbox.serve(site.portal)
    transaction.commit()

    def ask(email, browser=None, **others):
        answer = (browser or site.browser()).post("login-link", email=email, **others)
        assert answer.status_code == 200, answer.text
        return letterbox.fetch(site.portal)

    return ask


@pytest.fixture
def link_to(site):
    """Return a function that makes a link to log in, without a letter."""

    def make(email=AN, path="", now=None, purpose=LOGIN):
        now = now or datetime.now(UTC)
        person = site.user_id(email)
        token = issue(site.portal, purpose, path, now, LIFETIME, person=person)
        transaction.commit()
        return token

    return make


def button_of(letter):
    """Return where the button of a letter leads."""
    return next(link for link in links_of(letter) if "token=" in link)


def links(site):
    """Return every link that the database keeps."""
    transaction.begin()
    return {place: record.link for place, record in shelf(site.portal, LINKS).items()}


def test_who_forgot_the_password_logs_in_by_the_button_of_the_letter(site, post):
    browser = site.browser()
    (letter,) = post(AN, browser)
    assert letter["To"] == "An.Peeters@example.org"
    assert letter["Subject"].startswith("Te doen: log in op ")
    assert "halfuur" in text_of(letter)
    url = button_of(letter)
    assert url.startswith(f"{site.url}/log-in?token=")

    page = browser.page(url)
    assert words_of(page.xpath("//button")[0]) == "Log in"
    token = page.xpath("string(//input[@name='token']/@value)")
    answer = browser.post("log-in", token=token)
    assert answer.status_code == 302
    assert answer.headers["Location"] == site.url
    assert browser.who().lower() == AN


def test_page_of_a_link_tells_nothing_about_the_person(site, link_to):
    answer = site.browser().get(f"log-in?token={link_to()}")
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert answer.headers["Cache-Control"] == "no-store"
    for secret in (AN, "Peeters", site.user_id(AN)):
        assert secret.lower() not in answer.text.lower()


def test_scanner_that_opens_a_link_three_times_changes_nothing(site, link_to):
    token = link_to()
    site.browser().get("login-link")  # Plone may change its keys on a first page
    before = site.portal._p_jar.db().lastTransaction()
    for _ in range(3):
        assert site.browser().get(f"log-in?token={token}").status_code == 200
        site.browser().session.head(f"{site.url}/log-in?token={token}", timeout=30)
    assert site.portal._p_jar.db().lastTransaction() == before
    browser = site.browser()
    assert browser.post("log-in", token=token).status_code == 302
    assert browser.who().lower() == AN


def test_link_works_once(site, link_to):
    token = link_to()
    site.browser().post("log-in", token=token)
    browser = site.browser()
    answer = browser.post("log-in", token=token)
    assert answer.status_code == 410
    assert browser.who() == "nobody"


def test_using_a_link_ends_the_others_of_the_same_person(site, link_to):
    first, second, other = link_to(), link_to(), link_to(BO)
    site.browser().post("log-in", token=second)
    browser = site.browser()
    assert browser.post("log-in", token=first).status_code == 410
    assert browser.who() == "nobody"
    assert browser.post("log-in", token=other).status_code == 302
    assert browser.who() == BO


@pytest.mark.parametrize("method", ["get", "post"])
def test_dead_link_offers_a_new_one_and_tells_no_address(site, link_to, post, method):
    token = link_to(path="/groepen", now=datetime.now(UTC) - timedelta(minutes=31))
    browser = site.browser()
    ask = {"get": lambda: browser.get(f"log-in?token={token}")}
    ask["post"] = lambda: browser.post("log-in", token=token)
    answer = ask[method]()
    assert answer.status_code == 410
    form = content_of(answer).xpath("//form[contains(@action, 'login-link')]")[0]
    fields = dict(form.form_values())
    assert AN not in answer.text.lower()
    assert fields.pop("email", "") == ""
    assert fields["came_from"] == "/groepen"
    assert len(letters := post(browser=browser, email=AN, **fields)) == 1
    assert "/log-in?token=" in button_of(letters[0])


@pytest.mark.parametrize("token", ["", "x", "a" * 5000, "%00", "é", "../../etc"])
def test_odd_token_is_a_dead_link(site, token):
    answer = site.browser().get(f"log-in?token={token}")
    assert answer.status_code == 410
    assert content_of(answer).xpath("string(//input[@name='email']/@value)") == ""
    assert site.browser().post("log-in", token=token).status_code == 410


def test_link_for_another_purpose_does_not_log_in(site, link_to):
    token = link_to(purpose="directory.confirm")
    browser = site.browser()
    assert browser.post("log-in", token=token).status_code == 410
    assert browser.who() == "nobody"


def test_link_of_an_account_that_is_gone_is_dead(site, link_to):
    token = link_to(BO)
    with api.env.adopt_roles(["Manager"]):
        api.user.delete(username=site.user_id(BO))
    transaction.commit()
    assert links(site) == {}
    assert site.browser().post("log-in", token=token).status_code == 410


def test_password_ends_the_links_that_were_sent_before(site, link_to):
    token, other = link_to(), link_to(BO)
    reset = site.portal.portal_password_reset.requestReset(site.user_id(AN))
    site.portal.acl_users.userSetPassword(site.user_id(AN), "een ander geheim woord")
    transaction.commit()
    assert site.browser().post("log-in", token=token).status_code == 410
    assert site.browser().get(f"log-in?token={other}").status_code == 200
    page = site.browser().get(f"passwordreset/{reset['randomstring']}")
    assert 'type="password"' not in page.text


def test_somebody_else_who_is_logged_in_is_told_and_can_go_on(
    site, link_to, browser_of_an
):
    token = link_to(BO)
    page = browser_of_an.page(f"log-in?token={token}")
    assert "Je bent nu ingelogd als An Peeters" in words_of(page)
    refused = browser_of_an.post("log-in", token=token)
    assert refused.status_code == 403
    assert browser_of_an.who().lower() == AN
    fields = dict(page.xpath("//form[contains(@action, 'log-in')]")[0].form_values())
    assert browser_of_an.post("log-in", **fields).status_code == 302
    assert browser_of_an.who() == BO


def test_login_is_told_to_plone_as_after_a_password(site, link_to):
    member = api.user.get(userid=site.user_id(AN))
    before = member.getProperty("login_time")
    site.browser().post("log-in", token=link_to())
    member = api.user.get(userid=site.user_id(AN))
    assert member.getProperty("login_time") > before


def test_answer_is_the_same_whoever_asks(site, post):
    texts = {}
    for email in (AN, "nobody@example.org"):
        answer = site.browser().post("login-link", email=email)
        tokens = content_of(answer).xpath("//input[@name='form_token']/@value")
        text = answer.text.replace(email, "").replace(tokens[0], "")
        texts[email] = (answer.status_code, sorted(answer.headers), text)
    assert len({repr(text) for text in texts.values()}) == 1
    assert "secretariaat@example.org" in texts[AN][2]
    assert "Kijk bij ongewenste mail of vraag" in texts[AN][2]


def test_both_answers_write_to_the_database(site, post):
    database = site.portal._p_jar.db()
    for email in (AN, "nobody@example.org"):
        before = database.lastTransaction()
        site.browser().post("login-link", email=email)
        assert database.lastTransaction() != before


def test_letter_goes_to_nobody_who_is_not_known(post):
    assert post("nobody@example.org") == []


def test_few_letters_an_hour_go_to_one_person(site, post, letterbox):
    for _ in range(MOST_IN_AN_HOUR + 3):
        site.browser().post("login-link", email=AN.upper())
    assert len(letterbox.fetch(site.portal)) == MOST_IN_AN_HOUR
    assert len(post(BO)) == 1


def test_form_that_is_sent_twice_sends_one_letter(site, post):
    browser = site.browser()
    token = browser.page("login-link").xpath("//input[@name='form_token']/@value")[0]
    assert len(post(AN, browser, form_token=token)) == 1
    assert post(AN, browser, form_token=token) == []


@pytest.mark.parametrize("email", ["", "an", "an@", "an@example", "an@x.be, b@x.be"])
def test_what_is_no_address_is_told_next_to_the_field(site, email):
    answer = site.browser().post("login-link", email=email)
    page = content_of(answer)
    assert page.xpath("//*[@data-gastvrij-focus]//a[@href='#email']")
    field = page.xpath("//input[@id='email']")[0]
    assert field.get("aria-invalid") == "true"
    assert field.get("value") == email
    assert waiting(site.portal) == []


def test_link_leads_where_somebody_was_going(site, post):
    came_from = f"{site.url}/groepen?b_start=0"
    browser = site.browser()
    form = browser.page(f"login-link?came_from={came_from}").xpath("//form")[-1]
    fields = dict(form.form_values()) | {"email": AN}
    (letter,) = post(browser=browser, **fields)
    token = button_of(letter).partition("token=")[2]
    answer = browser.post("log-in", token=token)
    assert answer.headers["Location"] == came_from


@pytest.mark.parametrize("came_from", EVIL)
def test_link_never_leads_to_another_host(site, post, came_from):
    (letter,) = post(AN, came_from=came_from)
    assert "evil" not in text_of(letter)
    browser = site.browser()
    token = button_of(letter).partition("token=")[2]
    answer = browser.post("log-in", token=token)
    assert answer.headers["Location"] == site.url


def test_letter_never_leads_to_the_host_that_a_stranger_names(site, letterbox):
    letterbox.serve(site.portal)
    api.portal.set_registry_record("gastvrij.public_url", site.url)
    transaction.commit()
    headers = {"Host": "evil.example"}
    site.browser().session.post(
        f"{site.url}/login-link", data={"email": AN}, headers=headers, timeout=30
    )
    (letter,) = letterbox.fetch(site.portal)
    assert button_of(letter).startswith(f"{site.url}/log-in?token=")
    assert "evil" not in text_of(letter)


def test_database_tells_nobody_who_asked(site, post):
    site.browser().post("login-link", email="nobody@example.org")
    transaction.begin()
    kept = repr(dict(shelf(site.portal, "gastvrij.brake")))
    assert "nobody" not in kept


def test_who_forgot_the_password_chooses_a_new_one_without_the_old(site, link_to):
    browser, older = site.browser(), link_to()
    page = browser.page(f"log-in?token={link_to(path='/groepen')}")
    fields = dict(page.xpath("//form[contains(@action, 'log-in')]")[0].form_values())
    [button] = page.xpath("//button[@name]")
    assert words_of(button) == "Kies een nieuw wachtwoord"
    answer = browser.post("log-in", **fields, next=button.get("value"))
    assert browser.who() == "nobody"
    assert browser.post("log-in", **fields).status_code == 410
    assert browser.post("log-in", token=older).status_code == 410

    url = answer.headers["Location"]
    token = url.partition("/set-password?token=")[2]
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert browser.page(url).xpath("//input[@autocomplete='new-password']")
    answer = browser.post("set-password", token=token, password=NEW)
    assert answer.headers["Location"] == f"{site.url}/groepen"
    assert browser.who().lower() == AN
    assert site.browser().log_in(AN, NEW).status_code == 302
    again = site.browser().post("set-password", token=token, password="nog een woord")
    assert again.status_code == 410


def test_new_password_in_place_of_a_forgotten_one_is_chosen_at_once(site, link_to):
    login = look(site.portal, link_to(), LOGIN, datetime.now(UTC))
    then = datetime.now(UTC) - timedelta(minutes=30, seconds=-20)
    for age, status in ((then, 200), (then - timedelta(seconds=20), 410)):
        address = address_at_once(site.portal, login, age)
        transaction.commit()
        assert site.browser().get(address).status_code == status
