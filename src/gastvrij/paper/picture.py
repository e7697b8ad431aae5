"""A picture in a book, as large as paper shows it."""

from dataclasses import dataclass
from io import BytesIO
from PIL import Image


# how the address of a picture in a text begins; the name of the picture follows
PICTURE = "picture:"
# pixels: on paper this is 17 centimetres at 200 dots an inch
LONGEST_SIDE = 1340


@dataclass(frozen=True)
class Picture:
    """A picture in a text; ``media_type`` is image/jpeg or image/png."""

    data: bytes
    media_type: str


def printed(data: bytes) -> Picture:
    """Return a picture that was made anew, as large as paper shows it."""
    with Image.open(BytesIO(data)) as picture:
        has_alpha = picture.mode == "RGBA"
        pixels = picture.convert("RGBA" if has_alpha else "RGB")
    pixels.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    stream = BytesIO()
    if has_alpha:
        pixels.save(stream, "PNG", optimize=True)
        return Picture(stream.getvalue(), "image/png")
    pixels.save(stream, "JPEG", quality=82, optimize=True)
    return Picture(stream.getvalue(), "image/jpeg")
