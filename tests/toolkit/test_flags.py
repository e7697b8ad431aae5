"""Readers say that something may not be right any more, and editors handle it."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from gastvrij.links.brake import COUNTS
from gastvrij.links.shelf import shelf
from gastvrij.privacy.interfaces import IPersonalData
from gastvrij.toolkit.flag_words import KINDS
from gastvrij.toolkit.flagged_text import FlagRow
from gastvrij.toolkit.flagged_text import with_flags
from gastvrij.toolkit.flags import FLAGS
from gastvrij.toolkit.flags import flags_of
from gastvrij.toolkit.flags import forget_flags
from gastvrij.toolkit.headings import with_anchors
from gastvrij.toolkit.keepers import thread_of
from lxml import html
from toolkit_pages import show
from toolkit_pages import words
from zope.component import getUtility

import pytest
import requests
import transaction


PART = "toolkit/2/huiswerk/wonen"
ADDENDUM = "toolkit/2/ongeneeslijk-ziek"
LINE = "De waarborg is nu drie maanden kwartelhuur."


@pytest.fixture
def part(site):
    """A part of the current edition."""
    return site.portal.unrestrictedTraverse(PART)


def open_form(site, path=f"{PART}/flag?heading=eerst-dit"):
    """Return what the form of a page sends, as if it stood open for a minute."""
    page = show(site, path)
    (form,) = [form for form in page.forms if "flag" in form.action]
    fields = dict(form.form_values())
    fields["opened"] = str(int(datetime.now(UTC).timestamp()) - 60)
    return fields


def doubt_at(heading):
    """Return a doubt about a heading, as an editor reads it."""
    return FlagRow("f1", heading, "Huis", KINDS["amount"], "", "3 mei 2026")


def send(site, fields, path=PART, **changed):
    answer = requests.post(
        f"{site.url}/{path}/flag",
        data={**fields, "kind": "amount", "line": LINE, **changed},
        timeout=60,
        allow_redirects=False,
    )
    transaction.begin()
    return answer


def flags(part, site):
    return flags_of(site.portal, thread_of(part))


def test_doubt_stands_under_its_heading_and_takes_no_words_away():
    text = with_anchors("Vooraf<h2>Huis</h2><p>einde</p>").html
    noted = with_flags(text, [doubt_at("huis")], "nl")
    assert noted.startswith("Vooraf<div")
    assert "</div><p class=" in noted
    assert noted.endswith("</a></p><p>einde</p>")


@pytest.mark.parametrize("tag", ["p", "h4", "ul"])
def test_doubt_at_what_is_no_heading_any_more_is_only_handled(tag):
    text = with_anchors(f'<{tag} id="huis">Huis</{tag}>').html
    assert with_flags(text, [doubt_at("huis")], "nl") == text


def test_every_heading_asks_whether_it_is_still_right(site, part):
    page = show(site, PART)
    (link,) = [a for a in page.iter("a") if "Klopt dit nog?" in words(a)]
    assert link.get("href").endswith(f"{PART}/flag?heading=eerst-dit")
    form = show(site, f"{PART}/flag?heading=eerst-dit")
    assert "Eerst dit" in words(form)


def test_previous_edition_asks_nothing(site):
    assert "Klopt dit nog" not in words(show(site, "toolkit/1/huiswerk/wonen"))
    assert site.page("toolkit/1/huiswerk/wonen/flag").status_code == 404


def test_doubt_lands_at_its_heading_for_editors_only(site, part, editor):
    answer = send(site, open_form(site))
    assert answer.status_code == 303
    thanks = requests.get(answer.headers["Location"], timeout=60)
    assert "Dank je wel" in thanks.text
    assert LINE not in thanks.text
    (flag,) = flags(part, site)
    assert (flag.heading, flag.title, flag.kind) == ("eerst-dit", "Eerst dit", "amount")
    queue = show(site, f"toolkit/ten-minutes?item={part.UID()}", auth=editor)
    assert LINE in words(queue)
    (heading,) = queue.xpath("//h2[@id='eerst-dit']")
    assert "een bedrag" in words(heading.getparent().getnext()).lower()
    for path in (PART, "toolkit/2/huiswerk", "toolkit/2", f"{PART}/flag"):
        assert "kwartelhuur" not in site.page(path).text
        assert "kwartelhuur" not in site.json(path).text


def test_nothing_of_the_reader_is_kept(site, part):
    send(site, open_form(site))
    (flag,) = flags(part, site)
    assert set(vars(flag)) == {
        "id", "thread", "heading", "title", "kind", "line", "since"
    }  # fmt: skip
    assert "127.0.0.1" not in repr(list(shelf(site.portal, FLAGS).values()))


def test_pressing_twice_tells_it_once(site, part):
    fields = open_form(site)
    assert send(site, fields).status_code == 303
    assert send(site, fields).status_code == 303
    assert len(flags(part, site)) == 1


@pytest.mark.parametrize(
    "changed",
    [
        {"kind": ""},
        {"kind": "everything"},
        {"line": "x" * 301},
        {"subject": "filled in"},
        {"opened": "9999999999"},
    ],
)
def test_what_is_not_in_order_is_told_and_kept_in_the_form(site, part, changed):
    answer = send(site, open_form(site), **changed)
    assert answer.status_code == 400
    page = html.fromstring(answer.text)
    assert page.cssselect(".gv-error-summary li")
    line = changed.get("line", LINE)
    assert words(page.get_element_by_id("line")) == line
    for name in {*changed} & {"kind", "line"}:
        described_by = page.get_element_by_id(name).get("aria-describedby")
        assert page.get_element_by_id(f"{name}-error").text.strip()
        assert f"{name}-error" in described_by.split()
    assert flags(part, site) == []


def test_heading_that_is_gone_becomes_the_whole_text(site, part):
    send(site, open_form(site, f"{PART}/flag"), heading="<script>")
    (flag,) = flags(part, site)
    assert (flag.heading, flag.title) == ("", "")


def test_many_at_once_have_to_wait(site, part):
    for _number in range(20):
        assert send(site, open_form(site)).status_code == 303
    answer = send(site, open_form(site))
    assert answer.status_code == 429
    assert LINE in answer.text
    assert len(flags(part, site)) == 20
    assert "127" not in repr(list(shelf(site.portal, COUNTS)))


def test_handled_doubt_is_gone(site, part, editor):
    send(site, open_form(site))
    session = requests.Session()
    session.auth = editor
    url = f"{site.url}/{PART}/check"
    page = html.fromstring(session.get(url, timeout=60).text)
    (form,) = [f for f in page.forms if f.xpath(".//button[@value='handled']")]
    data = {**dict(form.form_values()), "act": "handled"}
    for said in ("Afgehandeld", "al afgehandeld"):
        answer = session.post(url, data=data, timeout=60)
        assert said in answer.text
    transaction.begin()
    assert flags(part, site) == []


def test_doubt_that_nobody_handles_is_forgotten(site, part):
    send(site, open_form(site))
    now = datetime.now(UTC)
    assert forget_flags(site.portal, now + timedelta(days=360)) == 0
    assert forget_flags(site.portal, now + timedelta(days=370)) == 1
    assert flags(part, site) == []


def test_address_in_a_doubt_is_found_and_taken_out(site, part):
    send(site, open_form(site), line="Vraag het aan An@example.org.")
    data = getUtility(IPersonalData, "toolkit.keepers")
    assert len(data.find(site.portal, "an@example.org")) == 1
    assert "An@example.org" in repr(data.export(site.portal, "an@example.org"))
    assert data.erase(site.portal, "an@example.org", datetime.now(UTC)) == 1
    (flag,) = flags(part, site)
    assert "example.org" not in flag.line


def test_addendum_in_its_part_leads_to_its_own_form(site):
    addendum = site.portal.unrestrictedTraverse(ADDENDUM)
    text = "<h2>Palliatieve zorg</h2><p>Soms.</p>"
    addendum.text = type(addendum.text)(text, "text/html", "text/x-html-safe")
    addendum.reindexObject()
    transaction.commit()
    page = show(site, "toolkit/2/huiswerk/gezondheidszorg")
    (section,) = page.cssselect(".gv-addendum")
    (link,) = [a for a in section.iter("a") if "Klopt dit nog?" in words(a)]
    assert link.get("href").endswith(f"{ADDENDUM}/flag?heading=palliatieve-zorg")
    path = link.get("href").removeprefix(f"{site.url}/")
    assert "Palliatieve zorg" in words(show(site, path))
