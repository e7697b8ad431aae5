"""What is not whole writes nothing: steps without data, and approvals that stop."""

from applications import make_application
from applications import STEPS
from gastvrij.accounts.people import user_for
from gastvrij.directory.contacts import contacts_of
from gastvrij.mail.outbox import waiting
from gastvrij.membership import approval
from gastvrij.membership.application import IMembershipApplication
from gastvrij.membership.moves import NEED_DATA
from gastvrij.membership.moves import refuse_without_data
from gastvrij.values.refusal import Refused
from lxml import html
from plone import api
from Products.DCWorkflow.interfaces import IBeforeTransitionEvent
from zope.component import getGlobalSiteManager

import pytest
import transaction


EMAIL = "ann.peeters@example.org"
BOARD_STATES = ("ready_for_board", "postponed")
# each transition that needs data: who may take it, and from which states
BARE = {
    "ask": ("secretariat", ("in_review", "ready_for_board")),
    "answer": ("secretariat", ("waiting_for_applicant",)),
    "present": ("secretariat", ("in_review", "starting_up")),
    "approve": ("board", BOARD_STATES),
    "reject": ("board", BOARD_STATES),
    "record_approval": ("secretariat", BOARD_STATES),
    "record_rejection": ("secretariat", BOARD_STATES),
}
TOLD = {"comment": "Zonder gegevens", "question": "Wie?", "on": "2026-03-01"}


def by_rest(desk, who, application, transition):
    """Take a step over REST, with words that are not the step's own data."""
    path = f"/lid-worden/{application.getId()}/@workflow/{transition}"
    desk.rest(who, "POST", path, TOLD)


def by_menu(desk, who, application, transition):
    """Take a step as Plone's own menu does, with the token of a page."""
    case = f"/lid-worden/{application.getId()}"
    page = desk.page(who, case)
    token = page.xpath("//input[@name='_authenticator']/@value")[0]
    data = {"workflow_action": transition, "_authenticator": token}
    desk.ask(who, "POST", f"{case}/content_status_modify", data=data | TOLD)


def last_written(desk):
    """Return which transaction the database kept last."""
    return desk.portal._p_jar.db().lastTransaction()


def seen_by(desk, who, application):
    """Tell whether somebody sees an application: nobody takes a step unseen."""
    path = f"/lid-worden/{application.getId()}"
    return desk.ask(who, "GET", path).status_code == 200


@pytest.fixture
def every_state(desk):
    """Return an application in every state."""
    made = {state: make_application(desk.portal, state) for state in STEPS}
    transaction.commit()
    return made


def moved_bare(desk, every_state, take):
    """Take every step that needs data without it; return those that wrote something."""
    assert set(BARE) == NEED_DATA
    found = []
    for transition, (who, states) in BARE.items():
        for state in states:
            application = every_state[state]
            assert seen_by(desk, who, application)
            before = last_written(desk)
            take(desk, who, application, transition)
            is_moved = api.content.get_state(application) != state
            if is_moved or last_written(desk) != before:
                found.append((transition, state))
    return found


@pytest.mark.parametrize("take", [by_rest, by_menu])
def test_step_without_its_data_writes_nothing(desk, every_state, take):
    assert moved_bare(desk, every_state, take) == []


@pytest.mark.parametrize("take", [by_rest, by_menu])
def test_step_that_needs_none_is_taken_the_same_way(desk, every_state, take):
    application, before = every_state["submitted"], last_written(desk)
    take(desk, "secretariat", application, "take_up")
    assert api.content.get_state(application) == "in_review"
    assert last_written(desk) != before


@pytest.mark.parametrize("take", [by_rest, by_menu])
def test_without_the_refusal_a_bare_step_is_taken(desk, every_state, take):
    handled = (refuse_without_data, (IMembershipApplication, IBeforeTransitionEvent))
    registry = getGlobalSiteManager()
    assert registry.unregisterHandler(*handled)
    try:
        application = every_state["ready_for_board"]
        take(desk, "board", application, "reject")
        assert api.content.get_state(application) == "rejected"
    finally:
        registry.registerHandler(*handled)


def kept(desk, application):
    """Return all that an approval could have left in the database."""
    transaction.begin()
    return {
        "state": api.content.get_state(application),
        "decision": application.decision,
        "log": list(application.log),
        "groups": sorted(desk.portal.groepen.objectIds()),
        "user": user_for(EMAIL),
        "letters": [row.subject for row in waiting(desk.portal)],
        "written": last_written(desk),
    }


def approve(desk, application):
    """Approve over REST, as the board."""
    data = {"on": "2026-03-01", "reason": "Welkom"}
    path = f"/lid-worden/{application.getId()}/@approve"
    return desk.rest("board", "POST", path, data)


def stop(current):
    """Fail, as a step does whose power goes out."""
    raise RuntimeError("stroom weg")


def test_approval_that_stops_between_any_two_steps_leaves_nothing(desk, monkeypatch):
    application = make_application(desk.portal, "ready_for_board")
    transaction.commit()
    before = kept(desk, application)
    whole = approval.STEPS
    for place in range(len(whole) + 1):
        monkeypatch.setattr(approval, "STEPS", (*whole[:place], stop))
        answer = approve(desk, application)
        assert answer.status_code == 409
        assert "stroom weg" in answer.text
        assert kept(desk, application) == before, place
    monkeypatch.setattr(approval, "STEPS", whole)
    assert approve(desk, application).status_code == 200
    after = kept(desk, application)
    assert all(after[name] != before[name] for name in before)
    assert len(contacts_of(desk.portal.groepen["open-poort"])) == 1


def decide_on_page(desk, application, action):
    """Decide on the page, as the board; return the status and the page after it."""
    page = desk.page("board", f"/lid-worden/{application.getId()}")
    typed = {f"{action}_on": "2026-03-01", f"{action}_reason": "Daarom"}
    answer = desk.send("board", page, "action", action, **typed)
    return answer.status_code, html.fromstring(answer.text)


def test_page_after_an_approval_that_stopped_shows_what_is_kept(desk, monkeypatch):
    application = make_application(desk.portal, "ready_for_board")
    transaction.commit()
    whole = approval.STEPS
    monkeypatch.setattr(approval, "STEPS", (*whole, stop))
    code, page = decide_on_page(desk, application, "approve")
    assert code == 400
    (trouble,) = page.xpath("//*[@data-gastvrij-focus]//h2")
    assert "stroom weg" in trouble.text
    (state,) = page.xpath("//span[contains(@class, 'gv-status')]/text()")
    assert state == "Klaar voor het bestuur"
    assert "Beslissing" not in page.xpath("//section/h2/text()")
    assert page.xpath("//textarea[@name='approve_reason']")[0].text == "Daarom"


@pytest.mark.parametrize("action", ["approve", "reject"])
def test_letter_that_cannot_be_addressed_leaves_nothing(desk, action):
    """An address from before addresses were checked for letters."""
    application = make_application(desk.portal, "ready_for_board")
    application.contact_email = "a..b@example.org"
    transaction.commit()
    # Plone's portlets write when they are first shown
    desk.page("board", f"/lid-worden/{application.getId()}")
    before = kept(desk, application)
    data = {"on": "2026-03-01", "reason": "Daarom"}
    path = f"/lid-worden/{application.getId()}/@{action}"
    assert desk.rest("board", "POST", path, data).status_code in (400, 409)
    assert kept(desk, application) == before
    code, page = decide_on_page(desk, application, action)
    assert code == 400
    assert kept(desk, application) == before
    assert "Beslissing" not in page.xpath("//section/h2/text()")


@pytest.mark.parametrize("name", ["contact_email", "deputy_email"])
@pytest.mark.parametrize("address", ["ren\u00e9e@example.org", "a..b@example.org"])
def test_address_that_no_letter_can_have_is_no_value(functional, name, address):
    with pytest.raises(Refused):
        IMembershipApplication[name].validate(address)


def test_who_decides_reads_why_nothing_was_done(desk):
    application = make_application(
        desk.portal, "ready_for_board", contact_email="info@example.org"
    )
    transaction.commit()
    answer = approve(desk, application)
    (error,) = answer.json()["errors"]
    assert error["message"].startswith("Dit is een gedeeld adres.")
    _, page = decide_on_page(desk, application, "approve")
    (trouble,) = page.xpath("//*[@data-gastvrij-focus]//h2")
    assert "Dit is een gedeeld adres." in trouble.text
    assert "error_" not in page.text_content()
