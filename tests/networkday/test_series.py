"""Days that belong to a series."""

from gastvrij.networkday import archive
from gastvrij.networkday.series import part_in_words
from gastvrij.networkday.series import roman
from gastvrij.networkday.series import Series
from network_days import at
from network_days import create_day

import pytest
import transaction


NOW = at("2026-05-01 12:00")


@pytest.mark.parametrize(
    ("number", "letters"),
    [(1, "I"), (3, "III"), (4, "IV"), (6, "VI"), (9, "IX"), (12, "XII")],
)
def test_numbers_of_parts_are_roman(number, letters):
    assert roman(number) == letters


@pytest.mark.parametrize(
    ("series", "words"),
    [
        (Series("Reeks", 1, 3), "deel I van III"),
        (Series("Reeks", 2), "deel II"),
        (Series("Reeks"), ""),
    ],
)
def test_part_is_told_as_far_as_it_is_known(integration, series, words):
    assert part_in_words(series, "nl") == words


def test_same_series_is_known_by_its_name():
    one = Series("Samen  onder dak", 1)
    assert one.is_same(Series("samen onder Dak", 2))
    assert not one.is_same(Series("Samen", 1))
    assert not one.is_same(None)


def fill(portal):
    """Plan three parts, the last one first, and one that is a draft."""
    parts = (("drie", 3, "11-21"), ("een", 1, "03-21"), ("twee", 2, "05-16"))
    for name, part, day in parts:
        state = "draft" if name == "twee" else "announced"
        start, end = (at(f"2033-{day} {hour}") for hour in ("10:00", "16:00"))
        values = {"whole_day": False, "start": start, "end": end}
        series = {"series": "Samen", "series_part": part, "series_parts": 3}
        create_day(portal, name, state, **values, **series)


def test_parts_come_in_order(days):
    fill(days)
    found = archive.days(days.netwerkdagen, NOW)
    parts = archive.parts_of(Series("samen"), found)
    assert [day.url.rpartition("/")[2] for day in parts] == ["een", "twee", "drie"]


def test_parts_link_to_each_other(site):
    fill(site.portal)
    transaction.commit()
    page = site.ask("netwerkdagen/een").text
    assert "Samen, deel I van III" in page
    assert f'href="{site.url}/netwerkdagen/drie"' in page
    assert "netwerkdagen/twee" not in page
    assert "netwerkdagen/twee" in site.ask("netwerkdagen/een", "coordinator").text
    assert "gv-series" not in site.ask("netwerkdagen/zomer").text


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        ({"series": None, "series_part": 2}, "series"),
        ({"series": "Samen", "series_part": 4, "series_parts": 3}, "series_part"),
    ],
)
def test_part_that_cannot_be_is_refused(site, wrong, named):
    answer = site.rest("netwerkdagen/zomer", "coordinator", method="PATCH", json=wrong)
    assert answer.status_code == 400
    assert f"'field': '{named}'" in answer.json()["message"]
