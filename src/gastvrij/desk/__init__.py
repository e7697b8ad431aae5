"""Whose turn is it: what waits for somebody, in one place."""
