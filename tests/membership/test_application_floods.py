"""Many half-filled forms at once, and texts without end: the form keeps its measure."""

from datetime import timedelta
from gastvrij.links import ledger
from gastvrij.links.shelf import shelf
from gastvrij.membership import apply
from gastvrij.membership import drafts
from gastvrij.membership import resuming
from lxml import html
from test_application_clocks import later
from zope.annotation.interfaces import IAnnotations

import pytest


APPLY = "/lid-worden/apply"
LONG = "a" * 9000


@pytest.fixture(autouse=True)
def one_computer(monkeypatch):
    """Let every form come from one computer that is known."""
    monkeypatch.setattr(apply, "client_of", lambda request: "8.8.8.8")


def kept(desk):
    """Return what was typed in the drafts that are kept."""
    found = IAnnotations(desk.portal["lid-worden"]).get(drafts.DRAFTS, {})
    return [draft.typed for draft in found.values()]


def post(desk, **typed):
    """Send a page of the form without any token."""
    return desk.ask("visitor", "POST", APPLY, data={"next": "1"} | typed)


def box(answer, name):
    """Return what stands in a box of the page that was answered."""
    found = html.fromstring(answer.text).xpath(f"//*[@name='{name}']")[0]
    return found.text if found.tag == "textarea" else found.get("value")


def test_one_computer_begins_so_many_forms_an_hour(desk, monkeypatch):
    monkeypatch.setattr(apply, "MOST_BEGUN", 2)
    for number in range(2):
        begun = post(desk, step="group", group_name=f"Groep {number}")
        assert begun.status_code == 400
    refused = post(desk, step="group", group_name="Open Poort")
    assert refused.status_code == 429
    assert box(refused, "group_name") == "Open Poort"
    assert "Nog niet verstuurd" in refused.text
    assert len(kept(desk)) == 2
    assert post(desk).status_code == 429
    # who has begun goes on
    data = {"token": box(begun, "token"), "step": "group", "group_name": "Verder"}
    assert post(desk, **data).status_code == 400
    assert "Verder" in [typed["group_name"] for typed in kept(desk)]


@pytest.mark.parametrize("button", ["next", "back", "later", "goto", "send"])
def test_text_without_end_is_shown_again_and_not_kept(desk, button):
    typed = {"step": "work", "motivation": LONG, "next": "", button: "1"}
    answer = post(desk, **typed)
    assert answer.status_code == 400
    assert box(answer, "motivation").strip() == LONG
    assert "9000" in html.fromstring(answer.text).xpath("//main")[0].text_content()
    assert kept(desk) == []


def test_text_that_is_a_little_too_long_is_kept_whole(desk):
    answer = post(desk, step="work", motivation="a" * 4001)
    assert answer.status_code == 400
    assert [len(typed["motivation"]) for typed in kept(desk)] == [4001]


def test_one_computer_mails_so_many_strangers_an_hour(desk, monkeypatch):
    monkeypatch.setattr(resuming, "MOST_FROM_ONE", 2)
    typed = {"step": "group", "group_name": "Open Poort", "next": "", "later": "1"}
    begun = post(desk, **typed, resume_email="een@example.org")
    typed["token"] = box(begun, "token")
    assert post(desk, **typed, resume_email="twee@example.org").status_code == 200
    refused = post(desk, **typed, resume_email="drie@example.org")
    assert refused.status_code == 429
    assert "Nog niet verstuurd" in refused.text
    assert "We hebben je een link gestuurd" not in refused.text
    assert box(refused, "group_name") == "Open Poort"
    assert sorted(letter["To"] for letter in desk.letters()) == [
        "een@example.org",
        "twee@example.org",
    ]


def test_many_old_forms_are_forgotten_in_one_go(portal, monkeypatch):
    desk, begun = portal["lid-worden"], later(0, 0)
    tokens = [drafts.begin(desk, begun) for _ in range(5)]
    fresh = drafts.begin(desk, begun + timedelta(days=1))
    looked = []
    monkeypatch.setattr(ledger, "_drop", counting(ledger._drop, looked))
    before = len(shelf(portal, ledger.LINKS))
    assert drafts.forget_old(desk, later(14, 0)) == 5
    assert len(looked) == 1
    assert len(shelf(portal, ledger.LINKS)) == before - 5
    assert not any(drafts.draft_id_of(token, begun) for token in tokens)
    assert drafts.draft_id_of(fresh, later(14, 0))


def counting(real, calls):
    """Return a function that does what the real one does, and is counted."""

    def counted(*arguments):
        calls.append(arguments)
        return real(*arguments)

    return counted
