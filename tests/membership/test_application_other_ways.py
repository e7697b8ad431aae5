"""Other ways through: not approved, stopped, started up, and received on paper."""

from applications import make_application
from datetime import date
from desks import links
from gastvrij.membership import scan
from letterbox import text_of
from lxml import html
from plone import api

import transaction


PDF = b"%PDF-1.7 een formulier"


def case_of(application):
    return f"/lid-worden/{application.getId()}"


def words(page):
    return " ".join(page.text_content().split())


def test_rejected_group_reads_why_and_whom_to_ask(desk):
    application = make_application(desk.portal, "ready_for_board")
    desk.letters()
    page = desk.page("board", case_of(application))
    today = date.today().isoformat()
    without = desk.send("board", page, "action", "reject", reject_on=today)
    shown = html.fromstring(without.text)
    assert without.status_code == 400
    assert shown.xpath("//*[@data-gastvrij-focus]//a/@href") == ["#reject_reason"]
    assert api.content.get_state(application) == "ready_for_board"
    reason = "Het werk past nog niet bij het onze."
    typed = {"reject_on": today, "reject_reason": reason}
    desk.send("board", shown, "action", "reject", **typed)
    assert api.content.get_state(application) == "rejected"
    assert "open-poort" not in desk.portal.groepen
    (letter,) = desk.letters()
    assert reason in text_of(letter)
    told = words(desk.page("visitor", links(letter, "/status?token=")))
    assert "Niet aanvaard" in told
    assert reason in told


def test_secretariat_stops_an_application_and_takes_it_up_again(desk):
    application = make_application(desk.portal, "in_review")
    desk.letters()
    page = desk.page("secretariat", case_of(application))
    desk.send("secretariat", page, "action", "withdraw")
    assert api.content.get_state(application) == "withdrawn"
    (letter,) = desk.letters()
    assert "stopgezet" in letter["Subject"]
    page = desk.page("secretariat", case_of(application))
    desk.send("secretariat", page, "action", "take_up")
    assert api.content.get_state(application) == "in_review"


def test_new_group_is_guided_and_gives_the_dates_before_the_board_sees_it(desk):
    late = {"discussed_on": None, "decided_on": None, "attends_meetings": False}
    application = make_application(desk.portal, "in_review", kind="new_group", **late)
    desk.letters()
    page = desk.page("secretariat", case_of(application))
    desk.send("secretariat", page, "action", "guide")
    assert api.content.get_state(application) == "starting_up"
    (letter,) = desk.letters()
    assert "we helpen je opstarten" in letter["Subject"]
    page = desk.page("secretariat", case_of(application))
    refused = desk.send("secretariat", page, "action", "present")
    assert refused.status_code == 400
    assert "Vraag het eerst" in refused.text
    page = desk.page("secretariat", case_of(application))
    desk.send("secretariat", page, "action", "take_up")
    page = desk.page("secretariat", case_of(application))
    fields = list(late)
    asked = {"ask_question": "Wanneer beslisten jullie?", "ask_fields": fields}
    desk.send("secretariat", page, "action", "ask", **asked)
    (letter,) = desk.letters()
    page = desk.page("visitor", links(letter, "/status?token="))
    dates = {"discussed_on": "2026-02-01", "decided_on": "2026-02-08"}
    typed = dates | {"attends_meetings": "yes"}
    desk.send("visitor", page, "action", "answer", **typed)
    page = desk.page("secretariat", case_of(application))
    desk.send("secretariat", page, "action", "present")
    assert api.content.get_state(application) == "ready_for_board"


ON_PAPER = {
    "kind": "existing_group",
    "group_name": "De Brievenbus",
    "legal_form": "feitelijke_vereniging",
    "postal_code": "9140",
    "activities": ["housing"],
    "contact_name": "Ann Peeters",
    "contact_email": "ann.peeters@example.org",
    "discussed_on": "2026-02-01",
    "decided_on": "2026-02-08",
    "attends_meetings": "yes",
    "privacy": "yes",
}


def enter(desk, content, **others):
    """Enter one that came on paper, with a scan."""
    page = desk.page("secretariat", "/lid-worden/on-paper")
    form = page.xpath("//form[.//button[@name='save']]")[0]
    data = {**dict(form.form_values()), **ON_PAPER, **others, "save": "1"}
    files = {"scan": ("scan van ann.pdf", content, "application/pdf")}
    path = "/lid-worden/on-paper"
    return desk.ask("secretariat", "POST", path, data=data, files=files)


def test_application_on_paper_has_its_number_and_its_scan_at_once(desk):
    made = enter(desk, PDF)
    (application,) = desk.applications
    assert made.headers["Location"] == application.absolute_url()
    assert api.content.get_state(application) == "submitted"
    assert application.number.startswith("GN-")
    assert (application.channel, application.scan.data) == ("paper", PDF)
    page = desk.page("secretariat", case_of(application))
    (scan,) = page.xpath("//a[contains(@href, 'download/scan')]/@href")
    assert desk.ask("secretariat", "GET", scan).content == PDF
    for who in ("visitor", "board"):
        assert desk.ask(who, "GET", scan).status_code == 404
    (letter,) = desk.letters()
    assert application.number in text_of(letter)


def test_application_on_paper_that_is_sent_twice_is_one(desk):
    page = desk.page("secretariat", "/lid-worden/on-paper")
    (token,) = page.xpath("//input[@name='form_token']/@value")
    first, second = (enter(desk, PDF, form_token=token) for _ in range(2))
    assert len(desk.applications) == 1
    assert first.headers["Location"] == second.headers["Location"]
    assert len(desk.letters()) == 1
    enter(desk, PDF)
    assert len(desk.applications) == 2


def test_scan_that_is_no_pdf_is_refused_and_nothing_is_kept(desk):
    answer = enter(desk, b"<script>alert(1)</script>")
    assert "pdf" in html.fromstring(answer.text).xpath("//*[@id='scan-error']")[0].text
    assert desk.applications == []


def test_scan_that_is_too_large_is_refused_and_never_cut(desk, monkeypatch):
    monkeypatch.setattr(scan, "MOST", len(PDF))
    answer = enter(desk, PDF + b"!")
    (sentence,) = html.fromstring(answer.text).xpath("//*[@id='scan-error']")
    assert "groter dan" in sentence.text
    assert desk.applications == []
    enter(desk, PDF)
    (application,) = desk.applications
    assert application.scan.data == PDF


def test_application_on_paper_without_consent_is_not_kept(desk):
    answer = enter(desk, PDF, privacy="")
    shown = html.fromstring(answer.text)
    assert "#privacy" in shown.xpath("//*[@data-gastvrij-focus]//a/@href")
    transaction.begin()
    assert desk.applications == []
