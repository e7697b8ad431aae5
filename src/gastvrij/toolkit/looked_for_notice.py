"""What the desk tells editors of what readers did not find."""

from collections.abc import Iterator
from datetime import datetime
from gastvrij import _
from gastvrij.due.interfaces import INotices
from gastvrij.due.interfaces import Notice
from gastvrij.due.may import may
from gastvrij.toolkit.looked_for import all_looked_for
from gastvrij.toolkit.looked_for import SEE
from typing import Any
from zope.interface import implementer


TEXT = _(
    "looked_for_notice",
    default="Readers of the toolkit told that they did not find something.",
)


@implementer(INotices)
class LookedForNotices:
    """One sentence while there are such words; nothing otherwise."""

    def for_user(
        self, site: Any, user_id: str, roles: frozenset[str], now: datetime
    ) -> Iterator[Notice]:
        """Return the sentence for who may publish in the toolkit."""
        if may(site, SEE, roles) and all_looked_for(site):
            yield Notice(TEXT, url=f"{site.absolute_url()}/toolkit/looked-for")


looked_for_notices = LookedForNotices()
