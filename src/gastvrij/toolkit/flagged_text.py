"""A text as an editor reads it: what readers doubt stands under its heading."""

from collections.abc import Iterable
from dataclasses import dataclass
from gastvrij import _
from gastvrij.spelling.dates import BELGIUM
from gastvrij.spelling.dates import day_in_words
from gastvrij.toolkit.flag_words import KINDS
from gastvrij.toolkit.flags import Flag
from gastvrij.values.html import inner_html
from gastvrij.values.html import tree_of
from lxml import html
from zope.i18n import translate
from zope.i18nmessageid import Message


# what is around a heading and the links to it: see ``with_anchors``
HEADING = ".//div[@class='gv-heading'][*[1]/@id=$id]"


@dataclass(frozen=True)
class FlagRow:
    """A doubt as an editor reads it; ``title`` and ``line`` may be empty."""

    id: str
    heading: str
    title: str
    kind: Message
    line: str
    day: str


def rows_of(flags: Iterable[Flag], language: str) -> list[FlagRow]:
    """Return doubts in words."""
    return [
        FlagRow(
            id=flag.id,
            heading=flag.heading,
            title=flag.title,
            kind=KINDS[flag.kind],
            line=flag.line,
            day=day_in_words(flag.since.astimezone(BELGIUM).date(), language) or "",
        )
        for flag in flags
    ]


def with_flags(text: str, flags: Iterable[FlagRow], language: str) -> str:
    """Put each doubt under its heading, with a link to where it is handled.

    ``text`` is HTML whose headings have their ids. A doubt about a heading that is
    gone is only handled.
    """
    found = [flag for flag in flags if flag.heading]
    if not text or not found:
        return text
    body = tree_of(text)
    for flag in reversed(found):
        for heading in body.xpath(HEADING, id=flag.heading):
            heading.addnext(_note(flag, language))
    return inner_html(body)


def _note(flag: FlagRow, language: str) -> html.HtmlElement:
    words = _(
        "flag_at_heading",
        default="A reader doubts: ${kind}",
        mapping={"kind": translate(flag.kind, target_language=language)},
    )
    note = html.Element("p", {"class": "gv-notice gv-notice--attention"})
    link = html.Element("a", {"href": f"#flag-{flag.id}"})
    link.text = translate(words, target_language=language)
    note.append(link)
    return note
