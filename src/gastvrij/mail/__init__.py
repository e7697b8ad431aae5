"""Letters: what the site writes to people, and how it gets to them."""
