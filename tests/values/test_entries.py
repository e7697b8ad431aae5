"""What is typed in a form of ours, the value that it becomes, and what is wrong."""

from datetime import date
from gastvrij import _
from gastvrij.values.entries import Area
from gastvrij.values.entries import Day
from gastvrij.values.entries import Entry
from gastvrij.values.entries import Lines
from gastvrij.values.entries import many
from gastvrij.values.entries import Number
from gastvrij.values.entries import one
from gastvrij.values.field import rows_of
from gastvrij.values.refusal import Refused
from gastvrij.values.rich_entries import MarkedText
from gastvrij.values.rich_entries import Picture
from gastvrij.values.rich_entries import TypedPicture
from gastvrij.values.rich_entries import TypedText
from gastvrij.values.row_entries import Rows
from gastvrij.values.sheet import Sheet
from odd import ODD
from plone.app.textfield import RichText
from plone.app.textfield.value import RichTextValue
from plone.namedfile.field import NamedBlobImage
from plone.schema.email import Email
from types import SimpleNamespace
from typing import Any
from zope import schema
from zope.interface import Interface
from zope.interface import invariant

import pytest


class IThing(Interface):
    """What is needed, until when."""

    text = schema.TextLine(title="Wat", max_length=20)
    until = schema.Date(title="Tot", required=False)


class INote(Interface):
    """Something to fill in."""

    title = schema.TextLine(title="Naam", max_length=10)
    story = schema.Text(title="Verhaal", required=False)
    email = Email(title="E-mail", required=False)
    founded = schema.Int(title="Jaar", required=False)
    until = schema.Date(title="Tot", required=False)
    links = schema.List(
        title="L", value_type=schema.URI(), required=False, max_length=2
    )
    text = RichText(title="Tekst", required=False, max_length=100)
    image = NamedBlobImage(title="Foto", required=False)
    things = rows_of(IThing, title="Dingen", max_length=2)

    @invariant
    def story_has_a_title(data: Any) -> None:
        """A story is about its title."""
        if data.story and data.title and data.title not in data.story:
            raise Refused(_("no_title", default="No title."), "story")


RICH = RichTextValue("<table><tr><td>Een</td></tr></table>", "text/html", "text/html")
SIMPLE = RichTextValue("<p>Dag <b>buur</b></p>", "text/html", "text/html")


def entries():
    """Return an entry for every field."""
    things = tuple(
        kind(IThing[name]) for name, kind in (("text", Entry), ("until", Day))
    )
    return [
        Entry(INote["title"]),
        Area(INote["story"]),
        Entry(INote["email"]),
        Number(INote["founded"]),
        Day(INote["until"]),
        Lines(INote["links"]),
        MarkedText(INote["text"]),
        Picture(INote["image"]),
        Rows(INote["things"], cells=things),
    ]


def note(**values):
    """Return something that was filled in before."""
    nothing = dict.fromkeys(INote, None)
    return SimpleNamespace(**nothing | {"title": "Naam"} | values)


def sheet(content=None, **form):
    """Return a form as it was sent, and checked."""
    form = {"title": "Naam"} | form
    sent = Sheet.sent(entries(), content or note(), form)
    sent.check(INote)
    return sent


@pytest.mark.parametrize(
    ("name", "typed", "value"),
    [
        ("title", " Deur ", "Deur"),
        ("story", "Naam\r\nen meer\r\n", "Naam\nen meer"),
        ("story", " ", None),
        ("founded", "2015", 2015),
        ("founded", "", None),
        ("until", "2026-06-30", date(2026, 6, 30)),
        ("until", "30/6/2026", date(2026, 6, 30)),
        ("until", "1-2-2026", date(2026, 2, 1)),
        ("links", "https://a.be\r\n\r\n https://a.be \nhttps://b.be", None),
        ("text", "", None),
    ],
)
def test_what_is_typed_becomes_a_value(name, typed, value):
    sent = sheet(**{name: typed})
    assert sent.sentences == {}
    if name == "links":
        value = ["https://a.be", "https://b.be"]
    assert sent.values[name] == value
    assert sent.typed["title"]


@pytest.mark.parametrize(
    ("form", "name", "sentence"),
    [
        ({"title": ""}, "title", "error_required"),
        ({"title": "x" * 11}, "title", "error_too_long"),
        ({"title": "a\0b"}, "title", "error_odd_value"),
        ({"story": "Iets anders"}, "story", "no_title"),
        ({"email": "geen"}, "email", "error_email"),
        ({"founded": "²"}, "founded", "error_number"),
        ({"founded": "9" * 5000}, "founded", "error_number"),
        ({"until": "31/2/2026"}, "until", "error_date"),
        ({"until": "morgen"}, "until", "error_date"),
        ({"links": "https://a.be\nb b"}, "links", "error_odd_value"),
        (
            {"links": "https://a.be\nhttps://b.be\nhttps://c.be"},
            "links",
            "error_too_many",
        ),
        ({"text": "x" * 101}, "text", "msg_text_too_long"),
        ({"text": "a\0b"}, "text", "error_odd_value"),
        ({"things-0-until": "2026-01-01"}, "things-0-text", "error_required"),
        ({"things-4-text": "x" * 21}, "things-0-text", "error_too_long"),
        ({"things-0-text": "x", "things-1-until": "x"}, "things-1-until", "error_date"),
        ({f"things-{n}-text": "x" for n in range(3)}, "things", "error_too_many"),
    ],
)
def test_what_is_wrong_is_told_at_its_box(form, name, sentence):
    sent = sheet(**form)
    assert name in sent.sentences
    assert sent.sentences[name] == sentence
    assert not sent.is_right


@pytest.mark.parametrize("odd", ODD.values(), ids=list(ODD))
def test_odd_things_sent_are_nothing_or_refused(odd):
    names = [*INote, "things-0-text", "things-0-until", "text-stays", "image-goes"]
    for name in names:
        sent = sheet(**{name: odd})
        assert sent.is_right or sent.sentences
        assert set(sent.sentences) <= set(names)


def test_words_of_a_list_or_a_file_are_none():
    assert one({"a": ["x"]}, "a") == ""
    assert many({"a": "x"}, "a") == ["x"]
    assert many({"a": ["x", 5, ["y"]]}, "a") == ["x"]
    assert many({}, "a") == []


def test_form_shows_what_stands_there():
    content = note(
        founded=2015,
        until=date(2026, 6, 30),
        links=["https://a.be", "https://b.be"],
        things=[{"text": "Een buggy", "until": None}],
        text=SIMPLE,
    )
    typed = Sheet.showing(entries(), content).typed
    assert typed == {
        "title": "Naam",
        "story": "",
        "email": "",
        "founded": "2015",
        "until": "2026-06-30",
        "links": "https://a.be\nhttps://b.be",
        "text": TypedText("Dag **buur**"),
        "image": TypedPicture(),
        "things": [{"text": "Een buggy", "until": ""}],
    }


def test_rows_that_are_blank_are_left_out_and_the_others_close_up():
    form = {"things-0-text": " ", "things-2-text": "x", "things-10-text": "y"}
    sent = sheet(**form)
    assert sent.typed["things"] == [
        {"text": "x", "until": ""},
        {"text": "y", "until": ""},
    ]
    assert sent.values["things"] == [
        {"text": "x", "until": None},
        {"text": "y", "until": None},
    ]


def test_text_that_was_not_changed_stays_the_very_same():
    content = note(text=SIMPLE)
    assert sheet(content, text="Dag  **buur**\r\n").values["text"] is SIMPLE
    changed = sheet(content, text="Dag **buren**").values["text"]
    assert changed.raw == "<p>Dag <strong>buren</strong></p>"
    assert changed.outputMimeType == "text/x-html-safe"


def test_richer_text_stays_unless_somebody_replaces_it():
    content = note(text=RICH)
    shown = Sheet.showing(entries(), content).typed["text"]
    assert shown == TypedText("Een", stays=True)
    assert sheet(content, text="Iets", **{"text-stays": "yes"}).values["text"] is RICH
    replaced = sheet(content, text="Iets", **{"text-stays": "no"}).values["text"]
    assert replaced.raw == "<p>Iets</p>"


def test_picture_stays_goes_or_is_refused():
    picture = object()
    content = note(image=picture)
    assert sheet(content).values["image"] is picture
    assert sheet(content, **{"image-goes": "yes"}).values["image"] is None
