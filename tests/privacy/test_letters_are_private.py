"""What lies in the outbox and in the ledgers is told to nobody who may not know it."""

from planting import SECRET

import pytest


HTML = {"Accept": "text/html"}
FIELDS = {"email": f"{SECRET}@example.org", "again": f"{SECRET}@example.org"}
ACTIONS = ("find", "export", "erase", "again", "again_all", "aside")


@pytest.mark.parametrize("who", ["visitor", "member", "contact", "keeper"])
@pytest.mark.parametrize("path", ["/person-data", "/outbox"])
def test_no_action_of_the_secretariats_pages_is_open_to_others(site, who, path):
    for action in ACTIONS:
        for method in ("GET", "POST"):
            sent = {
                "params" if method == "GET" else "data": FIELDS | {"action": action}
            }
            answer = site.ask(path, who, method, headers=HTML, **sent)
            assert answer.status_code in (302, 401, 403)
            shown = answer.text.replace(FIELDS["email"], "")
            assert SECRET not in shown


def test_text_of_a_letter_is_shown_to_nobody(site):
    answer = site.ask("/outbox", "manager", headers=HTML)
    assert f"{SECRET}@example.org" in answer.text
    assert "windorgel vraag" in answer.text
    assert "windorgel letter" not in answer.text
    assert "windorgel knop" not in answer.text
