"""R18: what was erased is in no byte of the storage once that is packed."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from gastvrij.links.ledger import issue
from gastvrij.mail.letters import Button
from gastvrij.mail.letters import Letter
from gastvrij.mail.letters import LinkSpec
from gastvrij.mail.outbox import post
from gastvrij.mail.outbox import waiting
from gastvrij.mail.pace import nudged
from gastvrij.privacy.interfaces import IPersonalData
from storages import Storage
from zope.component import getUtility

import pytest


NOW = datetime(2026, 3, 31, 12, tzinfo=UTC)
EMAIL = "kwartelslag@example.org"
DAY = timedelta(days=1)


@pytest.fixture
def storage(portal, tmp_path):
    """Return a site on disk that keeps letters and links of somebody, and of others."""
    storage = Storage(tmp_path / "Data.fs")
    storage.do(fill)
    yield storage
    storage.db.close()


def fill(site):
    link = LinkSpec("test", "abc", DAY, EMAIL)
    button = Button("Ja", "https://www.example.org", link)
    for to in (EMAIL, "an@example.org"):
        text = f"Vraag het aan {EMAIL}."
        post(site, Letter(to, "info", "x", (text, button), key=f"key.{to[:2]}"), NOW)
    post(site, Letter("bo@example.org", "info", "x", ("x",)), NOW)
    issue(site, "test", "abc", NOW, DAY, person=EMAIL)
    nudged(site, EMAIL, NOW)


def times_in_file(storage, tmp_path, text):
    """Return how often a text is in the file of the database, after packing it."""
    storage.db.pack()
    return (tmp_path / "Data.fs").read_bytes().count(text.encode())


def test_nothing_of_an_erased_address_remains_in_the_file(storage, tmp_path):
    assert times_in_file(storage, tmp_path, "kwartelslag") > 2
    for room in ("mail", "links"):
        erase = getUtility(IPersonalData, room).erase
        assert storage.do(lambda site, erase=erase: erase(site, EMAIL, NOW)) > 0
    assert times_in_file(storage, tmp_path, "kwartelslag") == 0
    assert times_in_file(storage, tmp_path, "bo@example.org") > 0
    assert [row.to for row in storage.do(waiting)] == ["bo@example.org"]
