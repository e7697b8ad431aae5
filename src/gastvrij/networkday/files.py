"""The files that belong to a day or to one of its programme items."""

from dataclasses import dataclass
from plone import api
from plone.dexterity.content import Container


@dataclass(frozen=True)
class AttachedFile:
    """A file in short; the size is in bytes, ``url`` is where it is downloaded."""

    title: str
    url: str
    size: int
    content_type: str


def files_in(container: Container) -> list[AttachedFile]:
    """Return the files in ``container`` that the reader may see, in its order.

    A file without anything in it is left out.
    """
    brains = api.portal.get_tool("portal_catalog")(
        path={"query": "/".join(container.getPhysicalPath()), "depth": 1},
        portal_type="File",
        sort_on="getObjPositionInParent",
    )
    return [
        AttachedFile(
            title=brain.Title,
            url=f"{brain.getURL()}/@@download/file",
            size=brain.file_size,
            content_type=brain.mime_type or "",
        )
        for brain in brains
        if brain.file_size
    ]
