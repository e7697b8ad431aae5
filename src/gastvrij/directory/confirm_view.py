"""The page on which a group says that its profile is still right, or what is not."""

from datetime import datetime
from datetime import UTC
from gastvrij.directory.ask_letter import letter_about
from gastvrij.directory.confirming import answer_for
from gastvrij.directory.confirming import possible_answers
from gastvrij.directory.confirming import RIGHT
from gastvrij.directory.confirming import Right
from gastvrij.directory.confirming import right_of_account
from gastvrij.directory.confirming import right_of_link
from gastvrij.directory.contacts import contact_called
from gastvrij.directory.profile_view import ProfileView
from gastvrij.links.brake import count_asking
from gastvrij.links.brake import times_asked
from gastvrij.links.headers import keep_to_yourself
from gastvrij.links.ledger import LinkExpired
from gastvrij.links.ledger import LinkRefused
from gastvrij.links.ledger import LinkUsed
from gastvrij.mail.outbox import post
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import Unauthorized


FRESH = "fresh"
GONE = 410
MOST_FRESH = 2  # letters with a fresh link to one person, in an hour


class ConfirmView(ProfileView):
    """``/groepen/<id>/confirm?token=``: GET shows the profile, POST takes the answer.

    Without a token it is for whoever keeps the group; with one nobody is logged in.
    """

    answer_form = ViewPageTemplateFile("templates/confirm_answers.pt")

    done = ""
    is_dead = False
    is_inside = True
    is_used = False
    write_url = ""

    def __call__(self) -> str:
        """Show the question, what was done, or that the link does not work."""
        keep_to_yourself(self.request.response)
        self.now = datetime.now(UTC)
        self.read_profile()
        try:
            right = self._right()
        except LinkRefused as refusal:
            return self._answer_dead_link(refusal)
        if self.request.method == "POST":
            self._take_answer(right)
            self.read_profile()
        return self.index()

    @property
    def token(self) -> str:
        """The token of the link that led here; empty without one."""
        return self._text("token")

    @property
    def is_closed(self) -> bool:
        """Whether the link that led here can do nothing any more."""
        return self.is_dead or self.is_used

    @property
    def answers(self) -> list[str]:
        """The answers that make sense now."""
        return possible_answers(self.context)

    @property
    def change_url(self) -> str:
        """Where the profile is changed, after logging in."""
        uid, site = self.context.UID(), api.portal.get().absolute_url()
        return f"{site}/open?id={uid}&page=update"

    @property
    def was_confirmed_today(self) -> bool:
        """Whether the profile was confirmed on this day already."""
        return self.context.confirmed_on == self.profile.today

    def _right(self) -> Right:
        """Return who answers; raises ``LinkRefused`` or ``Unauthorized``."""
        if self.token:
            return right_of_link(self.context, self.token, self.now)
        right = right_of_account(self.context)
        if right is None:
            raise Unauthorized("confirm")
        return right

    def _take_answer(self, right: Right) -> None:
        if not right.token and not self._is_sent_from_here():
            self.request.response.setStatus(403)
            return
        answer = self._text("answer")
        if answer == RIGHT and self.was_confirmed_today and not right.token:
            self.done = "already"
            return
        try:
            answer_for(self.context, right, answer, self.now)
        except ValueError:
            self.request.response.setStatus(400)
        else:
            self.done = answer

    def _answer_dead_link(self, refusal: LinkRefused) -> str:
        """Say why a link does not work; send a fresh one to whoever had it, if asked.

        The answer is the same whether a letter goes out or not.
        """
        if self.request.method == "POST" and self._text("answer") == FRESH:
            self._send_fresh_link(refusal)
            self.done = FRESH
            return self.index()
        self.is_used = isinstance(refusal, LinkUsed)
        self.is_dead = not self.is_used
        self.request.response.setStatus(200 if self.is_used else GONE)
        return self.index()

    def _send_fresh_link(self, refusal: LinkRefused) -> None:
        link = refusal.link
        if link is None or not isinstance(refusal, LinkExpired | LinkUsed):
            return
        site, who = api.portal.get(), f"{link.thing} {link.person}"
        contact = contact_called(self.context, link.person)
        asked = times_asked(site, "directory.confirm", who, self.now)
        if contact is not None and asked < MOST_FRESH:
            count_asking(site, "directory.confirm", who, self.now)
            post(site, letter_about(site, contact, [self.context], self.now), self.now)

    def _is_sent_from_here(self) -> bool:
        """Tell whether our own page sent the form; an old one is shown once more."""
        authenticator = self.context.restrictedTraverse("@@authenticator")
        return bool(authenticator.verify())

    def _text(self, name: str) -> str:
        value = self.request.form.get(name, "")
        return value if isinstance(value, str) else ""
