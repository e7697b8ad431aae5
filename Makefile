# The two commands are `make start` and `make test`; `make help` lists the others.
# PORT=8081 takes another port, PYTHON=/path/to/python3 another Python.

SHELL := /bin/sh
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

PORT ?= 8080
PYTHON ?=
# the day the pins are resolved for; move it and run `make pins` to update them
PINS_DATE := 2026-11-20

VENV := .venv/bin
CODE := $(wildcard src tests scripts benchmarks setup.py)
PROSE = $(wildcard *.md setup.py) $(shell find $(wildcard docs news scripts src) -name '*.md' -o -name '*.py')
TEMPLATES = $(shell find src -name '*.pt')
# run a script of ours with a Python that will do, or stop with one sentence
WITH_PYTHON = python=$$(scripts/find_python.sh $(PYTHON)) && "$$python"

# a module's tests stay together: its site is made once
TEST := bin/test --numprocesses=auto --dist=loadfile --no-loadscope-reorder

.PHONY: help
help: ## list the targets
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## /{printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.PHONY: start
start: ## install, create the demo site the first time, start it and say where it is
	@$(WITH_PYTHON) scripts/start.py start $(PORT)

.PHONY: stop
stop: ## stop the site
	@$(WITH_PYTHON) scripts/start.py stop

.PHONY: fg
fg: ## the same as start, but in this terminal and in debug mode
	@$(WITH_PYTHON) scripts/start.py fg $(PORT)

.PHONY: install
install: ## install the pinned packages and make the instance, without starting it
	@$(WITH_PYTHON) scripts/install.py

.PHONY: letters
letters: install ## take in the letters that the demo site sends, and show them in this terminal
	@echo "Letters show here, within a minute. Stop with Ctrl+C."
	@$(VENV)/python -m aiosmtpd -n -l localhost:8025

.PHONY: test
test: install ## install, run all tests with their coverage, then all checks
	@echo "Tests: unit, integration and functional, with their coverage"
	@status=0; \
	$(TEST) -m "not unmeasured" \
	  --cov=gastvrij --cov-branch --cov-report=term --cov-fail-under=95 || status=$$?; \
	echo "Tests: the browser, and all that is measured elsewhere"; \
	$(TEST) -m unmeasured || status=$$?; \
	exit $$status
	@$(MAKE) check

.PHONY: coverage
coverage: install ## run the measured tests and write what they cover to htmlcov/
	@$(TEST) -m "not unmeasured" \
	  --cov=gastvrij --cov-branch --cov-report=html

.PHONY: check
check: install ## run all checks of code, translations, words and packaging
	@echo "ruff: lint"
	@$(VENV)/ruff check --quiet $(CODE)
	@echo "ruff: format"
	@$(VENV)/ruff format --check --quiet $(CODE)
	@echo "zpretty: templates, ZCML and profiles"
	@$(VENV)/zpretty --check src profiles
	@echo "mypy: types"
	@$(VENV)/mypy --no-error-summary
	@echo "import-linter: the rooms"
	@$(VENV)/lint-imports --no-logo > var/import-linter.log || { cat var/import-linter.log; exit 1; }
	@echo "i18ndude: untranslated text in templates"
	@$(VENV)/i18ndude find-untranslated -n $(TEMPLATES)
	@echo "translations: in step with the code and complete"
	@$(VENV)/python scripts/translations.py check
	@echo "codespell: English prose"
	@$(VENV)/codespell $(PROSE)
	@echo "pyroma: package metadata"
	@$(VENV)/pyroma --min 10 --quiet --skip-tests "AuthorEmail Url" .
	@echo "check-python-versions: the same Pythons everywhere"
	@$(VENV)/check-python-versions --expect 3.11-3.13 . > /dev/null
	@echo "towncrier: news fragments"
	@$(VENV)/towncrier build --draft > /dev/null
	@echo "All checks passed."

.PHONY: format
format: install ## write code, templates and profiles in the house's layout
	@$(VENV)/ruff check --fix-only $(CODE)
	@$(VENV)/ruff format $(CODE)
	@$(VENV)/zpretty --inplace src profiles

.PHONY: i18n
i18n: install ## bring the translation files in step with the code
	@$(VENV)/python scripts/translations.py update

.PHONY: demo
demo: install ## write the running site's content back into profiles/demo
	@$(VENV)/python scripts/start.py demo

.PHONY: bench
bench: install ## measure how fast the directory is, beside Wagtail and bare waitress
	@$(VENV)/python benchmarks/bench.py

.PHONY: pins
pins: install ## resolve requirements.in into constraints.txt and versions.cfg
	@$(VENV)/uv pip compile --quiet --universal --python-version 3.11 \
	  --fork-strategy fewest --no-annotate --no-header --upgrade \
	  --exclude-newer $(PINS_DATE) requirements.in -o var/resolved.txt
	@$(VENV)/python scripts/pins.py requirements.in var/resolved.txt constraints.txt versions.cfg
	@echo "constraints.txt and versions.cfg hold what is pinned now."

.PHONY: wheel
wheel: install ## build the wheel into dist/
	@rm -rf build
	@$(VENV)/python -m build --wheel --no-isolation

.PHONY: clean
clean: ## remove what builds and tests left behind; keeps .venv, the instance and var/
	@rm -rf build dist htmlcov coverage.xml .coverage .coverage.* src/*.egg-info
	@rm -rf .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	@find src tests scripts -name __pycache__ -prune -exec rm -rf {} +
	@find src -name '*.mo' -delete
