"""Languages, links and labels as a visitor reads them."""

from datetime import date
from gastvrij.directory.labels import label_of
from gastvrij.directory.language_names import direction
from gastvrij.directory.language_names import language_names
from gastvrij.directory.language_names import name_in
from gastvrij.directory.language_names import own_name
from gastvrij.directory.links import link_to
from gastvrij.directory.validity import recruiting_on
from gastvrij.directory.validity import standing_needs

import pytest


TODAY = date(2026, 5, 15)
YESTERDAY = date(2026, 5, 14)


def test_language_is_called_by_its_name_in_the_readers_language():
    assert name_in("nl", "ar") == "Arabisch"
    assert name_in("en", "ar") == "Arabic"
    assert name_in("nl", "zz") == "zz"
    assert "zz" not in language_names("nl")


@pytest.mark.parametrize(
    ("code", "name", "way"),
    [
        ("fr", "Français", "ltr"),
        ("ar", "العربية", "rtl"),
        ("fa", "فارسی", "rtl"),
        ("he", "עברית", "rtl"),
        ("ps", "پښتو", "rtl"),
        ("ur", "اردو", "rtl"),
        ("ti", "ትግርኛ", "ltr"),
    ],
)
def test_language_is_written_its_own_way(code, name, way):
    assert (own_name(code), direction(code)) == (name, way)


@pytest.mark.parametrize(
    ("url", "label"),
    [
        ("https://www.facebook.com/groep", "Facebook"),
        ("https://m.facebook.com/groep", "Facebook"),
        ("https://instagram.com/groep", "Instagram"),
        ("https://facebook.com@kwaad.example.org/", "kwaad.example.org"),
        ("https://notfacebook.com/", "notfacebook.com"),
        ("https://www.groep.be/een/pad", "groep.be"),
    ],
)
def test_link_tells_where_it_leads(url, label):
    link = link_to(url)
    assert (link.url, link.label) == (url, label)


@pytest.mark.parametrize(
    ("recruiting", "until", "found"),
    [
        ("yes", None, "yes"),
        ("yes", TODAY, "yes"),
        ("yes", YESTERDAY, "not_now"),
        ("waiting_list", None, "waiting_list"),
        ("not_now", None, "not_now"),
    ],
)
def test_search_for_volunteers_ends_after_its_date(recruiting, until, found):
    assert recruiting_on(recruiting, until, TODAY) == found


def test_needs_stand_up_to_their_date():
    needs = [
        {"text": "altijd", "until": None},
        {"text": "vandaag", "until": TODAY},
        {"text": "voorbij", "until": YESTERDAY},
    ]
    assert standing_needs(needs, TODAY) == needs[:2]


@pytest.mark.parametrize(
    ("state", "recruiting", "word", "shape"),
    [
        ("active", "yes", "recruiting_yes", "good"),
        ("active", "waiting_list", "recruiting_waiting_list", "wait"),
        ("draft", "yes", "group_state_draft", "attention"),
        ("paused", "yes", "group_state_paused", "quiet"),
        ("ended", "yes", "group_state_ended", "quiet"),
        ("hidden", "yes", "group_state_hidden", "attention"),
    ],
)
def test_label_has_a_word_and_a_shape(state, recruiting, word, shape):
    label = label_of(state, recruiting)
    assert (label.word, label.css) == (word, f"gv-status gv-status--{shape}")


def test_label_is_left_out_where_there_is_nothing_to_tell():
    assert label_of("active", "not_now") is None
