# `make app` opens the boards, `make test` runs the tests; both build .venv first where it is missing or out of date.

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
    "$$p" -c 'import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
PORT ?= 8501
# A folder of abstracts (see CONTRIBUTING.md) for the tests and checks that need real text; without it they skip.
CORPUS ?= $(LEADERBOARD_CORPUS)
# The processes that run the tests.
JOBS ?= auto

BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
SOURCE := leaderboard tests benchmarks app.py hatch_build.py
export LEADERBOARD_CORPUS := $(CORPUS)

.PHONY: app test lint check bench figures screenshots lock clean help

app: .venv/.app ## serve the boards on PORT (8501) and open the browser where there is one
	$(BIN)/leaderboard app --port $(PORT)

test: .venv/.dev ## run every test; CORPUS=DIR adds those that need real abstracts
	$(BIN)/python -m pytest -n $(JOBS) --dist worksteal $(ARGS)

lint: .venv/.dev ## style, format and types
	$(BIN)/ruff check $(SOURCE)
	$(BIN)/ruff format --check $(SOURCE)
	$(BIN)/mypy --strict

check: .venv/.app ## accuracy on the golden set; CORPUS=DIR adds the annotated papers
	$(BIN)/leaderboard check $(ARGS)

bench: .venv/.dev ## accuracy, speed, memory and scale, on record for the README; needs CORPUS=DIR
	$(BIN)/python -m benchmarks $(ARGS)

figures: .venv/.dev ## put the recorded figures into the README
	$(BIN)/python -m benchmarks.readme

screenshots: .venv/.dev ## take the pictures in docs/ again
	$(BIN)/python -m benchmarks.screenshots

lock: .venv/.dev ## pin every dependency anew
	$(PIP) install uv
	$(BIN)/uv pip compile pyproject.toml --group build --output-file requirements.lock $(LOCK)
	$(BIN)/uv pip compile pyproject.toml --group dev --constraint requirements.lock --output-file requirements-dev.lock $(LOCK)
LOCK := --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-annotate --no-emit-index-url \
    --custom-compile-command "make lock"

clean: ## remove .venv and what tools left behind
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .benchmarks

help: ## list these targets
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 14

.venv/.app: pyproject.toml requirements.lock
	@test -n "$(PYTHON)" || { echo "Needs Python 3.11 or newer with venv (Debian: apt install python3-venv)." >&2; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(PIP) install --require-hashes -r requirements.lock
	$(PIP) install --no-deps --no-build-isolation --editable .
	touch $@

.venv/.dev: .venv/.app requirements-dev.lock
	$(PIP) install --require-hashes -r requirements-dev.lock
	touch $@
