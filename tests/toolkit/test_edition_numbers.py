"""No two editions have the same number."""

from gastvrij.toolkit.edition import IToolkitEdition
from gastvrij.values.refusal import Refused
from lxml import html
from plone import api

import pytest
import requests
import transaction


def field_of(content):
    """Return the field as the form of some content asks it."""
    return IToolkitEdition["number"].bind(content)


def test_number_of_another_edition_is_refused(library):
    other = api.content.create(library, "ToolkitEdition", title="Drie", number=3)
    for content, taken in ((library, 2), (other, 2), (library["2"], 3)):
        with pytest.raises(Refused, match="error_edition_number_taken"):
            field_of(content).validate(taken)


def test_number_that_is_free_or_ones_own_is_accepted(library):
    field_of(library).validate(3)
    field_of(library["2"]).validate(2)
    IToolkitEdition["number"].validate(2)


def test_form_shows_next_to_the_field_that_a_number_is_taken(site, editor):
    path = "toolkit/1/edit"
    form = html.fromstring(site.page(path, auth=editor).text).get_element_by_id("form")
    values = {
        **dict(form.form_values()),
        "form.widgets.number": "2",
        "form.buttons.save": "Save",
    }
    answer = requests.post(f"{site.url}/{path}", values, auth=editor, timeout=60)
    field = html.fromstring(answer.text).get_element_by_id(
        "formfield-form-widgets-number"
    )
    assert "2" in field.cssselect(".invalid-feedback, .field-error")[0].text_content()
    assert field.cssselect("input")[0].get("value") == "2"
    transaction.begin()
    assert site.portal.toolkit["1"].number == 1


@pytest.mark.parametrize(
    ("path", "method", "data"),
    [
        ("toolkit/1", "PATCH", {"number": 2}),
        ("toolkit", "POST", {"@type": "ToolkitEdition", "title": "X", "number": 2}),
    ],
)
def test_number_that_is_taken_is_refused_over_rest(site, editor, path, method, data):
    answer = site.json(path, method, json=data, auth=editor)
    assert answer.status_code == 400
    assert '"field": "number"' in answer.text.replace("'", '"')
    transaction.begin()
    assert [e.number for e in site.portal.toolkit.objectValues()] == [1, 2]
