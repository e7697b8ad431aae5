"""How an application comes to be: checked values in, one private record out.

Visitors have no right to add anything; this is the one way in, and it writes as the
system. Who calls it has checked the values with the schema.
"""

from datetime import datetime
from gastvrij.directory.files import give_notes
from gastvrij.mail.outbox import post
from gastvrij.membership.application import MembershipApplication
from gastvrij.membership.application import TITLE
from gastvrij.membership.desk import MembershipDesk
from gastvrij.membership.documents import current_of_each
from gastvrij.membership.documents import published
from gastvrij.membership.letters import confirm_letter
from gastvrij.membership.summary import keep_summary
from gastvrij.spelling.dates import BELGIUM
from plone import api
from plone.dexterity.utils import createContent
from typing import Any
from uuid import uuid4


PORTAL_TYPE = "MembershipApplication"


def receive(
    desk: MembershipDesk, values: dict[str, Any], now: datetime, channel: str = "web"
) -> MembershipApplication:
    """Keep what a group sent, with the versions that it was shown; not confirmed yet.

    ``values`` are those of the schema that a group fills in. One that came through the
    site gets a letter to confirm its address.
    """
    versions = _versions(desk, now)
    application = createContent(
        PORTAL_TYPE, title=TITLE, channel=channel, **(values | versions)
    )
    application.id = uuid4().hex
    with api.env.adopt_roles(["Manager"]):
        desk._setObject(application.id, application, set_owner=0)
        application = desk[application.id]
        # before anything changes it, which would count from the clock on the wall
        keep_summary(application, now)
        give_notes(application)
    if channel == "web":
        post(api.portal.get(), confirm_letter(application), now)
    return application


def _versions(desk: MembershipDesk, now: datetime) -> dict[str, str]:
    found = current_of_each(published(desk), now.astimezone(BELGIUM).date())
    return {f"{kind}_version": each.version for kind, each in found.items()}
