"""Pictures as they are kept: made anew, without what a camera writes beside them."""

from gastvrij.values.checks import PICTURE_TYPES
from io import BytesIO
from PIL import Image
from PIL import ImageCms
from PIL import ImageOps
from plone.namedfile.file import NamedBlobImage

import struct


# pixels; a page never shows a picture larger than half of this
LONGEST_SIDE = 2400
EXTENSIONS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp"}
# what Pillow raises for notes of a camera that are broken
NOTES_NOBODY_CAN_READ = (SyntaxError, struct.error, TypeError, ValueError, LookupError)
TRANSPARENT = {"RGBA", "LA", "PA"}


class KeptPicture(NamedBlobImage):
    """A picture that was made anew when it was saved; it is not made a second time."""


def kept(picture: NamedBlobImage) -> KeptPicture:
    """Make a picture anew: upright, in sRGB, at most ``LONGEST_SIDE`` pixels a side.

    The pixels are all that stays. Where and when it was taken, with which device, its
    comments, previews and file name are gone, and so is anything else that was hidden
    in the file. Of an animation the first frame stays. Raises ``OSError`` for what is
    no picture that we show.
    """
    with Image.open(BytesIO(picture.data), formats=tuple(PICTURE_TYPES)) as sent:
        kind = str(sent.format)
        sent.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
        pixels = _only_pixels(sent)
    pixels.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    data = BytesIO()
    pixels.save(data, kind, quality=88, optimize=True)
    name = f"foto.{EXTENSIONS[kind]}"
    return KeptPicture(data.getvalue(), PICTURE_TYPES[kind], name)


def _only_pixels(sent: Image.Image) -> Image.Image:
    upright = _upright(sent)
    is_transparent = upright.mode in TRANSPARENT or "transparency" in upright.info
    mode = "RGBA" if is_transparent else "RGB"
    pixels = _in_srgb(upright).convert(mode)
    # a new image: the old one carries its notes along
    clean = Image.new(mode, pixels.size)
    clean.paste(pixels)
    return clean


def _upright(sent: Image.Image) -> Image.Image:
    """Turn a picture as its notes say; as it is where nobody can read those."""
    try:
        return ImageOps.exif_transpose(sent)
    except NOTES_NOBODY_CAN_READ:
        sent.load()
        return sent


def _in_srgb(picture: Image.Image) -> Image.Image:
    """Translate the colours of a picture that has a colour profile of its own."""
    profile = picture.info.get("icc_profile")
    if not profile or picture.mode not in ("RGB", "RGBA", "CMYK", "L"):
        return picture
    mode = "RGBA" if picture.mode == "RGBA" else "RGB"
    try:
        own = ImageCms.ImageCmsProfile(BytesIO(profile))
        srgb = ImageCms.createProfile("sRGB")
        translated = ImageCms.profileToProfile(picture, own, srgb, outputMode=mode)
    except (ImageCms.PyCMSError, OSError):
        return picture
    return translated or picture
