"""A group's picture: what is kept of it, and when its sizes are made."""

from gastvrij.values.pictures import KeptPicture
from io import BytesIO
from PIL import Image
from zope.annotation.interfaces import IAnnotations

import base64
import requests
import transaction


SECRET = "51.0357,3.7306"


def photograph() -> bytes:
    """Return a large picture as a telephone makes it, with the place in it."""
    exif = Image.Exif()
    exif[0x010E] = SECRET
    data = BytesIO()
    Image.new("RGB", (3000, 2000), "teal").save(data, "JPEG", exif=exif)
    return data.getvalue()


def sent(data: bytes) -> dict[str, str]:
    """Return a picture as REST expects it."""
    return {
        "data": base64.b64encode(data).decode(),
        "encoding": "base64",
        "filename": "jan.jpg",
        "content-type": "image/jpeg",
    }


def test_picture_sent_over_rest_loses_what_the_camera_wrote(site):
    assert SECRET.encode() in photograph()
    data = {"image": sent(photograph()), "image_alt": "Een deur"}
    assert site.rest("contact", "PATCH", "groepen/active", data).status_code == 204
    picture = site.portal.groepen.active.image
    assert isinstance(picture, KeptPicture)
    assert SECRET.encode() not in picture.data
    assert picture.getImageSize() == (2400, 1600)
    assert picture.filename == "foto.jpg"


def test_picture_is_made_anew_once(site):
    data = {"image": sent(photograph()), "image_alt": "Een deur"}
    site.rest("contact", "PATCH", "groepen/active", data)
    first = site.portal.groepen.active.image
    site.rest("contact", "PATCH", "groepen/active", {"description": "Kort."})
    assert site.portal.groepen.active.description == "Kort."
    assert site.portal.groepen.active.image is first


def test_pages_show_sizes_that_were_made_when_the_picture_was_saved(site):
    data = {"image": sent(photograph()), "image_alt": "Een deur"}
    site.rest("contact", "PATCH", "groepen/active", data)
    group = site.portal.groepen.active
    sizes = IAnnotations(group)["plone.scale"]
    written = sizes._p_serial
    shown = {
        address
        for path in ("groepen/active", "groepen")
        for address in site.page("visitor", path).xpath("//img/@src")
        if group.absolute_url() in address
    }
    assert {address.rpartition("/")[2][:9] for address in shown} == {
        "image-800",
        "image-400",
    }
    for address in shown:
        assert requests.get(address, timeout=30).status_code == 200
    transaction.begin()
    assert sizes._p_serial == written
