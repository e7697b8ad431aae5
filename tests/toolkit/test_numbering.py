"""Numbers follow from the place among what is published."""

from gastvrij.toolkit.numbering import as_cited
from gastvrij.toolkit.numbering import loosely_cited_chapter
from gastvrij.toolkit.numbering import numbers_of_chapters
from gastvrij.toolkit.numbering import numbers_of_parts

import pytest


@pytest.mark.parametrize(
    ("states", "numbers"),
    [
        ([], []),
        (["published"], ["1"]),
        (["published", "published"], ["1", "2"]),
        (["draft", "published"], [None, "1"]),
        (["published", "in_review", "archived", "published"], ["1", None, None, "2"]),
    ],
)
def test_numbers_of_chapters_count_what_is_published(states, numbers):
    assert numbers_of_chapters(states) == numbers


@pytest.mark.parametrize(
    ("chapter", "states", "numbers"),
    [
        ("3", ["published"] * 3, ["3.1", "3.2", "3.3"]),
        ("3", ["published", "draft", "published"], ["3.1", None, "3.2"]),
        (None, ["published", "published"], [None, None]),
        ("12", ["published"], ["12.1"]),
    ],
)
def test_numbers_of_parts_count_within_a_numbered_chapter(chapter, states, numbers):
    assert numbers_of_parts(chapter, states) == numbers


@pytest.mark.parametrize(
    ("written", "number"), [("3.12.", "3.12"), ("6.", "6"), ("3.6", "3.6"), ("", "")]
)
def test_as_cited_drops_the_full_stop_at_the_end(written, number):
    assert as_cited(written) == number


@pytest.mark.parametrize(
    ("chapters", "chapter"),
    [(["2"], "2"), (["1", "3"], "3"), (["1", "2"], "3"), ([], "3")],
)
def test_loosely_cited_chapter_is_the_only_one_else_the_third(chapters, chapter):
    assert loosely_cited_chapter(chapters) == chapter
