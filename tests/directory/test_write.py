"""A visitor writes to a group: what arrives, with whom, and what nobody gets to see."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from gastvrij.directory import write
from gastvrij.directory.contacts import end_contact
from gastvrij.directory.relay import MOST_BY_MAILBOX
from gastvrij.directory.relay import MOST_FROM_COMPUTER
from gastvrij.links.brake import COUNTS
from gastvrij.mail.outbox import waiting
from groups import address
from groups import make_group
from groups import PASSWORD
from groups import user_called
from letterbox import text_of
from lxml import html
from people import name
from people import NOW
from time import monotonic
from zope.annotation.interfaces import IAnnotations

import pytest
import requests
import transaction


SECRET = "kwartelslag@example.org"
AN = {
    "name": "An Peeters",
    "email": "an@example.org",
    "message": "Dag,\r\n\r\nIk wil graag helpen.\r\nWanneer kan ik langskomen?",
}


@pytest.fixture
def active(site, letterbox):
    """Return a group with a contact person whose address is private, and a deputy."""
    group = site.portal.groepen.active
    name(group, "contact", email=SECRET)
    name(group, "other_contact", role="deputy", email="plaatsvervanger@example.org")
    transaction.commit()
    return group


def form_of(site, who="visitor", path="groepen/active/write"):
    """Return what the form would send, as if it was opened a minute ago."""
    page = html.fromstring(site.ask(who, "GET", path).text)
    [form] = page.xpath("//form[@class='gv-form']")
    opened = datetime.now(UTC) - timedelta(minutes=1)
    fields = {name: value or "" for name, value in form.form_values()}
    return fields | {"opened": str(int(opened.timestamp()))}


def send(site, data, who="visitor", path="groepen/active/write", **options):
    """Send the form."""
    return site.ask(who, "POST", path, data=data, **options)


def sentences(answer):
    """Return the sentences beside the fields, by field."""
    page = html.fromstring(answer.text)
    return {
        each.get("id").removesuffix("-error"): " ".join(each.text_content().split())
        for each in page.xpath("//p[@class='gv-error']")
    }


def summary(answer):
    """Return where the summary of the mistakes leads."""
    page = html.fromstring(answer.text)
    return page.xpath("//*[@class='gv-error-summary']//a/@href")


def test_message_reaches_the_contact_person_whose_address_nobody_sees(
    site, active, letterbox
):
    form = site.ask("visitor", "GET", "groepen/active/write")
    answer = send(site, form_of(site) | AN)
    assert answer.status_code == 303
    receipt = requests.get(answer.headers["Location"], timeout=30)
    assert "We hebben je bericht doorgegeven" in receipt.text
    assert "Je hoeft nu niets te doen." in receipt.text
    told = [each.text + str(each.headers) for each in (form, answer, receipt)]
    assert not [text for text in told if SECRET in text]
    [letter] = letterbox.fetch(site.portal)
    assert letterbox.recipients == [[SECRET]]
    assert letter["To"] == SECRET
    assert letter["Reply-To"] == "an@example.org"
    assert letter["Subject"] == "Te doen: een bericht voor active"
    text = text_of(letter)
    assert "An Peeters schreef een bericht aan je groep" in text
    assert "Ik wil graag helpen.\nWanneer kan ik langskomen?" in text
    assert "An Peeters, an@example.org" in text
    assert "in het Engels" not in text


def test_message_goes_to_the_public_address_of_a_group_that_has_one(
    site, active, letterbox
):
    active.public_email = "groep@example.org"
    transaction.commit()
    send(site, form_of(site) | AN)
    letterbox.fetch(site.portal)
    assert letterbox.recipients == [["groep@example.org"]]


@pytest.mark.parametrize(
    ("leave", "public", "recipient"),
    [
        (["contact"], None, "plaatsvervanger@example.org"),
        (["contact", "other_contact"], None, "secretariaat@example.org"),
        ([], "één@example.org", SECRET),
    ],
)
def test_message_finds_the_next_who_can_be_reached(
    site, active, letterbox, leave, public, recipient
):
    for who in leave:
        end_contact(active, user_called(who).getId(), NOW)
    active.public_email = public
    transaction.commit()
    send(site, form_of(site) | AN)
    letterbox.fetch(site.portal)
    assert letterbox.recipients == [[recipient]]


def test_each_contact_person_gets_a_letter_of_their_own(site, active, letterbox):
    name(active, "other_contact", email="bo@example.org")
    transaction.commit()
    send(site, form_of(site) | AN)
    letterbox.fetch(site.portal)
    assert sorted(letterbox.recipients) == [["bo@example.org"], [SECRET]]


def test_message_in_english_says_so(site, active, letterbox):
    cookies = {"I18N_LANGUAGE": "en"}
    answer = send(site, form_of(site), cookies=cookies)
    assert "Fill in your name." in answer.text
    send(site, form_of(site) | AN, cookies=cookies)
    [letter] = letterbox.fetch(site.portal)
    assert "las de website in het Engels" in text_of(letter)


def test_pressing_twice_sends_once(site, active, letterbox):
    data = form_of(site) | AN
    answers = [send(site, data), send(site, data | {"message": "Iets anders"})]
    assert {answer.headers["Location"] for answer in answers} == {
        answers[0].headers["Location"]
    }
    assert len(letterbox.fetch(site.portal)) == 1


def test_message_is_not_lost_while_the_mail_server_is_away(site, active, letterbox):
    letterbox.close()
    data = form_of(site) | AN
    began = monotonic()
    answer = send(site, data)
    assert monotonic() - began < 2
    assert answer.status_code == 303
    assert letterbox.fetch(site.portal) == []
    assert [row.to for row in waiting(site.portal)] == [SECRET]
    letterbox.open()
    later = datetime.now(UTC) + timedelta(minutes=10)
    [letter] = letterbox.fetch(site.portal, later)
    assert "Wanneer kan ik langskomen?" in text_of(letter)
    assert waiting(site.portal) == []


def test_mistakes_stand_with_their_fields_and_nothing_typed_is_lost(
    site, active, letterbox
):
    data = form_of(site) | {"name": "", "email": "an", "message": "x" * 2001}
    answer = send(site, data)
    assert answer.status_code == 400
    assert sentences(answer) == {
        "name": "Vul je naam in.",
        "email": "Dit is geen e-mailadres. Schrijf het als naam@example.org.",
        "message": "Je bericht telt 2001 tekens. Maak het korter: hoogstens 2000.",
    }
    assert summary(answer) == ["#name", "#email", "#message"]
    again = form_of_answer(answer)
    assert {key: again[key] for key in data} == data
    assert letterbox.fetch(site.portal) == []
    assert send(site, again | AN).status_code == 303
    assert len(letterbox.fetch(site.portal)) == 1


def form_of_answer(answer):
    """Return what the form in an answer would send."""
    [form] = html.fromstring(answer.text).xpath("//form[@class='gv-form']")
    return {name: value or "" for name, value in form.form_values()}


@pytest.mark.parametrize(
    "name_typed",
    [
        "An\r\nBcc: bo@example.org",
        "An, bo@example.org",
        "An\nSubject: gewonnen\n\nKlik hier",
        "<script>alert(1)</script>",
        '"An" <bo@example.org>',
        "=?utf-8?q?An?=",
    ],
)
def test_nothing_typed_becomes_a_header_or_a_recipient(
    site, active, letterbox, name_typed
):
    message = f"{name_typed}\r\n.\r\nBcc: bo@example.org\r\n\r\n<b>dik</b>"
    answer = send(site, form_of(site) | AN | {"name": name_typed, "message": message})
    assert answer.status_code == 303
    [letter] = letterbox.fetch(site.portal)
    assert letterbox.recipients == [[SECRET]]
    assert letter["Bcc"] is None
    assert letter["Subject"] == "Te doen: een bericht voor active"
    assert letter["Reply-To"] == "an@example.org"
    page = html.fromstring(letter.get_body(("html",)).get_content())
    assert page.xpath("//script | //b") == []
    assert " ".join(name_typed.split()) in text_of(letter)


@pytest.mark.parametrize(
    "email",
    [
        "an@example.org\r\nBcc: bo@example.org",
        "an@example.org, bo@example.org",
        "an@example.org;bo@example.org",
        "<an@example.org>",
    ],
)
def test_answer_goes_to_one_address_or_nothing_goes(site, active, letterbox, email):
    answer = send(site, form_of(site) | AN | {"email": email})
    assert (answer.status_code, [*sentences(answer)]) == (400, ["email"])
    assert letterbox.fetch(site.portal) == []


@pytest.mark.parametrize(
    "others",
    [
        {"subject": "Goedkope horloges"},
        {"opened": ""},
        {"opened": "soon"},
        {"opened": "9" * 5000},
        {"opened": str(int(datetime.now(UTC).timestamp()) + 3600)},
    ],
)
def test_program_is_told_to_try_again_and_a_person_can(site, active, letterbox, others):
    answer = send(site, form_of(site) | AN | others)
    assert (answer.status_code, summary(answer)) == (400, ["#send"])
    assert letterbox.fetch(site.portal) == []
    again = form_of_answer(answer)
    assert "subject" not in again
    opened = datetime.now(UTC) - timedelta(seconds=4)
    again["opened"] = str(int(opened.timestamp()))
    assert send(site, again).status_code == 303
    assert len(letterbox.fetch(site.portal)) == 1


def test_form_without_fields_or_with_odd_ones_is_a_form_with_mistakes(site, active):
    for data in ({}, {"name": ["a", "b"]}, {"name:list": "a"}, {"token:record": "x"}):
        answer = send(site, data)
        assert answer.status_code == 400, data
    files = {"message": ("x.txt", b"x"), "name": ("y", b"y")}
    answer = site.ask("visitor", "POST", "groepen/active/write", files=files)
    assert (answer.status_code, *sentences(answer)) == (400, "name", "email", "message")


def test_many_messages_are_slowed_down_and_none_is_lost(
    site, active, letterbox, monkeypatch
):
    monkeypatch.setattr(write, "client_of", lambda request: "8.8.8.8")
    for number in range(MOST_BY_MAILBOX):
        answer = send(site, form_of(site) | AN | {"message": f"bericht {number}"})
        assert answer.status_code == 303
    answer = send(site, form_of(site) | AN | {"message": "te veel"})
    assert answer.status_code == 429
    assert form_of_answer(answer)["message"] == "te veel"
    for number in range(MOST_FROM_COMPUTER - MOST_BY_MAILBOX):
        other = {"email": f"bo{number}@example.org"}
        assert send(site, form_of(site) | AN | other).status_code == 303
    other = {"email": "cleo@example.org"}
    assert send(site, form_of(site) | AN | other).status_code == 429
    assert len(letterbox.fetch(site.portal)) == MOST_FROM_COMPUTER
    kept = repr(list(IAnnotations(site.portal)[COUNTS].items()))
    assert "an@example.org" not in kept
    assert "8.8.8.8" not in kept


def test_visitors_behind_one_web_server_have_no_limit_together(site, active, letterbox):
    for number in range(MOST_FROM_COMPUTER + 2):
        other = {"email": f"bo{number}@example.org"}
        assert send(site, form_of(site) | AN | other).status_code == 303
    assert len(letterbox.fetch(site.portal)) == MOST_FROM_COMPUTER + 2


@pytest.mark.parametrize("state", ["paused", "ended"])
def test_group_that_is_not_there_cannot_be_written_to(site, letterbox, state):
    page = site.ask("visitor", "GET", f"groepen/{state}/write")
    assert page.status_code == 200
    assert html.fromstring(page.text).xpath("//form[@class='gv-form']") == []
    opened = str(int((datetime.now(UTC) - timedelta(minutes=1)).timestamp()))
    data = AN | {"opened": opened, "token": "x"}
    answer = send(site, data, path=f"groepen/{state}/write")
    assert answer.status_code == 409
    assert letterbox.fetch(site.portal) == []


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("state", ["draft", "hidden"])
def test_group_that_nobody_sees_has_no_page_to_write(site, state, method):
    answer = site.ask("visitor", method, f"groepen/{state}/write", data=AN)
    assert answer.status_code == 404


def test_group_that_reaches_nobody_cannot_be_written_to(site):
    make_group(site.portal, "stil")
    transaction.commit()
    assert "Je kunt deze groep nu niet schrijven" in (
        site.ask("visitor", "GET", "groepen/stil/write").text
    )


def test_looking_at_the_form_writes_nothing_and_is_kept_nowhere(site, active):
    site.ask("visitor", "GET", "groepen/active/write")
    before = site.portal._p_jar.db().lastTransaction()
    for query in ("", "?receipt=x", "?name=An&message=x&token=y&opened=1"):
        answer = site.ask("visitor", "GET", f"groepen/active/write{query}")
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert "X-RAMCache" not in answer.headers
        assert "doorgegeven" not in answer.text
        assert form_of_answer(answer)["message"] == ""
    assert site.portal._p_jar.db().lastTransaction() == before


def test_receipt_is_of_this_group_only(site, active):
    answer = send(site, form_of(site) | AN)
    query = answer.headers["Location"].partition("?")[2]
    other = site.ask("visitor", "GET", f"groepen/other/write?{query}")
    assert "doorgegeven" not in other.text


def test_who_is_logged_in_can_write_too(site, active, letterbox):
    session = requests.Session()
    login = {"__ac_name": address("board"), "__ac_password": PASSWORD}
    session.post(f"{site.url}/login", data=login | {"buttons.login": "1"}, timeout=30)
    assert "__ac" in session.cookies
    url = f"{site.url}/groepen/active/write"
    answer = session.get(url, timeout=30)
    opened = str(int((datetime.now(UTC) - timedelta(minutes=1)).timestamp()))
    data = form_of_answer(answer) | AN | {"opened": opened}
    answer = session.post(url, data=data, timeout=30)
    assert "We hebben je bericht doorgegeven" in answer.text
    assert len(letterbox.fetch(site.portal)) == 1


def test_profile_leads_to_the_form(site):
    page = site.page("visitor", "groepen/active")
    url = f"{site.portal.absolute_url()}/groepen/active/write"
    assert url in page.xpath("//a[contains(@class, 'gv-button--action')]/@href")
    for state in ("paused", "ended"):
        page = site.page("visitor", f"groepen/{state}")
        assert page.xpath("//a[contains(@class, 'gv-button--action')]") == []


def test_form_names_whom_to_ask_and_what_not_to_write(site, active):
    text = " ".join(site.page("visitor", "groepen/active/write").text_content().split())
    assert "Schrijf niets over verblijf, gezondheid of familie van wie hulp zoekt" in (
        text
    )
    assert "Neem eerst contact op met het secretariaat." in text
    assert "binnen 7 dagen" in text
