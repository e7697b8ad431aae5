"""What happens by itself when a group is saved."""

from gastvrij.directory.organisation import IMemberOrganisation
from gastvrij.values.checks import picture_type
from gastvrij.values.pictures import kept
from gastvrij.values.pictures import KeptPicture
from typing import Any
from zope.component import queryMultiAdapter
from zope.globalrequest import getRequest


# the sizes in which our pages show a group's picture
SCALES = ("large", "preview")


def keep_only_pixels_when_saved(group: IMemberOrganisation, event: Any) -> None:
    """Make a new picture anew, whatever the sender put into it and called it."""
    picture = group.image
    if picture is None or isinstance(picture, KeptPicture):
        return
    if picture_type(picture.data):
        group.image = kept(picture)
        make_scales(group)
    else:
        picture.contentType = ""


def make_scales(group: IMemberOrganisation) -> None:
    """Make the sizes that pages show now, so that no visitor's request writes them."""
    images = queryMultiAdapter((group, getRequest()), name="images")
    if images is not None:
        for scale in SCALES:
            images.scale("image", scale=scale)
