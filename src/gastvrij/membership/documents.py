"""The official documents: which one holds today, and which came before."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from gastvrij.membership.desk import MembershipDesk
from gastvrij.membership.vocabularies import DOCUMENT_KINDS
from plone import api
from typing import Any


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a document, as a page or a form names it; ``size`` in octets."""

    kind: str
    version: str
    valid_from: date
    approved_by: str
    summary: str
    changes: str
    url: str
    size: int


def published(desk: MembershipDesk) -> list[Version]:
    """Return every published version, the newest of each kind first."""
    found = desk.contentValues(filter={"portal_type": "GovernanceDocument"})
    versions = [_version(d) for d in found if api.content.get_state(d) == "published"]
    return sorted(versions, key=lambda each: each.valid_from, reverse=True)


def current(versions: Iterable[Version], kind: str, today: date) -> Version | None:
    """Return the version of a kind that holds today; ``None`` when there is none.

    That is the newest that is valid already; ``versions`` are published ones.
    """
    valid = [v for v in versions if v.kind == kind and v.valid_from <= today]
    return max(valid, key=lambda each: each.valid_from, default=None)


def current_of_each(versions: Iterable[Version], today: date) -> dict[str, Version]:
    """Return the version that holds today of each kind that has one."""
    kept = list(versions)
    found = {kind: current(kept, kind, today) for kind, title in DOCUMENT_KINDS}
    return {kind: version for kind, version in found.items() if version}


def _version(document: Any) -> Version:
    return Version(
        kind=document.kind,
        version=document.version,
        valid_from=document.valid_from,
        approved_by=document.approved_by or "",
        summary=document.summary or "",
        changes=document.changes or "",
        url=f"{document.absolute_url()}/@@download/file",
        size=document.file.getSize(),
    )
