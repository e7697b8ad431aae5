"""The outbox: what is posted goes out once, or says why it did not."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from gastvrij.due.waking import wait
from gastvrij.links.ledger import look
from gastvrij.mail.letters import Button
from gastvrij.mail.letters import Letter
from gastvrij.mail.letters import LinkSpec
from gastvrij.mail.outbox import failed
from gastvrij.mail.outbox import post
from gastvrij.mail.outbox import put_aside
from gastvrij.mail.outbox import try_again
from gastvrij.mail.outbox import waiting
from gastvrij.mail.posted import OUTBOX
from gastvrij.mail.posted import outbox_of
from gastvrij.values.refusal import Refused
from letterbox import links_of
from letterbox import Manners
from letterbox import text_of
from urllib.parse import parse_qs
from urllib.parse import urlsplit
from zope.annotation.interfaces import IAnnotations

import pytest
import transaction


NOW = datetime(2026, 3, 31, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def letter(to="an@example.org", **others):
    """Return a letter."""
    return Letter(
        **{"to": to, "kind": "info", "subject": "hallo", "body": ("Dag",)} | others
    )


@pytest.fixture
def site(functional):
    """Return the portal of a running site."""
    return functional["portal"]


def subjects(letters):
    return [each["Subject"] for each in letters]


def test_looking_into_the_outbox_makes_none(site):
    assert waiting(site) == failed(site) == []
    assert OUTBOX not in IAnnotations(site)


def test_letter_goes_out_once(site, letterbox):
    post(site, letter(), NOW)
    assert [row.to for row in waiting(site)] == ["an@example.org"]
    assert subjects(letterbox.fetch(site, NOW)) == ["Ter info: hallo"]
    assert letterbox.recipients == [["an@example.org"]]
    assert waiting(site) == failed(site) == []
    assert letterbox.fetch(site, NOW + 100 * MINUTE) == []


def test_letter_of_a_transaction_that_failed_was_never_posted(site, letterbox):
    transaction.commit()
    post(site, letter(), NOW)
    transaction.abort()
    assert letterbox.fetch(site, NOW) == []


def test_the_same_key_goes_out_once(site, letterbox):
    for subject in ("een", "twee"):
        post(site, letter(subject=subject, key="confirm.abc.2026"), NOW)
    post(site, letter(subject="drie", key="confirm.def.2026"), NOW)
    assert sorted(subjects(letterbox.fetch(site, NOW))) == [
        "Ter info: drie",
        "Ter info: een",
    ]
    post(site, letter(subject="vier", key="confirm.abc.2026"), NOW)
    assert letterbox.fetch(site, NOW) == []


def test_wrong_address_is_refused_when_it_is_posted(site):
    with pytest.raises(Refused):
        post(site, letter("jörg@example.org"), NOW)
    assert waiting(site) == []


def test_posting_wakes_the_due_tasks_once_it_is_committed(site):
    wait(0)
    post(site, letter(), NOW)
    assert not wait(0)
    transaction.commit()
    assert wait(0)
    post(site, letter(), NOW)
    transaction.abort()
    assert not wait(0)


def test_link_is_issued_while_the_letter_is_sent(site, letterbox):
    link = LinkSpec("test.confirm", "abc", timedelta(days=1), "an@example.org")
    url = "https://www.gastvrij.example/confirm"
    buttons = (Button("Ja", url, link), Button("Nee", f"{url}?id=1#x", link))
    post(site, letter(body=buttons), NOW)
    [received] = letterbox.fetch(site, NOW + 60 * MINUTE)
    first, second = links_of(received)
    assert first.startswith(f"{url}?token=")
    assert second.startswith(f"{url}?id=1&token=")
    assert second.endswith("#x")
    for address in (first, second):
        assert address in text_of(received)
        token = parse_qs(urlsplit(address).query)["token"][0]
        found = look(site, token, "test.confirm", NOW + 61 * MINUTE)
        assert found.thing == "abc"
        assert found.person == "an@example.org"
        assert found.expires == NOW + 60 * MINUTE + timedelta(days=1)


def test_no_token_is_kept_with_the_letter(site, letterbox):
    link = LinkSpec("test.confirm", "abc", timedelta(days=1))
    post(site, letter(body=(Button("Ja", "https://x.example/ja", link),)), NOW)
    [received] = letterbox.fetch(site, NOW)
    token = links_of(received)[0].rpartition("=")[2]
    [record] = outbox_of(site).letters.values()
    assert token not in repr(record.letter)
    assert record.letter.body[0].link == link


def test_address_that_the_server_refuses_fails_at_once(site, letterbox):
    letterbox.manners = Manners(refused={"an@example.org": "550 5.1.1 no such user"})
    post(site, letter(), NOW)
    post(site, letter("bo@example.org"), NOW)
    received = letterbox.fetch(site, NOW)
    assert [each["To"] for each in received] == ["bo@example.org"]
    [row] = failed(site)
    assert (row.to, row.trouble) == ("an@example.org", "refused")
    assert row.said == "5.1.1 no such user"
    assert letterbox.fetch(site, NOW + 1000 * MINUTE) == []


def test_letter_that_failed_goes_out_when_it_is_tried_again(site, letterbox):
    letterbox.manners = Manners(refused={"an@example.org": "550 no"})
    post(site, letter(), NOW)
    letterbox.fetch(site, NOW)
    letterbox.manners = Manners()
    try_again(site, failed(site)[0].id, NOW + MINUTE)
    assert subjects(letterbox.fetch(site, NOW + MINUTE)) == ["Ter info: hallo"]
    assert failed(site) == []


def test_letter_that_failed_can_be_put_aside(site, letterbox):
    letterbox.manners = Manners(refused={"an@example.org": "550 no"})
    post(site, letter(key="a"), NOW)
    letterbox.fetch(site, NOW)
    put_aside(site, failed(site)[0].id)
    assert failed(site) == waiting(site) == []
    post(site, letter(key="a"), NOW)
    assert len(waiting(site)) == 1


@pytest.mark.parametrize("act", [lambda s, i: try_again(s, i, NOW), put_aside])
def test_only_letters_that_failed_are_tried_again_or_put_aside(site, act):
    post(site, letter(), NOW)
    for letter_id in (waiting(site)[0].id, "unknown"):
        with pytest.raises(KeyError):
            act(site, letter_id)


def test_server_that_asks_for_patience_is_given_more_each_time(site, letterbox):
    letterbox.manners = Manners(after_data="451 later")
    post(site, letter(), NOW)
    moment, pauses = NOW, []
    for _ in range(6):
        letterbox.fetch(site, moment)
        [row] = waiting(site)
        pauses.append((row.next_try - moment) / MINUTE)
        assert (row.trouble, row.said) == ("later", "later")
        letterbox.fetch(site, row.next_try - MINUTE / 2)
        assert waiting(site)[0].attempts == row.attempts
        moment = row.next_try
    assert pauses == [1, 5, 15, 60, 180, 360]
    letterbox.fetch(site, NOW + timedelta(days=4))
    assert [row.trouble for row in failed(site)] == ["too_old"]


def test_letter_that_cannot_be_made_does_not_stop_the_others(site, letterbox):
    post(site, letter(subject="een"), NOW)
    post(site, letter(subject="twee"), NOW)
    records = outbox_of(site).letters.values()
    broken = next(r for r in records if "een" in r.letter.subject)
    broken.letter = Letter("an@example.org", "info", "een\nBcc: x", ("Dag",))
    assert subjects(letterbox.fetch(site, NOW)) == ["Ter info: twee"]
    assert [row.trouble for row in failed(site)] == ["broken"]


def test_without_a_sender_letters_wait(site, letterbox):
    site.portal_registry["plone.email_from_address"] = None
    post(site, letter(), NOW)
    assert letterbox.fetch(site, NOW) == []
    assert outbox_of(site).troubles.reason == "no_sender"
    site.portal_registry["plone.email_from_address"] = "site@example.org"
    assert len(letterbox.fetch(site, NOW + MINUTE)) == 1
    assert outbox_of(site).troubles.since is None
