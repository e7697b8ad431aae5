"""What people type leads to the municipality they mean, and nonsense to none."""

from gastvrij.places.lookup import places
from gastvrij.places.lookup import Spot
from gastvrij.places.lookup import spots
from gastvrij.places.municipalities import former_municipalities
from gastvrij.places.table import all_places
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from time import perf_counter

import pytest


MEANT = [
    ("9050", ["9050 Gent"]),
    ("B-9050", ["9050 Gent"]),
    ("be 9050", ["9050 Gent"]),
    ("٩٠٥٠", ["9050 Gent"]),
    ("9050\N{ZERO WIDTH SPACE}", ["9050 Gent"]),
    ("Ledeberg", ["9050 Ledeberg (Gent)"]),
    ("9050 ledeberg", ["9050 Ledeberg (Gent)"]),
    (" 9050  LEDEBERG ", ["9050 Ledeberg (Gent)"]),
    ("Gent (Ledeberg)", ["9050 Ledeberg (Gent)"]),
    ("Ledeberg, Gent", ["9050 Ledeberg (Gent)"]),
    ("ledeberg gent", ["9050 Ledeberg (Gent)"]),
    ("Dorpsstraat 12, 9050 Ledeberg", ["9050 Ledeberg (Gent)"]),
    ("9050 Gent", ["9050 Gent"]),
    ("Gent", ["9000 Gent"]),
    ("Gand", ["9000 Gent"]),
    ("Ghent", ["9000 Gent"]),
    ("1000", ["1000 Brussel"]),
    ("1000 Bruxelles", ["1000 Brussel"]),
    ("Brussels", ["Brussel"]),
    ("Ixelles", ["1050 Elsene"]),
    ("Laeken", ["1020 Laken (Brussel)"]),
    ("molenbeek saint jean", ["1080 Sint-Jans-Molenbeek"]),
    ("st-niklaas", ["9100 Sint-Niklaas"]),
    ("St. Niklaas", ["9100 Sint-Niklaas"]),
    ("SINTNIKLAAS", ["9100 Sint-Niklaas"]),
    ("Luik", ["Luik"]),
    ("Liège", ["Luik"]),
    ("LIEGE", ["Luik"]),
    ("luik", ["Luik"]),
    ("4000", ["4000 Luik"]),
    ("5000", ["5000 Namen"]),
    ("Namur", ["5000 Namen"]),
    ("Mons", ["7000 Bergen"]),
    ("Ieper", ["8900 Ieper"]),
    ("Ypres", ["8900 Ieper"]),
    ("8900", ["8900 Ieper"]),
    ("Courtrai", ["8500 Kortrijk"]),
    ("'s-Gravenwezel", ["2970 's-Gravenwezel (Schilde)"]),
    ("\N{RIGHT SINGLE QUOTATION MARK}s gravenwezel", ["2970 's-Gravenwezel (Schilde)"]),
    ("Sint Job in t Goor", ["2960 Sint-Job-in-'t-Goor (Brecht)"]),
    ("O.L.V.-Waver", ["2861 Onze-Lieve-Vrouw-Waver (Sint-Katelijne-Waver)"]),
    ("Antwerpen", ["Antwerpen"]),
    ("2060 Antwerpen", ["2060 Antwerpen"]),
    # mergers: old municipalities are still places
    ("Tongeren", ["3700 Tongeren (Tongeren-Borgloon)"]),
    ("Meulebeke", ["8760 Meulebeke (Tielt)"]),
    ("Zwijndrecht", ["2070 Zwijndrecht (Beveren-Kruibeke-Zwijndrecht)"]),
    ("Meeuwen-Gruitrode", ["3670 Meeuwen-Gruitrode (Oudsbergen)"]),
    ("Pajottegem", ["Pajottegem"]),
    ("Merelbeke-Melle", ["Merelbeke-Melle"]),
    # several municipalities: the choice is theirs
    ("Aalst", ["9300 Aalst", "3800 Aalst (Sint-Truiden)"]),
    ("Haren", ["1130 Haren (Brussel)", "Haren (Tongeren-Borgloon)"]),
    ("1040", ["1040 Brussel", "1040 Etterbeek"]),
    # contradictions: what the code says first, and what the name says
    ("9050 Antwerpen", ["9050 Gent", "Antwerpen"]),
    ("9999 Gent", ["9000 Gent"]),
    ("9050 Nergenshuizen", ["9050 Gent"]),
    # beginnings and slips, where nothing is exact
    ("oostend", ["8400 Oostende"]),
    ("Kortrik", ["8500 Kortrijk"]),
    ("Kortirjk", ["8500 Kortrijk"]),
    ("9050 Ledebrg", ["9050 Ledeberg (Gent)"]),
]

NONSENSE = [
    "",
    " ",
    "9999",
    "0000",
    "99050",
    "ABCD",
    "abcdefgh",
    "Nergenshuizen",
    "sint",
    "b",
    "x" * 5000,
    "9050 " * 1000,
    "9" * 5000,
    "\0",
    "\0" * 100,
    "\N{GRINNING FACE}",
    "\N{ZERO WIDTH SPACE}",
    "\N{RIGHT-TO-LEFT OVERRIDE}",
    "\ud800",
    "()(),,;;",
    "<script>alert(1)</script>",
    "%00",
    "../../etc/passwd",
]


@pytest.mark.parametrize(("text", "labels"), MEANT)
def test_spots_are_what_people_mean(text: str, labels: list[str]) -> None:
    """One per municipality, best first."""
    assert [each.label for each in spots(text)] == labels


@pytest.mark.parametrize("text", NONSENSE)
def test_spots_are_none_for_nonsense(text: str) -> None:
    """Never an error."""
    assert spots(text) == ()
    assert places(text) == []


def test_spot_tells_where() -> None:
    """The municipality, and where in it."""
    assert spots("Ledeberg") == (
        Spot(
            nis="44021",
            label="9050 Ledeberg (Gent)",
            query="9050 Ledeberg (Gent)",
            lat=51.0386,
            lon=3.7446,
            region="flanders",
        ),
    )


def test_places_of_a_code_are_all_that_share_it() -> None:
    """The one that names the municipality first."""
    assert [each.name for each in places("8900")] == [
        "Ieper",
        "Brielen",
        "Dikkebus",
        "Sint-Jan",
    ]


def test_every_postal_code_resolves() -> None:
    """And a code leads to itself."""
    codes = {each.postal_code for each in all_places()}
    for code in codes:
        assert {each.postal_code for each in places(code)} == {code}


def test_every_spot_has_words_that_mean_only_itself() -> None:
    """Whatever was typed: a code, a name, both, a beginning, a former municipality."""
    texts = {name for name, _nis in former_municipalities()}
    for each in all_places():
        texts |= {each.postal_code, each.name, *each.other_names, each.municipality}
        texts |= {f"{each.postal_code} {each.name}", each.name[:5]}
    unclear = {
        (text, each.label)
        for text in texts
        for each in spots.__wrapped__(text)
        if spots(each.query) != (each,)
    }
    assert unclear == set()


@given(st.text(max_size=200))
@settings(deadline=None)
def test_places_never_fail(text: str) -> None:
    """Any text at all; what is found can be asked again."""
    for each in spots(text):
        assert spots(each.query) == (each,)


@given(
    st.sampled_from(all_places()), st.sampled_from([str.upper, str.lower, str.title])
)
def test_places_are_found_by_code_and_name_however_written(place, write) -> None:
    """Capitals, hyphens and spaces do not matter."""
    assert place in places(write(f" {place.postal_code}  {place.name} "))
    assert place in places(write(place.name.replace("-", " ")))


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyzéè'- (),0123456789", max_size=100))
@settings(deadline=None, max_examples=200)
def test_places_take_little_time(text: str) -> None:
    """A hundredth of a second on a machine that is busy with other things."""
    started = perf_counter()
    places(text)
    assert perf_counter() - started < 0.25


def test_long_texts_take_no_longer_than_their_length() -> None:
    """Five million characters are looked at once, at most."""
    started = perf_counter()
    assert spots.__wrapped__("9050 Ledeberg " * 400_000) == ()
    assert perf_counter() - started < 0.5
