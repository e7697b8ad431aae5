"""Who sees and moves an application: read from the database, not from the answer."""

from applications import make_application
from applications import NOW
from applications import STEPS
from applications import values
from datetime import datetime
from datetime import UTC
from desks import links
from gastvrij.membership.creation import receive
from gastvrij.membership.review import note
from plone import api
from test_all_or_nothing import last_written

import pytest
import transaction


pytestmark = pytest.mark.unmeasured

SECRET = "kwartelslag"

SEES = {
    "secretariat": set(STEPS) - {"unconfirmed"},
    "board": {"ready_for_board", "postponed", "approved", "rejected"},
    "editor": set(),
    "coordinator": set(),
    "member": set(),
    "visitor": set(),
}

BARE = {
    "submitted": {"take_up", "guide", "withdraw"},
    "in_review": {"guide", "withdraw"},
    "waiting_for_applicant": {"guide", "withdraw"},
    "starting_up": {"take_up", "withdraw"},
    "ready_for_board": {"postpone", "withdraw"},
    "postponed": {"resume", "withdraw"},
    "withdrawn": {"take_up"},
}
OF_THE_BOARD = {"postpone", "resume"}
MOVES = (("submitted", "take_up"), ("postponed", "resume"), ("in_review", "withdraw"))


def may_move(who, state, transition):
    """Tell whether somebody moves an application in a state without any data."""
    if transition not in BARE.get(state, set()):
        return False
    return who == "secretariat" or (who == "board" and transition in OF_THE_BOARD)


TRANSITIONS = (
    "confirm",
    "take_up",
    "ask",
    "answer",
    "guide",
    "present",
    "postpone",
    "resume",
    "approve",
    "reject",
    "record_approval",
    "record_rejection",
    "withdraw",
    "anonymise",
)


@pytest.fixture
def every_state(desk):
    """Return an application in every state, with a secret in its notes."""
    made = {}
    for state in STEPS:
        made[state] = make_application(
            desk.portal, state, motivation=f"{SECRET} {state}"
        )
        with api.env.adopt_roles(["Manager"]):
            note(made[state], "An", f"{SECRET}-notitie", NOW)
    transaction.commit()
    return made


@pytest.mark.parametrize("who", SEES)
def test_application_is_seen_by_whom_it_concerns(desk, every_state, who):
    seen = set()
    for state, application in every_state.items():
        path = f"/lid-worden/{application.getId()}"
        pages = [desk.ask(who, "GET", path), desk.rest(who, "GET", path)]
        found = {page.status_code for page in pages}
        assert found in ({200}, {404}), (state, found)
        assert all((SECRET in page.text) == (found == {200}) for page in pages)
        seen |= {state} if found == {200} else set()
    assert seen == SEES[who]


@pytest.mark.parametrize("who", [who for who in SEES if who != "secretariat"])
def test_internal_notes_are_read_by_the_secretariat_only(desk, every_state, who):
    for application in every_state.values():
        path = f"/lid-worden/{application.getId()}"
        for below in ("", "/@history", "/notities", "/notities/notes"):
            for answer in (
                desk.ask(who, "GET", path + below),
                desk.rest(who, "GET", f"{path}{below}?expand=history"),
            ):
                assert f"{SECRET}-notitie" not in answer.text, (who, below)
    shown = desk.page("secretariat", f"/lid-worden/{application.getId()}")
    assert f"{SECRET}-notitie" in shown.text_content()


@pytest.mark.parametrize("who", SEES)
def test_lists_and_search_tell_nothing(desk, every_state, who):
    paths = (
        f"/@search?SearchableText={SECRET}&fullobjects=1",
        "/@search?portal_type=MembershipApplication&metadata_fields=_all",
        "/lid-worden?fullobjects=1",
        "/@navigation?expand.navigation.depth=4",
    )
    for path in paths:
        told = str(desk.rest(who, "GET", path).json().get("items", ""))
        if who not in ("secretariat", "board"):
            assert SECRET not in told, path
            assert "Open Poort" not in told, path
        assert f"{SECRET}-notitie" not in told, path


@pytest.mark.parametrize("who", ["secretariat", "board", "member", "visitor"])
def test_bare_transition_moves_only_what_needs_no_data(desk, every_state, who):
    for state, application in every_state.items():
        for transition in TRANSITIONS:
            if not may_move(who, state, transition):
                path = f"/lid-worden/{application.getId()}/@workflow/{transition}"
                log = len(application.log or [])
                desk.rest(who, "POST", path)
                assert api.content.get_state(application) == state, transition
                assert len(application.log or []) == log


@pytest.mark.parametrize(("state", "transition"), sorted(MOVES))
def test_bare_transition_without_data_moves(desk, state, transition):
    application = make_application(desk.portal, state)
    transaction.commit()
    who = "board" if transition in OF_THE_BOARD else "secretariat"
    path = f"/lid-worden/{application.getId()}/@workflow/{transition}"
    answer = desk.rest(who, "POST", path)
    assert answer.status_code == 200, answer.text
    assert api.content.get_state(application) != state
    assert application.log[-1]["transition"] == transition


@pytest.mark.parametrize("who", ["visitor", "member", "editor", "board"])
def test_pages_of_the_secretariat_are_closed_for_others(desk, who):
    make_application(desk.portal, "submitted")
    make_application(desk.portal, "unconfirmed")
    transaction.commit()
    for page, told in (("applications", "Open Poort"), ("on-paper", 'id="scan"')):
        path = f"/lid-worden/{page}"
        assert told in desk.ask("secretariat", "GET", path).text
        answer = desk.ask(who, "GET", path)
        assert answer.status_code in (302, 401, 403), page
        assert told not in answer.text
        led = desk.ask(who, "GET", path, allow_redirects=True)
        assert told not in led.text


def test_confirming_by_link_three_times_by_get_changes_nothing(desk):
    application = receive(desk.portal["lid-worden"], values(), datetime.now(UTC))
    (letter,) = desk.letters()
    # Plone's portlets write something of their own at the first page of all
    desk.page("visitor", "/lid-worden")
    before = last_written(desk)
    for _ in range(3):
        desk.page("visitor", links(letter, "/confirm?token="))
    assert last_written(desk) == before
    assert application.number is None
    assert api.content.get_state(application) == "unconfirmed"


def test_visitor_cannot_add_anything(desk):
    data = {"@type": "MembershipApplication", "group_name": "Binnen"}
    for who in ("visitor", "member", "secretariat", "board"):
        answer = desk.rest(who, "POST", "/lid-worden", data)
        assert answer.status_code in (401, 403), who
    assert desk.applications == []
