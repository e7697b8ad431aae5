"""How far two places are from each other."""

from math import asin
from math import cos
from math import radians
from math import sin
from math import sqrt


EARTH_RADIUS = 6371.0088  # kilometres, the mean radius of the IUGG


def kilometres(lat_a: float, lon_a: float, lat_b: float, lon_b: float) -> float:
    """Give the distance as the crow flies, in kilometres; degrees of WGS 84.

    The haversine of a sphere: within Belgium it is off by at most 0.3 %.
    """
    upwards = sin(radians(lat_b - lat_a) / 2)
    sideways = sin(radians(lon_b - lon_a) / 2)
    between = upwards**2 + cos(radians(lat_a)) * cos(radians(lat_b)) * sideways**2
    return 2 * EARTH_RADIUS * asin(min(1.0, sqrt(between)))
