"""Whoever moves a day is told that people count on the old time or place."""

from gastvrij import _
from gastvrij.networkday.mailboxes import living
from gastvrij.networkday.network_day import INetworkDay
from plone import api
from plone.rest.interfaces import IAPIRequest
from zope.globalrequest import getRequest


def warn_of_people(day: INetworkDay) -> None:
    """Say on the next page how many people have letters that are no longer right.

    No letter goes out by itself: a slip while saving would reach everybody.
    """
    request = getRequest()
    if request is None or IAPIRequest.providedBy(request):
        return
    count = len(living(day)) if api.content.get_state(day) == "announced" else 0
    if count:
        message = _(
            "warning_people_know_otherwise",
            default="People who count on this day: ${count}. Their letters still have"
            " the old time or place: write to them.",
            mapping={"count": count},
        )
        api.portal.show_message(message, request, type="warning")
