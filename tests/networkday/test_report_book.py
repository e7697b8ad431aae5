"""The report book: a PDF, and handed out as a download."""

from base64 import b64encode
from gastvrij.values.checks import is_pdf
from gastvrij.values.refusal import Refused
from lxml import html
from network_days import PDF
from network_days import pdf
from network_days import submit

import pytest


WRONG = [b"", b"%PD", b" %PDF-1.7", b"<html><script>alert(1)</script>", b"PK\x03\x04"]


def book(data, content_type="application/pdf"):
    """Return a report book as REST sends it."""
    return {
        "report_book": {
            "data": b64encode(data).decode(),
            "encoding": "base64",
            "filename": "verslagboek.pdf",
            "content-type": content_type,
        }
    }


def send(site, day, sent):
    """Send a report book as the coordinator."""
    return site.rest(f"netwerkdagen/{day}", "coordinator", method="PATCH", json=sent)


@pytest.mark.parametrize("data", WRONG)
def test_report_book_is_judged_by_its_content(data):
    with pytest.raises(Refused):
        is_pdf(pdf(data=data))
    assert is_pdf(pdf(data=PDF))


@pytest.mark.parametrize("data", WRONG[1:])
def test_report_book_that_is_no_pdf_is_refused_over_rest(site, data):
    answer = send(site, "2017", book(data))
    assert answer.status_code == 400
    assert "'field': 'report_book'" in answer.json()["message"]
    assert site.rest("netwerkdagen/2017").json()["report_book"] is None


def test_report_book_that_calls_itself_html_is_refused_over_rest(site):
    answer = send(site, "2017", book(PDF, "text/html"))
    assert answer.status_code == 400
    assert site.rest("netwerkdagen/2017").json()["report_book"] is None


def test_report_book_sent_over_rest_is_kept(site):
    assert send(site, "2017", book(PDF)).status_code == 204
    told = site.rest("netwerkdagen/2017").json()["report_book"]
    assert (told["size"], told["filename"]) == (len(PDF), "verslagboek.pdf")
    listed = site.rest("netwerkdagen/@networkdays").json()["items"]
    assert listed[-1]["report_book"] == {
        "download": f"{site.url}/netwerkdagen/2017/@@download/report_book",
        "filename": "verslagboek.pdf",
        "size": len(PDF),
    }


@pytest.mark.parametrize(("data", "kept"), [(WRONG[3], False), (PDF, True)])
def test_report_book_is_judged_next_to_its_field(site, planner, data, kept):
    fields = {
        "form.widgets.report_book": ("boek.pdf", data, "application/pdf"),
        "form.widgets.report_book.action": "replace",
    }
    edit = f"{site.url}/netwerkdagen/2018/edit"
    page = html.fromstring(submit(planner, edit, "form.buttons.save", fields).text)
    refused = page.xpath(
        "//*[@id='formfield-form-widgets-report_book']"
        "//*[contains(@class, 'invalid-feedback')]"
    )
    assert bool(refused) is not kept
    book = site.rest("netwerkdagen/2018").json()["report_book"]
    assert book["filename"] == ("boek.pdf" if kept else "verslagboek.pdf")


def test_report_book_is_handed_out_as_a_download(site):
    answer = site.ask("netwerkdagen/2018/@@download/report_book")
    assert answer.content == PDF
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Content-Disposition"].startswith("attachment;")
    assert "verslagboek.pdf" in answer.headers["Content-Disposition"]


def test_report_book_shown_in_the_browser_is_still_a_pdf(site):
    answer = site.ask("netwerkdagen/2018/@@display-file/report_book")
    assert answer.content == PDF
    assert answer.headers["Content-Type"] == "application/pdf"
