# Makes r.json: reference values of R and its packages. Run after reference.py, in this directory:
#   apt-get install r-base-core r-cran-boot r-cran-survey r-cran-quantreg r-cran-sandwich
#   Rscript reference.R
# Each case is computed by evaluating the very expression that is stored as its call.

suppressMessages({
  library(survey)
  library(boot)
  library(quantreg)
  library(sandwich)
})
options(digits = 17, survey.lonely.psu = "fail")

d <- read.csv("data.csv")
attach(d)
version <- function(package) {
  if (package == "stats") paste("R", getRversion())
  else paste0("R ", getRversion(), ", ", package, " ", packageVersion(package))
}

lines <- character(0)
number <- function(x) formatC(x, digits = 17, format = "g")
# Scientific notation of R is that of JSON.
case <- function(estimator, arguments, package, call, tolerance = NULL) {
  value <- unname(as.numeric(eval(parse(text = call), globalenv())))
  value <- if (length(value) == 1) number(value) else paste0("[", paste(number(value), collapse = ", "), "]")
  lines[length(lines) + 1] <<- paste0(
    "{\"estimator\": \"", estimator, "\", \"arguments\": [", paste(number(arguments), collapse = ", "),
    "], \"value\": ", value, ", \"program\": \"", version(package), "\", \"call\": \"",
    gsub("\"", "\\\\\"", call), "\"",
    if (!is.null(tolerance)) paste0(", \"tolerance\": ", number(tolerance)), "}")
}

simple <- svydesign(ids = ~1, weights = ~weight, data = d)
clustered <- svydesign(ids = ~cluster, weights = ~weight, data = d)
stratified <- svydesign(ids = ~cluster, strata = ~stratum, weights = ~weight, data = d)
lonely <- svydesign(ids = ~cluster, strata = ~lonely, weights = ~weight,
                    data = transform(d, lonely = ifelse(cluster == 7, 9, stratum)))

# Means of sampling designs
case("sampling.mean", c(), "survey", "coef(svymean(~pay, simple))")
case("sampling.mean.se", c(), "survey", "SE(svymean(~pay, simple))")
case("sampling.mean.interval", 0.95, "survey", "confint(svymean(~pay, simple), df = degf(simple))")
case("clustered.mean.se", c(), "survey", "SE(svymean(~pay, clustered))")
case("clustered.mean.df", c(), "survey", "degf(clustered)")
case("stratified.mean.se", c(), "survey", "SE(svymean(~pay, stratified))")
case("stratified.mean.df", c(), "survey", "degf(stratified)")
case("stratified.mean.interval", 0.9, "survey", "confint(svymean(~pay, stratified), level = 0.9, df = degf(stratified))")
case("lonely.adjust.mean.se", c(), "survey", "{options(survey.lonely.psu = 'adjust'); SE(svymean(~pay, lonely))}")
case("lonely.certainty.mean.se", c(), "survey", "{options(survey.lonely.psu = 'certainty'); SE(svymean(~pay, lonely))}")
options(survey.lonely.psu = "fail")

# Quantiles
rules <- c("hf1", "hf2", "hf4", "hf5", "hf6", "hf7", "hf8", "hf9")
for (rule in rules) for (p in c(0.1, 0.5, 0.9)) case(
  "sampling.quantile", c(as.integer(substr(rule, 3, 3)), p), "survey",
  sprintf("survey:::qrule_%s(pay, weight, %s)", rule, p))
for (type in 1:9) case("quantile", c(type, 0.3), "stats", sprintf("quantile(pay, 0.3, type = %d)", type))
for (type in 1:9) case("frequency.quantile", c(type, 0.35), "stats",
  sprintf("quantile(rep(pay, frequency), 0.35, type = %d)", type))

# Intervals of shares
share.estimate <- function(design, x, type, level) {
  r <- svyciprop(as.formula(paste0("~I(as.numeric(pay <= ", x, "))")), design, method = type, level = level, df = degf(design))
  c(as.numeric(r), attr(r, "ci"))
}
types <- c("mean", "xlogit", "asin", "beta")
for (k in 1:4) {
  case("stratified.share", c(k, 50000, 0.95), "survey", sprintf("share.estimate(stratified, 50000, '%s', 0.95)", types[k]))
  case("sampling.share", c(k, 30000, 0.9), "survey", sprintf("share.estimate(simple, 30000, '%s', 0.9)", types[k]))
}

# Replicate weights
sets <- as.matrix(d[, paste0("replicate", 0:7)])
replicate.se <- function(...) as.numeric(SE(svymean(~pay, svrepdesign(data = d, weights = weight, repweights = sets, combined.weights = TRUE, mse = TRUE, ...))))
case("replicates.se", 1, "survey", "replicate.se(type = 'BRR')")
case("replicates.se", 2, "survey", "replicate.se(type = 'Fay', rho = 0.3)")
case("replicates.se", 3, "survey", "replicate.se(type = 'JK1', scale = 7 / 8, rscales = rep(1, 8))")
case("replicates.se", 4, "survey", "replicate.se(type = 'bootstrap', scale = 1 / 8, rscales = rep(1, 8))")
case("replicates.se", 5, "survey", "replicate.se(type = 'ACS')")
case("replicates.se", 6, "survey", "replicate.se(type = 'other', scale = 1, rscales = (1:8) / 10)")

# Comparisons
few <- weight[group == 0][1:15] - 20
more <- weight[group == 1][1:12]
large <- weight[group == 0] * 1.1
both <- list(large, weight[group == 1])
case("welch", 0.95, "stats", "with(t.test(log(pay) ~ group), c(statistic, parameter, p.value, conf.int))")
case("mannwhitney.exact", c(), "stats", "unlist(wilcox.test(few, more, exact = TRUE)[c('statistic', 'p.value')])")
case("mannwhitney.exact.large", c(), "stats", "unlist(wilcox.test(both[[1]], both[[2]], exact = TRUE)[c('statistic', 'p.value')])")
case("mannwhitney.normal", c(), "stats", "unlist(wilcox.test(pay ~ group, exact = FALSE, correct = TRUE)[c('statistic', 'p.value')])")
case("kruskal", c(), "stats", "unlist(kruskal.test(pay, industry)[c('statistic', 'p.value')])")
P <- c(0.2, 0.001, 0.001, 0.04, 1, 0.7)
case("holm", P, "stats", "p.adjust(P, 'holm')")
case("bh", P, "stats", "p.adjust(P, 'BH')")

# Bandwidths
case("bandwidth.silverman", c(), "stats", "bw.nrd0(log(pay))")
case("bandwidth.sheatherjones", c(), "stats", "bw.SJ(log(pay), nb = 60000, tol = 1e-12)", 1e-4)

# Regressions
model <- lm(log(pay) ~ school + experience + I(experience^2) + factor(industry))
weighted <- update(model, weights = weight)
estimates <- function(fit, v = vcov(fit)) c(coef(fit), sqrt(diag(v)))
case("ols", c(), "stats", "estimates(model)", 1e-10)
case("ols.hc1", c(), "sandwich", "estimates(model, vcovHC(model, 'HC1'))", 1e-10)
case("ols.hc3", c(), "sandwich", "estimates(model, vcovHC(model, 'HC3'))", 1e-10)
case("ols.cluster", c(), "sandwich", "estimates(model, vcovCL(model, cluster = cluster, type = 'HC1'))", 1e-10)
case("wls.hc3", c(), "sandwich", "estimates(weighted, vcovHC(weighted, 'HC3'))", 1e-10)

# Quantile regressions
for (p in c(0.1, 0.25, 0.45, 0.9)) {
  case("quantreg", p, "quantreg",
    sprintf("{f <- rq(log(pay) ~ school + experience + I(experience^2) + factor(industry), tau = %s, method = 'br'); c(coef(f), f$rho)}", p), 1e-9)
  case("weighted.quantreg", p, "quantreg",
    sprintf("coef(rq(log(pay) ~ school + experience, tau = %s, weights = weight, method = 'br'))", p), 1e-9)
}

# At the median several planes are optimal; only the loss is comparable.
case("quantreg.objective", 0.5, "quantreg",
  "suppressWarnings(rq(log(pay) ~ school + experience + I(experience^2) + factor(industry), tau = 0.5, method = 'br')$rho)", 1e-11)

writeLines(c("[", paste0(lines, c(rep(",", length(lines) - 1), "")), "]"), "r.json")
cat(length(lines), "cases\n")
