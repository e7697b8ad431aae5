"""The letter that reminds people of a day for which they have a seat."""

from collections.abc import Sequence
from datetime import datetime
from gastvrij import _
from gastvrij.mail.letters import Button
from gastvrij.mail.letters import Letter
from gastvrij.networkday import ledger_views
from gastvrij.networkday.door import start_of
from gastvrij.networkday.join_link import join_link_for
from gastvrij.networkday.join_link import ONLINE as WITH_LINK
from gastvrij.networkday.letter_facts import facts_of
from gastvrij.networkday.letter_facts import item_titles
from gastvrij.networkday.letter_facts import letter_to
from gastvrij.networkday.letter_facts import Reader
from gastvrij.networkday.letter_facts import title_of
from gastvrij.networkday.network_day import NetworkDay
from gastvrij.networkday.registration import Person
from gastvrij.networkday.registration_links import is_read_by_them
from gastvrij.networkday.registration_links import own_button
from gastvrij.networkday.seat_letters import CANNOT_COME
from gastvrij.networkday.seat_letters import choices_of
from gastvrij.networkday.seat_letters import greeting
from gastvrij.networkday.seat_letters import ONLINE
from gastvrij.networkday.seat_letters import OWN
from gastvrij.networkday.seat_letters import SIGN_OFF
from gastvrij.spelling.dates import full_date


def reminder(
    day: NetworkDay, reader: Reader, people: Sequence[Person], now: datetime
) -> Letter:
    """Return one letter to the mailbox of some people of one form."""
    first, language = people[0], reader.language
    is_one = is_read_by_them(ledger_views.party(day, first.party), people)
    date = full_date(start_of(day).date(), language)
    named = {**title_of(day), "names": ", ".join(each.name for each in people)}
    text = _("letter_seat", default="You have a seat on ${day}.", mapping=named)
    if not is_one:
        text = _(
            "letter_reminder_many",
            default="There is a seat on ${day} for: ${names}.",
            mapping=named,
        )
    titles = item_titles(day)
    chosen = choices_of(first, titles, language) if is_one else []
    link = join_link_for(day, first, now)
    online = [ONLINE] if day.mode in WITH_LINK and not link else []
    join = [Button(_("link_join_online", default="Take part online"), link)]
    return letter_to(
        day,
        reader,
        "info",
        _(
            "letter_reminder_day_subject",
            default="${day} is on ${date}",
            mapping={**title_of(day), "date": date},
        ),
        greeting(first.name) if is_one else "",
        text,
        facts_of(day, language, now),
        day.venue_access or "",
        *chosen,
        *(join if link else online),
        CANNOT_COME,
        own_button(day, first.party, reader.address, SIGN_OFF, "cancel"),
        own_button(day, first.party, reader.address, OWN),
    )
