"""The editors of the toolkit work on a draft beside what is published."""

from plone import api

import pytest


@pytest.mark.parametrize(
    ("role", "allowed"),
    [
        ("Toolkit Editor", True),
        ("Secretariat", False),
        ("Editor", False),
        ("Owner", False),
        ("Member", False),
    ],
)
def test_editor_checks_out_a_part_that_somebody_else_wrote(integration, role, allowed):
    portal = integration["portal"]
    for permission in ("iterate : Check out content", "iterate : Check in content"):
        with api.env.adopt_roles([role]):
            assert api.user.has_permission(permission, obj=portal.toolkit) is allowed
