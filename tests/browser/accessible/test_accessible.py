"""Every page at three widths: WCAG 2.2 A and AA, and no sideways scrolling."""

from accessibility import violations

import pytest


WIDTHS = (360, 768, 1280)

PAGES = (
    "",
    "/groepen",
    "/groepen?place=9050",
    "/groepen?place=5000&activity=housing&language=ar",
    "/groepen?place=nieuwerkerken",
    "/groepen?place=ABCD",
    "/groepen?q=bestaatniet",
    "/groepen/map",
    "/groepen/map?province=oost-vlaanderen",
    "/groepen/de-warme-drempel",
    "/groepen/zeewind-en-soep",
    "/groepen/kersenboom-welkom",
    "/toolkit",
    "/toolkit/1",
    "/toolkit/2",
    "/toolkit/2/achtergrond",
    "/toolkit/2/huiswerk",
    "/toolkit/2/huiswerk/gezondheidszorg",
    "/netwerkdagen",
    "/netwerkdagen/2017",
    "/netwerkdagen/2018",
    "/netwerkdagen/2019",
    "/over-ons",
    "/contact",
    "/hulp-vinden",
    "/@@search?SearchableText=wonen",
    "/login",
    "/bestaat-niet",
)

FORMS = (
    ("contact-person", "/groepen/de-warme-drempel"),
    ("contact-person", "/groepen/de-warme-drempel/update"),
    ("contact-person", "/groepen/de-warme-drempel/preview"),
    ("contact-person", "/groepen/de-warme-drempel/status"),
    ("contact-person", "/groepen/de-warme-drempel/ask-change"),
    ("secretariat", "/groepen/de-wandelbank/change-requests"),
    ("secretariat", "/groepen/de-wandelbank/name-and-place"),
    ("secretariat", "/groepen/add"),
    ("toolkit-editors", "/toolkit/2/huiswerk/wonen/edit"),
    ("networkday-coordinators", "/netwerkdagen/2019/edit"),
)

# markup of Plone's own toolbar and widgets and of the grid's, which is not ours to mend
NOT_OURS = ("#edit-zone", ".tox", "input[type=file]", ".pat-datagridfield")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", PAGES, ids=lambda path: path or "home")
def test_page_is_accessible(page, site, path, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{site}{path}")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("h1").count() == 1


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(("role", "path"), FORMS, ids=lambda value: value)
def test_form_is_accessible(page, site, log_in, role, path, width):
    page.set_viewport_size({"width": width, "height": 900})
    log_in(page, role)
    page.goto(f"{site}{path}")
    page.wait_for_load_state("networkidle")
    assert violations(page, leave_out=NOT_OURS) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
