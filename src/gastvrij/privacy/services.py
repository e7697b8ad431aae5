"""Stock services that told about what somebody may not see."""

from gastvrij.privacy.redirects import is_out_of_sight
from plone import api
from plone.app.uuid.utils import uuidToObject
from plone.restapi.services.contextnavigation.get import ContextNavigation
from plone.restapi.services.contextnavigation.get import ContextNavigationGet
from plone.restapi.services.linkintegrity.get import LinkIntegrityGet
from typing import Any
from zExceptions import NotFound


NOWHERE = "/-"


class LinkIntegrity(LinkIntegrityGet):
    """``GET @linkintegrity?uids=``: which links break when these things go.

    A UID that leads to what the sender may not see is answered as one nobody bears.
    """

    def reply(self) -> list[dict[str, Any]]:
        """Return the links; raise ``NotFound`` for a UID not known to the sender."""
        uids = self.request.form.get("uids", [])
        for uid in uids if isinstance(uids, list) else [uids]:
            content = uuidToObject(uid, unrestricted=True)
            if content is None or is_out_of_sight(content, self.request):
                raise NotFound(uid)
        return super().reply()


class DiscreetNavigation(ContextNavigation):
    """Navigation from a chosen root, which is nowhere for who may not see it."""

    def __call__(
        self, expand: bool = False, prefix: str = "expand.contextnavigation."
    ) -> dict[str, Any]:
        """Return the navigation for plone.restapi's expander and service."""
        form = self.request.form
        path = str(form.get(f"{prefix}root_path", "")).strip("/")
        root = api.portal.get().unrestrictedTraverse(path, None)
        if root is not None and is_out_of_sight(root, self.request):
            form[f"{prefix}root_path"] = NOWHERE
        return super().__call__(expand, prefix)


class NavigationInContext(ContextNavigationGet):
    """``GET @contextnavigation``: what lies around a page."""

    def reply(self) -> dict[str, Any]:
        """Return the same as the expander."""
        navigation = DiscreetNavigation(self.context, self.request)
        return navigation(expand=True)["contextnavigation"]
