"""What is made once for each state of the catalogue, and kept in the process."""

from AccessControl import getSecurityManager
from collections import OrderedDict
from collections.abc import Callable
from collections.abc import Hashable
from plone import api
from threading import Lock
from typing import Any
from typing import Generic
from typing import TypeVar


T = TypeVar("T")

# what tells one state of the catalogue from every other: see `stamp_of`
Stamp = tuple[bytes, int]
Key = tuple[Hashable, ...]


def stamp_of(catalog: Any) -> Stamp | None:
    """Return what names the state of a catalogue that this transaction reads.

    It is the transaction that last wrote the catalogue's counter, with its value: every
    indexing writes it, so a group that was hidden gives another stamp to whoever reads
    the site after that. None while nothing may be kept: the transaction has changes of
    its own that nobody else sees yet.
    """
    value = catalog.getCounter()  # indexes first what waits to be indexed
    counter = catalog._counter
    if counter is None or not catalog._p_jar._needs_to_join:
        return None
    return counter._p_serial, value


def sight() -> frozenset[str]:
    """Return what decides which things the catalogue shows to the user.

    It is what belongs into a key, where something was made of what one user sees. The
    days between which something is online are no part of it: no type of ours has them.
    """
    catalog = api.portal.get_tool("portal_catalog")
    user = getSecurityManager().getUser()
    return frozenset(catalog._listAllowedRolesAndUsers(user))


class Kept(Generic[T]):
    """The newest values made of a few objects, each with the stamp it was made for.

    Only what holds no persistent object may be kept, since threads share it.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._values: OrderedDict[Key, tuple[Stamp, T]] = OrderedDict()
        self._lock = Lock()

    def get(self, content: Any, make: Callable[[], T], *others: Hashable) -> T:
        """Return what was made of some content in this state, else make it.

        ``others`` is what it depends on beside the content and the catalogue.
        """
        stamp = stamp_of(api.portal.get_tool("portal_catalog"))
        key = (content.getPhysicalPath(), *others)
        with self._lock:
            kept = self._values.get(key)
        if stamp and kept and kept[0] == stamp:
            return kept[1]
        value = make()
        if stamp:
            self._keep(key, stamp, value)
        return value

    def _keep(self, key: Key, stamp: Stamp, value: T) -> None:
        with self._lock:
            self._values[key] = (stamp, value)
            self._values.move_to_end(key)
            while len(self._values) > self._most:
                self._values.popitem(last=False)
