"""The pictures in the texts of a book: found on the site itself, and nowhere else."""

from Acquisition import aq_base
from gastvrij.due.trouble import in_one_line
from gastvrij.paper.picture import Picture
from gastvrij.paper.picture import printed
from gastvrij.toolkit.visitor import as_visitor
from gastvrij.values.pictures import kept
from plone import api
from transaction.interfaces import TransientError
from typing import Any
from urllib.parse import unquote
from urllib.parse import urlsplit

import logging


logger = logging.getLogger("gastvrij.toolkit")

BY_UID = "resolveuid/"
SCALES = "/@@images"


class Pictures:
    """Finds pictures by their address; ``found`` are those that a visitor may see.

    ``asked`` are the UIDs of all that were asked for: when one of them changes, so
    does the book.
    """

    def __init__(self, site: Any) -> None:
        self.site = site
        self.found: dict[str, Picture] = {}
        self.asked: set[str] = set()
        self._names: dict[str, str] = {}

    def name_of(self, address: str) -> str:
        """Return the name of a picture in the book; empty when it is not in it.

        A picture that is broken, gone or not public never stops the book.
        """
        uid = self._uid(address)
        if not uid:
            return ""
        if uid not in self._names:
            self.asked.add(uid)
            self._names[uid] = self._take(uid)
        return self._names[uid]

    def _take(self, uid: str) -> str:
        try:
            picture = _read(uid)
        except TransientError:
            raise
        except Exception as error:  # whatever is wrong with it, the text is not
            logger.warning("Picture %s not in book: %s", uid, in_one_line(error))
            return ""
        if picture is None:
            return ""
        name = f"{uid}.{'png' if picture.media_type == 'image/png' else 'jpg'}"
        self.found[name] = picture
        return name

    def _uid(self, address: str) -> str:
        """Return the UID of the content that an address means; empty elsewhere."""
        _before, by_uid, after = address.partition(BY_UID)
        if by_uid:
            return after.partition("/")[0].partition("?")[0]
        root = urlsplit(self.site.absolute_url())
        parts = urlsplit(address)
        inside = parts.path.startswith(f"{root.path}/")
        if (parts.scheme, parts.netloc) != (root.scheme, root.netloc) or not inside:
            return ""
        names = unquote(parts.path[len(root.path) + 1 :]).partition(SCALES)[0]
        path = f"{'/'.join(self.site.getPhysicalPath())}/{names}"
        catalog = api.portal.get_tool("portal_catalog")
        brains = catalog.unrestrictedSearchResults(path={"query": path, "depth": 0})
        return brains[0].UID if brains else ""


def seen_of(uids: tuple[str, ...]) -> tuple[tuple[str, float], ...]:
    """Return which of these pictures visitors see, and when each changed last."""
    if not uids:
        return ()
    with as_visitor():
        brains = api.portal.get_tool("portal_catalog")(UID=list(uids))
    return tuple(sorted((brain.UID, float(brain.modified)) for brain in brains))


def _read(uid: str) -> Picture | None:
    with as_visitor():
        brains = api.portal.get_tool("portal_catalog")(UID=uid)
    if not brains:
        return None
    content = brains[0]._unrestrictedGetObject()
    image = getattr(aq_base(content), "image", None)
    return printed(kept(image).data) if image is not None else None
