"""What a spreadsheet would do with the groups is told row by row, then done."""

from datetime import date
from datetime import datetime
from datetime import UTC
from gastvrij.directory.columns import column_called
from gastvrij.directory.columns import COLUMNS
from gastvrij.directory.give_out import headings
from gastvrij.directory.give_out import template
from gastvrij.directory.organisation import IMemberOrganisation
from gastvrij.directory.spreadsheet import MOST_ROWS
from gastvrij.directory.spreadsheet import read_sheet
from gastvrij.directory.spreadsheet import text_of
from gastvrij.directory.spreadsheet import write_sheet
from gastvrij.directory.take_in import plan_of
from gastvrij.directory.taking_in import carry_out
from gastvrij.values.refusal import Refused
from groups import ANTWERP
from groups import DEINZE
from groups import GENT
from groups import make_group
from groups import values
from plone import api
from time import perf_counter
from zope.i18n import translate
from zope.schema import getFields

import pytest


@pytest.fixture
def directory(portal):
    """The directory with one group that has everything; the test is the secretariat."""
    make_group(
        portal,
        "De Warme Drempel",
        legal_form="feitelijke_vereniging",
        enterprise_number="0123.456.749",
        member_since=date(2017, 3, 1),
        municipality=GENT,
        location_precision="address",
        postal_code="9050",
        street="Kerkstraat 1",
        description="-buren\r\nhelpen; buren",
        activities=["housing", "material_aid"],
        languages=["nl", "ar", "ti"],
        service_area=[GENT, DEINZE],
        founded=2015,
        recruiting="yes",
        recruiting_until=date(2030, 12, 31),
        public_email="warm@example.org",
        website="https://example.org/?a=1;b=2",
        social_media=["https://example.org/a", "https://example.org/b"],
        how_to_reach="=bel eerst",
        accessibility="'t Is gelijkvloers",
    )
    make_group(portal, "Kale Groep")
    with api.env.adopt_roles(["Secretariat"]):
        yield portal.groepen


def plan(directory, headings, *rows):
    """Look at a table that was saved and read."""
    sheet = read_sheet(text_of(write_sheet(headings, rows)))
    return plan_of(sheet, directory, "nl")


def do(found, directory):
    """Do what a plan says."""
    carry_out(found, directory, "somebody", datetime(2026, 3, 1, tzinfo=UTC))


def told(line):
    """Tell what would happen with a row, in Dutch."""
    say = lambda text: translate(text, target_language="nl")  # noqa: E731
    changes = [(say(each.heading), each.old, each.new) for each in line.row.changes]
    refusals = [(say(each.heading), say(each.sentence)) for each in line.row.refusals]
    return line.kind, refusals or changes


NEW = ("Naam", "Soort vereniging", "Gemeente", "Activiteiten")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_headings_are_their_own_and_known(language):
    ours = [column.heading_in(language) for column in COLUMNS]
    assert len({*headings(language, with_people=True)}) == len(COLUMNS) + 8
    assert [column_called(heading) for heading in ours] == list(COLUMNS)
    assert [column_called(f" {heading.upper()} ") for heading in ours] == list(COLUMNS)
    assert text_of(template(language)).strip().split(";") == ours


def test_columns_are_fields_that_hold_what_their_cells_say():
    fields = getFields(IMemberOrganisation)
    names = {column.name for column in COLUMNS} - {"id"}
    assert names <= {*fields}
    left = {"text", "image", "image_alt", "needs", "summaries", "confirmed_on"}
    assert {*fields} - names == left


def test_other_words_for_a_column_are_no_other_column():
    called = [word for column in COLUMNS for word in (column.name, *column.also)]
    for column in COLUMNS:
        for word in (column.name, *column.also):
            assert column_called(word) == column
    assert len({*called}) == len(called)


def test_new_group_is_told_and_made_a_draft(directory):
    found = plan(
        directory,
        (*NEW, "Lid sinds", "Talen", "Actief in", "Opgericht in"),
        (
            "Nieuw Begin",
            "VZW",
            "8900",
            "wonen; Werk",
            "1/3/2019",
            "arabisch, nl",
            "Mons",
            "2018",
        ),
    )
    [line] = found.lines
    assert (line.kind, line.number, line.name) == ("new", 2, "Nieuw Begin")
    do(found, directory)
    group = directory["nieuw-begin"]
    assert api.content.get_state(group) == "draft"
    assert (group.title, group.legal_form, group.municipality) == (
        "Nieuw Begin",
        "vzw",
        "33011",
    )
    assert (group.activities, group.member_since) == (
        ["housing", "work"],
        date(2019, 3, 1),
    )
    assert (group.languages, group.service_area) == (["ar", "nl"], ["53053"])
    assert (group.founded, group.location_precision) == (2018, "municipality")
    assert "dossier" in group
    [brain] = directory.portal_catalog.unrestrictedSearchResults(getId="nieuw-begin")
    assert (brain.municipality, brain.review_state) == ("33011", "draft")


def test_known_group_is_changed_where_cells_say_so(directory):
    found = plan(
        directory,
        ("Kenmerk", "Naam", "Gemeente", "Talen", "Website", "Opgericht in"),
        (
            "de-warme-drempel",
            "De Warme Drempels",
            "Deinze",
            "Arabisch; Nederlands",
            "",
            "-",
        ),
    )
    assert told(found.lines[0]) == (
        "changed",
        [
            ("Naam", "De Warme Drempel", "De Warme Drempels"),
            ("Gemeente", "Gent", "Deinze"),
            ("Talen", "Nederlands; Arabisch; Tigrinya", "Arabisch; Nederlands"),
            ("Opgericht in", "2015", ""),
        ],
    )
    do(found, directory)
    group = directory["de-warme-drempel"]
    assert (group.title, group.municipality, group.founded) == (
        "De Warme Drempels",
        DEINZE,
        None,
    )
    assert group.website == "https://example.org/?a=1;b=2"
    [brain] = directory.portal_catalog.unrestrictedSearchResults(getId=group.id)
    assert (brain.Title, brain.municipality) == ("De Warme Drempels", DEINZE)


def test_group_is_known_by_its_name_however_written(directory):
    [line] = plan(directory, ("Naam", "Gemeente"), ("de  WARME drempel", "Gent")).lines
    assert told(line) == ("changed", [("Naam", "De Warme Drempel", "de WARME drempel")])
    [line] = plan(directory, ("Naam", "Gemeente"), ("De Warme Drempel", "Gand")).lines
    assert told(line) == ("unchanged", [])


REFUSED = [
    (("", "vzw", "Gent", "Wonen"), [("Naam", "Een nieuwe groep heeft dit nodig.")]),
    (
        ("X", "", "", ""),
        [
            ("Soort vereniging", "Een nieuwe groep heeft dit nodig."),
            ("Gemeente", "Een nieuwe groep heeft dit nodig."),
            ("Activiteiten", "Een nieuwe groep heeft dit nodig."),
        ],
    ),
    (
        ("X", "vzw", "Atlantis", "Wonen"),
        [("Gemeente", "We kennen de gemeente “Atlantis” niet.")],
    ),
    (
        ("X", "vzw", "1040", "Wonen"),
        [
            (
                "Gemeente",
                "“1040” kan op verschillende plaatsen liggen: 1040 Brussel, 1040"
                " Etterbeek.",
            )
        ],
    ),
    (
        ("X\x07", "vzw", "Gent", "Wonen"),
        [("Naam", "In deze cel staat een onzichtbaar teken. Typ ze opnieuw.")],
    ),
]


@pytest.mark.parametrize(("row", "refusals"), REFUSED)
def test_wrong_cells_are_named_with_the_reason(directory, row, refusals):
    [line] = plan(directory, NEW, row).lines
    assert told(line) == ("refused", refusals)


ODD = [
    (
        "Lid sinds",
        "31/02/2020",
        "“31/02/2020” is geen datum. Schrijf het zo: 31/12/2026.",
    ),
    ("Lid sinds", "43831", "“43831” is geen datum. Schrijf het zo: 31/12/2026."),
    ("Opgericht in", "lang geleden", "“lang geleden” is geen getal."),
    (
        "Opgericht in",
        "1200",
        "Geef een jaartal van vier cijfers dat niet in de toekomst ligt.",
    ),
    ("Talen", "Klingon", "We kennen de taal “Klingon” niet."),
    ("Activiteiten", "Vissen", None),
    ("Activiteiten", "-", "Dit is een verplicht veld."),
    ("Naam", "-", None),
    ("Naam", "x" * 121, None),
    ("In het kort", "x" * 241, None),
    ("Website", "javascript:alert(1)", None),
    ("Openbaar e-mailadres", "geen adres", None),
    ("Ondernemingsnummer", "123", None),
    (
        "Zoekt vrijwilligers tot",
        "1/1/2030",
        "Laat de datum leeg, tenzij jullie vrijwilligers zoeken.",
    ),
    ("Actief in", "Gent; Atlantis", "We kennen de gemeente “Atlantis” niet."),
]


@pytest.mark.parametrize(("heading", "cell", "sentence"), ODD)
def test_odd_cell_of_a_known_group_is_refused(directory, heading, cell, sentence):
    headings = ("Kenmerk", heading)
    [line] = plan(directory, headings, ("kale-groep", cell)).lines
    kind, [(named, said)] = told(line)
    assert (kind, named) == ("refused", heading)
    assert sentence in (said, None)
    assert said


def test_rows_that_are_not_clear_are_refused(directory, portal):
    make_group(portal, "Dubbel")
    with api.env.adopt_roles(["Manager"]):
        api.content.create(
            directory, "MemberOrganisation", id="dubbel-2", title="Dubbel", **values()
        )
    found = plan(
        directory,
        ("Kenmerk", "Naam"),
        ("", "Dubbel"),
        ("dubbel-2", "Dubbel"),
        ("bestaat-niet", "X"),
        ("kale-groep", ""),
        ("", "Kale groep"),
        ("view", "X"),
    )
    said = [told(line) for line in found.lines]
    assert [kind for kind, _why in said] == [
        "refused",
        "unchanged",
        "refused",
        "unchanged",
        "refused",
        "refused",
    ]
    assert said[0][1][0][1] == "Verschillende groepen heten zo. Vul ook het kenmerk in."
    assert said[4][1][0][1] == "Een rij hierboven gaat over dezelfde groep."


def test_row_with_more_cells_than_headings_is_refused(directory):
    [line] = plan(directory, ("Naam", "Website"), ("X", "https://x.be", "y")).lines
    assert told(line)[0] == "refused"


@pytest.mark.parametrize(
    ("headings", "sentence"),
    [
        (("Gemeente", "Postcode"), "error_sheet_no_names"),
        (("Naam", "Gemeente", "stad"), "error_sheet_twice"),
    ],
)
def test_table_of_which_nothing_can_be_done_is_refused(directory, headings, sentence):
    with pytest.raises(Refused) as refused:
        plan(directory, headings, ("x", "y", "z"))
    assert refused.value.doc() == sentence


def test_columns_that_we_do_not_know_are_told(directory):
    found = plan(
        directory, ("Naam", "Opmerking", "Toestand", ""), ("Kale Groep", "x", "y")
    )
    assert (found.unknown, found.left_alone) == (("Opmerking",), ("Toestand",))
    assert told(found.lines[0]) == ("unchanged", [])


def test_place_is_kept_only_as_far_as_visitors_may_see_it(directory):
    headings = (*NEW, "Postcode", "Straat en nummer")
    found = plan(directory, headings, ("X", "vzw", "", "Wonen", "9050", "Huis 1"))
    [line] = found.lines
    assert line.kind == "new"
    assert line.row.not_kept == ["sheet_postal_code", "sheet_street"]
    do(found, directory)
    group = directory["x"]
    assert (group.municipality, group.postal_code, group.street) == (GENT, None, None)


def test_place_is_taken_away_where_visitors_may_see_less(directory):
    found = plan(
        directory,
        ("Kenmerk", "Wat bezoekers zien"),
        ("de-warme-drempel", "municipality"),
    )
    assert told(found.lines[0])[1][1:] == [
        ("Postcode", "9050", ""),
        ("Straat en nummer", "Kerkstraat 1", ""),
    ]


def test_group_called_as_a_page_gets_another_name_in_its_address(directory):
    found = plan(directory, NEW, ("Import", "vzw", "Gent", "Wonen"))
    do(found, directory)
    [name] = [each.getId() for each in directory.values() if each.title == "Import"]
    assert name != "import"


def test_mark_tells_plans_apart(directory):
    rows = [("kale-groep", "2015")]
    headings = ("Kenmerk", "Opgericht in")
    mark = plan(directory, headings, *rows).mark
    assert plan(directory, headings, *rows).mark == mark
    assert plan(directory, headings, ("kale-groep", "2016")).mark != mark
    directory["kale-groep"].founded = 2014
    assert plan(directory, headings, *rows).mark != mark


def test_full_file_takes_a_few_seconds_to_look_at(directory):
    rows = [(f"Groep {n}", "vzw", "Gent", "Wonen; Werk") for n in range(MOST_ROWS)]
    started = perf_counter()
    assert plan(directory, NEW, *rows).count("new") == MOST_ROWS
    assert perf_counter() - started < 20


def test_antwerp_is_antwerp_in_either_language(directory):
    for name in ("Antwerpen", "Anvers", "Antwerp", ANTWERP, "2060"):
        [line] = plan(directory, NEW, ("X", "vzw", name, "Wonen")).lines
        assert line.row.values["municipality"] == ANTWERP
