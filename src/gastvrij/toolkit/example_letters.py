"""The letter that tells a contact person what came of an example."""

from datetime import datetime
from gastvrij import _
from gastvrij.accounts.people import email_of
from gastvrij.accounts.people import language_of
from gastvrij.directory.addressees import can_be_mailed
from gastvrij.mail.letters import Button
from gastvrij.mail.letters import Letter
from gastvrij.mail.outbox import post
from gastvrij.toolkit.examples import Example
from typing import Any


def tell_who_offered(
    site: Any, part: Any, example: Example, reason: str, now: datetime
) -> None:
    """Post the letter to whoever offered an example; without a reason it is shown."""
    address = email_of(example.who)
    if not can_be_mailed(address):
        return
    title = {"part": part.title}
    told = (
        _(
            "letter_example_refused",
            default="The editors do not show your example with “${part}”, because:",
            mapping=title,
        )
        if reason
        else _(
            "letter_example_accepted",
            default="Your example stands with “${part}” now. Thank you.",
            mapping=title,
        )
    )
    post(
        site,
        Letter(
            to=address,
            kind="info",
            subject=_("letter_example_subject", default="your example for the toolkit"),
            body=(
                told,
                *([reason] if reason else []),
                _(
                    "letter_nothing_to_do",
                    default="You do not have to do anything now.",
                ),
                Button(_("button_see_part", default="See it"), part.absolute_url()),
            ),
            language=language_of(address),
            key=f"toolkit.example/{example.id}/{part.UID()}/{told}",
            reason=_(
                "letter_example_reason",
                default="You get this letter because you offered an example to the"
                " toolkit of the network.",
            ),
        ),
        now,
    )
