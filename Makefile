# One command each. `make run` needs Python 3.11 or newer and nothing else; it makes the rest.

.POSIX:
PYTHON = python3
PORT = 8000
DATA = .data
N = 10000
TESTS = tests
PARTS =
IN_ENV = .venv/bin/python

.PHONY: help run test lint format bench load lock css messages clean env libraries test-libraries

help:
	@echo 'make run [PORT=8000] [DATA=.data]   start the whole portal and print its address'
	@echo 'make test [TESTS=tests/...]         the whole suite, or a part of it'
	@echo 'make lint                           the linters alone; make format does what they ask'
	@echo 'make bench [PARTS=sitting]          the tables of speed, or some: speed rush sitting volume press'
	@echo 'make load [N=10000]                 add that many applications for measurements'
	@echo 'make lock css messages              exact versions, style sheets, catalogues'
	@echo 'make clean [DATA=.data]             delete the data folder, its database and the environment'

run: libraries
	@exec $(IN_ENV) -m recruitment.run --port '$(PORT)' --data '$(DATA)'

test: test-libraries
	@exec $(IN_ENV) -m pytest -n 2 --dist loadgroup $(TESTS)

lint: env
	@exec $(IN_ENV) -m tests.linters

format: env
	$(IN_ENV) -m ruff check --fix .
	$(IN_ENV) -m ruff format .
	-find templates -name '*.html' -exec .venv/bin/djade --target-version 5.2 {} +

bench: env
	@exec $(IN_ENV) -m recruitment.bench $(PARTS)

load: env
	@PORTAL_DATA='$(DATA)' exec $(IN_ENV) manage.py load '$(N)'

# The lock carries a hash for each file and no index address, so that it installs from whatever index is configured.
lock:
	@command -v uv >/dev/null || { echo 'make lock needs uv: pip install uv' >&2; exit 1; }
	cd requirements && uv pip compile --quiet --generate-hashes --no-emit-index-url --no-header --python-version 3.11 base.in -o base.txt
	cd requirements && uv pip compile --quiet --generate-hashes --no-emit-index-url --no-header --python-version 3.11 -c base.txt dev.in -o dev.txt

css: env
	$(IN_ENV) recruitment/core/styles/build.py

messages: env
	$(IN_ENV) manage.py collect_messages
	$(IN_ENV) manage.py compile_messages

clean:
	@if [ -x $(IN_ENV) ]; then $(IN_ENV) -m recruitment.embedded '$(DATA)/test' '$(DATA)'; fi
	rm -rf .venv .cache .pytest_cache .mypy_cache .ruff_cache .import_linter_cache

libraries: env
	@$(IN_ENV) -m recruitment.run.libraries

test-libraries: env
	@$(IN_ENV) -m recruitment.run.libraries --tests

# The environment is made again only when the lock changed: a copy of the lock stands in it.
env:
	@if cmp -s requirements/dev.txt .venv/lock && $(IN_ENV) -c ''; then exit 0; fi; \
	set -e; \
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo 'The portal needs Python 3.11 or newer: make PYTHON=/path/to/python3.11 ...' >&2; exit 1; }; \
	echo 'Making the environment in .venv (first start, or the lock changed)'; \
	if command -v uv >/dev/null 2>&1; then \
	  $(IN_ENV) -c '' 2>/dev/null || uv venv --quiet --clear --no-python-downloads --python '$(PYTHON)' .venv; \
	  uv pip sync --quiet --python $(IN_ENV) --require-hashes requirements/dev.txt; \
	else \
	  if ! $(PYTHON) -c 'import venv, ensurepip' 2>/dev/null; then \
	    package=$$($(PYTHON) -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'); \
	    if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	      apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install --yes --no-install-recommends "$$package"; \
	    else \
	      echo "Please install this first: sudo apt-get install $$package" >&2; exit 1; \
	    fi; \
	  fi; \
	  $(IN_ENV) -c '' 2>/dev/null || $(PYTHON) -m venv --clear .venv; \
	  $(IN_ENV) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt; \
	fi; \
	cp requirements/dev.txt .venv/lock
