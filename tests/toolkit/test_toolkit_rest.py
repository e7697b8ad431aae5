"""The toolkit for a program."""

from datetime import date
from gastvrij.toolkit.contents import contents
from plone import api
from toolkit_content import make_edition
from toolkit_content import PARTS

import pytest
import transaction


def test_part_has_number_neighbours_and_addenda(site):
    answer = site.json("toolkit/2/huiswerk/gezondheidszorg").json()
    base = f"{site.url}/toolkit/2"
    assert answer["number"] == "3.6"
    assert answer["previous"] == {
        "@id": f"{base}/huiswerk/inburgering",
        "title": "Inburgering en integratie",
        "number": "3.5",
    }
    assert answer["next"] is None
    assert answer["addenda"] == [
        {
            "@id": f"{base}/ongeneeslijk-ziek",
            "title": "Ongeneeslijk ziek zijn",
            "checked_on": None,
            "review_state": "published",
        }
    ]


def test_first_part_comes_after_the_chapter_with_a_text(site):
    answer = site.json("toolkit/2/huiswerk/inleiding").json()
    assert answer["previous"]["title"] == "Maatschappelijke rol"
    assert answer["previous"]["number"] == "2"
    assert answer["next"]["number"] == "3.2"


def test_chapter_leads_to_its_first_part(site):
    answer = site.json("toolkit/2/huiswerk").json()
    assert answer["number"] == "3"
    assert answer["next"]["number"] == "3.1"
    assert [part["number"] for part in answer["contents"]][-1] == "3.6"
    assert [addendum["title"] for addendum in answer["addenda"]] == [
        "Ongeneeslijk ziek zijn"
    ]


def test_edition_has_its_contents(site):
    answer = site.json("toolkit/2").json()
    assert answer["number"] == 2
    assert answer["previous"] is None
    assert answer["next"]["title"] == "Achtergrond"
    assert [chapter["number"] for chapter in answer["contents"]] == ["1", "2", "3"]
    titles = [part["title"] for part in answer["contents"][2]["items"]]
    assert titles == [title for name, title in PARTS]


def test_addendum_names_its_part(site):
    answer = site.json("toolkit/2/ongeneeslijk-ziek").json()
    assert answer["part"]["number"] == "3.6"
    assert answer["part"]["title"] == "Gezondheidszorg"
    assert (answer["number"], answer["previous"], answer["next"]) == (None, None, None)


def test_toolkit_is_the_current_edition(site):
    part = site.portal.toolkit["2"].huiswerk.wonen
    part.checked_on = date(2026, 5, 3)
    part.reindexObject()
    transaction.commit()
    answer = site.json("toolkit/@toolkit").json()
    assert answer["@id"] == f"{site.url}/toolkit/@toolkit"
    assert answer["edition"] == {
        "@id": f"{site.url}/toolkit/2",
        "title": "Toolkit, editie 2",
        "number": 2,
        "year": 2018,
        "review_state": "current",
    }
    assert answer["items_total"] == 3
    parts = answer["items"][2]["items"]
    assert parts[3]["number"] == "3.4"
    assert parts[3]["checked_on"] == "2026-05-03"
    assert parts[3]["description"] == "Over Wonen. Op zoek naar een eigen adres."
    assert [addendum["title"] for addendum in parts[5]["addenda"]] == [
        "Ongeneeslijk ziek zijn"
    ]


def test_toolkit_of_another_edition(site):
    answer = site.json("toolkit/@toolkit?edition=1").json()
    assert answer["edition"]["number"] == 1
    assert answer["items"][0]["@id"] == f"{site.url}/toolkit/1/achtergrond"


def test_toolkit_is_batched(site):
    answer = site.json("toolkit/@toolkit?b_size=2").json()
    assert [chapter["number"] for chapter in answer["items"]] == ["1", "2"]
    assert answer["items_total"] == 3
    assert "b_start=2" in answer["batching"]["next"]


@pytest.mark.parametrize("asked", ["b_size=-1", "b_size=0", "b_start=-1", "b_size=x"])
def test_toolkit_refuses_a_batch_that_cannot_be(site, asked):
    answer = site.json(f"toolkit/@toolkit?{asked}")
    assert answer.status_code == 400
    assert answer.json()["message"]
    assert "Achtergrond" not in answer.text


@pytest.mark.parametrize("edition", ["3", "9", "twee"])
def test_toolkit_of_an_unknown_or_unseen_edition_is_not_found(site, edition):
    make_edition(site.portal.toolkit, 3, state="in_preparation")
    transaction.commit()
    answer = site.json(f"toolkit/@toolkit?edition={edition}")
    assert answer.status_code == 404
    assert answer.json()["type"] == "NotFound"
    assert [error["field"] for error in answer.json()["errors"]] == ["edition"]
    assert answer.json()["message"] == answer.json()["errors"][0]["message"]
    assert "Toolkit, editie 3" not in answer.text


def test_toolkit_without_a_current_edition_is_empty(site):
    api.content.delete(site.portal.toolkit["2"])
    transaction.commit()
    answer = site.json("toolkit/@toolkit").json()
    assert (answer["edition"], answer["items"], answer["items_total"]) == (None, [], 0)


def test_toolkit_hides_a_part_in_preparation_from_visitors(site, editor):
    api.content.transition(site.portal.toolkit["2"].huiswerk.wonen, "send_back")
    transaction.commit()
    for path in ("toolkit/@toolkit", "toolkit/2", "toolkit/2/huiswerk"):
        assert "Wonen" not in site.json(path).text
        assert "Wonen" in site.json(path, auth=editor).text
    assert site.json("toolkit/2/huiswerk/inburgering").json()["number"] == "3.4"


def test_reordering_over_rest_renumbers_at_once(site, editor):
    path = "toolkit/2/huiswerk/gezondheidszorg"
    assert site.json(path).json()["number"] == "3.6"
    order = {"ordering": {"obj_id": "gezondheidszorg", "delta": "top", "sure": True}}
    answer = site.json("toolkit/2/huiswerk", "PATCH", json=order, auth=editor)
    assert answer.status_code == 204
    assert site.json(path).json()["number"] == "3.1"
    assert site.json(path).json()["next"]["title"] == "Inleiding"
    assert site.json("toolkit/2/ongeneeslijk-ziek").json()["part"]["number"] == "3.1"


ADDENDUM = {
    "@type": "ToolkitAddendum",
    "title": "Nieuw",
    "text": "<p>Nieuw.</p>",
}


def test_addendum_to_a_part_of_another_edition_is_refused_by_name(site, editor):
    wrong = {**ADDENDUM, "supplements": "/toolkit/1/huiswerk/wonen"}
    answer = site.json("toolkit/2", "POST", json=wrong, auth=editor)
    assert answer.status_code == 400
    assert "supplements" in answer.text
    transaction.begin()
    assert "nieuw" not in site.portal.toolkit["2"]


def test_addendum_to_a_part_of_its_own_edition_is_created(site, editor):
    right = {**ADDENDUM, "supplements": "/toolkit/2/huiswerk/wonen"}
    answer = site.json("toolkit/2", "POST", json=right, auth=editor)
    assert answer.status_code == 201
    assert answer.json()["part"]["number"] == "3.4"
    transaction.begin()
    assert "nieuw" in site.portal.toolkit["2"]


def test_part_without_text_or_file_is_refused_by_name(site, editor):
    empty = {"@type": "ToolkitSection", "title": "Leeg", "description": "Niets"}
    answer = site.json("toolkit/2/huiswerk", "POST", json=empty, auth=editor)
    assert answer.status_code == 400
    assert "'field': 'text'" in answer.text or '"field": "text"' in answer.text
    transaction.begin()
    assert "leeg" not in site.portal.toolkit["2"].huiswerk


def test_edition_created_over_rest_is_named_after_its_number(site, editor):
    new = {"@type": "ToolkitEdition", "title": "Derde", "number": 3}
    answer = site.json("toolkit", "POST", json=new, auth=editor)
    assert answer.status_code == 201
    assert answer.json()["@id"] == f"{site.url}/toolkit/3"


def test_publishing_over_rest_refuses_drafts_and_writes_nothing(site, editor):
    new = make_edition(site.portal.toolkit, 3, state="in_preparation")
    api.content.transition(new.huiswerk.wonen, "send_back")
    api.content.transition(new.rol, "send_back")
    api.content.transition(new.rol, "submit")
    transaction.commit()
    effective = new.EffectiveDate()
    answer = site.json("toolkit/3/@workflow/publish", "POST", auth=editor)
    assert answer.status_code == 400
    assert "Wonen. Op zoek naar een eigen adres" in answer.json()["error"]["message"]
    transaction.begin()
    library = site.portal.toolkit
    states = [api.content.get_state(library[name]) for name in ("2", "3")]
    assert states == ["current", "in_preparation"]
    assert api.content.get_state(library["3"].rol) == "in_review"
    assert library["3"].EffectiveDate() == effective


def test_publishing_over_rest_replaces_the_current_edition(site, editor):
    make_edition(site.portal.toolkit, 3, state="in_preparation")
    transaction.commit()
    answer = site.json("toolkit/3/@workflow/publish", "POST", auth=editor)
    assert answer.status_code == 200
    transaction.begin()
    library = site.portal.toolkit
    states = [api.content.get_state(library[name]) for name in ("1", "2", "3")]
    assert states == ["previous", "previous", "current"]
    assert len(contents(library["3"]).parts()) == len(PARTS)
