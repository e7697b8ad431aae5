"""A computer is told from another by its address on the internet, not by a proxy's."""

from gastvrij.links.client import client_of
from types import SimpleNamespace

import pytest


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("8.8.8.8", "8.8.8.8"),
        ("2001:4860:4860:0:0::8888", "2001:4860:4860::8888"),
        ("127.0.0.1", ""),
        ("::1", ""),
        ("10.0.0.7", ""),
        ("192.0.2.1", ""),
        ("", ""),
        ("elsewhere", ""),
    ],
)
def test_only_an_address_on_the_internet_stands_for_somebody(address, expected):
    assert client_of(SimpleNamespace(getClientAddr=lambda: address)) == expected
