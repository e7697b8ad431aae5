"""The pages of the toolkit, as a browser gets them."""

from datetime import date
from lxml import html
from plone import api
from plone.namedfile.file import NamedBlobFile
from toolkit_content import make_edition
from toolkit_content import PARTS
from toolkit_content import rich

import pytest
import transaction


PART = "toolkit/2/huiswerk/gezondheidszorg"
DOWNLOAD = "toolkit/2/@@download/full_file/bijlage%201.pdf"


def pdf():
    """Return a file of 1.2 MB that begins as a PDF does."""
    octets = b"%PDF-1.4" + b"x" * 1_240_000
    return NamedBlobFile(octets, "application/pdf", "bijlage 1.pdf")


def show(site, path, **options):
    """Return the page as a tree."""
    answer = site.page(path, **options)
    assert answer.status_code == 200, answer.text
    return html.fromstring(answer.text)


def words(tree, selector):
    """Return the words of each element that a selector finds."""
    return [
        " ".join(found.text_content().split()) for found in tree.cssselect(selector)
    ]


def save(content, **values):
    """Change a thing and commit."""
    for name, value in values.items():
        setattr(content, name, value)
    content.reindexObject()
    transaction.commit()


@pytest.fixture
def handbook(site):
    """The current edition of the running site."""
    return site.portal.toolkit["2"]


@pytest.mark.parametrize(
    "path",
    ["toolkit", "toolkit/1", "toolkit/2/rol", PART, "toolkit/2/ongeneeslijk-ziek"],
)
def test_page_has_one_first_heading_and_is_kept(site, path):
    answer = site.page(path)
    assert len(html.fromstring(answer.text).cssselect("h1")) == 1
    assert answer.headers["X-Cache-Rule"] == "gastvrij.page"
    assert "X-RAMCache" in site.page(path).headers


def test_library_shows_the_current_edition_with_its_contents(site):
    tree = show(site, "toolkit")
    assert words(tree, ".gv-card-title") == [
        "Achtergrond",
        "Maatschappelijke rol",
        "Huiswerk",
    ]
    assert words(tree, ".gv-part-title") == [title for name, title in PARTS]
    assert words(tree, ".gv-part-number")[-1] == "3.6"
    assert "Ongeneeslijk ziek zijn" in words(tree, ".gv-addenda a")[0]
    assert words(tree, ".gv-row-title") == ["Toolkit, editie 1"]
    assert words(tree, ".gv-row-text") == ["2016"]


def test_library_offers_the_whole_file_with_its_size(site, handbook):
    assert words(show(site, "toolkit"), ".gv-button--action") == []
    save(handbook, full_file=pdf())
    button = show(site, "toolkit").cssselect(".gv-button--action")[0]
    assert "1,2" in button.text_content()
    assert button.get("href") == f"{site.url}/{DOWNLOAD}"
    assert site.page(DOWNLOAD).content.startswith(b"%PDF")


def test_library_tells_what_the_toolkit_is(site):
    save(site.portal.toolkit, text=rich("<p>Van en voor groepen.</p>"))
    assert "Van en voor groepen." in words(show(site, "toolkit"), ".gv-prose")[0]


def test_library_without_an_edition_says_so(site):
    for name in ("1", "2"):
        api.content.delete(site.portal.toolkit[name])
    transaction.commit()
    tree = show(site, "toolkit")
    assert len(tree.cssselect(".gv-empty")) == 1
    assert tree.cssselect(".gv-part, .gv-card, .gv-row") == []


def test_edition_shows_foreword_contents_and_credits(site, handbook):
    save(handbook, credits=rich("<p>Met dank aan de groepen.</p>"), full_file=pdf())
    tree = show(site, "toolkit/2")
    assert words(tree, ".gv-prose") == [
        "Na de eerste editie bleef het werk niet liggen.",
        "Met dank aan de groepen.",
    ]
    assert words(tree, ".gv-chapter-title a") == [
        "Achtergrond",
        "Maatschappelijke rol",
        "Huiswerk",
    ]
    assert tree.cssselect(".gv-notice") == []
    assert len(tree.cssselect(".gv-button--action")) == 1


def test_previous_edition_leads_to_the_current_one(site):
    tree = show(site, "toolkit/1")
    link = tree.cssselect(".gv-notice--attention a")[0]
    assert link.get("href") == f"{site.url}/toolkit/2"
    assert [meta.get("content") for meta in tree.cssselect("meta[name=robots]")] == [
        "noindex"
    ]
    assert show(site, "toolkit/2").cssselect("meta[name=robots]") == []


def test_edition_in_preparation_says_so_to_editors(site, editor):
    make_edition(site.portal.toolkit, 3, state="in_preparation")
    transaction.commit()
    tree = show(site, "toolkit/3", auth=editor)
    assert len(tree.cssselect(".gv-notice--attention")) == 1
    assert (
        "Toolkit, editie 3" in words(show(site, "toolkit", auth=editor), ".gv-row")[0]
    )
    assert "Toolkit, editie 3" not in site.page("toolkit").text


def test_chapter_shows_its_text_and_its_parts(site):
    assert words(show(site, "toolkit/2/rol"), ".gv-prose") == ["Een brug in de straat."]
    tree = show(site, "toolkit/2/huiswerk")
    assert words(tree, ".gv-part-title") == [title for name, title in PARTS]
    assert words(tree, ".gv-prose") == []
    assert "3.1 Inleiding" in words(tree, ".gv-next")[0]


def test_part_shows_number_addendum_text_and_neighbours(site):
    tree = show(site, PART)
    assert "3.6" in words(tree, ".gv-parthead-number")[0]
    assert words(tree, "h1") == ["Gezondheidszorg"]
    addendum = tree.cssselect(".gv-notice--info a")[0]
    assert addendum.text_content() == "Ongeneeslijk ziek zijn"
    assert addendum.get("href") == "#aanvulling-ongeneeslijk-ziek"
    assert words(tree, ".gv-prose h2#eerst-dit") == ["Eerst dit"]
    assert "3.5 Inburgering en integratie" in words(tree, ".gv-prev")[0]
    assert tree.cssselect(".gv-next") == []


def test_part_before_it_stands_in_another_chapter(site):
    tree = show(site, "toolkit/2/huiswerk/inleiding")
    assert "Hoofdstuk 2 Maatschappelijke rol" in words(tree, ".gv-prev")[0]
    assert "3.2 Checklist" in words(tree, ".gv-next")[0]
    assert "Hoofdstuk" not in words(tree, ".gv-next")[0]


def test_part_has_the_contents_beside_it(site):
    toc = show(site, PART).cssselect("details.gv-toc")[0]
    assert toc.get("open") is None
    assert words(toc, "[aria-current=page]") == ["3.6 Gezondheidszorg"]
    assert "Eerst dit" in words(toc, "li li li")
    assert len(toc.cssselect("nav > ol > li")) == 3


def test_part_says_when_it_was_checked(site, handbook):
    attention = ".gv-parthead .gv-status--attention"
    assert len(show(site, PART).cssselect(attention)) == 1
    save(handbook.huiswerk.gezondheidszorg, checked_on=date(2026, 5, 3))
    tree = show(site, PART)
    assert "3 mei 2026" in words(tree, ".gv-status--good")[0]
    assert tree.cssselect(attention) == []


def test_part_without_text_offers_its_file(site, handbook):
    save(handbook.huiswerk.gezondheidszorg, text=None, file=pdf())
    tree = show(site, PART)
    assert words(tree, ".gv-reading-body > .gv-prose") == []
    for path in ("toolkit", "toolkit/2", "toolkit/2/huiswerk"):
        (file,) = words(show(site, path), ".gv-part-file")
        assert "1,2" in file
    link = tree.cssselect(".gv-file")[0]
    assert "1,2" in link.text_content()
    assert link.get("href") == f"{site.url}/{PART}/@@download/file/bijlage%201.pdf"


def test_part_shows_its_sources(site, handbook):
    sources = [
        {"title": "Met", "url": "https://example.org", "checked_on": date(2026, 2, 3)},
        {"title": "Zonder", "url": None, "checked_on": None},
    ]
    save(handbook.huiswerk.gezondheidszorg, sources=sources)
    tree = show(site, PART)
    with_link, without = words(tree, ".gv-sources li")
    assert "3 februari 2026" in with_link
    assert without == "Zonder"
    assert [a.get("href") for a in tree.cssselect(".gv-sources a")] == [
        "https://example.org"
    ]


def test_part_of_the_current_edition_is_its_own_address(site):
    tree = show(site, PART)
    assert [link.get("href") for link in tree.cssselect("link[rel=canonical]")] == [
        f"{site.url}/{PART}"
    ]
    assert tree.cssselect("meta[name=robots]") == []
    assert tree.cssselect(".gv-notice--attention") == []


def test_part_of_a_previous_edition_points_at_the_same_part_now(site, handbook):
    handbook.huiswerk.moveObjectsToTop(["gezondheidszorg"])
    transaction.commit()
    tree = show(site, "toolkit/1/huiswerk/gezondheidszorg")
    notice = tree.cssselect(".gv-notice--attention a")[0]
    assert notice.text_content() == "3.1 Gezondheidszorg"
    assert notice.get("href") == f"{site.url}/{PART}"
    assert [link.get("href") for link in tree.cssselect("link[rel=canonical]")] == [
        f"{site.url}/{PART}"
    ]
    assert tree.cssselect("meta[name=robots]")[0].get("content") == "noindex"
    assert "3.6" in words(tree, ".gv-parthead-number")[0]


def test_chapter_of_a_previous_edition_points_at_the_same_chapter_now(site, handbook):
    with api.env.adopt_roles(["Manager"]):
        handbook.manage_renameObject("huiswerk", "thuiswerk")
    transaction.commit()
    for old, new in (("huiswerk", "3 Huiswerk"), ("achtergrond", "1 Achtergrond")):
        tree = show(site, f"toolkit/1/{old}")
        notice = tree.cssselect(".gv-notice--attention a")[0]
        assert notice.text_content() == new
        assert notice.get("href").startswith(f"{site.url}/toolkit/2/")
        assert tree.cssselect("meta[name=robots]")[0].get("content") == "noindex"


def test_part_that_was_not_continued_points_at_the_current_edition(site, handbook):
    save(handbook.huiswerk.gezondheidszorg, lineage="another")
    path = "toolkit/1/huiswerk/gezondheidszorg"
    tree = show(site, path)
    notice = tree.cssselect(".gv-notice--attention a")[0]
    assert notice.get("href") == f"{site.url}/toolkit/2"
    assert [link.get("href") for link in tree.cssselect("link[rel=canonical]")] == [
        f"{site.url}/{path}"
    ]


def test_addendum_names_the_part_to_which_it_belongs(site, handbook):
    tree = show(site, "toolkit/2/ongeneeslijk-ziek")
    link = tree.cssselect(".gv-lead a")[0]
    assert link.text_content() == "3.6 Gezondheidszorg"
    assert link.get("href") == f"{site.url}/{PART}"
    assert words(tree, ".gv-prose") == ["Soms wordt iemand niet meer gezond."]
    save(handbook["ongeneeslijk-ziek"], date=date(2019, 1, 31))
    tree = show(site, "toolkit/2/ongeneeslijk-ziek")
    assert "31 januari 2019" in " ".join(words(tree, ".gv-meta li"))


def test_addendum_of_a_previous_edition_points_at_the_part_now(site):
    tree = show(site, "toolkit/1/ongeneeslijk-ziek")
    notice = tree.cssselect(".gv-notice--attention a")[0]
    assert notice.get("href") == f"{site.url}/{PART}"
    assert tree.cssselect("meta[name=robots]")[0].get("content") == "noindex"


def test_addendum_whose_part_is_gone_stays_readable(site, handbook):
    api.content.transition(handbook.huiswerk.gezondheidszorg, "send_back")
    transaction.commit()
    tree = show(site, "toolkit/2/ongeneeslijk-ziek")
    assert "Gezondheidszorg" not in tree.text_content()
    assert words(tree, ".gv-prose") == ["Soms wordt iemand niet meer gezond."]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_reordering_changes_a_page_that_is_kept(site, handbook, language):
    options = {"cookies": {"I18N_LANGUAGE": language}}
    for _ in range(2):
        tree = show(site, PART, **options)
    assert "3.6" in words(tree, ".gv-parthead-number")[0]
    handbook.huiswerk.moveObjectsToTop(["gezondheidszorg"])
    transaction.commit()
    tree = show(site, PART, **options)
    assert "3.1" in words(tree, ".gv-parthead-number")[0]
    assert "2 Maatschappelijke rol" in words(tree, ".gv-prev")[0]
    assert "3.2 Inleiding" in words(tree, ".gv-next")[0]
    label = words(show(site, "toolkit/2/ongeneeslijk-ziek", **options), ".gv-lead a")
    assert label == ["3.1 Gezondheidszorg"]


def test_part_in_preparation_is_marked_for_editors_and_gone_for_visitors(
    site, handbook, editor
):
    api.content.transition(handbook.huiswerk.wonen, "send_back")
    transaction.commit()
    for path in ("toolkit", "toolkit/2", "toolkit/2/huiswerk", PART):
        assert "Wonen" not in site.page(path).text
        assert "Wonen" in site.page(path, auth=editor).text
    tree = show(site, "toolkit/2/huiswerk/wonen", auth=editor)
    assert words(tree, ".gv-parthead-number") == [""]
    assert len(tree.cssselect(".gv-notice--attention")) == 1


def test_archived_part_is_readable_for_editors(site, handbook, editor):
    api.content.transition(handbook.huiswerk.wonen, "archive")
    transaction.commit()
    tree = show(site, "toolkit/2/huiswerk/wonen", auth=editor)
    assert words(tree, "h1") == ["Wonen. Op zoek naar een eigen adres"]
    assert tree.cssselect(".gv-prev, .gv-next") == []


def test_publishing_by_the_menu_answers_with_the_names_of_drafts(site, editor):
    new = make_edition(site.portal.toolkit, 3, state="in_preparation")
    api.content.transition(new.huiswerk.wonen, "send_back")
    transaction.commit()
    menu = show(site, "toolkit/3/content_status_history", auth=editor)
    token = menu.cssselect("input[name=_authenticator]")[0].get("value")
    path = f"content_status_modify?workflow_action=publish&_authenticator={token}"
    answer = site.page(f"toolkit/3/{path}", auth=editor)
    assert answer.headers["Location"] == f"{site.url}/toolkit/3"
    tree = show(site, "toolkit/3", auth=editor, cookies=answer.cookies)
    assert "Wonen. Op zoek" in words(tree, "#global_statusmessage")[0]
    transaction.begin()
    states = [api.content.get_state(site.portal.toolkit[n]) for n in ("2", "3")]
    assert states == ["current", "in_preparation"]
