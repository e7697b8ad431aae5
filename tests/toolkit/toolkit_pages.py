"""Pages as trees, and what stands in them."""

from lxml import html


def show(site, path, **options):
    """Return the page as a tree."""
    answer = site.page(path, **options)
    assert answer.status_code == 200, answer.text
    return html.fromstring(answer.text)


def words(element):
    """Return the words of an element in one line."""
    return " ".join(element.text_content().split())
