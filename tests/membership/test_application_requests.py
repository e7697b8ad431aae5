"""Requests that programs send, and answers that the secretariat writes down itself."""

from applications import make_application
from datetime import date
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from gastvrij.links.ledger import issue
from gastvrij.membership.letter_parts import STATUS
from gastvrij.membership.moves import move
from gastvrij.membership.review import answer
from gastvrij.membership.review import ask
from gastvrij.membership.summary import summary_of
from gastvrij.values.refusal import Refused
from lxml import html
from plone import api

import pytest
import transaction


APPLY = "/lid-worden/@applications"
STATUS_OF = "/lid-worden/@application-status"
FIELDS = ["founded", "postal_code", "service_area"]


def asked(desk, fields):
    """Return an application of which some fields are asked."""
    application = make_application(desk.portal, "in_review")
    with api.env.adopt_roles(["Manager"]):
        ask(application, "Vertel eens", fields, datetime.now(UTC))
    transaction.commit()
    return application


def token_of(desk, application):
    """Return the token of the group's private link."""
    now = datetime.now(UTC)
    lasting = timedelta(days=1)
    token = issue(desk.portal, STATUS, application.UID(), now, lasting, single=False)
    transaction.commit()
    return token


def fields_named(answer):
    """Return the fields that an answer of ours names."""
    assert set(answer.json()) == {"type", "message", "errors"}
    return [error["field"] for error in answer.json()["errors"]]


def test_secretariat_writes_down_what_the_group_says_by_phone(desk):
    application = asked(desk, FIELDS)
    desk.letters()
    case = f"/lid-worden/{application.getId()}"
    page = desk.page("secretariat", case)
    typed = {
        "answer_answer": "Gebeld: al sinds 2015.",
        "answer_founded": "2015",
        "answer_postal_code": "2000 Antwerpen",
        "answer_service_area": "Gent\nMerelbeke",
    }
    wrong = desk.send(
        "secretariat", page, "action", "answer", **typed | {"answer_founded": "ooit"}
    )
    assert wrong.status_code == 400
    assert "answer_founded-error" in wrong.text
    done = desk.send("secretariat", page, "action", "answer", **typed)
    assert done.status_code == 303
    assert api.content.get_state(application) == "in_review"
    assert (application.founded, application.municipality) == (2015, "11002")
    assert len(application.service_area) == 2
    assert application.questions[-1]["answer"] == "Gebeld: al sinds 2015."
    assert application.log[-1]["who"] == "secretariat"
    assert summary_of(desk.portal["lid-worden"], application.getId()).place == (
        "Antwerpen"
    )
    assert desk.letters() == []


def test_secretariat_answers_for_the_group_over_rest(desk):
    application = asked(desk, FIELDS)
    path = f"/lid-worden/{application.getId()}/@answer"
    data = {"answer": "Gebeld", "fields": {"postal_code": "2000"}}
    for who in ("visitor", "board"):
        assert desk.rest(who, "POST", path, data).status_code in (401, 403, 404)
    odd = desk.rest("secretariat", "POST", path, {"fields": {"website": "x"}})
    assert (odd.status_code, fields_named(odd)) == (400, ["website"])
    kept = desk.rest("secretariat", "POST", path, data)
    assert kept.status_code == 200, kept.text
    assert kept.json()["review_state"] == "in_review"
    assert application.municipality == "11002"
    assert desk.rest("secretariat", "POST", path, data).status_code == 409


@pytest.mark.parametrize("body", ["geen json", "[]", "5", '"x"', "null", b"\xff\xfe"])
@pytest.mark.parametrize("path", [APPLY, STATUS_OF])
def test_body_that_is_no_object_is_answered_as_agreed(desk, path, body):
    headers = {"Accept": "application/json", "Content-Type": "application/json"}
    answer = desk.ask("visitor", "POST", path, data=body, headers=headers)
    assert answer.status_code == 400, answer.text
    assert fields_named(answer) == ["body"]


@pytest.mark.parametrize("action", [[], {}, 5, None, True, [["confirm"]]])
def test_action_that_is_no_word_is_answered_as_agreed(desk, action):
    answer = desk.rest("visitor", "POST", STATUS_OF, {"action": action})
    assert (answer.status_code, fields_named(answer)) == (400, ["action"])


def test_fields_that_are_no_object_are_answered_as_agreed(desk):
    application = asked(desk, FIELDS)
    token = token_of(desk, application)
    for fields in (["x"], "abc", 5, True):
        data = {"action": "answer", "token": token, "fields": fields, "answer": "Ja"}
        answer = desk.rest("visitor", "POST", STATUS_OF, data)
        assert (answer.status_code, fields_named(answer)) == (400, ["fields"])
    case = f"/lid-worden/{application.getId()}/@answer"
    answer = desk.rest("secretariat", "POST", case, {"fields": ["x"]})
    assert (answer.status_code, fields_named(answer)) == (400, ["fields"])
    odd = {"action": "answer", "token": token, "answer": {"odd": []}}
    assert desk.rest("visitor", "POST", STATUS_OF, odd).status_code < 500
    for token in ([], {}, 5, None, "\ud800"):
        for action in ("confirm", "answer", "withdraw"):
            data = {"action": action, "token": token}
            answer = desk.rest("visitor", "POST", STATUS_OF, data)
            assert answer.status_code == 404


def test_step_with_a_body_that_is_no_object_is_answered_as_agreed(desk):
    application = make_application(desk.portal, "in_review")
    transaction.commit()
    path = f"/lid-worden/{application.getId()}/@ask"
    answer = desk.rest("secretariat", "POST", path, [])
    assert (answer.status_code, fields_named(answer)) == (400, ["body"])


TOLD_ALREADY = {
    "activities": ["housing"],
    "attends_meetings": True,
    "deputy_name": None,
    "discussed_on": date(2026, 2, 1),
    "service_area": [],
    "website": None,
}


def waiting(portal, fields):
    """Return an application of which some fields are asked, in a test of rules."""
    application = make_application(portal, "in_review")
    with api.env.adopt_roles(["Manager"]):
        ask(application, "Vertel eens", fields, datetime.now(UTC))
    return application


def test_what_was_told_already_is_no_answer(portal):
    application = waiting(portal, list(TOLD_ALREADY))
    with pytest.raises(Refused) as refused:
        answer(application, " ", TOLD_ALREADY, datetime.now(UTC))
    assert refused.value.name == "answer"
    assert api.content.get_state(application) == "waiting_for_applicant"
    told = TOLD_ALREADY | {"website": "https://example.org"}
    answer(application, "", told, datetime.now(UTC))
    assert api.content.get_state(application) == "in_review"


@pytest.mark.parametrize(
    ("fields", "new", "name"),
    [
        (["decided_on"], {"decided_on": date(2026, 1, 1)}, "decided_on"),
        (["discussed_on"], {"discussed_on": date(2026, 2, 9)}, "discussed_on"),
        (["deputy_email"], {"deputy_email": "jo@example.org"}, "deputy_email"),
        (["decided_on"], {"decided_on": None}, "decided_on"),
    ],
)
def test_answer_has_to_fit_what_was_told_before(portal, fields, new, name):
    application = waiting(portal, fields)
    before = {each: getattr(application, each) for each in new}
    with pytest.raises(Refused) as refused:
        answer(application, "Ja", new, datetime.now(UTC))
    assert refused.value.name == name
    assert {each: getattr(application, each) for each in new} == before
    assert api.content.get_state(application) == "waiting_for_applicant"


def test_answer_to_a_question_that_is_gone_comes_back_to_who_typed_it(desk):
    application = asked(desk, ["website"])
    token = token_of(desk, application)
    page = desk.page("visitor", f"/lid-worden/status?token={token}")
    with api.env.adopt_roles(["Manager"]):
        move(application, "guide", datetime.now(UTC))
    transaction.commit()
    typed = {"answer": "Een lang verhaal", "website": "openpoort.example.org"}
    late = desk.send("visitor", page, "action", "answer", **typed)
    assert late.status_code == 409
    (notice,) = html.fromstring(late.text).xpath("//*[@data-gastvrij-focus]")
    told = notice.text_content()
    assert "Je antwoord is niet verstuurd" in told
    assert "Een lang verhaal" in told
    assert "openpoort.example.org" in told
    assert api.content.get_state(application) == "starting_up"


def test_private_link_tells_the_timeline_and_is_kept_nowhere(desk):
    application = asked(desk, ["website"])
    token = token_of(desk, application)
    told = desk.rest("visitor", "GET", f"{STATUS_OF}?token={token}")
    phases = [moment["phase"] for moment in told.json()["timeline"]]
    assert phases == ["question", "received"]
    assert told.headers["Referrer-Policy"] == "no-referrer"
    assert told.headers["Cache-Control"] == "no-store"
