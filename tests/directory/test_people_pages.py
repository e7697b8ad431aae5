"""The pages on which the people of a group are looked after, as somebody uses them."""

from datetime import timedelta
from gastvrij.accounts.people import user_for
from gastvrij.directory.contact_state import leaving_of
from gastvrij.directory.contacts import contact_called
from gastvrij.directory.contacts import contacts_of
from gastvrij.directory.contacts import name_contact
from gastvrij.directory.invitations import invitations_of
from gastvrij.directory.invitations import LIFETIME
from groups import address
from groups import PASSWORD
from groups import user_called
from letterbox import links_of
from letterbox import text_of
from lxml import html
from people import NOW
from people import press
from people import words_of
from urllib.parse import urlsplit

import pytest
import requests
import transaction


PEOPLE = "groepen/active/people"
BO = "bo@example.net"
FORMS = ("people-edit", "people-invite", "people-handover", "people-name", "notes")


@pytest.fixture
def group(site, letterbox):
    """Return the group of the contact person, on a site that sends letters."""
    transaction.commit()
    return site.portal.groepen.active


def follow(link, **data):
    """Follow a link of a letter as somebody who is logged out; POST with data."""
    method = "POST" if data else "GET"
    return requests.request(method, link.partition("?")[0] if data else link, data=data,
        timeout=30, allow_redirects=False)  # fmt: skip


def accept(link, **typed):
    """Open the link and press the button of the form on it; return the answer."""
    page = html.fromstring(follow(link).text)
    (form,) = page.xpath("//main//form")
    answer = follow(link, **(dict(form.form_values()) | typed))
    transaction.begin()
    return answer


def handed_over(site, letterbox, email=BO):
    """Ask somebody to take over; return the link in their letter."""
    press(site, "contact", f"{PEOPLE}-handover", "", email=email)
    (letter,) = letterbox.fetch(site.portal)
    assert letter["to"] == email
    return links_of(letter)[0]


def test_pages_are_for_the_group_and_the_secretariat(site, group):
    found = {}
    for who in ("visitor", "member", "other_contact", "board", "editor", "contact"):
        answers = [site.ask(who, "GET", f"groepen/active/{name}") for name in FORMS]
        found[who] = [answer.status_code for answer in answers]
        assert site.ask(who, "GET", PEOPLE).status_code == found[who][0]
    turned_away = [302] * 5
    assert found.pop("contact") == [200, 200, 200, 302, 302]
    assert all(codes == turned_away for codes in found.values())
    secretariat = [
        site.ask("secretariat", "GET", f"groepen/active/{name}").status_code
        for name in ("people", "people-name", "notes", "people-edit", "people-handover")
    ]
    assert secretariat == [200, 200, 200, 404, 404]


@pytest.mark.parametrize("page", ["people", "update", "status", "confirm"])
def test_visitor_logs_in_and_is_on_the_page_of_the_group(site, group, page):
    browser, url = requests.Session(), f"{site.url}/groepen/active/{page}"
    door = browser.get(url, timeout=30)
    assert urlsplit(door.url).path.endswith("/login")
    [form] = html.fromstring(door.text).xpath("//form[@id='LoginForm']")
    login = {"__ac_name": address("contact"), "__ac_password": PASSWORD}
    data = dict(form.form_values()) | login | {"buttons.login": "1"}
    assert browser.post(form.get("action"), data=data, timeout=30).url == url
    hidden = site.ask("visitor", "GET", f"groepen/hidden/{page}")
    assert hidden.status_code == 404


def test_page_tells_who_speaks_for_the_group(site, group):
    answer = site.ask("contact", "GET", PEOPLE)
    words = words_of(answer)
    assert "contact" in words
    assert address("contact") in words
    assert "Geef door aan een opvolger" in words
    assert "Interne notities" not in words
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Interne notities" in words_of(site.ask("secretariat", "GET", PEOPLE))


def test_contact_person_changes_name_and_phone_and_nothing_else(site, group):
    typed = {"name": "An Peeters", "phone": "0470 12 34 56", "email": "x@example.net"}
    typed |= {"role": "deputy", "user_id": "x", "since": "2020-01-01"}
    answer = press(site, "contact", f"{PEOPLE}-edit", "", **typed)
    assert answer.headers["Location"].endswith("/groepen/active/people")
    contact = contact_called(group, user_called("contact").getId())
    assert (contact.name, contact.phone) == ("An Peeters", "0470 12 34 56")
    assert (contact.email, contact.role) == (address("contact"), "contact")


def test_contact_person_changes_nobody_else(site, group):
    user_id = user_called("member").getId()
    name_contact(group, user_id, "Dee", "dee@example.org", None, "deputy", NOW)
    transaction.commit()
    answer = site.ask("contact", "GET", f"{PEOPLE}-edit?person={user_id}")
    assert answer.status_code == 404
    assert site.ask("secretariat", "GET", f"{PEOPLE}-edit?person={user_id}").status_code
    press(site, "secretariat", f"{PEOPLE}-edit?person={user_id}", "", name="Di")
    assert contact_called(group, user_id).name == "Di"


def test_shared_mailbox_is_refused_next_to_the_field(site, group, letterbox):
    answer = press(
        site, "contact", f"{PEOPLE}-handover", "", email="info@warmedrempel.example"
    )
    assert answer.status_code == 200
    assert "gedeeld adres" in words_of(answer, "//*[@id='email-error']")
    (box,) = html.fromstring(answer.text).xpath("//input[@name='email']")
    assert box.value == "info@warmedrempel.example"
    assert invitations_of(group) == []
    assert letterbox.fetch(site.portal) == []


def test_letter_to_the_successor_reaches_the_button(site, group, letterbox):
    press(site, "contact", f"{PEOPLE}-handover", "", email=BO)
    (letter,) = letterbox.fetch(site.portal)
    assert letter["subject"] == "Te doen: word contactpersoon van active"
    assert letter["reply-to"] == address("contact")
    assert "contactpersoon te worden van active" in text_of(letter)
    answer = follow(links_of(letter)[0])
    assert answer.status_code == 200
    words = words_of(answer)
    assert "Word contactpersoon van active" in words
    assert BO in words
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert answer.headers["Cache-Control"] == "no-store"


def test_opening_the_link_three_times_changes_nothing(site, group, letterbox):
    link = handed_over(site, letterbox)
    before = site.portal._p_jar.db().lastTransaction()
    for _again in range(3):
        assert follow(link).status_code == 200
    assert site.portal._p_jar.db().lastTransaction() == before
    assert user_for(BO) is None


def test_after_the_handover_the_former_has_no_rights(site, group, letterbox):
    group.public_email = "groep@example.org"
    transaction.commit()
    link = handed_over(site, letterbox)
    assert site.ask("contact", "GET", PEOPLE).status_code == 200
    answer = accept(link, name="Bo Claes", phone="016 20 00 00")
    assert "Je bent nu contactpersoon van active" in words_of(answer)

    for path in (PEOPLE, "groepen/active/update"):
        assert site.ask("contact", "GET", path).status_code == 302, path
    gone = site.ask("contact", "GET", "groepen/active/dossier")
    assert gone.status_code == 404
    data = {"description": "Nog iets."}
    assert site.rest("contact", "PATCH", "groepen/active", data).status_code == 401
    assert group.description == ""
    assert group.public_email == "groep@example.org"

    (contact,) = contacts_of(group)
    assert (contact.name, contact.email) == ("Bo Claes", BO)
    user_for(BO).setSecurityProfile(password=PASSWORD)
    transaction.commit()
    successor = requests.get(f"{site.url}/{PEOPLE}", auth=(BO, PASSWORD), timeout=30)
    assert "Bo Claes" in successor.text


def test_everybody_is_told_of_the_handover(site, group, letterbox):
    accept(handed_over(site, letterbox), name="Bo Claes")
    letters = {letter["to"]: letter for letter in letterbox.fetch(site.portal)}
    assert set(letters) == {BO, address("contact"), "secretariaat@example.org"}
    assert all(each["subject"].startswith("Ter info:") for each in letters.values())
    (link,) = links_of(letters[BO])
    door = follow(link)
    assert "/login?" in door.headers["Location"]
    assert requests.get(door.headers["Location"], timeout=30).status_code == 200


def test_a_link_works_once(site, group, letterbox):
    link = handed_over(site, letterbox)
    form = html.fromstring(follow(link).text).xpath("//main//form")[0]
    data = dict(form.form_values()) | {"name": "Bo Claes"}
    assert follow(link, **data).status_code == 200
    again = follow(link, **data)
    assert again.status_code == 410
    assert "Je hebt al aanvaard" in words_of(again)
    assert len(contacts_of(group)) == 1
    assert "Je hebt al aanvaard" in words_of(follow(link))


def test_a_withdrawn_invitation_cannot_be_accepted(site, group, letterbox):
    link = handed_over(site, letterbox)
    assert BO in words_of(site.ask("contact", "GET", PEOPLE))
    press(site, "contact", PEOPLE, "withdraw", email=BO)
    assert invitations_of(group) == []
    answer = follow(link)
    assert answer.status_code == 410
    assert "Deze link werkt niet meer" in words_of(answer)


def test_an_expired_invitation_is_told_and_cannot_be_accepted(
    site, group, letterbox, monkeypatch
):
    monkeypatch.setattr(
        "gastvrij.directory.invitations.LIFETIME", LIFETIME - timedelta(days=15)
    )
    link = handed_over(site, letterbox)
    assert follow(link).status_code == 410
    assert "werkt niet meer sinds" in words_of(site.ask("contact", "GET", PEOPLE))


@pytest.mark.parametrize("token", ["", "x", "a" * 5000, "%00", "é"])
def test_a_token_that_is_none_leads_to_a_friendly_page(site, group, token):
    answer = requests.get(f"{site.url}/groepen/handover?token={token}", timeout=30)
    assert answer.status_code == 410
    assert "Vraag het secretariaat" in words_of(answer)


def test_a_name_is_asked_for(site, group, letterbox):
    answer = accept(handed_over(site, letterbox), name="  ")
    assert "Vul dit in" in words_of(answer, "//*[@id='name-error']")
    assert user_for(BO) is None


def test_the_group_may_be_hidden_from_who_takes_over(site, letterbox):
    transaction.commit()
    hidden = site.portal.groepen.hidden
    press(site, "contact", "groepen/hidden/people-handover", "", email=BO)
    (letter,) = letterbox.fetch(site.portal)
    answer = accept(links_of(letter)[0], name="Bo")
    assert "contactpersoon van hidden" in words_of(answer)
    assert [contact.name for contact in contacts_of(hidden)] == ["Bo"]


def test_a_deputy_is_added_and_stops(site, group, letterbox):
    press(site, "contact", f"{PEOPLE}-invite", "", email=BO)
    (letter,) = letterbox.fetch(site.portal)
    accept(links_of(letter)[0], name="Bo")
    assert [c.role for c in contacts_of(group)] == ["contact", "deputy"]
    user_for(BO).setSecurityProfile(password=PASSWORD)
    transaction.commit()
    session = requests.Session()
    session.auth = (BO, PASSWORD)
    page = html.fromstring(session.get(f"{site.url}/{PEOPLE}", timeout=30).text)
    assert not page.xpath("//a[contains(@href, 'people-handover')]")
    (form,) = page.xpath("//form[.//button[@value='leave']]")
    data = dict(form.form_values()) | {"action": "leave"}
    session.post(f"{site.url}/{PEOPLE}", data=data, timeout=30)
    transaction.begin()
    assert [contact.role for contact in contacts_of(group)] == ["contact"]


def test_the_last_contact_person_cannot_just_leave(site, group, letterbox):
    page = site.page("contact", PEOPLE)
    assert not page.xpath("//button[@value='leave']")
    (form,) = page.xpath("//form[.//button[@value='tell']]")
    data = dict(form.form_values())
    site.ask("contact", "POST", PEOPLE, data=data | {"action": "leave"})
    assert len(contacts_of(group)) == 1
    for _twice in range(2):
        site.ask("contact", "POST", PEOPLE, data=data | {"action": "tell"})
    assert leaving_of(group).user_id == user_called("contact").getId()
    (letter,) = letterbox.fetch(site.portal)
    assert letter["to"] == "secretariaat@example.org"
    assert letter["subject"] == "Te doen: active zoekt een contactpersoon"
    assert "wil stoppen" in words_of(site.ask("secretariat", "GET", PEOPLE))


def test_secretariat_ends_and_names(site, group, letterbox):
    user_id = user_called("contact").getId()
    press(site, "secretariat", PEOPLE, "stop", person=user_id)
    assert contacts_of(group) == []
    page = site.ask("secretariat", "GET", PEOPLE)
    assert "Deze groep heeft geen contactpersoon" in words_of(page)
    typed = {"name": "Bo Claes", "email": BO, "phone": "", "role": "contact"}
    press(site, "secretariat", f"{PEOPLE}-name", "", **typed)
    (contact,) = contacts_of(group)
    assert (contact.name, contact.phone) == ("Bo Claes", None)
    ended, named = letterbox.fetch(site.portal)
    assert ended["to"] == address("contact")
    assert named["to"] == BO
    assert named["subject"] == "Te doen: log in als contactpersoon van active"
    assert "/login?" in follow(links_of(named)[0]).headers["Location"]


@pytest.mark.parametrize("action", ["stop", "withdraw", "leave", "tell", "x", ""])
def test_nothing_happens_without_the_token_of_the_form(site, group, action):
    site.page("contact", PEOPLE)  # Plone's own footer writes the first time
    before = site.portal._p_jar.db().lastTransaction()
    data = {"action": action, "person": user_called("contact").getId()}
    for who in ("contact", "secretariat"):
        assert site.ask(who, "POST", PEOPLE, data=data).status_code == 403
        site.ask(who, "GET", f"{PEOPLE}?action={action}&person={data['person']}")
    assert site.portal._p_jar.db().lastTransaction() == before


def test_contact_person_ends_nobody_else(site, group):
    user_id = user_called("member").getId()
    name_contact(group, user_id, "Dee", "dee@example.org", None, "deputy", NOW)
    transaction.commit()
    page = site.page("contact", PEOPLE)
    (form,) = page.xpath("//form[.//button[@value='tell']]")
    data = dict(form.form_values()) | {"action": "stop", "person": user_id}
    site.ask("contact", "POST", PEOPLE, data=data)
    assert len(contacts_of(group)) == 2


def test_form_that_stood_open_too_long_keeps_what_was_typed(site, group):
    data = {"email": BO, "_authenticator": "old"}
    answer = site.ask("contact", "POST", f"{PEOPLE}-handover", data=data)
    assert "Nog niet bewaard" in words_of(answer)
    (box,) = html.fromstring(answer.text).xpath("//input[@name='email']")
    assert box.value == BO
    assert invitations_of(group) == []


def test_names_are_shown_as_text(site, group):
    user_id = user_called("contact").getId()
    row = ("<script>alert(1)</script>", address("contact"), "<b>1</b>", "contact")
    name_contact(group, user_id, *row, NOW)
    transaction.commit()
    for path in (PEOPLE, "groepen/active/dossier"):
        text = site.ask("secretariat", "GET", path).text
        assert "<script>alert" not in text
        assert "<b>1</b>" not in text
