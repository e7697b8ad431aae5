"""Plone's own change of state, with an answer that an editor can read."""

from plone import api
from plone.app.content.browser.content_status_modify import ContentStatusModifyView
from Products.CMFCore.WorkflowCore import WorkflowException
from typing import Any


class StatusModify(ContentStatusModifyView):
    """Changes the state of an edition or a part; a refusal is a message on its page."""

    def __call__(
        self,
        workflow_action: str | None = None,
        comment: str = "",
        effective_date: Any = None,
        expiration_date: Any = None,
    ) -> Any:
        """Change the state, or say why not."""
        dates = (effective_date, expiration_date)
        try:
            return super().__call__(workflow_action, comment, *dates)
        except WorkflowException as error:
            api.portal.show_message(str(error), self.request, type="error")
            return self.request.response.redirect(self.context.absolute_url())
