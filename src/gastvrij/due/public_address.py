"""Where the public finds a site: what letters say that nobody's request led to."""

from gastvrij.settings.records import PREFIX
from plone.registry.interfaces import IRegistry
from typing import Any
from urllib.parse import urlsplit
from zope.component import queryUtility

import App.config


SETTING = f"{PREFIX}.public_url"
KEY = "public-url"
ID = "{site}"


def public_url(site: Any) -> str:
    """Return the public address of a site, without a slash at its end.

    It is what the control panel says, else what the instance's configuration says,
    in which ``{site}`` stands for the id of the site. Empty when neither says anything
    that is an address.
    """
    registry = queryUtility(IRegistry, context=site)
    chosen = (registry.get(SETTING) if registry is not None else None) or ""
    configured = instance_configuration().get(KEY, "")
    return _address(chosen) or _address(configured.replace(ID, site.getId()))


def instance_configuration() -> dict[str, str]:
    """Return the section ``<product-config gastvrij>`` of zope.conf; empty without."""
    sections = getattr(App.config.getConfiguration(), "product_config", None) or {}
    return sections.get("gastvrij", {})


def _address(text: str) -> str:
    """Return the text when it is the address of a site, else nothing."""
    try:
        parts = urlsplit(text.strip())
        parts.port  # noqa: B018, raises for what is no port
    except ValueError:
        return ""
    is_web = parts.scheme in ("http", "https") and bool(parts.hostname)
    return f"{parts.scheme}://{parts.netloc}{parts.path}".rstrip("/") if is_web else ""
