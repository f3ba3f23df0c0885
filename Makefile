# `make assessment` and `make test` set up what they need; when nothing has changed since, at once.

EDITION ?= north-west-leicestershire/2011-12
PYTHON ?= python3

EDITIONS := $(filter-out layouts/% %/partnership,$(patsubst config/%.yaml,%,$(wildcard config/*/*.yaml)))
BIN := $(if $(filter Windows_NT,$(OS)),.venv/Scripts,.venv/bin)
CLEAN := .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis psa_report.egg-info
UV := uv==0.13.8
COMPILE := pip compile --quiet --universal --fork-strategy fewest --python-version 3.11 \
  --generate-hashes --no-emit-index-url --custom-compile-command "make lock" \
  $(if $(UPGRADE),--upgrade) --group build

export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_NO_INPUT := 1
export PIP_PROGRESS_BAR := off
ifneq ($(shell test -d "$$HOME" -a -w "$$HOME" && echo writable),writable)
export PIP_NO_CACHE_DIR := 1
endif

help: ## say what can be made
	@sed -n 's/^\([a-z]*\):.*## /  make \1 — /p' Makefile

assessment: .venv/.assessment ## build an edition: EDITION=charnwood/2023-24 names another one
	$(BIN)/psa build config/$(EDITION).yaml

test: .venv/.test ## check the style, the types and the behaviour
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest --numprocesses auto --dist loadfile --no-loadscope-reorder

figures: .venv/.test ## write anew what the tests hold the figures to; read each line of the difference
	$(foreach name,$(EDITIONS),$(BIN)/psa build config/$(name).yaml &&) true
	$(BIN)/python -m tests.golden
	$(BIN)/python -m tests.published

bench: .venv/.test ## measure what parts of a build cost, as ratios side by side
	$(BIN)/python -m bench.maps
	$(BIN)/python -m bench.first_edition
	$(BIN)/python -m bench.prose

lock: ## write the locks anew after a change to pyproject.toml: UPGRADE=1 takes newer versions
	@set -e; $(FIND_PYTHON); tools=$$(mktemp -d); trap 'rm -rf "$$tools"' EXIT; \
	"$$python" -m venv "$$tools"; uv="$$tools/$(notdir $(BIN))/uv"; \
	"$$tools/$(notdir $(BIN))/python" -m pip install -qq $(UV); \
	"$$uv" $(COMPILE) pyproject.toml -o requirements.lock; \
	"$$uv" $(COMPILE) --group dev -c requirements.lock pyproject.toml -o requirements-dev.lock

clean: ## remove the virtual environment, the caches and everything in build/ but its README
	rm -rf $(CLEAN)
	find build -mindepth 1 ! -path build/README.md -delete

.PHONY: help assessment test figures bench lock clean

# The locks hold for these versions: a later one has no ready-made packages yet.
FIND_PYTHON = python=; \
	for name in "$(PYTHON)" python3.14 python3.13 python3.12 python3.11; do \
	  if "$$name" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 15))' 2>/dev/null; \
	  then python=$$name; break; fi; \
	done; \
	if [ -z "$$python" ]; then \
	  echo "Python 3.11, 3.12, 3.13 or 3.14 is needed and none was found:" \
	    "install one, or name it with PYTHON=/path/to/python3.12." >&2; \
	  exit 1; \
	fi

# $(call SET_UP,the lock,what else the system must have)
define SET_UP
	@set -e; $(FIND_PYTHON); \
	for purpose in venv pdf $(2); do "$$python" .ci/system.py $$purpose; done; \
	$(BIN)/python -m pip --version >/dev/null 2>&1 || "$$python" -m venv --clear .venv; \
	echo "Installing the packages of $(1) into .venv"; \
	$(BIN)/python -m pip install -qq --require-hashes -r $(1); \
	$(BIN)/python -m pip install -qq --no-deps --no-build-isolation -e .
endef

.venv/.assessment: requirements.lock pyproject.toml .ci/system.py
	$(call SET_UP,requirements.lock,)
	@touch $@

.venv/.test: requirements-dev.lock requirements.lock pyproject.toml .ci/system.py
	$(call SET_UP,requirements-dev.lock,tests)
	@touch .venv/.assessment $@
