"""A mapping that many add to at once; the control is a tree, which meets conflicts."""

from BTrees.OOBTree import OOBTree
from concurrent.futures import ThreadPoolExecutor
from gastvrij.links.drawers import Drawers
from hypothesis import given
from hypothesis import strategies as st
from itertools import count
from uuid import uuid4

import pytest


PEOPLE, EACH = 8, 25
KEYS = st.uuids().map(lambda key: key.hex)


@given(st.dictionaries(KEYS, st.integers()), KEYS)
def test_it_is_a_mapping(things, other):
    drawers = Drawers()
    drawers.update(things)
    assert dict(drawers) == things
    assert len(drawers) == len(things)
    assert drawers.get(other) == things.get(other)
    assert (other in drawers) == (other in things)
    for key in things:
        assert drawers.pop(key) == things[key]
    assert not drawers


@pytest.mark.parametrize("key", ["", "zz", "geen cijfers", None, 7, "é" * 8])
def test_what_is_no_key_is_in_no_drawer(key):
    drawers = Drawers()
    assert key not in drawers
    assert key is None or isinstance(key, int) or drawers.get(key) is None
    assert key is None or isinstance(key, int) or drawers.pop(key, 1) == 1


def test_things_can_be_taken_out_while_they_are_looked_at():
    drawers = Drawers()
    keys = [uuid4().hex for _ in range(100)]
    drawers.update(dict.fromkeys(keys))
    for key in drawers:
        del drawers[key]
    assert len(drawers) == 0


def conflicts(storage, mapping):
    """Let people add things at once; return how many had to begin anew."""
    storage.do(lambda site: site.__setitem__("things", mapping))
    tries = count()

    def add(site):
        next(tries)
        site["things"][uuid4().hex] = None

    def add_some(who):
        for _ in range(EACH):
            storage.do(add)

    with ThreadPoolExecutor(PEOPLE) as pool:
        list(pool.map(add_some, range(PEOPLE)))
    assert storage.do(lambda site: len(site["things"])) == PEOPLE * EACH
    return next(tries) - PEOPLE * EACH


def test_nobody_who_adds_something_begins_anew(storage):
    assert conflicts(storage, Drawers()) == 0


def test_with_a_tree_somebody_begins_anew(storage):
    assert conflicts(storage, OOBTree()) > 0


def test_of_two_who_write_to_one_key_one_begins_anew(storage):
    storage.do(lambda site: site.__setitem__("things", Drawers()))
    key, tries = uuid4().hex, count()

    def write(site):
        next(tries)
        site["things"].setdefault(key, object.__name__)

    storage.do_at_once(write, 2)
    assert next(tries) == 3
