"""How a version of a document is published: once, and with who approved it."""

from gastvrij import _
from gastvrij.membership.governance_document import GovernanceDocument
from gastvrij.membership.governance_document import IGovernanceDocument
from gastvrij.values.refusal import Refused
from plone import api
from Products.CMFCore.WorkflowCore import WorkflowException
from Products.DCWorkflow.interfaces import IBeforeTransitionEvent
from zope.i18n import translate

import transaction


NOT_APPROVED = _(
    "error_approved_by",
    default="Say who approved this version, and when. Only then can it be published.",
)


def publish(document: GovernanceDocument, approved_by: str) -> None:
    """Publish a version, for good; raises ``Refused`` without who approved it."""
    if not approved_by.strip():
        raise Refused(NOT_APPROVED, "approved_by")
    document.approved_by = approved_by.strip()
    api.content.transition(document, "publish")


def retract(document: GovernanceDocument) -> None:
    """Take a published version back; the one before it holds again."""
    api.content.transition(document, "retract")


def refuse_unapproved(
    document: IGovernanceDocument, event: IBeforeTransitionEvent
) -> None:
    """Refuse to publish what nobody approved, whichever way was taken."""
    if event.transition is None or event.transition.id != "publish":
        return
    if not (document.approved_by or "").strip():
        transaction.doom()
        raise WorkflowException(translate(NOT_APPROVED, target_language="nl"))
