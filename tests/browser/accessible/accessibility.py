"""What a browser test asks of every page: WCAG 2.2 A and AA."""

from axe_playwright_python.sync_playwright import Axe


OPTIONS = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    }
}


def violations(page, leave_out=()):
    """Return what axe finds wrong: rule, and the markup it is about."""
    present = [[name] for name in leave_out if page.locator(name).count()]
    context = {"exclude": present} if present else None
    found = Axe().run(page, context=context, options=OPTIONS).response["violations"]
    return [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found]


def overflow(page):
    """Return by how many pixels a page is wider than its window."""
    return page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
