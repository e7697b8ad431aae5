"""How private data looks in Dutch, French and English: patterns, and what they spare.

Every function takes a text and returns the words that it recognises, in their order.
The patterns look at a limited stretch, so that a long text takes no longer than its
length.
"""

from collections.abc import Iterator
from gastvrij.accounts.personal import SHARED
from gastvrij.directory.first_names import FIRST_NAMES
from stdnum.be import vat

import re


WORD = r"[A-ZÀ-Þ][\w'’-]{1,30}"

# a day, an account and an enterprise number have many digits, and are no telephone
NO_PHONE = re.compile(
    r"\b[A-Z]{2}\d\d(?: ?\d{4}){3}\b|\b\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d\b"
)
PHONE = re.compile(
    r"(?<![\w/.,+-])(?:\+\d{2}|00\d{2}|0)(?:[ ./()-]{0,2}\d){8,10}(?!\w)"
)

ENDING = "straat|laan|steenweg|dreef|singel|wegel|kaai|plein|markt|baan|weg|lei|hof"
SECOND = "Straat|Laan|Steenweg|Dreef|Singel|Kaai|Plein|Markt|Baan|Weg|Lei|Hof"
NUMBER = r"\d{1,4}\ ?[a-zA-Z]?(?![\w%:]|\ ?(?:km|uur|u|h|euro|keer|jaar|minuten)\b)"
RUE = r"(?i:rue|avenue|boulevard|chaussée|quai|place)"
OF = r"(?:(?:de|du|des|la|le)\ |[ld]['’])"
ROAD = "Street|Road|Avenue|Lane|Square"
STREET = re.compile(
    rf"""
      \b(?:{WORD}\ ){{0,3}}
        (?: {WORD}(?:{ENDING}) | {WORD}\ (?:{SECOND})
          | [\w'’-]{{2,30}}(?:straat|steenweg) )
        \ {NUMBER}
    | \b{RUE}\ {OF}{{0,3}}(?:{WORD}\ ?){{1,4}},?\ {NUMBER}
    | \b\d{{1,4}},?\ {RUE}\ {OF}{{0,3}}{WORD}
    | \b\d{{1,4}}\ (?:{WORD}\ ){{1,3}}(?:{ROAD})\b
    | \b(?:{WORD}\ ){{1,3}}(?:{ROAD})\ {NUMBER}
    """,
    re.VERBOSE,
)

MAILBOX = re.compile(r"(?<![\w.+-])([\w.+-]{1,64})@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")

PARTICLE = (
    r"(?:(?i:van|de|den|der|ter|ten|la|le|du|ben|el|al|von|abdel|abu)[ -]|[dD]['’])"
)
SURNAME = rf"{PARTICLE}{{0,3}}{WORD}"
NAME = re.compile(rf"(?<![\w-])({WORD}(?: {WORD})?) ({SURNAME})(?=( ?\w{{0,20}}))")
NO_NAME = re.compile(
    rf"(?:{ENDING}|school|huis|kerk|zaal|park|college|instituut|centrum|stichting)\Z",
    re.IGNORECASE,
)
TITLED = re.compile(
    r"\b(?i:mevrouw|meneer|mijnheer|mevr\.|dhr\.|mr\.|mrs\.|ms\.|madame|monsieur|mme)"
    rf" {SURNAME}"
)
ASKED = re.compile(
    r"\b(?i:vraag naar|bel naar|bel|contacteer|mail naar|schrijf naar|spreek met"
    rf"|ask for|call|contact|demandez|appelez|contactez) ({WORD})(?! [A-ZÀ-Þ])"
)

DAY = re.compile(
    r"""
      \b(?:maan|dins|woens|donder|vrij|zater|zon)dag(?:en|s)?
        (?:ochtend|voormiddag|middag|namiddag|avond)?\b
    | \b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)s?\b
    | \b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
COUNT = "een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf"
HOUR = re.compile(
    rf"""
      \b(?:[01]?\d|2[0-4])\ ?(?:u|uur|h|heures?)(?:\ ?[0-5]\d)?\b
    | \b(?:[01]?\d|2[0-4])[:.][0-5]\d(?![.\d])
    | \b(?:1[0-2]|0?[1-9])\ ?[ap]\.?m\b
    | \b\w{{3,6}}\ o['’]clock
    | \b(?:half|kwart\ (?:voor|over))\ (?:{COUNT})\b
    | \b(?:{COUNT})\ uur\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
SENTENCE_ENDS = re.compile(r"[!?\n]|\.\s+(?=[A-ZÀ-Þ])")


def phones_in(text: str) -> Iterator[str]:
    """Find telephone numbers; days, account and enterprise numbers are none."""
    for match in PHONE.finditer(NO_PHONE.sub(" ; ", text)):
        if not vat.is_valid(match[0]):
            yield match[0]


def streets_in(text: str) -> Iterator[str]:
    """Find streets with a number."""
    for match in STREET.finditer(text):
        yield match[0].strip()


def mailboxes_in(text: str) -> Iterator[str]:
    """Find mailboxes named after a person: jan.peeters@, fatima@."""
    for match in MAILBOX.finditer(text):
        parts = set(re.split(r"[._+\d-]+", match[1].lower()))
        if parts & FIRST_NAMES and not parts & SHARED:
            yield match[0]


def names_in(text: str) -> Iterator[str]:
    """Find first names with a surname, titles with one, and whom to ask for."""
    match = NAME.search(text)
    while match:
        first = re.split(r"[ -]", match[1])[0]
        is_place = any(NO_NAME.search(word) for word in match.group(2, 3))
        is_name = first.lower() in FIRST_NAMES and not is_place
        if is_name:
            yield f"{match[1]} {match[2]}"
        # a sentence may begin with "Bel" or "Vraag": the name is the words after it
        match = NAME.search(
            text, match.end(2) if is_name else match.start() + len(first)
        )
    for match in TITLED.finditer(text):
        yield match[0]
    for match in ASKED.finditer(text):
        if match[1].lower() in FIRST_NAMES:
            yield match[1]


def hours_in(text: str) -> Iterator[str]:
    """Find sentences that tell a day of the week and an hour."""
    for sentence in SENTENCE_ENDS.split(text):
        day, hour = DAY.search(sentence), HOUR.search(sentence)
        if day and hour:
            begin, end = min(day.start(), hour.start()), max(day.end(), hour.end())
            yield sentence[begin:end]
