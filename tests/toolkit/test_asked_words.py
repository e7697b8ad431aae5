"""What is read of a question, whatever was sent."""

from gastvrij.toolkit.asked_words import NO_WORD
from gastvrij.toolkit.asked_words import read_words
from gastvrij.toolkit.asked_words import TOO_LONG

import pytest


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("gas", ("gas",)),
        ("  Gas en   WATER ", ("gas", "water")),
        ("hoe betaal ik de huur?", ("betaal", "huur")),
        ("(gas", ("gas",)),
        ('gas) OR "NOT', ("gas", "or", "not")),
        ("crèche", ("creche",)),
        ("auto's", ("auto",)),
        ("gas\0water", ("gas", "water")),
        ("OCMW-steun", ("ocmw", "steun")),
        ("gas gas GAS", ("gas",)),
        ("3.6", ("3", "6")),
        ("gas*", ("gas",)),
    ],
)
def test_words_count_and_signs_do_not(typed, words):
    asked = read_words({"q": typed})
    assert asked.words == words
    assert asked.mistake is None


@pytest.mark.parametrize(
    ("sent", "mistake"),
    [
        ("de het een", NO_WORD),
        ("...", NO_WORD),
        ("\0", NO_WORD),
        ("((((", NO_WORD),
        ("   ", NO_WORD),
        (["gas", "water"], NO_WORD),
        ("a" * 101, TOO_LONG),
        ("x " * 2500, TOO_LONG),
    ],
)
def test_what_says_nothing_is_a_mistake_with_a_sentence(sent, mistake):
    asked = read_words({"q": sent})
    assert asked.mistake == mistake
    assert asked.words == ()
    assert len(asked.typed) <= 100


def test_nothing_typed_is_no_mistake():
    assert read_words({}) == read_words({"q": ""})
    assert read_words({}).mistake is None


@pytest.mark.parametrize(
    ("typed", "is_about"),
    [
        ("gas", False),
        ("huur 2018", False),
        ("jan@example.org", True),
        ("0470 12 34 56", True),
        ("85.07.30-033.61", True),
    ],
)
def test_what_looks_like_somebody_is_known(typed, is_about):
    assert read_words({"q": typed}).is_about_person is is_about
