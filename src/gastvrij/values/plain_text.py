"""A text with a little markup, typed in a plain box and kept as HTML.

What can be typed: paragraphs with an empty line between them, ``## a heading``,
``### a smaller one``, lists of lines that begin with ``-`` or ``1.``, ``**strong**``,
``*stressed*``, an address that begins with https://, and ``[words](https://...)``.
"""

from collections.abc import Iterator
from gastvrij.values.markup import Block
from gastvrij.values.markup import Line
from gastvrij.values.markup import LISTS
from gastvrij.values.markup import read_typed
from gastvrij.values.markup import Run
from gastvrij.values.markup import STRESSED
from gastvrij.values.markup import STRONG
from gastvrij.values.markup import write_typed
from html import escape
from itertools import groupby
from lxml.etree import ParserError
from lxml.html import document_fromstring
from lxml.html import fragments_fromstring
from typing import Any

import re


WORDS = "//text()[not(parent::script or parent::style)]"
TAGS = {"strong": STRONG, "b": STRONG, "em": STRESSED, "i": STRESSED, "a": "a"}


class Richer(ValueError):
    """HTML that says more than can be typed in a plain box."""


def to_html(typed: str) -> str:
    """Return what was typed as safe HTML; empty for blank."""
    return "\n".join(map(_html_of_block, read_typed(typed)))


def to_plain(html: str) -> str:
    """Return HTML as somebody would type it.

    Raises ``Richer`` where typing it would lose or change anything but white space.
    """
    blocks = list(_read_html(html))
    typed = write_typed(blocks)
    if list(read_typed(typed)) != blocks:
        raise Richer
    return typed


def without_markup(html: str) -> str:
    """Return the words of any HTML, with an empty line where a block ends."""
    blocks = re.sub(r"(?i)<(?:br|/p|/h\d|/li|/tr|/div)\b[^>]*>", "\n\n", html)
    # a whole page, a comment or a doctype is no fragment, but within a block it is read
    words = "".join(document_fromstring(f"<div>{blocks}</div>").xpath(WORDS))
    lines = [" ".join(line.split()) for line in words.splitlines()]
    return "\n\n".join(filter(None, lines))


def _html_of_block(block: Block) -> str:
    lines = ["".join(map(_html_of_run, line)) for line in block.lines]
    if block.tag in LISTS:
        items = "\n".join(f"<li>{line}</li>" for line in lines)
        return f"<{block.tag}>\n{items}\n</{block.tag}>"
    return f"<{block.tag}>{'<br />'.join(lines)}</{block.tag}>"


def _html_of_run(run: Run) -> str:
    words = escape(run.words)
    href = f' href="{escape(run.href)}"' if run.href else ""
    return f"<{run.tag}{href}>{words}</{run.tag}>" if run.tag else words


def _fragments(html: str) -> list[Any]:
    try:
        return list(fragments_fromstring(html)) if html.strip() else []
    except (AssertionError, ParserError, TypeError, ValueError):
        raise Richer from None


def _read_html(html: str) -> Iterator[Block]:
    for element in _fragments(html):
        if isinstance(element, str):
            _only_space(element)
            continue
        _only_space(element.tail)
        if element.attrib or element.tag not in ("p", "h2", "h3", *LISTS):
            raise Richer
        if element.tag in LISTS:
            yield Block(element.tag, tuple(_items(element)))
            continue
        # an empty line in a paragraph begins another one
        for has_words, lines in groupby(_lines(element), key=bool):
            if has_words:
                yield Block(element.tag, tuple(lines))


def _items(element: Any) -> Iterator[Line]:
    _only_space(element.text)
    for item in element:
        _only_space(item.tail)
        lines = _lines(item)
        if item.tag != "li" or item.attrib or len(lines) != 1:
            raise Richer
        yield lines[0]


def _lines(element: Any) -> list[Line]:
    lines: list[list[Run]] = [[Run(element.text or "")]]
    for child in element:
        if child.tag == "br":
            lines.append([])
        elif child.tag in TAGS and not len(child) and set(child.attrib) <= {"href"}:
            run = Run(child.text or "", TAGS[child.tag], child.get("href", ""))
            lines[-1].append(run)
        else:
            raise Richer
        lines[-1].append(Run(child.tail or ""))
    return [_tidy(line) for line in lines]


def _tidy(runs: list[Run]) -> Line:
    """Let white space count as HTML does: once, outside markup, never at the ends."""
    tidied: list[Run] = []
    for run in runs:
        words = " ".join(run.words.split())
        before = " " * (run.words != run.words.lstrip())
        after = " " * (run.words != run.words.rstrip())
        for part in (Run(before), Run(words, run.tag, run.href), Run(after)):
            _join(tidied, part)
    if tidied and not tidied[-1].tag:
        tidied.append(Run(tidied.pop().words.rstrip()))
    return tuple(run for run in tidied if run.words)


def _join(runs: list[Run], run: Run) -> None:
    last = runs[-1] if runs else Run("")
    words = run.words.lstrip() if not runs or last.words.endswith(" ") else run.words
    if not words:
        return
    if runs and not run.tag and not last.tag:
        runs[-1] = Run(last.words + words)
    else:
        runs.append(Run(words, run.tag, run.href))


def _only_space(words: str | None) -> None:
    if words and words.strip():
        raise Richer
