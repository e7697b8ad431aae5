"""What a report book consists of: the day, its programme, and the notes, read once."""

from datetime import datetime
from gastvrij import _
from gastvrij.directory.people_letters import page_url
from gastvrij.networkday import cards
from gastvrij.networkday import ledger_views
from gastvrij.networkday import wording
from gastvrij.networkday.letter_facts import said
from gastvrij.networkday.network_day import NetworkDay
from gastvrij.networkday.programme import programme
from gastvrij.networkday.programme import Round
from gastvrij.networkday.programme import Slot
from gastvrij.networkday.report_book import Chapter
from gastvrij.networkday.report_book import Line
from gastvrij.networkday.report_book import Part
from gastvrij.networkday.report_book import Report
from gastvrij.networkday.report_book import Shown
from gastvrij.networkday.report_plans import printed_notes
from gastvrij.networkday.report_records import NotePicture
from gastvrij.networkday.report_records import Notes
from gastvrij.networkday.report_records import plan_of
from gastvrij.networkday.summary import DaySummary
from gastvrij.networkday.summary import summary_of_day
from gastvrij.networkday.vocabularies import KIND_WORDS
from gastvrij.paper.picture import printed
from gastvrij.settings.records import settings
from plone import api
from typing import Any
from zope.i18nmessageid import Message


DEFAULT_LANGUAGE = "nl"


def report_of(
    site: Any, day: NetworkDay, now: datetime, with_pictures: bool = True
) -> Report:
    """Return the report book of a day, as the notes are now."""
    language = day.Language() or DEFAULT_LANGUAGE
    summary = summary_of_day(day, now)
    notes = printed_notes(site, day)
    pictures = {
        name_of(each): printed(each.image.data)
        for _slot, one in notes
        for each in one.pictures
        if with_pictures
    }
    return Report(
        title=day.title,
        site=api.portal.get_registry_record("plone.site_title"),
        url=page_url(day, "").rstrip("/"),
        language=language,
        made=now,
        when=wording.sentence(wording.when(summary, language)),
        place=wording.place(summary, language),
        series=cards.series_words(summary.series, language),
        together=day.co_organiser or "",
        lead=day.description or "",
        facts=tuple(_facts(day, len(notes), language)),
        foreword=_paragraphs(plan_of(site, day.UID()).foreword),
        programme=_programme(day, summary, {slot.uid for slot, _n in notes}, language),
        chapters=tuple(_chapter(slot, one, language) for slot, one in notes),
        questions=day.contact_email or settings().secretariat_email or "",
        pictures=pictures,
    )


def name_of(picture: NotePicture) -> str:
    """Return what a picture is called in the book."""
    kind = "png" if picture.image.contentType == "image/png" else "jpg"
    return f"{picture.id}.{kind}"


def _facts(day: NetworkDay, chapters: int, language: str) -> list[tuple[str, str]]:
    people = [each for each in ledger_views.people(day) if each.is_there]
    came = [each for each in people if each.checked_in]
    groups = {each.seat.group for each in came or people if each.seat.group}
    label = (
        _("report_fact_came", default="People who came")
        if came
        else _("report_fact_registered", default="People registered")
    )
    counted: list[tuple[Message, int]] = [
        (label, len(came or people)),
        (_("report_fact_groups", default="Groups"), len(groups)),
        (_("report_fact_notes", default="Reports in this book"), chapters),
    ]
    return [(said(words, language), str(count)) for words, count in counted if count]


def _programme(
    day: NetworkDay, summary: DaySummary, there: set[str], language: str
) -> tuple[Part, ...]:
    return tuple(
        Part(
            hours=cards.round_hours(part, summary, language),
            title=said(cards.round_title(part, can_choose=False) or "", language),
            lines=tuple(_line(slot, part, there, language) for slot in part.slots),
        )
        for part in programme(day)
    )


def _line(slot: Slot, part: Round, there: set[str], language: str) -> Line:
    is_break = slot.kind == "break"
    words = (
        cards.own_hours(slot, part),
        "" if is_break else said(KIND_WORDS[slot.kind], language),
        slot.room,
    )
    return Line(
        title=slot.title,
        about=tuple(filter(None, words)),
        speakers=slot.speakers,
        chapter=_id(slot) if slot.uid in there else "",
        is_break=is_break,
    )


def _chapter(slot: Slot, notes: Notes, language: str) -> Chapter:
    number = {"number": slot.round}
    in_round = _("round_title", default="Round ${number}", mapping=number)
    words = (
        said(KIND_WORDS[slot.kind], language),
        said(in_round, language) if slot.round else "",
        slot.room,
    )
    return Chapter(
        id=_id(slot),
        title=slot.title,
        about=tuple(filter(None, words)),
        speakers=slot.speakers,
        insights=notes.insights,
        tips=notes.tips,
        signal=notes.signal,
        pictures=tuple(Shown(name_of(each), each.alt) for each in notes.pictures),
        names=notes.names,
    )


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(filter(None, (each.strip() for each in text.split("\n\n"))))


def _id(slot: Slot) -> str:
    return f"verslag-{slot.uid}"
