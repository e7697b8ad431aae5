"""A volunteer reads the toolkit on a phone, with and without script."""

from collections.abc import Iterator
from datetime import datetime
from datetime import UTC
from gastvrij.due.on_behalf import on_behalf_of
from gastvrij.toolkit import bookmaking
from gastvrij.toolkit.pdf import make_pdf
from io import BytesIO
from playwright.sync_api import Browser
from playwright.sync_api import expect
from playwright.sync_api import Page
from pypdf import PdfReader

import pytest
import transaction


NOW = datetime(2026, 11, 25, 17, tzinfo=UTC)
PHONE = {"width": 360, "height": 780}


@pytest.fixture(params=[True, False], ids=["script", "no-script"])
def phone(browser: Browser, request) -> Iterator[Page]:
    """Return a page on a small phone, of which the browser runs scripts or not."""
    context = browser.new_context(viewport=PHONE, java_script_enabled=request.param)
    yield context.new_page()
    context.close()


@pytest.fixture
def books(demo, monkeypatch):
    """Have the books of the demo made: of one part on paper, of others nothing."""

    def paper(book):
        return make_pdf(book) if book.title.startswith("3.12 ") else b"%PDF-1.7"

    monkeypatch.setitem(bookmaking.MAKERS, "pdf", paper)
    monkeypatch.setitem(bookmaking.MAKERS, "epub", lambda book: b"PK")
    with on_behalf_of(demo["portal"]) as portal:
        while bookmaking.make_what_changed(portal, NOW):
            transaction.commit()


def follow(page, name):
    """Follow a link of the content as a reader finds it: by its words."""
    page.locator("main").get_by_role("link", name=name).first.click()


def test_volunteer_reads_on_looks_up_a_word_and_finds_its_addendum(phone, site, books):
    phone.goto(site)
    follow(phone, "Huiswerk voor vluchteling en vrijwilliger")
    follow(phone, "Gezondheidszorg")
    expect(phone.locator("h1")).to_have_text("Gezondheidszorg")
    expect(phone.locator("main")).to_contain_text("3.6")
    follow(phone, "ongeneeslijk ziek")
    expect(phone.get_by_role("heading", name="Aanvulling: ")).to_be_in_viewport()

    contents = phone.locator("details.gv-toc")
    expect(contents.get_by_role("link", name="Wonen")).to_be_hidden()
    contents.locator("summary").click()
    contents.get_by_role("link", name="Inleiding").click()
    expect(phone.locator("h1")).to_have_text("Inleiding")

    reading_on = phone.get_by_role("navigation", name="Vorig en volgend onderdeel")
    while "Hoofdstuk 2" not in reading_on.locator(".gv-prev").inner_text():
        reading_on.locator(".gv-prev").click()
    reading_on.locator(".gv-prev").click()
    expect(phone.locator("h1")).to_have_text(
        "Maatschappelijke rol van de vrijwilligersorganisaties"
    )
    expect(reading_on.locator(".gv-next")).to_contain_text("Huiswerk")
    reading_on.locator(".gv-next").click()
    expect(phone.locator("h1")).to_contain_text("Huiswerk")

    field = phone.get_by_role("searchbox", name="Zoek in de toolkit")
    field.fill("gas")
    field.press("Enter")
    expect(phone.get_by_role("status").first).to_contain_text("gas")
    hit = phone.locator(".gv-hits > li").filter(has_text="Aanvulling bij 3.12")
    expect(hit.locator(".gv-part-number")).to_have_text("3.12")
    expect(hit.locator("mark").first).to_have_text("gas")
    hit.get_by_role("link", name="Aanvulling: ").click()
    expect(phone.locator("h1")).to_contain_text("elektriciteit, gas en water")
    expect(phone.locator("main")).to_contain_text("Hoort bij 3.12")

    follow(phone, "3.12 Budgetbeheer en vaste kosten")
    file = phone.locator("main").get_by_role("link", name="Download als pdf")
    answer = phone.request.get(file.get_attribute("href"))
    assert answer.headers["content-type"] == "application/pdf"
    pdf = PdfReader(BytesIO(answer.body()))
    assert "3.12 Budgetbeheer en vaste kosten" in pdf.metadata.title
    assert "elektriciteit, gas en water" in str(pdf.outline)


def test_reader_tells_with_one_tap_what_was_not_found(phone, site):
    phone.goto(f"{site}/toolkit")
    field = phone.get_by_role("searchbox", name="Zoek in de toolkit")
    field.fill("zeppelin")
    field.press("Enter")
    phone.get_by_role("button", name="Ik zocht dit").click()
    expect(phone.locator(".gv-notice--done")).to_be_in_viewport()
    expect(phone.get_by_role("button", name="Ik zocht dit")).to_have_count(0)


def test_ticks_of_a_checklist_stay_on_the_device_and_are_never_sent(page, site):
    asked = []
    page.goto(f"{site}/toolkit/2/huiswerk/checklist")
    page.on("request", lambda request: asked.append(request))
    boxes = page.locator(".gv-checklist input")
    boxes.first.check()
    boxes.nth(2).check()
    assert asked == []
    page.reload()
    expect(boxes.first).to_be_checked()
    expect(boxes.nth(1)).not_to_be_checked()
    expect(boxes.nth(2)).to_be_checked()
    words = boxes.first.evaluate("box => box.parentElement.textContent.trim()")
    assert all(each.method == "GET" and "?" not in each.url for each in asked)
    assert words not in repr([each.all_headers() for each in asked])
    assert page.evaluate("document.cookie") == ""
    page.get_by_role("button", name="Wis de vinkjes").click()
    page.reload()
    expect(boxes.first).not_to_be_checked()
