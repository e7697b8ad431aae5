"""A database on disk with a bare site in it, and several people at it at once."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from persistent.mapping import PersistentMapping
from threading import Barrier
from typing import Any
from ZODB import DB
from ZODB.FileStorage import FileStorage
from ZODB.POSException import ConflictError
from zope.annotation.interfaces import IAnnotations
from zope.interface import implementer

import transaction


TRIES = 12


@implementer(IAnnotations)
class BareSite(PersistentMapping):
    """All that a ledger or an outbox needs of a site: a name, an address, notes."""

    def getId(self) -> str:
        """Return the name of the site."""
        return "site"

    def absolute_url(self) -> str:
        """Return where the site is."""
        return "http://nohost/site"


class Storage:
    """A database in a file, and the site in it."""

    def __init__(self, path: Any) -> None:
        self.db = DB(FileStorage(str(path)))
        with self.db.transaction() as connection:
            connection.root().setdefault("site", BareSite())

    def do(self, act: Callable[[Any], Any]) -> Any:
        """Do something with the site in a transaction, again when it conflicts.

        That is what the publisher does with a request.
        """
        for _ in range(TRIES):
            manager = transaction.TransactionManager()
            manager.begin()
            connection = self.db.open(manager)
            try:
                answer = act(connection.root()["site"])
                manager.commit()
            except ConflictError:
                continue
            else:
                return answer
            finally:
                manager.abort()
                connection.close()
        raise AssertionError("the transaction never came through")

    def do_at_once(self, act: Callable[[Any], Any], people: int) -> list[Any]:
        """Do the same in as many threads, which all begin before the first ends."""
        start = Barrier(people)
        waited = set()

        def begin_together(site: Any, who: int) -> Any:
            if who not in waited:
                waited.add(who)
                start.wait(timeout=30)
            return act(site)

        with ThreadPoolExecutor(people) as pool:
            doing = [
                pool.submit(self.do, lambda site, who=who: begin_together(site, who))
                for who in range(people)
            ]
            return [each.result() for each in doing]
