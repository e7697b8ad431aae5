"""A small toolkit: two chapters with a text, one with six parts, and an addendum."""

from plone import api
from plone.app.textfield import RichTextValue
from z3c.relationfield import RelationValue
from zope.component import getUtility
from zope.intid.interfaces import IIntIds


PARTS = (
    ("inleiding", "Inleiding"),
    ("checklist", "Checklist van het ‘huiswerk’ na erkenning"),
    ("ocmw", "Recht op maatschappelijke integratie (OCMW-steun)"),
    ("wonen", "Wonen. Op zoek naar een eigen adres"),
    ("inburgering", "Inburgering en integratie"),
    ("gezondheidszorg", "Gezondheidszorg"),
)


def rich(text: str) -> RichTextValue:
    """Return a text as an editor would save it."""
    return RichTextValue(text, "text/html", "text/x-html-safe")


def relation(content) -> RelationValue:
    """Return a relation to something, as a form would save it."""
    return RelationValue(getUtility(IIntIds).getId(content))


def make_edition(library, number, state="current", lineage=""):
    """Create an edition with three chapters, the parts and an addendum, all published.

    ``lineage`` goes before a part's id: editions with the same one have the same parts.
    """
    create = api.content.create
    edition = create(
        library,
        "ToolkitEdition",
        str(number),
        title=f"Toolkit, editie {number}",
        number=number,
        year=2014 + 2 * number,
        foreword=rich("<p>Na de eerste editie bleef het werk niet liggen.</p>"),
    )
    for name, title, text in (
        ("achtergrond", "Achtergrond", rich("<p>De mens eerst.</p>")),
        ("rol", "Maatschappelijke rol", rich("<p>Een brug in de straat.</p>")),
        ("huiswerk", "Huiswerk", None),
    ):
        create(edition, "ToolkitChapter", name, title=title, text=text)
    for name, title in PARTS:
        create(
            edition.huiswerk,
            "ToolkitSection",
            name,
            title=title,
            description=f"Over {title}.",
            text=rich(f"<h2>Eerst dit</h2><p>{title}.</p>"),
            lineage=f"{lineage or number}-{name}",
        )
    create(
        edition,
        "ToolkitAddendum",
        "ongeneeslijk-ziek",
        title="Ongeneeslijk ziek zijn",
        supplements=relation(edition.huiswerk.gezondheidszorg),
        text=rich("<p>Soms wordt iemand niet meer gezond.</p>"),
    )
    publish_all(edition)
    if state != "in_preparation":
        api.content.transition(edition, "publish")
    return edition


def publish_all(edition):
    """Publish everything in an edition."""
    things = [*edition.objectValues(), *edition.huiswerk.objectValues()]
    for thing in things:
        api.content.transition(thing, "publish")
