"""The letters that tell a contact person what came of an example."""

from collections.abc import Iterator
from collections.abc import Sequence
from datetime import datetime
from gastvrij import _
from gastvrij.accounts.open_view import open_url
from gastvrij.accounts.people import email_of
from gastvrij.accounts.people import language_of
from gastvrij.directory.addressees import can_be_mailed
from gastvrij.mail.letters import Button
from gastvrij.mail.letters import Letter
from gastvrij.mail.outbox import post
from gastvrij.toolkit.edition import edition_of
from gastvrij.toolkit.examples import Example
from gastvrij.toolkit.visitor import is_seen_by_visitors
from typing import Any
from zope.i18nmessageid import Message


OWN_EXAMPLES = "my-examples"

ACCEPTED = _(
    "letter_example_accepted",
    default="Your example stands with “${part}” now. Thank you.",
)
ACCEPTED_FOR_LATER = _(
    "letter_example_for_later",
    default="The editors accepted your example with “${part}”. Readers see it as soon"
    " as that text is online. Thank you.",
)
CORRECTED = _(
    "letter_example_corrected",
    default="The editors changed the text of your example with “${part}”. It now"
    " reads:",
)
REFUSED = _(
    "letter_example_refused",
    default="The editors do not show your example with “${part}”, because:",
)
NOT_ANY_MORE = _(
    "letter_example_taken_back",
    default="The editors no longer show your example with “${part}”, because:",
)
NOT_IN_NEXT = _(
    "letter_example_not_in_next",
    default="In the next edition of the toolkit your example no longer stands with"
    " “${part}”, because:",
)


def tell_who_offered(
    site: Any,
    part: Any,
    example: Example,
    told: Sequence[Message | str],
    now: datetime,
) -> None:
    """Post a letter about an example to whoever offered it.

    ``told`` are the sentences above, each with its reason or text. The part is linked
    to where its reader can see it.
    """
    address = email_of(example.who)
    if not can_be_mailed(address):
        return
    post(
        site,
        Letter(
            to=address,
            kind="info",
            subject=_("letter_example_subject", default="your example for the toolkit"),
            body=(
                *(_about(part, each) for each in told),
                _(
                    "letter_nothing_to_do",
                    default="You do not have to do anything now.",
                ),
                *_buttons(site, part, told[0]),
            ),
            language=language_of(address),
            key=f"toolkit.example/{example.seal}/{part.UID()}/{told[0]}",
            reason=_(
                "letter_example_reason",
                default="You get this letter because you offered an example to the"
                " toolkit of the network.",
            ),
        ),
        now,
    )


def _about(part: Any, told: Message | str) -> Message | str:
    if not isinstance(told, Message):
        return told
    return Message(told, mapping={"part": part.title})


def _buttons(site: Any, part: Any, told: Message | str) -> Iterator[Button]:
    if is_seen_by_visitors(part):
        yield Button(_("button_see_part", default="See it"), part.absolute_url())
    if told in (ACCEPTED, ACCEPTED_FOR_LATER, CORRECTED):
        library = edition_of(part).__parent__
        look = _("button_own_examples", default="Your examples, to take one back")
        yield Button(look, open_url(site, library.UID(), OWN_EXAMPLES))
