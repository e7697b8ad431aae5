"""What happens by itself when a group is saved."""

from gastvrij.directory.organisation import IMemberOrganisation
from gastvrij.values.checks import picture_type
from typing import Any


def tell_picture_type_when_saved(group: IMemberOrganisation, event: Any) -> None:
    """Serve a picture as what it is, whatever the sender called it."""
    picture = group.image
    if picture is None:
        return
    content_type = picture_type(picture.data)
    if picture.contentType != content_type:
        picture.contentType = content_type
