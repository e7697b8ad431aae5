"""Network days over REST."""

from network_days import AUTUMN
from network_days import create_in
from network_days import pdf
from network_days import SUMMER
from network_days import THIS_YEAR
from plone import api

import pytest
import transaction


VISIBLE = ["afgelast", "zomer", "herfst", "2019", "2018", "2017"]


def ids(answer):
    """Return which days an answer holds."""
    return [item["@id"].rpartition("/")[2] for item in answer["items"]]


def test_networkdays_lists_coming_then_past(site):
    answer = site.rest("netwerkdagen/@networkdays").json()
    assert answer["@id"] == f"{site.url}/netwerkdagen/@networkdays"
    assert ids(answer) == VISIBLE
    assert answer["items_total"] == 6


@pytest.mark.parametrize("who", ["coordinator", "secretariat", "manager"])
def test_networkdays_lists_drafts_for_who_may_see_them(site, who):
    answer = site.rest("netwerkdagen/@networkdays", who).json()
    assert ids(answer) == ["geheim", *VISIBLE]
    assert answer["items"][0]["status"] == "draft"


def test_networkdays_tells_a_day_in_short(site):
    items = site.rest("netwerkdagen/@networkdays").json()["items"]
    assert items[1] == {
        "@id": f"{site.url}/netwerkdagen/zomer",
        "title": "Netwerkdag zomer",
        "description": "",
        "start": f"{SUMMER}T08:00:00+00:00",
        "end": f"{SUMMER}T14:30:00+00:00",
        "whole_day": False,
        "open_end": False,
        "status": "announced",
        "venue_name": None,
        "mode": "both",
        "report_book": None,
        "themes": [],
    }
    assert [item["themes"] for item in items] == [[], [], [], ["Verhalen"], [], []]
    assert [item["status"] for item in items] == [
        "cancelled",
        "announced",
        "announced",
        "cancelled",
        "finished",
        "finished",
    ]
    assert items[-1]["venue_name"] == "Globe Aroma"
    assert items[-2]["report_book"] == {
        "download": f"{site.url}/netwerkdagen/2018/@@download/report_book",
        "filename": "verslagboek.pdf",
        "size": 120_000,
    }


def test_networkdays_comes_in_batches(site):
    path = "netwerkdagen/@networkdays?b_size=4"
    first = site.rest(path).json()
    second = site.rest(first["batching"]["next"].removeprefix(f"{site.url}/")).json()
    assert (ids(first), ids(second)) == (VISIBLE[:4], VISIBLE[4:])
    assert first["items_total"] == second["items_total"] == 6


@pytest.mark.parametrize("asked", ["b_size=-4", "b_size=0", "b_start=-1"])
def test_networkdays_refuses_a_batch_that_cannot_be(site, asked):
    answer = site.rest(f"netwerkdagen/@networkdays?{asked}")
    assert answer.status_code == 400
    assert "b_size" in answer.json()["message"]


def test_day_tells_its_programme_by_round(site):
    day = site.portal.netwerkdagen["zomer"]
    for name, number in (("a", 1), ("b", 1), ("c", None)):
        create_in(
            day,
            "ProgrammeItem",
            name,
            kind="workshop",
            room="zaal",
            round=number,
            start=day.start,
            end=day.end,
        )
    transaction.commit()
    told = site.rest("netwerkdagen/zomer").json()
    hours = {"start": f"{SUMMER}T08:00:00+00:00", "end": f"{SUMMER}T14:30:00+00:00"}
    items = [
        {
            "@id": f"{site.url}/netwerkdagen/zomer/{name}",
            "title": name.upper(),
            "kind": "workshop",
            "room": "zaal",
            "description": "",
            "speakers": [],
            **hours,
        }
        for name in "abc"
    ]
    assert told["status"] == "announced"
    assert told["programme"] == [
        {"round": 1, "items": items[:2], **hours},
        {"round": None, "items": items[2:], **hours},
    ]


def test_day_without_hours_tells_none_in_its_programme(site):
    told = site.rest("netwerkdagen/2019").json()
    assert told["programme"] == [
        {
            "round": None,
            "start": None,
            "end": None,
            "items": [
                {
                    "@id": f"{site.url}/netwerkdagen/2019/verhalen",
                    "title": "Verhalen",
                    "kind": "discussion_table",
                    "room": None,
                    "start": None,
                    "end": None,
                    "description": "",
                    "speakers": [],
                }
            ],
        }
    ]


def test_item_tells_its_files(site):
    item = site.portal.netwerkdagen["2019"]["verhalen"]
    create_in(item, "File", "blad.pdf", title="Blad", file=pdf("blad.pdf"))
    create_in(item, "File", "leeg", title="Leeg")
    transaction.commit()
    told = site.rest("netwerkdagen/2019/verhalen").json()
    address = f"{site.url}/netwerkdagen/2019/verhalen"
    assert told["files"][0] == {
        "title": "Blad",
        "download": f"{address}/blad.pdf/@@download/file",
        "size": 120_000,
        "content-type": "application/pdf",
    }
    assert [attached["title"] for attached in told["files"]] == ["Blad"]
    assert site.ask(told["files"][0]["download"].removeprefix(f"{site.url}/")).ok


def test_day_tells_its_files(site):
    day = site.portal.netwerkdagen["2019"]
    create_in(day, "File", "blad.pdf", title="Blad", file=pdf("blad.pdf"))
    transaction.commit()
    told = site.rest("netwerkdagen/2019").json()
    assert [attached["title"] for attached in told["files"]] == ["Blad"]


def test_status_over_rest_is_that_of_the_page(site):
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(site.portal.netwerkdagen["herfst"], "cancel")
    transaction.commit()
    assert site.rest("netwerkdagen/herfst").json()["status"] == "cancelled"
    assert AUTUMN.startswith(str(THIS_YEAR + 2))
