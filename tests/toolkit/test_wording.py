"""Days, sizes and reading times in words."""

from datetime import date
from gastvrij.toolkit.wording import day_in_words
from gastvrij.toolkit.wording import minutes_to_read
from gastvrij.toolkit.wording import size_in_words

import pytest


@pytest.mark.parametrize(
    ("day", "language", "words"),
    [
        (date(2026, 5, 3), "nl", "3 mei 2026"),
        (date(2026, 5, 3), "en", "3 May 2026"),
        (None, "nl", None),
    ],
)
def test_day_in_words(day, language, words):
    assert day_in_words(day, language) == words


@pytest.mark.parametrize(
    ("octets", "language", "words"),
    [
        (0, "nl", "1 kB"),
        (120_400, "nl", "120 kB"),
        (1_240_000, "nl", "1,2 MB"),
        (1_240_000, "en", "1.2 MB"),
    ],
)
def test_size_in_words(octets, language, words):
    assert size_in_words(octets, language) == words


@pytest.mark.parametrize(("words", "minutes"), [(1, 1), (200, 1), (201, 2), (900, 5)])
def test_minutes_to_read(words, minutes):
    assert minutes_to_read(words) == minutes
