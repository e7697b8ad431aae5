"""Which values may stand in a profile."""

from gastvrij.directory.checks import is_enterprise_number
from gastvrij.directory.checks import is_postal_code
from gastvrij.values.checks import are_web_addresses
from gastvrij.values.checks import is_picture
from gastvrij.values.checks import is_web_address
from gastvrij.values.checks import is_year_past
from gastvrij.values.checks import picture_type
from gastvrij.values.refusal import Refused
from groups import picture_data
from plone.namedfile.file import NamedBlobImage
from plone.namedfile.utils import getImageInfo

import datetime
import pytest


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="8" height="6"><script/></svg>'
HTML = b"<!doctype html><html><body><script>alert(1)</script></body></html>"
HEAD_ONLY = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x08\x00\x00\x00\x06"
NEXT_YEAR = datetime.date.today().year + 1


@pytest.mark.parametrize(
    ("check", "value"),
    [
        (is_enterprise_number, "0403.019.261"),
        (is_enterprise_number, "BE 0403 019 261"),
        (is_postal_code, "9050"),
        (is_web_address, "https://example.org"),
        (is_web_address, "http://example.org/een/pad?q=1"),
        (is_web_address, "https://example.org:8443/"),
        (is_year_past, 1900),
        (is_year_past, datetime.date.today().year),
        (are_web_addresses, []),
        (are_web_addresses, ["https://a.example.org", "https://b.example.org"]),
    ],
)
def test_check_accepts(check, value):
    assert check(value) is True


@pytest.mark.parametrize(
    ("check", "value", "sentence"),
    [
        (is_enterprise_number, "0403.019.262", "error_enterprise_number"),
        (is_enterprise_number, "geen", "error_enterprise_number"),
        (is_postal_code, "905", "error_postal_code"),
        (is_postal_code, "90500", "error_postal_code"),
        (is_postal_code, "90a0", "error_postal_code"),
        (is_postal_code, "९०५०", "error_postal_code"),
        (is_web_address, "example.org", "error_web_address"),
        (is_web_address, "https://", "error_web_address"),
        (is_web_address, "javascript:alert(1)", "error_web_address"),
        (is_web_address, "data:text/html,x", "error_web_address"),
        (is_web_address, "ftp://example.org", "error_web_address"),
        (is_web_address, "https://[", "error_web_address"),
        (is_web_address, "https://x:99999", "error_web_address"),
        (is_web_address, "https://x:een", "error_web_address"),
        (is_web_address, "https://example.org\n", "error_web_address"),
        (is_web_address, "https://exam ple.org", "error_web_address"),
        (is_year_past, 1899, "error_year"),
        (is_year_past, NEXT_YEAR, "error_year"),
        (are_web_addresses, ["https://a.org", "mailto:a@b.be"], "error_web_address"),
    ],
)
def test_check_refuses_with_its_sentence(check, value, sentence):
    with pytest.raises(Refused) as caught:
        check(value)
    assert caught.value.doc() == sentence
    assert caught.value.doc().default


@pytest.mark.parametrize(
    ("kind", "content_type"),
    [("JPEG", "image/jpeg"), ("PNG", "image/png"), ("WEBP", "image/webp")],
)
def test_picture_is_known_by_its_content(kind, content_type):
    data = picture_data(kind)
    assert picture_type(data) == content_type
    assert is_picture(NamedBlobImage(data, "text/html", "kwaad.html"))
    # Plone measures the picture itself, also in the newest of the three formats
    assert getImageInfo(data) == (content_type, 8, 6)


@pytest.mark.parametrize(
    "data",
    [SVG, HTML, b"", b"\x00" * 64, HEAD_ONLY, picture_data("GIF"), picture_data("BMP")],
    ids=["svg", "html", "empty", "zeros", "head only", "gif", "bmp"],
)
def test_picture_refuses_other_content(data):
    assert picture_type(data) == ""
    with pytest.raises(Refused, match="error_picture_type"):
        is_picture(NamedBlobImage(data, "image/png", "deur.png"))


def test_picture_refuses_more_pixels_than_we_show(monkeypatch):
    monkeypatch.setattr("gastvrij.values.checks.MOST_PIXELS", 8 * 6 - 1)
    assert picture_type(picture_data()) == ""
