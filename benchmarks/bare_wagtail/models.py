"""A page for each group, with comparable fields, and the page that lists them."""

from collections.abc import Iterator
from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest
from modelcluster.fields import ParentalManyToManyField
from typing import Any
from wagtail.fields import RichTextField
from wagtail.models import Page


PAGE_SIZE = 25


class Activity(models.Model):
    """What a group does."""

    slug = models.SlugField(unique=True)


class GroupPage(Page):
    """One group."""

    description = models.CharField(max_length=240)
    text = RichTextField()
    legal_form = models.CharField(max_length=40)
    municipality = models.CharField(max_length=5, db_index=True)
    town = models.CharField(max_length=60)
    lat = models.FloatField()
    lon = models.FloatField()
    service_area = models.JSONField(blank=True, default=list)
    activities = ParentalManyToManyField(Activity)
    languages = models.JSONField(blank=True, default=list)
    recruiting = models.CharField(max_length=20)
    founded = models.IntegerField(null=True)
    website = models.URLField()
    public_email = models.EmailField()

    template = "group.html"


class GroupsPage(Page):
    """The list: so many groups at a time, those with one activity when asked."""

    template = "groups.html"

    def get_context(self, request: HttpRequest, *args: Any, **options: Any) -> Any:
        """Find the groups of this page of the list."""
        context = super().get_context(request, *args, **options)
        groups = GroupPage.objects.child_of(self).live().order_by("title")
        if activity := request.GET.get("activity"):
            groups = groups.filter(activities__slug=activity)
        if town := request.GET.get("municipality"):
            groups = groups.filter(municipality=town)
        pages = Paginator(groups.prefetch_related("activities"), PAGE_SIZE)
        context["groups"] = pages.get_page(request.GET.get("page"))
        return context


def features() -> Iterator[dict[str, Any]]:
    """Return every group as a feature of GeoJSON."""
    columns = ("title", "slug", "town", "recruiting", "lat", "lon")
    for title, slug, town, recruiting, lat, lon in GroupPage.objects.live().values_list(
        *columns
    ):
        properties = {
            "title": title,
            "url": f"/groepen/{slug}/",
            "municipality": town,
            "recruiting": recruiting,
        }
        point = {"type": "Point", "coordinates": [lon, lat]}
        yield {"type": "Feature", "geometry": point, "properties": properties}
