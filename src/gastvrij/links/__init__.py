"""One-click links, and forms that do once what was asked twice."""
