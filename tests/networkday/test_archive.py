"""The order of the archive."""

from gastvrij.networkday import archive
from network_days import at
from plone import api


NOW = at("2026-05-01 12:00")


def ids(days):
    """Return which days these are."""
    return [day.url.rpartition("/")[2] for day in days]


def test_archive_tells_the_coming_days_first_then_the_newest(days):
    found = archive.days(days.netwerkdagen, NOW)
    assert ids(found) == [
        "geheim",
        "afgelast",
        "zomer",
        "herfst",
        "2019",
        "2018",
        "2017",
    ]


def test_archive_keeps_drafts_from_visitors(days, become):
    become("Anonymous")
    found = archive.days(days.netwerkdagen, NOW)
    assert ids(found) == ["afgelast", "zomer", "herfst", "2019", "2018", "2017"]


def test_archive_marks_every_day_with_its_status(days):
    found = archive.days(days.netwerkdagen, NOW)
    statuses = dict(zip(ids(found), [day.status for day in found], strict=True))
    assert statuses == {
        "geheim": "draft",
        "afgelast": "cancelled",
        "zomer": "announced",
        "herfst": "announced",
        "2019": "cancelled",
        "2018": "finished",
        "2017": "finished",
    }


def test_next_day_is_the_first_that_takes_place(days):
    found = archive.days(days.netwerkdagen, NOW)
    assert ids([archive.next_announced(found)]) == ["zomer"]


def test_next_day_is_none_when_every_day_is_past(days):
    found = archive.days(days.netwerkdagen, at("2100-01-01 12:00"))
    assert archive.coming(found) == []
    assert archive.next_announced(found) is None


def test_day_that_was_closed_by_hand_belongs_to_the_past(days):
    api.content.transition(days.netwerkdagen["herfst"], "finish")
    found = archive.days(days.netwerkdagen, NOW)
    assert ids(archive.past(found)) == ["herfst", "2019", "2018", "2017"]


def test_archive_groups_days_by_year(days):
    api.content.create(
        days.netwerkdagen,
        "NetworkDay",
        id="lente",
        title="Lente",
        start=at("2018-03-03 10:00"),
        end=at("2018-03-03 12:00"),
    )
    years = archive.by_year(archive.past(archive.days(days.netwerkdagen, NOW)))
    assert [(year, ids(found)) for year, found in years] == [
        (2019, ["2019"]),
        (2018, ["2018", "lente"]),
        (2017, ["2017"]),
    ]


def test_archive_knows_place_mode_and_report_book(days):
    found = {d.title: d for d in archive.days(days.netwerkdagen, NOW)}
    assert found["Netwerkdag 2017"].place == "Globe Aroma"
    assert found["Netwerkdag 2018"].place == ""
    assert found["Netwerkdag 2017"].report_book is None
    assert found["Netwerkdag 2018"].report_book.size == 120_000
    assert found["Netwerkdag 2018"].report_book.filename == "verslagboek.pdf"
    assert found["Netwerkdag zomer"].mode == "both"


def test_archive_wakes_no_day(days, monkeypatch):
    def refuse(self):
        raise AssertionError(f"woke {self.getPath()}")

    monkeypatch.setattr(
        "Products.ZCatalog.CatalogBrains.AbstractCatalogBrain.getObject", refuse
    )
    assert len(archive.days(days.netwerkdagen, NOW)) == 7
