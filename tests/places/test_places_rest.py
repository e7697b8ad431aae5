"""Places over REST."""

import pytest
import requests


@pytest.fixture
def ask(functional):
    """Return how a visitor's program asks for places."""
    host, port = functional["host"], functional["port"]
    address = f"http://{host}:{port}/{functional['portal'].getId()}/@places"

    def get(**parameters) -> requests.Response:
        headers = {"Accept": "application/json"}
        return requests.get(address, parameters, headers=headers, timeout=60)

    return get


def test_places_of_a_code_have_municipality_and_position(ask):
    answer = ask(q="9050 ledeberg")
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "application/json"
    assert answer.json()["items_total"] == 1
    assert answer.json()["items"] == [
        {
            "postal_code": "9050",
            "name": "Ledeberg",
            "other_names": [],
            "municipality": "Gent",
            "nis": "44021",
            "province": "oost-vlaanderen",
            "region": "flanders",
            "lat": 51.0386,
            "lon": 3.7446,
        }
    ]


def test_places_in_brussels_have_no_province(ask):
    [item] = ask(q="Ixelles").json()["items"]
    assert (item["name"], item["other_names"]) == ("Elsene", ["Ixelles"])
    assert (item["province"], item["region"]) == (None, "brussels")


def test_places_come_in_batches(ask):
    answer = ask(q="3700", b_size=5, b_start=5).json()
    assert answer["items_total"] == 19
    assert len(answer["items"]) == 5
    assert "b_start=10" in answer["batching"]["next"]
    assert ask(q="3700", b_size=0).status_code == 400


@pytest.mark.parametrize(
    "text", ["9999", "ABCD", "\N{GRINNING FACE}", "\N{ZERO WIDTH SPACE}."]
)
def test_what_is_no_place_has_no_items(ask, text):
    answer = ask(q=text)
    assert answer.status_code == 200
    assert (answer.json()["items"], answer.json()["items_total"]) == ([], 0)


@pytest.mark.parametrize(
    "parameters", [{}, {"q": ""}, {"q": "  "}, {"q": ["1000", "9000"]}]
)
def test_places_want_to_be_asked_for(ask, parameters):
    answer = ask(**parameters)
    assert answer.status_code == 400
    assert answer.json()["errors"] == [
        {"field": "q", "message": "Vraag met q naar een postcode of een plaatsnaam."}
    ]
    assert answer.json()["message"] == answer.json()["errors"][0]["message"]
    assert answer.json()["type"] == "BadRequest"


def test_places_refuse_what_is_too_long(ask):
    answer = ask(q="x" * 5000)
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["field"] == "q"
    assert "100 tekens" in answer.json()["message"]
