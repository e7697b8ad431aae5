"""One e-mail address, or a sentence that says why it is none."""

from gastvrij.values.mail_address import is_mail_address
from gastvrij.values.mail_address import mail_address
from gastvrij.values.mail_address import NO_ADDRESS
from gastvrij.values.mail_address import OTHER_LETTERS
from gastvrij.values.refusal import Refused
from hypothesis import given
from hypothesis import strategies as st

import pytest
import re


GOOD = {
    "an@example.org": "an@example.org",
    "  An.Peeters@Example.ORG\n": "An.Peeters@example.org",
    "o'hara+groep@sub.example.org": "o'hara+groep@sub.example.org",
    "an@münchen.example": "an@xn--mnchen-3ya.example",
    "an@例え.example": "an@xn--r8jz45g.example",
    "x" * 64 + "@example.org": "x" * 64 + "@example.org",
}
BAD = (
    "",
    "@",
    "an",
    "an@",
    "@example.org",
    "an@example",
    "an@127.0.0.1",
    "an@[127.0.0.1]",
    "an@exa mple.org",
    "an@-example.org",
    "an@example..org",
    "an@example.org.",
    ".an@example.org",
    "an.@example.org",
    "an..p@example.org",
    "an@bo@example.org",
    "an@example.org, bo@example.org",
    "an@example.org;bo@example.org",
    "an@example.org bo@example.org",
    "an@example.org\nBcc: bo@example.org",
    "an@example.org\r\nSubject: x",
    "An <an@example.org>",
    "<an@example.org>",
    '"an p"@example.org',
    "an(c)@example.org",
    "an@example.org\0",
    "an\u200b@example.org\u200b",
    "x" * 65 + "@example.org",
    "an@" + "x" * 64 + ".org",
    "an@" + "x." * 130 + "org",
    "an@" + "x" * 1_000_000,
)


@pytest.mark.parametrize(("given_text", "address"), GOOD.items())
def test_address_is_made_ready_for_a_letter(given_text, address):
    assert mail_address(given_text) == address
    assert is_mail_address(given_text)


@pytest.mark.parametrize("text", BAD, ids=lambda text: repr(text[:30]))
def test_what_is_not_exactly_one_address_is_refused(text):
    with pytest.raises(Refused):
        mail_address(text)


def test_other_letters_before_the_at_are_refused_with_their_own_sentence():
    with pytest.raises(Refused) as refused:
        mail_address("jörg@example.org")
    assert refused.value.doc() == OTHER_LETTERS
    with pytest.raises(Refused) as refused:
        mail_address("an")
    assert refused.value.doc() == NO_ADDRESS


@given(st.text(max_size=80) | st.emails())
def test_an_accepted_address_is_one_line_of_ascii_without_a_comma(text):
    try:
        address = mail_address(text)
    except Refused:
        return
    assert re.fullmatch(r"[!-~]+@[a-z0-9.-]+", address)
    assert not set(address) & set(',;<>()[]\\": ')
    assert mail_address(address) == address
