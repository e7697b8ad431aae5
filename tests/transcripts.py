"""A request and its answer, written down as a reader of the documentation sees them."""

from dataclasses import dataclass
from datetime import timedelta
from gastvrij.spelling.dates import today_in_belgium
from pathlib import Path
from typing import Any

import json
import os
import re
import requests


FOLDER = Path(__file__).parent.parent / "docs" / "rest"
ADDRESS = "http://localhost:8080/gastvrij"
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
# all that a visitor may be told of a lock
UNLOCKED = ({}, {"locked": False, "stealable": True})
RECENT = "|".join(str(today_in_belgium() - timedelta(days=ago)) for ago in (0, 1))
# what is made anew in every run, and what stands there instead
BLOTTED = (
    (r"(@@images/\w+)-[\w-]+", r"\1-..."),
    (rf"({RECENT})T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?", "<moment>"),
    (rf'"(since|confirmed_on|checked_on|on)": "({RECENT})"', r'"\1": "<day>"'),
    (r'"due_on": "[0-9-]{10}"', '"due_on": "<day>"'),
    (r"\bGN-\d{4}-", "GN-YYYY-"),
    (r'"receipt": "\w+"', '"receipt": "..."'),
    (r'"days": \d+', '"days": 0'),
    # the coming days of the demo are planned anew in every site
    (
        r'"(start|end|registration_\w+)": "20(2[6-9]|[3-9]\d)-[^"]+"',
        r'"\1": "<moment>"',
    ),
)
NOT_OF_DEMO = (
    (r"\b[0-9a-f]{32}\b", "<uuid>"),
    (r"(Bevestigd door de groep in) \w+ \d{4}", r"\1 <month>"),
)


@dataclass(frozen=True)
class Question:
    """One request: ``data`` is its JSON, ``who`` its user and password.

    ``of_demo`` tells that the demo's own content answers, which keeps its UUIDs.
    """

    path: str
    method: str = "GET"
    data: dict[str, Any] | None = None
    who: tuple[str, str] | None = None
    of_demo: bool = False

    def asked_of(self, site: str) -> requests.Response:
        """Return the answer of a site."""
        return requests.request(
            self.method,
            f"{site}{self.path}",
            headers={"Accept": "application/json"},
            auth=self.who,
            json=self.data,
            allow_redirects=False,
            timeout=30,
        )

    @property
    def lines(self) -> list[str]:
        """The request as it is sent, without its password and its token."""
        path = re.sub(r"token=.+", "token=...", self.path)
        lines = [f"{self.method} /gastvrij{path} HTTP/1.1", "Accept: application/json"]
        if self.who:
            lines.append("Authorization: Basic ...")
        if self.data is None:
            return [*lines, ""]
        data = {k: "..." if k == "token" else v for k, v in self.data.items()}
        return [*lines, "Content-Type: application/json", "", indented(data), ""]


def indented(value: Any) -> str:
    """Return JSON that people read."""
    return json.dumps(value, indent=2, ensure_ascii=False)


def without_noise(value: Any) -> Any:
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


def locks_in(value: Any) -> list[Any]:
    """Return what an answer tells of locks."""
    if isinstance(value, list):
        return [lock for each in value for lock in locks_in(each)]
    if not isinstance(value, dict):
        return []
    own = [value["lock"]] if "lock" in value else []
    return own + [lock for each in value.values() for lock in locks_in(each)]


def transcript(site: str, question: Question) -> str:
    """Return the request and the answer of a site."""
    answer = question.asked_of(site)
    if answer.text and not question.who:
        assert [lock for lock in locks_in(answer.json()) if lock not in UNLOCKED] == []
    lines = [*question.lines, f"HTTP/1.1 {answer.status_code} {answer.reason}"]
    shown = (name for name in HEADERS if name in answer.headers)
    lines += [f"{name}: {answer.headers[name]}" for name in shown]
    if answer.text:
        lines += ["", indented(without_noise(answer.json()))]
    text = "\n".join(lines).replace(site, ADDRESS)
    anew = () if question.of_demo else NOT_OF_DEMO
    for pattern, instead in (*BLOTTED, *anew):
        text = re.sub(pattern, instead, text)
    return text + "\n"


def documented(name: str, found: str) -> str:
    """Return what the documentation has; written anew first where that is asked."""
    file = FOLDER / f"{name}.http"
    if os.environ.get("WRITE_TRANSCRIPTS"):
        file.write_text(found, encoding="utf-8")
    return file.read_text(encoding="utf-8")
