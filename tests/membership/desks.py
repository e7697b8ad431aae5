"""The membership desk of a running site, and the people around it."""

from dataclasses import dataclass
from letterbox import Letterbox
from letterbox import links_of
from lxml import html
from typing import Any

import requests
import transaction


PASSWORD = "een lang geheim woord"
PEOPLE = {
    "secretariat": "secretariat",
    "board": "board",
    "editor": "toolkit-editors",
    "coordinator": "networkday-coordinators",
    "member": None,
}


@dataclass
class Desk:
    """The membership desk of a running site, asked as one person or another."""

    url: str
    portal: Any
    letterbox: Letterbox

    def ask(self, who: str, method: str, path: str, **options: Any) -> Any:
        """Send a request as somebody, and look at the database anew."""
        if who != "visitor":
            options["auth"] = (f"{who}@example.org", PASSWORD)
        options.setdefault("allow_redirects", False)
        url = path if path.startswith("http") else f"{self.url}{path}"
        answer = requests.request(method, url, timeout=30, **options)
        transaction.begin()
        return answer

    def rest(self, who: str, method: str, path: str, data: Any = None) -> Any:
        """Send a request to the REST API."""
        headers = {"Accept": "application/json", "Accept-Language": "nl"}
        return self.ask(who, method, path, json=data, headers=headers)

    def page(self, who: str, path: str) -> Any:
        """Return a page as a tree."""
        answer = self.ask(who, "GET", path)
        assert answer.status_code == 200, (path, answer.status_code)
        return html.fromstring(answer.text)

    def send(self, who: str, page: Any, button: str, value: str = "", **typed: Any):
        """Send the form of a page that has a button, with what is typed."""
        wanted = f"@name='{button}'" + (f" and @value='{value}'" if value else "")
        form = page.xpath(f"//form[.//button[{wanted}]]")[0]
        data: dict[str, Any] = {}
        for name, given in form.form_values():
            data.setdefault(name, []).append(given)
        data |= typed
        data[button] = value or "1"
        path = form.get("action") or ""
        return self.ask(who, "POST", path, data=data)

    def letters(self) -> list[Any]:
        """Send what waits; return the letters that came."""
        return self.letterbox.fetch(self.portal)

    @property
    def applications(self) -> list[Any]:
        """The applications in the database."""
        return self.portal["lid-worden"].contentValues(
            filter={"portal_type": "MembershipApplication"}
        )


def links(letter: Any, part: str) -> str:
    """Return the link of a letter that leads to a page with this in its address."""
    return next(link for link in links_of(letter) if part in link)
