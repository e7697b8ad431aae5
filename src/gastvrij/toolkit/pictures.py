"""Pictures in a text, and the words that stand for them."""

from dataclasses import dataclass
from gastvrij import _
from gastvrij.toolkit.part import IToolkitPart
from gastvrij.values.html import inner_html
from gastvrij.values.html import tree_of
from lxml.html import HtmlElement
from plone.app.uuid.utils import uuidToCatalogBrain
from typing import Any
from urllib.parse import unquote
from zope import schema
from zope.i18nmessageid import Message
from zope.interface import Interface

import re


HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
UID = re.compile("[0-9a-f]{32}")
# what says of a picture that it is there for its looks only
DECORATION = "presentation"


class IDecoration(Interface):
    """Lets an editor say that pictures have nothing to tell."""

    decoration = schema.Bool(
        title=_("label_decoration", default="Pictures without words are decoration"),
        description=_(
            "help_decoration",
            default="They tell nothing that a reader has to know. Who does not see"
            " them, hears nothing of them.",
        ),
        required=False,
        default=False,
    )


@dataclass(frozen=True)
class Picture:
    """A picture by its name, and the words of the heading under which it stands."""

    name: str
    heading: str = ""

    def __str__(self) -> str:
        """Say which picture it is, in one line."""
        return f"{self.name} ({self.heading})" if self.heading else self.name


def wordless(thing: Any) -> list[Picture]:
    """Return the pictures in a part or addendum that nobody wrote words for."""
    text = thing.text if IToolkitPart.providedBy(thing) else None
    return without_words(text.raw) if text is not None and text.raw else []


def without_words(text: str) -> list[Picture]:
    """Return the pictures in an HTML text that have no words.

    Who does not see a picture, hears its alternative text. One that is marked as
    decoration has nothing to tell.
    """
    if "<img" not in text:
        return []
    found: list[Picture] = []
    heading = ""
    for element in tree_of(text).iter(*HEADINGS, "img"):
        if element.tag in HEADINGS:
            heading = " ".join(element.text_content().split())
        elif _is_wordless(element):
            found.append(Picture(_name(element.get("src", "")), heading))
    return found


def as_decoration(text: str) -> str:
    """Return an HTML text in which the pictures without words are decoration."""
    if "<img" not in text:
        return text
    body = tree_of(text)
    for picture in filter(_is_wordless, body.iter("img")):
        picture.set("alt", "")
        picture.set("role", DECORATION)
    return inner_html(body)


def words_asked(pictures: list[Picture]) -> Message:
    """Ask for the words of pictures, each by its name."""
    return _(
        "error_pictures_without_words",
        default="These pictures have no alternative text: ${pictures}. Tell in a few"
        " words what they show. If they are there for their looks only, tick that in"
        " the form of the text.",
        mapping={"pictures": "; ".join(map(str, pictures))},
    )


def _is_wordless(picture: HtmlElement) -> bool:
    is_decoration = picture.get("role") in (DECORATION, "none")
    return not is_decoration and not (picture.get("alt") or "").strip()


def _name(address: str) -> str:
    """Return by what a person knows a picture: its title, else its name."""
    path = unquote(address.partition("?")[0]).partition("/@@images")[0]
    name = path.rstrip("/").rpartition("/")[2]
    brain = uuidToCatalogBrain(name) if UID.fullmatch(name) else None
    return (brain.Title if brain is not None else name) or address
