# Every target sets up what it needs in .venv, from Python 3.11 or later, make and pip alone.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV ?= .venv
SCRIPTS := $(if $(filter Windows_NT,$(OS)),Scripts,bin)
BIN := $(VENV)/$(SCRIPTS)
PYTEST_FLAGS ?=
BENCH_FLAGS ?=

# Python and pytest keep what they have compiled.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help setup demo test test-pythons test-faults test-kill test-collections test-properties test-blackbox test-tables test-whole test-hostile fuzz lint wheel readme test-cluster bench-startup bench-reading bench-search bench-match bench-scale bench-columns check-search check-match clean

help: ## list the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 20

PIP = $(BIN)/python -m pip install --quiet --disable-pip-version-check

# pip is installed by the pip of $(PYTHON), which is faster than venv and gives the version that the groups below need.
$(VENV)/pip:
	$(PYTHON) -m venv --without-pip $(VENV)
	$(PYTHON) -m pip --python $(VENV) install --quiet --disable-pip-version-check --no-compile 'pip>=25.1' \
	    || $(PYTHON) -m venv --upgrade-deps $(VENV)
	@touch $@

# Bytecode is written at once: without it the first search takes several times as long.
$(VENV)/run: $(VENV)/pip pyproject.toml
	$(PIP) --editable .
	$(BIN)/python -m compileall -q src
	@touch $@

# Only the tests' packages, and their bytecode only where it is used: a first `make test` ends sooner.
$(VENV)/test: $(VENV)/pip pyproject.toml
	$(PIP) --no-compile --editable . --group test
	@touch $@

$(VENV)/dev: $(VENV)/run
	$(PIP) --group dev
	@touch $@

setup: $(VENV)/dev ## set up everything for development

demo: $(VENV)/run ## a search, a category and a CSV export, on the bundled list
	$(BIN)/awardcli search 爱上海 -f table
	$(BIN)/awardcli list-by-category 单项奖 -f table
	@mkdir -p build/demo
	$(BIN)/awardcli export build/demo/awards.csv --force
	head -n 4 build/demo/awards.csv
	@printf '\nTry next:  $(BIN)/awardcli 老潘咖啡店\n           $(BIN)/awardcli help\nInstall:   pipx install .\n'

test: $(VENV)/test ## all tests
	$(BIN)/python -m pytest -q -n auto --dist worksteal $(PYTEST_FLAGS)

PYTHONS ?= python3.11 python3.12 python3.13 python3.14

test-pythons: ## all tests on every Python from 3.11 to 3.14 that is installed here
	@for python in $(PYTHONS); do \
	    $$python -c "" 2>/dev/null || { echo "$$python is not installed: passed over"; continue; }; \
	    echo "$$($$python --version)"; \
	    $(MAKE) --no-print-directory test PYTHON="$$python" VENV="build/pythons/$$(basename "$$python")" || exit 1; \
	done

# The long runs: what the tests sample, in full. PYTEST_FLAGS="-n 2" shares one among two cores.
test-faults: $(VENV)/test ## refuse every call that writes a file, and fill the disk at every 512 bytes
	TEST_WHOLE=1 $(BIN)/python -m pytest -q -rP tests/test_faults.py $(PYTEST_FLAGS)

test-kill: $(VENV)/test ## end awardcli by each signal at 300 moments
	TEST_WHOLE=1 $(BIN)/python -m pytest -q -rP tests/test_kills.py $(PYTEST_FLAGS)

test-collections: $(VENV)/test ## 12 imports at once, 20 rounds, and 10,000 damaged collections
	TEST_WHOLE=1 $(BIN)/python -m pytest -q tests/test_together.py $(PYTEST_FLAGS)

test-properties: $(VENV)/test ## a thousand examples of everything that must hold for any text
	TEST_WHOLE=1 $(BIN)/python -m pytest -q -m hypothesis $(PYTEST_FLAGS)

test-blackbox: $(VENV)/test ## every command in every circumstance
	TEST_WHOLE=1 $(BIN)/python -m pytest -q tests/test_blackbox.py $(PYTEST_FLAGS)

test-tables: $(VENV)/dev ## make the tables of readings and look-alikes again, and compare (half a minute)
	TEST_WHOLE=1 $(BIN)/python -m pytest -q -rs tests/test_tables.py $(PYTEST_FLAGS)

WHOLE = $(addprefix tests/test_, \
    checking.py::test_the_schema_and_we_agree_on_any_value_of_a_field \
    completion.py::test_a_hostile_name_reaches_awardcli_unchanged \
    completion.py::test_a_tab_completes_the_word_or_shows_the_names_with_their_counts \
    docs.py::test_every_command_prints_what_the_page_shows \
    index.py::test_every_bench_query_is_answered_by_the_index_as_by_the_scan \
    index.py::test_many_hits_come_in_the_order_of_a_scan \
    language.py::test_phrases_side_by_side_are_read_as_pypinyin_reads_them \
    matching.py::test_the_index_loses_nothing_that_comparing_every_title_finds \
    page.py::test_nothing_is_cut_off_at_any_width \
    questions.py \
    readers.py::test_too_many_empty_cells_beside_a_list_are_refused \
    search_properties.py::test_a_title_finds_itself_first_by_its_text_its_pinyin_and_its_traditional_form \
    stats.py::test_bars_fit_the_screen_and_stand_in_the_proportion_of_the_counts \
    steering.py::test_no_heading_of_a_list_steers_a_terminal_wherever_it_is_shown_or_typed \
    steering.py::test_nothing_in_the_data_steers_a_terminal_and_all_of_it_is_shown \
    steering.py::test_nothing_that_was_typed_steers_a_terminal \
    writer.py::test_an_interrupt_at_any_instruction_leaves_the_old_file_or_the_new_one)

test-whole: $(VENV)/test ## every case of the tests that otherwise try a sample; those of Hypothesis: make test-properties
	TEST_WHOLE=1 $(BIN)/python -m pytest -q $(WHOLE) $(PYTEST_FLAGS)

test-hostile: $(VENV)/test ## hundreds of bad and hostile files through every command, each within 10 s and 400 MiB (minutes)
	PYTHONPATH=tests $(BIN)/python -m hostile

$(VENV)/fuzz: $(VENV)/run
	$(PIP) --group fuzz
	@touch $@

FUZZ_RUNS ?= 1000000
FUZZ_SECONDS ?= 0

fuzz: $(VENV)/fuzz ## make up input for the readers, the sanitiser and search, FUZZ_RUNS times each (1,000,000)
	PYTHONPATH=tests $(BIN)/python -m fuzz $(FUZZ_RUNS) $(FUZZ_SECONDS)

$(VENV)/cluster: $(VENV)/run
	$(PIP) --group cluster
	@touch $@

test-cluster: $(VENV)/cluster ## run docs/dask.md on a local cluster, and compare with awardcli match
	$(BIN)/python -m tools.check_dask_page

lint: $(VENV)/dev ## ruff and mypy
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

.PHONY: tables
tables: $(VENV)/dev ## make the tables of readings and look-alikes again (needs the fonts Noto Sans and Serif CJK)
	$(BIN)/python tools/make_language_tables.py
	$(BIN)/python tools/make_look_alikes.py

.PHONY: picture
picture: $(VENV)/dev ## draw the pictures of the browser in the READMEs
	$(BIN)/python -m tools.make_picture

wheel: $(VENV)/run ## build the wheel, and search with it from a new environment and another folder
	rm -rf build/wheel
	$(BIN)/python -m pip wheel --quiet --disable-pip-version-check --no-deps --wheel-dir build/wheel .
	$(PYTHON) -m venv build/wheel/venv
	build/wheel/venv/$(SCRIPTS)/python -m pip install --quiet --disable-pip-version-check build/wheel/*.whl
	cd / && "$(CURDIR)/build/wheel/venv/$(SCRIPTS)/awardcli" search 爱上海 -c title,organization --header none \
	    | grep -qx "$$(printf '爱上海的理由\t文汇报社')"
	cd / && "$(CURDIR)/build/wheel/venv/$(SCRIPTS)/awardcli" export - --format html | grep -q '</html>'
	@echo "the wheel answers from its own data"

readme: $(VENV)/dev ## write the real output into the READMEs and the pages of docs/
	$(BIN)/python tools/refresh_readme.py

bench-startup: $(VENV)/run ## the start-up against `import typer`, by CPU time, as ratios of medians
	$(BIN)/python -m bench.startup

# The peers in Python come with the development tools; without npm the others are left out, and the table says so.
NPM_PEERS := fuse.js@7 minisearch@7 pinyin-pro@3 pinyin-match@1

bench-reading: $(VENV)/run ## how long LIST takes to answer a search, against the checkout OTHER, by CPU time
	$(BIN)/python -m bench.reading $(LIST) $(OTHER)

bench-search: $(VENV)/dev ## how well search finds and keeps silent, by kind of query and beside its peers
	@mkdir -p build/bench-search/node
	-npm install --prefix build/bench-search/node --no-save --no-package-lock --no-audit --no-fund --loglevel=error \
	    $(NPM_PEERS)
	$(BIN)/python -m bench.search.run --misses

check-search: $(VENV)/run ## fail where search is below its bar
	$(BIN)/python -m bench.search.run --only-ours --check

check-match: $(VENV)/run ## fail where match is below its bar, on lines judged by eye
	$(BIN)/python -m bench.match.gold --misses --check
	$(BIN)/python -m bench.match.forms --misses --check

bench-match: $(VENV)/run ## the speed of match, beside comparing every line with every title
	$(PIP) --group bench
	$(BIN)/python -m bench.match.speed $(BENCH_FLAGS)

# The list is made from a package of Chinese poetry, of which this version is what the figures were measured with.
build/bench-scale/package:
	@mkdir -p build/bench-scale
	cd build/bench-scale && npm pack --silent chinese-poetry@2.0.1 && tar xzf chinese-poetry-2.0.1.tgz

bench-scale: $(VENV)/dev build/bench-scale/package ## from a thousand titles to a million, beside other tools; writes docs/scale.*
	$(PIP) --group bench
	$(BIN)/python -m bench.scale.run build/bench-scale/package --write $(BENCH_FLAGS)

bench-columns: $(VENV)/dev build/bench-scale/package ## the same of a list with five further columns: its import, and its searches
	$(BIN)/python -m bench.scale.columns build/bench-scale/package $(BENCH_FLAGS)

clean: ## remove what the other targets made
	rm -rf .venv build dist .coverage* .pytest_cache .mypy_cache .ruff_cache .hypothesis
