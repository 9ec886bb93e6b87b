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

writeLines(c("[", paste0(lines, c(rep(",", length(lines) - 1), "")), "]"), "r.json")
cat(length(lines), "cases\n")
