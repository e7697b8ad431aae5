"""The page on which a reader looks for something, and tells that it was not there."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from gastvrij.toolkit.looked_for import all_looked_for
from gastvrij.toolkit.looked_for import forget_what_is_over
from gastvrij.toolkit.looked_for import MOST_FROM_COMPUTER
from gastvrij.toolkit.looked_for import MOST_IN_ALL
from gastvrij.toolkit.looked_for import MOST_KEPT
from gastvrij.toolkit.looked_for import tell
from plone import api
from toolkit_content import rich
from toolkit_pages import show
from toolkit_pages import words
from urllib.parse import quote

import pytest
import transaction


SEARCH = "toolkit/search"
ADDENDUM = "toolkit/2/ongeneeslijk-ziek"
PART = "toolkit/2/huiswerk/gezondheidszorg"
NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)


@pytest.fixture
def handbook(site):
    """The current edition of the running site."""
    return site.portal.toolkit["2"]


def write(content, text):
    """Give something another text."""
    content.text = rich(text)
    content.reindexObject()
    transaction.commit()


def found(site, query, **options):
    """Return the titles that are found, in order."""
    tree = show(site, f"{SEARCH}?{query}", **options)
    return [words(each) for each in tree.cssselect(".gv-hits .gv-part-title")]


def form_of(tree):
    """Return what the button would send; None without one."""
    forms = tree.cssselect("main form[method=post]")
    if not forms:
        return None
    return {each.get("name"): each.get("value") for each in forms[0].cssselect("input")}


def kept(site):
    """Return what is kept of what readers looked for."""
    transaction.begin()
    return [(each.typed, each.times) for each in all_looked_for(site.portal)]


@pytest.mark.parametrize(
    "path",
    [
        "toolkit",
        "toolkit/2",
        "toolkit/1",
        "toolkit/2/huiswerk",
        PART,
        "toolkit/2/ongeneeslijk-ziek",
    ],
)
def test_page_has_a_field_that_leads_to_the_answer(site, path):
    (form,) = show(site, path).cssselect("main form[role=search]")
    assert form.get("action") == f"{site.url}/{SEARCH}#results"
    assert form.cssselect("input[name=q]")[0].get("maxlength") == "100"


def test_addendum_is_found_with_the_number_of_its_part(site, handbook):
    write(handbook["ongeneeslijk-ziek"], "<p>De factuur voor <b>gas</b> & water.</p>")
    tree = show(site, f"{SEARCH}?q=gas")
    (hit,) = tree.cssselect(".gv-hits .gv-part")
    assert words(hit.cssselect(".gv-part-number")[0]) == "3.6"
    title = hit.cssselect(".gv-part-title")[0]
    assert words(title) == "Aanvulling: Ongeneeslijk ziek zijn"
    assert title.get("href") == f"{site.url}/{ADDENDUM}"
    place = hit.cssselect(".gv-hit-place")[0]
    assert words(place) == "Aanvulling bij 3.6 Gezondheidszorg"
    assert place.cssselect("a")[0].get("href") == f"{site.url}/{PART}"
    assert words(hit.cssselect(".gv-part-text")[0]) == "De factuur voor gas & water."
    assert [mark.text_content() for mark in hit.cssselect("mark")] == ["gas"]
    head = tree.cssselect(".gv-results-head[role=status]")[0]
    assert words(head) == "1 plaats met “gas”"


def test_only_the_current_edition_is_searched_unless_another_is_asked(site):
    current = show(site, f"{SEARCH}?q=gezondheidszorg")
    hrefs = [a.get("href") for a in current.cssselect(".gv-part-title")]
    assert hrefs == [f"{site.url}/{PART}"]
    previous = show(site, f"{SEARCH}?q=gezondheidszorg&edition=1")
    hrefs = [a.get("href") for a in previous.cssselect(".gv-part-title")]
    assert hrefs == [f"{site.url}/toolkit/1/huiswerk/gezondheidszorg"]
    (notice,) = previous.cssselect(".gv-notice--attention")
    assert "vorige editie" in words(notice)
    assert notice.cssselect("a")[0].get("href").endswith("?q=gezondheidszorg#results")


def test_unknown_edition_leads_to_the_current_one(site):
    tree = show(site, f"{SEARCH}?q=huur&edition=9")
    assert tree.cssselect("#results, .gv-hits") == []
    (notice,) = tree.cssselect(".gv-notice--attention")
    assert "Deze editie bestaat niet." in words(notice)


def test_search_without_an_edition_says_so(site):
    for name in ("1", "2"):
        api.content.delete(site.portal.toolkit[name])
    transaction.commit()
    tree = show(site, f"{SEARCH}?q=huur")
    assert "Er is nog geen editie" in tree.text_content()
    assert tree.cssselect("#results, main form[method=post]") == []
    answer = site.json("toolkit/@toolkit-search?q=huur").json()
    assert (answer["edition"], answer["items"]) == (None, [])


def test_word_in_a_title_comes_first(site, handbook):
    write(handbook.huiswerk.inleiding, "<p>wonen wonen wonen wonen</p>")
    first, *others = found(site, "q=wonen")
    assert first == "Wonen. Op zoek naar een eigen adres"
    assert others == ["Inleiding"]


def test_word_forms_and_accents_do_not_matter(site, handbook):
    write(handbook.huiswerk.wonen, "<p>De huizen bij de crèche.</p>")
    longer = {"huis": ["Huiswerk", "Checklist van het ‘huiswerk’ na erkenning"]}
    for query in ("huis", "HUIZEN", "creche", quote("crèches")):
        first, *others = found(site, f"q={query}")
        assert first == "Wonen. Op zoek naar een eigen adres"
        assert others == longer.get(query, [])


def test_short_word_does_not_begin_a_longer_one_unless_nothing_else_has_it(
    site, handbook
):
    write(handbook.huiswerk.wonen, "<p>Gastvrij zijn.</p>")
    assert found(site, "q=gas") == ["Wonen. Op zoek naar een eigen adres"]
    write(handbook.huiswerk.inburgering, "<p>Het gas.</p>")
    assert found(site, "q=gas") == ["Inburgering en integratie"]


def test_what_has_some_of_the_words_is_found_where_nothing_has_them_all(site, handbook):
    write(handbook.huiswerk.wonen, "<p>Een huurwaarborg.</p>")
    write(handbook.huiswerk.inburgering, "<p>Een diploma.</p>")
    tree = show(site, f"{SEARCH}?q=huurwaarborg+diploma")
    assert len(tree.cssselect(".gv-part")) == 2
    head = words(tree.cssselect(".gv-results-head")[0])
    assert head.startswith("Gevonden met een deel van “huurwaarborg diploma”: 2 Geen")
    assert found(site, "q=huurwaarborg+zeppelin") == [
        "Wonen. Op zoek naar een eigen adres"
    ]


@pytest.mark.parametrize("query", ["3.6", "3.6.", "deel+6", "Deel 6"])
def test_number_leads_to_its_part(site, query):
    assert found(site, f"q={query}") == ["Gezondheidszorg"]


def test_chapter_with_a_text_is_found(site):
    assert found(site, "q=brug") == ["Maatschappelijke rol"]


def test_draft_is_found_by_editors_alone(site, handbook, editor):
    write(handbook.huiswerk.wonen, "<p>Zeppelin</p>")
    api.content.transition(handbook.huiswerk.wonen, "send_back")
    transaction.commit()
    assert found(site, "q=zeppelin") == []
    tree = show(site, f"{SEARCH}?q=zeppelin", auth=editor)
    assert "Ontwerp" in words(tree.cssselect(".gv-hits .gv-part")[0])


def test_long_answer_comes_page_by_page(site, handbook):
    with api.env.adopt_roles(["Manager"]):
        for number in range(12):
            part = api.content.create(
                handbook.huiswerk,
                "ToolkitSection",
                f"meer-{number}",
                title=f"Meer {number}",
                description="Nog meer.",
                text=rich("<p>Zeppelin</p>"),
            )
            api.content.transition(part, "publish")
    transaction.commit()
    first, second = found(site, "q=zeppelin"), found(site, "q=zeppelin&b_start=10")
    assert len(first) == 10
    assert len({*first, *second}) == 12
    for odd in ("9999999", "-4", "x", "10&b_start=0"):
        assert found(site, f"q=zeppelin&b_start={odd}")


@pytest.mark.parametrize(
    "sent", ["x" * 5000, "%00", "de+het+een", "%28%28", "...", "%F0%28%8C%28", "*"]
)
def test_odd_input_is_answered_with_a_sentence(site, sent):
    tree = show(site, f"{SEARCH}?q={sent}")
    assert len(words(tree.cssselect(".gv-error")[0])) > 20
    assert tree.cssselect(".gv-part, main form[method=post]") == []


def test_script_in_a_question_stays_text(site, handbook):
    title = "<script>alert(1)</script>"
    handbook.huiswerk.wonen.title = f"{title} zeppelin"
    handbook.huiswerk.wonen.reindexObject()
    transaction.commit()
    answer = site.page(f"{SEARCH}?q=zeppelin+{quote(title)}")
    assert "<script>alert" not in answer.text
    assert "&lt;script&gt;" in answer.text


def test_page_is_kept_nowhere(site):
    for _ in range(2):
        answer = site.page(f"{SEARCH}?q=zeppelin")
        assert answer.headers["Cache-Control"] == "no-store"
        assert "X-RAMCache" not in answer.headers


def test_one_tap_tells_the_editors_once(site, editor):
    sent = form_of(show(site, f"{SEARCH}?q=Zeppelin"))
    assert sent["q"] == "Zeppelin"
    for _ in range(2):
        answer = site.json(SEARCH, "POST", data=sent)
        assert answer.status_code == 303
    assert kept(site) == [("Zeppelin", 1)]
    address = answer.headers["Location"].removeprefix(f"{site.url}/")
    tree = show(site, address)
    assert len(tree.cssselect(".gv-notice--done")) == 1
    assert form_of(tree) is None
    sent = form_of(show(site, f"{SEARCH}?q=zeppelins+zeppelin"))
    site.json(SEARCH, "POST", data=sent)
    page = show(site, "toolkit/looked-for", auth=editor)
    assert len(page.cssselect(".gv-row")) == 2


def test_looking_keeps_nothing(site):
    site.page(f"{SEARCH}?q=zeppelin&token=x")
    assert kept(site) == []


def test_what_is_there_what_is_odd_and_what_names_somebody_is_not_kept(site):
    for typed in ("gezondheidszorg", "", "x" * 5000, "jan@example.org", "0470123456"):
        site.json(SEARCH, "POST", data={"q": typed, "token": "t"})
    site.json(SEARCH, "POST", data={"q": "zeppelin", "edition": "1"})
    assert kept(site) == []


def test_much_told_within_an_hour_has_to_wait(site):
    for _ in range(MOST_IN_ALL):
        tell(site.portal, "zeppelin", ("zeppelin",), "", datetime.now(UTC))
    transaction.commit()
    sent = form_of(show(site, f"{SEARCH}?q=luchtschip"))
    answer = site.json(SEARCH, "POST", data=sent)
    assert answer.status_code == 429
    assert kept(site) == [("zeppelin", MOST_IN_ALL)]


def test_ledger_is_bounded_and_forgets(site):
    for number in range(MOST_KEPT + 5):
        tell(site.portal, f"woord {number}", (str(number),), f"{number}", NOW)
    tell(site.portal, "woord 7", ("7",), "7", NOW + timedelta(days=100))
    assert len(all_looked_for(site.portal)) == MOST_KEPT
    assert MOST_FROM_COMPUTER < MOST_IN_ALL
    later = datetime(2027, 5, 25, 12, tzinfo=UTC)
    assert forget_what_is_over(site.portal, later - timedelta(seconds=1)) == 0
    assert forget_what_is_over(site.portal, later) == MOST_KEPT - 1
    assert forget_what_is_over(site.portal, later) == 0


def test_editor_clears_words_away_and_nobody_else_sees_them(site, editor):
    tell(site.portal, "zeppelin", ("zeppelin",), "", datetime.now(UTC))
    transaction.commit()
    for path in ("toolkit", "toolkit/looked-for", "toolkit/2"):
        assert "zeppelin" not in site.page(path).text
    assert site.page("toolkit/looked-for").status_code != 200
    assert "looked-for" not in site.page("toolkit").text
    link = f"{site.url}/toolkit/looked-for"
    library = show(site, "toolkit", auth=editor)
    assert link in [a.get("href") for a in library.cssselect("main a")]
    sent = form_of(show(site, "toolkit/looked-for", auth=editor))
    bare = {"words": sent["words"]}
    site.json("toolkit/looked-for", "POST", data=bare, auth=editor)
    site.json("toolkit/looked-for", "POST", data=sent)
    assert kept(site) == [("zeppelin", 1)]
    answer = site.json("toolkit/looked-for", "POST", data=sent, auth=editor)
    assert answer.status_code == 303
    assert kept(site) == []
