"""The control panel "Gastvrij Netwerk", as a form and over REST."""

from collections.abc import Iterator
from gastvrij import _
from gastvrij.interfaces import IGastvrijLayer
from gastvrij.settings.records import ISettings
from gastvrij.settings.records import PREFIX
from gastvrij.settings.records import settings
from gastvrij.site.lines import LinesFieldWidget
from gastvrij.values.refusal import Refused
from gastvrij.values.sent import ODD_VALUE
from plone.app.registry.browser.controlpanel import ControlPanelFormWrapper
from plone.app.registry.browser.controlpanel import RegistryEditForm
from plone.restapi.controlpanels import RegistryConfigletPanel
from plone.restapi.deserializer import json_body
from plone.restapi.deserializer.controlpanels import FakeDXContext
from plone.restapi.interfaces import IDeserializeFromJson
from plone.restapi.interfaces import IFieldDeserializer
from typing import Any
from z3c.form.browser.checkbox import CheckBoxFieldWidget
from zExceptions import BadRequest
from zope.component import adapter
from zope.component import getMultiAdapter
from zope.i18n import translate
from zope.interface import implementer
from zope.interface import Interface
from zope.schema import getFields
from zope.schema import ValidationError


# what reading a value of another form than was expected may raise
UNREADABLE = (ArithmeticError, LookupError, TypeError, ValueError, ValidationError)

WIDGETS = {
    "board_dates": LinesFieldWidget,
    "confirm_reminder_days": LinesFieldWidget,
    "quiet_months": CheckBoxFieldWidget,
    "radius_choices": LinesFieldWidget,
}


class SettingsForm(RegistryEditForm):
    """What the network decides itself, in groups of questions."""

    schema = ISettings
    schema_prefix = PREFIX
    label = _("settings_heading", default="Gastvrij Netwerk")
    description = _(
        "settings_description",
        default="What the network decides itself. Nothing here needs a programmer;"
        " what you save holds at once.",
    )

    def updateFields(self) -> None:
        """Give lists of dates and numbers one line each, and months a box each."""
        super().updateFields()
        for group in self.groups:
            for name in WIDGETS.keys() & set(group.fields):
                group.fields[name].widgetFactory = WIDGETS[name]


class SettingsView(ControlPanelFormWrapper):
    """The page around the form."""

    form = SettingsForm


@adapter(Interface, IGastvrijLayer)
class SettingsPanel(RegistryConfigletPanel):
    """``@controlpanels/gastvrij``: the same settings for another front end."""

    schema = ISettings
    schema_prefix = PREFIX
    configlet_id = "gastvrij"
    configlet_category_id = "Products"


@implementer(IDeserializeFromJson)
@adapter(SettingsPanel)
class SettingsDeserializer:
    """Checks what is sent together with what stays as it was.

    plone.restapi's own looks for what was not sent on the site's root.
    """

    def __init__(self, panel: SettingsPanel) -> None:
        """Take the panel of one request."""
        self.request = panel.request

    def __call__(self) -> None:
        """Write what was sent; raises ``BadRequest`` with the errors by field."""
        current, sent = settings(), json_body(self.request)
        errors = [*self._refused(current, sent)]
        try:
            ISettings.validateInvariants(current)
        except Refused as error:
            errors.append(self._answer(error.name, error))
        if errors:
            raise BadRequest(errors)

    def _refused(self, current: Any, sent: dict[str, Any]) -> Iterator[dict[str, str]]:
        fields = getFields(ISettings)
        for name in sent.keys() & fields.keys():
            field = fields[name]
            read = getMultiAdapter(
                (field, FakeDXContext(), self.request), IFieldDeserializer
            )
            try:
                value = read(sent[name])
                field.validate(value)
                setattr(current, name, value)
            except UNREADABLE as error:
                yield self._answer(name, error)

    def _answer(self, name: str, error: Exception) -> dict[str, str]:
        sentence = error.doc() if isinstance(error, ValidationError) else ODD_VALUE
        message = translate(sentence, context=self.request)
        return {"error": "ValidationError", "field": name, "message": message}
