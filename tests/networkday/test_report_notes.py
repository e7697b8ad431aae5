"""Who is asked for the notes of a day, how often, and what becomes of the book."""

from dataclasses import replace
from datetime import timedelta
from gastvrij.networkday import report_asking
from gastvrij.networkday import report_making
from gastvrij.networkday.programme import programme
from gastvrij.networkday.report_contents import report_of
from gastvrij.networkday.report_data import forget_what_is_over
from gastvrij.networkday.report_data import ReportersData
from gastvrij.networkday.report_html import page_of
from gastvrij.networkday.report_plans import arrange
from gastvrij.networkday.report_plans import leave_out
from gastvrij.networkday.report_plans import move
from gastvrij.networkday.report_plans import printed_notes
from gastvrij.networkday.report_plans import publish
from gastvrij.networkday.report_plans import reopen
from gastvrij.networkday.report_records import all_notes
from gastvrij.networkday.report_records import all_plans
from gastvrij.networkday.report_records import keep_notes
from gastvrij.networkday.report_records import notes_of
from gastvrij.networkday.report_records import plan_of
from gastvrij.networkday.report_turn import ASK
from gastvrij.networkday.report_turn import BLOCKED
from gastvrij.networkday.report_turn import MADE
from gastvrij.networkday.report_turn import MAKE
from gastvrij.networkday.report_turn import MAKING
from gastvrij.networkday.report_turn import SOME
from gastvrij.networkday.report_turn import TOO_EARLY
from gastvrij.networkday.report_turn import turn_of
from gastvrij.networkday.report_waiting import ReportsWaiting
from gastvrij.networkday.speakers import propose
from gastvrij.values.refusal import Refused
from network_days import pdf
from plone import api
from report_days import AN
from report_days import asked
from report_days import BO
from report_days import create_held_day
from report_days import NOW
from report_days import WEEK
from report_days import written

import pytest


@pytest.fixture
def day(days):
    """Return a day that was held."""
    return create_held_day(days)


@pytest.fixture
def sent(monkeypatch):
    """Return the letters that were posted, as address and subject."""
    posted = []
    monkeypatch.setattr(
        report_asking, "post", lambda site, letter, now: posted.append(letter)
    )
    return posted


@pytest.fixture
def made(monkeypatch):
    """Have books made without paper; return the pages of those that were."""
    pages = []

    def make(report):
        pages.append(page_of(report))
        return b"%PDF-1.7 " + report.seal.encode()

    monkeypatch.setattr(report_making, "make_pdf", make)
    return pages


def make(portal, now=NOW):
    return report_making.make_what_changed(portal, now)


def test_speakers_with_an_address_are_asked_once_with_one_letter(days, day, sent):
    for item in (day.huren, day.buddy):
        propose(days, item, "An", "De Trap", AN, "tom", NOW)
    propose(days, day.huren, "Zonder adres", "", "", "tom", NOW)
    items = [day.huren, day.buddy]
    assert report_asking.ask_speakers(days, items, "tom", NOW) == 1
    assert report_asking.ask_speakers(days, items, "tom", NOW) == 0
    (letter,) = sent
    assert letter.to == AN
    assert len([part for part in letter.body if hasattr(part, "url")]) == 2
    with pytest.raises(Refused):
        asked(days, day.huren, AN.upper())


def test_missing_notes_are_asked_for_after_one_and_two_weeks_and_no_more(
    days, day, sent
):
    for item in (day.huren, day.buddy):
        asked(days, item)
    asked(days, day.buddy, BO)
    sent.clear()
    second = timedelta(seconds=1)
    assert report_asking.remind(days, NOW + WEEK - second) == 0
    written(days, day.huren)
    assert report_asking.remind(days, NOW + WEEK) == 2
    assert report_asking.remind(days, NOW + WEEK) == 0
    assert report_asking.remind(days, NOW + 2 * WEEK) == 2
    assert report_asking.remind(days, NOW + 9 * WEEK) == 0
    assert [letter.to for letter in sent] == [AN, BO] * 2
    # of the two that An was asked for, the one that is missing
    assert "Buddy" in str(sent[0].body[1].mapping["items"])
    assert "Huren" not in str(sent[0].body[1].mapping["items"])


def test_nobody_is_reminded_when_the_book_is_out_or_the_month_is_quiet(days, day, sent):
    asked(days, day.buddy)
    written(days, day.huren)
    publish(days, day, "tom", NOW)
    sent.clear()
    assert report_asking.remind(days, NOW + 2 * WEEK) == 0
    reopen(days, day)
    api.portal.set_registry_record("gastvrij.quiet_months", (11,))
    assert report_asking.remind(days, NOW + 2 * WEEK) == 0
    assert sent == []


def test_book_has_what_is_in_and_not_left_out_in_the_order_of_the_coordinator(
    days, day
):
    written(days, day.huren, insight="<b>Eerst</b>", signal="Maak het gelijk.")
    written(days, day.buddy, insight="Daarna", signal="Betaal de reis.")
    titles = lambda: [s.title for s, _notes in printed_notes(days, day)]  # noqa: E731
    assert titles() == ["Huren", "Buddy"]
    move(days, day, day.buddy.UID(), -1)
    assert titles() == ["Buddy", "Huren"]
    arrange(days, day, foreword="Dag allemaal.\n\nTot volgend jaar.")
    report = report_of(days, day, NOW)
    page = page_of(report)
    for told in (
        "Zaterdag 18 oktober 2025, van 10.00 tot 13.00 uur",
        "Buurthuis",
        "&lt;b&gt;Eerst&lt;/b&gt;",
        "Ilse, De Trap",
        "zaal 2",
        "Tot volgend jaar.",
        "Alle signalen voor het beleid",
    ):
        assert told in page
    assert page.index("Daarna") < page.index("Eerst")
    leave_out(days, day, day.huren.UID(), is_out=True)
    assert titles() == ["Buddy"]
    assert report_of(days, day, NOW).seal != report.seal
    assert len(programme(day)) == 2


def test_published_book_is_made_once_and_again_when_it_changes(days, day, made):
    with pytest.raises(Refused):
        publish(days, day, "tom", NOW)
    written(days, day.huren)
    assert make(days) == 0
    publish(days, day, "tom", NOW)
    assert turn_of(days, day, NOW).sentence == MAKING
    assert make(days) == 1
    assert make(days, NOW + WEEK) == 0
    assert day.report_book.filename == "verslagboek-herfst-2025.pdf"
    brain = api.content.find(UID=day.UID())[0]
    assert brain.report_size == day.report_book.getSize()
    assert turn_of(days, day, NOW).sentence == MADE
    day.huren.speakers = []
    day.huren.reindexObject()
    assert make(days) == 1
    assert "Ilse" in made[0]
    assert "Ilse, De Trap" not in made[1].partition("Buddy")[0]


def test_uploaded_book_is_not_replaced_without_asking(days, day, made):
    written(days, day.huren)
    day.report_book = pdf("eigen.pdf")
    with pytest.raises(Refused) as refused:
        publish(days, day, "tom", NOW)
    assert refused.value.name == "replaces"
    publish(days, day, "tom", NOW, replaces=True)
    # another one was uploaded meanwhile: nobody spoke of that
    day.report_book = pdf("nog-een.pdf", b"%PDF-1.7 anders")
    assert make(days) == 0
    assert turn_of(days, day, NOW).sentence == BLOCKED
    publish(days, day, "tom", NOW, replaces=True)
    assert make(days) == 1
    # and one that comes later stays, whatever changes
    day.report_book = pdf("gedrukt.pdf")
    written(days, day.buddy)
    assert make(days) == 0
    assert day.report_book.filename == "gedrukt.pdf"
    # one that was taken away by hand stays away, until somebody publishes again
    day.report_book = None
    assert make(days) == 0
    publish(days, day, "tom", NOW)
    assert make(days) == 1


def test_turn_tells_who_has_something_to_do(days, day, sent):
    told = lambda now=NOW: turn_of(days, day, now).sentence  # noqa: E731
    assert told(NOW - WEEK) == TOO_EARLY
    assert told() == ASK
    asked(days, day.huren)
    asked(days, day.buddy)
    written(days, day.huren)
    assert told() == SOME
    waiting = lambda now: list(  # noqa: E731
        ReportsWaiting().for_user(days, "tom", frozenset({"Manager"}), now)
    )
    assert waiting(NOW) == []
    (late,) = waiting(NOW + 3 * WEEK)
    assert late.url.endswith("/report-notes")
    written(days, day.buddy)
    assert told() == MAKE
    (thing,) = waiting(NOW)
    assert thing.url.endswith("/report-preview")
    everybody = frozenset({"Member", "Authenticated", "Secretariat"})
    assert list(ReportsWaiting().for_user(days, "x", everybody, NOW)) == []


def test_person_is_found_exported_and_erased(days, day, sent, made):
    reporter = asked(days, day.huren)
    notes = written(days, day.huren, who=reporter.id, insight="Van An.")
    keep_notes(days, replace(notes, reporters=(replace(reporter, shown="Anneke"),)))
    publish(days, day, "tom", NOW)
    make(days)
    data = ReportersData()
    (found,) = data.find(days, AN.upper())
    assert found.url.endswith("/report-notes")
    (exported,) = data.export(days, AN)
    assert exported["insights"] == ["Van An."]
    assert exported["shown"] == "Anneke"
    assert data.erase(days, AN, NOW) == 1
    assert data.find(days, AN) == []
    # the book that is out loses the name, not the words
    assert make(days) == 1
    assert "Anneke" in made[0]
    assert "Anneke" not in made[1]
    assert "Van An." in made[1]


def test_notes_that_nobody_published_go_with_the_person(days, day, sent):
    reporter = asked(days, day.huren)
    written(days, day.huren, who=reporter.id)
    ReportersData().erase(days, AN, NOW)
    assert not notes_of(days, day.huren.UID()).is_in
    assert list(all_notes(days)) == []


def test_all_goes_a_year_after_the_day_and_the_book_stays(days, day, sent, made):
    asked(days, day.huren)
    written(days, day.huren)
    publish(days, day, "tom", NOW)
    make(days)
    assert forget_what_is_over(days, NOW + 51 * WEEK) == 0
    assert forget_what_is_over(days, NOW + 53 * WEEK) == 2
    assert list(all_notes(days)) == []
    assert list(all_plans(days)) == []
    assert day.report_book is not None


def test_all_goes_with_the_day(days, day, sent):
    asked(days, day.huren)
    written(days, day.huren)
    publish(days, day, "tom", NOW)
    api.content.delete(day, check_linkintegrity=False)
    assert list(all_notes(days)) == []
    assert plan_of(days, day.UID()).published_on is None
