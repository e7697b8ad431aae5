"""The official documents: which one holds, and how a version becomes public."""

from datetime import date
from gastvrij.membership.documents import current
from gastvrij.membership.documents import Version
from gastvrij.membership.publishing_documents import publish
from gastvrij.values.refusal import Refused
from plone import api
from plone.namedfile.file import NamedBlobFile
from Products.CMFCore.WorkflowCore import WorkflowException

import pytest
import transaction


PDF = b"%PDF-1.7 statuten"


def version(kind, name, day):
    return Version(kind, name, day, "", "", "", "", 1)


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2023, 12, 31), None),
        (date(2024, 1, 1), "2024"),
        (date(2025, 12, 31), "2024"),
        (date(2026, 1, 1), "2026"),
    ],
)
def test_current_version_is_the_newest_that_is_valid_already(today, expected):
    versions = [
        version("statutes", "2026", date(2026, 1, 1)),
        version("statutes", "2024", date(2024, 1, 1)),
        version("house_rules", "1", date(2020, 1, 1)),
    ]
    found = current(versions, "statutes", today)
    assert (found.version if found else None) == expected


@pytest.fixture
def document(desk):
    """Return a draft of the statutes."""
    with api.env.adopt_roles(["Manager"]):
        made = api.content.create(
            desk.portal["lid-worden"],
            "GovernanceDocument",
            title="Statuten 2024",
            kind="statutes",
            version="2024",
            valid_from=date(2024, 1, 1),
            file=NamedBlobFile(PDF, "application/pdf", "statuten.pdf"),
        )
    transaction.commit()
    return made


def test_document_is_published_with_who_approved_it_and_never_edited(desk, document):
    path = f"/lid-worden/{document.getId()}"
    assert desk.rest("visitor", "GET", path).status_code == 404
    bare = desk.rest("secretariat", "POST", f"{path}/@workflow/publish")
    assert bare.status_code == 400
    assert api.content.get_state(document) == "draft"
    page = desk.page("secretariat", "/lid-worden/documents")
    refused = desk.send("secretariat", page, "action", "publish", approved_by=" ")
    assert refused.status_code == 400
    page = desk.page("secretariat", "/lid-worden/documents")
    desk.send(
        "secretariat", page, "action", "publish", approved_by="Algemene vergadering"
    )
    assert api.content.get_state(document) == "published"
    shown = desk.page("visitor", "/lid-worden").text_content()
    assert "versie 2024" in shown
    download = desk.ask("visitor", "GET", f"{path}/@@download/file")
    assert download.content == PDF
    for who in ("secretariat", "board"):
        edited = desk.rest(who, "PATCH", path, {"version": "2025"})
        deleted = desk.rest(who, "DELETE", path)
        assert {edited.status_code, deleted.status_code} <= {401, 403}
    assert document.version == "2024"


def test_rule_refuses_what_nobody_approved(document):
    with pytest.raises(Refused), api.env.adopt_roles(["Manager"]):
        publish(document, "")
    with pytest.raises(WorkflowException), api.env.adopt_roles(["Manager"]):
        api.portal.get_tool("portal_workflow").doActionFor(document, "publish")


def test_secretariat_adds_a_version_on_a_page_of_ours(desk):
    page = desk.page("secretariat", "/lid-worden/add-document")
    typed = {"kind": "house_rules", "version": "3", "valid_from": "2026-01-01"}
    without = desk.send("secretariat", page, "save", **typed)
    assert "Kies de pdf" in without.text
    form = page.xpath("//form[.//button[@name='save']]")[0]
    data = {**dict(form.form_values()), **typed, "save": "1"}
    files = {"file": ("reglement.pdf", PDF, "application/pdf")}
    made = desk.ask(
        "secretariat", "POST", "/lid-worden/add-document", data=data, files=files
    )
    assert made.status_code == 302, made.text
    found = desk.portal["lid-worden"].objectValues("Dexterity Item")
    assert [each.version for each in found] == ["3"]
    assert [each.title for each in found] == ["Huishoudelijk reglement 3"]


def made(desk, name, *transitions):
    """Return a version of the statutes, brought to a state."""
    with api.env.adopt_roles(["Manager"]):
        one = api.content.create(
            desk.portal["lid-worden"],
            "GovernanceDocument",
            title=f"Statuten {name}",
            kind="statutes",
            version=name,
            valid_from=date(2024, 1, 1),
            approved_by="Algemene vergadering",
            changes=f"Geheim {name}",
            file=NamedBlobFile(PDF, "application/pdf", "statuten.pdf"),
        )
        for transition in transitions:
            api.content.transition(one, transition)
    return one


def test_visitor_is_told_of_published_versions_alone(desk):
    made(desk, "ontwerp-1")
    made(desk, "geldig-1", "publish")
    made(desk, "weg-1", "publish", "retract")
    transaction.commit()
    told = desk.page("visitor", "/lid-worden/documents").text_content()
    assert "geldig-1" in told
    assert "ontwerp-1" not in told
    assert "weg-1" not in told
    page = desk.page("secretariat", "/lid-worden/documents")
    states = {
        row.xpath(".//a")[0].text_content().split()[-1]: " ".join(
            row.xpath(".//*[contains(@class, 'gv-status')]/text()")
        ).strip()
        for row in page.xpath("//li[@class='gv-row']")
    }
    assert set(states) == {"ontwerp-1", "geldig-1", "weg-1"}
    assert states["geldig-1"] == ""
    assert "" not in {states["ontwerp-1"], states["weg-1"]}
