.DEFAULT_GOAL := help
.PHONY: help serve test listen build package size bench fuzz growth audit fmt clean setup

help: ## list these targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1 \2/p' $(MAKEFILE_LIST) | \
		awk '{ printf "  %s %-7s ", $$1, $$2; $$1 = $$2 = ""; sub(/^ */, ""); print }'

serve: build ## build, and show the demo page on http://localhost:8080/ (PORT and HOST change that)
	@node scripts/serve.mjs

test: ## install what the tests need, build, and run all checks and tests
	@scripts/test

listen: ## the long walk with a screen reader: transcripts in target/screen-reader
	@scripts/setup test
	@scripts/build
	@scripts/listen long

build: ## install what the build needs, and build www/dist
	@scripts/setup build
	@scripts/build

package: build ## build, and make the npm package: target/package/village-charts-VERSION.tgz
	@scripts/package

size: build ## what a page downloads, in bytes; fails above its limits
	@node scripts/size.mjs

bench: ## parse, first paint, hover and resize times in Chromium
	@scripts/setup test
	@scripts/build
	@CHROMIUM="$$(scripts/chromium)" node tests/bench/run.mjs

fuzz: ## look for inputs that break something, for SECONDS (else 600)
	@scripts/setup test
	@scripts/build
	@scripts/fuzz $(SECONDS)

growth: ## how the time of each step grows with a file, up to 300,000 villages; fails where it is more than linear
	@scripts/setup test
	@scripts/build
	@cargo build --quiet --release
	@node tests/bench/growth.mjs

audit: ## ask the databases of advisories for known faults of all dependencies
	@scripts/audit

fmt: ## format all sources
	@scripts/rustfmt
	@scripts/prettier --write

clean: ## delete what was built and installed in this folder (the cache of tools stays)
	rm -rf target node_modules www/dist www/data/portal.json
	rm -f www/index.html www/en.html www/province.html www/portal.html www/portal-en.html www/reference.html

setup: ## install all that is missing to build and test
	@scripts/setup test
