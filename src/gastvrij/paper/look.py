"""How every book looks: its type, its colours, its margins and its cover."""

from importlib.resources import files


BASE = (files("gastvrij.paper") / "base.css").read_text("utf-8")
