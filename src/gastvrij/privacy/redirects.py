"""Addresses that moved: nobody is led to, or told of, what they may not see."""

from Acquisition import aq_chain
from Acquisition import aq_inner
from gastvrij.privacy.interfaces import IGuarded
from gastvrij.privacy.sender import may_view
from itertools import accumulate
from plone import api
from plone.app.redirector.interfaces import IRedirectionStorage
from typing import Any
from zope.component import getUtility
from ZPublisher.HTTPRequest import HTTPRequest


def is_out_of_sight(content: Any, request: HTTPRequest) -> bool:
    """Tell whether the sender may not view something guarded: this, or around it."""
    return any(
        IGuarded.providedBy(part) and not may_view(part, request)
        for part in aq_chain(aq_inner(content))
    )


def leads_out_of_sight(address: str, request: HTTPRequest) -> bool:
    """Tell whether what stood at ``address`` moved to where the sender may not look."""
    storage = getUtility(IRedirectionStorage)
    moved = [storage.get(path) for path in _beginnings(address, request)]
    contents = [_content_at(path) for path in moved if path]
    return any(
        content is not None and is_out_of_sight(content, request)
        for content in contents
    )


def _beginnings(address: str, request: HTTPRequest) -> list[str]:
    names = request.physicalPathFromURL(address)
    return list(accumulate((n for n in names if n != "++api++"), "{}/{}".format))


def _content_at(path: str) -> Any:
    return api.portal.get().unrestrictedTraverse(path, None)
