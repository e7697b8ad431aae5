"""From the site's root to what people come for, over REST, in at most three steps."""

import pytest
import requests


@pytest.fixture
def get(demo):
    """Return a function that asks for something over REST, as a visitor."""

    def ask(url: str) -> dict:
        answer = requests.get(url, headers={"Accept": "application/json"}, timeout=30)
        assert answer.status_code == 200, url
        return answer.json()

    return ask


@pytest.fixture
def jobs(demo, get):
    """Return the addresses of the jobs, by their type, as the root tells them."""
    root = get(f"http://localhost:{demo['port']}/{demo['portal'].getId()}")
    return {item["@type"]: item["@id"] for item in root["items"]}


def test_program_reaches_a_part_with_its_addendum(get, jobs):
    toolkit = get(f"{jobs['ToolkitLibrary']}/@toolkit")
    parts = [part for chapter in toolkit["items"] for part in chapter["items"]]
    address = next(part["@id"] for part in parts if part["number"] == "3.6")
    part = get(address)
    assert part["title"] == "Gezondheidszorg"
    assert [addendum["title"] for addendum in part["addenda"]] == [
        "Wat te doen bij ongeneeslijk ziek zijn en overlijden?"
    ]


def test_program_reaches_the_report_book_of_2018(get, jobs):
    days = get(f"{jobs['NetworkDays']}/@networkdays")["items"]
    day = next(day for day in days if day["start"].startswith("2018"))
    book = requests.get(day["report_book"]["download"], timeout=30)
    assert book.headers["Content-Type"] == "application/pdf"
    assert book.content.startswith(b"%PDF-")


def test_program_reaches_the_profile_of_a_group(get, jobs):
    groups = get(jobs["MemberDirectory"])["items"]
    address = next(g["@id"] for g in groups if g["title"] == "De Warme Drempel")
    assert get(address)["municipality"]["title"] == "Gent"
