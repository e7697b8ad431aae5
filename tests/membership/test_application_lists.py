"""The secretariat's page: whose turn it is; of many only the first stand there."""

from applications import make_application
from gastvrij.membership import lists

import transaction


PAGE = "/lid-worden/applications"


def names(page, part):
    """Return the groups of one part of the page."""
    rows = page.xpath(f"//*[@id='{part}']//*[@class='gv-row-title']")
    return [" ".join(row.text_content().split()) for row in rows]


def test_each_is_listed_under_whose_turn_it_is_with_its_place(desk):
    for state in ("in_review", "starting_up", "ready_for_board", "rejected"):
        make_application(desk.portal, state, group_name=state)
    make_application(desk.portal, "unconfirmed", group_name="nog niet")
    transaction.commit()
    page = desk.page("secretariat", PAGE)
    assert names(page, "ours") == ["in_review, Gent"]
    assert names(page, "theirs") == ["starting_up, Gent"]
    assert names(page, "board") == ["ready_for_board, Gent"]
    assert names(page, "closed") == ["rejected, Gent"]
    assert "nog niet" in page.xpath("//*[@id='unconfirmed']")[0].text_content()
    assert not page.xpath("//a[contains(@href, 'show=all')]")


def test_more_than_a_page_shows_is_a_click_further(desk, monkeypatch):
    monkeypatch.setattr(lists, "MOST", 2)
    for number in range(3):
        make_application(desk.portal, "withdrawn", group_name=f"Groep {number}")
    transaction.commit()
    page = desk.page("secretariat", PAGE)
    assert len(names(page, "closed")) == 2
    (more,) = page.xpath("//a[contains(@href, 'show=all')]/@href")
    whole = desk.page("secretariat", more)
    assert len(names(whole, "closed")) == 3
    assert not whole.xpath("//a[contains(@href, 'show=all')]")
