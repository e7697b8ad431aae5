"""Content cannot take the name of a page: the page would never be reached again."""

from gastvrij import _
from gastvrij.interfaces import IGastvrijLayer
from plone.dexterity.content import Container
from typing import Any
from zExceptions import BadRequest
from zope.component import getGlobalSiteManager
from zope.globalrequest import getRequest
from zope.i18n import translate
from zope.interface import Interface
from zope.interface import providedBy
from zope.publisher.interfaces.browser import IDefaultBrowserLayer


def is_page_of_ours(container: Any, name: str) -> bool:
    """Tell whether a name is that of a page of ours, or of one that we override."""
    lookup = getGlobalSiteManager().adapters.lookup
    provided = providedBy(container)
    ours = lookup((provided, IGastvrijLayer), Interface, name)
    stock = lookup((provided, IDefaultBrowserLayer), Interface, name)
    return ours is not None and ours is not stock


def refuse_page_name(container: Any, name: str) -> None:
    """Raise ``zExceptions.BadRequest`` for the name of a page of ours."""
    if is_page_of_ours(container, name):
        sentence = _(
            "error_reserved_name",
            default="The name ${name} belongs to a page of this site.",
            mapping={"name": name},
        )
        raise BadRequest(translate(sentence, context=getRequest()))


class ContainerWithPages(Container):
    """A container that keeps the names of its pages for its pages."""

    def _checkId(self, id: str, allow_dup: int = 0) -> None:  # noqa: A002, Zope's word
        """Refuse the name of a page; every way to add, move or rename asks this.

        Raises ``zExceptions.BadRequest``.
        """
        refuse_page_name(self, id)
        super()._checkId(id, allow_dup)
