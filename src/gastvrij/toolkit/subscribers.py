"""What happens by itself when the toolkit changes."""

from Acquisition import aq_base
from Acquisition import aq_inner
from Acquisition import aq_parent
from datetime import datetime
from datetime import UTC
from gastvrij import _
from gastvrij.toolkit.change_record import EDITION
from gastvrij.toolkit.change_record import record_change
from gastvrij.toolkit.contents import contents
from gastvrij.toolkit.copying import with_raw
from gastvrij.toolkit.edition import edition_of
from gastvrij.toolkit.edition import ToolkitEdition
from gastvrij.toolkit.part import IToolkitPart
from gastvrij.toolkit.pasted import cleaned
from gastvrij.toolkit.pictures import wordless
from gastvrij.toolkit.pictures import words_asked
from gastvrij.toolkit.publication import check_ready
from gastvrij.toolkit.publication import NotReadyError
from gastvrij.toolkit.publication import publish_what_is_ready
from gastvrij.toolkit.publication import supersede_others
from gastvrij.toolkit.publication import WITH_EDITION
from gastvrij.toolkit.refusal import refusal_of
from gastvrij.toolkit.section import ToolkitSection
from gastvrij.values.html import readable
from OFS.interfaces import IObjectClonedEvent
from plone.app.iterate.interfaces import IWorkingCopy
from Products.CMFCore.WorkflowCore import WorkflowException
from Products.DCWorkflow.interfaces import IAfterTransitionEvent
from Products.DCWorkflow.interfaces import IBeforeTransitionEvent
from typing import Any
from uuid import uuid4
from zope.globalrequest import getRequest
from zope.i18n import translate
from zope.lifecycleevent.interfaces import IObjectAddedEvent
from zope.lifecycleevent.interfaces import IObjectModifiedEvent

import transaction


TO_OTHERS = ("submit", "publish", "archive")
LINES = ("title", "short_title", "description", "change_note")
COPY_STAYS_HIDDEN = _(
    "error_publish_working_copy",
    default="Not done: this is a working copy, which is not reviewed, published or"
    " archived by itself. Put the copy online instead: it takes the place of the"
    " original.",
)
TO_READERS = ("submit", "publish")


def begin_lineage_when_added(section: ToolkitSection, event: IObjectAddedEvent) -> None:
    """Give a new part the thread by which later editions find it back."""
    if not section.lineage:
        section.lineage = uuid4().hex


def begin_lineage_when_copied(part: Any, event: IObjectClonedEvent) -> None:
    """Give a copy a thread of its own, where its original is in the same edition.

    In another edition it is the same part.
    """
    outline = contents(edition_of(part))
    others = (e for e in (*outline.parts(), *outline.addenda) if e.uid != part.UID())
    if part.lineage and part.lineage in {entry.lineage for entry in others}:
        part.lineage = uuid4().hex
        part.reindexObject(idxs=["UID"])


def store_clean(content: Any, event: IObjectModifiedEvent | IObjectAddedEvent) -> None:
    """Keep the text of a chapter, part or addendum without a word processor's marks."""
    text = content.text
    raw = cleaned(text.raw) if text is not None and text.raw else ""
    if raw and raw != text.raw:
        content.text = with_raw(text, raw)


def store_readable(
    content: Any, event: IObjectModifiedEvent | IObjectAddedEvent
) -> None:
    """Keep titles and the like without characters that a feed or a book cannot hold.

    PowerPoint has one in the place of a line break, for instance.
    """
    for name in LINES:
        line = getattr(aq_base(content), name, None)
        if line and readable(line, " ") != line:
            setattr(content, name, readable(line, " "))
    rows = getattr(aq_base(content), "sources", None) or []
    titled = [row | {"title": readable(row["title"] or "", " ")} for row in rows]
    if titled != rows:
        content.sources = titled


def refuse_when_not_ready(
    edition: ToolkitEdition, event: IBeforeTransitionEvent
) -> None:
    """Keep an edition with drafts from being published; names the drafts.

    Raises ``WorkflowException``. plone.restapi answers it with a 400 and would then
    commit what it wrote before the transition, so the transaction is doomed.
    """
    if not _is_publishing(event):
        return
    try:
        check_ready(edition)
    except NotReadyError as error:
        transaction.doom()
        raise WorkflowException(refusal_of(error.lacks)) from error


def refuse_working_copy(content: Any, event: IBeforeTransitionEvent) -> None:
    """Keep a working copy from going its own way: it takes the place of its original.

    Raises ``WorkflowException``; the transaction is doomed as above.
    """
    if not IWorkingCopy.providedBy(content) or event.transition is None:
        return
    if event.transition.getId() in TO_OTHERS:
        transaction.doom()
        raise WorkflowException(translate(COPY_STAYS_HIDDEN, context=getRequest()))


def refuse_pictures_without_words(
    part: IToolkitPart, event: IBeforeTransitionEvent
) -> None:
    """Keep a part from readers, and from who reads it first, until they have words.

    Raises ``WorkflowException``. An edition asks this of all its parts by itself.
    """
    if event.transition is None or event.transition.getId() not in TO_READERS:
        return
    pictures = wordless(part)
    if pictures and WITH_EDITION not in event.kwargs:
        transaction.doom()
        raise WorkflowException(translate(words_asked(pictures), context=getRequest()))


def replace_current_when_published(
    edition: ToolkitEdition, event: IAfterTransitionEvent
) -> None:
    """Publish what is ready in the new edition, and supersede the old one."""
    if _is_publishing(event):
        publish_what_is_ready(edition)
        supersede_others(edition, aq_parent(aq_inner(edition)))
        record_change(edition, EDITION, "", datetime.now(UTC))


def _is_publishing(event: IBeforeTransitionEvent | IAfterTransitionEvent) -> bool:
    return event.transition is not None and event.transition.getId() == "publish"
