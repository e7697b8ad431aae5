"""A text whose bulleted lists can be ticked, on the reader's own device.

An editor ticks "show lists as a checklist" on the part; bulleted lists then become
checklists, numbered ones stay as they are. Without script they are plain lists. What
is ticked is kept in the browser and never sent.
"""

from gastvrij.values.html import inner_html
from gastvrij.values.html import tree_of
from lxml import html


CLASS = "gv-checklist"


def with_checklists(text: str, name: str, keeps: str, clear: str) -> str:
    """Mark the bulleted lists of an HTML text, under a note that script shows.

    ``name`` is under what the device keeps the ticks; ``keeps`` tells the reader so,
    ``clear`` is the button that forgets them. ``text`` is trusted: it was made safe.
    """
    if not text.strip():
        return text
    body = tree_of(text)
    lists = [each for each in body.iter("ul") if not _is_nested(each)]
    if not lists:
        return text
    for each in lists:
        each.set("class", CLASS)
        each.set("data-gastvrij-checklist", name)
    lists[0].addprevious(_note(keeps, clear))
    return inner_html(body)


def _is_nested(element: html.HtmlElement) -> bool:
    return any(each.tag in ("ul", "ol") for each in element.iterancestors())


def _note(keeps: str, clear: str) -> html.HtmlElement:
    note = html.Element("p", {"class": "gv-checklist-note", "hidden": "hidden"})
    note.set("data-gastvrij-checklist-note", "")
    note.text = f"{keeps} "
    button = html.Element("button", {"class": "gv-button gv-button--text"})
    button.set("type", "button")
    button.text = clear
    note.append(button)
    return note
