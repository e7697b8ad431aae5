"""What happens to examples from practice when an edition is published."""

from gastvrij.toolkit.edition import ToolkitEdition
from gastvrij.toolkit.example_decisions import take_along
from plone import api
from Products.DCWorkflow.interfaces import IAfterTransitionEvent


def take_examples_along_when_published(
    edition: ToolkitEdition, event: IAfterTransitionEvent
) -> None:
    """Let readers keep the examples that no editor decided on for this edition."""
    if event.transition is not None and event.transition.getId() == "publish":
        take_along(api.portal.get(), edition)
