"""What holds for the site's root, which is no content type of ours."""

from gastvrij.addresses.page_names import refuse_page_name
from OFS.interfaces import IItem
from OFS.interfaces import IObjectWillBeMovedEvent
from plone.base.interfaces import IPloneSiteRoot


def keep_page_names_when_moved(item: IItem, event: IObjectWillBeMovedEvent) -> None:
    """Refuse the name of a page of ours to what is added, moved or renamed there."""
    if event.object is item and IPloneSiteRoot.providedBy(event.newParent):
        refuse_page_name(event.newParent, event.newName)
