"""Members that are near a group that applies, and the letter that tells them of it."""

from collections.abc import Iterable
from datetime import datetime
from gastvrij import _
from gastvrij.directory.addressees import first_contacts_of
from gastvrij.directory.known_groups import public_groups
from gastvrij.directory.nearest import Hit
from gastvrij.directory.organisation import MemberOrganisation
from gastvrij.directory.states import ONLINE
from gastvrij.mail.letters import Letter
from gastvrij.mail.outbox import post
from gastvrij.membership.application import MembershipApplication
from gastvrij.membership.approval import DIRECTORY
from gastvrij.membership.log import INFORMED
from gastvrij.membership.log import SECRETARIAT
from gastvrij.membership.log import write
from gastvrij.places.lookup import centre
from gastvrij.places.lookup import centre_of_code
from gastvrij.places.municipalities import municipality
from gastvrij.settings.records import settings
from gastvrij.values.refusal import Refused
from plone import api
from plone.app.uuid.utils import uuidToObject


# a letter to more groups than these is no word to the neighbours
MOST = 12


def neighbours_of(application: MembershipApplication) -> list[Hit]:
    """Return the members that a visitor finds near the place of an application."""
    directory = api.portal.get().get(DIRECTORY)
    nis = application.municipality
    if directory is None or not nis:
        return []
    point = centre_of_code(application.postal_code or "") or centre(nis)
    radius = settings().default_radius
    atlas = public_groups(directory).atlas
    found = atlas.nearest(nis, point, radius, lambda group: group.state in ONLINE)
    return found[:MOST]


def may_inform(application: MembershipApplication) -> bool:
    """Tell whether neighbours may be told: the group agreed, and none was told yet."""
    told = any(row["transition"] == INFORMED for row in application.log or [])
    return bool(application.may_inform_neighbours) and not told


def inform(
    application: MembershipApplication, chosen: Iterable[str], now: datetime
) -> None:
    """Tell the contact persons of chosen groups, by UID, that a group applies; once.

    They read the name and the place of the group, and nothing else. Raises ``Refused``.
    """
    if not may_inform(application):
        raise Refused(
            _(
                "error_no_neighbours_consent",
                default="The group did not agree to this, or it was done already.",
            )
        )
    near = {hit.group.uid: hit.group.title for hit in neighbours_of(application)}
    told = [uid for uid in dict.fromkeys(chosen) if uid in near]
    if not told:
        raise Refused(
            _("error_no_neighbours", default="Choose at least one group."), "groups"
        )
    state = str(api.content.get_state(application))
    note = ", ".join(near[uid] for uid in told)
    write(application, SECRETARIAT, now, INFORMED, state, state, note)
    for uid in told:
        _tell(application, uuidToObject(uid, unrestricted=True), now)


def _tell(
    application: MembershipApplication, group: MemberOrganisation, now: datetime
) -> None:
    for contact in first_contacts_of(group):
        key = f"neighbours-{application.UID()}-{contact.user_id}"
        letter = _letter(application, group, contact.email, key)
        post(api.portal.get(), letter, now)


def _letter(
    application: MembershipApplication,
    group: MemberOrganisation,
    address: str,
    key: str,
) -> Letter:
    names = {
        "group": application.group_name,
        "place": municipality(application.municipality).name_nl,
    }
    return Letter(
        to=address,
        kind="info",
        subject=_(
            "letter_neighbours_subject",
            default="a group near you wants to join",
        ),
        body=(
            _(
                "letter_neighbours_text",
                default="${group} in ${place} wants to join the network. The group"
                " agreed that we tell you.",
                mapping=names,
            ),
            _(
                "letter_neighbours_next",
                default="You do not have to do anything. Would you like to say or ask"
                " something about it? Answer this letter; the secretariat reads it.",
            ),
        ),
        reply_to=settings().secretariat_email or "",
        key=key,
        reason=_(
            "letter_neighbours_reason",
            default="You get this letter because you speak for ${group}.",
            mapping={"group": group.title},
        ),
    )
