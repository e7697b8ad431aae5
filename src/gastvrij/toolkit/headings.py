"""The headings of a text: each gets a lasting id, so that a link can point at it."""

from collections.abc import Iterator
from dataclasses import dataclass
from gastvrij.values.html import inner_html
from gastvrij.values.html import readable
from gastvrij.values.html import tree_of
from lxml import etree
from lxml import html
from plone.i18n.normalizer import idnormalizer
from urllib.parse import urlencode


HEADINGS = ("h1", "h2", "h3")
LOWER = {"h1": "h3", "h2": "h3", "h3": "h4", "h4": "h5", "h5": "h6"}
LOWER_HEADINGS = ("h3", "h4")
LONGEST_ID = 60
LINK_LOOK = "gv-heading-ask gv-anchor"

# Ids that Plone's page has already.
TAKEN = frozenset(
    {
        "content",
        "main-container",
        "toolkit-addenda",
        "toolkit-examples",
        "toolkit-sources",
    }
)


@dataclass(frozen=True)
class Heading:
    """A heading in a text; ``level`` is the one it has in the page."""

    id: str
    title: str
    level: int


@dataclass(frozen=True)
class AnchoredText:
    """A text whose headings can be linked to; ``words`` is how many it has."""

    html: str
    headings: tuple[Heading, ...]
    words: int


@dataclass(frozen=True)
class Ask:
    """A link at each heading: what it says, and where it leads without the heading."""

    words: str
    url: str


def with_anchors(
    text: str,
    reserved: frozenset[str] = frozenset(),
    inside: str = "",
    ask: Ask | None = None,
) -> AnchoredText:
    """Give the headings of an HTML text an id and a link to themselves.

    The id follows from the words of the heading and does not change with its place;
    an id that an editor gave is kept, unless the page itself has it or it is one of
    ``reserved``. The page has a first heading of its own, so that one in a text
    becomes a second. A text that stands ``inside`` another, under a heading with that
    id, has headings one level lower and ids that begin with it. With ``ask`` each
    heading has a link that asks the reader something about it. ``text`` is trusted:
    it has been made safe before. Characters that no page can hold are left out.
    """
    body = tree_of(text)
    words = len(" ".join(body.xpath(".//text()")).split())
    if inside:
        _set_inside(body, inside)
    _free(body, TAKEN | reserved)
    taken = {*TAKEN, *reserved, *body.xpath(".//@id")}
    headings = tuple(_headings(body, taken, inside))
    if ask is not None:
        for heading in headings:
            _add_ask(body, heading, ask, inside)
    return AnchoredText(inner_html(body), headings, words)


def _set_inside(body: etree._Element, inside: str) -> None:
    """Lower the headings, and make the ids and the links to them begin with an id."""
    for element in list(body.iter(*LOWER)):
        element.tag = LOWER[element.tag]
    for element in body.xpath(".//*[@id]"):
        element.set("id", f"{inside}--{element.get('id')}")
    for link in body.xpath(".//a[starts-with(@href, '#')]"):
        link.set("href", f"#{inside}--{link.get('href')[1:]}")


def _free(body: etree._Element, reserved: frozenset[str]) -> None:
    """Take away the ids that belong to the page, and those that came before."""
    taken = set(reserved)
    for element in body.xpath(".//*[@id]"):
        if element.get("id") in taken:
            del element.attrib["id"]
        else:
            taken.add(element.get("id"))


def _headings(body: etree._Element, taken: set[str], inside: str) -> Iterator[Heading]:
    for element in list(body.iter(*(LOWER_HEADINGS if inside else HEADINGS))):
        title = " ".join(readable(element.text_content()).split())
        if title:
            yield _anchored(element, title, taken, inside)


def _anchored(
    element: etree._Element, title: str, taken: set[str], inside: str
) -> Heading:
    if element.tag == "h1":
        element.tag = "h2"
    if not element.get("id"):
        element.set("id", _free_id(title, taken, inside))
    taken.add(element.get("id"))
    _wrap(element, title)
    return Heading(element.get("id"), title, int(element.tag[1]))


def _free_id(title: str, taken: set[str], inside: str) -> str:
    wished = idnormalizer.normalize(title, max_length=LONGEST_ID) or "deel"
    wished = f"{inside}--{wished}" if inside else wished
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


def _add_ask(body: etree._Element, heading: Heading, ask: Ask, inside: str) -> None:
    """Put a link beside a heading; there its id is the one in its own page."""
    own = heading.id.removeprefix(f"{inside}--") if inside else heading.id
    element = body.xpath(".//*[@id=$id]", id=heading.id)[0]
    address = f"{ask.url}?{urlencode({'heading': own})}"
    link = html.Element(
        "a", {"class": "gv-heading-ask", "href": address, "rel": "nofollow"}
    )
    link.text = ask.words
    about = html.Element("span", {"class": "visually-hidden"})
    about.text = f" ({heading.title})"
    link.append(about)
    element.getparent().append(link)
