"""Addresses on the web, with words that tell where they lead."""

from dataclasses import dataclass
from urllib.parse import urlsplit


KNOWN_SITES = {
    "bsky.app": "Bluesky",
    "facebook.com": "Facebook",
    "instagram.com": "Instagram",
    "linkedin.com": "LinkedIn",
    "tiktok.com": "TikTok",
    "x.com": "X",
    "youtube.com": "YouTube",
}


@dataclass(frozen=True, slots=True)
class Link:
    """An address and what a reader sees of it."""

    url: str
    label: str


def link_to(url: str) -> Link:
    """Label an address with the name of a well-known site, else with its host."""
    host = (urlsplit(url).hostname or url).removeprefix("www.").removeprefix("m.")
    return Link(url, KNOWN_SITES.get(host, host))
