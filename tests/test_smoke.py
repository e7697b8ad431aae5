def test_smoke(integration):
    portal = integration["portal"]
    assert portal.groepen.portal_type == "MemberDirectory"
