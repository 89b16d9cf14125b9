# Python 3.11 or later and make are all that must be there. PYTHON=… chooses the Python.

SHELL := /bin/bash
ifeq ($(OS),Windows_NT)
  SHELL := bash
  BIN := .venv/Scripts
else
  BIN := .venv/bin
endif
PY := $(BIN)/python
CODE := src tests .ci
SET_UP := pyproject.toml requirements-build.txt .ci/set-up

.PHONY: run test check check-form check-types check-layers check-catalogues bench quality catalogues pins clean
.DEFAULT_GOAL := run

run: .venv/.ready-to-run  ## the window; without a display, the demo
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$(OS)" = Windows_NT ] || [ "$$(uname -s)" = Darwin ]; then \
	  $(PY) -m workbench; \
	else \
	  echo "No display here, so the demo runs instead of the window; it writes to build/demo."; \
	  $(PY) -m workbench demo --out build/demo; \
	fi

test: .venv/.ready-to-test  ## every test, without a display; as many at once as there are cores (JOBS=1: one)
	@QT_QPA_PLATFORM=offscreen $(PY) -m pytest --numprocesses=$(or $(JOBS),auto) --dist=loadfile

check: check-form check-types check-layers check-catalogues  ## `make -k check` goes on after a failure

check-form: .venv/.ready-to-test
	$(BIN)/ruff check $(CODE)
	$(BIN)/ruff format --check $(CODE)

check-types: .venv/.ready-to-test
	$(BIN)/mypy
	$(BIN)/mypy .ci/catalogues.py

check-layers: .venv/.ready-to-test
	$(BIN)/lint-imports

check-catalogues: .venv/.ready-to-test
	$(PY) .ci/catalogues.py check

bench: .venv/.ready-to-test  ## times of the main operations, kept in build/bench.json (ONLY=sources: those named so)
	@mkdir -p build
	@QT_QPA_PLATFORM=offscreen $(PY) -m pytest -o addopts="--strict-markers --strict-config --import-mode=importlib" \
	  tests/bench --benchmark-only --benchmark-json=build/bench.json $(if $(ONLY),-k "$(ONLY)")

quality: .venv/.ready-to-test  ## false alarms and seeded faults: checks of translations, spelling (DATA=folder of parallel-ntrex)
	@PYTHONPATH=src $(PY) tests/bench/measure_checks.py $(if $(DATA),--data $(DATA))
	@PYTHONPATH=src $(PY) tests/bench/measure_spelling.py $(if $(DATA),--data $(DATA))

catalogues: .venv/.ready-to-test  ## bring the catalogues up to date with the code, and compile them
	$(PY) .ci/catalogues.py update

pins: .venv/.ready-to-test  ## pin the packages anew after a change in pyproject.toml (PIN=--upgrade: newer ones)
	.ci/pins $(PY) $(PIN)

clean:  ## remove everything that make made
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .benchmarks
	find src tests .ci locales \( -name __pycache__ -o -name '*.mo' \) -prune -exec rm -rf {} +

.venv/.ready-to-run: requirements.txt $(SET_UP)
	@.ci/set-up run
	@touch $@

.venv/.ready-to-test: requirements-dev.txt $(SET_UP)
	@.ci/set-up dev
	@touch $@ .venv/.ready-to-run
