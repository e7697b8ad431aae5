"""An answer to a request with a token is kept nowhere, whatever the caching rules."""

from gastvrij.directory.views import DirectoryView
from gastvrij.links.headers import keep_to_yourself
from gastvrij.links.headers import KeptNowhere

import pytest
import requests
import transaction


@pytest.fixture
def answers(functional, monkeypatch):
    """Return two answers to the same request for a page that caching rules keep."""
    address = f"http://localhost:{functional['port']}/{functional['portal'].getId()}"
    transaction.commit()

    def ask(page=DirectoryView.__call__):
        monkeypatch.setattr(DirectoryView, "__call__", page)
        return [requests.get(f"{address}/groepen?token=x", timeout=30) for _ in "12"]

    return ask


def with_a_token(view, shown=DirectoryView.__call__):
    """Show the page as one that answers to a token does."""
    keep_to_yourself(view.request.response)
    return shown(view)


def test_page_with_a_token_is_kept_nowhere(answers):
    for answer in answers(with_a_token):
        assert answer.status_code == 200
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert answer.headers["Cache-Control"] == "no-store"
        for name in ("ETag", "Last-Modified", "Expires", "X-RAMCache"):
            assert name not in answer.headers


def test_another_page_stays_in_the_memory_of_the_site(answers):
    first, second = answers()
    assert first.headers["ETag"] == second.headers["ETag"]
    assert "X-RAMCache" in second.headers
    assert "no-store" not in second.headers["Cache-Control"]


def test_page_with_a_token_is_kept_without_our_rule(answers, monkeypatch):
    # the control
    monkeypatch.setattr(KeptNowhere, "_keep", lambda transform: None)
    _, second = answers(with_a_token)
    assert "X-RAMCache" in second.headers
    assert second.headers["Cache-Control"] != "no-store"
