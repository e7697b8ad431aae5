"""Two parts that became one: the address of the one leads to the other."""

from gastvrij.toolkit.section import ToolkitSection
from plone import api
from plone.app.redirector.interfaces import IRedirectionStorage
from zope.component import getUtility


ASIDE = "samengevoegd"


def merge_into(part: ToolkitSection, other: ToolkitSection) -> ToolkitSection:
    """Put a published part in the archive, and let its address lead to another part.

    It gets another name there, so that its address is free; every address that led to
    it leads on. What is in the archive can be restored, under that name. Raises what
    moving raises while somebody works on it.
    """
    address = "/".join(part.getPhysicalPath())
    api.content.transition(part, "archive")
    aside = api.content.rename(part, f"{part.getId()}-{ASIDE}", safe_id=True)
    storage = getUtility(IRedirectionStorage)
    earlier = storage.redirects("/".join(aside.getPhysicalPath()))
    for each in {address, *earlier}:
        storage.add(each, "/".join(other.getPhysicalPath()))
    return aside
