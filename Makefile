# Everything from a bare machine with Python 3.11 or newer and make.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
# What reports need; what tests need; any other extra has a stamp of its kind, too.
INSTALLED = $(VENV)/.installed
DEVELOPING = $(VENV)/.installed-dev
LAB = $(VENV)/.installed-lab
PDF = $(VENV)/.installed-pdf
ifeq ($(CONDA_DEFAULT_ENV),compare-regions)  # environment.yml has installed everything
VENV = $(CONDA_PREFIX)
INSTALLED =
DEVELOPING =
LAB =
PDF =
endif
# Extras of pyproject.toml that `make reports` is not whole without, and that are small.
REPORTS_NEED = docx
QUICK = tests/ledger tests/wording tests/comparisons/test_rules.py $(addprefix tests/test_,$(addsuffix .py,\
	docs errors glyphs imports mirror project reasons relations))
UV = $(BIN)/python -m uv --quiet
COMPILE = $(UV) pip compile --universal --generate-hashes --no-emit-index-url \
	--no-emit-find-links --no-header --python-version 3.11

# Compiled once, not by every process: importing what a report needs takes a quarter of the time.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help reports test quick lab build docx pdf scan cluster docs bench lock clean

help:  ## list these commands
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/'

reports: build  ## build the data, make every report of reports/reports.yml and reports/index.html
	$(BIN)/compare-regions report
	$(BIN)/compare-regions charts

# Two workers on two processors, and tables that are small.
test: export POLARS_MAX_THREADS = 1
test: $(DEVELOPING)  ## lint, types, the direction of imports and all tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/pytest

quick: $(DEVELOPING)  ## in less than a minute: lint, imports and the tests that draw and start nothing
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports --no-logo
	$(BIN)/pytest $(QUICK)

# Opened by its address: a path alone would hide all folders but its own.
FIRST = /lab/tree/notebooks/00-one-figure.ipynb
lab: build $(LAB)  ## open the notebooks in JupyterLab
	$(BIN)/jupyter lab --ServerApp.root_dir="$(CURDIR)" --LabApp.default_url=$(FIRST)

build: $(INSTALLED)  ## build data/curated from data/raw
	$(BIN)/compare-regions build

docx: build  ## make every report as DOCX, too
	$(BIN)/compare-regions report --formats docx

pdf: build $(PDF)  ## install Typst, and make every report as PDF, too
	$(BIN)/compare-regions report --formats pdf

scan: $(VENV)/.installed-scan  ## install what scans of PDF, DOCX and HTML need

cluster: $(VENV)/.installed-cluster  ## install what reports on other machines need

docs: build $(DEVELOPING)  ## write lib/docs anew, and the reference of the API into build/api
	$(BIN)/python lib/docs/make.py

bench: build  ## print what comparisons, commands, reports and scans take, what a kill leaves, what a scan finds, what random rows do
	$(BIN)/python tests/benchmarks/speed.py
	$(BIN)/python tests/benchmarks/cold.py
	$(BIN)/python tests/benchmarks/own_tables.py
	$(BIN)/python tests/benchmarks/boundary.py
	$(BIN)/python tests/benchmarks/batch.py
	$(BIN)/python tests/benchmarks/kills.py 100
	$(BIN)/python tests/benchmarks/scan_recall.py
	$(BIN)/python tests/benchmarks/scan_bounds.py
	$(BIN)/pytest --hypothesis-profile=thorough -m hypothesis

lock: $(DEVELOPING)  ## write both locks anew: newest versions that fit, without addresses
	$(COMPILE) --upgrade --extra dev --output-file requirements-dev.lock pyproject.toml
	$(COMPILE) $(REPORTS_NEED:%=--extra %) --constraint requirements-dev.lock \
		--output-file requirements.lock pyproject.toml

clean:  ## remove what was built, keep the environment
	rm -rf data/curated/compare.duckdb* data/curated/.[!.]* .*_cache .hypothesis build
	find reports -mindepth 1 ! -name reports.yml -delete

# uv, as requirements-dev.lock pins it, installs the rest in seconds.
$(VENV)/.uv: requirements-dev.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo 'Python 3.11 or newer is needed: make PYTHON=python3.12'; exit 1; }
	$(PYTHON) -m venv $(VENV)
	sed -n '/^uv==/,/^ *# via/p' requirements-dev.lock > $@-pin
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $@-pin
	@touch $@

$(INSTALLED): requirements.lock pyproject.toml | $(VENV)/.uv
	$(UV) pip install --require-hashes -r requirements.lock
	$(UV) pip install --no-deps --build-constraints requirements-dev.lock -e .
	@# the fonts of pictures, cut once per machine: half a minute of work
	@for style in Regular Bold; do \
		$(BIN)/python -c "from compare.charts.fonts import static_font; static_font('$$style')" & \
	done; wait
	@touch $@

$(VENV)/.installed-%: requirements-dev.lock $(INSTALLED)
	$(UV) pip install --constraint requirements-dev.lock -r pyproject.toml --extra $*
	@touch $@
