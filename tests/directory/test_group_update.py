"""The page on which a contact person keeps the profile of the own group."""

from datetime import timedelta
from gastvrij.directory.editing import CONTACT_FIELDS
from gastvrij.spelling.dates import today_in_belgium
from groups import ANTWERP
from groups import DEINZE
from groups import GENT
from groups import PEOPLE
from groups import picture_data
from lxml import html
from plone.app.textfield.value import RichTextValue
from test_group_permissions import KEPT
from test_group_permissions import OWN
from test_group_permissions import stored

import pytest
import transaction


PATH = "groepen/active/update"
NEXT_WEEK = today_in_belgium() + timedelta(days=7)


class UpdateForm:
    """The form as a browser without script fills it in and sends it."""

    def __init__(self, site, who="contact", path=PATH):
        self.site = site
        self.who = who
        self.path = path
        self.fields: dict[str, object] = {}
        page = site.page(who, path)
        for name, value in page.xpath("//form[@id='form-of-ours']")[0].form_values():
            self.fields.setdefault(name, []).append(value)

    def send(self, button="save", files=None, without=(), **typed):
        """Send it with some things typed; ``__`` in a name stands for a hyphen."""
        typed = {name.replace("__", "-"): value for name, value in typed.items()}
        data = self.fields | typed | {button: typed.get(button, "1")}
        data = {name: value for name, value in data.items() if name not in without}
        return self.site.ask(self.who, "POST", self.path, data=data, files=files)


def sentence_at(answer, name: str) -> str:
    """Return what is told next to a box of the form that came back."""
    assert answer.status_code == 200, answer.headers.get("Location")
    found = html.fromstring(answer.text).xpath(f"//*[@id='{name}-error']")
    return " ".join(found[0].text_content().split()) if found else ""


def typed_in(answer, name: str):
    """Return what stands in a box of the form that came back."""
    form = html.fromstring(answer.text).xpath("//form[@id='form-of-ours']")[0]
    values = [value for key, value in form.form_values() if key == name]
    return values if len(values) > 1 else "".join(values)


def mistakes(answer) -> list[str]:
    """Return what is told above a form that came back."""
    told = html.fromstring(answer.text).xpath("//*[@data-gastvrij-focus]//li")
    return [" ".join(each.text_content().split()) for each in told]


ALL = {
    "description": "In het kort.",
    "text": "Wij zoeken een woning.\n\n- bellen\n- kijken",
    "image_alt": "Een deur",
    "founded": "2014",
    "activities": ["work", "housing"],
    "target_groups": ["families"],
    "languages": ["fr"],
    "languages-others": "bengaals, Dari, Nederlands",
    "service_area": "9800\nantwerpen",
    "recruiting": "yes",
    "recruiting_until": str(NEXT_WEEK),
    "needs-0-text": "Een buggy",
    "needs-1-text": "Een tafel",
    "needs-1-until": NEXT_WEEK.strftime("%d/%m/%Y"),
    "public_email": "groep@example.org",
    "website": "www.groep.example.org",
    "social_media": "https://facebook.com/groep\nmastodon.example.org/@groep",
    "how_to_reach": "Kom langs.",
    "accessibility": "Geen trappen.",
    "summaries-0-language": "fr",
    "summaries-0-text": "Bienvenue.",
}
SAVED = {
    "description": "In het kort.",
    "image_alt": "Een deur",
    "founded": 2014,
    "activities": ["housing", "work"],
    "target_groups": ["families"],
    "languages": ["nl", "fr", "bn", "fa"],
    "service_area": [DEINZE, ANTWERP],
    "recruiting": "yes",
    "recruiting_until": NEXT_WEEK,
    "needs": [
        {"text": "Een buggy", "until": None},
        {"text": "Een tafel", "until": NEXT_WEEK},
    ],
    "public_email": "groep@example.org",
    "website": "https://www.groep.example.org",
    "social_media": [
        "https://facebook.com/groep",
        "https://mastodon.example.org/@groep",
    ],
    "how_to_reach": "Kom langs.",
    "accessibility": "Geen trappen.",
    "summaries": [{"language": "fr", "text": "Bienvenue."}],
}


def test_every_field_of_a_contact_person_is_saved(site):
    files = {"image": ("deur.jpg", picture_data("JPEG"), "image/jpeg")}
    answer = UpdateForm(site).send(files=files, **ALL)
    assert answer.status_code == 302, mistakes(answer)
    assert answer.headers["Location"].endswith("/groepen/active/preview")
    group = site.portal.groepen.active
    assert stored(group, SAVED) == SAVED
    assert group.text.raw.startswith("<p>Wij zoeken een woning.</p>\n<ul>")
    assert group.image.contentType == "image/jpeg"
    assert {*SAVED, "text", "image"} == set(CONTACT_FIELDS)
    assert group.confirmed_on is None  # saving is not confirming


def test_form_comes_back_as_it_was_saved(site):
    UpdateForm(site).send(**ALL)
    serial = site.portal.groepen.active._p_serial
    again = UpdateForm(site)
    assert again.fields["languages-others"] == ["Bengalees"]
    assert again.fields["languages"] == ["nl", "fr", "fa"]
    assert again.fields["service_area"] == ["Deinze\nAntwerpen"]
    assert again.send().status_code == 302
    # nothing was changed, so nothing was written
    assert site.portal.groepen.active._p_serial == serial


@pytest.mark.parametrize("who", sorted(PEOPLE))
def test_update_is_for_the_group_and_the_secretariat(site, who):
    answer = site.ask(who, "GET", PATH)
    assert (answer.status_code == 200) == (who in OWN), answer.status_code
    group = site.portal.groepen.active
    site.ask(who, "POST", PATH, data={"description": "Gekraakt."})
    assert group.description in ("", None)


@pytest.mark.parametrize("state", ["draft", "hidden", "ended"])
def test_update_of_what_may_not_be_seen_or_changed(site, state):
    path = f"groepen/{state}/update"
    expected = {"visitor": 404, "member": 404, "other_contact": 404, "contact": 200}
    if state == "ended":
        expected = dict.fromkeys(expected, 302)
    found = {who: site.ask(who, "GET", path).status_code for who in expected}
    assert found == expected


def test_kept_fields_are_neither_offered_nor_taken(site):
    group = site.portal.groepen.active
    before = stored(group, [*KEPT, "confirmed_on"])
    form = UpdateForm(site)
    assert not set(form.fields) & {*KEPT, "confirmed_on"}
    sent = {name: str(value) for name, value in KEPT.items()}
    form.send(description="Ja.", confirmed_on="2026-01-01", **sent)
    assert group.description == "Ja."
    assert stored(group, [*KEPT, "confirmed_on"]) == before


WRONG = [
    ({"description": "x" * 241}, "description", "Dit zijn 241 tekens"),
    ({"founded": "3000"}, "founded", "Geef een jaartal"),
    ({"founded": "gisteren"}, "founded", "Schrijf een getal"),
    ({"website": "javascript:alert(1)"}, "website", "Dit is geen webadres"),
    ({"social_media": "ftp://x.org"}, "social_media", "Dit is geen webadres"),
    ({"public_email": "geen adres"}, "public_email", "Dit is geen e-mailadres"),
    ({"recruiting_until": str(NEXT_WEEK)}, "recruiting_until", "Laat de datum leeg"),
    ({"recruiting_until": "morgen"}, "recruiting_until", "Schrijf de datum"),
    ({"service_area": "Nergenshuizen"}, "service_area", "We kennen Nergenshuizen"),
    ({"languages__others": "Klingon"}, "languages", "We kennen geen taal"),
    ({"activities": []}, "activities", "Kies minstens één"),
    ({"needs__0__until": str(NEXT_WEEK)}, "needs-0-text", "Vul dit in"),
    ({"needs__0__text": "x" * 161}, "needs-0-text", "Dit zijn 161 tekens"),
    ({"summaries__0__text": "Dag"}, "summaries-0-language", "Vul dit in"),
]


@pytest.mark.parametrize(("typed", "name", "sentence"), WRONG)
def test_wrong_value_is_told_at_its_box(site, typed, name, sentence):
    form = UpdateForm(site)
    answer = form.send(how_to_reach="Met de fiets.", **typed)
    assert sentence in sentence_at(answer, name)
    page = html.fromstring(answer.text)
    summary = page.xpath("//*[@data-gastvrij-focus]")
    assert [a.get("href") for a in summary[0].xpath(".//a")] == [f"#{name}"]
    assert page.xpath(f"//*[@id='{name}']")
    assert typed_in(answer, "how_to_reach") == "Met de fiets."
    for key, value in typed.items():
        key = key.replace("__", "-")
        assert typed_in(answer, key) == (value or "")
    assert site.portal.groepen.active.how_to_reach is None


def test_picture_has_to_be_chosen_again_when_something_else_is_wrong(site):
    files = {"image": ("deur.png", picture_data(), "image/png")}
    answer = UpdateForm(site).send(files=files, image_alt="Een deur", founded="x")
    assert "Kies de foto opnieuw" in sentence_at(answer, "image")
    assert site.portal.groepen.active.image is None
    answer = UpdateForm(site).send(files=files, image_alt=" ")
    assert "Zeg in één zin" in sentence_at(answer, "image_alt")


def test_picture_is_taken_away(site):
    files = {"image": ("deur.png", picture_data(), "image/png")}
    UpdateForm(site).send(files=files, image_alt="Een deur")
    assert site.portal.groepen.active.image is not None
    UpdateForm(site).send(image__goes="yes")
    assert site.portal.groepen.active.image is None


def test_one_more_line_saves_nothing_and_loses_nothing(site):
    form = UpdateForm(site)
    assert {name for name in form.fields if name.endswith("-text")} == {
        f"{field}-{n}-text" for field in ("needs", "summaries") for n in (0, 1)
    }
    answer = form.send("more", more="needs", description="Bijna", needs__1__text="Een")
    assert typed_in(answer, "description") == "Bijna"
    assert typed_in(answer, "needs-0-text") == "Een"
    page = html.fromstring(answer.text)
    assert len(page.xpath("//input[starts-with(@name, 'needs-')][@type='text']")) == 3
    assert not page.xpath("//*[@data-gastvrij-focus]")
    assert site.portal.groepen.active.needs == []


def test_richer_text_is_never_taken_apart_silently(site):
    group = site.portal.groepen.active
    rich = "<table><tr><td>Een</td></tr></table>"
    group.text = RichTextValue(rich, "text/html", "text/x-html-safe")
    transaction.commit()
    form = UpdateForm(site)
    assert form.fields["text-stays"] == ["yes"]
    form.send(description="Ja.")
    assert (group.description, group.text.raw) == ("Ja.", rich)
    UpdateForm(site).send(text="Nieuw", text__stays="no")
    assert group.text.raw == "<p>Nieuw</p>"


def test_second_of_two_people_is_told_and_then_saves_knowingly(site):
    first, second = UpdateForm(site), UpdateForm(site, "secretariat")
    first.send(description="Van de eerste.", founded="2014")
    answer = second.send(description="Van de tweede.", how_to_reach="Bel aan.")
    page = html.fromstring(answer.text)
    told = " ".join(page.xpath("//*[@data-gastvrij-focus]")[0].text_content().split())
    assert "Iemand anders heeft dit profiel intussen gewijzigd" in told
    assert "Van de eerste." in told
    assert "2014" in told
    group = site.portal.groepen.active
    assert (group.description, group.how_to_reach) == ("Van de eerste.", None)
    # what the second typed is kept, what they left alone is taken over
    assert typed_in(answer, "description") == "Van de tweede."
    assert typed_in(answer, "how_to_reach") == "Bel aan."
    assert typed_in(answer, "founded") == "2014"
    second.fields = dict(page.xpath("//form[@id='form-of-ours']")[0].form_values())
    assert second.send().status_code == 302
    assert stored(group, ["description", "founded", "how_to_reach"]) == {
        "description": "Van de tweede.",
        "founded": 2014,
        "how_to_reach": "Bel aan.",
    }


def test_same_button_pressed_twice_changes_nothing_more(site):
    form = UpdateForm(site)
    assert form.send(description="Een keer.").status_code == 302
    serial = site.portal.groepen.active._p_serial
    answer = form.send(description="Een keer.")
    assert site.portal.groepen.active._p_serial == serial
    assert "Iemand anders" not in answer.text


def test_nothing_is_lost_or_saved_without_a_token_of_the_site(site):
    form = UpdateForm(site)
    answer = form.send(description="Van elders", _authenticator="x")
    assert answer.status_code == 200
    assert "Nog niet bewaard" in answer.text
    assert typed_in(answer, "description") == "Van elders"
    assert site.portal.groepen.active.description in ("", None)


def test_looking_writes_nothing(site):
    site.page("contact", PATH)
    before = site.portal._p_jar.db().lastTransaction()
    for path in (PATH, "groepen/active/preview"):
        site.page("contact", path)
    assert site.portal._p_jar.db().lastTransaction() == before


BOXES = [*CONTACT_FIELDS, "stamp", "more", "needs-0-text", "needs-0-until"]
BOXES += ["needs-lines", "text-stays", "image-goes", "languages-others"]
ODD = ["\0", "x", "-1", "9" * 5000, ["a", "b"], "\u202e\u200b", "=1+1", "{}"]


@pytest.mark.parametrize("odd", ODD, ids=lambda odd: repr(odd)[:12])
def test_odd_things_sent_never_break_the_page(site, odd):
    form = UpdateForm(site)
    for name in BOXES:
        answer = form.send(**{name: odd})
        assert answer.status_code in (200, 302), name
    site.page("contact", PATH)
    assert site.portal.groepen.active.municipality == GENT
