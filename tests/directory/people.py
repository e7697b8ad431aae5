"""People who speak for groups, and the moment at which the tests stand still."""

from datetime import datetime
from gastvrij.directory.contacts import name_contact
from gastvrij.spelling.dates import BELGIUM
from groups import address
from groups import user_called
from typing import Any


NOW = datetime(2026, 3, 2, 9, 30, tzinfo=BELGIUM)
LATER = datetime(2026, 5, 4, 9, 30, tzinfo=BELGIUM)


def name(group: Any, who: str, role: str = "contact", **others: Any) -> str:
    """Make somebody contact person or deputy of a group; return the user id."""
    user_id = user_called(who).getId()
    told = {"name": who.title(), "email": address(who), "phone": None, "now": NOW}
    name_contact(group, user_id, role=role, **told | others)
    return user_id
