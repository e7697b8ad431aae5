"""R8: the mail server is away, refuses, hangs or dies: no letter is lost or doubled.

The rounds of the due tasks are played through with a clock of our own: what counts is
when letters go out on that clock, not how long the test takes.
"""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from gastvrij.mail import sending
from gastvrij.mail.attempt import begin
from gastvrij.mail.letters import Letter
from gastvrij.mail.outbox import failed
from gastvrij.mail.outbox import post
from gastvrij.mail.outbox import waiting
from gastvrij.mail.posted import outbox_of
from gastvrij.mail.sending import send_what_is_due
from letterbox import Letterbox
from letterbox import Manners

import pytest
import time
import transaction


NOW = datetime(2026, 3, 31, 12, tzinfo=UTC)
ROUND = timedelta(minutes=3)
MANY = 100


@pytest.fixture
def site(functional):
    """Return the portal of a running site."""
    return functional["portal"]


@pytest.fixture
def impatient(monkeypatch):
    """Let a second be too long for an answer of the mail server."""
    connected = sending.connected
    monkeypatch.setattr(sending, "connected", lambda server: connected(server, 1.0))


def post_many(portal, number=MANY):
    """Post letters, each in its own transaction; return how long the slowest took."""
    slowest = 0.0
    for count in range(number):
        began = time.monotonic()
        post(portal, Letter(f"x{count}@example.org", "info", "x", ("x",)), NOW)
        transaction.commit()
        slowest = max(slowest, time.monotonic() - began)
    return slowest


def rounds(letterbox, portal, since, length):
    """Let the due tasks run for a while; return when the last letter went out."""
    last, moment = since, since
    while moment <= since + length:
        if letterbox.fetch(portal, moment):
            last = moment
        moment += ROUND
    return last


def check_all_are_out_soon(letterbox, portal, back):
    """Check that ten minutes after the server came back all letters are out, once."""
    rounds(letterbox, portal, back, timedelta(minutes=10))
    assert waiting(portal) == failed(portal) == []
    got = [to for recipients in letterbox.recipients for to in recipients]
    assert sorted(got) == sorted(f"x{count}@example.org" for count in range(MANY))
    assert outbox_of(portal).troubles.since is None


def test_server_that_is_away(site, letterbox):
    letterbox.close()
    assert post_many(site) < 2
    rounds(letterbox, site, NOW, timedelta(hours=6))
    assert len(waiting(site)) == MANY
    assert outbox_of(site).troubles.reason == "away"
    letterbox.open()
    check_all_are_out_soon(letterbox, site, NOW + timedelta(hours=6))


@pytest.mark.usefixtures("impatient")
def test_server_that_hangs(site, letterbox):
    letterbox.manners = Manners(hangs=60)
    assert post_many(site) < 2
    began = time.monotonic()
    letterbox.fetch(site, NOW)
    assert time.monotonic() - began < 10
    assert len(waiting(site)) == MANY
    assert {row.attempts for row in waiting(site)} == {0}
    letterbox.manners = Manners()
    check_all_are_out_soon(letterbox, site, NOW + ROUND)


def test_server_that_refuses_for_a_while(site, letterbox):
    letterbox.manners = Manners(after_data="452 no room")
    post_many(site)
    rounds(letterbox, site, NOW, timedelta(hours=2))
    assert len(waiting(site)) == MANY
    assert outbox_of(site).troubles.reason == "later"
    letterbox.manners = Manners()
    check_all_are_out_soon(letterbox, site, NOW + timedelta(hours=2))


def test_server_that_refuses_one_letter_for_good_is_back(site, letterbox):
    letterbox.close()
    post_many(site, 1)
    letterbox.fetch(site, NOW)
    assert outbox_of(site).troubles.reason == "away"
    letterbox.open()
    letterbox.manners = Manners(refused={"x0@example.org": "550 unknown"})
    rounds(letterbox, site, NOW, timedelta(minutes=30))
    assert len(failed(site)) == 1
    assert outbox_of(site).troubles.since is None


def test_server_that_dies_in_the_middle_of_a_message(site, letterbox):
    letterbox.manners = Manners(dies_at=10)
    post_many(site)
    rounds(letterbox, site, NOW, timedelta(hours=2))
    assert len(letterbox.letters) == 10
    assert len(waiting(site)) == MANY - 10
    letterbox.manners = Manners()
    check_all_are_out_soon(letterbox, site, NOW + timedelta(hours=2))


def test_server_that_dies_again_and_again_still_gets_everything(site, letterbox):
    post_many(site)
    moment = NOW
    for count in range(9):
        letterbox.manners = Manners(dies_at=10 * (count + 1))
        rounds(letterbox, site, moment, timedelta(minutes=6))
        moment += timedelta(minutes=9)
    letterbox.manners = Manners()
    check_all_are_out_soon(letterbox, site, moment)


def test_server_that_takes_no_letters_from_us_is_left_alone(site, letterbox):
    letterbox.manners = Manners(refuses_sender="553 not yours")
    post_many(site, 3)
    assert letterbox.fetch(site, NOW) == []
    troubles = outbox_of(site).troubles
    assert (troubles.reason, troubles.said) == ("sender_refused", "not yours")
    assert [row.attempts for row in waiting(site)] == [0, 0, 0]
    letterbox.manners = Manners()
    assert len(letterbox.fetch(site, NOW + ROUND)) == 3


def test_server_that_does_not_know_our_password_is_left_alone(site, letterbox):
    site.portal_registry["plone.smtp_userid"] = "us"
    site.portal_registry["plone.smtp_pass"] = "wrong"
    post_many(site, 1)
    assert letterbox.fetch(site, NOW) == []
    assert outbox_of(site).troubles.reason == "no_login"


def test_server_without_the_safety_we_ask_for_is_left_alone(site, letterbox):
    site.MailHost.force_tls = True
    post_many(site, 1)
    assert letterbox.fetch(site, NOW) == []
    assert outbox_of(site).troubles.reason == "no_tls"


def test_server_that_is_away_is_asked_less_and_less_but_every_few_minutes(
    site, letterbox
):
    letterbox.close()
    post_many(site, 1)
    moment, pauses = NOW, []
    for _ in range(5):
        letterbox.fetch(site, moment)
        until = outbox_of(site).troubles.until
        pauses.append((until - moment).total_seconds() / 60)
        moment = until
    assert pauses == [1, 2, 3, 3, 3]


class Killed(BaseException):
    """The process is killed."""


def kill(*arguments):
    raise Killed


def test_killed_after_the_server_took_it_a_letter_may_go_twice_never_more(
    site, letterbox, monkeypatch
):
    post_many(site, 1)
    moment = NOW
    with monkeypatch.context() as patched:
        patched.setattr(sending, "note_delivered", kill)
        for _ in range(2):
            with pytest.raises(Killed):
                send_what_is_due(site, moment)
            transaction.abort()
            moment += timedelta(days=1)
    assert len(letterbox.letters) == 2
    letterbox.fetch(site, moment)
    assert len(letterbox.letters) == 2
    assert [row.trouble for row in failed(site)] == ["interrupted"]


def test_killed_before_the_server_took_it_a_letter_goes_out_once(
    site, letterbox, monkeypatch
):
    post_many(site, 1)
    with monkeypatch.context() as patched:
        patched.setattr(sending, "deliver", kill)
        with pytest.raises(Killed):
            send_what_is_due(site, NOW)
    transaction.abort()
    assert len(letterbox.fetch(site, NOW + ROUND)) == 1
    assert letterbox.fetch(site, NOW + timedelta(days=1)) == []


def test_letter_that_another_sender_has_begun_is_left_alone(site, letterbox):
    post_many(site, 2)
    first = waiting(site)[0].id
    begin(site, first, NOW)
    assert len(letterbox.fetch(site, NOW)) == 1
    assert [row.id for row in waiting(site)] == [first]


def test_letter_that_was_erased_while_it_was_sent_is_no_error(
    site, letterbox, monkeypatch
):
    post_many(site, 1)

    def deliver(connection, sender, to, message):
        outbox_of(site).letters.clear()
        transaction.commit()

    monkeypatch.setattr(sending, "deliver", deliver)
    assert send_what_is_due(site, NOW) == 1
    assert waiting(site) == failed(site) == []


def test_round_that_takes_too_long_lets_other_tasks_go_on(site, letterbox, monkeypatch):
    monkeypatch.setattr(sending, "LONGEST_ROUND", 0.0)
    post_many(site, 3)
    assert letterbox.fetch(site, NOW) == []
    assert len(waiting(site)) == 3


def test_mailbox_of_the_tests_is_a_server_of_its_own():
    one, other = Letterbox(), Letterbox()
    assert one.port != other.port
