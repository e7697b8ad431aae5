"""The REST transcripts in docs/rest: asked of the demo site, and compared.

``WRITE_TRANSCRIPTS=1 bin/test tests/test_transcripts.py`` writes them anew.
"""

from pathlib import Path

import json
import os
import pytest
import re
import requests


FOLDER = Path(__file__).parent.parent / "docs" / "rest"
ADDRESS = "http://localhost:8080/gastvrij"

TRANSCRIPTS = (
    ("groups", "/groepen"),
    ("group", "/groepen/trap-op-deur-open"),
    ("group-that-is-hidden", "/groepen/de-polderlamp"),
    ("toolkit", "/toolkit/@toolkit"),
    ("toolkit-unknown-edition", "/toolkit/@toolkit?edition=9"),
    ("toolkit-part", "/toolkit/2/huiswerk/gezondheidszorg"),
    ("toolkit-short-address", "/toolkit/2/3.6"),
    ("places", "/@places?q=9050"),
    ("places-nothing-asked", "/@places"),
    ("network-days", "/netwerkdagen/@networkdays"),
    ("network-day", "/netwerkdagen/2018"),
)

HEADERS = ("Location", "Content-Type")

# what differs from one day or run to the next, and what Plone adds to every item
CHANGING = {"created", "modified", "UID", "version", "effective"}
STOCK = {
    "@components",
    "allow_discussion",
    "exclude_from_nav",
    "is_folderish",
    "language",
    "layout",
    "lock",
    "nextPreviousEnabled",
    "previous_item",
    "next_item",
    "review_state_title",
    "working_copy",
    "working_copy_of",
    "image_scales",
    "image_field",
}


def without_noise(value):
    """Return the answer without what changes, and without what says nothing here."""
    if isinstance(value, dict):
        return {
            name: without_noise(each)
            for name, each in value.items()
            if name not in CHANGING | STOCK
        }
    if isinstance(value, list):
        return [without_noise(each) for each in value]
    if isinstance(value, str) and len(value) > 200:
        return f"{value[:197]}..."
    return value


def transcript(site, path):
    """Return the request and its answer as a reader of the documentation sees them."""
    answer = requests.get(
        f"{site}{path}",
        headers={"Accept": "application/json"},
        allow_redirects=False,
        timeout=30,
    )
    lines = [f"GET /gastvrij{path} HTTP/1.1", "Accept: application/json", ""]
    lines.append(f"HTTP/1.1 {answer.status_code} {answer.reason}")
    shown = (name for name in HEADERS if name in answer.headers)
    lines += [f"{name}: {answer.headers[name]}" for name in shown]
    if answer.text:
        body = without_noise(answer.json())
        lines += ["", json.dumps(body, indent=2, ensure_ascii=False)]
    text = "\n".join(lines).replace(site, ADDRESS)
    return re.sub(r"(@@images/\w+)-[\w-]+", r"\1-...", text) + "\n"


@pytest.mark.parametrize(("name", "path"), TRANSCRIPTS, ids=lambda value: value)
def test_rest_answers_as_documented(demo, name, path):
    site = f"http://localhost:{demo['port']}/{demo['portal'].getId()}"
    found = transcript(site, path)
    file = FOLDER / f"{name}.http"
    if os.environ.get("WRITE_TRANSCRIPTS"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(found, encoding="utf-8")
    assert found == file.read_text(encoding="utf-8")
