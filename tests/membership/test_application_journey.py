"""From "we want to join" to a group in the directory: by the pages, and over REST."""

from applications import values
from datetime import date
from desks import links
from gastvrij.membership import apply
from lxml import html
from plone import api

import pytest


APPLY = "/lid-worden/apply"

PAGES = (
    {
        "kind": "existing_group",
        "group_name": "Open Poort",
        "legal_form": "vzw",
        "enterprise_number": "",
        "postal_code": "9050 Ledeberg",
    },
    {"activities": ["housing", "buddy"], "service_area": "Merelbeke"},
    {
        "contact_name": "Ann Peeters",
        "contact_email": "ann.peeters@example.org",
        "contact_phone": "0470 12 34 56",
    },
    {
        "discussed_on": "2026-02-01",
        "decided_on": "8/2/2026",
        "attends_meetings": "yes",
        "privacy": "yes",
    },
)


def fill_in(desk, **others):
    """Fill in the four pages; return the last look, as a tree."""
    page = desk.page("visitor", APPLY)
    for typed in PAGES:
        given = {name: others.get(name, value) for name, value in typed.items()}
        answer = desk.send("visitor", page, "next", **given)
        page = html.fromstring(answer.text)
        assert answer.status_code == 200, page.xpath("//*[@class='gv-error']")
    return page


def wait_a_moment(desk, monkeypatch):
    """Let time pass: nobody fills in four pages in an instant."""
    monkeypatch.setattr(apply, "SHORTEST", apply.SHORTEST * 0)


def test_group_is_found_after_apply_confirm_question_board_and_publish(
    desk, monkeypatch
):
    wait_a_moment(desk, monkeypatch)
    last = fill_in(desk)
    assert "Open Poort" in last.text_content()
    assert "+32 470 12 34 56" in last.text_content()
    sent = desk.send("visitor", last, "send")
    assert sent.headers["Location"].endswith("/lid-worden/sent")
    (application,) = desk.applications
    assert api.content.get_state(application) == "unconfirmed"
    assert application.municipality == "44021"

    (letter,) = desk.letters()
    confirm = links(letter, "/confirm?token=")
    for _ in range(3):
        page = desk.page("visitor", confirm)
    assert api.content.get_state(application) == "unconfirmed"
    done = desk.ask(
        "visitor",
        "POST",
        f"{desk.url}/lid-worden/confirm",
        data={"token": page.xpath("//input[@name='token']/@value")[0]},
    )
    assert "Je adres is bevestigd" in done.text
    assert application.number.startswith("GN-")

    (letter,) = desk.letters()
    status = links(letter, "/status?token=")
    assert "Je hoeft nu niets te doen" in desk.page("visitor", status).text_content()

    case = f"/lid-worden/{application.getId()}"
    desk.send("secretariat", desk.page("secretariat", case), "action", "take_up")
    page = desk.page("secretariat", case)
    desk.send(
        "secretariat",
        page,
        "action",
        "ask",
        ask_question="Hebben jullie een website?",
        ask_fields=["website"],
    )
    (letter,) = desk.letters()
    page = desk.page("visitor", links(letter, "/status?token="))
    assert "Hebben jullie een website?" in page.text_content()
    answered = desk.send(
        "visitor", page, "action", "answer", website="openpoort.example.org"
    )
    assert "Je antwoord is verstuurd" in answered.text
    assert application.website == "https://openpoort.example.org"

    page = desk.page("secretariat", case)
    desk.send(
        "secretariat", page, "action", "present", present_advice="Een goede groep"
    )
    page = desk.page("board", case)
    desk.send(
        "board", page, "action", "remark", remark_opinion="agree", remark_remark=""
    )
    page = desk.page("board", case)
    today = date.today().isoformat()
    desk.send(
        "board", page, "action", "approve", approve_on=today, approve_reason="Welkom!"
    )
    assert api.content.get_state(application) == "approved"
    group = desk.portal.groepen["open-poort"]
    assert api.content.get_state(group) == "draft"
    subjects = {letter["Subject"]: letter for letter in desk.letters()}
    welcome = subjects["Te doen: zet de pagina van Open Poort online"]
    assert links(welcome, "/set-password?token=")
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(group, "publish")


@pytest.mark.parametrize("trap", ["", "https://spam.example.org"])
def test_form_that_is_sent_in_an_instant_or_by_a_robot_says_so(desk, monkeypatch, trap):
    last = fill_in(desk)
    if trap:
        wait_a_moment(desk, monkeypatch)
    held = desk.send("visitor", last, "send", subject=trap)
    assert "Nog niet verstuurd" in held.text
    assert "druk nog eens" in held.text
    assert desk.applications == []
    wait_a_moment(desk, monkeypatch)
    again = desk.send("visitor", html.fromstring(held.text), "send")
    assert again.headers["Location"].endswith("/lid-worden/sent")


def test_wrong_enterprise_number_is_refused_next_to_its_field(desk):
    page = desk.page("visitor", APPLY)
    typed = PAGES[0] | {"enterprise_number": "0123.456.789"}
    answer = desk.send("visitor", page, "next", **typed)
    page = html.fromstring(answer.text)
    assert answer.status_code == 400
    (link,) = page.xpath("//*[@data-gastvrij-focus]//a")
    assert link.get("href") == "#enterprise_number"
    assert page.xpath("//input[@name='group_name']/@value") == ["Open Poort"]


def test_back_keeps_everything_and_the_resume_link_too(desk):
    page = desk.page("visitor", APPLY)
    answer = desk.send("visitor", page, "next", **PAGES[0])
    second = html.fromstring(answer.text)
    typed = {"activities": ["housing"], "motivation": "Samen sterker"}
    first = html.fromstring(desk.send("visitor", second, "back", **typed).text)
    assert first.xpath("//input[@name='group_name']/@value") == ["Open Poort"]
    desk.send("visitor", first, "later", resume_email="ann.peeters@example.org")
    (letter,) = desk.letters()
    page = desk.page("visitor", links(letter, "/apply?token="))
    assert page.xpath("//input[@name='group_name']/@value") == ["Open Poort"]
    second = html.fromstring(desk.send("visitor", page, "next").text)
    assert second.xpath("//textarea[@name='motivation']")[0].text == "Samen sterker"


def test_pressing_send_twice_sends_once(desk, monkeypatch):
    wait_a_moment(desk, monkeypatch)
    last = fill_in(desk)
    desk.send("visitor", last, "send")
    again = desk.send("visitor", last, "send")
    assert again.headers["Location"].endswith("/lid-worden/sent")
    assert len(desk.applications) == 1
    assert len(desk.letters()) == 1


def json_values(**others):
    given = values(**others)
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in given.items()
    }


def test_the_same_over_rest_alone(desk):
    posted = desk.rest("visitor", "POST", "/lid-worden/@applications", json_values())
    assert posted.status_code == 201, posted.text
    assert posted.json()["phase"] == "confirm_email"
    (application,) = desk.applications
    case = f"/lid-worden/{application.getId()}"
    for path in (case, f"{case}/@history", f"/resolveuid/{application.UID()}"):
        assert desk.rest("visitor", "GET", path).status_code == 404, path
    assert desk.rest("secretariat", "GET", case).status_code == 404

    (letter,) = desk.letters()
    token = links(letter, "/confirm?token=").partition("token=")[2]
    address = "/lid-worden/@application-status"
    data = {"action": "confirm", "token": token}
    confirmed = desk.rest("visitor", "POST", address, data)
    assert confirmed.json()["phase"] == "received"
    (letter,) = desk.letters()
    token = links(letter, "/status?token=").partition("token=")[2]

    desk.rest("secretariat", "POST", f"{case}/@workflow/take_up")
    asked = desk.rest(
        "secretariat",
        "POST",
        f"{case}/@ask",
        {"question": "Wie?", "fields": ["founded"]},
    )
    assert asked.status_code == 200, asked.text
    told = desk.rest("visitor", "GET", f"{address}?token={token}").json()
    assert (told["phase"], told["fields"]) == ("question", ["founded"])
    refused = desk.rest(
        "visitor",
        "POST",
        address,
        {"action": "answer", "token": token, "fields": {"group_name": "Anders"}},
    )
    assert refused.status_code == 400
    assert refused.json()["errors"][0]["field"] == "group_name"
    answered = desk.rest(
        "visitor",
        "POST",
        address,
        {
            "action": "answer",
            "token": token,
            "answer": "Wij",
            "fields": {"founded": 2015},
        },
    )
    assert answered.json()["phase"] == "received"
    assert application.founded == 2015

    assert desk.rest("board", "GET", case).status_code == 404
    desk.rest("secretariat", "POST", f"{case}/@present", {"advice": "Ja"})
    assert desk.rest("board", "GET", case).status_code == 200
    bare = desk.rest("board", "POST", f"{case}/@workflow/approve")
    assert bare.status_code == 400
    assert api.content.get_state(application) == "ready_for_board"
    listed = desk.rest("board", "GET", "/lid-worden/@applications").json()
    assert [item["group_name"] for item in listed["items"]] == ["Open Poort"]
    wrong = desk.rest("board", "POST", f"{case}/@reject", {"on": "2026-03-01"})
    assert wrong.status_code == 400
    assert wrong.json()["errors"][0]["field"] == "reason"
    approved = desk.rest(
        "board", "POST", f"{case}/@approve", {"on": "2026-03-01", "reason": "Welkom"}
    )
    assert approved.status_code == 200, approved.text
    again = desk.rest(
        "board", "POST", f"{case}/@approve", {"on": "2026-03-01", "reason": "Welkom"}
    )
    assert again.status_code == 409
    assert "open-poort" in desk.portal.groepen


@pytest.mark.parametrize(
    ("others", "field"),
    [
        ({"postal_code": "9999", "municipality": None}, "postal_code"),
        ({"contact_email": "info@example.org"}, "contact_email"),
        ({"contact_email": "geen adres"}, "contact_email"),
        ({"contact_phone": "bel mij"}, "contact_phone"),
        ({"enterprise_number": "0123456789"}, "enterprise_number"),
        ({"privacy": False}, "privacy"),
        ({"discussed_on": None}, "discussed_on"),
        ({"decided_on": "2099-01-01"}, "decided_on"),
        ({"activities": []}, "activities"),
        ({"activities": ["vissen"]}, "activities"),
        ({"group_name": ""}, "group_name"),
        ({"group_name": "\0"}, "group_name"),
        ({"group_name": {"odd": 1}}, None),
        ({"service_area": ["99999"]}, "service_area"),
    ],
)
def test_wrong_value_over_rest_names_its_field(desk, others, field):
    data = json_values() | others
    answer = desk.rest("visitor", "POST", "/lid-worden/@applications", data)
    if field is None:
        assert answer.status_code < 500
        return
    assert answer.status_code == 400, answer.text
    assert field in [error["field"] for error in answer.json()["errors"]]
    assert desk.applications == []
