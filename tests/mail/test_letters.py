"""A letter in words, and as it goes through the post."""

from dataclasses import replace
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from email import message_from_bytes
from email.policy import default
from email.policy import SMTP
from email.utils import parsedate_to_datetime
from gastvrij import _
from gastvrij.mail.letters import Button
from gastvrij.mail.letters import in_words
from gastvrij.mail.letters import Letter
from gastvrij.mail.letters import LinkSpec
from gastvrij.mail.message import message_of
from gastvrij.mail.message import Sender
from gastvrij.values.refusal import Refused
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from letterbox import links_of
from letterbox import text_of

import pickle
import pytest


NOW = datetime(2026, 3, 31, 12, tzinfo=UTC)
SENDER = Sender(
    "site@example.org",
    "Secretariaat, «Gastvrij»",
    "Gastvrij Netwerk",
    "https://www.gastvrij.example",
    "secretariaat@example.org",
)
LETTER = Letter(
    to="an@example.org",
    kind="todo",
    subject="klopt je pagina nog?",
    body=(
        "Dag An,",
        "Zo staat je groep op de site.\nKlopt het nog?",
        Button("Klopt nog", "https://www.gastvrij.example/confirm?id=1"),
    ),
    reason="Je krijgt deze mail omdat je contactpersoon bent.",
)
EVIL = (
    "x\r\nBcc: bo@evil.example",
    "x\nTo: bo@evil.example",
    "x\rSubject: anders",
    "x\r\n\r\n<html><script>alert(1)</script>",
    "bo@evil.example, cy@evil.example",
    "<b>vet</b> & \"aanhaling\" 'enkel'",
    "=?utf-8?q?Bcc=3A_bo=40evil.example?=",
    "x\u2028Bcc: bo@evil.example",
    "x\x0bBcc: bo@evil.example",
    "x\x00\x07\x1b[31m",
    "\ud800 half een teken",
    "\u202egnirekkaw\u202c",
    ".\r\nQUIT\r\n",
    "--===============\r\nContent-Type: text/html",
    "${subject} %s {0}",
    "é" * 1000,
    "woord " * 2000,
)


def through_the_post(letter, sender=SENDER):
    """Return the letter as its reader gets it."""
    content = message_of(in_words(letter), sender, NOW).as_bytes(policy=SMTP)
    return message_from_bytes(content, policy=default)


def headers(message):
    """Return the headers that a reader could be misled by, as written."""
    names = ("From", "To", "Reply-To", "Cc", "Bcc", "Sender", "Subject", "Date")
    return {name: message.get_all(name) for name in names if name in message}


def test_letter_has_its_headers():
    message = through_the_post(replace(LETTER, reply_to="bo@example.org"))
    assert message["To"] == "an@example.org"
    assert message["From"].addresses[0].addr_spec == "site@example.org"
    assert message["From"].addresses[0].display_name == "Secretariaat, «Gastvrij»"
    assert message["Reply-To"] == "bo@example.org"
    assert message["Subject"].endswith("klopt je pagina nog?")
    assert parsedate_to_datetime(message["Date"]) == NOW
    assert message["Message-ID"].endswith("@example.org>")
    assert message["Auto-Submitted"] == "auto-generated"
    assert message.get_content_type() == "multipart/alternative"


@pytest.mark.parametrize(
    ("kind", "language", "beginning"),
    [
        ("todo", "nl", "Te doen: "),
        ("info", "nl", "Ter info: "),
        ("todo", "en", "To do: "),
        ("info", "en", "For information: "),
    ],
)
def test_subject_says_whether_there_is_something_to_do(
    integration, kind, language, beginning
):
    letter = in_words(replace(LETTER, kind=kind, language=language))
    assert letter.subject == f"{beginning}klopt je pagina nog?"


def test_messages_are_written_in_the_language_of_the_letter(integration):
    subject = _("not_found_log_in", default="Log in")
    dutch, english = (
        in_words(replace(LETTER, subject=subject, body=(subject,), language=language))
        for language in ("nl", "en")
    )
    assert (dutch.subject, dutch.body) == ("Te doen: Inloggen", ("Inloggen",))
    assert (english.subject, english.body) == ("To do: Log in", ("Log in",))


def test_text_and_html_say_the_same(integration):
    message = through_the_post(LETTER)
    assert text_of(message) == (
        "Dag An,\n\n"
        "Zo staat je groep op de site.\nKlopt het nog?\n\n"
        "Klopt nog:\nhttps://www.gastvrij.example/confirm?id=1\n\n"
        "-- \n"
        "Nog vragen? Neem eerst contact op met het secretariaat:"
        " secretariaat@example.org\n"
        "Je krijgt deze mail omdat je contactpersoon bent.\n"
        "Deze mail komt van Gastvrij Netwerk: https://www.gastvrij.example\n"
    )
    page = message.get_body(("html",)).get_content()
    for line in text_of(message).splitlines():
        assert line.strip("- :") in page, line
    assert links_of(message) == ["https://www.gastvrij.example/confirm?id=1"]
    assert 'lang="nl"' in page


def test_phone_of_the_secretariat_is_told_where_there_is_one(integration):
    told = text_of(through_the_post(LETTER, replace(SENDER, ask_phone="02 123 45 67")))
    assert "secretariaat@example.org of 02 123 45 67\n" in told
    silent = text_of(through_the_post(LETTER, replace(SENDER, ask_email="")))
    assert "secretariaat@" not in silent


def test_html_asks_nothing_of_the_site_when_it_is_read():
    page = through_the_post(LETTER).get_body(("html",)).get_content()
    for wanted in ("src=", "<img", "<script", "<link", "style", "background"):
        assert wanted not in page


@pytest.mark.parametrize("evil", EVIL, ids=lambda text: repr(text[:20]))
def test_no_value_becomes_a_header_a_recipient_or_html(evil):
    letter = replace(
        LETTER,
        subject=evil,
        body=(evil, Button(evil, "https://www.gastvrij.example")),
        reason=evil,
    )
    sender = replace(SENDER, name=evil, title=evil, ask_phone=evil)
    check_harmless(through_the_post(letter, sender))


@settings(max_examples=200, deadline=None)
@given(
    text=st.text(st.characters(), max_size=120), language=st.sampled_from(["nl", "en"])
)
def test_whatever_somebody_wrote_headers_stay_as_meant(text, language):
    letter = replace(
        LETTER,
        subject=text,
        body=(text, Button(text, "https://www.gastvrij.example")),
        reason=text,
        language=language,
    )
    check_harmless(through_the_post(letter, replace(SENDER, name=text, title=text)))


def check_harmless(message):
    """Check that a letter has exactly the headers, recipients and elements meant."""
    assert set(headers(message)) == {"From", "To", "Subject", "Date"}
    assert all(len(values) == 1 for values in headers(message).values())
    assert [a.addr_spec for a in message["To"].addresses] == ["an@example.org"]
    assert [a.addr_spec for a in message["From"].addresses] == ["site@example.org"]
    assert len(message.get_payload()) == 2
    page = message.get_body(("html",)).get_content()
    for element in ("<script", "<b>"):
        assert element not in page
    assert text_of(message)
    assert "\0" not in text_of(message) + page


@pytest.mark.parametrize(
    "address",
    [
        "an@example.org, bo@evil.example",
        "an@example.org\nBcc: bo@evil.example",
        "An <an@example.org>",
        "jörg@example.org",
        "",
    ],
)
@pytest.mark.parametrize("field", ["to", "reply_to"])
def test_address_that_is_not_exactly_one_is_refused(address, field):
    if (field, address) == ("reply_to", ""):
        assert in_words(replace(LETTER, reply_to="")).reply_to == ""
        return
    with pytest.raises(Refused):
        in_words(replace(LETTER, **{field: address}))


def test_domain_with_other_letters_gets_its_ascii_form():
    message = through_the_post(replace(LETTER, to="an@münchen.example"))
    assert message["To"] == "an@xn--mnchen-3ya.example"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "/open", "https://", "x y"])
def test_button_that_leads_to_no_web_address_is_refused(url):
    with pytest.raises(Refused):
        in_words(replace(LETTER, body=(Button("Open", url),)))


@pytest.mark.parametrize("changes", [{"kind": "news"}, {"language": "fr"}])
def test_letter_of_another_kind_or_language_is_a_mistake(changes):
    with pytest.raises(ValueError, match="no such letter"):
        in_words(replace(LETTER, **changes))


def test_letter_that_was_kept_is_read_again():
    link = LinkSpec("directory.confirm", "abc", timedelta(days=90))
    letter = in_words(replace(LETTER, body=(Button("x", "https://x.example", link),)))
    assert pickle.loads(pickle.dumps(letter)) == letter  # noqa: S301, our own
