"""A day that takes registrations, and people who register as they do on a phone."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from gastvrij.networkday.moments import in_brussels
from gastvrij.networkday.network_day import NetworkDay
from groups import address
from groups import give_contact
from groups import make_group
from groups import make_person
from groups import PASSWORD
from letterbox import links_of
from lxml import html
from network_days import create_day
from network_days import create_in
from Products.CMFPlone.Portal import PloneSite
from typing import Any

import re
import requests
import transaction


DAY = "netwerkdagen/plaatsen"


def fill_registrations(portal: PloneSite) -> None:
    """Create a day with two seats and two workshops at once, and a group."""
    start = in_brussels(datetime.now(UTC) + timedelta(days=60)).replace(
        hour=10, minute=0, second=0, microsecond=0
    )
    day = create_day(
        portal,
        "plaatsen",
        "announced",
        title="Netwerkdag Plaatsen",
        whole_day=False,
        start=start,
        end=start + timedelta(hours=6),
        capacity=2,
        mode="both",
        venue_name="Globe Aroma",
        ask_diet=True,
        ask_access=True,
    )
    for name, capacity in (("wonen", 1), ("werk", None)):
        create_in(
            day,
            "ProgrammeItem",
            name,
            kind="workshop",
            round=1,
            capacity=capacity,
            start=start,
            end=start + timedelta(hours=1),
        )
    make_person("contact", None)
    make_person("member", None)
    make_person("coordinator", "networkday-coordinators")
    give_contact(make_group(portal, "De Warme Drempel"), "contact")
    make_group(portal, "Andere Groep")


class Visit:
    """A site as somebody meets it without script and without an account.

    ``page`` is the last page that was shown, ``status`` its status.
    """

    def __init__(self, url: str, portal: PloneSite, who: str = "") -> None:
        self.url, self.portal = url, portal
        self.session = requests.Session()
        if who:
            self.session.auth = (address(who), PASSWORD)
        self.page: Any = None
        self.status = 0

    @property
    def day(self) -> NetworkDay:
        """The day, as the database has it now."""
        transaction.begin()
        return self.portal.netwerkdagen.plaatsen

    @property
    def words(self) -> str:
        """What the page says."""
        [main] = self.page.xpath("//main")
        return " ".join(main.text_content().split())

    def get(self, path: str) -> "Visit":
        """Open a page of the site, or the address of a letter."""
        url = path if path.startswith("http") else f"{self.url}/{path}"
        return self._shown(self.session.get(url, timeout=60))

    def press(self, value: str, name: str = "", **typed: Any) -> "Visit":
        """Press a button of the page, after typing; other values are sent as shown."""
        button_path = f".//button[@value='{value}'"
        button_path += f" and @name='{name}']" if name else "]"
        forms = self.page.xpath(f"//main//form[{button_path}]")
        fits = [f for f in forms if all(n in f.fields for n in typed)] or forms
        form = fits[0]
        [button] = form.xpath(button_path)[-1:]
        sent = dict(form.form_values())
        # lxml says "on" where a browser sends the empty value
        nothing = ".//input[@type='radio' and @checked and @value='']/@name"
        sent |= dict.fromkeys(form.xpath(nothing), "")
        if "opened" in sent:
            sent["opened"] = str(int(datetime.now(UTC).timestamp()) - 60)
        data = sent | typed | {button.get("name"): value}
        url = form.get("action") or self.address
        return self._shown(self.session.post(url, data=data, timeout=60))

    def type_in(self, name: str = "An Peeters", **others: Any) -> dict[str, Any]:
        """Return what somebody types into the form."""
        email = f"{name.split()[0].lower()}@example.org"
        return {"name-0": name, "email-0": email} | others

    def sentences(self) -> dict[str, str]:
        """Return the sentences beside the fields, by field."""
        return {
            each.get("id").removesuffix("-error"): " ".join(each.text_content().split())
            for each in self.page.xpath("//p[@class='gv-error']")
        }

    def _shown(self, answer: requests.Response) -> "Visit":
        self.status, self.address = answer.status_code, answer.url
        self.headers, self.text = answer.headers, answer.text
        self.led_by = [each.status_code for each in answer.history]
        self.page = html.fromstring(answer.text)
        transaction.begin()
        return self


def link_in(letter: Any, page: str) -> str:
    """Return the link of a letter that leads to a page of the day."""
    return next(link for link in links_of(letter) if re.search(page, link))


def by_address(letters: list[Any]) -> dict[str, Any]:
    """Return letters by whom they go to."""
    return {letter["To"]: letter for letter in letters}
