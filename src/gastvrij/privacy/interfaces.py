"""What the other rooms tell: what is guarded, and what they keep of people."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zope.i18nmessageid import Message
from zope.interface import Attribute
from zope.interface import Interface


class IGuarded(Interface):
    """Marks content that answers "not found" to whoever may not view it.

    The promise holds for the content itself and for every address below it: its views,
    fields, pictures, REST services and children.
    """


class IPersonalData(Interface):
    """What one room keeps of people, found by an e-mail address; a named utility.

    The name of the utility is the room's. Capitals in an address do not count, nor do
    spaces around it. What is found is everything: what is shown, exported and erased
    are the same things.
    """

    title = Attribute("What the room calls what it keeps, as a message.")

    def find(site: Any, email: str) -> list["Found"]:
        """Return what is kept of whoever has this address; writes nothing."""

    def export(site: Any, email: str) -> list[dict[str, Any]]:
        """Return the same with all that is kept of it, ready for JSON."""

    def erase(site: Any, email: str, now: datetime) -> int:
        """Erase all of it, so that nothing remains once the database is packed.

        Returns how many things were erased or made anonymous. It runs in the
        transaction of the caller and never commits. Raises ``Refused`` when something
        must stay, with the reason.
        """


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that is kept of a person, and where the secretariat sees it.

    ``url`` is empty for what has no page.
    """

    kind: Message
    title: str
    url: str = ""
