"""Make the database of the Wagtail site. Usage: fill.py GROUPS_JSON."""

from django.conf import settings
from django.core.management import call_command
from pathlib import Path

import django
import json
import sys


def main(groups_json: str) -> None:
    """Create the tables, the list and the groups."""
    folder = Path(settings.DATABASES["default"]["NAME"]).parent
    migrations = folder / settings.MIGRATION_MODULES["bare_wagtail"]
    migrations.mkdir(exist_ok=True)
    (migrations / "__init__.py").touch()
    sys.path.append(str(folder))
    django.setup()
    call_command("makemigrations", "bare_wagtail", verbosity=0)
    call_command("migrate", verbosity=0)
    fill(json.loads(Path(groups_json).read_text("utf-8")))


def fill(groups: list[dict]) -> None:
    """Create the list below the root of the site, and each group in it."""
    from bare_wagtail.models import Activity  # noqa: PLC0415, after django.setup()
    from bare_wagtail.models import GroupPage  # noqa: PLC0415
    from bare_wagtail.models import GroupsPage  # noqa: PLC0415
    from django.db import transaction  # noqa: PLC0415
    from wagtail.models import Page  # noqa: PLC0415
    from wagtail.models import Site  # noqa: PLC0415

    with transaction.atomic():
        Page.objects.filter(depth__gt=1).delete()
        root = Page.objects.get(depth=1)
        home = root.add_child(instance=Page(title="Gastvrij", slug="home"))
        Site.objects.all().delete()
        Site.objects.create(hostname="localhost", root_page=home, is_default_site=True)
        listing = home.add_child(
            instance=GroupsPage(title="Groepen", slug="groepen", show_in_menus=True)
        )
        for group in groups:
            activities = group.pop("activities")
            page = GroupPage(slug=group.pop("id"), **group)
            page.activities = [
                Activity.objects.get_or_create(slug=each)[0] for each in activities
            ]
            listing.add_child(instance=page)


if __name__ == "__main__":
    main(*sys.argv[1:])
