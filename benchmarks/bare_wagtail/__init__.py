"""A bare Wagtail site with the same groups, to measure against."""
