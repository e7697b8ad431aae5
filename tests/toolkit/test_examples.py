"""Groups offer examples from practice, and editors decide on them."""

from datetime import datetime
from datetime import UTC
from gastvrij.directory import public_names
from gastvrij.directory.contacts import name_contact
from gastvrij.due.interfaces import IWaitingThings
from gastvrij.mail.outbox import outbox_of
from gastvrij.privacy.interfaces import IPersonalData
from gastvrij.toolkit.example_decisions import accept
from gastvrij.toolkit.example_decisions import take_back
from gastvrij.toolkit.examples import offer
from gastvrij.toolkit.examples import shown
from gastvrij.toolkit.examples import waiting
from gastvrij.toolkit.examples_kept import of_person
from lxml import html
from plone import api
from toolkit_pages import show
from toolkit_pages import words
from zope.component import getUtility

import pytest
import requests
import transaction


PART = "toolkit/2/huiswerk/wonen"
TEXT = "Wij gingen met twee mensen\n\nnaar het eerste kwartelgesprek."
NOW = datetime(2026, 5, 11, 8, 30, tzinfo=UTC)
EDITOR = frozenset({"Toolkit Editor", "Authenticated"})


@pytest.fixture
def part(site):
    """A part of the current edition."""
    return site.portal.unrestrictedTraverse(PART)


@pytest.fixture
def group(site):
    """A group that is online."""
    group = api.content.create(
        site.portal.groepen,
        "MemberOrganisation",
        id="drempel",
        title="De Drempel",
        legal_form="vzw",
        municipality="44021",
        location_precision="municipality",
        activities=["housing"],
        recruiting="yes",
    )
    api.content.transition(group, "publish")
    return group


@pytest.fixture
def contact(group):
    """Name and password of who speaks for a group."""
    email, password = "spreker@example.org", "geheim-woord-12"
    user = api.user.create(email=email, username=email, password=password)
    name_contact(group, user.getId(), "An Spreker", email, None, "contact", NOW)
    transaction.commit()
    return email, password


class Browser:
    """Somebody who is logged in and fills in the form of a page."""

    def __init__(self, site, auth):
        self.url, self.session = site.url, requests.Session()
        self.session.auth = auth

    def send(self, path, **values):
        """Fill in the form of a page and send it."""
        page = html.fromstring(self.session.get(f"{self.url}/{path}", timeout=60).text)
        name = path.rpartition("/")[2]
        form = next(f for f in page.forms if (f.action or "").endswith(name))
        data = {**dict(form.form_values()), **values}
        answer = self.session.post(f"{self.url}/{path}", data=data, timeout=60)
        transaction.begin()
        return answer


OFFER = {"text": TEXT, "shown_as": "named", "consent": "yes"}


def test_example_is_offered_accepted_and_shown(site, part, contact, editor):
    path = f"{PART}/offer-example"
    assert "Bied een voorbeeld aan" in words(show(site, PART, auth=contact))
    assert "kwartelgesprek" not in site.page(PART).text
    assert Browser(site, contact).send(path, **OFFER).status_code == 200
    (example,) = waiting(site.portal, part)
    assert "kwartelgesprek" not in site.page(PART).text
    assert "kwartelgesprek" not in site.page(PART, auth=contact).text
    queue = Browser(site, editor)
    assert "Gebeurd" in queue.send(f"{PART}/examples", act="accept").text
    page = show(site, PART)
    (section,) = page.xpath("//section[@aria-labelledby='toolkit-examples']")
    assert "naar het eerste kwartelgesprek." in words(section)
    assert "De Drempel" in words(section)
    assert "Spreker" not in site.page(PART).text
    assert waiting(site.portal, part) == []
    assert shown(site.portal, part)[0].id == example.id
    (record,) = outbox_of(site.portal).letters.values()
    assert record.letter.to == contact[0]


@pytest.fixture
def named(site, part, group, contact):
    """An example that readers see, with the name of its group."""
    user_id = api.user.get(username=contact[0]).getId()
    uid = group.UID()
    example = offer(site.portal, part, TEXT, uid, user_id, NOW, is_named=True)
    accept(site.portal, part, example.id)
    transaction.commit()
    return example


def box(site):
    """Return the words of the box with examples that a visitor sees."""
    (section,) = show(site, PART).xpath("//*[@aria-labelledby='toolkit-examples']")
    return words(section)


def test_name_is_shown_while_visitors_see_the_group_and_as_it_is_now(
    site, group, named
):
    assert "De Drempel" in box(site)
    group.title = "De Grote Drempel"
    group.reindexObject()
    transaction.commit()
    assert "De Grote Drempel" in box(site)
    api.content.transition(group, "hide")
    transaction.commit()
    assert "Drempel" not in box(site)
    assert "Een lidgroep" in box(site)
    api.content.transition(group, "restore")
    transaction.commit()
    assert "De Grote Drempel" in box(site)
    api.content.delete(group)
    transaction.commit()
    assert "Drempel" not in box(site)


def test_name_of_a_hidden_group_would_be_shown(site, group, named, monkeypatch):
    api.content.transition(group, "hide")
    transaction.commit()
    monkeypatch.setattr(public_names, "EVERYBODY", "Secretariat")
    assert "De Drempel" in box(site)


def test_only_a_group_that_is_online_offers_with_its_name(
    site, part, group, contact, editor
):
    api.content.transition(group, "hide")
    transaction.commit()
    path = f"{PART}/offer-example"
    answer = Browser(site, contact).send(path, **OFFER)
    assert answer.status_code == 400
    page = html.fromstring(answer.text)
    (link,) = page.cssselect(".gv-error-summary li a")
    assert link.get("href") == "#shown_as"
    assert waiting(site.portal, part) == []
    Browser(site, contact).send(path, **{**OFFER, "shown_as": "anonymous"})
    (example,) = waiting(site.portal, part)
    api.content.transition(group, "restore")
    accept(site.portal, part, example.id)
    transaction.commit()
    assert "Drempel" not in box(site)


def letters_of(site):
    """Return the letters that were posted, as one text each."""
    records = outbox_of(site.portal).letters.values()
    return [
        "\n".join(getattr(part, "url", part) for part in record.letter.body)
        for record in records
    ]


def test_editor_shortens_an_example_and_its_group_reads_that(
    site, part, group, contact, editor
):
    Browser(site, contact).send(f"{PART}/offer-example", **OFFER)
    queue, path = Browser(site, editor), f"{PART}/examples"
    assert queue.send(path, act="accept", text=" ").status_code == 400
    queue.send(path, act="accept", text="Wij gingen.")
    assert "Wij gingen." in box(site)
    assert "kwartelgesprek" not in box(site)
    queue.send(path, act="correct", text="Wij gingen samen.")
    queue.send(path, act="correct")
    assert "Wij gingen samen." in box(site)
    assert "De Drempel" in box(site)
    first, second = sorted(letters_of(site), key=lambda told: "samen." in told)
    assert "Wij gingen." in first
    assert "Wij gingen samen." in second
    for letter in (first, second):
        assert f"{site.portal.toolkit.UID()}&page=my-examples" in letter


def test_text_that_was_corrected_meanwhile_is_not_overwritten(
    site, part, named, editor
):
    queue, path = Browser(site, editor), f"{PART}/examples"
    queue.send(path, act="correct", text="Wij gingen samen.")
    late = queue.send(path, act="correct", text="Te laat", seal=named.seal)
    assert late.status_code == 400
    assert "Wij gingen samen." in box(site)


def test_letter_leads_only_where_its_reader_can_go(site, part, named, contact, editor):
    user_id = api.user.get(username=contact[0]).getId()
    offer(site.portal, part, "Nog een.", named.group, user_id, NOW)
    api.content.transition(part, "send_back")
    transaction.commit()
    Browser(site, editor).send(f"{PART}/examples", act="accept")
    (letter,) = letters_of(site)
    assert "zodra die tekst online staat" in letter
    assert f"{site.portal.absolute_url()}/{PART}" not in letter


def test_form_that_is_sent_twice_offers_one_example(site, part, contact):
    path = f"{PART}/offer-example"
    for _again in range(2):
        answer = Browser(site, contact).send(path, **OFFER, token="x" * 32)
        assert answer.status_code == 200
    assert len(waiting(site.portal, part)) == 1


@pytest.mark.parametrize(
    ("field", "value"),
    [("text", " "), ("text", "x" * 1501), ("shown_as", ""), ("consent", "")],
)
def test_offer_that_is_not_in_order_is_told_at_its_field_and_kept(
    site, part, contact, field, value
):
    typed = {**OFFER, field: value}
    answer = Browser(site, contact).send(f"{PART}/offer-example", **typed)
    assert answer.status_code == 400
    page = html.fromstring(answer.text)
    (link,) = page.cssselect(".gv-error-summary li a")
    assert link.get("href") == f"#{field}"
    described_by = page.get_element_by_id(field).get("aria-describedby").split()
    assert words(page.get_element_by_id(described_by[-1])) == words(link)
    (form,) = [each for each in page.forms if each.action.endswith("offer-example")]
    kept = dict(form.form_values())
    kept["text"] = kept["text"].replace("\r\n", "\n")
    assert {name: kept.get(name, "").strip() for name in OFFER} == {
        name: given.strip() for name, given in typed.items()
    }
    assert waiting(site.portal, part) == []


def test_only_who_speaks_for_a_group_offers(site, part, editor):
    assert site.page(f"{PART}/offer-example", auth=editor).status_code == 404
    assert site.page(f"{PART}/offer-example").status_code in (302, 401, 404)
    assert "offer-example" not in site.page(PART).text


def test_refusal_has_a_reason_that_is_read(site, part, contact, editor):
    Browser(site, contact).send(f"{PART}/offer-example", **OFFER)
    queue = Browser(site, editor)
    answer = queue.send(f"{PART}/examples", act="refuse")
    assert answer.status_code == 400
    page = html.fromstring(answer.text)
    (link,) = page.cssselect(".gv-error-summary li a")
    field = page.get_element_by_id(link.get("href")[1:])
    assert field.get("aria-invalid") == "true"
    assert words(page.get_element_by_id("reason-error")) == words(link)
    assert len(waiting(site.portal, part)) == 1
    answer = queue.send(f"{PART}/examples", act="refuse", reason="x" * 1001)
    assert (answer.status_code, "Dit zijn 1001 tekens" in answer.text) == (400, True)
    assert len(waiting(site.portal, part)) == 1
    queue.send(f"{PART}/examples", act="refuse", reason="Dit geldt alleen in Gent.")
    assert waiting(site.portal, part) == []
    (record,) = outbox_of(site.portal).letters.values()
    assert "Dit geldt alleen in Gent." in record.letter.body


def test_example_is_taken_back_with_a_reason_that_is_read(site, part, contact, editor):
    user_id = api.user.get(username=contact[0]).getId()
    example = offer(site.portal, part, TEXT, "", user_id, NOW)
    transaction.commit()
    queue = Browser(site, editor)
    queue.send(f"{PART}/examples", act="accept")
    assert "toon het niet meer" in words(show(site, PART, auth=editor))
    assert "toon het niet meer" not in words(show(site, PART))
    path = f"{PART}/examples"
    assert queue.send(path, act="take_back").status_code == 400
    assert [each.id for each in shown(site.portal, part)] == [example.id]
    queue.send(path, act="take_back", reason="De groep vraagt het.")
    assert shown(site.portal, part) == waiting(site.portal, part) == []
    assert "kwartelgesprek" not in site.page(PART).text
    letters = [record.letter for record in outbox_of(site.portal).letters.values()]
    assert sum("De groep vraagt het." in letter.body for letter in letters) == 1
    assert len(letters) == 2


def test_taken_back_in_one_edition_it_stays_in_another(site, part):
    older = site.portal.unrestrictedTraverse("toolkit/1/huiswerk/wonen")
    example = offer(site.portal, older, TEXT, "", "an", NOW)
    for each in (older, part):
        accept(site.portal, each, example.id)
    take_back(site.portal, part, example.id)
    assert take_back(site.portal, part, example.id) is None
    assert shown(site.portal, part) == waiting(site.portal, part) == []
    assert [each.id for each in shown(site.portal, older)] == [example.id]


def test_group_without_name_is_a_member_group(site, part, contact):
    offer(site.portal, part, TEXT, "", "an", NOW)
    (example,) = waiting(site.portal, part)
    accept(site.portal, part, example.id)
    transaction.commit()
    page = show(site, PART)
    (section,) = page.xpath("//section[@aria-labelledby='toolkit-examples']")
    assert "Een lidgroep" in words(section)


def test_editors_are_asked_and_nobody_else(site, part):
    offer(site.portal, part, TEXT, "", "an", NOW)
    utility = getUtility(IWaitingThings, "toolkit.examples")
    (thing,) = utility.for_user(site.portal, "x", EDITOR, NOW)
    assert thing.url.endswith(f"{PART}/examples")
    others = frozenset({"Secretariat", "Board Member", "Editor", "Contact Person"})
    assert list(utility.for_user(site.portal, "x", others, NOW)) == []


def test_person_is_found_and_forgotten(site, part, contact):
    user_id = api.user.get(username=contact[0]).getId()
    data = getUtility(IPersonalData, "toolkit.examples")
    kept = offer(site.portal, part, TEXT, "", user_id, NOW)
    offer(site.portal, part, f"Schrijf naar {contact[0]}.", "", "iemand", NOW)
    offer(site.portal, part, "Nog een.", "", user_id, NOW)
    accept(site.portal, part, kept.id)
    named = of_person(site.portal, "", contact[0])[0]
    accept(site.portal, part, named.id)
    transaction.commit()
    assert contact[0] in site.page(PART).text
    assert len(data.find(site.portal, contact[0])) == 3
    assert len(data.export(site.portal, contact[0])) == 3
    assert data.erase(site.portal, contact[0], NOW) == 3
    assert data.find(site.portal, contact[0]) == []
    assert waiting(site.portal, part) == []
    assert [each.text for each in shown(site.portal, part)] == ["Schrijf naar ...."]
    transaction.commit()
    assert contact[0] not in site.page(PART).text
    assert "kwartelgesprek" not in site.page(PART).text
