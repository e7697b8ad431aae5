"""A text of the site as a book can hold it: well-formed, and with known elements only.

What an e-reader or a printer does not need is left out; words never are.
"""

from collections.abc import Callable
from gastvrij.paper.picture import PICTURE
from gastvrij.values.html import tree_of
from html import escape
from lxml import etree
from urllib.parse import quote

import re


# elements that stay, and the attributes that they keep
KEPT = {
    "a": {"href"},
    "abbr": {"title"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "ol": {"start"},
    **dict.fromkeys(
        (
            *("p", "h2", "h3", "h4", "h5", "h6", "ul", "li", "dl", "dt", "dd"),
            *("strong", "em", "b", "i", "sub", "sup", "small", "cite", "q", "code"),
            *("br", "hr", "blockquote", "pre", "div", "span", "del", "ins"),
            *("table", "caption", "thead", "tbody", "tfoot", "tr"),
            *("figure", "figcaption", "img"),
        ),
        frozenset[str](),
    ),
}
EVERYWHERE = {"id", "lang"}
WITHOUT_WORDS = {
    *("script", "style", "template", "iframe", "object", "embed", "applet", "svg"),
    *("audio", "video", "canvas", "form", "input", "button", "select", "textarea"),
    *("link", "meta", "base", "source", "math"),
}
FOLLOWED = re.compile(r"(?:https?://|mailto:|tel:|#)\S", re.IGNORECASE)
SAFE = "%/:=&?~#+!$,;'@()*"
NO_ID = re.compile(r"[^\w.-]", re.ASCII)
NUMBER = re.compile(r"[0-9]{1,4}")
SCOPES = {"row", "col", "rowgroup", "colgroup"}
NUMERIC = ("colspan", "rowspan", "start")

# how headings link to themselves on a page of the site
ANCHOR = "gv-anchor"

Finder = Callable[[str], str]


def clean(text: str, piece: str, find_picture: Finder) -> str:
    """Return a text for a book; empty without words.

    ``text`` was made safe, and its headings have ids. All ids begin with that of the
    ``piece`` to which it belongs. ``find_picture`` returns the name of a picture in
    the book for its address, empty where it has none: then its alternative text stands
    in its place.
    """
    if not text.strip():
        return ""
    body = tree_of(text)
    for element in list(body.iterdescendants()):
        _clean_element(element, find_picture)
    _tidy_ids(body, piece)
    _tidy_links(body, piece)
    return _inner(body)


def _clean_element(element: etree._Element, find_picture: Finder) -> None:
    tag = element.tag
    if not isinstance(tag, str) or tag in WITHOUT_WORDS or _is_anchor(element):
        element.drop_tree()
    elif tag not in KEPT:
        element.drop_tag()
    elif tag == "img":
        _place_picture(element, find_picture)
    else:
        for name in set(element.attrib) - KEPT[tag] - EVERYWHERE:
            del element.attrib[name]
        _tidy_values(element)


def _is_anchor(element: etree._Element) -> bool:
    return element.tag == "a" and ANCHOR in element.get("class", "").split()


def _place_picture(element: etree._Element, find_picture: Finder) -> None:
    words = element.get("alt", "").strip()
    name = find_picture(element.get("src", ""))
    element.attrib.clear()
    if name:
        element.attrib.update({"src": f"{PICTURE}{name}", "alt": words})
    elif words:
        element.tag = "span"
        element.text = f"[{words}]"
    else:
        element.drop_tree()


def _tidy_values(element: etree._Element) -> None:
    """Take away values that no reader of books would understand."""
    for name in NUMERIC:
        if name in element.attrib and not NUMBER.fullmatch(element.get(name)):
            del element.attrib[name]
    if element.get("scope", "row") not in SCOPES:
        del element.attrib["scope"]


def _tidy_ids(body: etree._Element, piece: str) -> None:
    seen = set()
    for element in body.xpath(".//*[@id]"):
        name = _id(element.get("id"), piece)
        if name in seen:
            del element.attrib["id"]
        else:
            element.set("id", name)
        seen.add(name)


def _tidy_links(body: etree._Element, piece: str) -> None:
    """Keep links that lead somewhere: to another address, or to an id of this text."""
    ids = set(body.xpath(".//@id"))
    for link in list(body.iter("a")):
        href = " ".join(link.get("href", "").split())
        if href.startswith("#"):
            href = f"#{_id(href[1:], piece)}"
        if not FOLLOWED.match(href) or (href[0] == "#" and href[1:] not in ids):
            link.attrib.pop("href", None)
            continue
        link.set("href", quote(href, safe=SAFE))


def _id(name: str, piece: str) -> str:
    return f"{piece}--{NO_ID.sub('-', name)}"


def _inner(body: etree._Element) -> str:
    children = (etree.tostring(child, encoding="unicode") for child in body)
    return (escape(body.text or "", quote=False) + "".join(children)).strip()
