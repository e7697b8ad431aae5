"""A group goes out of the site and comes back with all it had."""

from datetime import date
from groups import make_group
from groups import picture
from plone import api
from plone.exportimport.exporters import get_exporter
from plone.exportimport.importers import get_importer

import pytest


NEEDS = [
    {"text": "Een buggy", "until": date(2026, 12, 31)},
    {"text": "Een tafel", "until": None},
    {"text": "Voorbij", "until": date(2016, 1, 1)},
]
SUMMARIES = [{"language": "ar", "text": "مرحبا\nبكم"}]


@pytest.fixture
def portal(functional):
    """Return a site of the test's own: the importer commits."""
    return functional["portal"]


@pytest.fixture
def exported(portal, tmp_path):
    """Return where the site was written to, with a group that is gone since."""
    make_group(
        portal,
        "De Deur",
        "paused",
        needs=NEEDS,
        summaries=SUMMARIES,
        image=picture(),
        image_alt="Een deur",
        confirmed_on=date(2026, 3, 9),
        member_since=date(2016, 2, 29),
    )
    with api.env.adopt_roles(["Manager"]):
        get_exporter(portal).export_site(tmp_path)
        portal.groepen.manage_delObjects(["de-deur"])
    return tmp_path


def test_group_comes_back_with_its_rows_and_dates(portal, exported):
    with api.env.adopt_roles(["Manager"]):
        get_importer(portal).import_site(exported)
    group = portal.groepen["de-deur"]
    assert group.needs == NEEDS
    assert group.summaries == SUMMARIES
    assert group.confirmed_on == date(2026, 3, 9)
    assert group.member_since == date(2016, 2, 29)
    assert group.image.getImageSize() == picture().getImageSize()
    assert api.content.get_state(group) == "paused"
