"""The pictures in the form for the notes of an item, each with its boxes."""

from base64 import b64encode
from dataclasses import dataclass
from gastvrij.networkday.report_records import NotePicture
from gastvrij.values.boxes import Box


@dataclass(frozen=True)
class KeptPictureRow:
    """A picture that is there, with its boxes; ``src`` holds the picture itself."""

    src: str
    alt: Box
    goes: Box


@dataclass(frozen=True)
class NewPictureRow:
    """A place for one more picture; ``number`` counts from 1."""

    number: int
    picture: Box
    alt: Box
    agreed: Box


def source_of(picture: NotePicture) -> str:
    """Return a small picture as an address that holds it; it has no other."""
    data = b64encode(picture.small.data).decode()
    return f"data:{picture.small.contentType};base64,{data}"
