"""Rich text as a page may show it, and HTML as a tree."""

from html import escape
from lxml import html
from lxml.etree import ParserError
from typing import Any

import re


# what XML has no place for: most control characters, halves of a pair, two more
NO_CHARACTER = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def safe_html(content: Any, name: str) -> str:
    """Return the rich text in a field of some content, made safe; empty without one."""
    value = getattr(content, name)
    return (value.output_relative_to(content) or "") if value else ""


def has_words(value: Any) -> bool:
    """Tell whether there is something in a rich text, which may be ``None``."""
    return value is not None and bool((value.raw or "").strip())


def readable(text: str, instead: str = "") -> str:
    """Return a text without the characters that no page, feed or book can hold."""
    return NO_CHARACTER.sub(instead, text)


def tree_of(text: str) -> html.HtmlElement:
    """Return an HTML text as what stands in a ``div``; it may be any text at all."""
    try:
        return html.fragment_fromstring(readable(text), create_parent="div")
    except (AssertionError, ParserError):  # a whole page without a body
        return html.Element("div")


def inner_html(body: html.HtmlElement) -> str:
    """Return as HTML what stands in an element."""
    children = (html.tostring(child, encoding="unicode") for child in body)
    return readable(escape(body.text or "", quote=False) + "".join(children))
