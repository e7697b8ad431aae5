"""Reading times."""

from gastvrij.toolkit.wording import minutes_to_read

import pytest


@pytest.mark.parametrize(("words", "minutes"), [(1, 1), (200, 1), (201, 2), (900, 5)])
def test_minutes_to_read(words, minutes):
    assert minutes_to_read(words) == minutes
