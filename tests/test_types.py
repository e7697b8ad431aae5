"""Every content type: its class, schema, place and who may add it."""

from collections import namedtuple
from plone import api
from plone.dexterity.utils import resolveDottedName
from zope.i18n import translate

import pytest


Type = namedtuple(
    "Type", "name room klass schema add_permission contains title title_nl"
)

TYPES = (
    Type(
        "MemberDirectory",
        "directory",
        "member_directory.MemberDirectory",
        "member_directory.IMemberDirectory",
        "gastvrij.AddJobContainer",
        ("MemberOrganisation",),
        "Groups",
        "Groepen",
    ),
    Type(
        "MemberOrganisation",
        "directory",
        "organisation.MemberOrganisation",
        "organisation.IMemberOrganisation",
        "gastvrij.AddMemberOrganisation",
        (),
        "Member organisation",
        "Lidorganisatie",
    ),
    Type(
        "MemberFile",
        "directory",
        "member_file.MemberFile",
        "member_file.IMemberFile",
        "gastvrij.AddPrivateRecord",
        (),
        "Member file",
        "Dossier",
    ),
    Type(
        "InternalNotes",
        "directory",
        "internal_notes.InternalNotes",
        "internal_notes.IInternalNotes",
        "gastvrij.AddPrivateRecord",
        (),
        "Internal notes",
        "Interne notities",
    ),
    Type(
        "MembershipDesk",
        "membership",
        "desk.MembershipDesk",
        "desk.IMembershipDesk",
        "gastvrij.AddJobContainer",
        ("GovernanceDocument",),
        "Joining the network",
        "Je groep aansluiten",
    ),
    Type(
        "GovernanceDocument",
        "membership",
        "governance_document.GovernanceDocument",
        "governance_document.IGovernanceDocument",
        "gastvrij.AddGovernanceDocument",
        (),
        "Official document",
        "Officieel document",
    ),
    Type(
        "MembershipApplication",
        "membership",
        "application.MembershipApplication",
        "application.IMembershipApplication",
        "gastvrij.AddPrivateRecord",
        (),
        "Application for membership",
        "Aanvraag tot aansluiting",
    ),
    Type(
        "ToolkitLibrary",
        "toolkit",
        "library.ToolkitLibrary",
        "library.IToolkitLibrary",
        "gastvrij.AddJobContainer",
        ("ToolkitEdition",),
        "Toolkit",
        "Toolkit",
    ),
    Type(
        "ToolkitEdition",
        "toolkit",
        "edition.ToolkitEdition",
        "edition.IToolkitEdition",
        "gastvrij.AddToolkitContent",
        ("ToolkitChapter", "ToolkitAddendum"),
        "Edition",
        "Editie",
    ),
    Type(
        "ToolkitChapter",
        "toolkit",
        "chapter.ToolkitChapter",
        "chapter.IToolkitChapter",
        "gastvrij.AddToolkitContent",
        ("ToolkitSection",),
        "Chapter",
        "Hoofdstuk",
    ),
    Type(
        "ToolkitSection",
        "toolkit",
        "section.ToolkitSection",
        "section.IToolkitSection",
        "gastvrij.AddToolkitContent",
        (),
        "Part",
        "Onderdeel",
    ),
    Type(
        "ToolkitAddendum",
        "toolkit",
        "addendum.ToolkitAddendum",
        "addendum.IToolkitAddendum",
        "gastvrij.AddToolkitContent",
        (),
        "Addendum",
        "Aanvulling",
    ),
    Type(
        "NetworkDays",
        "networkday",
        "network_days.NetworkDays",
        "network_days.INetworkDays",
        "gastvrij.AddJobContainer",
        ("NetworkDay",),
        "Network days",
        "Netwerkdagen",
    ),
    Type(
        "NetworkDay",
        "networkday",
        "network_day.NetworkDay",
        "network_day.INetworkDay",
        "gastvrij.AddNetworkDay",
        ("ProgrammeItem", "File", "Image"),
        "Network day",
        "Netwerkdag",
    ),
    Type(
        "ProgrammeItem",
        "networkday",
        "programme_item.ProgrammeItem",
        "programme_item.IProgrammeItem",
        "gastvrij.AddNetworkDay",
        ("File", "Image"),
        "Programme item",
        "Programmaonderdeel",
    ),
)

CONTAINERS = (
    ("groepen", "MemberDirectory"),
    ("lid-worden", "MembershipDesk"),
    ("toolkit", "ToolkitLibrary"),
    ("netwerkdagen", "NetworkDays"),
)

by_name = pytest.mark.parametrize("expected", TYPES, ids=lambda t: t.name)


@by_name
def test_type_is_made_by_its_room(integration, expected):
    fti = api.portal.get_tool("portal_types")[expected.name]
    room = f"gastvrij.{expected.room}"
    assert fti.klass == f"{room}.{expected.klass}"
    assert fti.schema == f"{room}.{expected.schema}"
    assert fti.lookupSchema().implementedBy(resolveDottedName(fti.klass))
    assert not fti.model_source
    assert not fti.model_file


@by_name
def test_type_is_added_by_permission_in_its_own_place(integration, expected):
    fti = api.portal.get_tool("portal_types")[expected.name]
    assert fti.add_permission == expected.add_permission
    assert fti.filter_content_types
    assert set(fti.allowed_content_types) == set(expected.contains)
    job_container = expected.add_permission == "gastvrij.AddJobContainer"
    assert fti.global_allow == job_container


@by_name
def test_type_has_a_name_in_both_languages(integration, expected):
    fti = api.portal.get_tool("portal_types")[expected.name]
    assert translate(fti.Title(), target_language="en") == expected.title
    assert translate(fti.Title(), target_language="nl") == expected.title_nl
    dutch = translate(fti.Description(), target_language="nl")
    assert dutch != translate(fti.Description(), target_language="en")


def test_no_type_of_ours_is_missing_from_the_table(integration):
    ours = [
        fti.getId()
        for fti in api.portal.get_tool("portal_types").objectValues()
        if getattr(fti, "klass", "").startswith("gastvrij.")
    ]
    assert sorted(ours) == sorted(expected.name for expected in TYPES)


@by_name
def test_every_text_field_has_a_limit_and_words_in_dutch(integration, expected):
    schema = api.portal.get_tool("portal_types")[expected.name].lookupSchema()
    for name in schema.names(all=True):
        field = schema[name]
        if not hasattr(field, "required"):
            continue
        assert (
            translate(field.title, target_language="nl")
            != translate(field.title, target_language="en")
            or name in SAME_IN_BOTH
        ), name
        if hasattr(field, "max_length") and field.required is not None:
            assert field.max_length is not None or name in CHOSEN, name


# the same word in Dutch and English
SAME_IN_BOTH = ("website",)
# limited by the number of choices
CHOSEN = ("activities", "target_groups")


@pytest.mark.parametrize(("name", "portal_type"), CONTAINERS)
def test_each_job_has_its_container(integration, name, portal_type):
    assert integration["portal"][name].portal_type == portal_type


def test_job_containers_are_tabs_of_the_navigation(integration):
    tabs = api.portal.get_registry_record("plone.displayed_types")
    assert {portal_type for name, portal_type in CONTAINERS} <= set(tabs)
