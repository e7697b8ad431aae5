"""Make a site with 500 applications and a plain page, and the accounts that ask.

Usage: fill_applications.py INSTANCE. What the measuring has to know goes to told.json
in the instance. A site that is full stays as it is.
"""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from fill_plone import create_page
from fill_plone import create_site
from fill_plone import opened
from gastvrij.links.brake import COUNTS
from gastvrij.membership.creation import receive
from gastvrij.membership.moves import move
from gastvrij.membership.review import note
from gastvrij.membership.review import present
from pathlib import Path
from plone import api
from typing import Any
from zope.annotation.interfaces import IAnnotations
from zope.component.hooks import setSite

import json
import secrets
import sys
import transaction


MANY = 500
BATCH = 50
DAY = "2026-02-01"


def form(number: int) -> dict[str, Any]:
    """Return what a group sends over REST."""
    return {
        "kind": "existing_group",
        "group_name": f"Groep {number}",
        "legal_form": "feitelijke_vereniging",
        "postal_code": "9000",
        "activities": ["housing", "buddy"],
        "target_groups": ["everyone"],
        "motivation": "Wij helpen mensen in onze buurt. " * 12,
        "contact_name": "Ann Peeters",
        "contact_email": f"ann.{number}@example.org",
        "discussed_on": DAY,
        "decided_on": DAY,
        "attends_meetings": True,
        "privacy": True,
    }


def add_application(site: Any, number: int) -> Any:
    """Make an application, in one of five stages."""
    day = datetime(2026, 2, 1, tzinfo=UTC).date()
    values = form(number) | {"discussed_on": day, "decided_on": day}
    now = datetime.now(UTC) - timedelta(days=number % 90)
    made = receive(site["lid-worden"], values | {"municipality": "44021"}, now, "paper")
    stage = number % 5
    if stage:
        move(made, "confirm", now)
    if stage > 1:
        move(made, "take_up", now)
        note(made, "An", "Gebeld. " * 20, now)
    if stage == 3:
        present(made, "Een goede groep.", now)
    if stage == 4:
        move(made, "withdraw", now)
    return made


def main(home: str) -> None:
    """Do it all, in batches."""
    app = opened(home)
    if "gastvrij" in app.objectIds():
        # the brake on forms remembers the run before for an hour
        IAnnotations(app.gastvrij).pop(COUNTS, None)
        transaction.commit()
        return
    site = create_site(app)
    create_page(site, {"text": "<p>Een gewone pagina.</p>" * 8})
    told = {"form": json.dumps(form(0))}
    for name, group in (("secretariat", "secretariat"), ("manager", "Administrators")):
        password = secrets.token_urlsafe(16)
        user = api.user.create(email=f"{name}@example.org", password=password)
        api.group.add_user(groupname=group, user=user)
        told[name] = f"{name}@example.org:{password}"
    setSite(site)
    for number in range(MANY):
        made = add_application(site, number)
        told["application"] = (
            made.getId() if number % 5 == 3 else told.get("application")
        )
        if number % BATCH == 0:
            transaction.commit()
    transaction.commit()
    Path(home, "told.json").write_text(json.dumps(told), "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
