"""The rules of the house that a reader cannot be asked to remember."""

from collections import defaultdict
from order_of_tests import LONGEST
from order_of_tests import MEASURED_ELSEWHERE
from pathlib import Path

import ast
import gastvrij
import pytest
import re


PACKAGE = Path(gastvrij.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))
ZCML = sorted(PACKAGE.rglob("*.zcml"))
TEMPLATES = sorted(PACKAGE.rglob("*.pt"))
NAMELESS = {"utils", "common", "core", "helpers", "monkey", "patches"}

DIRECTIVE = re.compile(r"<(?:browser:page|plone:service)\b[^>]*>", re.DOTALL)
# the page that answers "not found" is shown to whoever got lost
SHOWN_TO_ALL = {"index.html"}
# at the root of Zope no layer of ours is known
OUTSIDE_A_SITE = {"gastvrij-due"}
# stock pages and services for everything, which we make keep secrets
OVERRIDES = {
    "plone_redirector_view",
    "resolveuid",
    "@contextnavigation",
    "mail_password",
    "mail_password_form",
}

CONTENT_SCHEMA = re.compile(r"^class I\w+\(model\.Schema\)", re.MULTILINE)
PYTHON_EXPRESSION = re.compile(r"python:([^;\"]+)")


def name_of(path: Path) -> str:
    """Return the path as a reader of the test report knows it."""
    return str(path.relative_to(PACKAGE))


def test_no_room_is_without_a_name():
    parts = {
        part for path in MODULES for part in Path(name_of(path)).with_suffix("").parts
    }
    assert not parts & NAMELESS


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_module_fits_on_a_few_pages(path):
    text = path.read_text()
    # a content schema is a list of fields, not logic
    limit = 350 if CONTENT_SCHEMA.search(text) else 200
    assert len(text.splitlines()) <= limit


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_module_leaves_no_work_in_a_comment(path):
    assert not re.search(r"\b(TODO|FIXME|XXX)\b|type: ignore", path.read_text())


@pytest.mark.parametrize("path", ZCML, ids=name_of)
def test_page_and_service_ask_a_permission_and_our_layer(path):
    for directive in DIRECTIVE.findall(path.read_text()):
        assert "permission=" in directive, directive
        name = re.search(r'name="([^"]+)"', directive).group(1)
        has_layer = 'layer="gastvrij.interfaces.IGastvrijLayer"' in directive
        assert has_layer or name in OUTSIDE_A_SITE, directive
        assert name in SHOWN_TO_ALL or "zope.Public" not in directive, directive
        assert name in OVERRIDES or 'for="*"' not in directive, directive


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_template_holds_no_script_style_or_logic(path):
    text = path.read_text()
    assert "<script" not in text
    assert " style=" not in text
    assert not re.search(r"\son\w+=", text)
    for expression in PYTHON_EXPRESSION.findall(text):
        assert len(expression) <= 60, expression


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_template_asks_nothing_of_another_host(path):
    assert not re.search(
        r"<(?:link|img|script)\b[^>]*\"(?:https?:)?//", path.read_text()
    )


MARKED = re.compile(
    r'<([\w:]+)\b[^<>]*?i18n:translate="(\w+)"[^<>]*?>(.*?)</\1>', re.DOTALL
)
NAMED = re.compile(r'<[^<>]*i18n:name="(\w+)"[^<>]*?(?:/>|>.*?</[\w:]+>)', re.DOTALL)


def texts_of_templates():
    """Return every text of the templates with its message id: (id, text)."""
    for path in TEMPLATES:
        for _tag, message_id, text in MARKED.findall(path.read_text()):
            yield message_id, " ".join(NAMED.sub(r"${\1}", text).split())


def texts_of_modules():
    """Return every text of the modules with its message id: (id, text)."""
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "_":
                given = {each.arg: each.value for each in node.keywords}
                if "default" in given:
                    text = ast.literal_eval(given["default"])
                    yield ast.literal_eval(node.args[0]), " ".join(text.split())


def test_no_message_id_stands_for_two_texts():
    found = defaultdict(set)
    for message_id, text in (*texts_of_templates(), *texts_of_modules()):
        found[message_id].add(text)
    assert len(found) > 800
    assert {name: texts for name, texts in found.items() if len(texts) > 1} == {}


def test_anonymous_never_gets_an_add_permission(integration):
    portal = integration["portal"]
    adding = [p for p in portal.possible_permissions() if p.startswith("gastvrij: Add")]
    assert adding
    for permission in adding:
        roles = {
            r["name"] for r in portal.rolesOfPermission(permission) if r["selected"]
        }
        assert not roles & {"Anonymous", "Authenticated", "Member"}, permission


@pytest.mark.parametrize("name", sorted(MEASURED_ELSEWHERE | LONGEST))
def test_module_that_is_named_for_its_time_is_there(name):
    assert Path(__file__).parent.joinpath(f"{name}.py").is_file()
