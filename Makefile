# Needs nothing but make and Python 3.11 or newer; everything else is installed into .venv.
# The first of these that runs and is new enough (a shim may be on the path and lead nowhere).
PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && echo $$name && break; done)
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: demo test lint bench fuzz docs clean

demo: $(STAMP) ## check the sample backend and show what is found
	@echo "Checking examples/orders-backend, a small FastAPI backend with typical mistakes."
	@echo "The findings below come from our rules (QK...) and six linters, in one report:"
	@echo
	@$(BIN)/quality-kit check examples/orders-backend --exit-zero
	@echo
	@echo "Without --exit-zero this run would have ended with exit code 1, which fails a commit or a build."
	@echo "Next: $(BIN)/quality-kit explain QK201   or   $(BIN)/quality-kit check PATH/TO/YOUR/PROJECT"

test: $(STAMP) ## run all tests
	$(BIN)/python -m pytest

lint: $(STAMP) ## check this repository with itself
	$(BIN)/quality-kit check

bench: $(STAMP) ## measure speed against flake8, ruff and Fixit on packages from PyPI
	$(BIN)/python -m benchmarks

fuzz: $(STAMP) ## look for input that breaks the reader; long
	$(BIN)/python -m pytest tests/fuzz -n 2 --hypothesis-profile=long

docs: $(STAMP) ## write what is generated: rule pages, README table, JSON schema
	$(BIN)/python -m tests.generated

$(STAMP): pyproject.toml
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed"; exit 1; }
	@echo "Setting up $(VENV) ..."
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --upgrade pip
	@$(BIN)/python -m pip install --quiet --editable . --group dev
	@touch $@

clean:
	rm -rf $(VENV) .quality-kit-cache .mypy_cache .pytest_cache build *.egg-info
