"""The secretariat takes in and gives out spreadsheets of the groups."""

from datetime import date
from datetime import datetime
from datetime import UTC
from gastvrij.directory.contacts import name_contact
from gastvrij.directory.spreadsheet import read_sheet
from gastvrij.directory.spreadsheet import text_of
from gastvrij.directory.spreadsheet import write_sheet
from gastvrij.privacy.acts import last_acts
from groups import address
from groups import DEINZE
from groups import PEOPLE
from groups import user_called
from lxml import html

import pytest
import transaction


PAGES = ("import", "export", "import-template")
HEADINGS = ("Naam", "Soort vereniging", "Gemeente", "Activiteiten")
NEW = ("Nieuw Begin", "vzw", "Gent", "Wonen")
MAY = {"secretariat", "site_admin", "manager"}


def hidden(page, *names):
    """Return hidden fields of the page, from the form that has them all."""
    for form in page.xpath("//form"):
        found = dict(form.form_values())
        if {*names} <= {*found}:
            return {name: found[name] for name in names}
    raise AssertionError(names)


def look(site, data, who="secretariat", name="lijst.csv"):
    """Send a file; return the answer and its page."""
    page = site.page(who, "groepen/import")
    fields = hidden(page, "_authenticator")
    answer = site.ask(
        who, "POST", "groepen/import", data=fields, files={"file": (name, data)}
    )
    return answer, html.fromstring(answer.text)


def press(site, page, who="secretariat", **changes):
    """Press the button that does what was shown."""
    fields = hidden(page, "_authenticator", "token", "carried", "mark")
    return site.ask(who, "POST", "groepen/import", data=fields | changes)


def export(site, who="secretariat", **fields):
    """Get the spreadsheet."""
    page = site.page(who, "groepen/export")
    fields |= hidden(page, "_authenticator")
    return site.ask(who, "POST", "groepen/export", data=fields)


def words(page):
    """Return what the page says, in one line."""
    return " ".join(page.text_content().split())


def counted(page):
    """Return how many rows are new, changed, the same and refused."""
    return [int(each.text) for each in page.xpath("//dl[@class='gv-numbers']//dd")]


@pytest.fixture
def rich(site):
    """A site where one group has much in its profile, and a contact person."""
    group = site.portal.groepen.active
    group.title = "=Actief; 'met' \"tekens\""
    group.description = "+32\r\n-streepje"
    group.website = "https://example.org/?a=1;b=2"
    group.languages = ["nl", "ar"]
    group.service_area = [DEINZE]
    group.member_since = date(2017, 3, 1)
    group.enterprise_number = "0123.456.749"
    group.social_media = ["https://example.org/a", "https://example.org/b"]
    user = user_called("contact").getId()
    now = datetime(2026, 1, 1, tzinfo=UTC)
    name_contact(
        group, user, "Geheime Naam", "geheim@example.org", "+32 1", "contact", now
    )
    group.reindexObject()
    transaction.commit()
    return site


def test_pages_are_for_the_secretariat(site):
    for who in PEOPLE:
        for page in PAGES:
            answer = site.ask(who, "GET", f"groepen/{page}")
            if who in MAY:
                assert answer.status_code == 200, (who, page)
                assert answer.headers["Cache-Control"] == "no-store"
            else:
                assert answer.status_code in (302, 401), (who, page)
                assert "gv-pagehead" not in answer.text


def test_nobody_else_takes_in_or_gives_out(rich):
    fields = {"people": "yes", "carried": "x", "token": "x", "mark": "x"}
    for who in {*PEOPLE} - MAY:
        for page in ("import", "export"):
            answer = rich.ask(who, "POST", f"groepen/{page}", data=fields)
            assert "Geheime" not in answer.text
            assert answer.status_code in (302, 401), (who, page)
    assert last_acts(rich.portal) == []


def test_without_the_forms_own_mark_nothing_happens(site):
    _answer, page = look(site, write_sheet(HEADINGS, [NEW]))
    refused = press(site, page, _authenticator="")
    assert refused.status_code == 403
    assert site.ask("secretariat", "POST", "groepen/export", data={}).status_code == 403
    assert "nieuw-begin" not in site.portal.groepen
    assert last_acts(site.portal) == []


def test_file_is_shown_then_done_once(site):
    rows = [NEW, ("active", "", "Deinze", ""), ("draft", "", "", ""), ("X", "", "", "")]
    answer, page = look(site, write_sheet(HEADINGS, rows))
    assert answer.status_code == 200
    assert counted(page) == [1, 1, 1, 1]
    assert "Gemeente: Gent → Deinze" in words(page)
    assert "Soort vereniging: Een nieuwe groep heeft dit nodig." in words(page)
    assert "nieuw-begin" not in site.portal.groepen

    answer = press(site, page)
    assert answer.status_code == 303
    assert site.portal.groepen["nieuw-begin"].title == "Nieuw Begin"
    assert site.portal.groepen.active.municipality == DEINZE
    again = press(site, page)
    assert again.headers["Location"] == answer.headers["Location"]
    names = [each.title for each in site.portal.groepen.values()]
    assert names.count("Nieuw Begin") == 1

    path = answer.headers["Location"].removeprefix(f"{site.url}/")
    done = words(site.page("secretariat", path))
    assert "Nieuw: 1. Veranderd: 1. Gebleven zoals ze waren: 1. Geweigerd: 1." in done
    [act] = last_acts(site.portal)
    assert (act.what, act.count) == ("groups_taken_in", 2)


def test_looking_writes_nothing(site):
    site.page("secretariat", "groepen/import")  # Plone's own footer writes once
    before = site.portal._p_jar.db().lastTransaction()
    look(site, write_sheet(HEADINGS, [NEW]))
    for page in (*PAGES, "import?done=x", "import?carried=x&mark=y"):
        site.ask("secretariat", "GET", f"groepen/{page}")
    assert site.portal._p_jar.db().lastTransaction() == before


def test_what_changed_in_the_meantime_is_shown_anew(site):
    _answer, page = look(
        site, write_sheet(("Naam", "Gemeente"), [("active", "Deinze")])
    )
    site.portal.groepen.active.municipality = "11002"
    transaction.commit()
    answer = press(site, page)
    assert answer.status_code == 409
    anew = html.fromstring(answer.text)
    assert "Er is intussen iets veranderd" in words(anew)
    assert "Gemeente: Antwerpen → Deinze" in words(anew)
    assert site.portal.groepen.active.municipality == "11002"
    assert press(site, anew).status_code == 303
    assert site.portal.groepen.active.municipality == DEINZE


def test_nothing_is_done_that_was_not_shown(site):
    _answer, page = look(site, write_sheet(HEADINGS, [NEW]))
    for change in ({"mark": "x"}, {"carried": "!!"}, {"carried": "eJw="}):
        assert press(site, page, **change).status_code in (400, 409)
    assert "nieuw-begin" not in site.portal.groepen


ODD_FILES = [
    (b"", "Kies eerst een bestand."),
    (b"Naam;Gemeente\n", "Er staan geen rijen in dit bestand."),
    (b"PK\x03\x04\xff\xff\0\0", "Dit is geen CSV-bestand."),
    (b"Gemeente;Postcode\nGent;9000\n", "Er is geen kolom met de naam van de groep."),
    (b"x" * 1_000_001, "Dit bestand is te groot."),
]


def test_odd_file_is_refused_with_a_sentence(site):
    for data, sentence in ODD_FILES:
        answer, page = look(site, data)
        assert answer.status_code == 400
        summary = page.xpath("//div[contains(@class, 'gv-error-summary')]//a")[0]
        assert sentence in summary.text
        assert page.xpath(f"//*[@id='{summary.get('href')[1:]}']")


def test_what_a_cell_says_is_shown_as_text(site):
    odd = ("<script>alert(1)</script>", "<b>", "<i>Gent</i>", "Wonen")
    answer, page = look(site, write_sheet((*HEADINGS, "<u>x"), [(*odd, "y")]))
    assert "<script>alert" not in answer.text
    assert "“<b>” is geen van deze" in words(page)
    assert page.xpath("//li[normalize-space()='<u>x']")


def test_template_has_the_headings(site):
    answer = site.ask("secretariat", "GET", "groepen/import-template")
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert answer.content.startswith(b"\xef\xbb\xbfKenmerk;Naam;Soort vereniging;")
    assert "attachment" in answer.headers["Content-Disposition"]


@pytest.mark.parametrize("people", ["", "yes"])
def test_export_is_read_back_as_unchanged(rich, people):
    answer = export(rich, people=people)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cache-Control"] == "no-store"
    _answer, page = look(rich, answer.content)
    assert counted(page) == [0, 0, 6, 0]
    assert "Er valt niets in te lezen" in words(page)


def test_export_is_safe_to_open(rich):
    text = export(rich, people="yes").content.decode("utf-8-sig")
    assert "'=Actief" in text
    assert '"\'+32\r\n-streepje"' in text
    assert "'+32 1" in text


def test_people_are_in_the_export_only_when_asked_for(rich):
    without, with_people = export(rich), export(rich, people="yes")
    assert "Geheime" not in without.text
    assert "geheim@example.org" not in without.text
    sheet = read_sheet(text_of(with_people.content))
    at = sheet.headings.index("Contactpersoon")
    [row] = [row.cells for row in sheet.rows if row.cells[0] == "active"]
    assert row[at : at + 3] == ("Geheime Naam", "geheim@example.org", "+32 1")


def test_every_export_is_written_down_and_shown(rich):
    export(rich)
    export(rich, who="manager", people="yes")
    acts = [(act.what, act.count) for act in last_acts(rich.portal)]
    assert acts == [("groups_exported_with_people", 6), ("groups_exported", 6)]
    page = rich.page("secretariat", "groepen/export")
    rows = [words(row) for row in page.xpath("//tbody/tr")]
    assert rows[0].startswith("Groepen in een rekenblad gezet, met contactpersonen ")
    assert user_called("manager").getId() in rows[0] or address("manager") in rows[0]
    person_data = words(rich.page("secretariat", "person-data"))
    assert "Groepen in een rekenblad gezet, met contactpersonen" in person_data


def test_import_never_touches_people_or_takes_groups_away(rich):
    before = {*rich.portal.groepen.objectIds()}
    contacts = list(rich.portal.groepen.active.dossier.contacts)
    headings = ("Kenmerk", "Contactpersoon", "E-mail contactpersoon", "Opgericht in")
    row = ("active", "Iemand Anders", "anders@example.org", "2016")
    _answer, page = look(rich, write_sheet(headings, [row]))
    assert "Contactpersoon" in words(page)
    press(rich, page)
    assert rich.portal.groepen.active.founded == 2016
    assert rich.portal.groepen.active.dossier.contacts == contacts
    assert {*rich.portal.groepen.objectIds()} == before
