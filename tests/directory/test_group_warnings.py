"""What looks private in a profile, in three languages, and what does not."""

from gastvrij.directory.warnings import SENTENCES
from gastvrij.directory.warnings import warnings_about
from pathlib import Path

import json
import pytest
import time


# what is written, and what is found in it
PRIVATE = [
    ("phone", "Bel 0470 12 34 56.", "0470 12 34 56"),
    ("phone", "Tel. 09/225.12.34", "09/225.12.34"),
    ("phone", "Bel ons: +32 470 12 34 56", "+32 470 12 34 56"),
    ("phone", "appelez le 0032 2 512 34 56 !", "0032 2 512 34 56"),
    ("phone", "gsm:0470123456", "0470123456"),
    ("phone", "(0470/12.34.56)", "0470/12.34.56"),
    ("street", "We zijn in de Kerkstraat 12.", "Kerkstraat 12"),
    ("street", "kom naar kerkstraat 12b", "kerkstraat 12b"),
    ("street", "Koning Albertlaan 5 bus 3, 9000 Gent", "Koning Albertlaan 5"),
    ("street", "Grote Markt 1", "Grote Markt 1"),
    ("street", "Gentsesteenweg 1045, Molenbeek", "Gentsesteenweg 1045"),
    ("street", "Rue de la Loi 16", "Rue de la Loi 16"),
    ("street", "au 16, rue de la Loi", "16, rue de la Loi"),
    ("street", "12 Baker Street", "12 Baker Street"),
    ("mailbox", "Mail jan.peeters@gmail.com.", "jan.peeters@gmail.com"),
    ("mailbox", "fatima_elb@hotmail.be", "fatima_elb@hotmail.be"),
    ("mailbox", "peeters.jan@telenet.be", "peeters.jan@telenet.be"),
    ("mailbox", "an.de.smet@skynet.be en marie@buurt.be", "marie@buurt.be"),
    ("name", "Vragen? Jan Peeters helpt je.", "Jan Peeters"),
    ("name", "Bel Jan Peeters, of vraag Mia Claes.", "Jan Peeters"),
    ("name", "Fatima El Bakkali zit aan de tafel.", "Fatima El Bakkali"),
    ("name", "Onze voorzitter is Marie-Claire De Smet", "De Smet"),
    ("name", "Ahmad van der Linden", "Ahmad van der Linden"),
    ("name", "Vraag naar mevrouw Peeters.", "mevrouw Peeters"),
    ("name", "ask for Mr. Smith", "Mr. Smith"),
    ("name", "demandez Madame Dubois", "Madame Dubois"),
    ("name", "Vraag naar Fatima aan de balie.", "Fatima"),
    ("hour", "Elke dinsdag om 19 uur eten we samen.", "dinsdag om 19 uur"),
    ("hour", "Op woensdagavond vanaf 19u30.", "woensdagavond vanaf 19u30"),
    ("hour", "Om 14.30 uur op zaterdag", "14.30 uur op zaterdag"),
    ("hour", "zondagen, half elf", "zondagen, half elf"),
    ("hour", "maandag om acht uur", "maandag om acht uur"),
    ("hour", "Tous les mardis à 19h", "mardis à 19h"),
    ("hour", "chaque dimanche, 18 heures", "dimanche, 18 heures"),
    ("hour", "Every Tuesday at 7 pm", "Tuesday at 7 pm"),
    ("hour", "Fridays, 19:00", "Fridays, 19:00"),
]

# what may look like it and is not
FINE = [
    "Opgericht in 2015, op 28/10/2017 kwamen 120 mensen.",
    "Rekening BE68 5390 0754 7034, ondernemingsnummer 0403.019.261.",
    "Tussen 2015-2020 hielpen we 0 tot 100 gezinnen.",
    "9050 Ledeberg, 1000 Brussel",
    "Wie vier keer meehelpt, mag een fiets meenemen.",
    "Op het plein staan 20 kinderen, de weg is 12 km.",
    "Een Grote Markt is er ook.",
    "une place pour 20 personnes, rue calme",
    "Mail info@example.org of gastvrij.gent@gmail.com.",
    "welkom-gent@gmail.com, vrijwilligers.aalst@telenet.be, warmedrempel@example.org",
    "De Warme Drempel is een groep in Gent.",
    "Wij werken met het OCMW en met Vluchtelingenwerk Vlaanderen.",
    "De Sint-Jan Baptistkerk en het Jan Palfijn ziekenhuis liggen vlakbij.",
    "Wij spreken Nederlands, Frans en Engels.",
    "Elke dinsdag is er koffie.",
    "De les duurt 2 uur. We zien je op dinsdag.",
    "Elke woensdagnamiddag staat de thee klaar.",
    "Vanaf dinsdag 30.06.2026 zijn we dicht.",
    "Twee keer per week, één zaterdag per maand.",
    "Bel ons. Schrijf ons een mail.",
    "Half mei gaan we op zondag wandelen.",
    "In de Week van de Smaak koken we samen.",
    "Het Rode Kruis Vlaanderen",
    "Contact Vlaanderen",
    "zie https://example.org/kerkstraat",
]


@pytest.mark.parametrize(("kind", "text", "found"), PRIVATE)
def test_private_data_is_found(kind, text, found):
    warned = warnings_about({"text": text})
    assert any(each.kind == kind and found in each.words for each in warned), warned
    assert {each.field for each in warned} == {"text"}


@pytest.mark.parametrize("text", FINE)
def test_what_is_fine_is_left_alone(text):
    assert warnings_about({"text": text}) == []


def test_same_words_are_told_once_where_they_stand_first():
    text = "Bel 0470 12 34 56."
    warned = warnings_about({"description": text, "text": text + text})
    assert [(each.kind, each.field) for each in warned] == [("phone", "description")]


def test_every_kind_has_a_sentence_of_its_own():
    assert {kind for kind, *_ in PRIVATE} == SENTENCES.keys()
    assert len(set(SENTENCES.values())) == len(SENTENCES)


def test_profiles_of_the_demo_have_few_false_alarms():
    folder = Path(__file__).parents[2] / "profiles/demo/content"
    groups = [json.loads(path.read_text()) for path in folder.rglob("data.json")]
    profiles = [g for g in groups if g["@type"] == "MemberOrganisation"]
    found = [
        (group["id"], warned.kind, warned.words)
        for group in profiles
        for warned in warnings_about(
            {
                "description": group["description"],
                "text": group["text"]["data"],
                "how_to_reach": group["how_to_reach"] or "",
                "public_email": group["public_email"] or "",
            }
        )
    ]
    assert len(profiles) >= 12
    assert found == []


@pytest.mark.parametrize(
    "part", ["0 ", "0470 ", "Jan ", "Aa", "a.", "maandag ", "1 Aa "]
)
def test_long_text_takes_no_longer_than_its_length(part):
    begin = time.perf_counter()
    warnings_about({"text": part * 5_000})
    assert time.perf_counter() - begin < 3
