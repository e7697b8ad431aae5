"""What is planted in the edition that everybody reads, and in its books beside it."""

from datetime import date
from datetime import datetime
from datetime import UTC
from gastvrij.due.on_behalf import on_behalf_of
from gastvrij.toolkit.bookmaking import make_what_changed
from gastvrij.toolkit.examples import offer
from gastvrij.toolkit.flags import doubt
from gastvrij.toolkit.keepers import make_responsible
from gastvrij.toolkit.keepers import note_check
from gastvrij.toolkit.keepers import thread_of
from gastvrij.toolkit.looked_for import tell
from planting import create_part
from planting import FINDABLE
from planting import pdf
from planting import relate
from planting import rich
from planting_files import create_rooms
from plone import api
from plone.app.iterate.interfaces import ICheckinCheckoutPolicy
from plone.app.testing import SITE_OWNER_NAME


PART = "/toolkit/1/wonen/huren"
NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
# what is not published yet: a part, an addendum, and a copy of what is
IN_DRAFT = "zwartkop"
IN_COPY = "putter"
# who wrote, checked, looks after it and is at work on it; what that editor remarked
IN_EDITOR = "waterral"
IN_REMARK = "regenwulp"
# what readers and groups told, and who of them
IN_DOUBT = "porseleinhoen"
IN_LOOKED_FOR = "roodhalsfuut"
IN_EXAMPLE = "kwartelkoning"
IN_OFFERER = "rietgors"
UNPUBLISHED = (IN_DRAFT, IN_COPY)
FOR_EDITORS = (
    IN_EDITOR,
    IN_REMARK,
    IN_DOUBT,
    IN_LOOKED_FOR,
    IN_EXAMPLE,
    IN_OFFERER,
)
# and what every reader finds, in the books too
OPEN = "boomkruiper"


def plant_toolkit(portal):
    """Plant a secret in all that readers of an edition may not see; make its books."""
    owner = portal.aq_parent.acl_users.getUser(SITE_OWNER_NAME)
    with api.env.adopt_user(user=owner):
        people = create_rooms(portal)
        editor = create_person(IN_EDITOR)
        api.group.add_user(groupname="toolkit-editors", user=editor)
        plant_in_edition(portal.toolkit["1"], editor)
        tell_about(portal, portal.unrestrictedTraverse(PART[1:]), editor.getId())
    with on_behalf_of(portal) as site:
        while make_what_changed(site, NOW):
            pass
    return people


def create_person(name):
    email = f"{name}@example.org"
    return api.user.create(
        email=email, username=email, properties={"fullname": f"An {name}"}
    )


def plant_in_edition(edition, editor):
    """Let the editor write what is read, and work on what is not."""
    part = edition.wonen.huren
    part.text = rich(OPEN)
    hidden = {"title": f"{IN_DRAFT} {FINDABLE}", "text": rich(IN_DRAFT), "file": pdf()}
    create_part(edition.wonen, f"{IN_DRAFT}-part", **hidden)
    addendum = create_part(
        edition, f"{IN_DRAFT}-addendum", portal_type="ToolkitAddendum", **hidden
    )
    relate(addendum, "supplements", part)
    api.content.transition(part, "send_back", comment=IN_REMARK)
    api.content.transition(part, "publish", comment=IN_REMARK)
    for thing in (edition, edition.wonen, part, edition["aanvulling"]):
        thing.setCreators((editor.getId(),))
        thing.reindexObject()
    with api.env.adopt_user(user=editor):
        copy = ICheckinCheckoutPolicy(part).checkout(edition.wonen)
        copy.title, copy.text = f"{IN_COPY} {FINDABLE}", rich(IN_COPY)
        copy.reindexObject()


def tell_about(site, part, editor_id):
    """Tell what is kept beside a part, and for its editors only."""
    part.checked_on = date(2020, 1, 1)
    part.reindexObject()
    note_check(site, thread_of(part), editor_id, part.checked_on)
    make_responsible(site, thread_of(part), editor_id)
    doubt(site, part, ("x", IN_DOUBT), "amount", IN_DOUBT, NOW)
    offerer = create_person(IN_OFFERER).getId()
    offer(site, part, IN_EXAMPLE, f"De {IN_EXAMPLE}", offerer, NOW)
    tell(site, IN_LOOKED_FOR, (IN_LOOKED_FOR,), "", datetime.now(UTC))
