"""The addresses below a thing, read from what is registered for it."""

from plone.browserlayer.utils import registered_layers
from plone.rest.interfaces import IAPIRequest
from typing import Any
from zope.component import getGlobalSiteManager
from zope.interface import alsoProvides
from zope.interface import Interface
from zope.interface import providedBy
from zope.publisher.browser import TestRequest
from zope.publisher.interfaces.browser import IDefaultBrowserLayer

import re


METHODS = ("GET_", "POST_", "PATCH_", "PUT_", "DELETE_", "OPTIONS_", "HEAD_")

# what a type's FTI and the publisher know beside the registrations
EXTRA = (
    "",
    "/",
    "/view",
    "/edit",
    "/sharing",
    "/title",
    "/Title",
    "/description",
    "/text/raw",
    "/image",
    "/file/data",
    "/index_html",
    "/manage_main",
    "/manage_workspace",
    "/manage_DAVget",
    "/objectIds",
    "/objectValues",
    "/contentIds",
    "/SearchableText",
    "/UID",
    "/@@images/image",
    "/@@images/image/mini",
    "/@@images/image-40-2b4cd8b4.png",
    "/@@download/file/x.pdf",
    "/@@download/report_book",
    "/@@display-file/file",
    "/@@edit/++widget++title/@@ploneform-render-widget",
    "/@@edit/++widget++form.widgets.title/@@ploneform-render-widget",
    "/++widget++title",
    "/++add++File",
    "/++add++ToolkitSection",
    "/++api++",
    "/++api++/@breadcrumbs",
    "/++rest++x/y",
    "/@@getVocabulary?name=plone.app.vocabularies.Catalog&field=x",
    "/@@iterate_control/checkout_allowed",
    "/folder_contents",
    "/rss.xml",
    "/RSS",
    "/atom.xml",
    "/itunes.xml",
    "/sitemap.xml.gz",
    "/login",
    "/@@plone_lock_info/lock_info",
    "/ics_view",
    "/@history/0",
    "/@workflow/publish",
    "/@types/File",
    "/@vocabularies/plone.app.vocabularies.Catalog",
    "/@querysources/previous_edition?query=windorgel",
    "/@copy",
    "/@relations?target=x",
    "/toolkit",
    "/groepen/open",
    "/netwerkdagen/2030",
    "/acl_users",
    "/portal_catalog",
    "/__neveranything",
)


def views_of(content: Any, request: Any) -> list[str]:
    """Return the names of all views that are registered for a thing."""
    found = getGlobalSiteManager().adapters.lookupAll(
        (providedBy(content), providedBy(request)), Interface
    )
    return sorted(
        name
        for name, factory in found
        if re.fullmatch(r"[\w.@+-]+", name) and not name.startswith(METHODS)
    )


def services_of(content: Any, request: Any) -> list[tuple[str, str]]:
    """Return the REST services registered for a thing, as method and name."""
    found = getGlobalSiteManager().adapters.lookupAll(
        (providedBy(content), providedBy(request)), Interface
    )
    names = [name.split("_application_json_") for name, factory in found]
    return sorted((part[0], part[1]) for part in names if len(part) == 2)


def ours_of(content: Any, request: Any) -> list[tuple[str, dict[str, str]]]:
    """Return the pages and the services of ours that are read, below a thing."""
    found = getGlobalSiteManager().adapters.lookupAll(
        (providedBy(content), providedBy(request)), Interface
    )
    ours = [name for name, factory in found if name and _is_ours(factory)]
    services = [name.split("_application_json_") for name in ours]
    return [
        *(
            (name, {"Accept": "text/html"})
            for name in ours
            if not name.startswith(METHODS)
        ),
        *((s[1], {"Accept": "application/json"}) for s in services if s[0] == "GET"),
    ]


def _is_ours(factory: Any) -> bool:
    bases = getattr(factory, "__mro__", ())
    return any(base.__module__.startswith("gastvrij.") for base in bases)


def site_request() -> TestRequest:
    """Return a request as it arrives at our site, asking for JSON or not."""
    request = TestRequest()
    alsoProvides(request, IAPIRequest, IDefaultBrowserLayer, *registered_layers())
    return request
