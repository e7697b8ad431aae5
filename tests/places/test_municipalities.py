"""The table of Belgian municipalities is whole, and former codes lead to today's."""

from collections import Counter
from gastvrij.places.municipalities import all_municipalities
from gastvrij.places.municipalities import former_municipalities
from gastvrij.places.municipalities import Municipality
from gastvrij.places.municipalities import municipality
from gastvrij.places.municipalities import successor
from gastvrij.places.provinces import PROVINCES
from gastvrij.places.provinces import REGIONS

import pytest


NIS_BEGINS_WITH = {
    "antwerpen": ("1",),
    "limburg": ("7",),
    "oost-vlaanderen": ("4",),
    "vlaams-brabant": ("23", "24"),
    "west-vlaanderen": ("3",),
    "henegouwen": ("5",),
    "luik": ("6",),
    "luxemburg": ("8",),
    "namen": ("9",),
    "waals-brabant": ("25",),
    "": ("21",),
}

MERGED = [
    # 1 January 2019
    ("12041", "Puurs-Sint-Amands", ["12030", "12034"]),
    ("44083", "Deinze", ["44011", "44049"]),
    ("44084", "Aalter", ["44001", "44029"]),
    ("44085", "Lievegem", ["44036", "44072", "44080"]),
    ("45068", "Kruisem", ["45017", "45057"]),
    ("72042", "Oudsbergen", ["71047", "72040"]),
    ("72043", "Pelt", ["72025", "72029"]),
    # 1 January 2025
    ("11002", "Antwerpen", ["11007"]),
    ("23106", "Pajottegem", ["23023", "23024", "23032"]),
    ("37021", "Wingene", ["37012", "37018"]),
    ("37022", "Tielt", ["37007", "37015"]),
    ("44086", "Nazareth-De Pinte", ["44012", "44048"]),
    ("44087", "Lochristi", ["44034", "44073"]),
    ("44088", "Merelbeke-Melle", ["44040", "44043"]),
    ("46029", "Lokeren", ["44045", "46014"]),
    ("46030", "Beveren-Kruibeke-Zwijndrecht", ["11056", "46003", "46013"]),
    ("71071", "Tessenderlo-Ham", ["71057", "71069"]),
    ("71072", "Hasselt", ["71022", "73040"]),
    ("73110", "Bilzen-Hoeselt", ["73006", "73032"]),
    ("73111", "Tongeren-Borgloon", ["73009", "73083"]),
    ("82039", "Bastenaken", ["82003", "82005"]),
]

RENUMBERED = [
    ("51067", "Edingen", ["55010"]),
    ("51068", "Opzullik", ["55039"]),
    ("51069", "Lessen", ["55023"]),
    ("55085", "Seneffe", ["52063"]),
    ("55086", "Manage", ["52043"]),
    ("57096", "Moeskroen", ["54007"]),
    ("57097", "Komen-Waasten", ["54010"]),
    ("58001", "La Louvière", ["55022"]),
    ("58002", "Binche", ["56011"]),
    ("58003", "Estinnes", ["56085"]),
    ("58004", "Morlanwelz", ["56087"]),
]


def test_municipalities_number_per_region() -> None:
    """565 since 1 January 2025."""
    found = Counter(each.region for each in all_municipalities())
    assert found == {"flanders": 285, "wallonia": 261, "brussels": 19}
    assert set(found) == set(REGIONS)


def test_municipalities_number_per_province() -> None:
    """Every province has its municipalities, and Brussels is in none."""
    found = Counter(each.province for each in all_municipalities())
    assert found == {
        "antwerpen": 67,
        "limburg": 38,
        "oost-vlaanderen": 55,
        "vlaams-brabant": 63,
        "west-vlaanderen": 62,
        "henegouwen": 69,
        "luik": 84,
        "luxemburg": 43,
        "namen": 38,
        "waals-brabant": 27,
        "": 19,
    }
    assert set(found) == {*PROVINCES, ""}


def test_municipalities_of_brussels_are_in_no_province() -> None:
    """No province means Brussels, and Brussels means no province."""
    without_province = {each for each in all_municipalities() if not each.province}
    in_brussels = {each for each in all_municipalities() if each.region == "brussels"}
    assert without_province == in_brussels


def test_municipalities_have_their_own_code_of_five_digits() -> None:
    """The code is what tells municipalities apart."""
    codes = [each.nis for each in all_municipalities()]
    assert len(set(codes)) == len(codes)
    assert [each for each in codes if len(each) != 5 or not each.isdecimal()] == []


def test_municipalities_have_a_code_of_their_province() -> None:
    """The first digits of a code tell the province."""
    astray = [
        each
        for each in all_municipalities()
        if not each.nis.startswith(NIS_BEGINS_WITH[each.province])
    ]
    assert astray == []


@pytest.mark.parametrize("language", ["nl", "fr"])
def test_municipalities_have_their_own_name(language: str) -> None:
    """The vocabulary shows the name alone, so it has to tell them apart."""
    names = [getattr(each, f"name_{language}") for each in all_municipalities()]
    assert [name for name, times in Counter(names).items() if times > 1] == []
    assert [name for name in names if name != name.strip() or not name] == []


def test_municipalities_come_by_dutch_name_accents_aside() -> None:
    """A person finds 's-Gravenbrakel under the s and Hélécine between its like."""
    names = [each.name_nl for each in all_municipalities()]
    assert names[0] == "Aalst"
    assert names[-1] == "Zwevegem"
    around = names.index("Hélécine")
    assert names[around - 1 : around + 2] == [
        "Heist-op-den-Berg",
        "Hélécine",
        "Hemiksem",
    ]
    assert names.index("Rumst") < names.index("'s-Gravenbrakel") < names.index("Zele")


def test_municipality_tells_names_province_and_region() -> None:
    """By today's code."""
    assert municipality("62063") == Municipality(
        nis="62063",
        name_nl="Luik",
        name_fr="Liège",
        province="luik",
        region="wallonia",
    )


@pytest.mark.parametrize(
    ("former", "name"),
    [
        ("12030", "Puurs-Sint-Amands"),
        ("71022", "Hasselt"),
        ("73083", "Tongeren-Borgloon"),
    ],
)
def test_municipality_with_a_former_code_is_the_one_of_today(
    former: str, name: str
) -> None:
    """What was stored before a merger can still be shown."""
    assert municipality(former).name_nl == name


@pytest.mark.parametrize("unknown", ["99999", "00000", "", "Gent"])
def test_municipality_refuses_what_never_was_a_code(unknown: str) -> None:
    """Nothing is guessed."""
    with pytest.raises(KeyError):
        municipality(unknown)


@pytest.mark.parametrize(("current", "name", "former"), MERGED + RENUMBERED)
def test_successor_leads_to_the_municipality_of_today(
    current: str, name: str, former: list[str]
) -> None:
    """Whoever merged or was given another code is found under the new one."""
    assert municipality(current).name_nl == name
    assert {successor(nis) for nis in former} == {current}


def test_former_municipalities_have_the_name_they_had() -> None:
    """So that who still uses it is understood."""
    former = former_municipalities()
    assert ("Zwijndrecht", "46030") in former
    assert ("Puurs", "12041") in former
    assert len(former) == sum(len(codes) for _nis, _name, codes in MERGED + RENUMBERED)


def test_former_codes_are_no_longer_present() -> None:
    """A code leads away from itself or is one of today, never both."""
    former = {nis for _current, _name, codes in MERGED + RENUMBERED for nis in codes}
    assert former & {each.nis for each in all_municipalities()} == set()


def test_successor_of_a_current_code_is_itself() -> None:
    """So that a caller need not know whether a code is former."""
    codes = [each.nis for each in all_municipalities()]
    assert [successor(nis) for nis in codes] == codes


@pytest.mark.parametrize("unknown", ["00000", "", "9999"])
def test_successor_refuses_what_never_was_a_code(unknown: str) -> None:
    """An unknown code is no municipality of ours."""
    with pytest.raises(KeyError):
        successor(unknown)
