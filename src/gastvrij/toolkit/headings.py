"""The headings of a text: each gets a lasting id, so that a link can point at it."""

from dataclasses import dataclass
from html import escape
from lxml import etree
from lxml import html
from plone.i18n.normalizer import idnormalizer

import re


HEADINGS = ("h1", "h2", "h3")
LONGEST_ID = 60
LINK_LOOK = "gv-heading-ask gv-anchor"

# What XML has no place for: most control characters, halves of a pair, two more.
NO_CHARACTER = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

# Ids that Plone's page has already.
TAKEN = frozenset({"content", "main-container"})


@dataclass(frozen=True)
class Heading:
    """A heading in a text; ``level`` is 2 or 3."""

    id: str
    title: str
    level: int


@dataclass(frozen=True)
class AnchoredText:
    """A text whose headings can be linked to; ``words`` is how many it has."""

    html: str
    headings: tuple[Heading, ...]
    words: int


def with_anchors(text: str) -> AnchoredText:
    """Give the headings of an HTML text an id and a link to themselves.

    The id follows from the words of the heading and does not change with its place;
    an id that an editor gave is kept. The page has a first heading of its own, so
    that one in a text becomes a second. ``text`` is trusted: it has been made safe
    before. Characters that no page can hold are left out.
    """
    text = _readable(text)
    if not text.strip():
        return AnchoredText("", (), 0)
    body = html.fragment_fromstring(text, create_parent="div")
    taken = set(TAKEN) | set(body.xpath(".//@id"))
    found = []
    for element in list(body.iter(*HEADINGS)):
        title = " ".join(_readable(element.text_content()).split())
        if title:
            found.append(_anchored(element, title, taken))
    return AnchoredText(_inner(body), tuple(found), len(body.text_content().split()))


def _readable(text: str) -> str:
    return NO_CHARACTER.sub("", text)


def _anchored(element: etree._Element, title: str, taken: set[str]) -> Heading:
    if element.tag == "h1":
        element.tag = "h2"
    if not element.get("id"):
        element.set("id", _free_id(title, taken))
    taken.add(element.get("id"))
    _wrap(element, title)
    return Heading(element.get("id"), title, int(element.tag[1]))


def _free_id(title: str, taken: set[str]) -> str:
    wished = idnormalizer.normalize(title, max_length=LONGEST_ID) or "deel"
    free, count = wished, 1
    while free in taken:
        count += 1
        free = f"{wished}-{count}"
    return free


def _wrap(element: etree._Element, title: str) -> None:
    """Put a heading and the link to it beside each other."""
    wrapper = html.Element("div", {"class": "gv-heading"})
    wrapper.tail, element.tail = element.tail, None
    element.getparent().replace(element, wrapper)
    link = html.Element("a", {"class": LINK_LOOK, "href": f"#{element.get('id')}"})
    sign = html.Element("span", {"aria-hidden": "true"})
    sign.text = "#"
    words = html.Element("span", {"class": "visually-hidden"})
    words.text = title
    link.extend((sign, words))
    wrapper.extend((element, link))


def _inner(body: etree._Element) -> str:
    children = (html.tostring(child, encoding="unicode") for child in body)
    return _readable(escape(body.text or "", quote=False) + "".join(children))
