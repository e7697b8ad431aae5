"""Dutch words in their other forms."""

from gastvrij.toolkit.word_forms import forms_of

import pytest


PAIRS = (
    ("gas", "gassen"),
    ("huis", "huizen"),
    ("brief", "brieven"),
    ("school", "scholen"),
    ("kaas", "kazen"),
    ("leraar", "leraren"),
    ("bon", "bonnen"),
    ("kind", "kinderen"),
    ("vrijwilliger", "vrijwilligers"),
    ("kost", "kosten"),
    ("woning", "woningen"),
    ("huur", "huren"),
)


@pytest.mark.parametrize("pair", PAIRS)
def test_singular_and_plural_find_each_other(pair):
    one, many = pair
    assert forms_of(one).fits(many)
    assert forms_of(many).fits(one)


@pytest.mark.parametrize(
    ("word", "other", "fits"),
    [
        ("huur", "huurwaarborg", True),
        ("woningen", "woningnood", True),
        ("gas", "gastvrij", False),
        ("gas", "gasfactuur", False),
        ("gas", "aardgas", False),
        ("ocmw", "ocmw", True),
        ("kosten", "kostuum", False),
        ("6", "60", False),
    ],
)
def test_word_of_four_letters_may_begin_a_longer_one(word, other, fits):
    assert forms_of(word).fits(other) is fits


def test_shorter_word_begins_a_longer_one_where_that_is_asked():
    assert forms_of("gas", 3).fits("gasfactuur")


@pytest.mark.parametrize("word", ["s", "en", "a", "1", "ss", "n" * 100, "aaaaaaaa"])
def test_odd_word_has_at_least_itself(word):
    assert word in forms_of(word).forms
