"""Where somebody was going: an address on this site, or nothing."""

from gastvrij.accounts.way_back import way_back

import pytest


class Site:
    """A site at one address."""

    def __init__(self, address):
        self.address = address

    def absolute_url(self):
        """Return where the site is."""
        return self.address


BELOW = Site("https://gastvrij.example/site")
ALONE = Site("https://gastvrij.example")

KEPT = (
    (BELOW, "https://gastvrij.example/site/groepen", "/groepen"),
    (BELOW, "https://gastvrij.example/site/open?id=1a&page=x", "/open?id=1a&page=x"),
    (BELOW, "https://gastvrij.example/site/groepen#kaart", "/groepen"),
    (BELOW, "/groepen?place=9050%20Ledeberg", "/groepen?place=9050%20Ledeberg"),
    (BELOW, "/site/groepen/warm/update?a=1", "/groepen/warm/update?a=1"),
    (BELOW, "/sites", "/sites"),
    (BELOW, "/logins", "/logins"),
    (ALONE, "https://gastvrij.example/groepen", "/groepen"),
    (ALONE, "/groepen", "/groepen"),
)

EVIL = (
    None,
    7,
    ["/groepen"],
    "",
    "groepen",
    "evil.example",
    "//evil.example",
    "///evil.example",
    "\\\\evil.example",
    "/\\evil.example",
    "\\/evil.example",
    "https:evil.example",
    "https:/evil.example",
    "https://evil.example",
    "https://evil.example/site/groepen",
    "https://gastvrij.example.evil.example/site/x",
    "https://gastvrij.example@evil.example/site/x",
    "https://gastvrij.example:444/site/groepen",
    "http://gastvrij.example/site/groepen",
    "https://gastvrij.example/sites/groepen",
    "https://gastvrij.example/site",
    "https://gastvrij.example/groepen",
    "https://[evil/site/x",
    "javascript:alert(1)",
    "data:text/html,x",
    "\thttps://evil.example",
    "https://ev\til.example",
    "/groepen\r\nSet-Cookie: a=b",
    "/groepen\0",
    "/<script>",
    '/"onclick="x',
    "/gro\u202eepen",
    "/" + "a" * 5000,
)

AT_THE_DOOR = (
    "/login",
    "/@@login?x=1",
    "/logout",
    "/login-link",
    "/log-in?token=abc",
    "/set-password?token=abc",
    "/groepen/require_login",
    "/passwordreset/abc",
)


@pytest.mark.parametrize(("site", "address", "path"), KEPT)
def test_address_on_the_site_is_kept(site, address, path):
    assert way_back(site, address) == path


@pytest.mark.parametrize("address", EVIL)
def test_address_of_another_host_and_nonsense_are_dropped(address):
    assert way_back(BELOW, address) == ""


@pytest.mark.parametrize("address", EVIL)
def test_what_is_left_of_an_address_stays_on_the_host(address):
    assert not way_back(ALONE, address).startswith("//")


@pytest.mark.parametrize("path", AT_THE_DOOR)
def test_pages_to_log_in_and_out_are_no_way_back(path):
    assert way_back(BELOW, path) == ""
    assert way_back(BELOW, BELOW.absolute_url() + path) == ""
