"""Dates and sizes, in the reader's language."""

from datetime import date
from gastvrij.spelling.dates import day_in_words
from gastvrij.spelling.dates import days_in_words
from gastvrij.spelling.dates import full_date
from gastvrij.spelling.dates import month_and_year
from gastvrij.spelling.dates import month_in_short
from gastvrij.spelling.dates import today_in_belgium
from gastvrij.spelling.sizes import size_in_words
from zope.i18n import translate

import pytest


@pytest.mark.parametrize(
    ("language", "written"),
    [("nl", "zaterdag 28 oktober 2017"), ("en", "Saturday 28 October 2017")],
)
def test_full_date_is_written_out(language, written):
    assert full_date(date(2017, 10, 28), language) == written


@pytest.mark.parametrize(
    ("language", "written"), [("nl", "maart 2026"), ("en", "March 2026")]
)
def test_month_and_year_leaves_the_day_out(language, written):
    assert month_and_year(date(2026, 3, 1), language) == written


def test_today_is_a_date():
    assert abs((today_in_belgium() - date.today()).days) <= 1


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
    ("days", "words"), [(0, "0 days"), (1, "1 day"), (8, "8 days")]
)
def test_days_in_words(days, words):
    assert translate(days_in_words(days)) == words


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


def test_month_in_short():
    assert month_in_short(date(2017, 10, 28), "nl") == "okt"
    assert month_in_short(date(2017, 10, 28), "en") == "Oct"
