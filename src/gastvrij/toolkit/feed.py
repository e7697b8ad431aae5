"""The changes as an Atom feed. Source: RFC 4287."""

from collections.abc import Sequence
from datetime import datetime
from gastvrij.toolkit.changes import ReaderChange
from lxml import etree
from lxml.builder import ElementMaker
from uuid import UUID


NAMESPACE = "http://www.w3.org/2005/Atom"
TYPE = "application/atom+xml"
_E = ElementMaker(namespace=NAMESPACE, nsmap={None: NAMESPACE})


def atom(
    told: Sequence[tuple[ReaderChange, str]],
    title: str,
    author: str,
    address: str,
    uid: str,
    since: datetime,
) -> bytes:
    """Return a feed of changes and their notes, newest first.

    ``author`` is the network, never a person. ``address`` is that of the library, of
    which ``uid`` is the UID; ``since`` is when a feed without changes was last right.
    """
    newest = told[0][0].when if told else since
    feed = _E.feed(
        _E.id(_urn(uid)),
        _E.title(title),
        _E.updated(newest.isoformat()),
        _E.author(_E.name(author)),
        _E.link(rel="self", type=TYPE, href=f"{address}/changes.atom"),
        _E.link(rel="alternate", type="text/html", href=f"{address}/changes"),
        *(_entry(change, note) for change, note in told),
    )
    return etree.tostring(feed, xml_declaration=True, encoding="utf-8")


def _entry(change: ReaderChange, note: str) -> etree._Element:
    return _E.entry(
        _E.id(_urn(change.id)),
        _E.title(change.label),
        _E.updated(change.when.isoformat()),
        _E.link(rel="alternate", type="text/html", href=change.url),
        _E.summary(note, type="text"),
    )


def _urn(uid: str) -> str:
    return UUID(uid).urn
