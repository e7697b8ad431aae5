"""A running site with some people, asked as a browser asks it."""

from dataclasses import dataclass
from dataclasses import field
from gastvrij.accounts.people import make_account
from lxml import html
from Products.CMFPlone.Portal import PloneSite
from typing import Any

import requests
import transaction


PASSWORD = "een lang geheim woord"
AN = "an.peeters@example.org"
BO = "bo@example.org"


@dataclass
class Browser:
    """Somebody's browser, which keeps cookies and follows no redirect by itself."""

    url: str
    session: requests.Session = field(default_factory=requests.Session)

    def __post_init__(self) -> None:
        """Ask for pages."""
        self.session.headers["Accept"] = "text/html"

    def get(self, path: str, **options: Any) -> requests.Response:
        """Open an address on the site, or a whole one."""
        return self._ask("GET", path, **options)

    def post(self, path: str, **data: Any) -> requests.Response:
        """Send a form."""
        return self._ask("POST", path, data=data)

    def page(self, path: str) -> Any:
        """Open a page; return its content as a tree of elements."""
        answer = self.get(path)
        assert answer.status_code == 200, (path, answer.status_code)
        return content_of(answer)

    def log_in(self, email: str, password: str = PASSWORD, **others: str) -> Any:
        """Send the form to log in."""
        fields = {"__ac_name": email, "__ac_password": password, "buttons.login": "1"}
        return self._ask("POST", "login", data=fields | others)

    def who(self) -> str:
        """Return who is logged in, by the title of the personal page; or nobody."""
        answer = self.get("@@personal-information")
        if answer.status_code != 200:
            return "nobody"
        shown = "normalize-space(//*[@id='form-widgets-email'])"
        return content_of(answer).xpath(shown)

    def _ask(self, method: str, path: str, **options: Any) -> requests.Response:
        options.setdefault("allow_redirects", False)
        address = path if path.startswith("http") else f"{self.url}/{path.lstrip('/')}"
        answer = self.session.request(method, address, timeout=30, **options)
        transaction.begin()
        return answer


def content_of(answer: requests.Response) -> Any:
    """Return the content of a page, without header, menu and footer."""
    content = html.fromstring(answer.text).xpath("//main | //*[@id='content']")[0]
    return html.fromstring(html.tostring(content))


def words_of(element: Any) -> str:
    """Return the words of an element, with single spaces between them."""
    return " ".join(element.text_content().split())


@dataclass
class PeopleSite:
    """The running site."""

    url: str
    portal: PloneSite

    def browser(self) -> Browser:
        """Return the browser of a visitor who was never here."""
        return Browser(self.url)

    def user_id(self, email: str) -> str:
        """Return somebody's user id."""
        return self.portal.acl_users.getUser(email).getId()


def make_people(portal: PloneSite) -> None:
    """Create An, who writes her address with capitals, and Bo."""
    make_account("An.Peeters@example.org", "An Peeters")
    make_account(BO, "Bo Janssens")
    for email in (AN, BO):
        user = portal.acl_users.getUser(email)
        portal.acl_users.userSetPassword(user.getId(), PASSWORD)
