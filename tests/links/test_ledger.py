"""One-click links work for one purpose, for a time, and once."""

from datetime import datetime
from datetime import timedelta
from datetime import UTC
from gastvrij.links.forgetting import forget_what_is_over
from gastvrij.links.forgetting import LINK_REMEMBERED
from gastvrij.links.ledger import issue
from gastvrij.links.ledger import LinkExpired
from gastvrij.links.ledger import LINKS
from gastvrij.links.ledger import links_of
from gastvrij.links.ledger import LinkUnknown
from gastvrij.links.ledger import LinkUsed
from gastvrij.links.ledger import look
from gastvrij.links.ledger import Record
from gastvrij.links.ledger import redeem
from gastvrij.links.ledger import void

import pickle
import pytest


NOW = datetime(2026, 3, 29, 0, 30, tzinfo=UTC)
HALF_AN_HOUR = timedelta(minutes=30)
MOMENT = timedelta(microseconds=1)

ODD_TOKENS = [
    "",
    "a" * 5000,
    "a\0b",
    "\ud800",
    "ζ" * 43,
    "🚪",
    " ",
    "../../etc/passwd",
    None,
    7,
    b"bytes",
    ["twice", "twice"],
    {"token": "x"},
]


def issued(site, purpose="confirm", **others):
    """Issue a link for thing "g1" that works for half an hour."""
    return issue(site, purpose, "g1", NOW, HALF_AN_HOUR, **others)


def test_look_tells_what_a_link_is_for(site):
    link = look(site, issued(site, person="an@example.org"), "confirm", NOW)
    assert (link.purpose, link.thing, link.person) == (
        "confirm",
        "g1",
        "an@example.org",
    )
    assert (link.issued, link.expires, link.used) == (NOW, NOW + HALF_AN_HOUR, None)


def test_look_and_an_unknown_link_write_nothing(site):
    for token in ODD_TOKENS:
        with pytest.raises(LinkUnknown):
            look(site, token, "confirm", NOW)
    assert void(site, thing="g1") == 0
    assert forget_what_is_over(site, NOW) == 0
    assert dict(site) == {}


@pytest.mark.parametrize("token", ODD_TOKENS, ids=repr)
@pytest.mark.parametrize("follow", [look, redeem])
def test_odd_token_is_unknown_and_nothing_worse(site, follow, token):
    issued(site)
    with pytest.raises(LinkUnknown) as refused:
        follow(site, token, "confirm", NOW)
    assert refused.value.link is None


def test_link_works_for_its_own_purpose_only(site):
    token = issued(site, "confirm")
    with pytest.raises(LinkUnknown):
        redeem(site, token, "log-in", NOW)
    assert redeem(site, token, "confirm", NOW).thing == "g1"


def test_link_of_single_use_is_used_once(site):
    token = issued(site)
    assert redeem(site, token, "confirm", NOW).used == NOW
    for follow in (look, redeem):
        with pytest.raises(LinkUsed) as refused:
            follow(site, token, "confirm", NOW + HALF_AN_HOUR)
        assert refused.value.link.used == NOW


def test_looking_does_not_use_a_link_up(site):
    token = issued(site)
    for _ in range(3):
        look(site, token, "confirm", NOW)
    assert redeem(site, token, "confirm", NOW)


def test_link_for_many_uses_stays_right(site):
    token = issued(site, single=False)
    for _ in range(3):
        assert redeem(site, token, "confirm", NOW).used is None


@pytest.mark.parametrize("follow", [look, redeem])
def test_link_works_until_the_moment_that_it_expires(site, follow):
    token = issued(site)
    end = NOW + HALF_AN_HOUR
    with pytest.raises(LinkExpired) as refused:
        follow(site, token, "confirm", end)
    assert refused.value.link.thing == "g1"
    assert follow(site, token, "confirm", end - MOMENT)


@pytest.mark.parametrize(
    ("fitting", "left"),
    [
        ({"purpose": "confirm"}, {"log-in"}),
        ({"thing": "g1"}, set()),
        ({"person": "AN@example.org"}, {"confirm"}),
        ({"person": "an@example.org", "purpose": "confirm"}, {"confirm", "log-in"}),
        ({"thing": "g2"}, {"confirm", "log-in"}),
    ],
)
def test_voided_links_are_unknown(site, fitting, left):
    tokens = {
        "confirm": issued(site, "confirm"),
        "log-in": issued(site, "log-in", person="an@Example.org"),
    }
    assert void(site, **fitting) == len(tokens) - len(left)
    for purpose, token in tokens.items():
        if purpose in left:
            assert look(site, token, purpose, NOW)
        else:
            with pytest.raises(LinkUnknown):
                redeem(site, token, purpose, NOW)


def test_void_of_nothing_in_particular_is_refused(site):
    with pytest.raises(ValueError, match="needs"):
        void(site)


def test_links_of_a_person_are_found(site):
    issued(site, person="an@example.org")
    issued(site, person="bo@example.org")
    issued(site)
    assert [link.person for link in links_of(site, "An@example.org")] == [
        "an@example.org"
    ]


def test_database_holds_no_token(site):
    token = issued(site)
    (place, record), *_ = site[LINKS].items()
    kept = pickle.dumps((place, record.__getstate__()))
    assert b"confirm" in kept
    assert token.encode() not in kept
    assert len(token) == 43  # 256 bits


def test_old_links_are_told_from_unknown_ones_for_six_weeks(site):
    expired, used = issued(site), issued(site)
    redeem(site, used, "confirm", NOW)
    assert forget_what_is_over(site, NOW + LINK_REMEMBERED - MOMENT) == 0
    assert forget_what_is_over(site, NOW + LINK_REMEMBERED) == 1
    assert forget_what_is_over(site, NOW + LINK_REMEMBERED) == 0
    with pytest.raises(LinkUnknown):
        look(site, used, "confirm", NOW)
    with pytest.raises(LinkExpired):
        look(site, expired, "confirm", NOW + HALF_AN_HOUR)


def test_what_is_not_over_is_kept(site):
    token = issue(site, "status", "a1", NOW, timedelta(days=400), single=False)
    assert forget_what_is_over(site, NOW + timedelta(days=399)) == 0
    assert look(site, token, "status", NOW + timedelta(days=399))


def rush(storage, people=6):
    """Redeem one link many times at once; return how many were let through."""
    token = storage.do(issued)

    def try_to_redeem(site):
        try:
            redeem(site, token, "confirm", NOW)
        except LinkUsed:
            return False
        return True

    return sum(storage.do_at_once(try_to_redeem, people))


def test_one_of_many_at_once_wins(storage):
    assert [rush(storage) for _ in range(5)] == [1] * 5


class MergingRecord(Record):
    """A record as a BTree would keep it: two who write it at once do not conflict."""

    def _p_resolveConflict(self, old, saved, new):
        return new


def test_many_win_where_the_records_merge(storage, monkeypatch):
    # the control
    monkeypatch.setattr("gastvrij.links.ledger.Record", MergingRecord)
    assert rush(storage) > 1


def test_first_links_of_a_site_may_be_issued_at_once(storage):
    tokens = storage.do_at_once(issued, 6)
    for token in tokens:
        assert storage.do(lambda site, token=token: look(site, token, "confirm", NOW))
