"""A day that was held, with its workshops and who reports on them."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from gastvrij.networkday.report_asking import ask
from gastvrij.networkday.report_records import notes_of
from gastvrij.networkday.reporting import write
from gastvrij.networkday.reporting import Written
from io import BytesIO
from network_days import at
from network_days import create_day
from network_days import create_in
from PIL import Image


HELD = "2025-10-18"
NOW = at("2025-10-20 12:00").astimezone(UTC)
WEEK = timedelta(days=7)
AN, BO = "an@example.org", "bo@example.org"


def create_held_day(portal, name="herfst-2025"):
    """Create a day of two rounds that was held, and is closed."""
    hours = {"start": at(f"{HELD} 10:00"), "end": at(f"{HELD} 13:00")}
    day = create_day(
        portal,
        name,
        "finished",
        title="Samen onder dak",
        whole_day=False,
        venue_name="Buurthuis",
        **hours,
    )
    for number, item in enumerate(("huren", "buddy")):
        create_in(
            day,
            "ProgrammeItem",
            item,
            kind="workshop",
            round=number + 1,
            room=f"zaal {number + 1}",
            start=at(f"{HELD} 1{number}:15"),
            end=at(f"{HELD} 1{number + 1}:00"),
            speakers=[{"name": "Ilse", "organisation": "De Trap"}],
        )
    return day


def asked(portal, item, email=AN, now=NOW):
    """Ask somebody for the notes of an item; return the reporter."""
    return ask(portal, item, email.partition("@")[0].title(), email, "tom", now)


def written(portal, item, who="tom", now=NOW, insight="Lees het samen.", signal=""):
    """Write the notes of an item; return them."""
    notes = notes_of(portal, item.UID())
    text = Written((insight,), ("Bel eerst.",), signal)
    return write(portal, notes, text, notes.pictures, who, now)


def photo(position=True):
    """Return a picture as a phone sends it: large, and telling where it was taken."""
    stream, notes = BytesIO(), Image.Exif()
    if position:
        notes[0x010F] = "Toestelmerk"
        notes.get_ifd(0x8825)[1] = "N"
    Image.new("RGB", (3000, 2000), "teal").save(stream, "JPEG", exif=notes)
    return stream.getvalue()


def moment(text):
    """Return an aware moment on the Belgian clock."""
    return at(text) if isinstance(text, str) else datetime.now(UTC)
