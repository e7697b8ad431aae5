"""The page on which the secretariat enters an application that came on paper."""

from collections.abc import Iterable
from datetime import datetime
from datetime import UTC
from gastvrij import _
from gastvrij.interfaces import ITitledPage
from gastvrij.links.once import receipt_of
from gastvrij.links.once import remember
from gastvrij.links.once import token_of
from gastvrij.membership.application import IMembershipApplication
from gastvrij.membership.creation import receive
from gastvrij.membership.form_checks import check_whole
from gastvrij.membership.form_checks import with_municipality
from gastvrij.membership.form_kinds import BLANK
from gastvrij.membership.form_pages import all_entries
from gastvrij.membership.moves import move
from gastvrij.membership.scan import scan_of
from gastvrij.values.boxes import Mistake
from gastvrij.values.entries import Entry
from gastvrij.values.form_page import FormPage
from gastvrij.values.refusal import Refused
from plone import api
from plone.app.uuid.utils import uuidToObject
from plone.namedfile.file import NamedBlobFile
from plone.uuid.interfaces import IUUID
from typing import Any
from typing import ClassVar
from zope.i18nmessageid import Message
from zope.interface import implementer
from zope.schema import getFields


@implementer(ITitledPage)
class OnPaperView(FormPage):
    """``/lid-worden/on-paper``: the same questions, and the scan of the form."""

    tab_title = _("on_paper_title", default="Enter an application that came on paper")

    schema: ClassVar = IMembershipApplication
    scan_error: Message | None = None

    def entries(self) -> Iterable[Entry]:
        """Return all that the form asks."""
        return all_entries()

    @property
    def form_token(self) -> str:
        """The form's own token, so that pressing twice makes one application."""
        return token_of(self.request, "form_token")

    @property
    def content(self) -> Any:
        """Nothing is known of it yet."""
        return BLANK

    @property
    def boxes(self) -> list[Any]:
        """The boxes of the whole form."""
        return [self.box(name) for name in self.sheet.entries]

    @property
    def scan_css(self) -> str:
        """The class names of what is around the scan."""
        return "gv-field gv-field--invalid" if self.scan_error else "gv-field"

    @property
    def mistakes(self) -> list[Mistake]:
        """What is wrong, the scan included."""
        found = super().mistakes
        if self.scan_error:
            label = getFields(IMembershipApplication)["scan"].title
            found.append(Mistake("scan", label, self.scan_error))
        return found

    def save(self) -> str:
        """Keep it, confirmed at once; lead to its page."""
        now = datetime.now(UTC)
        self.sheet.sentences |= check_whole(self.sheet.values)
        scan = self._scan()
        if self.scan_error or not self.sheet.is_right:
            return ""
        words = self.sheet.typed["postal_code"]
        site = api.portal.get()
        made = receipt_of(site, self.form_token)
        if made is not None:
            return uuidToObject(made, unrestricted=True).absolute_url()
        values = with_municipality(self.sheet.values, words) | {"scan": scan}
        application = receive(self.context, values, now, "paper")
        with api.env.adopt_roles(["Manager"]):
            move(application, "confirm", now)
        remember(site, self.form_token, IUUID(application), now)
        return application.absolute_url()

    def _scan(self) -> NamedBlobFile | None:
        try:
            return scan_of(self.request.form.get("scan"))
        except Refused as error:
            self.scan_error = error.doc()
            return None
