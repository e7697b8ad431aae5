"""The traversal guard: what somebody may not see is a name that does not exist."""

from gastvrij.privacy.interfaces import IGuarded
from gastvrij.privacy.sender import may_view
from plone.dexterity.content import FTIAwareSpecification
from Products.CMFCore.DynamicType import DynamicType
from typing import Any
from zope.interface import implementer
from ZPublisher.HTTPRequest import HTTPRequest


@implementer(IGuarded)
class Guarded(DynamicType):
    """Comes first among the bases of a content class that is guarded.

    The publisher calls the hook below as soon as an address has led it to an object,
    before it reads the rest of that address: so nothing below is reached either.
    """

    # that of ``DynamicType`` would hide the markers of a type's behaviors
    __providedBy__ = FTIAwareSpecification()

    def __before_publishing_traverse__(self, first: Any, second: Any = None) -> None:
        """Let the publisher go on for who may view this, else raise ``NotFound``.

        Nobody may view what has no type any more, since the add-on was uninstalled.
        """
        request = second or first
        if self.getTypeInfo() is None or not may_view(self, request):
            end_as_unknown(request)
        super().__before_publishing_traverse__(first, second)


def end_as_unknown(request: HTTPRequest) -> None:
    """Raise what the publisher raises when the last name so far does not exist.

    The object leaves the path first, so that the error page is its container's.
    """
    request["PARENTS"].pop()
    request.response.notFoundError(request["URL"])
