"""Finding parts of the toolkit over REST."""

from toolkit_content import rich

import pytest
import transaction


SEARCH = "toolkit/@toolkit-search"
PART = "toolkit/2/huiswerk/gezondheidszorg"


@pytest.fixture
def addendum(site):
    """The addendum to part 3.6, which is about gas."""
    found = site.portal.toolkit["2"]["ongeneeslijk-ziek"]
    found.text = rich("<p>De factuur voor gas.</p>")
    found.reindexObject()
    transaction.commit()
    return found


def test_addendum_is_found_with_its_part(site, addendum):
    answer = site.json(f"{SEARCH}?q=gas").json()
    assert answer["edition"]["number"] == 2
    assert answer["items_total"] == 1
    assert answer["is_loose"] is False
    assert answer["items"] == [
        {
            "@id": f"{site.url}/toolkit/2/ongeneeslijk-ziek",
            "kind": "addendum",
            "title": "Ongeneeslijk ziek zijn",
            "number": None,
            "part": {
                "@id": f"{site.url}/{PART}",
                "title": "Gezondheidszorg",
                "number": "3.6",
            },
            "title_html": "Ongeneeslijk ziek zijn",
            "text_html": "De factuur voor <mark>gas</mark>.",
            "checked_on": None,
            "review_state": "published",
        }
    ]


def test_part_is_found_by_a_word_of_its_lead(site):
    (item,) = site.json(f"{SEARCH}?q=gezondheidszorg").json()["items"]
    assert item["@id"] == f"{site.url}/{PART}"
    assert item["kind"] == "part"
    assert item["number"] == "3.6"
    assert item["part"] is None
    assert item["title_html"] == "<mark>Gezondheidszorg</mark>"


def test_another_edition_is_searched_when_it_is_asked(site):
    answer = site.json(f"{SEARCH}?q=gezondheidszorg&edition=1").json()
    assert answer["edition"]["number"] == 1
    assert answer["items"][0]["@id"].startswith(f"{site.url}/toolkit/1/")


def test_unknown_edition_is_not_found(site):
    answer = site.json(f"{SEARCH}?q=gas&edition=9")
    assert answer.status_code == 404
    assert answer.json()["errors"][0]["field"] == "edition"


def test_nothing_found_is_an_empty_list(site):
    answer = site.json(f"{SEARCH}?q=zeppelin")
    assert answer.status_code == 200
    assert answer.json()["items"] == []
    assert answer.json()["items_total"] == 0


def test_long_answer_comes_in_batches(site):
    answer = site.json(f"{SEARCH}?q=dit&b_size=2").json()
    assert answer["errors"][0]["field"] == "q"
    answer = site.json(f"{SEARCH}?q=eerst&b_size=2").json()
    assert answer["items_total"] == 7
    assert len(answer["items"]) == 2
    assert "next" in answer["batching"]


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("", "q"),
        ("q=", "q"),
        ("q=...", "q"),
        ("q=%00", "q"),
        ("q=de+het", "q"),
        (f"q={'x' * 5000}", "q"),
        ("q=gas&q=water", "q"),
        ("q=gas&b_size=101", "b_size"),
        (f"q=gas&b_size={'9' * 4000}", "b_size"),
    ],
)
def test_odd_input_names_its_field(site, query, field):
    answer = site.json(f"{SEARCH}?{query}")
    assert answer.status_code == 400
    assert [error["field"] for error in answer.json()["errors"]] == [field]
    assert len(answer.json()["message"]) > 20
