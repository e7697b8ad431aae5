"""What the toolkit keeps of who offered an example from practice."""

from datetime import datetime
from gastvrij import _
from gastvrij.accounts.people import user_id_of
from gastvrij.privacy.interfaces import Found
from gastvrij.privacy.interfaces import IPersonalData
from gastvrij.toolkit.examples import told
from gastvrij.toolkit.examples_kept import forget_person
from gastvrij.toolkit.examples_kept import of_person
from typing import Any
from zope.interface import implementer


@implementer(IPersonalData)
class ExamplesData:
    """Finds a person by the account behind an address, and by the address itself."""

    title = _("data_toolkit_examples", default="Examples for the toolkit")

    def find(self, site: Any, email: str) -> list[Found]:
        """Return what somebody offered, and what names their address."""
        return [
            Found(self.title, example.text[:60])
            for example in of_person(site, user_id_of(email), email)
        ]

    def export(self, site: Any, email: str) -> list[dict[str, Any]]:
        """Return the same with all of it."""
        return [
            {
                "text": example.text,
                "group": example.name,
                "offered_on": example.since.isoformat(),
                "published": bool(example.editions),
            }
            for example in told(of_person(site, user_id_of(email), email))
        ]

    def erase(self, site: Any, email: str, now: datetime) -> int:
        """Forget what somebody offered, and their address in what others did."""
        return forget_person(site, user_id_of(email), email)
