"""Another order, and parts that became one: what readers and programs find then."""

from toolkit_pages import form_of
from toolkit_pages import post

import pytest
import transaction


PART = "toolkit/2/huiswerk/wonen"


@pytest.fixture
def wonen(site):
    """A part that readers have."""
    return site.portal.toolkit["2"].huiswerk.wonen


def test_order_of_the_current_edition_is_changed_after_a_question(site, session, wonen):
    path = "toolkit/2/order"
    sent = form_of(site, session, path, "form")
    sent["move"] = f"{wonen.UID()}:up"
    answer = post(site, session, path, sent)
    assert "Gedrukte verwijzingen" in answer.text
    assert site.json("toolkit/2/3.4").headers["Location"].endswith("/wonen")
    answer = post(site, session, path, sent | {"sure": "1"})
    assert answer.status_code == 303
    assert site.json("toolkit/2/3.3").headers["Location"].endswith("/wonen")


def test_order_of_an_edition_that_is_not_current_is_changed_at_once(
    site, session, wonen
):
    part = site.portal.toolkit["1"].huiswerk.wonen
    path = "toolkit/1/order"
    sent = form_of(site, session, path, "form") | {"move": f"{part.UID()}:down"}
    assert post(site, session, path, sent).status_code == 303
    assert site.json("toolkit/1/3.5").headers["Location"].endswith("/wonen")


@pytest.mark.parametrize(
    ("path", "order"),
    [
        ("huiswerk", {"ordering": {"obj_id": "wonen", "delta": "top"}}),
        ("huiswerk", {"ordering": {"obj_id": "wonen", "delta": -1, "sure": "ja"}}),
        ("huiswerk", {"sort": {"on": "sortable_title", "order": "ascending"}}),
        ("", {"ordering": {"obj_id": "huiswerk", "delta": -2}}),
        ("huiswerk", {"ordering": {"obj_id": "wonen", "delta": "hoger"}}),
        ("huiswerk", {"ordering": {}}),
    ],
)
def test_program_does_not_change_the_order_of_the_current_edition_by_accident(
    site, editor, path, order
):
    answer = site.json(f"toolkit/2/{path}", "PATCH", auth=editor, json=order)
    assert answer.status_code == 400
    assert f"'field': '{next(iter(order))}'" in answer.text
    assert site.json("toolkit/2/3.4").headers["Location"].endswith("/wonen")


@pytest.mark.parametrize(
    ("path", "sent"),
    [
        ("huiswerk/fc-itemOrder", {"id": "wonen", "delta": "-1"}),
        ("huiswerk/fc-itemOrder", {"id": "wonen", "delta": "bottom"}),
        ("huiswerk/fc-rearrange", {"rearrange_on": "sortable_title"}),
        ("fc-itemOrder", {"id": "huiswerk", "delta": "top"}),
    ],
)
def test_dragging_in_the_current_edition_leads_to_the_page_that_asks(
    site, session, path, sent
):
    sent |= form_of(site, session, "toolkit/2/order", "form")
    answer = post(site, session, f"toolkit/2/{path}", sent)
    assert answer.status_code == 200
    assert answer.json()["status"] == "warning"
    assert "Gedrukte verwijzingen" in answer.json()["msg"]
    assert f"{site.url}/toolkit/2/order" in answer.json()["msg"]
    assert site.json("toolkit/2/3.4").headers["Location"].endswith("/wonen")


def test_dragging_what_has_no_number_asks_nothing(site, session):
    sent = form_of(site, session, "toolkit/2/order", "form")
    moves = (
        ("toolkit/2", "ongeneeslijk-ziek", "top"),
        ("toolkit/1/huiswerk", "wonen", "-1"),
    )
    for path, name, delta in moves:
        data = sent | {"id": name, "delta": delta}
        answer = post(site, session, f"{path}/fc-itemOrder", data)
        assert answer.json()["status"] == "success"
    library = site.portal.toolkit
    assert library["2"].objectIds()[0] == "ongeneeslijk-ziek"
    assert library["1"].huiswerk.objectIds()[2] == "wonen"


def test_order_is_not_for_visitors(site):
    assert site.page("toolkit/2/order").status_code in (302, 401, 404)
