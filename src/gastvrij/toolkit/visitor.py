"""Looking at the site as a visitor does, whoever asks."""

from AccessControl.PermissionRole import rolesForPermissionOn
from AccessControl.SecurityManagement import getSecurityManager
from AccessControl.SecurityManagement import noSecurityManager
from AccessControl.SecurityManagement import setSecurityManager
from Acquisition import aq_chain
from Acquisition import aq_inner
from collections.abc import Iterator
from contextlib import contextmanager
from gastvrij.privacy.interfaces import IGuarded
from gastvrij.privacy.sender import VIEW
from typing import Any


@contextmanager
def as_visitor() -> Iterator[None]:
    """See what everybody may see, and no more, until the end of the block."""
    manager = getSecurityManager()
    noSecurityManager()
    try:
        yield
    finally:
        setSecurityManager(manager)


def is_seen_by_visitors(content: Any) -> bool:
    """Tell whether everybody may see something, and all that is around it."""
    around = filter(IGuarded.providedBy, aq_chain(aq_inner(content)))
    return all("Anonymous" in rolesForPermissionOn(VIEW, each) for each in around)
