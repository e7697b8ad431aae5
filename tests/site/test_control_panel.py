"""The control panel: who may open it, and what it does with what is filled in."""

from datetime import date
from gastvrij.settings.records import settings
from groups import make_group
from groups import make_people
from groups import PEOPLE
from groups import Site

import pytest
import transaction


PAGE = "@@gastvrij-settings"
PANEL = "@controlpanels/gastvrij"
MAY = {"site_admin", "manager"}


@pytest.fixture
def site(functional):
    """Return a running site with somebody for every role."""
    portal = functional["portal"]
    groups = [make_group(portal, name) for name in ("ours", "other")]
    make_people(groups[:1], groups[1])
    transaction.commit()
    url = f"http://{functional['host']}:{functional['port']}/{portal.getId()}"
    return Site(url, portal)


def form(site, who="site_admin"):
    """Return the form as somebody finds it."""
    return site.form(who, PAGE)


def test_only_administrators_open_the_settings(site):
    statuses = {who: site.ask(who, "GET", PAGE).status_code for who in PEOPLE}
    assert {who for who, status in statuses.items() if status == 200} == MAY
    statuses = {who: site.rest(who, "GET", PANEL).status_code for who in PEOPLE}
    assert {who for who, status in statuses.items() if status == 200} == MAY


def test_overview_of_site_setup_leads_to_the_settings(site):
    page = site.page("site_admin", "@@overview-controlpanel")
    links = page.xpath("//a[contains(@href, 'gastvrij-settings')]")
    assert links
    assert "Gastvrij Netwerk" in links[0].text_content()


def test_saving_as_it_stands_changes_nothing(site):
    before = vars_of(settings())
    assert form(site).send("save").status_code == 302
    assert vars_of(settings()) == before


def vars_of(current):
    """Return all settings."""
    return {name: getattr(current, name) for name in current.__schema__.names()}


def test_form_reads_lines_as_a_person_writes_them(site):
    answer = form(site).send(
        "save",
        secretariat_email=" secretariaat@example.org ",
        board_dates="2026-03-31\r\n\r\n 12/5/2026 \r\n",
        radius_choices="3\r\n10\r\n",
        **{"quiet_months:list": ["12"]},
    )
    assert answer.status_code == 302
    current = settings()
    assert current.board_dates == (date(2026, 3, 31), date(2026, 5, 12))
    assert current.radius_choices == (3, 10)
    assert current.quiet_months == (12,)
    assert current.secretariat_email == "secretariaat@example.org"


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("secretariat_email", "an", "Dit is geen e-mailadres."),
        ("board_dates", "morgen", "morgen is geen datum."),
        ("radius_choices", "vijf", "vijf is geen getal."),
        ("default_radius", "7", "Kies een van de afstanden"),
        ("fading_after_months", "3", "Kies meer maanden"),
        ("confirm_reminder_days", "60\n30", "Zet het kleinste getal eerst"),
    ],
)
def test_form_says_next_to_the_field_what_is_wrong(site, name, value, sentence):
    before = vars_of(settings())
    answer = form(site).send("save", **{name: value})
    assert answer.status_code == 200
    assert sentence in answer.text
    assert vars_of(settings()) == before


def test_rest_tells_and_changes_the_settings(site):
    panel = site.rest("site_admin", "GET", PANEL).json()
    assert panel["data"]["radius_choices"] == [5, 10, 20, 50]
    data = {"radius_choices": [2, 10], "board_dates": ["2026-03-31"]}
    answer = site.rest("site_admin", "PATCH", PANEL, data)
    assert answer.status_code == 204, answer.text
    assert settings().radius_choices == (2, 10)
    assert settings().board_dates == (date(2026, 3, 31),)


@pytest.mark.parametrize(
    ("data", "field"),
    [
        ({"default_radius": 7}, "default_radius"),
        ({"radius_choices": [1]}, "default_radius"),
        ({"secretariat_email": "an"}, "secretariat_email"),
        ({"keep_closed_months": 0}, "keep_closed_months"),
    ],
)
def test_rest_refuses_what_does_not_go_together(site, data, field):
    before = vars_of(settings())
    answer = site.rest("site_admin", "PATCH", PANEL, data)
    assert answer.status_code == 400
    assert f"'field': '{field}'" in answer.json()["message"]
    assert vars_of(settings()) == before
