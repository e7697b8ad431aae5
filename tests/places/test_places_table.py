"""The table of places is whole, and places lie where they lie."""

from collections import Counter
from gastvrij.places.distance import kilometres
from gastvrij.places.lookup import centre
from gastvrij.places.lookup import centre_of_code
from gastvrij.places.lookup import places
from gastvrij.places.municipalities import all_municipalities
from gastvrij.places.table import all_places

import pytest


# code, name, municipality, NIS code, latitude and longitude to a hundredth of a degree
KNOWN = [
    ("1000", "Brussel", "Brussel", "21004", 50.85, 4.35),
    ("1020", "Laken", "Brussel", "21004", 50.88, 4.35),
    ("1070", "Anderlecht", "Anderlecht", "21001", 50.84, 4.31),
    ("1080", "Sint-Jans-Molenbeek", "Sint-Jans-Molenbeek", "21012", 50.85, 4.31),
    ("1150", "Sint-Pieters-Woluwe", "Sint-Pieters-Woluwe", "21019", 50.83, 4.44),
    ("1500", "Halle", "Halle", "23027", 50.73, 4.23),
    ("1570", "Galmaarden", "Pajottegem", "23106", 50.75, 3.97),
    ("1640", "Sint-Genesius-Rode", "Sint-Genesius-Rode", "23101", 50.75, 4.36),
    ("1700", "Dilbeek", "Dilbeek", "23016", 50.85, 4.26),
    ("1910", "Berg", "Kampenhout", "23038", 50.93, 4.54),
    ("2040", "Lillo", "Antwerpen", "11002", 51.30, 4.29),
    ("2060", "Antwerpen", "Antwerpen", "11002", 51.23, 4.42),
    ("2070", "Zwijndrecht", "Beveren-Kruibeke-Zwijndrecht", "46030", 51.22, 4.33),
    ("2140", "Borgerhout", "Antwerpen", "11002", 51.21, 4.44),
    ("2150", "Borsbeek", "Antwerpen", "11002", 51.20, 4.49),
    ("2300", "Turnhout", "Turnhout", "13040", 51.32, 4.94),
    ("2387", "Baarle-Hertog", "Baarle-Hertog", "13002", 51.44, 4.93),
    ("2800", "Mechelen", "Mechelen", "12025", 51.03, 4.48),
    ("2970", "'s-Gravenwezel", "Schilde", "11039", 51.26, 4.56),
    ("3000", "Leuven", "Leuven", "24062", 50.88, 4.70),
    ("3404", "Attenhoven", "Landen", "24059", 50.77, 5.09),
    ("3500", "Hasselt", "Hasselt", "71072", 50.93, 5.34),
    ("3600", "Genk", "Genk", "71016", 50.97, 5.50),
    ("3640", "Ophoven", "Kinrooi", "72018", 51.13, 5.80),
    ("3700", "Tongeren", "Tongeren-Borgloon", "73111", 50.78, 5.46),
    ("3720", "Kortessem", "Hasselt", "71072", 50.86, 5.39),
    ("3798", "'s-Gravenvoeren", "Voeren", "73109", 50.76, 5.76),
    ("3910", "Neerpelt", "Pelt", "72043", 51.23, 5.44),
    ("8000", "Brugge", "Brugge", "31005", 51.21, 3.22),
    ("8400", "Oostende", "Oostende", "35013", 51.22, 2.93),
    ("8500", "Kortrijk", "Kortrijk", "34022", 50.83, 3.26),
    ("8670", "Koksijde", "Koksijde", "38014", 51.12, 2.64),
    ("8900", "Ieper", "Ieper", "33011", 50.85, 2.89),
    ("8957", "Mesen", "Mesen", "33016", 50.77, 2.90),
    ("9000", "Gent", "Gent", "44021", 51.05, 3.72),
    ("9040", "Sint-Amandsberg", "Gent", "44021", 51.06, 3.75),
    ("9050", "Gentbrugge", "Gent", "44021", 51.04, 3.77),
    ("9050", "Ledeberg", "Gent", "44021", 51.04, 3.74),
    ("9090", "Melle", "Merelbeke-Melle", "44088", 51.00, 3.81),
    ("9100", "Sint-Niklaas", "Sint-Niklaas", "46021", 51.17, 4.14),
    ("9120", "Melsele", "Beveren-Kruibeke-Zwijndrecht", "46030", 51.22, 4.28),
    ("9300", "Aalst", "Aalst", "41002", 50.94, 4.04),
    ("9600", "Ronse", "Ronse", "45041", 50.75, 3.60),
    ("9810", "Nazareth", "Nazareth-De Pinte", "44086", 50.96, 3.59),
    ("4000", "Luik", "Luik", "62063", 50.63, 5.57),
    ("4780", "Sankt Vith", "Sankt Vith", "63067", 50.28, 6.13),
    ("5000", "Namen", "Namen", "92094", 50.47, 4.87),
    ("6000", "Charleroi", "Charleroi", "52011", 50.41, 4.44),
    ("6600", "Bastenaken", "Bastenaken", "82039", 50.00, 5.72),
    ("7000", "Bergen", "Bergen", "53053", 50.45, 3.95),
]


def test_places_have_every_postal_code_per_region() -> None:
    """541 codes of GeoNames in Flanders and Brussels, and two of business parks."""
    found = {(each.region, each.postal_code) for each in all_places()}
    assert Counter(region for region, _code in found) == {
        "flanders": 521,
        "brussels": 22,
        "wallonia": 606,
    }
    codes = {code for region, code in found if region != "wallonia"}
    assert len(codes - {"1804", "1931"}) == 541


def test_places_have_every_municipality() -> None:
    """Each has a postal code, and only municipalities of today have one."""
    assert {each.nis for each in all_places()} == {
        each.nis for each in all_municipalities()
    }


def test_places_in_brussels_are_in_no_province() -> None:
    """And everywhere else they are in one."""
    assert {each.region for each in all_places() if not each.province} == {"brussels"}
    assert all(each.province for each in all_places() if each.region != "brussels")


def test_places_are_listed_once() -> None:
    """A code and a name say which."""
    listed = Counter((each.postal_code, each.name) for each in all_places())
    assert [each for each, times in listed.items() if times > 1] == []


def test_places_have_names_that_differ_from_their_other_names() -> None:
    """And none is empty."""
    for each in all_places():
        names = [each.name, *each.other_names]
        assert len(set(names)) == len(names), each
        assert [name for name in names if not name or name != name.strip()] == [], each


@pytest.mark.parametrize(("code", "name", "home", "nis", "lat", "lon"), KNOWN)
def test_place_is_where_it_is(
    code: str, name: str, home: str, nis: str, lat: float, lon: float
) -> None:
    """Within a kilometre, in the municipality of today."""
    [found] = [
        each for each in all_places() if (each.postal_code, each.name) == (code, name)
    ]
    assert (found.municipality, found.nis) == (home, nis)
    assert kilometres(found.lat, found.lon, lat, lon) < 1
    assert found in places(f"{code} {name}")


def test_places_of_a_municipality_lie_together() -> None:
    """None was put at the other end of the country; Antwerp is 21 km long."""
    far = [
        each
        for each in all_places()
        if kilometres(each.lat, each.lon, *centre(each.nis)) > 17
    ]
    assert far == []


@pytest.mark.parametrize(
    ("nis", "lat", "lon"),
    [
        ("44021", 51.05, 3.72),
        ("73083", 50.79, 5.43),  # Tongeren until 2024: now Tongeren-Borgloon
        ("21004", 50.85, 4.35),
    ],
)
def test_centre_is_the_main_place_or_amid_them_all(
    nis: str, lat: float, lon: float
) -> None:
    """Former codes lead to the municipality of today."""
    assert kilometres(*centre(nis), lat, lon) < 3


def test_centre_refuses_what_never_was_a_code() -> None:
    """Nothing is guessed."""
    with pytest.raises(KeyError):
        centre("99999")


def test_centre_of_code_is_amid_its_places() -> None:
    """Between Gentbrugge and Ledeberg."""
    assert centre_of_code("9050") == (51.0378, 3.7549)
    assert centre_of_code("8900") == (50.8511, 2.8857)
    assert centre_of_code("9999") is None


def test_kilometres_are_those_of_the_map() -> None:
    """Gent to Antwerpen is 51 km as the crow flies."""
    assert round(kilometres(51.05, 3.7167, 51.2205, 4.4003)) == 51
    assert kilometres(51.05, 3.7167, 51.05, 3.7167) == 0
