"""The pages of network days, as people read them."""

from itertools import pairwise
from lxml import html
from network_days import create_in
from network_days import pdf
from network_days import SUMMER
from network_days import THIS_YEAR
from plone import api
from plone.app.textfield.value import RichTextValue

import pytest
import transaction


def page_of(site, path, who="visitor"):
    """Return the content of a page as a tree, and all its words."""
    answer = site.ask(path, who)
    assert answer.status_code == 200
    content = html.fromstring(answer.text).get_element_by_id("content")
    return content, " ".join(content.text_content().split())


def links(content):
    """Return where the links of a page lead."""
    return content.xpath(".//a/@href")


def rich(markup):
    """Return a rich text."""
    return RichTextValue(markup, "text/html", "text/x-html-safe")


PATHS = [
    "netwerkdagen",
    "netwerkdagen/2017",
    "netwerkdagen/zomer",
    "netwerkdagen/2019/verhalen",
]


@pytest.mark.parametrize("path", PATHS)
def test_page_has_one_first_heading_and_goes_down_by_one(site, path):
    content, _ = page_of(site, path)
    levels = [int(h.tag[1]) for h in content.xpath(".//h1|.//h2|.//h3|.//h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(low - high <= 1 for high, low in pairwise(levels))


def test_archive_page_shows_the_next_day_and_the_past(site):
    content, words = page_of(site, "netwerkdagen")
    card = content.xpath(".//*[contains(@class, 'gv-card--raised')]")
    assert [c.xpath(".//h3/a/text()") for c in card] == [["Netwerkdag zomer"]]
    assert content.xpath(".//h3[@class='gv-year-number']/text()") == [
        "2019",
        "2018",
        "2017",
    ]
    assert "10.00" in words
    assert "16.30" in words
    assert "Globe Aroma" in words
    assert "PDF, 120 kB" in words
    assert f"{site.url}/netwerkdagen/2018/@@download/report_book" in links(content)


def test_archive_page_keeps_drafts_from_visitors(site):
    _, words = page_of(site, "netwerkdagen")
    assert "Geheim" not in words
    for who in ("secretariat", "coordinator"):
        content, words = page_of(site, "netwerkdagen", who)
        assert "Geheime dag" in words
        assert content.xpath(".//*[contains(@class, 'gv-status--wait')]")


def test_archive_page_marks_cancelled_days(site):
    content, _ = page_of(site, "netwerkdagen")
    marked = content.xpath(
        ".//*[contains(@class, 'gv-status--error')]"
        "/ancestor::*[.//a[not(contains(@class, 'gv-file'))]][1]//a[1]/text()"
    )
    assert marked == ["Netwerkdag afgelast", "Netwerkdag 2019"]


def test_archive_page_says_when_no_day_is_announced(site):
    with api.env.adopt_roles(["Manager"]):
        for name in ("zomer", "herfst"):
            api.content.delete(site.portal.netwerkdagen[name])
    transaction.commit()
    content, _ = page_of(site, "netwerkdagen")
    assert not content.xpath(".//*[contains(@class, 'gv-card--raised')]")
    section = content.xpath(".//section[@aria-labelledby='networkdays-next']")[0]
    assert section.xpath("./p/text()")


def test_archive_page_tells_the_themes_of_a_day(site):
    day = site.portal.netwerkdagen["2017"]
    for name, kind in (("welkom", "plenary"), ("wonen", "workshop"), ("soep", "break")):
        create_in(day, "ProgrammeItem", name, kind=kind, start=day.start, end=day.end)
    transaction.commit()
    content, _ = page_of(site, "netwerkdagen")
    themes = [each.xpath("./li/text()") for each in content.find_class("gv-themes")]
    assert themes == [["Verhalen"], ["Wonen"]]


def test_day_without_hours_shows_none(site):
    _, words = page_of(site, "netwerkdagen/2019")
    assert "2019" in words
    assert "0.00" not in words
    assert "23.59" not in words


def test_day_tells_where_or_that_it_is_not_known(site):
    known, words = page_of(site, "netwerkdagen/2017")
    assert "Globe Aroma" in words
    unknown = page_of(site, "netwerkdagen/2018")[0]
    place = "//ul[@class='gv-meta']/li[2]/text()"
    site.portal.netwerkdagen["2019"].mode = "online"
    site.portal.netwerkdagen["2019"].venue_name = None
    transaction.commit()
    online = page_of(site, "netwerkdagen/2019")[0]
    assert online.xpath(place) == ["Online"]
    assert [dd for dd in online.xpath("//dd/text()") if dd == "Online"] == ["Online"]
    assert known.xpath(place) == ["Globe Aroma"]
    assert unknown.xpath(place)[0].strip() not in ("", "Globe Aroma")


def test_day_hands_out_its_report_book(site):
    content, words = page_of(site, "netwerkdagen/2018")
    assert f"{site.url}/netwerkdagen/2018/@@download/report_book" in links(content)
    assert "(PDF, 120 kB)" in words
    assert "download/report_book" not in " ".join(
        links(page_of(site, "netwerkdagen/2017")[0])
    )


def test_day_shows_all_that_was_written(site):
    day = site.portal.netwerkdagen["zomer"]
    day.venue_name = "Buurthuis"
    day.venue_address = "Kerkstraat 1\nGent"
    day.venue_access = "Er is een lift."
    day.co_organiser = "De Buren"
    day.series = "Deel 1 van 3"
    day.contact_email = "dag@example.org"
    day.text = rich("<p>Waarover het gaat</p><script>alert(1)</script>")
    day.retrospect = rich("<p>Hoe het was</p>")
    day.materials = rich("<p>Wat er ligt</p>")
    create_in(day, "File", "blad.pdf", title="Blad", file=pdf("blad.pdf"))
    transaction.commit()
    content, words = page_of(site, "netwerkdagen/zomer")
    for written in (
        "Buurthuis",
        "Kerkstraat 1",
        "Gent",
        "Er is een lift.",
        "De Buren",
        "Deel 1 van 3",
        "Waarover het gaat",
        "Hoe het was",
        "Wat er ligt",
        "Blad (PDF, 120 kB)",
    ):
        assert written in words
    assert "mailto:dag@example.org" in links(content)
    assert "alert(1)" not in words


def test_day_shows_its_programme_by_round(site):
    day = site.portal.netwerkdagen["zomer"]
    for name, kind, number in (
        ("tafel", "discussion_table", 1),
        ("werk", "workshop", 1),
        ("soep", "break", None),
    ):
        create_in(
            day,
            "ProgrammeItem",
            name,
            kind=kind,
            round=number,
            room="zaal 1",
            start=day.start,
            end=day.end,
        )
    transaction.commit()
    content, _ = page_of(site, "netwerkdagen/zomer")
    rounds = content.find_class("gv-round")
    assert [len(part.xpath(".//li")) for part in rounds] == [2, 1]
    assert [part.xpath(".//*[@class='gv-round-time']/text()") for part in rounds] == [
        ["10.00–16.30"],
        ["10.00–16.30"],
    ]
    assert f"{site.url}/netwerkdagen/zomer/tafel" in links(rounds[0])
    assert links(rounds[1]) == []


def test_programme_tells_who_speaks_where_and_about_what(site):
    day = site.portal.netwerkdagen["zomer"]
    create_in(
        day,
        "ProgrammeItem",
        "tafel",
        kind="workshop",
        room="zaal 1",
        description="Over samen wonen",
        speakers=[
            {"name": "An", "organisation": "De Lange Tafel"},
            {"name": "Bo", "organisation": None},
        ],
        start=day.start,
        end=day.end,
    )
    transaction.commit()
    content, _ = page_of(site, "netwerkdagen/zomer")
    (slot,) = content.find_class("gv-slot")
    (speakers,) = slot.find_class("gv-speakers")
    assert [" ".join(li.text_content().split()) for li in speakers] == [
        "An, De Lange Tafel",
        "Bo",
    ]
    for written in ("zaal 1", "Over samen wonen"):
        assert written in slot.text_content()


def test_day_that_has_no_programme_yet_says_so_until_it_is_over(site):
    said = "Het programma volgt."
    assert said in page_of(site, "netwerkdagen/zomer")[1]
    assert said not in page_of(site, "netwerkdagen/2017")[1]


def test_day_is_put_into_a_calendar_while_it_is_coming(site):
    assert f"{site.url}/netwerkdagen/zomer/day.ics" in links(
        page_of(site, "netwerkdagen/zomer")[0]
    )
    assert "day.ics" not in " ".join(links(page_of(site, "netwerkdagen/2017")[0]))


def test_day_tells_how_it_stands_and_how_many_seats_are_left(site):
    day = site.portal.netwerkdagen["zomer"]
    day.capacity = 12
    for name, seats in (("vol", 5), ("vrij", None)):
        create_in(
            day,
            "ProgrammeItem",
            name,
            kind="workshop",
            capacity=seats,
            start=day.start,
            end=day.end,
        )
    transaction.commit()
    content, words = page_of(site, "netwerkdagen/zomer")
    assert "Er zijn nog 12 plaatsen." in words
    slots = [slot.text_content() for slot in content.find_class("gv-slot")]
    assert ["plaatsen" in slot for slot in slots] == [True, False]
    assert "nog 5 plaatsen" in slots[0]
    content, words = page_of(site, "netwerkdagen/zomer/vol")
    assert "Nog 5 plaatsen" in words
    assert f"{day.absolute_url()}/register" in links(content)
    assert "plaatsen" not in page_of(site, "netwerkdagen/zomer/vrij")[1]
    assert "plaatsen" not in page_of(site, "netwerkdagen/2017")[1]


def test_item_leads_to_what_runs_beside_it(site):
    day = site.portal.netwerkdagen["zomer"]
    for name, number in (("een", 1), ("twee", 1), ("drie", 2)):
        create_in(
            day,
            "ProgrammeItem",
            name,
            kind="workshop",
            round=number,
            start=day.start,
            end=day.end,
        )
    transaction.commit()
    found = links(page_of(site, "netwerkdagen/zomer/een")[0])
    address = f"{site.url}/netwerkdagen/zomer"
    assert f"{address}/twee" in found
    assert f"{address}/drie" not in found


@pytest.mark.parametrize("path", ["netwerkdagen/2019", "netwerkdagen/2019/verhalen"])
def test_cancelled_day_says_so_before_anything_else(site, path):
    content, _ = page_of(site, path)
    first = content.xpath("./*[normalize-space()]")[0]
    assert "gv-notice--error" in first.get("class")
    other, _ = page_of(site, "netwerkdagen/2018")
    assert not other.xpath(".//*[contains(@class, 'gv-notice')]")


@pytest.mark.parametrize(
    "path", ["netwerkdagen/geheim", "netwerkdagen/geheim/geheim-item"]
)
def test_draft_says_so_to_who_may_see_it(site, path):
    content, words = page_of(site, path, "secretariat")
    first = content.xpath("./*[normalize-space()]")[0]
    assert "gv-notice--attention" in first.get("class")
    assert "Geheim blad (PDF, 120 kB)" in words


def test_item_tells_who_when_and_where(site):
    day = site.portal.netwerkdagen["zomer"]
    day.venue_name = "Buurthuis"
    create_in(
        day,
        "ProgrammeItem",
        "tafel",
        title="Samen wonen",
        kind="discussion_table",
        round=2,
        room="zaal 1",
        start=day.start,
        end=day.end,
        speakers=[
            {"name": "An Peeters", "organisation": "De Lange Tafel"},
            {"name": "Bo Maes", "organisation": None},
        ],
        report=rich("<p>Wat er gezegd is</p>"),
    )
    transaction.commit()
    content, words = page_of(site, "netwerkdagen/zomer/tafel")
    for written in (
        "Samen wonen",
        str(THIS_YEAR + 1),
        "10.00",
        "16.30",
        "zaal 1, Buurthuis",
        "An Peeters, De Lange Tafel",
        "Bo Maes",
        "Wat er gezegd is",
    ):
        assert written in words
    assert f"{site.url}/netwerkdagen/zomer" in links(content)


def test_item_of_a_day_without_hours_shows_none(site):
    _, words = page_of(site, "netwerkdagen/2019/verhalen")
    assert "0.00" not in words
    assert "23.59" not in words


@pytest.mark.parametrize(
    ("name", "is_said"), [("2017", True), ("2019", True), ("zomer", False)]
)
def test_item_without_a_report_says_so_once_its_day_is_over(site, name, is_said):
    day = site.portal.netwerkdagen[name]
    create_in(day, "ProgrammeItem", "stuk", start=day.start, end=day.end)
    transaction.commit()
    words = page_of(site, f"netwerkdagen/{name}/stuk")[1]
    assert ("staat er geen verslag" in words) is is_said


def test_page_can_be_read_in_english(site):
    answer = site.ask("netwerkdagen/zomer?set_language=en")
    assert f"{SUMMER[:4]}" in answer.text
    assert "July" in answer.text
    assert "Looking" not in answer.text
