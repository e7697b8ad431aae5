"""The pages of the official documents: all versions, and how one is added."""

from collections.abc import Iterable
from dataclasses import dataclass
from gastvrij import _
from gastvrij.interfaces import ITitledPage
from gastvrij.membership.governance_document import IGovernanceDocument
from gastvrij.membership.publishing_documents import publish
from gastvrij.membership.publishing_documents import retract
from gastvrij.membership.scan import scan_of
from gastvrij.membership.vocabularies import DOCUMENT_KINDS
from gastvrij.membership.way_in import Office
from gastvrij.spelling.dates import full_date
from gastvrij.values.choice_entries import Pick
from gastvrij.values.entries import Area
from gastvrij.values.entries import Day
from gastvrij.values.entries import Entry
from gastvrij.values.entries import one
from gastvrij.values.form_page import FormPage
from gastvrij.values.form_page import is_sent_from_here
from gastvrij.values.refusal import Refused
from plone import api
from typing import Any
from typing import ClassVar
from zope.i18n import translate
from zope.i18nmessageid import Message
from zope.interface import implementer
from zope.schema import getFields


PUBLISH = "gastvrij: Publish Governance Document"
RETRACT = "gastvrij: Retract Governance Document"
ADD = "gastvrij: Add Governance Document"


@dataclass(frozen=True)
class ShownVersion:
    """One version in the list, with what the reader may do with it.

    ``state`` is in words, and empty for what everybody reads.
    """

    id: str
    title: Message
    version: str
    valid_from: str
    approved_by: str
    changes: str
    state: Message | str
    url: str
    may_publish: bool
    may_retract: bool


@implementer(ITitledPage)
class DocumentsView(Office):
    """``/lid-worden/documents``: every version, the newest first."""

    tab_title = _("documents_title", default="Official documents, all versions")

    wrong: Message | None = None
    wrong_id = ""

    def __call__(self) -> str:
        """Show the versions, or publish or retract one."""
        if self.request.method == "POST":
            return self._do()
        return self.index()

    @property
    def may_add(self) -> bool:
        """Whether the reader adds versions."""
        return bool(api.user.has_permission(ADD, obj=self.context))

    @property
    def versions(self) -> list[ShownVersion]:
        """The versions that the reader may see."""
        found = self.context.contentValues(filter={"portal_type": "GovernanceDocument"})
        seen = [each for each in found if api.user.has_permission("View", obj=each)]
        newest = sorted(seen, key=lambda each: each.valid_from, reverse=True)
        return [self._shown(each) for each in newest]

    def _shown(self, document: Any) -> ShownVersion:
        state = str(api.content.get_state(document))
        day = full_date(document.valid_from, api.portal.get_current_language())
        return ShownVersion(
            document.getId(),
            dict(DOCUMENT_KINDS)[document.kind],
            document.version,
            day,
            document.approved_by or "",
            document.changes or "",
            "" if state == "published" else _in_words(document, state),
            f"{document.absolute_url()}/@@download/file",
            state == "draft" and api.user.has_permission(PUBLISH, obj=document),
            state == "published" and api.user.has_permission(RETRACT, obj=document),
        )

    def _do(self) -> str:
        form = self.request.form
        name, action = one(form, "id"), one(form, "action")
        versions = {each.id: each for each in self.versions}
        shown = versions.get(name)
        if shown is None or not is_sent_from_here(self.context, self.request):
            return self.index()
        try:
            if action == "publish" and shown.may_publish:
                publish(self.context[name], one(form, "approved_by"))
            elif action == "retract" and shown.may_retract:
                retract(self.context[name])
        except Refused as error:
            self.wrong, self.wrong_id = error.doc(), name
            self.request.response.setStatus(400)
            return self.index()
        url = f"{self.context.absolute_url()}/documents"
        self.request.response.redirect(url, status=303)
        return ""


class AddDocumentView(FormPage):
    """``/lid-worden/add-document``: a new version, as a draft."""

    schema: ClassVar = IGovernanceDocument
    file_error: Message | None = None

    def entries(self) -> Iterable[Entry]:
        """Return what is asked of a version."""
        fields = getFields(IGovernanceDocument)
        return [
            Pick(fields["kind"]),
            Entry(fields["version"]),
            Day(fields["valid_from"]),
            Area(fields["summary"], rows=6),
            Area(fields["changes"], rows=4),
        ]

    @property
    def content(self) -> Any:
        """Nothing is known of it yet."""
        return _Nothing()

    @property
    def boxes(self) -> list[Any]:
        """The boxes of the form."""
        return [self.box(name) for name in self.sheet.entries]

    def save(self) -> str:
        """Keep it as a draft; lead to the list."""
        try:
            file = scan_of(self.request.form.get("file"))
        except Refused as error:
            self.file_error = error.doc()
            return ""
        if file is None:
            self.file_error = NO_FILE
            return ""
        values = self.sheet.values
        file.filename = f"{values['kind']}-{values['version']}.pdf"
        title = f"{_kind_in_words(values['kind'])} {values['version']}"
        api.content.create(
            self.context, "GovernanceDocument", title=title, file=file, **values
        )
        return f"{self.context.absolute_url()}/documents"


def _in_words(document: Any, state: str) -> Message:
    workflow = api.portal.get_tool("portal_workflow")
    title = workflow.getTitleForStateOnType(state, document.portal_type)
    return Message(title, domain="plone")


def _kind_in_words(kind: str) -> str:
    # the title stays, whichever language the one who adds it reads
    language = api.portal.get_default_language()
    return translate(dict(DOCUMENT_KINDS)[kind], target_language=language)


class _Nothing:
    kind = version = valid_from = summary = changes = None


NO_FILE = _("error_no_document", default="Choose the PDF of the document.")
