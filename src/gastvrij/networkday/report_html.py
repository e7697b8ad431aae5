"""A report book as one HTML page: cover, programme, notes, colophon."""

from collections.abc import Iterable
from collections.abc import Iterator
from gastvrij import _
from gastvrij.networkday.letter_facts import said
from gastvrij.networkday.report_book import Line
from gastvrij.networkday.report_book import Part
from gastvrij.networkday.report_book import Report
from gastvrij.networkday.report_chapter import chapter_of
from gastvrij.networkday.report_chapter import lines_of
from gastvrij.networkday.report_chapter import speaker_words
from gastvrij.networkday.report_chapter import titled
from gastvrij.spelling.dates import BELGIUM
from gastvrij.spelling.dates import day_in_words
from lxml import etree
from lxml import html
from lxml.builder import E


REPORT = _("report_title", default="Report book")
FOREWORD = _("label_foreword", default="Foreword")
PROGRAMME = _("heading_programme", default="Programme")
SIGNALS = _("report_signals", default="All signals for policy")
COLOPHON = _("report_colophon", default="About this book")
AGREED = _(
    "report_agreed",
    default="Who is named here, wanted it so. Everybody who can be recognised in a"
    " picture agreed to it, says who sent the picture.",
)


def page_of(report: Report) -> str:
    """Return the book as an HTML page; pictures have addresses that begin PICTURE."""
    body = E.body({"data-edition": f"{report.site} · {report.title}"})
    body.extend(sections_of(report))
    head = E.head(
        E.meta({"charset": "utf-8"}),
        E.title(f"{said(REPORT, report.language)}: {report.title}"),
        E.meta({"name": "author", "content": report.site}),
        E.meta({"name": "dcterms.created", "content": report.made.isoformat()}),
    )
    page = E.html({"lang": report.language}, head, body)
    return f"<!DOCTYPE html>{html.tostring(page, encoding='unicode')}"


def sections_of(report: Report) -> Iterator[etree._Element]:
    """Return the parts of the book, in its order."""
    yield _cover(report)
    yield _opening(report)
    for chapter in report.chapters:
        yield chapter_of(chapter, report.language)
    yield from _signals(report)
    yield _colophon(report)


def _cover(report: Report) -> etree._Element:
    lines = [report.when, report.place, report.series]
    together = _(
        "report_together",
        default="Together with ${who}",
        mapping={"who": report.together},
    )
    if report.together:
        lines.append(said(together, report.language))
    return E.section(
        {"class": "cover"},
        E.div({"class": "door"}),
        E.p({"class": "cover-kind"}, said(REPORT, report.language)),
        E.p({"class": "cover-title"}, report.title),
        *(E.p({"class": "site"}, line) for line in lines if line),
        E.p({"class": "made"}, report.site),
    )


def _opening(report: Report) -> etree._Element:
    """Return what comes before the notes: the day in short, and its programme."""
    section = E.section({"class": "opening"})
    # one number alone tells nothing
    facts = report.facts if len(report.facts) > 1 else ()
    if report.lead or facts:
        heading = _("report_in_short", default="The day in short")
        section.append(titled("h1", said(heading, report.language)))
        section.extend([E.p({"class": "lead"}, report.lead)] if report.lead else [])
        section.extend([_facts(facts)] if facts else [])
    if report.foreword:
        section.append(E.h2(said(FOREWORD, report.language)))
        section.extend(E.p(*lines_of(each)) for each in report.foreword)
    if report.programme:
        section.append(E.h2(said(PROGRAMME, report.language)))
        section.append(_programme(report.programme, report.language))
    return section


def _facts(facts: Iterable[tuple[str, str]]) -> etree._Element:
    rows = [E.div(E.dt(label), E.dd(value)) for label, value in facts]
    return E.dl({"class": "numbers"}, *rows)


def _programme(parts: Iterable[Part], language: str) -> etree._Element:
    return E.div({"class": "programme"}, *(_part(each, language) for each in parts))


def _part(part: Part, language: str) -> etree._Element:
    words = [E.span(each) for each in (part.hours, part.title) if each]
    heading = [E.p({"class": "hours"}, *words)] if words else []
    lines = E.ul(*(_line(each, language) for each in part.lines))
    return E.div({"class": "round"}, *heading, lines)


def _line(line: Line, language: str) -> etree._Element:
    title = E.strong(line.title) if not line.is_break else E.span(line.title)
    if line.chapter:
        title = E.a({"href": f"#{line.chapter}"}, title)
    item = E.li({"class": "break" if line.is_break else "item"}, title)
    about = (*line.about, *map(speaker_words, line.speakers))
    if about:
        item.append(E.span({"class": "about"}, " · ".join(about)))
    return item


def _signals(report: Report) -> list[etree._Element]:
    """Return all signals on one page, to hand to who makes policy."""
    those = [each for each in report.chapters if each.signal]
    if len(those) < 2:
        return []
    rows = [
        E.li(E.p(*lines_of(each.signal)), E.p({"class": "by"}, each.title))
        for each in those
    ]
    heading = titled("h1", said(SIGNALS, report.language))
    return [E.section({"class": "signals"}, heading, E.ul(*rows))]


def _colophon(report: Report) -> etree._Element:
    day = day_in_words(report.made.astimezone(BELGIUM).date(), report.language)
    made = _(
        "report_made_on",
        default="${site} made this book from the notes of speakers and reporters, on"
        " ${day}.",
        mapping={"site": report.site, "day": day},
    )
    found = _("report_found", default="The day stands in the archive of the network:")
    section = E.section(
        {"class": "colophon"},
        E.h2(said(COLOPHON, report.language)),
        E.p(said(made, report.language)),
        E.p(said(AGREED, report.language)),
        E.p(f"{said(found, report.language)} ", E.a({"href": report.url}, report.url)),
    )
    if report.questions:
        ask = _(
            "report_questions", default="Questions, or something that is not right?"
        )
        mail = E.a({"href": f"mailto:{report.questions}"}, report.questions)
        section.append(E.p(f"{said(ask, report.language)} ", mail))
    return section
