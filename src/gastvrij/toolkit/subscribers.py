"""What happens by itself when the toolkit changes."""

from Acquisition import aq_inner
from Acquisition import aq_parent
from gastvrij import _
from gastvrij.toolkit.edition import ToolkitEdition
from gastvrij.toolkit.publication import check_ready
from gastvrij.toolkit.publication import NotReadyError
from gastvrij.toolkit.publication import publish_what_is_ready
from gastvrij.toolkit.publication import supersede_others
from gastvrij.toolkit.section import ToolkitSection
from Products.CMFCore.WorkflowCore import WorkflowException
from Products.DCWorkflow.interfaces import IAfterTransitionEvent
from Products.DCWorkflow.interfaces import IBeforeTransitionEvent
from uuid import uuid4
from zope.globalrequest import getRequest
from zope.i18n import translate
from zope.lifecycleevent.interfaces import IObjectAddedEvent

import transaction


def begin_lineage_when_added(section: ToolkitSection, event: IObjectAddedEvent) -> None:
    """Give a new part the thread by which later editions find it back."""
    if not section.lineage:
        section.lineage = uuid4().hex


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
        raise WorkflowException(_refusal(error.titles)) from error


def replace_current_when_published(
    edition: ToolkitEdition, event: IAfterTransitionEvent
) -> None:
    """Publish what is ready in the new edition, and supersede the old one."""
    if _is_publishing(event):
        publish_what_is_ready(edition)
        supersede_others(edition, aq_parent(aq_inner(edition)))


def _is_publishing(event: IBeforeTransitionEvent | IAfterTransitionEvent) -> bool:
    return event.transition is not None and event.transition.getId() == "publish"


def _refusal(titles: list[str]) -> str:
    message = _(
        "error_edition_has_drafts",
        default="Not published: this edition still has drafts. Finish or remove them"
        " first: ${titles}.",
        mapping={"titles": "; ".join(titles)},
    )
    return translate(message, context=getRequest())
