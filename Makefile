# Two commands do everything on a fresh machine: `make demo` and `make test`.
PYTHON ?= python3
VENV ?= .venv
RUN = $(VENV)/bin/

.PHONY: demo test lint setup soak bench clean
.DEFAULT_GOAL := demo

demo: setup ## Set up, then check and build the worked examples
	$(RUN)convenant check
	$(RUN)convenant build --output build
	@echo
	@echo "Open one of these:" && ls build/*

test: setup-test ## Set up, then run every test
	$(RUN)ruff check .
	$(RUN)ruff format --check .
	$(RUN)mypy
	$(RUN)lint-imports
	$(RUN)pytest -n auto --dist loadfile

setup: $(VENV)/convenant.stamp
setup-test: $(VENV)/convenant-test.stamp

$(VENV)/convenant.stamp: pyproject.toml hatch_build.py $(wildcard pipeline/convenant/locale/*/LC_MESSAGES/*.po)
	$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or later is needed" if sys.version_info < (3, 11) else 0)'
	test -x $(RUN)python || $(PYTHON) -m venv $(VENV)
	$(RUN)python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/convenant-test.stamp: $(VENV)/convenant.stamp
	$(RUN)python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	touch $@

soak: setup-test ## Try 300 random edits of a text in redlines, judged by LibreOffice too
	CONVENANT_SCRIPTS=300 $(RUN)pytest -q tests/unit/diff/test_document.py tests/documents/test_redline.py

bench: setup-test ## Measure against the floor and against peers
	$(RUN)python -m benchmarks

clean: ## Remove what was built
	rm -rf build dist
