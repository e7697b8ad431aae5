"""How a browser finds the demo site, and logs in there."""

from pathlib import Path
from playwright.sync_api import Page
from typing import Any


def address_of(demo: Any) -> str:
    """Return the address of the demo site, where Plone shows its theme."""
    return f"http://localhost:{demo['port']}/{demo['portal'].getId()}"


def accounts_of(demo: Any) -> dict[str, list[str]]:
    """Return the user and password of each role of the demo."""
    lines = Path(demo["var"], "demo-accounts.txt").read_text().splitlines()
    return {line.split(" ")[2]: line.split(" ")[:2] for line in lines}


def log_in_as(page: Page, address: str, user: str, password: str) -> None:
    """Log a page in as somebody does."""
    page.goto(f"{address}/login")
    page.fill("#__ac_name", user)
    page.fill("#__ac_password", password)
    page.click("#buttons-login")
    page.wait_for_load_state()
