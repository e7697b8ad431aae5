"""What stays of a picture that somebody sends."""

from gastvrij.values.pictures import kept
from gastvrij.values.pictures import KeptPicture
from gastvrij.values.pictures import LONGEST_SIDE
from io import BytesIO
from PIL import Image
from PIL import ImageCms
from PIL.PngImagePlugin import PngInfo
from plone.namedfile.file import NamedBlobImage

import pytest


SECRET = "51.0357,3.7306"


def sent(picture, kind, **options) -> NamedBlobImage:
    """Return a picture as somebody sends it, with a name that tells too much."""
    data = BytesIO()
    picture.save(data, kind, **options)
    return NamedBlobImage(data.getvalue(), "text/html", "jan-peeters-thuis.jpeg")


def opened(picture):
    """Return the picture as Pillow reads it."""
    return Image.open(BytesIO(picture.data))


def notes():
    """Return what a camera writes: the place, and which side is up."""
    exif = Image.Exif()
    exif[0x010E] = SECRET
    exif[0x0112] = 6
    exif.get_ifd(0x8825).update({1: "N", 2: (51.0, 2.0, 8.5), 3: "E"})
    return exif


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_place_comments_and_names_are_gone(kind):
    picture = sent(Image.new("RGB", (80, 60), "teal"), kind, exif=notes())
    assert SECRET.encode() in picture.data  # what is to go is there
    clean = kept(picture)
    assert isinstance(clean, KeptPicture)
    assert SECRET.encode() not in clean.data
    read = opened(clean)
    assert not read.getexif()
    assert not {"exif", "xmp", "comment", "icc_profile"} & read.info.keys()
    assert clean.filename.startswith("foto.")
    assert clean.contentType == f"image/{kind.lower()}"


def test_what_is_hidden_behind_or_inside_a_picture_is_gone():
    text = PngInfo()
    text.add_text("Comment", SECRET)
    picture = sent(Image.new("RGB", (80, 60)), "PNG", pnginfo=text)
    picture.data += b"<script>alert(1)</script>"
    clean = kept(picture)
    assert SECRET.encode() not in clean.data
    assert b"<script>" not in clean.data


def test_picture_stands_upright():
    lying = Image.new("RGB", (80, 60), "white")
    lying.paste("black", (0, 0, 40, 60))
    clean = opened(kept(sent(lying, "JPEG", exif=notes())))
    assert clean.size == (60, 80)
    assert clean.getpixel((30, 10))[0] < 50  # what was left is above
    assert clean.getpixel((30, 70))[0] > 200


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize(
    "wrong", [b"garbage", b"Exif\0\0garbage", b"Exif\0\0II*\0\xff\xff\xff\xff", b""]
)
def test_picture_with_broken_notes_is_kept_as_it_lies(kind, wrong):
    picture = sent(Image.new("RGB", (80, 60), "teal"), kind, exif=wrong)
    clean = opened(kept(picture))
    assert clean.size == (80, 60)
    assert not clean.getexif()


def test_large_picture_gets_smaller_and_keeps_its_shape():
    clean = kept(sent(Image.new("RGB", (6000, 3000)), "JPEG"))
    assert clean.getImageSize() == (LONGEST_SIDE, LONGEST_SIDE // 2)


@pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "RGBA", "CMYK", "I;16"])
def test_every_kind_of_pixels_becomes_one_that_browsers_show(mode):
    kind = "JPEG" if mode == "CMYK" else "PNG"
    clean = opened(kept(sent(Image.new(mode, (8, 6)), kind)))
    assert clean.mode in ("RGB", "RGBA")
    assert clean.size == (8, 6)


def test_transparent_stays_transparent():
    for mode in ("RGBA", "LA"):
        clean = opened(kept(sent(Image.new(mode, (8, 6)), "PNG")))
        assert clean.getpixel((0, 0))[3] == 0
    palette = Image.new("P", (8, 6))
    clean = opened(kept(sent(palette, "PNG", transparency=0)))
    assert clean.getpixel((0, 0))[3] == 0


def test_colours_of_another_profile_become_those_of_the_web():
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    for icc in (profile, b"no profile at all"):
        picture = sent(Image.new("RGB", (8, 6), "teal"), "PNG", icc_profile=icc)
        assert opened(kept(picture)).size == (8, 6)


def test_of_an_animation_the_first_picture_stays():
    frames = [Image.new("RGB", (8, 6), colour) for colour in ("red", "blue")]
    options = {"save_all": True, "append_images": frames[1:], "lossless": True}
    clean = opened(kept(sent(frames[0], "WEBP", **options)))
    assert not getattr(clean, "is_animated", False)
    assert clean.getpixel((0, 0))[0] > 200
