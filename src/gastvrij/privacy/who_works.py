"""Who is at work on something, and who wrote it: told to nobody who need not know.

Plone tells every reader of a page that somebody has it open in a form, or works on a
copy of it, with the name and the address of that person.
"""

from gastvrij.interfaces import IGastvrijLayer
from pathlib import Path
from plone import api
from plone.dexterity.interfaces import IDexterityContainer
from plone.dexterity.interfaces import IDexterityContent
from plone.locking.browser.locking import LockingInformation
from plone.restapi.interfaces import ISerializeToJson
from plone.restapi.serializer.dxcontent import SerializeFolderToJson
from plone.restapi.serializer.dxcontent import SerializeToJson
from plone.restapi.services.locking.get import Lock
from Products.CMFCore.permissions import ModifyPortalContent
from Products.CMFPlone.browser import author
from Products.CMFPlone.browser.author import AuthorView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from zope.component import adapter
from zope.interface import implementer


TEMPLATES = Path(author.__file__).parent / "templates"
TOLD_TO_ALL = ("locked", "stealable")


class DiscreetLock(LockingInformation):
    """Whether something is locked; by whom, for those who may change it."""

    def lock_info(self) -> dict[str, Any] | None:
        """Return who holds the lock since when; nothing for a reader."""
        return super().lock_info() if _may_change(self.context) else None


class LockGet(Lock):
    """``GET @lock``: whether something is locked; by whom, for who may change it."""

    def reply(self) -> dict[str, Any]:
        """Return the lock as plone.restapi tells it."""
        return _for_reader(super().reply(), self.context)


@implementer(ISerializeToJson)
@adapter(IDexterityContent, IGastvrijLayer)
class DiscreetItem(SerializeToJson):
    """Something without contents, and who works on it for who may change it."""

    def __call__(self, *args: Any, **options: Any) -> dict[str, Any]:
        """Return the JSON of plone.restapi."""
        told = super().__call__(*args, **options)
        return {**told, "lock": _for_reader(told["lock"], self.context)}


@implementer(ISerializeToJson)
@adapter(IDexterityContainer, IGastvrijLayer)
class DiscreetFolder(SerializeFolderToJson, DiscreetItem):
    """Something with contents, and who works on it for who may change it."""


class AuthorPage(AuthorView):
    """Who somebody is, and what they made: for who may know the accounts."""

    index = ViewPageTemplateFile(str(TEMPLATES / "author.pt"))


def _for_reader(lock: dict[str, Any], content: Any) -> dict[str, Any]:
    if _may_change(content):
        return lock
    return {name: lock[name] for name in TOLD_TO_ALL if name in lock}


def _may_change(content: Any) -> bool:
    return bool(api.user.has_permission(ModifyPortalContent, obj=content))
