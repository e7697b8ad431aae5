"""Who is at work on something, and who wrote it: told to nobody who need not know.

Plone tells every reader of a page that somebody has it open in a form, or works on a
copy of it, with the name and the address of that person.
"""

from gastvrij.interfaces import IGastvrijLayer
from pathlib import Path
from plone import api
from plone.app.lockingbehavior.behaviors import ILocking
from plone.locking.interfaces import IRefreshableLockable
from plone.locking.lockable import TTWLockable
from Products.CMFCore.permissions import ModifyPortalContent
from Products.CMFPlone.browser import author
from Products.CMFPlone.browser.author import AuthorView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from zope.component import adapter
from zope.globalrequest import getRequest
from zope.interface import implementer


TEMPLATES = Path(author.__file__).parent / "templates"


@implementer(IRefreshableLockable)
@adapter(ILocking)
class DiscreetLock(TTWLockable):
    """A lock of which only those know who may change what is locked.

    Everything that tells of a lock asks here: JSON, ``@lock``, ``plone_lock_info`` and
    the ETag of a page. For a reader nothing is locked.
    """

    def lock_info(self) -> list[dict[str, Any]]:
        """Return who holds the lock since when; nothing for a reader."""
        return super().lock_info() if _may_change(self.context) else []


class AuthorPage(AuthorView):
    """Who somebody is, and what they made: for who may know the accounts."""

    index = ViewPageTemplateFile(str(TEMPLATES / "author.pt"))


def _may_change(content: Any) -> bool:
    """Tell whether the user may change it, and so may know; elsewhere all may know."""
    if not IGastvrijLayer.providedBy(getRequest()):
        return True
    return bool(api.user.has_permission(ModifyPortalContent, obj=content))
