# Everything that a clone needs, in four words: demo, test, lint, bench.
# Each sets up .venv first when it is missing, or when pyproject.toml has changed since.
# Another interpreter: make test PYTHON=python3.12

PYTHON ?= python3
BIN := .venv/bin
BASE := .venv/.base
READY := .venv/.ready
QUIET := --quiet --disable-pip-version-check

.DEFAULT_GOAL := help
.PHONY: bench-reviewers help demo test lint bench bench-gazetteer bench-places bench-times bench-actors bench-attribution bench-figures bench-incidents bench-board bench-keeping bench-exports docs clean

help:
	@echo "make demo    read the sample reports, print the ledger they make, and open the workbench on it"
	@echo "make test    run the tests"
	@echo "make lint    check style, types and the order of the layers"
	@echo "make bench   measure speed, memory and cold start"
	@echo "make bench-gazetteer   measure lookups, and building from a GeoNames dump"
	@echo "make bench-places  measure the placing of names, where sets of placed names are present"
	@echo "make bench-times   measure the tagging of times, where sets of tagged times are present"
	@echo "make bench-actors  measure how many names of armed groups are read as the group meant"
	@echo "make bench-figures  measure the reading of numbers with their units, where sets of such are present"
	@echo "make bench-incidents measure the linking of claims as a ledger grows: time, memory, one more report"
	@echo "make bench-exports   time each form of export on an invented ledger of 10,000 claims"
	@echo "make bench-board   time the questions of the workbench on an invented ledger of 100,000 claims"
	@echo "make bench-keeping  time one more report by the command line in ledgers of 10,000 to 100,000 claims"
	@echo "make bench-pages  measure every page of the workbench over a ledger: make bench-pages LEDGER=war.ledger"
	@echo "make bench-attribution  measure who says what, where a set with sources marked is present"
	@echo "make bench-reviewers  let 20 reviewers judge at once through the server, with a kill -9 in the middle"
	@echo "make docs    rebuild the generated pages in docs/"
	@echo "make clean   remove .venv and what the tools leave behind"

# What the demo needs: dateline and nothing for its development. pip comes from the interpreter that there is, as to
# unpack it anew takes as long as a tenth of all the rest; a newer one, as it goes through the packages twice as fast.
# The index of places is built while the packages are fetched: it needs none but platformdirs.
$(BASE): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "dateline needs Python 3.11 or newer; \"$(PYTHON)\" is $$($(PYTHON) --version 2>/dev/null || echo not there)." >&2; \
	  echo "Name another one: make $(MAKECMDGOALS) PYTHON=/path/to/python3.11" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv --without-pip .venv
	@echo "setting up .venv (once; a few minutes on a slow line)" >&2
	@$(PYTHON) -m pip --python $(BIN)/python install $(QUIET) --upgrade 'pip>=25.1' platformdirs 2>/dev/null \
	  || { $(BIN)/python -m ensurepip >/dev/null && $(BIN)/python -m pip install $(QUIET) --upgrade 'pip>=25.1' platformdirs; }
	@PYTHONPATH=src $(BIN)/python -c 'from dateline.lexicons.gazetteer import prepare; prepare()' 2>/dev/null & \
	  $(BIN)/python -m pip install $(QUIET) --no-compile --editable .; made=$$?; wait; exit $$made
	@touch $@

$(READY): $(BASE)
	@echo "adding what tests and checks need (once)" >&2
	@$(BIN)/python -m pip install $(QUIET) --editable '.[formats,pandas]' --group dev
	@touch $@

# At a terminal it ends in the workbench, which serves until Ctrl-C; where nobody sits, it prints how to open it.
demo: $(BASE)
	@if [ -t 0 ] && [ -t 1 ]; then $(BIN)/dateline demo --out demo-out --serve; \
	else $(BIN)/dateline demo --out demo-out; fi

test: $(READY)
	@$(BIN)/python -m pytest

lint: $(READY)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

bench: $(READY)
	@$(BIN)/python bench/speed.py $(BENCH)

bench-places: $(READY)
	@$(BIN)/python bench/places.py $(BENCH)

bench-times: $(READY)
	@$(BIN)/python bench/times.py $(BENCH)

bench-actors: $(READY)
	@$(BIN)/python bench/actors.py $(BENCH)

bench-figures: $(READY)
	@$(BIN)/python bench/figures.py $(BENCH)

bench-incidents: $(READY)
	@$(BIN)/python bench/incidents.py $(BENCH)

bench-exports: $(READY)
	@$(BIN)/python bench/exports.py $(BENCH)

bench-board: $(READY)
	@$(BIN)/python bench/board.py $(BENCH)

bench-keeping: $(READY)
	@$(BIN)/python bench/keeping.py $(BENCH)

LEDGER ?= dateline.ledger
bench-pages: $(READY)
	@$(BIN)/python bench/pages.py $(LEDGER) $(BENCH)

bench-attribution: $(READY)
	@$(BIN)/python bench/attribution.py $(BENCH)

bench-gazetteer: $(READY)
	@$(BIN)/python bench/gazetteer.py $(BENCH)

bench-reviewers: $(READY)
	@$(BIN)/python bench/reviewers.py $(BENCH)

docs: $(READY)
	@$(BIN)/python tools/build_docs.py

clean:
	rm -rf .venv build dist demo-out .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
