# OnTarget. `make help` lists the targets; .ci/run runs what they run.

SWIFT ?= swift
PREFIX ?= /usr/local
DESTDIR ?=
# Without the names of its functions the command is a third as large.
STRIP ?= -s
# Debian's packages put the functions of zsh elsewhere than people do.
ZSH_FUNCTIONS ?= site-functions

installed = $(DESTDIR)$(PREFIX)
completions = share/bash-completion/completions/ontarget share/zsh/$(ZSH_FUNCTIONS)/_ontarget \
	share/fish/vendor_completions.d/ontarget.fish

ontarget = .build/release/ontarget
DOCUMENTED = Amounts Answers CareerAnswers CSVReading Findings GapReporting LedgerAnswers LedgerFiles \
	MarketAnswers MarketFiles MarketPricing OnTarget PayAnswers PayLedger PayPlans Phrases PlanFiles Regulations Reporting Reports SalaryData \
	Simulation Statistics Tables
FUZZERS = csv-fuzz deals-fuzz notebook-fuzz plan-fuzz roster-fuzz salary-fuzz workbook-fuzz
# Named one by one, because the nested packages have build folders of their own.
SOURCES = Package.swift Plugins Sources Tests Snippets Benchmarks/Package.swift Benchmarks/Sources \
	Fuzz/Package.swift Fuzz/Sources

.PHONY: help
help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' Makefile

.PHONY: setup
setup: ## install the C libraries that are missing (needs root or sudo)
	@Scripts/install-libraries

.PHONY: build
build: setup ## build the command in release: .build/release/ontarget
	SWIFT="$(SWIFT)" Scripts/build-release ontarget

.PHONY: page-engine
page-engine: ## compile the engine of `ontarget page` for WebAssembly, where the toolchain can
	@Scripts/build-page-engine || [ $$? = 3 ]

.PHONY: report
report: build ## write the salary report, and every other report that has a recipe in reports/
	for recipe in reports/*.yaml; do \
	  $(ontarget) report $$recipe --output $${recipe%.yaml}.md || exit 1; \
	done
	$(ontarget) report reports/account-executive-2021-05.yaml --locale de \
	  --output reports/account-executive-2021-05.de.md

.PHONY: notebooks
notebooks: build ## run the notebooks and write their outputs
	$(ontarget) notebook run $(wildcard notebooks-md/*-*.md)

.PHONY: test
test: setup page-engine ## build and run every test
	SWIFT="$(SWIFT)" Scripts/test

.PHONY: python-test
python-test: build ## test the Python package, the page about other tools and the assistants' server
	Scripts/test-python

.PHONY: spark-test
spark-test: build ## test the package for Apache Spark on a cluster of two worker processes (needs Java 17)
	Scripts/test-spark

.PHONY: lint
lint: ## check the formatting of the sources
	$(SWIFT) format lint --strict --recursive $(SOURCES)

.PHONY: format
format: ## format the sources in place
	$(SWIFT) format format --in-place --recursive $(SOURCES)

.PHONY: bench
bench: setup ## run the benchmarks (see Benchmarks/README.md)
	Benchmarks/run-commands
	Benchmarks/run
	Benchmarks/run-simulation
	Benchmarks/run-statistics

.PHONY: coverage
coverage: setup ## count how often intervals hold, and write docs/coverage.md (some minutes)
	cd Benchmarks && $(SWIFT) build -c release --product coverage-table
	Benchmarks/.build/release/coverage-table > docs/coverage.md.new
	mv docs/coverage.md.new docs/coverage.md

.PHONY: mutants
mutants: setup ## change the code in COUNT small ways and count what tests notice (SEED, IN)
	nice Scripts/mutants --seed $(or $(SEED),1) --count $(or $(COUNT),200) \
	  $(or $(IN),Sources/Amounts Sources/PayPlans/Curve Sources/PayPlans/Engine \
	  $(wildcard $(addprefix Sources/PayPlans/Rules/*/*,+Curve.swift +Paying.swift)))

.PHONY: soak
soak: build ## live COUNT years of companies in a ledger (100,000), and kill its verbs a thousand times
	SWIFT="$(SWIFT)" Scripts/build-release ledger-soak
	.build/release/ledger-soak $(or $(COUNT),100000)
	Scripts/kill-ledger $(or $(KILLS),1000)

.PHONY: docs
docs: setup ## write the reference and articles as a website into .build/documentation
	ONTARGET_DOCS=1 $(SWIFT) package --allow-writing-to-directory .build/documentation \
	  generate-documentation --enable-experimental-combined-documentation --warnings-as-errors \
	  $(addprefix --target ,$(DOCUMENTED)) --output-path .build/documentation
	@echo 'Serve it, such as with: python3 -m http.server --directory .build/documentation'

.PHONY: fuzz
fuzz: setup ## run each fuzzer for SECONDS (default 60)
	for target in $(FUZZERS); do Fuzz/run $$target $(or $(SECONDS),60) || exit 1; done

.PHONY: install
install: build page-engine install-files ## install the command, its datasets, manual and completions under PREFIX (default /usr/local)

# Without a build, for what is packed as well. Recipes and notebooks name files of the datasets beside them, as in a
# checkout.
.PHONY: install-files
install-files:
	install -d $(addprefix $(installed)/,bin share/man/man1 share/doc/ontarget/docs $(dir $(completions)))
	rm -rf $(installed)/share/ontarget
	install -d $(installed)/share/ontarget
	install $(STRIP) -m 755 $(ontarget) $(installed)/bin/ontarget
	cp -R datasets $(installed)/share/ontarget/
	for engine in page offers statement; do \
	  for form in wasm wasm.lzma; do \
	    file=.build/page-engine/$$engine.$$form; \
	    if [ -e $$file ]; then \
	      install -m 644 $$file $(installed)/share/ontarget/$$engine-engine.$$form; \
	    fi; \
	  done; \
	done
	Scripts/manual-page $(ontarget) > $(installed)/share/man/man1/ontarget.1
	$(ontarget) --generate-completion-script bash > $(installed)/$(word 1,$(completions))
	$(ontarget) --generate-completion-script zsh > $(installed)/$(word 2,$(completions))
	$(ontarget) --generate-completion-script fish > $(installed)/$(word 3,$(completions))
	install -m 644 README.md CHANGELOG.md LICENSE $(installed)/share/doc/ontarget
	install -m 644 docs/*.md docs/*.json $(installed)/share/doc/ontarget/docs
	cp -R reports notebooks-md $(installed)/share/doc/ontarget/
	ln -sfn ../../ontarget/datasets $(installed)/share/doc/ontarget/datasets

.PHONY: uninstall
uninstall: ## remove what install has put under PREFIX
	rm -rf $(addprefix $(installed)/share/,ontarget doc/ontarget)
	rm -f $(addprefix $(installed)/,bin/ontarget share/man/man1/ontarget.1 $(completions))

.PHONY: dist
dist: build page-engine ## pack a release that needs no Swift: dist/*.tar.gz, a .deb on Debian, a Python wheel
	Scripts/make-dist $(ontarget)
	Scripts/make-wheel $(ontarget)

.PHONY: clean
clean: ## remove what was built
	$(SWIFT) package clean
