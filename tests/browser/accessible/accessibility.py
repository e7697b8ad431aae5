"""What a browser test asks of every page, as wide as a phone, a tablet and a desk."""

from axe_playwright_python.base import AXE_SCRIPT


WIDTHS = (360, 768, 1280)
# WCAG 2.2 A and AA
OPTIONS = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    },
    # what is right is not told in full
    "resultTypes": ["violations"],
}
# markup of Plone's own toolbar and widgets and of the grid's, which is not ours to mend
NOT_OURS = ("#edit-zone", ".tox", "input[type=file]", ".pat-datagridfield")
# Plone's script has been over the page, and has drawn its boxes for rich text
DRAWN = """() => {
  const boxes = [...document.querySelectorAll("textarea.pat-tinymce")];
  const scripts = document.querySelector("script[src*='bundle-plone']");
  const drawn = boxes.every(box => box.parentElement.querySelector(".tox iframe"));
  return drawn && (!scripts || document.body.matches(".patterns-loaded"));
}"""
RUN = "({context, options}) => axe.run(context ?? document, options)"


def look(page, address):
    """Go to a page and return what is wrong with it, by width; empty when nothing is.

    Everything that can be unfolded is.
    """
    page.goto(address)
    page.wait_for_function(DRAWN)
    return look_at_shown(page)


def look_at_shown(page):
    """Return what is wrong with the page that is shown, by width."""
    page.evaluate("document.querySelectorAll('main details').forEach(d => d.open = 1)")
    found = {width: mistakes_at(page, width) for width in WIDTHS}
    return {width: mistakes for width, mistakes in found.items() if mistakes}


def mistakes_at(page, width):
    """Return what is wrong with the page that is shown when it is so wide."""
    page.set_viewport_size({"width": width, "height": 900})
    mistakes = violations(page)
    if overflow(page) > 0:
        mistakes.append("wider than its window")
    if page.locator("h1").count() != 1:
        mistakes.append("not one heading of the first level")
    ids = page.locator("main [id]").evaluate_all("found => found.map(each => each.id)")
    if len(ids) != len(set(ids)):
        mistakes.append("an id stands there twice")
    return mistakes


def violations(page):
    """Return what axe finds wrong: rule, and the markup it is about."""
    present = [[name] for name in NOT_OURS if page.locator(name).count()]
    context = {"exclude": present} if present else None
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    asked = {"context": context, "options": OPTIONS}
    found = page.evaluate(RUN, asked)["violations"]
    return [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found]


def overflow(page):
    """Return by how many pixels a page is wider than its window."""
    return page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
