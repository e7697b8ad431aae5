"""The report book on the pages of a coordinator, of a reporter and of readers."""

from gastvrij.networkday import report_making
from gastvrij.networkday.report_html import page_of
from gastvrij.networkday.report_records import all_notes
from gastvrij.networkday.report_records import notes_of
from gastvrij.networkday.speakers import propose
from letterbox import links_of
from letterbox import text_of
from lxml import html
from PIL import Image
from report_days import AN
from report_days import create_held_day
from report_days import NOW
from report_days import photo

import pytest
import requests
import transaction


DAY = "netwerkdagen/herfst-2025"
PAGE = f"{DAY}/report-notes"
CLOSED = ("/login", "/require_login", "/insufficient-privileges")
SVG = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"


@pytest.fixture
def day(site):
    """Return a day that was held, with a speaker who has an address."""
    made = create_held_day(site.portal)
    propose(site.portal, made.huren, "An Peeters", "De Trap", AN, "tom", NOW)
    transaction.commit()
    return made


@pytest.fixture
def made(monkeypatch):
    """Have books made without paper, with the words of the page in them."""
    monkeypatch.setattr(
        report_making,
        "make_pdf",
        lambda report: b"%PDF-1.7 " + page_of(report).encode(),
    )


def fresh(site):
    """See what the requests of others wrote."""
    transaction.begin()
    return site.portal


def form_of(page, number=-1):
    return html.fromstring(page).get_element_by_id("content").xpath(".//form")[number]


def send(session, url, number=-1, files=None, **fields):
    """Send one of the forms of a page, the last unless told otherwise."""
    form = form_of(session.get(url, timeout=60).text, number)
    values = dict(form.form_values()) | fields
    target = form.get("action")
    return session.post(target, data=values, files=files, timeout=60)


def press(planner, site, page, **fields):
    """Press a button on a page of the coordinator."""
    url = f"{site.url}/{DAY}/{page}"
    return send(planner, url, 0, **fields)


def make(site):
    fresh(site)
    done = report_making.make_what_changed(site.portal, NOW)
    transaction.commit()
    return done


def test_notes_come_in_by_link_and_become_the_book_of_the_day(
    site, planner, day, letterbox, made
):
    # asked with one button, by letter
    page = planner.get(f"{site.url}/{PAGE}", timeout=60)
    assert page.headers["Cache-Control"] == "no-store"
    assert "Wij wachten op jou" in page.text
    assert "An Peeters" in press(planner, site, "report-notes", action="all").text
    (letter,) = letterbox.fetch(site.portal)
    assert letter["To"] == AN
    assert "Huren" in letter["Subject"]
    assert "drie inzichten" in text_of(letter)
    (link,) = [one for one in links_of(letter) if "report-notes" in one]
    # a phone without script, logged out: opening writes nothing
    phone = requests.Session()
    asked = phone.get(link, timeout=60)
    assert asked.headers["Referrer-Policy"] == "no-referrer"
    assert "gezondheid" in asked.text
    phone.get(f"{link}&insight-1=Nee&once=x", timeout=60)
    fresh(site)
    assert not any(each.is_in for each in all_notes(site.portal))
    # what is missing stands next to its box, and nothing that was typed is lost
    files = {"picture-1": ("ons huis.jpg", photo(), "text/html")}
    typed = {"insight-1": "Lees het <i>samen</i>.", "tip-2": "Bel eerst."}
    again = send(phone, link, files=files, **typed)
    assert "ons huis" not in again.text
    assert "new-alt-1-error" in again.text
    assert "agreed-1-error" in again.text
    assert "Lees het &lt;i&gt;samen&lt;/i&gt;." in again.text
    typed |= {"new-alt-1": "Een lange tafel", "agreed-1": "yes", "shown": "Anneke"}
    saved = send(phone, link, files=files, **typed)
    assert "Bewaard" in saved.text
    notes = notes_of(fresh(site), day.huren.UID())
    assert notes.insights == ("Lees het <i>samen</i>.",)
    assert notes.tips == ("Bel eerst.",)
    assert notes.names == ("Anneke",)
    # nothing but the pixels is kept
    (picture,) = notes.pictures
    with picture.image.open() as kept, Image.open(kept) as image:
        assert not image.getexif()
        assert max(image.size) == 2400
    assert b"Toestelmerk" not in picture.image.data + picture.small.data
    # opened again and changed; the picture can be taken away
    assert "data:image/jpeg;base64," in phone.get(link, timeout=60).text
    send(phone, link, signal="Eén regeling.")
    assert notes_of(fresh(site), day.huren.UID()).signal == "Eén regeling."
    assert len(notes_of(site.portal, day.huren.UID()).pictures) == 1
    # nobody reads it before it is published
    for path in (DAY, f"{DAY}/huren", f"{DAY}/@@export", PAGE, f"{DAY}/report-preview"):
        assert "samen" not in site.ask(path).text
    # the coordinator mends, looks and publishes
    edit = f"{site.url}/{DAY}/edit-notes?item={day.huren.UID()}"
    send(planner, edit, **{"tip-1": "Bel vooraf.", "tip-2": ""})
    preview = planner.get(f"{site.url}/{DAY}/report-preview", timeout=60)
    for told in ("Bel vooraf.", "Een lange tafel", "Anneke", "Eén regeling."):
        assert told in preview.text
    answer = press(planner, site, "report-preview", action="publish")
    assert "Gepubliceerd" in answer.text
    assert make(site) == 1
    book = site.ask(f"{DAY}/@@download/report_book")
    assert "Bel vooraf." in book.text
    assert "@@download/report_book" in site.ask(DAY).text
    assert f"{DAY}/@@download/report_book" in site.ask("netwerkdagen").text
    # now the notes are closed, also for a form that stood open
    closed = phone.get(link, timeout=60)
    assert "gepubliceerd" in closed.text
    assert (
        not html.fromstring(closed.text).get_element_by_id("content").xpath(".//form")
    )
    token = link.partition("token=")[2]
    late = {"token": token, "insight-1": "Te laat"}
    phone.post(link.partition("?")[0], data=late, timeout=60)
    assert "Te laat" not in notes_of(fresh(site), day.huren.UID()).insights


def test_form_is_kept_once_and_never_over_what_somebody_else_wrote(
    site, planner, day, letterbox
):
    press(planner, site, "report-notes", action="all")
    (letter,) = letterbox.fetch(site.portal)
    (link,) = [one for one in links_of(letter) if "report-notes" in one]
    phone, files = requests.Session(), {"picture-1": ("a.jpg", photo(), "image/jpeg")}
    form = form_of(phone.get(link, timeout=60).text)
    values = dict(form.form_values()) | {
        "insight-1": "Een",
        "new-alt-1": "Tafel",
        "agreed-1": "yes",
    }
    for _time in range(2):
        files = {"picture-1": ("a.jpg", photo(), "image/jpeg")}
        phone.post(form.get("action"), data=values, files=files, timeout=60)
    assert len(notes_of(fresh(site), day.huren.UID()).pictures) == 1
    # opened before, sent after the coordinator saved
    old = dict(form_of(phone.get(link, timeout=60).text).form_values())
    edit = f"{site.url}/{DAY}/edit-notes?item={day.huren.UID()}"
    send(planner, edit, **{"insight-1": "Van Tom"})
    late = phone.post(
        form.get("action"), data=old | {"insight-1": "Van An"}, timeout=60
    )
    assert "Van An" in late.text
    assert notes_of(fresh(site), day.huren.UID()).insights == ("Van Tom",)
    # what is no picture by its content is refused, whatever it is called
    bad = {"picture-2": ("a.jpg", SVG, "image/jpeg")}
    ticked = {"new-alt-2": "x", "agreed-2": "yes"}
    refused = send(phone, link, files=bad, **ticked)
    assert "picture-2-error" in refused.text
    assert len(notes_of(fresh(site), day.huren.UID()).pictures) == 1
    # taken out: the link is dead
    press(planner, site, "report-notes", action="out")
    assert phone.get(link, timeout=60).status_code == 410


def test_somebody_else_is_asked_and_nobody_outside_comes_in(
    site, planner, day, letterbox
):
    values = {"item": day.buddy.UID(), "name": "Bo Maes", "email": "bo@example.org"}
    url = f"{site.url}/{PAGE}"
    refused = send(planner, url, **(values | {"email": "bo"}))
    assert "email-error" in refused.text
    send(planner, url, **values)
    (letter,) = letterbox.fetch(site.portal)
    assert letter["To"] == "bo@example.org"
    assert "error" in send(planner, url, **values).text
    for page in ("report-notes", "edit-notes", "report-preview", "report-preview.pdf"):
        for who in ("visitor", "member"):
            answer = site.ask(f"{DAY}/{page}?item={day.buddy.UID()}", who)
            assert "bo@example.org" not in answer.text
            is_shut = answer.url.partition("?")[0].endswith(CLOSED)
            assert is_shut or answer.status_code == 404
    assert (
        site.ask("netwerkdagen/zomer/report-preview", "coordinator").status_code == 404
    )
    for token in ("", "x"):
        answer = site.ask(f"netwerkdagen/report-notes?token={token}")
        assert answer.status_code == 410
    # from another site nothing happens
    post = {"action": "all", "item": "", "reporter": ""}
    planner.post(url, data=post, timeout=60)
    planner.post(f"{site.url}/{DAY}/report-preview", data={"action": "publish"})
    assert letterbox.fetch(site.portal) == []
