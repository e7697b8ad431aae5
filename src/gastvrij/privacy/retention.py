"""How long what the site keeps of people is kept, by kind."""

from dataclasses import dataclass
from datetime import datetime
from datetime import timedelta
from gastvrij.settings.records import settings
from gastvrij.values.months import months_after


@dataclass(frozen=True, slots=True)
class Period:
    """A number of months of the calendar and of days."""

    months: int = 0
    days: int = 0

    def after(self, since: datetime) -> datetime:
        """Return when the period is over that began at ``since``.

        A month without that day ends on its last day: a month after 31 January is 28
        or 29 February.
        """
        return months_after(since, self.months) + timedelta(self.days)


# kind -> the setting that says how long, which ends in the unit
SETTINGS = {
    "unconfirmed": "keep_unconfirmed_days",
    "closed": "keep_closed_months",
    "diet": "keep_diet_days",
    "registrations": "keep_registrations_months",
    "enquiries": "keep_enquiries_months",
    "letters": "keep_letter_text_days",
}


def kept_for(kind: str) -> Period:
    """Return how long things of a kind are kept; raises ``KeyError`` for no such kind.

    The kinds: ``unconfirmed`` (forms that were not finished or not confirmed),
    ``closed`` (applications refused or withdrawn, people who no longer speak for a
    group), ``diet`` (also access),
    ``registrations``, ``enquiries``, ``letters`` (text and address of a sent one).
    """
    name = SETTINGS[kind]
    number = getattr(settings(), name)
    return Period(months=number) if name.endswith("months") else Period(days=number)


def is_over(kind: str, since: datetime, now: datetime) -> bool:
    """Tell whether a thing of a kind is to be forgotten; ``since`` is when it ended.

    Both moments are aware. Where the add-on has no settings, nothing is over.
    """
    name = SETTINGS[kind]
    if getattr(settings(), name) is None:
        return False
    return now >= kept_for(kind).after(since)
