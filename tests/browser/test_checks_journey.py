"""An editor has ten minutes: a part that fell due is read, and nothing changed."""

from datetime import timedelta
from gastvrij.spelling.dates import today_in_belgium
from playwright.sync_api import expect

import transaction


PART = "/toolkit/2/huiswerk/wonen"
NOTE = "Dit is een tijd niet nagekeken."


def test_part_that_fell_due_is_told_to_readers_and_checked(
    demo, page, browser, site, log_in
):
    part = demo["portal"].unrestrictedTraverse(PART.lstrip("/"))
    part.check_interval = "12"
    part.checked_on = today_in_belgium() - timedelta(days=367)
    part.reindexObject(idxs=["getId"])
    transaction.commit()
    modified = part.modified()
    reader = browser.new_context(viewport={"width": 360, "height": 780}).new_page()
    reader.goto(f"{site}{PART}")
    expect(reader.get_by_text(NOTE)).to_be_visible()
    log_in(page, "toolkit-editors")
    page.goto(f"{site}/toolkit/ten-minutes")
    expect(page.locator("#item-title")).to_contain_text("3.4 Wonen")
    page.get_by_role("button", name="Nagekeken, niets veranderd").click()
    expect(page.locator("main")).to_contain_text("Nagekeken")
    expect(page.locator("#item-title")).not_to_contain_text("3.4 Wonen")
    reader.reload()
    expect(reader.get_by_text(NOTE)).to_have_count(0)
    transaction.begin()
    assert part.checked_on == today_in_belgium()
    assert part.modified() == modified
    reader.context.close()
