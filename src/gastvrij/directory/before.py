"""What content said before the transaction that is changing it now."""

from Acquisition import aq_base
from collections.abc import Iterable
from typing import Any
from ZODB.utils import z64


def before(content: Any, names: Iterable[str]) -> dict[str, Any]:
    """Return the values of some attributes as they were last committed, by name.

    Those that were not set then are left out: all of them, where the content is new in
    this transaction. A savepoint, as Plone makes one when it renames, is no commit.
    """
    base = aq_base(content)
    if base._p_jar is None or base._p_serial == z64:
        return {}
    # not `oldstate`: after a savepoint that asks a storage that knows no revisions
    jar = base._p_jar
    data = jar._normal_storage.loadSerial(base._p_oid, base._p_serial)
    state = jar._reader.getState(data)
    return {name: state[name] for name in names if name in state}
