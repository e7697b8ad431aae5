"""What happened to an application, as the applicant is told."""

from dataclasses import dataclass
from datetime import date
from gastvrij.membership.application import MembershipApplication
from gastvrij.membership.phases import PHASES
from gastvrij.membership.phases import TITLES
from gastvrij.spelling.dates import BELGIUM
from gastvrij.spelling.dates import full_date
from zope.i18nmessageid import Message


@dataclass(frozen=True)
class Moment:
    """One line of the timeline: the Belgian day on which a phase began."""

    on: date
    phase: str

    @property
    def what(self) -> Message:
        """The phase in words."""
        return TITLES[self.phase]

    def day(self, language: str) -> str:
        """Return the day in words."""
        return full_date(self.on, language)


def moments_of(application: MembershipApplication) -> list[Moment]:
    """Return what happened, the newest first; steps inside one phase are not told."""
    told: list[Moment] = []
    for row in application.log or []:
        reached = PHASES.get(row["after"], "")
        if reached and (not told or reached != told[-1].phase):
            told.append(Moment(row["on"].astimezone(BELGIUM).date(), reached))
    return told[::-1]
