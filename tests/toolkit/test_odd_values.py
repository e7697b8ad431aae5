"""Whatever a program sends: a refusal that names the field, or what can be shown."""

from plone.dexterity.utils import iterSchemataForType
from zope.schema import getFieldsInOrder

import pytest


PATHS = {
    "toolkit": "ToolkitLibrary",
    "toolkit/2": "ToolkitEdition",
    "toolkit/2/huiswerk": "ToolkitChapter",
    "toolkit/2/huiswerk/wonen": "ToolkitSection",
    "toolkit/2/ongeneeslijk-ziek": "ToolkitAddendum",
}
ODD = [
    7,
    -1,
    1.5,
    True,
    None,
    "",
    "x" * 300_000,
    "nul\x00 en \x02",
    "half \ud800",
    [],
    [1],
    ["a", None],
    [{"title": 3}],
    {},
    {"title": "x"},
    {"data": 5},
    {"token": []},
    [[[]]],
]


def names_of(portal_type):
    """Return the names of all fields that can be sent, but for the one that moves."""
    return sorted(
        {
            name
            for schema in iterSchemataForType(portal_type)
            for name, field in getFieldsInOrder(schema)
            if not field.readonly and name != "id"
        }
    )


def is_named(name, answer):
    """Tell whether a refusal names the field."""
    return f'"field": "{name}"' in answer.text.replace("'", '"')


@pytest.mark.parametrize("path", PATHS)
def test_odd_value_is_refused_by_name_or_shown(site, editor, path):
    wrong = []
    for name in names_of(PATHS[path]):
        for value in ODD:
            answer = site.json(path, "PATCH", json={name: value}, auth=editor)
            page = site.page(path, auth=editor)
            refused = answer.status_code == 400 and is_named(name, answer)
            if page.status_code != 200 or not (refused or answer.status_code == 204):
                seen = answer.status_code, page.status_code, answer.text[:200]
                wrong.append((name, str(value)[:30], *seen))
    assert wrong == []
