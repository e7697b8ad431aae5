"""Fifty groups at once, and the same button pressed ten times at once."""

from applications import make_application
from applications import values
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from datetime import UTC
from desks import links
from gastvrij.membership.creation import receive
from gastvrij.membership.turns import LOCK
from gastvrij.membership.turns import take_turn
from plone import api
from test_application_journey import json_values

import transaction


def told(number):
    return values(contact_email=f"groep{number}@example.org")


def test_fifty_applications_at_once_get_fifty_numbers(desk):
    for number in range(50):
        receive(desk.portal["lid-worden"], told(number), datetime.now(UTC))
    letters = desk.letters()
    assert len(letters) == 50
    tokens = [links(each, "/confirm?token=").partition("token=")[2] for each in letters]

    def confirm(token):
        data = {"action": "confirm", "token": token}
        address = "/lid-worden/@application-status"
        return desk.rest("visitor", "POST", address, data).status_code

    with ThreadPoolExecutor(8) as rush:
        answers = list(rush.map(confirm, tokens))
    transaction.begin()
    assert answers == [200] * 50
    numbers = {application.number for application in desk.applications}
    assert len(numbers) == 50
    assert None not in numbers


def test_same_form_ten_times_at_once_is_one_application(desk):
    data = json_values(form_token="dezelfde")

    def send(_):
        return desk.rest("visitor", "POST", "/lid-worden/@applications", data)

    with ThreadPoolExecutor(8) as rush:
        answers = list(rush.map(send, range(10)))
    transaction.begin()
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.json()["receipt"] for answer in answers}) == 1
    assert len(desk.applications) == 1
    assert len(desk.letters()) == 1


def test_approve_and_reject_at_once_is_one_decision(desk):
    application = make_application(desk.portal, "ready_for_board")
    transaction.commit()
    path = f"/lid-worden/{application.getId()}"
    data = {"on": "2026-03-01", "reason": "Zo is het"}

    def press(service):
        return desk.rest("board", "POST", f"{path}/{service}", data).status_code

    with ThreadPoolExecutor(6) as rush:
        answers = list(rush.map(press, ["@approve", "@reject"] * 3))
    transaction.begin()
    assert sorted(answers) == [200] + [409] * 5
    state = api.content.get_state(application)
    groups = [name for name in desk.portal.groepen.objectIds() if "open-poort" in name]
    assert len(groups) == (1 if state == "approved" else 0)


def test_turn_ends_with_its_transaction_however_that_ends():
    take_turn()
    assert LOCK.locked()
    transaction.commit()
    assert not LOCK.locked()
    take_turn()
    transaction.abort()
    assert not LOCK.locked()
