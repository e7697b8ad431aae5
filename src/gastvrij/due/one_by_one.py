"""The same for many things: one that is wrong never stops the others."""

from collections.abc import Callable
from collections.abc import Iterable
from gastvrij.due.trouble import traceback_of
from transaction.interfaces import TransientError
from typing import TypeVar

import logging


logger = logging.getLogger("gastvrij.due")

Thing = TypeVar("Thing")


def one_by_one(things: Iterable[Thing], act: Callable[[Thing], int]) -> int:
    """Do something for each of several things; return how much was done in all.

    ``act`` writes nothing before all that can go wrong. What fails is written to the
    log. A conflict with somebody else is raised: then everything is tried again.
    """
    done = 0
    for thing in things:
        try:
            done += act(thing)
        except TransientError:
            raise
        except Exception as error:  # whatever is wrong with one is its own trouble
            logger.error("One thing of a due task failed: %s", traceback_of(error))
    return done
