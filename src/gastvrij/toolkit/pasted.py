"""Text that was pasted from a word processor, without what it hides in its markup.

Word, LibreOffice and Google Docs paste fonts, colours, sizes and their own remarks.
What a reader needs stays: headings, paragraphs, lists, tables, links, bold and italic.
"""

from gastvrij.values.html import inner_html
from gastvrij.values.html import tree_of
from itertools import groupby
from lxml import html

import re


SIGNS = re.compile(
    r"class=\"?'?Mso|\bmso-|<o:p|<!--\[if|docs-internal-guid|schemas-microsoft-com"
    r"|name=\"?generator\"? content=\"?LibreOffice",
    re.IGNORECASE,
)
HIDDEN = re.compile(
    r"<!--.*?-->|<!\[.*?\]>|<(style|xml|title|script)\b.*?</\1\s*>"
    r"|<(?:meta|link|\?xml)\b[^>]*>",
    re.IGNORECASE | re.DOTALL,
)
LOOKS = frozenset(
    (
        *("style", "class", "lang", "dir", "align", "valign", "width", "height"),
        *("border", "bgcolor", "color", "face", "size", "cellpadding", "cellspacing"),
    )
)
SHELLS = ("span", "font", "center")
LIST = "MsoListParagraph"
MARKER = re.compile(r"^\s*(?:(?P<bullet>[·•§o▪–-])|\(?(?:\d+|[a-z])[.)])[\s\xa0]+")


def cleaned(text: str) -> str:
    """Return an HTML text cleaned where it was pasted; any other as it is."""
    if not SIGNS.search(text):
        return text
    body = tree_of(HIDDEN.sub("", text))
    _make_lists(body)
    for element in list(body.iterdescendants()):
        if _is_shell(element):
            element.drop_tag()
            continue
        for name in list(element.attrib):
            if name in LOOKS or ":" in name or _is_mark(element, name):
                del element.attrib[name]
    for paragraph in list(body.iter("p")):
        if not len(paragraph) and not (paragraph.text_content() or "").strip():
            paragraph.drop_tree()
    return inner_html(body)


def _is_shell(element: html.HtmlElement) -> bool:
    """Tell whether an element is there for its looks only."""
    is_plain = "font-weight:normal" in element.get("style", "").replace(" ", "")
    return (
        element.tag in SHELLS
        or ":" in element.tag
        or (element.tag in ("b", "strong") and is_plain)
        or (element.tag == "a" and not element.get("href") and not len(element.attrib))
    )


def _is_mark(element: html.HtmlElement, name: str) -> bool:
    value = element.get(name, "")
    return name in ("id", "name") and value.startswith(("_", "docs-internal-guid"))


def _make_lists(body: html.HtmlElement) -> None:
    """Turn the paragraphs that Word makes of a list into a list."""
    for (is_item, parent), group in groupby(list(body.iter("p")), _place):
        if not is_item or parent is None:
            continue
        items = list(group)
        marker = MARKER.match(items[0].text_content())
        is_numbered = marker is not None and marker["bullet"] is None
        made = html.Element("ol" if is_numbered else "ul")
        items[0].addprevious(made)
        for item in items:
            _take_marker_off(item)
            item.tag = "li"
            item.tail = None
            made.append(item)


def _place(paragraph: html.HtmlElement) -> tuple[bool, html.HtmlElement | None]:
    return paragraph.get("class", "").startswith(LIST), paragraph.getparent()


def _take_marker_off(item: html.HtmlElement) -> None:
    for part in item.xpath(".//*[contains(@style, 'mso-list')]"):
        if "ignore" in part.get("style", "").lower():
            part.drop_tree()
            return
    item.text = MARKER.sub("", item.text or "", count=1)
