"""A link that is too old: one button sends a new one to the application's address."""

from applications import make_application
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from desks import links
from gastvrij.links.ledger import issue
from gastvrij.membership.letter_parts import CONFIRM
from gastvrij.membership.letter_parts import STATUS
from gastvrij.membership.renewing import MOST_AN_HOUR
from gastvrij.membership.retention import forget_unconfirmed
from gastvrij.privacy.retention import kept_for
from lxml import html

import pytest
import transaction


HOUR = timedelta(hours=1)
PAGES = {STATUS: "status", CONFIRM: "confirm"}


def old_link(desk, application, purpose):
    """Return the token of a link whose time is over."""
    long_ago = datetime.now(UTC) - 2 * HOUR
    thing = application.UID()
    token = issue(desk.portal, purpose, thing, long_ago, HOUR, single=False)
    desk.letters()
    return token


def press(desk, path, who="visitor"):
    """Ask for a new link; return the words of the answer."""
    answer = desk.ask(who, "GET", path)
    sent = desk.send(who, html.fromstring(answer.text), "action", "renew")
    main = html.fromstring(sent.text).xpath("//main")[0]
    return sent.status_code, " ".join(main.text_content().split())


@pytest.mark.parametrize(
    ("state", "purpose", "part"),
    [
        ("in_review", STATUS, "/status?token="),
        ("unconfirmed", CONFIRM, "/confirm?token="),
        ("in_review", CONFIRM, "/status?token="),
    ],
)
def test_new_link_goes_to_the_address_of_the_application(desk, state, purpose, part):
    application = make_application(desk.portal, state)
    token = old_link(desk, application, purpose)
    code, words = press(desk, f"/lid-worden/{PAGES[purpose]}?token={token}")
    assert (code, "Kijk in je mailbox" in words) == (200, True)
    (letter,) = desk.letters()
    assert letter["To"] == "ann.peeters@example.org"
    page = desk.page("visitor", links(letter, part))
    assert not page.xpath("//button[@value='renew']")


def test_new_link_to_confirm_gives_all_its_days(desk):
    application = make_application(desk.portal)
    token = old_link(desk, application, CONFIRM)
    press(desk, f"/lid-worden/confirm?token={token}")
    before = kept_for("unconfirmed").after(datetime.now(UTC)) - HOUR
    assert forget_unconfirmed(desk.portal, before) == 0
    assert forget_unconfirmed(desk.portal, before + 2 * HOUR) == 1


@pytest.mark.parametrize("page", ["status", "confirm"])
def test_answer_is_the_same_for_a_link_that_never_was(desk, page):
    application = make_application(desk.portal, "in_review")
    purpose = {"status": STATUS, "confirm": CONFIRM}[page]
    token = old_link(desk, application, purpose)
    known = press(desk, f"/lid-worden/{page}?token={token}")
    assert len(desk.letters()) == 1
    assert press(desk, f"/lid-worden/{page}?token=verzonnen") == known
    assert desk.letters() == []


def test_pressing_twice_sends_one_and_an_hour_has_its_most(desk):
    application = make_application(desk.portal, "in_review")
    token = old_link(desk, application, STATUS)
    data = {"token": token, "action": "renew", "form_token": "een"}
    for _ in range(2):
        desk.ask("visitor", "POST", f"{desk.url}/lid-worden/status", data=data)
    assert len(desk.letters()) == 1
    for number in range(MOST_AN_HOUR + 2):
        again = data | {"form_token": f"nog {number}"}
        desk.ask("visitor", "POST", f"{desk.url}/lid-worden/status", data=again)
    assert len(desk.letters()) == MOST_AN_HOUR - 1


def test_looking_sends_nothing_and_a_right_link_needs_no_button(desk):
    application = make_application(desk.portal, "in_review")
    token = old_link(desk, application, STATUS)
    path = f"/lid-worden/status?token={token}&action=renew"
    assert desk.ask("visitor", "GET", path).status_code == 404
    assert desk.letters() == []
    now, thing = datetime.now(UTC), application.UID()
    right = issue(desk.portal, STATUS, thing, now, HOUR, single=False)
    transaction.commit()
    data = {"token": right, "action": "renew", "form_token": "x"}
    desk.ask("visitor", "POST", f"{desk.url}/lid-worden/status", data=data)
    assert desk.letters() == []


def test_link_for_another_page_is_no_proof(desk):
    application = make_application(desk.portal, "in_review")
    token = old_link(desk, application, CONFIRM)
    press(desk, f"/lid-worden/status?token={token}")
    assert desk.letters() == []
