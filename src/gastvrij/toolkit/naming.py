"""What becomes the id, and so the address, of a new edition."""

from gastvrij.toolkit.edition import IToolkitEdition
from gastvrij.toolkit.edition import ToolkitEdition
from plone.app.content.interfaces import INameFromTitle
from zope.component import adapter
from zope.interface import implementer


@implementer(INameFromTitle)
@adapter(IToolkitEdition)
class NameFromNumber:
    """An edition is called after its number: ``/toolkit/2``."""

    def __init__(self, edition: ToolkitEdition) -> None:
        """Take the edition that is being added."""
        self.title = str(edition.number)
