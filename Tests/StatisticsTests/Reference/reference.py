"""Makes data.csv and python.json: reference values of numpy, scipy, statsmodels and mpmath.

Each case is computed by evaluating the very expression that is stored as its call. Run
    pip install numpy scipy statsmodels mpmath
    python reference.py
in this directory; then reference.R for the values of R.
"""

import json

import mpmath as mp
import numpy as np
import scipy
import scipy.stats as st
import statsmodels
import statsmodels.api as sm
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.weightstats import DescrStatsW

mp.mp.dps = 40
VERSIONS = {
    "mpmath": "mpmath " + mp.__version__,
    "numpy": "numpy " + np.__version__,
    "scipy": "scipy " + scipy.__version__,
    "statsmodels": "statsmodels " + statsmodels.__version__,
}

# Data: 80 people, rounded pay with ties, one very rich; no real person.
rng = np.random.default_rng(20240501)
n = 80
school = rng.integers(8, 21, n)
experience = rng.integers(0, 40, n)
industry = rng.integers(0, 4, n)
group = rng.integers(0, 2, n)
stratum = np.repeat([0, 1, 2, 3], 20)
cluster = np.arange(n) // 4
level = 9.4 + 0.07 * school + 0.03 * experience - 0.0005 * experience**2
level = level + np.array([0, 0.15, -0.1, 0.05])[industry] - 0.12 * group
pay = np.round(np.exp(level + rng.normal(0, 0.35, n) + 0.1 * rng.normal(0, 1, 20)[cluster]) / 500) * 500
pay[17] = 612000
frequency = rng.integers(1, 9, n)
weight = np.round(rng.lognormal(4, 0.8, n), 3)
replicates = np.round(weight[:, None] * rng.lognormal(0, 0.2, (n, 8)), 3)
names = "pay,frequency,weight,stratum,cluster,industry,group,school,experience".split(",")
with open("data.csv", "w") as file:
    extra = [f"replicate{k}" for k in range(8)]
    file.write(",".join(names + extra) + "\n")
    for i in range(n):
        row = [f"{pay[i]:.0f}", frequency[i], f"{weight[i]:.3f}", stratum[i], cluster[i]]
        row += [industry[i], group[i], school[i], experience[i]]
        row += [f"{x:.3f}" for x in replicates[i]]
        file.write(",".join(str(x) for x in row) + "\n")

logpay = np.log(pay)
a, b = pay[group == 0], pay[group == 1]
by_industry = [pay[industry == k] for k in range(4)]
CASES = []


def case(estimator, arguments, program, call, tolerance=None):
    value = eval(call)
    if np.ndim(value) > 0:
        value = [float(x) for x in value]
    else:
        value = float(value)
    entry = dict(estimator=estimator, arguments=arguments, value=value)
    entry.update(program=VERSIONS[program], call=call)
    if tolerance:
        entry["tolerance"] = tolerance
    CASES.append(entry)


def root(f, low, high):
    low, high = mp.mpf(low), mp.mpf(high)
    falling = f(low) > 0
    assert (f(high) > 0) != falling
    for _ in range(90):
        middle = (low + high) / 2
        low, high = (low, middle) if (f(middle) > 0) != falling else (middle, high)
    return low


def t_cdf(t, df):
    t, df = mp.mpf(t), mp.mpf(df)
    tail = mp.betainc(df / 2, 0.5, 0, df / (df + t * t), regularized=True) / 2
    return tail if t < 0 else 1 - tail


def nct_upper(t, df, d):
    t, df, d = mp.mpf(t), mp.mpf(df), mp.mpf(d)
    c = 1 / (2 ** (df / 2 - 1) * mp.gamma(df / 2))
    f = lambda s: mp.ncdf(d - t * s / mp.sqrt(df)) * c * s ** (df - 1) * mp.exp(-s * s / 2)
    m = mp.sqrt(df)
    return mp.quad(f, [0, m / 2, m, m + 2, m + 5, m + 12, mp.inf])


# Distribution functions (mpmath, 40 digits)
for z in (-30, -8.5, -3, -1.2345, -1e-9, 0, 0.5, 2, 6):
    case("normal.cdf", [0, 1, z], "mpmath", f"mp.ncdf(mp.mpf({z}))")
for p in (1e-300, 1e-20, 0.001, 0.025, 0.3, 0.5, 0.9, 0.999999):
    case("normal.quantile", [0, 1, p], "mpmath",
         f"-mp.sqrt(2) * mp.erfinv(1 - 2 * mp.mpf({p}))" if p > 1e-10 else
         f"root(lambda z: mp.log(mp.ncdf(z) / mp.mpf({p})), -{38 if p < 1e-100 else 10}, -{36 if p < 1e-100 else 9})")
for df, t in ((1, -3), (2, 0.7), (4.5, 2.1), (30, -1.96), (200, 5), (0.5, 2), (3, -60)):
    case("student.cdf", [df, t], "mpmath", f"t_cdf({t}, {df})")
for df, p in ((1, 0.9), (3.7, 0.975), (79, 0.995), (12, 0.01)):
    case("student.quantile", [df, p], "mpmath", f"root(lambda t: t_cdf(t, {df}) - mp.mpf({p}), {'-4, -1' if p < 0.5 else '0.5, 6'})")
for df, x in ((1, 0.5), (3, 7.8), (10, 2.5), (50, 90), (2.5, 60)):
    case("chisquared.upper", [df, x], "mpmath", f"mp.gammainc(mp.mpf({df}) / 2, mp.mpf({x}) / 2, mp.inf, regularized=True)")
for d1, d2, x in ((3, 10, 2.5), (1, 1, 0.3), (7.5, 33.3, 4), (40, 60, 0.6)):
    case("fisher.upper", [d1, d2, x], "mpmath",
         f"mp.betainc(mp.mpf({d2}) / 2, mp.mpf({d1}) / 2, 0, {d2} / ({d2} + mp.mpf({d1}) * mp.mpf({x})), regularized=True)")
for al, be, x in ((2, 3, 0.4), (0.5, 0.5, 0.1), (30, 5.5, 0.9)):
    case("beta.cdf", [al, be, x], "mpmath", f"mp.betainc({al}, {be}, 0, mp.mpf({x}), regularized=True)")
for al, be, p in ((2, 3, 0.4), (8.2, 71.9, 0.025), (30, 5.5, 0.975)):
    case("beta.quantile", [al, be, p], "mpmath",
         f"root(lambda x: mp.betainc({al}, {be}, 0, x, regularized=True) - mp.mpf({p}), {0.03 if be > 50 else 0.2}, {0.2 if be > 50 else 0.99})")
for sh, sc, x in ((2, 3, 5), (0.3, 1, 0.01), (8.16, 0.12, 1.5), (120, 2, 300)):
    case("gamma.cdf", [sh, sc, x], "mpmath", f"mp.gammainc(mp.mpf({sh}), 0, mp.mpf({x}) / mp.mpf({sc}), regularized=True)")
for sh, sc, p in ((2, 3, 0.9), (8.16, 0.12, 0.1), (0.3, 1, 0.5)):
    case("gamma.quantile", [sh, sc, p], "mpmath",
         f"mp.mpf({sc}) * root(lambda x: mp.gammainc(mp.mpf({sh}), 0, x, regularized=True) - mp.mpf({p}), {0.01 if sh < 1 else sh / 4}, {sh * 3})")
for df, d, t in ((10, 1, 2), (5.5, -0.7, 0.3), (60, 3, 2.2), (20, 2.5, 6)):
    case("noncentral.upper", [df, d, t], "mpmath", f"nct_upper({t}, {df}, {d})", 1e-11)
for k, mu, s, c in ((1, 0, 0.35, 1.2), (2, -0.1, 0.5, 0.8), (0, 1, 1, 2), (3, 0.2, 0.3, 1.7)):
    case("lognormal.partial", [mu, s, k, c], "mpmath",
         f"mp.quad(lambda z: mp.exp({k} * (mp.mpf({mu}) + mp.mpf({s}) * z)) * mp.npdf(z), [-mp.inf, -8, -4, 0, (mp.log(mp.mpf({c})) - mp.mpf({mu})) / mp.mpf({s})])", 1e-12)
for k, m, s, c in ((1, 1, 0.1, 0.95), (2, 0.5, 2, 1), (3, 1, 0.4, 1.3)):
    case("normal.partial", [m, s, k, c], "mpmath",
         f"mp.quad(lambda z: (mp.mpf({m}) + mp.mpf({s}) * z) ** {k} * mp.npdf(z), [-mp.inf, -8, -4, -1, (mp.mpf({c}) - mp.mpf({m})) / mp.mpf({s})])", 1e-12)
for k, sh, sc, c in ((1, 8.16, 0.12, 1), (2, 2, 3, 10)):
    case("gamma.partial", [sh, sc, k, c], "mpmath",
         f"mp.quad(lambda x: x ** {k} * x ** (mp.mpf({sh}) - 1) * mp.exp(-x / mp.mpf({sc})) / mp.gamma(mp.mpf({sh})) / mp.mpf({sc}) ** mp.mpf({sh}), [0, {c} / 4, {c} / 2, {c}])", 1e-12)
for m, s, k, c in ((0.9, 0.5, 1, 1.1), (0.2, 0.6, 2, 0.9)):
    case("truncated.partial", [m, s, k, c], "mpmath",
         f"mp.quad(lambda x: x ** {k} * mp.npdf(x, mp.mpf({m}), mp.mpf({s})), [0, {c} / 2, {c}]) / mp.ncdf(mp.mpf({m}) / mp.mpf({s}))", 1e-12)
for m, s in ((0.9, 0.5), (-1, 0.8)):
    case("truncated.variance", [m, s], "scipy", f"st.truncnorm(-({m}) / {s}, np.inf, {m}, {s}).var()", 1e-9)

# Moments
case("mean", [], "numpy", "pay.mean()")
case("variance", [], "numpy", "pay.var(ddof=1)")
case("mean.se", [], "scipy", "st.sem(pay)")
case("mean.interval", [0.95], "scipy", "st.t.interval(0.95, 79, pay.mean(), st.sem(pay))")
case("mean.interval", [0.9], "scipy", "st.t.interval(0.9, 79, pay.mean(), st.sem(pay))")
case("geometric", [], "scipy", "st.gmean(pay)")
case("trimmed", [0.1], "scipy", "st.trim_mean(pay, 0.1)")
case("trimmed", [0.23], "scipy", "st.trim_mean(pay, 0.23)")
case("skewness", [], "scipy", "st.skew(pay)")
case("frequency.mean", [], "statsmodels", "DescrStatsW(pay, frequency, ddof=1).mean")
case("frequency.variance", [], "statsmodels", "DescrStatsW(pay, frequency, ddof=1).var")
case("frequency.mean.se", [], "numpy", "np.std(np.repeat(pay, frequency), ddof=1) / np.sqrt(frequency.sum())")
case("frequency.mean.interval", [0.95], "statsmodels", "DescrStatsW(pay, frequency).tconfint_mean(0.05)")
case("reliability.mean.se", [], "statsmodels", "sm.WLS(pay, np.ones(n), weights=weight).fit().bse[0]")
case("reliability.variance", [], "numpy", "np.cov(pay, aweights=weight)")
case("kish", [], "numpy", "weight.sum() ** 2 / (weight ** 2).sum()")

# Quantiles
METHODS = ["inverted_cdf", "averaged_inverted_cdf", "closest_observation", "interpolated_inverted_cdf",
           "hazen", "weibull", "linear", "median_unbiased", "normal_unbiased"]
for k, method in enumerate(METHODS):
    for p in (0, 0.1, 0.25, 0.5, 0.9, 1):
        case("quantile", [k + 1, p], "numpy", f"np.quantile(pay, {p}, method='{method}')")
    case("frequency.quantile", [k + 1, 0.25], "numpy",
         f"np.quantile(np.repeat(pay, frequency), 0.25, method='{method}')")
    case("frequency.quantile", [k + 1, 0.9], "numpy",
         f"np.quantile(np.repeat(pay, frequency), 0.9, method='{method}')")
for p in (0.1, 0.25, 0.5, 0.75, 0.9):
    case("sampling.quantile", [1, p], "numpy", f"np.quantile(pay, {p}, weights=weight, method='inverted_cdf')")
    case("sampling.quantile", [2, p], "statsmodels", f"DescrStatsW(pay, weight).quantile({p}, return_pandas=False)[0]")
    case("frequency.as.sampling.quantile", [2, p], "statsmodels",
         f"DescrStatsW(pay, frequency).quantile({p}, return_pandas=False)[0]")
for x in (30000, 50000.5, 77000):
    case("rank", [x], "scipy", f"st.percentileofscore(pay, {x}, 'mean') / 100")

with open("python.json", "w") as file:
    file.write("[\n" + ",\n".join(json.dumps(c) for c in CASES) + "\n]\n")
print(len(CASES), "cases")
