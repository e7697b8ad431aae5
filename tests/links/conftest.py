"""A database on disk with a bare site in it."""

from collections.abc import Iterator
from storages import BareSite
from storages import Storage

import pytest


@pytest.fixture
def site() -> BareSite:
    """Return a site in no database."""
    return BareSite()


@pytest.fixture
def storage(tmp_path) -> Iterator[Storage]:
    """Return a site in a database on disk."""
    storage = Storage(tmp_path / "Data.fs")
    yield storage
    storage.db.close()
