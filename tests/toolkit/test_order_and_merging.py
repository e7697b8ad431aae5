"""Another order, and parts that became one: what readers and programs find then."""

from datetime import datetime
from datetime import UTC
from gastvrij.toolkit.flags import doubt
from gastvrij.toolkit.flags import flags_of
from gastvrij.toolkit.keepers import thread_of
from gastvrij.toolkit.merging import merge_into
from gastvrij.toolkit.new_edition import start_edition
from gastvrij.toolkit.readiness import readiness
from plone import api
from toolkit_content import relation
from toolkit_pages import form_of
from toolkit_pages import post
from toolkit_pages import show
from toolkit_pages import words

import pytest
import requests
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


def test_part_that_is_renamed_or_moved_is_found_at_its_old_address(site, wonen):
    handbook = site.portal.toolkit["2"]
    api.content.rename(wonen, "huren")
    transaction.commit()
    assert site.page(PART).headers["Location"].endswith("/2/huiswerk/huren")
    api.content.move(handbook.huiswerk.huren, handbook.rol)
    transaction.commit()
    answer = requests.get(f"{site.url}/{PART}", timeout=30)
    assert answer.url.endswith("/toolkit/2/rol/huren")


def test_address_of_a_part_that_was_merged_leads_to_the_other(site, session, wonen):
    other = site.portal.toolkit["2"].huiswerk.ocmw
    path = f"{PART}/merged-into"
    sent = form_of(site, session, path, "form.gv-form")
    assert "Kies een onderdeel." in post(site, session, path, sent).text
    answer = post(site, session, path, sent | {"other": other.UID()})
    assert answer.headers["Location"] == other.absolute_url()
    assert site.page(PART).headers["Location"] == other.absolute_url()
    assert "Wonen" not in show(site, "toolkit/2").text_content()
    assert api.content.get_state(wonen) == "archived"


def test_address_of_a_part_that_was_merged_leads_on_when_the_other_is(site):
    parts = site.portal.toolkit["2"].huiswerk
    target = parts.inleiding.absolute_url()
    merge_into(parts.wonen, parts.ocmw)
    merge_into(parts.ocmw, parts.inleiding)
    transaction.commit()
    for name in ("wonen", "ocmw"):
        answer = site.page(f"toolkit/2/huiswerk/{name}")
        assert answer.headers["Location"] == target


@pytest.mark.parametrize("kind", ["page", "json"])
def test_part_of_an_older_edition_leads_to_the_part_that_took_it_up(
    site, editor, wonen, kind
):
    handbook = site.portal.toolkit["2"].huiswerk
    doubt(site.portal, wonen, ("", ""), "law", "", datetime.now(UTC))
    addendum = site.portal.toolkit["2"]["ongeneeslijk-ziek"]
    addendum.supplements = relation(wonen)
    merge_into(wonen, handbook.ocmw)
    merge_into(handbook.ocmw, handbook.checklist)
    transaction.commit()
    other = handbook.checklist
    old = show(site, "toolkit/1/huiswerk/wonen")
    (link,) = old.cssselect(".gv-notice--attention a")
    assert link.get("href") == other.absolute_url()
    assert words(link).startswith("3.2 Checklist")
    (canonical,) = old.cssselect("link[rel=canonical]")
    assert canonical.get("href") == other.absolute_url()
    answer = getattr(site, kind)(PART)
    assert answer.headers["Location"].endswith("/2/huiswerk/checklist")
    assert site.json("toolkit/2/3.2").headers["Location"] == other.absolute_url()
    assert site.json("toolkit/2/ongeneeslijk-ziek").json()["part"]["number"] == "3.2"
    assert len(flags_of(site.portal, thread_of(other))) == 1


def test_parts_of_an_edition_in_preparation_are_merged(site, session, editor):
    with api.env.adopt_roles(["Manager"]):
        new = start_edition(site.portal.toolkit["2"], "Drie")
    transaction.commit()
    path = "toolkit/3/huiswerk/wonen/merged-into"
    sent = form_of(site, session, path, "form.gv-form")
    other = new.huiswerk.ocmw
    answer = post(site, session, path, sent | {"other": other.UID()})
    assert answer.headers["Location"] == other.absolute_url()
    assert "wonen" not in new.huiswerk
    assert [each.id for each in readiness(new).drafts if each.id == "wonen"] == []
    (link,) = show(site, "toolkit/1/huiswerk/wonen").cssselect(
        ".gv-notice--attention a"
    )
    assert link.get("href").endswith("/2/huiswerk/wonen")
