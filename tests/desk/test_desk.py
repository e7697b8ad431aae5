"""The desk as a page and over REST."""

from gastvrij.due.interfaces import Notice
from lxml import html
from waiting import Board
from waiting import CALL
from waiting import Room
from waiting import thing
from waiting import words_of

import pytest


def rows_of(page):
    """Return the rows of a page as they are read."""
    return [words_of(row) for row in page.xpath("//li[@class='gv-row']")]


def test_visitor_is_asked_to_log_in(site):
    answer = site.ask("visitor", "desk")
    assert answer.status_code == 302
    assert "require_login" in answer.headers["Location"]
    refused = site.ask("visitor", "@desk", Accept="application/json")
    assert refused.status_code == 401
    assert refused.json()["type"] == "Unauthorized"


@pytest.mark.parametrize("who", ["member", "secretariat", "board", "site_admin"])
def test_who_has_nothing_to_do_reads_so(site, who):
    page = site.page(who)
    assert "Je hoeft nu niets te doen." in words_of(page)
    assert rows_of(page) == []
    answer = site.rest(who)
    assert answer["items"] == []
    assert answer["items_total"] == 0


def test_row_names_group_and_place_and_has_one_button(site, rooms):
    rooms.open(Room("Secretariat", thing("De Lange Tafel", 1)))
    page = site.page("secretariat")
    assert rows_of(page) == [
        "De Lange Tafel Gent, sinds gisteren Confirm De Lange Tafel"
    ]
    button = page.xpath("//li[@class='gv-row']//a")[0]
    assert button.get("href") == "https://test.silent/De Lange Tafel"
    assert "Eén ding wacht op jou." in words_of(page)


def test_row_without_a_place_names_the_group_alone(site, rooms):
    rooms.open(Room("Secretariat", thing("De Lange Tafel", 0, place="")))
    assert rows_of(site.page("secretariat"))[0].startswith(
        "De Lange Tafel sinds vandaag"
    )


def test_task_is_seen_by_whom_it_waits_for_and_nobody_else(site, rooms):
    rooms.open(Room("Secretariat", thing("Geheim", 1)))
    rooms.open(Room(site.user_id("member"), thing("Van mij", 1)))
    for who, titles in (
        ("member", ["Van mij"]),
        ("board", []),
        ("secretariat", ["Geheim"]),
    ):
        assert [item["title"] for item in site.rest(who)["items"]] == titles
        assert len(rows_of(site.page(who))) == len(titles)


def test_page_shows_a_few_of_each_kind_and_leads_to_all(site, rooms):
    many = [thing(f"Groep {n:02}", n) for n in range(61)]
    rooms.open(Room("Secretariat", *many, thing("Bel", 70, "test.call", action=CALL)))
    page = site.page("secretariat")
    assert len(rows_of(page)) == 11
    assert "62 dingen wachten op jou" in words_of(page)
    headings = [words_of(h) for h in page.xpath("//section/h2")]
    assert headings == ["Call 1", "Silent groups 61"]
    more = page.xpath("//section//a[@class='gv-more']/@href")
    assert more == [f"{site.url}/desk?kind=test.silent"]

    first = site.page("secretariat", "desk?kind=test.silent")
    assert len(rows_of(first)) == 50
    assert rows_of(first)[0].startswith("Groep 60")
    after = first.xpath("//a[@rel='next']/@href")[0]
    last = site.page("secretariat", after.removeprefix(f"{site.url}/"))
    assert len(rows_of(last)) == 11
    assert rows_of(last)[-1].startswith("Groep 00")
    assert last.xpath("//a[@rel='prev']/@href") == [f"{site.url}/desk?kind=test.silent"]


@pytest.mark.parametrize(
    "query", ["kind=nothing", "kind=test.silent&b_start=-1", "b_start=9", "kind=%00"]
)
def test_odd_address_shows_what_waits(site, rooms, query):
    rooms.open(Room("Secretariat", thing("De Lange Tafel", 1)))
    assert len(rows_of(site.page("secretariat", f"desk?{query}"))) == 1


def test_service_lists_in_batches_the_oldest_first(site, rooms):
    rooms.open(Room("Board Member", *[thing(f"Groep {n}", n) for n in range(3)]))
    answer = site.rest("board", "@desk?b_size=2")
    assert [item["title"] for item in answer["items"]] == ["Groep 2", "Groep 1"]
    assert answer["items_total"] == 3
    assert answer["batching"]["next"].endswith("b_start=2&b_size=2")
    item = answer["items"][0]
    assert item.keys() == {
        "kind",
        "title",
        "place",
        "url",
        "waiting_since",
        "days",
        "action",
    }
    assert item["days"] == 2
    assert item["action"] == "Confirm"


def test_batch_that_cannot_be_is_refused(site):
    answer = site.ask("board", "@desk?b_size=0", Accept="application/json")
    assert answer.status_code == 400


def test_secretariat_finds_its_pages_and_notices(site, rooms):
    rooms.open(Board("Secretariat", Notice(CALL, "error", "https://x/outbox")))
    page = site.page("secretariat")
    links = page.xpath("//nav[@aria-labelledby='desk-shortcuts']//a/@href")
    assert f"{site.url}/groepen" in links
    assert f"{site.url}/groepen/add" in links
    assert f"{site.url}/lid-worden/applications" in links
    assert f"{site.url}/lid-worden/on-paper" in links
    assert not [link for link in links if "controlpanel" in link or "settings" in link]
    assert page.xpath("//div[@class='gv-notice gv-notice--error']//a/@href") == [
        "https://x/outbox"
    ]
    assert not site.page("board").xpath("//div[contains(@class,'gv-notice--error')]")


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("desk", "Mijn taken"),
        ("groepen/import", "Lees groepen in"),
        ("groepen/export", "Maak een rekenblad"),
        ("login-link", "Inloggen met een link"),
        ("lid-worden/applications", "Aanvragen"),
        ("lid-worden/on-paper", "papier"),
        ("lid-worden/documents", "Officiële documenten"),
        ("lid-worden/apply", "groep"),
    ],
)
def test_tab_says_which_page_it_is(site, path, title):
    page = html.fromstring(site.ask("secretariat", path).text)
    assert title in page.findtext(".//title")


def test_board_finds_its_own_pages(site):
    links = site.page("board").xpath("//nav[@aria-labelledby='desk-shortcuts']//@href")
    assert f"{site.url}/lid-worden/board" in links
    assert f"{site.url}/lid-worden/board-sheet" in links
    assert f"{site.url}/lid-worden/applications" not in links


def test_site_administrator_finds_the_control_panel(site):
    links = site.page("site_admin").xpath(
        "//nav[@aria-labelledby='desk-shortcuts']//@href"
    )
    assert f"{site.url}/@@overview-controlpanel" in links
    assert f"{site.url}/@@gastvrij-settings" in links


def test_member_finds_no_pages_of_the_secretariat(site):
    assert not site.page("member").xpath("//nav[@aria-labelledby='desk-shortcuts']")


def test_desk_is_kept_nowhere(site):
    headers = site.ask("secretariat", "desk").headers
    assert headers["Cache-Control"] == "no-store"
    assert "ETag" not in headers
