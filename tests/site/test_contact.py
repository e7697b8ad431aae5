"""Who asks for the secretariat is led to it."""

from plone import api

import requests
import transaction


def test_contact_is_the_page_of_the_secretariat_once_it_is_there(functional):
    portal = functional["portal"]
    site = f"http://localhost:{functional['port']}/{portal.getId()}"
    transaction.commit()
    form = requests.get(f"{site}/contact-info", timeout=30)
    assert form.url.endswith("/contact-info")
    assert "<form" in form.text
    with api.env.adopt_roles(["Manager"]):
        page = api.content.create(
            portal, "Document", id="contact", title="Secretariaat"
        )
        api.content.transition(page, "publish")
    transaction.commit()
    shown = requests.get(f"{site}/contact-info", timeout=30)
    assert shown.url == f"{site}/contact"
    assert "<h1>Secretariaat</h1>" in shown.text
