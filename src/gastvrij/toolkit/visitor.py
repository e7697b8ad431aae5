"""Looking at the site as a visitor does, whoever asks."""

from AccessControl.SecurityManagement import getSecurityManager
from AccessControl.SecurityManagement import noSecurityManager
from AccessControl.SecurityManagement import setSecurityManager
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def as_visitor() -> Iterator[None]:
    """See what everybody may see, and no more, until the end of the block."""
    manager = getSecurityManager()
    noSecurityManager()
    try:
        yield
    finally:
        setSecurityManager(manager)
