"""First names by which a person's name is recognised in a text.

Frequent ones in Belgium over the last eighty years and among people who came here
since, written down by hand; without those that are words, months or places as well.
"""

from importlib.resources import files


FIRST_NAMES = frozenset(
    files("gastvrij.directory").joinpath("first_names.txt").read_text("utf-8").split()
)
