"""Lists over REST that come in batches."""

from gastvrij.values.batching import batch_of
from gastvrij.values.batching import start_in
from zExceptions import BadRequest

import pytest


@pytest.mark.parametrize(
    ("asked", "items"),
    [
        ({}, list(range(25))),
        ({"b_size": "2"}, [0, 1]),
        ({"b_size": "2", "b_start": "29"}, [29]),
        ({"b_start": "40"}, []),
        ({"b_start": "1000000", "b_size": "1000000"}, []),
    ],
)
def test_batch_holds_what_was_asked(http_request, asked, items):
    http_request.form.update(asked)
    batch = batch_of(http_request, range(30))
    assert (list(batch), batch.items_total) == (items, 30)


@pytest.mark.parametrize(
    "asked",
    [
        {"b_size": "-4"},
        {"b_size": "0"},
        {"b_size": "vier"},
        {"b_start": "-1"},
        {"b_start": "9" * 5000},
        {"b_size": "9" * 4000},
        {"b_size": ["1", "2"]},
    ],
)
def test_batch_that_cannot_be_is_refused(http_request, asked):
    http_request.form.update(asked)
    with pytest.raises(BadRequest):
        batch_of(http_request, range(30))


@pytest.mark.parametrize("body", ['{"b_size": -4}', '{"b_size": 1e999}'])
def test_batch_asked_for_in_a_body_is_refused_too(http_request, body):
    http_request["BODY"] = body.encode()
    with pytest.raises(BadRequest):
        batch_of(http_request, range(30))


@pytest.mark.parametrize(
    ("asked", "start"),
    [
        ({}, 0),
        ({"b_start": "20"}, 20),
        ({"b_start": "-1"}, 0),
        ({"b_start": "²"}, 0),
        ({"b_start": ["1", "2"]}, 0),
        ({"b_start": "9" * 5000}, 999_999_999),
    ],
)
def test_page_begins_at_a_number_whatever_is_asked(asked, start):
    assert start_in(asked) == start
