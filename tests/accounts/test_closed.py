"""Plone's own ways to a new password tell nothing, and lead to ours."""

from gastvrij.mail.outbox import waiting
from people_site import AN
from people_site import PASSWORD
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD

import pytest
import requests
import transaction


NAMES = (AN, "nobody@example.org")
PAGES = (
    "login-help",
    "mail_password_form",
    "groepen/mail_password_form",
    "mail_password",
)


@pytest.mark.parametrize("path", PAGES)
def test_plones_page_leads_to_the_link(site, path):
    answer = site.browser().get(path)
    assert answer.status_code == 302
    assert answer.headers["Location"] == f"{site.url}/login-link"
    assert site.browser().post(path, userid=AN).headers["Location"].endswith("-link")


def post(site, path, auth=None, **data):
    """Send JSON; return status and body."""
    answer = requests.post(
        f"{site.url}/{path}",
        json=data,
        headers={"Accept": "application/json"},
        auth=auth,
        timeout=30,
    )
    transaction.begin()
    return answer.status_code, answer.text


@pytest.mark.parametrize("auth", [None, ("bo@example.org", PASSWORD)])
@pytest.mark.parametrize(
    "data",
    [
        {},
        {"reset_token": "x", "new_password": "een lang nieuw woord"},
        {"reset_token": "x", "new_password": "kort"},
        {"reset_token": "x"},
        {"old_password": PASSWORD, "new_password": "een lang nieuw woord"},
        {"new_password": "een lang nieuw woord"},
    ],
)
def test_service_answers_the_same_for_every_name(site, auth, data):
    answers = {
        post(site, f"@users/{name}/reset-password", auth, **data)[0]: name
        for name in NAMES
    }
    texts = {
        post(site, f"@users/{name}/reset-password", auth, **data)[1].replace(name, "")
        for name in NAMES
    }
    assert len(answers) == 1
    assert len(texts) == 1


def test_service_without_data_sends_a_link_to_log_in(site):
    for name in NAMES:
        assert post(site, f"@users/{name}/reset-password")[0] in (200, 204)
    assert [row.to.lower() for row in waiting(site.portal)] == [AN]


def test_token_of_a_letter_of_plone_still_works_over_rest(site):
    user_id = site.user_id(AN)
    reset = site.portal.portal_password_reset.requestReset(user_id)
    transaction.commit()
    data = {"reset_token": reset["randomstring"], "new_password": "een nieuw woord"}
    assert post(site, f"@users/{user_id}/reset-password", **data)[0] in (200, 204)
    assert site.browser().log_in(AN, "een nieuw woord").status_code == 302


@pytest.mark.parametrize("name", NAMES)
def test_tool_mails_nobody_for_a_visitor(site, name):
    path = f"portal_registration/mailPassword?login={name}"
    answer = site.browser().get(path)
    assert answer.status_code in (302, 401, 403, 404)
    assert "require_login" in answer.headers.get("Location", "require_login")
    assert not site.portal.portal_password_reset._requests


def test_managers_are_told_that_there_is_no_such_user(site):
    owner = (SITE_OWNER_NAME, SITE_OWNER_PASSWORD)
    status, _ = post(site, "@users/nobody@example.org/reset-password", owner, a=1)
    assert status == 404
