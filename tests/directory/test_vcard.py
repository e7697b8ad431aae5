"""The contact details of a group as a file for an address book."""

from gastvrij.directory.vcard import vcard
from groups import make_group

import pytest
import transaction


def test_card_is_written_as_the_standard_says():
    card = vcard(
        [
            ("FN", "Café; zo, \\ en\nzo"),
            ("EMAIL", ""),
            ("URL", "https://example.org/a,b;c"),
            ("ADR", ("", "", "Kerkstraat 1, bus 2", "Gent", "", "9000", "België")),
        ]
    )
    assert card.decode() == (
        "BEGIN:VCARD\r\n"
        "VERSION:4.0\r\n"
        "FN:Café\\; zo\\, \\\\ en\\nzo\r\n"
        "URL:https://example.org/a,b;c\r\n"
        "ADR:;;Kerkstraat 1\\, bus 2;Gent;;9000;België\r\n"
        "END:VCARD\r\n"
    )


@pytest.mark.parametrize(
    "text", ["a" * 300, "é" * 200, "مرحبا بكم " * 30, "🚲" * 80, "a" * 70 + "😀" * 9]
)
def test_long_line_is_folded_between_characters(text):
    lines = vcard([("NOTE", text)]).split(b"\r\n")
    assert max(map(len, lines)) <= 75
    unfolded = vcard([("NOTE", text)]).decode().replace("\r\n ", "")
    assert f"NOTE:{text}" in unfolded


@pytest.mark.parametrize(
    "text",
    [
        "a\r\nEMAIL:x@example.org",
        "a\nEND:VCARD\nBEGIN:VCARD",
        "a\u2028b\x00\x0b\x85c",
        "a\rb",
    ],
)
def test_no_value_becomes_a_line_of_its_own(text):
    card = vcard([("FN", text), ("URL", text)])
    names = [line.split(b":")[0] for line in card.split(b"\r\n") if line]
    assert names == [b"BEGIN", b"VERSION", b"FN", b"URL", b"END"]


def test_card_of_a_group_tells_what_visitors_see(site):
    make_group(
        site.portal,
        "De Deur",
        description="Buren, die helpen.",
        public_email="deur@example.org",
        website="https://deur.example.org/",
        languages=["nl", "ar"],
        location_precision="postal_code",
        postal_code="9050",
    )
    transaction.commit()
    answer = site.ask("visitor", "GET", "groepen/de-deur/contact.vcf")
    assert answer.headers["Content-Type"] == "text/vcard; charset=utf-8"
    disposition = answer.headers["Content-Disposition"]
    assert disposition == 'attachment; filename="de-deur.vcf"'
    lines = answer.content.decode().replace("\r\n ", "").split("\r\n")
    uid = site.portal.groepen["de-deur"].UID()
    assert lines == [
        "BEGIN:VCARD",
        "VERSION:4.0",
        "KIND:org",
        f"UID:urn:uuid:{uid[:8]}-{uid[8:12]}-{uid[12:16]}-{uid[16:20]}-{uid[20:]}",
        "FN:De Deur",
        "ORG:De Deur",
        "NOTE:Buren\\, die helpen.",
        "EMAIL:deur@example.org",
        "URL:https://deur.example.org/",
        "ADR:;;;Gent;;9050;België",
        "LANG:nl",
        "LANG:ar",
        f"SOURCE:{site.portal.absolute_url()}/groepen/de-deur/contact.vcf",
        "END:VCARD",
        "",
    ]
    page = site.ask("visitor", "GET", "groepen/de-deur").text
    assert "/groepen/de-deur/contact.vcf" in page


def test_card_of_a_hidden_group_is_not_found(site):
    for who, state, status in (
        ("visitor", "hidden", 404),
        ("other_contact", "draft", 404),
        ("contact", "hidden", 200),
        ("visitor", "paused", 200),
    ):
        answer = site.ask(who, "GET", f"groepen/{state}/contact.vcf")
        assert answer.status_code == status
        assert (b"FN:" in answer.content) is (status == 200)
