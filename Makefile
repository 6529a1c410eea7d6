# The project's commands; `make help` lists them. Each prepares what it needs, from a clean checkout and without questions,
# and does nothing twice: what was installed is noted in .venv/.stamp-*.

.DELETE_ON_ERROR:
.NOTPARALLEL:
.SUFFIXES:
.DEFAULT_GOAL := help

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check --no-input
LOCKS := site dev bench lock
# The lock names public files alone, whatever indexes this machine prefers.
UV_ALONE := env -u UV_INDEX -u UV_DEFAULT_INDEX -u UV_INDEX_URL -u UV_EXTRA_INDEX_URL -u UV_FIND_LINKS

# Material announces MkDocs 2 at each start.
export NO_MKDOCS_2_WARNING := 1

.PHONY: help
help:  ## list the commands
	@sed -n 's/^\([a-z]*\):.*  ## /\1\t/p' Makefile | expand -t 10

.PHONY: site
site: $(VENV)/.stamp-site  ## build the published site into site/; with OFFICIAL=DIR, one with the official text into site-official/
	$(if $(OFFICIAL),HANDBOOK_OVERLAY='$(OFFICIAL)' )$(BIN)/mkdocs build --strict

.PHONY: test
test: lint $(VENV)/.stamp-browser  ## lint, type, check the sources and run every test, in the browser too
	$(BIN)/pytest --numprocesses=auto --dist=worksteal

.PHONY: audit
audit: $(VENV)/.stamp-browser  ## what is too long for every change: each page under axe, each damage, each seed; prints a table
	$(BIN)/pytest --numprocesses=auto --dist=worksteal -m audit -p tests.audit

.PHONY: lint
lint: $(VENV)/.stamp-dev  ## format and lint rules, types, `handbook check`, `handbook verify`
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/handbook format --check
	$(BIN)/handbook check
	$(BIN)/handbook verify --unexplained

.PHONY: check
check: test site  ## exactly what CI runs: test, then site

.PHONY: serve
serve: $(VENV)/.stamp-site  ## preview while editing; ONLY=zh for one language alone
	@test -z '$(ONLY)' || test -d 'content/$(ONLY)' || { echo 'make serve: no folder content/$(ONLY)' >&2; exit 2; }
	$(if $(ONLY),HANDBOOK_ONLY=$(ONLY) )$(if $(OFFICIAL),HANDBOOK_OVERLAY='$(OFFICIAL)' )$(BIN)/mkdocs serve

.PHONY: format
format: $(VENV)/.stamp-dev  ## rewrite the Python files as the rules want them
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

.PHONY: bench
bench: $(VENV)/.stamp-bench  ## measure speed and memory against their goals
	@$(BIN)/python -m bench.run

.PHONY: measure
measure: $(VENV)/.stamp-dev  ## measure the importer on damaged texts and write the tables into its README
	$(BIN)/python -m tests.official.importing.tables

.PHONY: lock
lock: $(VENV)/.stamp-lock  ## resolve requirements/*.in into requirements/*.txt; UPGRADE=1 takes newer versions
	cd requirements && for name in $(LOCKS); do \
	    $(UV_ALONE) ../$(BIN)/uv pip compile --quiet --no-config --universal --fork-strategy fewest --python-version 3.11 \
	        --generate-hashes --custom-compile-command 'make lock' $(if $(UPGRADE),--upgrade) \
	        --output-file $$name.txt $$name.in || exit 1; \
	done

.PHONY: clean
clean:  ## remove everything that the other commands made
	rm -rf $(VENV) site site-official build *.egg-info .mypy_cache .pytest_cache .ruff_cache
	find handbook hooks tests bench -name __pycache__ -prune -exec rm -rf {} +

$(VENV)/.stamp-venv: scripts/venv scripts/debian
	scripts/venv $(VENV)
	@touch $@

$(VENV)/.stamp-site: $(VENV)/.stamp-venv requirements/site.txt pyproject.toml
	$(PIP) install --require-hashes -r requirements/site.txt
	$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.stamp-dev: $(VENV)/.stamp-site requirements/dev.txt
	$(PIP) install --require-hashes -r requirements/dev.txt
	@touch $@

$(VENV)/.stamp-browser: $(VENV)/.stamp-dev scripts/browser scripts/debian
	scripts/browser
	@touch $@

# jieba comes as source: built by the setuptools that is installed, not by one fetched for it.
$(VENV)/.stamp-bench: $(VENV)/.stamp-dev requirements/bench.txt
	$(PIP) install --require-hashes --no-build-isolation --use-pep517 -r requirements/bench.txt
	@touch $@

$(VENV)/.stamp-lock: $(VENV)/.stamp-venv requirements/lock.txt
	$(PIP) install --require-hashes -r requirements/lock.txt
	@touch $@
