"""Pages as trees, and what stands in them."""

from lxml import html

import transaction


UNSENT = ("checkbox", "radio", "submit", "file")


def show(site, path, **options):
    """Return the page as a tree."""
    answer = site.page(path, **options)
    assert answer.status_code == 200, answer.text
    return html.fromstring(answer.text)


def words(element):
    """Return the words of an element in one line."""
    return " ".join(element.text_content().split())


def form_of(site, session, path, selector):
    """Return what a browser sends of a form in which nothing was typed."""
    tree = show(site, path, auth=session.auth)
    sent = {}
    for field in tree.cssselect(f"{selector} [name]"):
        is_ticked = field.get("checked") is not None
        if field.get("type") in UNSENT and not is_ticked:
            continue
        is_area = field.tag == "textarea"
        value = field.text_content() if is_area else field.get("value", "")
        if field.tag == "select":
            chosen = field.cssselect("option[selected]")
            value = chosen[0].get("value") if chosen else None
        if value is not None and field.tag != "button":
            sent[field.get("name")] = value
    return sent


def post(site, session, path, sent):
    """Return the answer to a form; the test then sees what was written."""
    answer = session.post(f"{site.url}/{path}", sent, timeout=60, allow_redirects=False)
    transaction.begin()
    return answer
