"""What a reader can doubt, in words."""

from gastvrij import _


KINDS = {
    "amount": _("flag_amount", default="An amount"),
    "term": _("flag_term", default="A date or a term"),
    "link": _("flag_link", default="A link that does not work"),
    "law": _("flag_law", default="A rule or a law"),
    "other": _("flag_other", default="Something else"),
}
ASK = _("link_still_right", default="Is this still right?")
