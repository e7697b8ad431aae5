"""The roof: home page, look, distribution and demo content."""
