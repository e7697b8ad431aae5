"""What is planted: a secret in every private thing, and people who look for it."""

from dataclasses import dataclass
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from gastvrij.directory.contacts import name_contact
from gastvrij.links.ledger import issue
from gastvrij.mail.letters import Button
from gastvrij.mail.letters import Letter
from gastvrij.mail.letters import LinkSpec
from gastvrij.mail.outbox import post
from gastvrij.mail.pace import nudged
from gastvrij.mail.posted import FAILED
from gastvrij.mail.posted import outbox_of
from gastvrij.networkday.registering import register
from gastvrij.networkday.registration import Entry
from gastvrij.networkday.registration import Sender
from gastvrij.privacy.acts import write_down
from gastvrij.toolkit.looked_for import tell
from io import BytesIO
from PIL import Image
from plone import api
from plone.app.textfield.value import RichTextValue
from plone.namedfile.file import NamedBlobFile
from plone.namedfile.file import NamedBlobImage
from pytz import timezone
from typing import Any
from z3c.relationfield.relation import RelationValue
from zope.component import getUtility
from zope.event import notify
from zope.intid.interfaces import IIntIds
from zope.lifecycleevent import ObjectModifiedEvent

import requests


SECRET = "kwartelslag"
ABSENT = "kwartelstap"
FINDABLE = "windorgel"
PASSWORD = "een lang wachtwoord 2026"
BRUSSELS = timezone("Europe/Brussels")


def rich(text):
    return RichTextValue(f"<p>{text}</p>", "text/html", "text/x-html-safe")


def picture():
    stream = BytesIO()
    Image.new("RGB", (40, 30), "teal").save(stream, "PNG")
    return NamedBlobImage(stream.getvalue(), "image/png", "foto.png")


def pdf():
    return NamedBlobFile(SECRET.encode(), "application/pdf", f"{SECRET}.pdf")


def words(name):
    return f"{SECRET} {FINDABLE} {name}"


def create_group(directory, name, *transitions, **values):
    group = api.content.create(
        directory,
        "MemberOrganisation",
        id=name,
        **{
            "title": name,
            "legal_form": "vzw",
            "municipality": "44021",
            "location_precision": "municipality",
            "activities": ["housing"],
            "recruiting": "yes",
            **values,
        },
    )
    for transition in transitions:
        api.content.transition(group, transition)
    return group


def secrets(name):
    return {
        "title": words(name),
        "description": words(name),
        "text": rich(words(name)),
    }


def create_groups(directory):
    create_group(directory, "open", "publish", description=FINDABLE)
    create_group(
        directory,
        f"{SECRET}-draft",
        image=picture(),
        image_alt=SECRET,
        public_email=f"{SECRET}@example.org",
        **secrets("draft"),
    )
    create_group(directory, f"{SECRET}-hidden", "publish", "hide", **secrets("hidden"))


def create_part(container, name, *transitions, portal_type="ToolkitSection", **values):
    part = api.content.create(
        container,
        portal_type,
        id=name,
        **{
            "title": name,
            "description": name,
            "text": rich(name),
            "check_interval": "12",
            **values,
        },
    )
    for transition in transitions:
        api.content.transition(part, transition)
    return part


def relate(content, name, target):
    relation = RelationValue(getUtility(IIntIds).getId(target))
    setattr(content, name, relation)
    notify(ObjectModifiedEvent(content))


def create_toolkit(library):
    withdrawn = create_withdrawn_edition(library)
    current = api.content.create(
        library, "ToolkitEdition", id="1", title="Editie 1", number=1, year=2019
    )
    chapter = create_part(current, "wonen", "publish", portal_type="ToolkitChapter")
    section = create_part(chapter, "huren", "publish")
    api.content.transition(current, "publish")
    part = create_part(chapter, f"{SECRET}-part", file=pdf(), **secrets("part"))
    open_addendum = create_part(
        current, "aanvulling", "publish", portal_type="ToolkitAddendum"
    )
    relate(open_addendum, "supplements", part)
    relate(current, "previous_edition", withdrawn)
    addendum = create_part(
        current,
        f"{SECRET}-addendum",
        portal_type="ToolkitAddendum",
        **secrets("addendum"),
    )
    relate(addendum, "supplements", section)
    create_next_edition(library, section)
    tell(api.portal.get(), words("looked for"), (SECRET,), "", datetime.now(UTC))


def create_withdrawn_edition(library):
    edition = api.content.create(
        library,
        "ToolkitEdition",
        id=f"{SECRET}-withdrawn",
        title=words("withdrawn"),
        number=3,
    )
    create_part(edition, "wonen", "publish", portal_type="ToolkitChapter")
    create_part(edition["wonen"], "huren", "publish")
    for transition in ("publish", "supersede", "withdraw"):
        api.content.transition(edition, transition)
    return edition


def create_next_edition(library, section):
    edition = api.content.create(
        library,
        "ToolkitEdition",
        id=f"{SECRET}-edition",
        title=words("edition"),
        number=2,
        foreword=rich(words("foreword")),
        full_file=pdf(),
    )
    chapter = create_part(
        edition,
        f"{SECRET}-chapter",
        "publish",
        portal_type="ToolkitChapter",
        title=words("chapter"),
        text=rich(words("chapter")),
    )
    create_part(chapter, f"{SECRET}-ready", "publish", **secrets("ready"))
    addendum = create_part(
        edition,
        f"{SECRET}-ready",
        "publish",
        portal_type="ToolkitAddendum",
        **secrets("ready"),
    )
    relate(addendum, "supplements", section)


def moment(month, hour):
    return BRUSSELS.localize(datetime(2031, month, 4, hour))


def create_day(days, name, *transitions, **values):
    day = api.content.create(
        days,
        "NetworkDay",
        id=name,
        **{
            "title": name,
            "mode": "on_site",
            "start": moment(10, 9),
            "end": moment(10, 17),
            **values,
        },
    )
    for transition in transitions:
        api.content.transition(day, transition)
    return day


def create_registration(day):
    sender = Sender(words("sender"), f"{SECRET}@example.org", f"0470 {SECRET}", SECRET)
    entry = Entry(words("person"), f"mens-{SECRET}@example.org", (), SECRET, SECRET)
    register(day, [entry], sender, datetime.now(UTC), confirmed=True)


def create_days(days):
    create_registration(create_day(days, "2030", "announce"))
    day = create_day(
        days,
        f"{SECRET}-day",
        report_book=pdf(),
        venue_name=SECRET,
        retrospect=rich(words("retrospect")),
        **secrets("day"),
    )
    api.content.create(
        day,
        "ProgrammeItem",
        id=f"{SECRET}-item",
        title=words("item"),
        kind="workshop",
        start=moment(10, 10),
        end=moment(10, 11),
    )
    api.content.create(
        day, "File", id=f"{SECRET}-file", title=words("file"), file=pdf()
    )
    api.content.create(
        day, "Image", id=f"{SECRET}-image", title=words("image"), image=picture()
    )


def create_letters(portal):
    now = datetime.now(BRUSSELS)
    address = f"{SECRET}@example.org"
    link = LinkSpec("test", SECRET, timedelta(days=1), address)
    for to in (address, "iemand@example.org"):
        button = Button(words("knop"), f"https://www.example.org/{SECRET}", link)
        text = f"{words('letter')}, {address}"
        letter = Letter(to, "todo", words("vraag"), (text, button), reply_to=address)
        post(portal, letter, now)
    for record in outbox_of(portal).letters.values():
        if record.letter.to != address:
            record.said = f"550 {address} unknown"
            record.end(FAILED, now)
    issue(portal, "test", SECRET, now, timedelta(days=1), person=address)
    nudged(portal, address, now)
    write_down(portal, "person_exported", "admin", 1, now)


HIDDEN = (
    f"/groepen/{SECRET}-draft",
    f"/groepen/{SECRET}-hidden",
    f"/toolkit/1/wonen/{SECRET}-part",
    f"/toolkit/1/{SECRET}-addendum",
    f"/toolkit/{SECRET}-withdrawn",
    f"/toolkit/{SECRET}-edition",
    f"/toolkit/{SECRET}-edition/{SECRET}-chapter",
    f"/toolkit/{SECRET}-edition/{SECRET}-chapter/{SECRET}-ready",
    f"/toolkit/{SECRET}-edition/{SECRET}-ready",
    f"/netwerkdagen/{SECRET}-day",
    f"/netwerkdagen/{SECRET}-day/{SECRET}-item",
    f"/netwerkdagen/{SECRET}-day/{SECRET}-file",
    f"/netwerkdagen/{SECRET}-day/{SECRET}-image",
)


@dataclass
class Site:
    """A running site, asked over HTTP."""

    url: str
    accounts: dict[str, tuple[str, str] | None]
    portal: Any

    def at(self, path: str) -> Any:
        """Return what stands at an address, whoever may see it."""
        return self.portal.unrestrictedTraverse(path.lstrip("/"))

    def ask(self, path: str, who: str = "visitor", method: str = "GET", **options: Any):
        """Return the answer to one request."""
        return requests.request(
            method,
            path if path.startswith("http") else self.url + path,
            auth=self.accounts[who],
            allow_redirects=options.pop("allow_redirects", False),
            timeout=60,
            **options,
        )


def create_people(portal):
    ids = {}
    for name in ("member", "contact", "keeper"):
        user = api.user.create(
            email=f"{name}@example.org",
            username=f"{name}@example.org",
            password=PASSWORD,
        )
        ids[name] = user.getId()
    for name, group in (("contact", "open"), ("keeper", f"{SECRET}-draft")):
        row = (name, f"{name}@example.org", None, "contact")
        name_contact(portal.groepen[group], ids[name], *row, datetime.now(UTC))
    return ids
