"""The secretariat's page: whose turn it is; of many only the first stand there."""

from applications import make_application
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from gastvrij.membership import lists
from gastvrij.membership.retention import forget_unconfirmed
from gastvrij.membership.summary import restart_clock
from gastvrij.membership.summary import summaries
from gastvrij.privacy.retention import kept_for
from zope.i18n import translate

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


def test_link_that_is_sent_again_gives_all_its_days_once(desk):
    application = make_application(desk.portal)
    desk.letters()
    page = desk.page("secretariat", PAGE)
    first, second = (
        desk.send("secretariat", page, "action", "resend") for _ in range(2)
    )
    assert first.status_code == second.status_code == 303
    (letter,) = desk.letters()
    assert letter["To"] == "ann.peeters@example.org"
    sent = datetime.now(UTC)
    before = kept_for("unconfirmed").after(sent) - timedelta(hours=1)
    assert forget_unconfirmed(desk.portal, before) == 0
    assert forget_unconfirmed(desk.portal, before + timedelta(hours=2)) == 1
    assert application.getId() not in desk.portal["lid-worden"]


def test_page_tells_since_when_an_application_waits_for_its_address(portal):
    application = make_application(portal)
    (known,) = summaries(portal["lid-worden"])
    restart_clock(application, known.received + timedelta(days=3))
    view = lists.ApplicationsView(portal["lid-worden"], portal.REQUEST)
    view.now = known.received + timedelta(days=5)
    (row,) = view.unconfirmed
    assert translate(row.days, target_language="nl") == "5 dagen"
