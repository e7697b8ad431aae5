"""Line breaks, commas, headers and HTML in all that a letter of membership repeats."""

from applications import make_application
from applications import NOW
from email import message_from_bytes
from email.policy import SMTP
from gastvrij.membership.decision import decide
from gastvrij.membership.moves import move
from gastvrij.membership.neighbours import inform
from gastvrij.membership.review import ask
from gastvrij.membership.review import present
from groups import give_contact
from groups import make_group
from groups import make_person
from letterbox import text_of
from plone import api

import pytest


ANN = "ann.peeters@example.org"
SPY = "spion@example.org"
HEADERS = {
    "From",
    "To",
    "Subject",
    "Date",
    "Message-ID",
    "MIME-Version",
    "Content-Type",
    "Content-Language",
    "Auto-Submitted",
    "Reply-To",
}
ODD = (
    f"De Poort\r\nBcc: {SPY}",
    f"De Poort\nTo: {SPY}\n\nEen ander bericht",
    f'"De Poort", {SPY}',
    f"De Poort <{SPY}>",
    "De Poort\u2028Bcc: spion@example.org",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "=?utf-8?q?Bcc=3A_spion=40example=2Eorg?=",
    "De Pôôrt, 日本語 & Co",
)


def faults(letter, addresses):
    """Return what is not as it was meant: headers, recipients, and markup."""
    found = [name for name in letter if name.title() not in TITLED]
    found += [each for each in recipients(letter) if each not in addresses]
    if len(str(letter["Subject"]).splitlines()) != 1:
        found.append("subject")
    shown = letter.get_body(("html",))
    markup = shown.get_content() if shown is not None else ""
    found += [tag for tag in ("<script", "<img src=x") if tag in markup]
    return found


TITLED = {name.title() for name in HEADERS}


def recipients(letter):
    """Return all addresses to which a letter says that it goes."""
    names = ("To", "Cc", "Bcc")
    return [a.addr_spec for n in names if letter[n] for a in letter[n].addresses]


@pytest.mark.parametrize("odd", ODD, ids=range(len(ODD)))
def test_letters_go_where_they_are_meant_to_go(desk, odd):
    make_group(desk.portal, "De Buur")
    with api.env.adopt_roles(["Manager"]):
        make_person("contact", None)
        give_contact(desk.portal.groepen["de-buur"], "contact")
    application = make_application(
        desk.portal,
        "in_review",
        group_name=odd,
        contact_name=odd,
        motivation=odd,
        may_inform_neighbours=True,
    )
    with api.env.adopt_roles(["Manager"]):
        inform(application, [desk.portal.groepen["de-buur"].UID()], NOW)
        ask(application, odd, [], NOW)
        move(application, "guide", NOW)
        present(application, odd, NOW)
        decide(application, "reject", NOW.date(), odd, NOW)
    other = make_application(desk.portal, "ready_for_board", group_name=odd)
    with api.env.adopt_roles(["Manager"]):
        decide(other, "approve", NOW.date(), odd, NOW)
    letters = desk.letterbox.fetch(desk.portal, NOW)
    assert len(letters) == 11
    meant = {ANN, "contact@example.org"}
    assert [each for letter in letters for each in faults(letter, meant)] == []
    assert {a for r in desk.letterbox.recipients for a in r} == meant
    told = " ".join(" ".join(text_of(letter) for letter in letters).split())
    assert " ".join(odd.split()) in told


def test_letter_of_pasted_words_is_caught():
    """The control: the same look at a letter that was made without care."""
    raw = f"To: {ANN}\r\nSubject: Welkom {ODD[0]}\r\n\r\nHallo".encode()
    letter = message_from_bytes(raw, policy=SMTP)
    assert faults(letter, {ANN}) == ["Bcc", SPY]
