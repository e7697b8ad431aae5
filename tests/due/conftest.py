"""Due tasks made for one test, and the site they run on."""

from collections.abc import Callable
from collections.abc import Iterator
from gastvrij.due import attempts
from gastvrij.due.interfaces import IDueTask
from gastvrij.due.task import DueTask
from typing import Any
from zope.component import getGlobalSiteManager

import App.config
import pytest
import transaction


@pytest.fixture
def portal(functional) -> Any:
    """Return a site in a database that is thrown away after the test."""
    transaction.commit()
    return functional["portal"]


@pytest.fixture
def offer(functional, monkeypatch) -> Iterator[Callable[..., None]]:
    """Return a function that offers a rule as a due task; conflicts cost no time."""
    monkeypatch.setattr(attempts, "LONGEST_PAUSE", 0)
    registry = getGlobalSiteManager()
    names = []

    def make(name: str, rule: Callable[..., int]) -> None:
        registry.registerUtility(DueTask(name, rule), IDueTask, name)
        names.append(name)

    yield make
    for name in names:
        registry.unregisterUtility(provided=IDueTask, name=name)


@pytest.fixture
def configured(monkeypatch) -> dict[str, str]:
    """Return the section of zope.conf that is about us, to add to."""
    section = {"public-url": "https://www.example.org/{site}"}
    configuration = App.config.getConfiguration()
    monkeypatch.setattr(
        configuration, "product_config", {"gastvrij": section}, raising=False
    )
    return section
