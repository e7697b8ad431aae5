"""Who sent a request, asked before the publisher itself has found out."""

from AccessControl import getSecurityManager
from AccessControl.PermissionRole import rolesForPermissionOn
from AccessControl.SecurityManagement import setSecurityManager
from Acquisition import aq_base
from Acquisition import aq_chain
from collections.abc import Iterator
from typing import Any
from ZPublisher.HTTPRequest import HTTPRequest


VIEW = "View"


def may_view(content: Any, request: HTTPRequest) -> bool:
    """Tell whether the sender of ``request`` may view ``content``.

    Nobody is identified where visitors may view it: a public page costs one look at its
    roles. Otherwise the user folders are asked what the publisher asks them afterwards.
    """
    roles = rolesForPermissionOn(VIEW, content)
    return "Anonymous" in roles or _is_validated(content, request, roles)


def _is_validated(content: Any, request: HTTPRequest, roles: Any) -> bool:
    manager = getSecurityManager()
    published = request.other.pop("PUBLISHED", None)
    request.set("PUBLISHED", content)
    try:
        return any(
            folder.validate(request, request._auth, roles) is not None
            for folder in _user_folders(content)
        )
    finally:
        setSecurityManager(manager)
        request.set("PUBLISHED", published)
        if published is None:
            del request.other["PUBLISHED"]


def _user_folders(content: Any) -> Iterator[Any]:
    for parent in aq_chain(content):
        if hasattr(aq_base(parent), "__allow_groups__"):
            yield parent.__allow_groups__
