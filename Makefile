# Everything from a bare machine with Python 3.11 or newer and make.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
INSTALLED = $(VENV)/.installed

.PHONY: help reports test lab build bench lock clean

help:  ## list these commands
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/'

reports: build  ## build the data, make every report of reports/reports.yml and reports/index.html
	$(BIN)/compare-regions report
	$(BIN)/compare-regions charts

test: $(INSTALLED)  ## lint, types, the direction of imports and all tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/pytest

lab: build  ## open the notebooks in JupyterLab
	$(BIN)/jupyter lab notebooks/00-one-figure.ipynb

build: $(INSTALLED)  ## build data/curated from data/raw
	$(BIN)/compare-regions build

bench: build  ## print what comparisons, reports and scans take, what a kill leaves, what a scan finds, what random rows do
	$(BIN)/python tests/benchmarks/speed.py
	$(BIN)/python tests/benchmarks/own_tables.py
	$(BIN)/python tests/benchmarks/boundary.py
	$(BIN)/python tests/benchmarks/batch.py
	$(BIN)/python tests/benchmarks/kills.py 100
	$(BIN)/python tests/benchmarks/scan_recall.py
	$(BIN)/python tests/benchmarks/scan_bounds.py
	$(BIN)/pytest --hypothesis-profile=thorough -m hypothesis

lock: $(INSTALLED)  ## write requirements.lock anew: newest versions that fit, without addresses
	$(BIN)/uv pip compile --universal --generate-hashes --upgrade --no-emit-index-url \
		--no-emit-find-links --no-header --quiet --python-version 3.11 --extra dev \
		--output-file requirements.lock pyproject.toml

clean:  ## remove what was built, keep the environment
	rm -rf data/curated/compare.duckdb* data/curated/.[!.]* .*_cache .hypothesis build
	find reports -mindepth 1 ! -name reports.yml -delete

$(INSTALLED): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo 'Python 3.11 or newer is needed: make PYTHON=python3.12'; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	$(BIN)/python -c 'from compare.charts.fonts import register_fonts; register_fonts()'
	@touch $@
