"""A form that is sent twice, ten times at once, or again after a kill, counts once."""

from BTrees.OOBTree import OOBTree
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from gastvrij.links.forgetting import forget_what_is_over
from gastvrij.links.forgetting import RECEIPT_REMEMBERED
from gastvrij.links.once import new_form_token
from gastvrij.links.once import receipt_of
from gastvrij.links.once import RECEIPTS
from gastvrij.links.once import remember
from pathlib import Path
from storages import Storage

import pytest
import signal
import subprocess
import sys


NOW = datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


def prepare(site):
    """Make room for records in a way that two writers never conflict over."""
    site["records"] = OOBTree()
    send(site, new_form_token())


def send(site, token, keep=remember):
    """Handle a form as a page does: write a record, and answer with its receipt."""
    receipt = receipt_of(site, token)
    if receipt is None:
        receipt = f"R-{new_form_token()}"
        site["records"][receipt] = token
        keep(site, token, receipt, NOW)
    return receipt


def records_of(site, token):
    """Return the receipts of the records that one form made."""
    return [receipt for receipt, form in site["records"].items() if form == token]


def test_form_sent_again_has_the_same_receipt(site):
    prepare(site)
    token = new_form_token()
    assert send(site, token) == send(site, token)
    assert len(records_of(site, token)) == 1


def test_another_form_has_another_receipt(site):
    prepare(site)
    assert send(site, new_form_token()) != send(site, new_form_token())


@pytest.mark.parametrize("token", ["a" * 5000, "a\0b", "\ud800", "é"])
def test_odd_token_is_a_token_like_another(site, token):
    assert receipt_of(site, token) is None
    remember(site, token, "R-1", NOW)
    assert receipt_of(site, token) == "R-1"


@pytest.mark.parametrize("token", ["", None, ["a", "b"], 7])
def test_what_is_no_token_is_not_remembered(site, token):
    remember(site, token, "R-1", NOW)
    assert receipt_of(site, token) is None
    assert dict(site) == {}


def test_receipt_is_forgotten_after_some_weeks(site):
    remember(site, "token", "R-1", NOW)
    before = NOW + RECEIPT_REMEMBERED - timedelta(seconds=1)
    assert forget_what_is_over(site, before) == 0
    assert receipt_of(site, "token") == "R-1"
    assert forget_what_is_over(site, NOW + RECEIPT_REMEMBERED) == 1
    assert receipt_of(site, "token") is None


def test_database_holds_no_token(site):
    token = new_form_token()
    remember(site, token, "R-1", NOW)
    assert token not in repr(list(site[RECEIPTS].items()))


def rush(storage, keep=remember):
    """Send one form ten times at once; return the receipts and the records."""
    token = new_form_token()
    receipts = storage.do_at_once(lambda site: send(site, token, keep), 10)
    return set(receipts), storage.do(lambda site: records_of(site, token))


def test_form_sent_ten_times_at_once_makes_one_record(storage):
    storage.do(prepare)
    for _ in range(3):
        receipts, records = rush(storage)
        assert receipts == set(records)
        assert len(records) == 1


def test_form_makes_more_records_when_nothing_is_remembered(storage):
    # the control
    storage.do(prepare)
    _, records = rush(storage, keep=lambda *_: None)
    assert len(records) == 10


def test_first_form_of_a_site_may_be_sent_ten_times_at_once(storage):
    storage.do(lambda site: site.update(records=OOBTree()))
    receipts, records = rush(storage)
    assert receipts == set(records)
    assert len(records) == 1


KILLED = """
import os, signal, sys
sys.path[0:0] = {paths!r}
from test_once import prepare, send
from storages import Storage
import test_once
storage = Storage({path!r})
def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)
if {moment!r} == "before the commit":
    storage.do(lambda site: (send(site, "token"), die()))
storage.do(lambda site: send(site, "token"))
die()
"""


@pytest.mark.parametrize(
    ("moment", "records_left"), [("before the commit", 0), ("before the answer", 1)]
)
def test_form_sent_again_after_a_kill_makes_one_record(tmp_path, moment, records_left):
    path = str(tmp_path / "Data.fs")
    storage = Storage(path)
    storage.do(prepare)
    storage.db.close()
    paths = [str(Path(__file__).parent), *sys.path]
    program = KILLED.format(paths=paths, path=path, moment=moment)
    killed = subprocess.run([sys.executable, "-c", program], check=False)
    assert killed.returncode == -signal.SIGKILL
    storage = Storage(path)
    before = storage.do(lambda site: records_of(site, "token"))
    receipt = storage.do(lambda site: send(site, "token"))
    after = storage.do(lambda site: records_of(site, "token"))
    storage.db.close()
    assert len(before) == records_left
    assert after == [receipt]
    assert set(before) <= {receipt}
