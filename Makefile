# Everything a newcomer needs: `make demo`, `make test`. Everything a contributor needs: `make check`, `make bench`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.ready
DEMO := .demo

.PHONY: demo test check lint types imports bench bench-reading clean
.DEFAULT_GOAL := help

help:  ## show this list
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(STAMP): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit("Shuttle needs Python 3.11 or newer; this is " + sys.version.split()[0] + ". Try: make PYTHON=python3.11") if sys.version_info < (3, 11) else None'
	@echo "Setting up $(VENV) (once) ..."
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@$(BIN)/python -m tools.vendor_htmx || true
	@touch $@

demo: $(STAMP)  ## read examples/, keep them in a ledger, print the brief of Korea and Japan
	@rm -rf $(DEMO) && mkdir -p $(DEMO)
	@$(BIN)/shuttle add --ledger $(DEMO)/shuttle.db examples/
	@$(BIN)/shuttle brief --ledger $(DEMO)/shuttle.db KOR JPN
	@echo; echo "The ledger is $(DEMO)/shuttle.db. Go on with: $(BIN)/shuttle meetings --ledger $(DEMO)/shuttle.db KOR JPN"

test: $(STAMP)  ## run all tests
	@$(BIN)/python -m pytest -n auto

lint: $(STAMP)  ## style and likely bugs
	@$(BIN)/ruff check . && $(BIN)/ruff format --check .

types: $(STAMP)  ## strict types
	@$(BIN)/mypy

imports: $(STAMP)  ## the rooms' one-way imports
	@$(BIN)/lint-imports

check: lint types imports test  ## all of these

bench: $(STAMP)  ## how fast reading is and how the ledger grows (to DOCUMENTS=10000), as ratios taken in one run
	@$(BIN)/python -m tools.bench $(if $(DOCUMENTS),--documents $(DOCUMENTS))

bench-reading: $(STAMP)  ## how well reading is on public sets that lie in SETS=folder, sets/ or ../shared/data
	@$(BIN)/python -m tools.bench_reading $(if $(SETS),--sets $(SETS))

clean:  ## remove what the other targets made
	rm -rf $(VENV) $(DEMO) .mypy_cache .ruff_cache .import_linter_cache build dist
