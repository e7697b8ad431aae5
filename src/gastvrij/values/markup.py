"""The little markup that can be typed in a plain box, line by line."""

from collections.abc import Iterator
from dataclasses import dataclass
from gastvrij.values.checks import leads_to_a_host
from itertools import groupby

import re


HEADINGS = {"## ": "h2", "### ": "h3"}
LISTS = ("ul", "ol")
BULLET = re.compile(r"[-*•–]\s+(?=\S)")
NUMBER = re.compile(r"\d{1,3}[.)]\s+(?=\S)")
MARKED = re.compile(
    r"\*\*(?=\S)(?P<strong>[^*]*[^*\s])\*\*"
    r"|(?<![\w*])\*(?=\S)(?P<em>[^*]*[^*\s])\*(?![\w*])"
    r"|\[(?P<words>[^\[\]]+)\]\((?P<href>(?:https?://|mailto:)[^\s()]+)\)"
    r"|(?P<bare>https?://[^\s<>()\[\]]*[^\s<>()\[\].,;:!?\"'’])"
)
STRONG, STRESSED, PLAIN = "strong", "em", ""
MARKS = {STRONG: "**", STRESSED: "*", PLAIN: ""}


@dataclass(frozen=True, slots=True)
class Run:
    """Words of a line that look alike; ``tag`` is empty for those without markup."""

    words: str
    tag: str = PLAIN
    href: str = ""


Line = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A heading of one line, a paragraph of lines, or a list of items."""

    tag: str
    lines: tuple[Line, ...]


def read_typed(typed: str) -> Iterator[Block]:
    """Return the blocks of a text as it was typed."""
    lines = [" ".join(line.split()) for line in typed.splitlines()]
    for tag, group in groupby(map(_tag_and_words, lines), key=lambda pair: pair[0]):
        found = tuple(_runs(words) for _, words in group)
        if tag in HEADINGS.values():
            yield from (Block(tag, (line,)) for line in found)
        elif tag:
            yield Block(tag, found)


def _tag_and_words(line: str) -> tuple[str, str]:
    for mark, tag in HEADINGS.items():
        if line.startswith(mark):
            return tag, line.removeprefix(mark)
    for pattern, tag in ((BULLET, "ul"), (NUMBER, "ol")):
        match = pattern.match(line)
        if match:
            return tag, line[match.end() :]
    return ("p" if line else "", line)


def _runs(words: str) -> Line:
    runs = []
    end = 0
    for match in MARKED.finditer(words):
        run = _run(match)
        if run is not None:
            runs += [Run(words[end : match.start()]), run]
            end = match.end()
    runs.append(Run(words[end:]))
    return tuple(run for run in runs if run.words)


def _run(match: re.Match[str]) -> Run | None:
    if match["strong"]:
        return Run(match["strong"], STRONG)
    if match["em"]:
        return Run(match["em"], STRESSED)
    href = match["bare"] or match["href"]
    if href.startswith("mailto:") or leads_to_a_host(href):
        return Run(match["words"] or href, "a", href)
    return None


def write_typed(blocks: list[Block]) -> str:
    """Return blocks as somebody would type them."""
    return "\n\n".join(map(_typed_block, blocks))


def _typed_block(block: Block) -> str:
    lines = ["".join(map(_typed_run, line)) for line in block.lines]
    if block.tag == "ol":
        return "\n".join(f"{n}. {line}" for n, line in enumerate(lines, 1))
    marks = {tag: mark for mark, tag in HEADINGS.items()} | {"ul": "- ", "p": ""}
    return "\n".join(marks[block.tag] + line for line in lines)


def _typed_run(run: Run) -> str:
    if run.tag == "a":
        return run.href if run.words == run.href else f"[{run.words}]({run.href})"
    return f"{MARKS[run.tag]}{run.words}{MARKS[run.tag]}"
