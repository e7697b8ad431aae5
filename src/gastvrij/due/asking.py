"""How the console script asks a running instance, over loopback."""

from gastvrij.due.everywhere import SiteRun
from gastvrij.due.history import Report
from gastvrij.due.instance import Instance
from gastvrij.due.instance import NoInstance
from gastvrij.due.secret import read_secret
from http import HTTPStatus
from typing import Any
from urllib.error import HTTPError
from urllib.error import URLError
from urllib.request import build_opener
from urllib.request import ProxyHandler
from urllib.request import Request

import json


PATIENCE = 900  # seconds: a run may have a lot of letters to send
PAGE = "gastvrij-due"


class NobodyAnswers(Exception):
    """No instance runs there."""


def ask(instance: Instance) -> list[SiteRun]:
    """Have the instance run what is due, and return what came of it.

    Raises ``NobodyAnswers`` when none runs, ``NoInstance`` when one does and refuses.
    """
    secret = read_secret(str(instance.folder))
    if not (secret and instance.address):
        raise NobodyAnswers
    try:
        answer = _post(f"{instance.address}/{PAGE}", secret)
    except HTTPError as error:
        raise NoInstance(_refusal(instance, error.code)) from error
    except (URLError, OSError) as error:
        raise NobodyAnswers from error
    return [_site_run(each) for each in answer]


def _post(address: str, secret: str) -> list[dict[str, Any]]:
    request = Request(  # noqa: S310, an address of this machine
        address, data=b"", method="POST", headers={"X-Gastvrij-Secret": secret}
    )
    # never by way of a proxy, which would be told the secret
    opener = build_opener(ProxyHandler({}))
    with opener.open(request, timeout=PATIENCE) as response:
        return json.load(response)


def _refusal(instance: Instance, code: int) -> str:
    if code == HTTPStatus.NOT_FOUND:
        return (
            f"what answers at {instance.address} does not know the secret in "
            f"{instance.folder}: it is another instance, or has an older version."
        )
    return f"the instance at {instance.address} answered {code}: its log says why."


def _site_run(told: dict[str, Any]) -> SiteRun:
    reports = [Report(**report) for report in told["reports"]]
    return SiteRun(told["site"], reports, told["trouble"])
