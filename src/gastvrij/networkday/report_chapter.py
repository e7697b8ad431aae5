"""The notes of one item as HTML, in a report book."""

from gastvrij import _
from gastvrij.networkday.letter_facts import said
from gastvrij.networkday.report_book import Chapter
from gastvrij.networkday.report_book import Shown
from gastvrij.paper.picture import PICTURE
from lxml import etree
from lxml.builder import E
from zope.i18nmessageid import Message


INSIGHTS = _("report_insights", default="Insights")
TIPS = _("report_tips", default="Tips")
SIGNAL = _("report_signal", default="A signal for policy")


def chapter_of(chapter: Chapter, language: str) -> etree._Element:
    """Return the notes of an item."""
    section = E.section(
        {"class": "chapter", "id": chapter.id},
        E.p({"class": "kicker"}, " · ".join(chapter.about)),
        titled("h1", chapter.title),
    )
    if chapter.speakers:
        section.append(E.p({"class": "speakers"}, _spoken(chapter, language)))
    section.extend(_list(chapter.insights, INSIGHTS, "insights", language))
    section.extend(_list(chapter.tips, TIPS, "tips", language))
    if chapter.signal:
        section.append(
            E.div(
                {"class": "signal"},
                E.h2(said(SIGNAL, language)),
                E.p(*lines_of(chapter.signal)),
            )
        )
    if chapter.pictures:
        section.append(E.div({"class": "pictures"}, *map(_picture, chapter.pictures)))
    if chapter.names:
        words = _(
            "report_written_by",
            default="Notes: ${names}",
            mapping={"names": ", ".join(chapter.names)},
        )
        section.append(E.p({"class": "by"}, said(words, language)))
    return section


def _spoken(chapter: Chapter, language: str) -> str:
    names = "; ".join(map(speaker_words, chapter.speakers))
    words = _("report_with_speakers", default="With ${names}", mapping={"names": names})
    return said(words, language)


def _list(
    texts: tuple[str, ...], heading: Message, kind: str, language: str
) -> list[etree._Element]:
    if not texts:
        return []
    items = [E.li(*lines_of(each)) for each in texts]
    listed = E.ol(*items) if kind == "insights" else E.ul(*items)
    listed.set("class", kind)
    return [E.h2(said(heading, language)), listed]


def _picture(shown: Shown) -> etree._Element:
    image = E.img({"src": f"{PICTURE}{shown.name}", "alt": shown.alt})
    return E.figure(image, E.figcaption(shown.alt))


def speaker_words(speaker: tuple[str, str]) -> str:
    """Return a name, and the organisation if there is one."""
    return ", ".join(filter(None, speaker))


def titled(tag: str, title: str) -> etree._Element:
    """Return a heading that stands above its pages too."""
    return E(tag, {"data-running": title}, title)


def lines_of(text: str) -> list[str | etree._Element]:
    """Return a text with its line breaks."""
    parts: list[str | etree._Element] = []
    for line in text.splitlines():
        parts += [E.br()] if parts else []
        parts.append(line)
    return parts
