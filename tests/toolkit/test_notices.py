"""What an editor must know of a page that visitors do not see."""

from plone import api
from toolkit_pages import show
from toolkit_pages import words

import pytest
import transaction


@pytest.fixture
def handbook(site):
    """The current edition of the running site."""
    return site.portal.toolkit["2"]


@pytest.mark.parametrize("how", ["send_back", "archive"])
def test_part_in_a_chapter_that_visitors_do_not_see_says_so(
    site, handbook, editor, how
):
    path = "toolkit/2/huiswerk/wonen"
    assert show(site, path, auth=editor).cssselect(".gv-notice--attention") == []
    api.content.transition(handbook.huiswerk, how)
    transaction.commit()
    assert site.page(path).status_code == 404
    (notice,) = show(site, path, auth=editor).cssselect(".gv-notice--attention")
    assert "Ontwerp" not in words(notice)
    api.content.transition(handbook.huiswerk.wonen, "send_back")
    transaction.commit()
    (notice,) = show(site, path, auth=editor).cssselect(".gv-notice--attention")
    assert "Ontwerp" in words(notice)
