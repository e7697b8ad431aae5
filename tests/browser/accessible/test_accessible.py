"""Every page at three widths: WCAG 2.2 A and AA, and no sideways scrolling."""

from accessibility import look

import pytest


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
    "/toolkit/2/huiswerk/gezondheidszorg/flag",
    "/toolkit/2/huiswerk/checklist",
    "/toolkit/2/elektriciteit-gas-en-water",
    "/toolkit/changes",
    "/toolkit/search?q=gas",
    "/toolkit/search?q=bestaatniet",
    "/toolkit/search?q=gas&edition=1",
    "/toolkit/search?q=de+het",
    "/netwerkdagen",
    "/netwerkdagen/2017",
    "/netwerkdagen/2018",
    "/netwerkdagen/2019",
    "/netwerkdagen/deel-1",
    "/netwerkdagen/deel-1/huren-zonder-papierberg",
    "/netwerkdagen/deel-2",
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
    ("toolkit-editors", "/toolkit/looked-for"),
    ("toolkit-editors", "/toolkit/ten-minutes"),
    ("toolkit-editors", "/toolkit/2/huiswerk/wonen/check"),
    ("toolkit-editors", "/toolkit/2/huiswerk/wonen/examples"),
    ("toolkit-editors", "/toolkit/2/huiswerk/wonen/who-changed"),
    ("toolkit-editors", "/toolkit/2/huiswerk/wonen/merged-into"),
    ("toolkit-editors", "/toolkit/2/order"),
    ("toolkit-editors", "/toolkit/new-edition"),
    ("contact-person", "/toolkit/2/huiswerk/wonen/offer-example"),
    ("networkday-coordinators", "/netwerkdagen/2019/edit"),
    ("networkday-coordinators", "/netwerkdagen/deel-1/speakers"),
    ("networkday-coordinators", "/netwerkdagen/samen-aan-tafel/report-notes"),
    ("networkday-coordinators", "/netwerkdagen/samen-aan-tafel/report-preview"),
    ("networkday-coordinators", "/netwerkdagen/deel-1/++add++ProgrammeItem"),
)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path or "home")
def test_page_is_accessible(page_of, site, path):
    assert look(page_of("visitor"), f"{site}{path}") == {}


@pytest.mark.parametrize(("role", "path"), FORMS, ids=lambda value: value)
def test_form_is_accessible(page_of, site, role, path):
    assert look(page_of(role), f"{site}{path}") == {}
