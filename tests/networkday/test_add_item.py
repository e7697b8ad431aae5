"""Adding a programme item: what the form proposes, and what it says of bad input."""

from gastvrij.networkday.plan_check import doubts
from gastvrij.networkday.planning import proposed_end
from gastvrij.networkday.planning import proposed_start
from gastvrij.networkday.programme import Slot
from lxml import html
from network_days import at
from network_days import create_in
from network_days import submit
from network_days import SUMMER
from types import SimpleNamespace

import pytest
import transaction


ADD = "netwerkdagen/zomer/++add++ProgrammeItem"


def item_in(day, name, start, end, **values):
    """Plan an item on the day in summer."""
    hours = {"start": at(f"{SUMMER} {start}"), "end": at(f"{SUMMER} {end}")}
    return create_in(day, "ProgrammeItem", name, **hours, **values)


def test_first_item_begins_with_the_day(days):
    day = days.netwerkdagen["zomer"]
    assert proposed_start(day) == at(f"{SUMMER} 10:00")
    assert proposed_end(day) == at(f"{SUMMER} 11:00")


def test_next_item_begins_where_the_last_one_ends(days):
    day = days.netwerkdagen["zomer"]
    item_in(day, "a", "14:00", "15:45", kind="workshop")
    item_in(day, "b", "10:00", "10:30", kind="plenary")
    assert proposed_start(day) == at(f"{SUMMER} 15:45")
    assert proposed_end(day) == at(f"{SUMMER} 16:30")


def test_full_day_begins_anew(days):
    day = days.netwerkdagen["zomer"]
    item_in(day, "a", "10:00", "16:30", kind="workshop")
    assert proposed_start(day) == at(f"{SUMMER} 10:00")


def test_day_without_hours_is_proposed_as_a_whole(days):
    day = days.netwerkdagen["herfst"]
    assert (proposed_start(day), proposed_end(day)) == (day.start, day.end)


def test_nothing_is_proposed_for_what_is_there_already(days):
    item = item_in(days.netwerkdagen["zomer"], "a", "10:00", "11:00", kind="workshop")
    assert proposed_start(item) is None
    assert proposed_end(item) is None


def test_item_without_hours_is_refused_over_rest(site):
    sent = {"@type": "ProgrammeItem", "title": "Los", "kind": "workshop"}
    answer = site.rest("netwerkdagen/zomer", "coordinator", method="POST", json=sent)
    assert answer.status_code == 400
    assert "'field': 'start'" in answer.json()["message"]


def shown(page, name):
    """Return what a field of the form shows."""
    return page.xpath(f"//input[@name='form.widgets.{name}']/@value")


def test_form_is_filled_in_with_the_hours_and_asks_in_order(site, planner):
    page = html.fromstring(planner.get(f"{site.url}/{ADD}", timeout=60).text)
    assert shown(page, "start") == [f"{SUMMER}T10:00"]
    assert shown(page, "end") == [f"{SUMMER}T11:00"]
    fields = page.xpath("//*[starts-with(@id, 'formfield-form-widgets-')]/@id")
    names = [field.rpartition("-")[2] for field in fields]
    assert names == [
        "title",
        "kind",
        "description",
        "start",
        "end",
        "round",
        "room",
        "capacity",
        "report",
    ]


def test_form_is_filled_in_by_the_link_beside_a_round(site, planner):
    day = site.portal.netwerkdagen["zomer"]
    item_in(day, "a", "13:00", "14:00", kind="workshop", round=2)
    transaction.commit()
    page = html.fromstring(planner.get(f"{site.url}/netwerkdagen/zomer").text)
    (link,) = page.xpath("//p[@class='gv-own-page']/a/@href")
    form = html.fromstring(planner.get(link, timeout=60).text)
    assert shown(form, "start") == [f"{SUMMER}T13:00"]
    assert shown(form, "end") == [f"{SUMMER}T14:00"]
    assert shown(form, "round") == ["2"]
    visited = html.fromstring(site.ask("netwerkdagen/zomer").text)
    assert not visited.xpath("//p[@class='gv-own-page']")


def test_who_added_an_item_goes_on_in_the_programme(site, planner):
    fields = {"form.widgets.title": "Samen koken", "form.widgets.kind:list": "workshop"}
    answer = submit(planner, f"{site.url}/{ADD}", "form.buttons.save", fields)
    assert answer.url == f"{site.url}/netwerkdagen/zomer#samen-koken"
    page = html.fromstring(answer.text)
    assert page.get_element_by_id("samen-koken").xpath(".//a/text()") == ["Samen koken"]


BAD = (
    ("title", ""),
    ("start", ""),
    ("start", "morgen"),
    ("start", f"{SUMMER}T25:00"),
    ("start", f"{SUMMER[:5]}02-30T10:00"),
    ("start", f"{SUMMER}T09:00"),
    ("end", f"{SUMMER}T10:00"),
    ("end", f"{SUMMER}T23:00"),
    ("round", "0"),
    ("round", "21"),
    ("round", "een"),
    ("capacity", "0"),
    ("capacity", "veel"),
    ("room", "z" * 121),
    ("description", "w" * 601),
)


def test_bad_input_gets_a_sentence_beside_its_field_alone(site, planner):
    wrong = []
    for name, typed in BAD:
        fields = {"form.widgets.title": "Fout", f"form.widgets.{name}": typed}
        answer = submit(planner, f"{site.url}/{ADD}", "form.buttons.save", fields)
        page = html.fromstring(answer.text)
        fields = page.xpath("//*[starts-with(@id, 'formfield-form-widgets-')]")
        said = {field.get("id"): words_beside(field) for field in fields}
        beside = [name for name, words in said.items() if words]
        if beside != [f"formfield-form-widgets-{name}"]:
            wrong.append((name, typed, said))
    assert wrong == []
    assert "fout" not in site.portal.netwerkdagen["zomer"]


def words_beside(field):
    """Return what is said to be wrong with a field of a form."""
    said = field.xpath(".//*[contains(@class, 'invalid-feedback')]//text()")
    return " ".join(" ".join(said).split())


def slot(title, start, end, room=""):
    """Return an item of 3 July 2027."""
    start, end = at(f"2027-07-03 {start}"), at(f"2027-07-03 {end}")
    return Slot("", title, "workshop", room, None, start, end)


DAY = SimpleNamespace(
    start=at("2027-07-03 10:00"),
    end=at("2027-07-03 16:00"),
    whole_day=False,
    open_end=False,
)


@pytest.mark.parametrize(
    ("slots", "count"),
    [
        (
            [
                slot("A", "10:00", "11:00", "z1"),
                slot("B", "11:00", "12:00", "Z1"),
            ],
            0,
        ),
        (
            [
                slot("A", "10:00", "11:01", "z1"),
                slot("B", "11:00", "12:00", "Z1"),
            ],
            1,
        ),
        ([slot("A", "10:00", "11:01"), slot("B", "11:00", "12:00")], 0),
        ([slot("A", "09:00", "11:00")], 1),
        ([slot("A", "15:00", "16:30")], 1),
        ([], 0),
    ],
)
def test_plan_tells_what_needs_another_look(slots, count):
    assert len(doubts(DAY, slots)) == count


def test_coordinator_reads_what_needs_another_look(site):
    day = site.portal.netwerkdagen["zomer"]
    for name in ("koken", "zingen"):
        item_in(day, name, "13:00", "14:00", kind="workshop", room="zaal 1")
    transaction.commit()
    page = site.ask("netwerkdagen/zomer", "coordinator").text
    (note,) = html.fromstring(page).find_class("gv-planners-note")
    assert "Koken" in note.text_content()
    assert "zaal 1" in note.text_content()
    assert "gv-planners-note" not in site.ask("netwerkdagen/zomer").text
