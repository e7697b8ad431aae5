"""The mail server is away, the process dies, the form comes twice: nothing is lost.

Each protection has its control: the same with the protection taken away goes wrong.
"""

from applications import make_application
from applications import NOW
from applications import values
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from gastvrij.links.ledger import issue
from gastvrij.mail.outbox import waiting
from gastvrij.membership import creation
from gastvrij.membership import decision
from gastvrij.membership import sending
from gastvrij.membership.creation import receive
from gastvrij.membership.decision import decide
from gastvrij.membership.letter_parts import CONFIRM
from plone import api
from smtplib import SMTP
from test_application_journey import json_values

import pytest
import time
import transaction


pytestmark = pytest.mark.unmeasured

APPLY = "/lid-worden/@applications"
STATUS = "/lid-worden/@application-status"
HOUR = timedelta(hours=1)


def apply(desk, token=""):
    """Apply over REST; return the status, and how long the answer took in seconds."""
    began = time.monotonic()
    answer = desk.rest("visitor", "POST", APPLY, json_values(form_token=token))
    return answer.status_code, time.monotonic() - began


def letters_later(desk):
    """Return the letters that go out once the mail server is back."""
    return desk.letterbox.fetch(desk.portal, datetime.now(UTC) + HOUR)


def goes_away(letterbox):
    """Nobody answers any more."""
    letterbox.close()


def hangs(letterbox):
    """The server takes the call and says nothing for a minute."""
    letterbox.manners.hangs = 60


def refuses(letterbox):
    """The server takes no letter for now."""
    letterbox.manners.after_data = "451 later"


def come_back(letterbox):
    """Let the server be there, and polite."""
    letterbox.close()
    letterbox.manners = type(letterbox.manners)()
    letterbox.open()


@pytest.mark.parametrize("trouble", [goes_away, hangs, refuses])
def test_application_is_taken_while_no_letter_can_be_sent(desk, trouble):
    trouble(desk.letterbox)
    code, seconds = apply(desk)
    assert code == 201
    assert seconds < 2
    assert len(desk.applications) == 1
    assert len(waiting(desk.portal)) == 1
    come_back(desk.letterbox)
    (letter,) = letters_later(desk)
    assert letter["To"] == "ann.peeters@example.org"


def test_application_that_waits_for_its_letter_is_lost(desk, monkeypatch):
    """The control: a letter that is sent inside the request takes it along."""

    def send_now(site, letter, now):
        SMTP("127.0.0.1", desk.letterbox.port, timeout=5)

    monkeypatch.setattr(creation, "post", send_now)
    goes_away(desk.letterbox)
    code, _ = apply(desk)
    assert code == 500
    assert desk.applications == []


def test_hundred_applications_while_the_server_refuses_lose_none(desk):
    refuses(desk.letterbox)
    for number in range(100):
        told = values(contact_email=f"groep{number}@example.org")
        receive(desk.portal["lid-worden"], told, datetime.now(UTC))
    assert desk.letters() == []
    come_back(desk.letterbox)
    addresses = {letter["To"] for letter in letters_later(desk)}
    assert len(addresses) == len(desk.applications) == 100


def test_confirming_and_approving_need_no_mail_server(desk):
    waiting_one = make_application(desk.portal)
    ready = make_application(
        desk.portal, "ready_for_board", contact_email="bert@example.org"
    )
    thing, now = waiting_one.UID(), datetime.now(UTC)
    token = issue(desk.portal, CONFIRM, thing, now, HOUR)
    desk.letters()
    goes_away(desk.letterbox)
    data = {"action": "confirm", "token": token}
    assert desk.rest("visitor", "POST", STATUS, data).status_code == 200
    path = f"/lid-worden/{ready.getId()}/@approve"
    decided = {"on": "2026-03-01", "reason": "Welkom"}
    assert desk.rest("board", "POST", path, decided).status_code == 200
    come_back(desk.letterbox)
    told = {letter["To"]: str(letter["Subject"]) for letter in letters_later(desk)}
    assert "we hebben je aanvraag ontvangen" in told["ann.peeters@example.org"]
    assert "zet de pagina van Open Poort online" in told["bert@example.org"]


def test_form_that_comes_again_after_a_crash_is_one_application(desk, monkeypatch):
    def die(*_):
        raise SystemError("killed")

    with monkeypatch.context() as crash:
        crash.setattr(creation, "post", die)
        assert apply(desk, "dezelfde")[0] == 500
    assert desk.applications == []
    assert waiting(desk.portal) == []
    assert apply(desk, "dezelfde")[0] == 201
    assert apply(desk, "dezelfde")[0] == 201
    assert len(desk.applications) == len(desk.letters()) == 1


def test_form_without_a_memory_of_its_token_comes_twice(desk, monkeypatch):
    """The control: what is not remembered is done again."""
    monkeypatch.setattr(sending, "remember", lambda *_: None)
    apply(desk, "dezelfde")
    apply(desk, "dezelfde")
    assert len(desk.applications) == 2


def approve(application):
    decide(application, "approve", NOW.date(), "Welkom", NOW)


def groups_called(desk, name):
    return [each for each in desk.portal.groepen.objectIds() if name in each]


def test_approving_twice_makes_group_account_and_letter_once(desk):
    application = make_application(desk.portal, "ready_for_board")
    desk.letters()
    path = f"/lid-worden/{application.getId()}/@approve"
    decided = {"on": "2026-03-01", "reason": "Welkom"}
    codes = [desk.rest("board", "POST", path, decided).status_code for _ in range(2)]
    assert codes == [200, 409]
    assert groups_called(desk, "open-poort") == ["open-poort"]
    (file,) = desk.portal.groepen["open-poort"].objectValues()
    assert [row["name"] for row in file.contacts] == ["Ann Peeters"]
    emails = [user.getProperty("email") for user in api.user.get_users()]
    assert emails.count("ann.peeters@example.org") == 1
    assert len(desk.letters()) == 1


def test_approving_twice_without_the_workflow_makes_two_groups(desk, monkeypatch):
    """The control: it is the move that can be made once only."""
    application = make_application(desk.portal, "ready_for_board")
    monkeypatch.setattr(decision, "move", lambda *_: None)
    with api.env.adopt_roles(["Manager"]):
        approve(application)
        approve(application)
    transaction.commit()
    assert len(groups_called(desk, "open-poort")) == 2
