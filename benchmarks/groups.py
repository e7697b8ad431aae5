"""Fictional groups to measure with: the same for our site and for Wagtail's.

Usage: groups.py NUMBER FILE writes them as JSON. They are the same every time.
"""

from gastvrij.directory.vocabularies import ACTIVITIES
from gastvrij.places.lookup import centre
from gastvrij.places.municipalities import all_municipalities
from pathlib import Path
from random import Random
from typing import Any

import json
import sys


WORDS = [
    "buren",
    "welkom",
    "samen",
    "taal",
    "huis",
    "tafel",
    "fiets",
    "school",
    "werk",
    "warm",
    "brug",
    "deur",
    "straat",
    "dorp",
    "vrijwilligers",
    "mensen",
    "helpen",
    "luisteren",
    "koken",
    "lezen",
    "oefenen",
    "zoeken",
    "bellen",
    "vinden",
    "gezin",
    "kinderen",
    "ouders",
    "avond",
    "week",
    "maand",
    "zaterdag",
    "koffie",
    "soep",
    "boeken",
    "spelen",
    "tuin",
]
LANGUAGES = ("nl", "fr", "en", "ar", "fa", "ps", "ti", "uk", "tr", "es")
RECRUITING = ("yes", "not_now", "waiting_list")


def sample(number: int) -> list[dict[str, Any]]:
    """Return so many groups, spread over the municipalities of Flanders and Brussels.

    Each is a mapping of the fields of ``MemberOrganisation`` and ``id``; ``town``,
    ``lat`` and ``lon`` are where it is.
    """
    chance = Random(2015)  # noqa: S311, the same groups every time
    towns = [town for town in all_municipalities() if town.region != "wallonia"]
    return [_group(number, chance, towns) for number in range(1, number + 1)]


def _group(number: int, chance: Random, towns: list[Any]) -> dict[str, Any]:
    town = chance.choice(towns)
    lat, lon = centre(town.nis)
    paragraphs = (f"<p>{_sentence(chance, 60)}</p>" for _ in range(4))
    return {
        "id": f"groep-{number}",
        "title": f"{_sentence(chance, 2)} {number}",
        "description": _sentence(chance, 25)[:240],
        "text": "".join(paragraphs),
        "legal_form": chance.choice(("vzw", "feitelijke_vereniging")),
        "municipality": town.nis,
        "town": town.name_nl,
        "lat": lat,
        "lon": lon,
        "service_area": [
            each.nis for each in chance.sample(towns, chance.randrange(5))
        ],
        "activities": chance.sample(
            [key for key, _ in ACTIVITIES], chance.randint(1, 4)
        ),
        "languages": sorted({"nl", *chance.sample(LANGUAGES, chance.randrange(3))}),
        "recruiting": chance.choice(RECRUITING),
        "founded": chance.randint(1985, 2025),
        "website": f"https://groep-{number}.example.org",
        "public_email": f"groep-{number}@example.org",
    }


def _sentence(chance: Random, words: int) -> str:
    return " ".join(chance.choices(WORDS, k=words)).capitalize()


if __name__ == "__main__":
    Path(sys.argv[2]).write_text(json.dumps(sample(int(sys.argv[1]))), "utf-8")
