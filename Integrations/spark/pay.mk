# Pays deals in parts, as many at a time as make is told, and merges them.
#
#   ontarget split plan.yaml deals.csv --roster roster.csv --into 16 --folder parts
#   make -j8 -f pay.mk PLAN=plan.yaml STARTS=2021-01-01 OPTIONS="--rates rates.csv" reps.csv
#
# What is there is not paid again: after an interruption the same call goes on.
PARTS ?= parts
TABLE ?= reps
numbers := $(shell awk -F, 'NR > 1 { print $$1 }' $(PARTS)/parts.csv)
paid := $(numbers:%=$(PARTS)/%/$(TABLE).csv)
rows = $(shell awk -F, '$$1 == "$*" { print $$3 }' $(PARTS)/parts.csv)
mapping := $(addprefix --mapping ,$(wildcard $(PARTS)/mapping.csv))
given = $(foreach kind,roster scores adjustments,$(if \
	$(wildcard $(PARTS)/$*/$(kind).csv),--$(kind) $(PARTS)/$*/$(kind).csv))

$(TABLE).csv: $(paid)
	awk 'NR == 1 || FNR > 1' $(paid) > $@.partial && mv $@.partial $@

$(PARTS)/%/$(TABLE).csv: $(PARTS)/%/deals.csv
	ontarget pay $(PLAN) $< $(given) $(mapping) $(OPTIONS) \
	  --starts $(STARTS) --expect-rows $(rows) --table $(TABLE) --format csv --output $@
