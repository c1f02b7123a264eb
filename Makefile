# Everything runs in .venv, which is made on first use.
#   make run      the service on http://127.0.0.1:8000 (PORT=8123 make run for another port)
#   make test     all tests, with a real Redis, a real PostgreSQL and real browsers
#   make check    lint, types, import contracts, container files, for the service and the extension
#   make bench    how long an assessment takes, as ratios
#   make bench-desk            the desk with a million verified articles (9 GB, 15 minutes): docs/desk-performance.md
#   make pages PAGES=FOLDER    extraction and badges on real pages that you have (tests/evaluation/pages.py)
#   make evaluate DATA=FOLDER  how often scores are right, on labelled articles that you have: docs/evaluation.md
#   make fit DATA=FOLDER       the scorecard's points and the signals' track records, from the same articles
#   make test-pages PAGES=FOLDER   the extension on these pages, and whether the service says the same
#   make extension            extension/dist: the extension for Chrome and Firefox, and a zip of each
#   make lock     renew the pinned requirements from pyproject.toml

PYTHON ?= python3
# More than the cores of a small machine: some of the time goes by in waiting for browsers and databases.
TEST_PROCESSES ?= 4
BIN := .venv/bin
# Node comes with the test requirements: Debian's own is too old.
NPM := PATH="$(CURDIR)/$(BIN):$$PATH" npm --prefix extension
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.PHONY: run test check bench bench-desk golden pages evaluate fit test-pages extension lock clean

run: .venv/service
	@exec $(BIN)/python -m server serve

test: extension
	@.ci/need redis-server=redis-server postgresql=psql chromium=chromium firefox-esr=firefox-esr
	@$(NPM) test --silent
	$(BIN)/python -m pytest --numprocesses $(TEST_PROCESSES) --dist loadgroup --no-loadscope-reorder

check: extension
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/shellcheck .ci/need .ci/run
	$(BIN)/hadolint server/Dockerfile
	$(NPM) run check --silent
	$(BIN)/check-jsonschema --builtin-schema vendor.compose-spec docker-compose.yml

bench: .venv/tests
	PYTHONPATH=. $(BIN)/python tests/benchmarks/bench_engine.py

# ARGS may hold --assessments and --domains: another size writes no document. TMPDIR is where there is room.
bench-desk: .venv/tests
	@.ci/need postgresql=psql
	PYTHONPATH=. $(BIN)/python tests/benchmarks/bench_desk.py $(ARGS)

# Writes the golden results anew. Read the difference before you commit it.
golden: .venv/tests
	PYTHONPATH=. $(BIN)/python tests/golden/renew.py

pages: .venv/tests
	PYTHONPATH=. $(BIN)/python tests/evaluation/pages.py $(PAGES)

# ARGS may hold --renew, or --loosen "why" (tests/evaluation/evaluate.py).
evaluate: .venv/tests
	PYTHONPATH=. $(BIN)/python tests/evaluation/evaluate.py $(DATA) $(ARGS)

# Writes server/measured.py anew. Move the ruleset on and run make golden and make evaluate afterwards.
fit: .venv/tests
	PATH="$(CURDIR)/$(BIN):$$PATH" PYTHONPATH=. $(BIN)/python tests/evaluation/fit.py $(DATA)

extension: extension/node_modules/.ready
	@$(NPM) run build --silent

test-pages: extension
	@.ci/need chromium=chromium
	PYTHONPATH=. $(BIN)/python tests/extension/real_pages.py $(PAGES)

lock: .venv/tests
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate \
	  --custom-compile-command 'make lock' pyproject.toml --output-file requirements.txt
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate \
	  --custom-compile-command 'make lock' --extra test pyproject.toml --output-file tests/requirements.txt

clean:
	rm -rf .venv extension/node_modules extension/dist

.venv/python:
	@.ci/need python3-venv
	$(PYTHON) -m venv .venv
	@touch $@

.venv/service: .venv/python requirements.txt
	$(BIN)/pip install --quiet --require-hashes --requirement requirements.txt
	@touch $@

.venv/tests: .venv/service tests/requirements.txt
	$(BIN)/pip install --quiet --require-hashes --requirement tests/requirements.txt
	@touch $@

extension/node_modules/.ready: .venv/tests extension/package-lock.json
	$(NPM) ci --silent
	@touch $@
