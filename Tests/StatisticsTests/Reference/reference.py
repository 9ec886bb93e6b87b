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
import scipy.integrate
import scipy.optimize
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



def range_upper(q, k, df):
    """By the definition, 20 digits; df None for a known variance."""
    mp.mp.dps = 20
    q = mp.mpf(q)
    inner = lambda w: k * mp.quad(
        lambda z: mp.npdf(z) * (mp.ncdf(z) - mp.ncdf(z - w)) ** (k - 1), [-9, -4, 0, 4, 9])
    if df is None:
        value = 1 - inner(q)
    else:
        nu = mp.mpf(df)
        c = 2 * (nu / 2) ** (nu / 2) / mp.gamma(nu / 2)
        spread = 1 / mp.sqrt(2 * nu)
        value = mp.quad(lambda s: c * s ** (nu - 1) * mp.exp(-nu * s * s / 2) * (1 - inner(q * s)),
                        [max(0, 1 - 9 * spread), max(0.1, 1 - 3 * spread), 1 + 3 * spread, 1 + 12 * spread])
    mp.mp.dps = 40
    return value


for k, df, q in ((3, 10, 3.5), (4, 2, 8), (20, 57.3, 5.1)):
    case("range.upper", [k, df, q], "mpmath", f"range_upper({q}, {k}, {df})", 1e-11)
case("range.normal.upper", [10, 4.5], "mpmath", "range_upper(4.5, 10, None)", 1e-11)
for k, df, p in ((3, 10, 0.95), (8, 25.5, 0.99)):
    case("range.quantile", [k, df, p], "scipy", f"st.studentized_range.ppf({p}, {k}, {df})", 1e-8)

# Moments
case("mean", [], "numpy", "pay.mean()")
case("variance", [], "numpy", "pay.var(ddof=1)")
case("mean.se", [], "scipy", "st.sem(pay)")
case("mean.interval", [0.95], "scipy", "st.t.interval(0.95, 79, pay.mean(), st.sem(pay))")
case("mean.interval", [0.9], "scipy", "st.t.interval(0.9, 79, pay.mean(), st.sem(pay))")
case("skewness", [], "scipy", "st.skew(pay)")
case("frequency.mean", [], "statsmodels", "DescrStatsW(pay, frequency, ddof=1).mean")
case("frequency.variance", [], "statsmodels", "DescrStatsW(pay, frequency, ddof=1).var")
case("frequency.mean.se", [], "numpy", "np.std(np.repeat(pay, frequency), ddof=1) / np.sqrt(frequency.sum())")
case("frequency.mean.interval", [0.95], "statsmodels", "DescrStatsW(pay, frequency).tconfint_mean(0.05)")
case("reliability.mean.se", [], "statsmodels", "sm.WLS(pay, np.ones(n), weights=weight).fit().bse[0]")
case("reliability.variance", [], "numpy", "np.cov(pay, aweights=weight)")

# Intervals of quantiles: those shares of a sample that are to be expected if p of the population lie
# up to the quantile, mapped back at (k - 1/2)/n; for order statistics Hutson's fractional ones.
untied = pay + np.arange(n) / 1000
coarse = np.round(pay / 20000) * 20000


def hazen(x, w, shares):
    order = np.argsort(x)
    middle = np.cumsum(w[order]) - w[order] / 2
    return np.interp(shares, middle / w.sum(), x[order])


def expected_shares(scale, p, count, t):
    """The lowest and the highest expected share, by the error at p, by arcsine or by log odds."""
    if scale == "linear":
        margin = t * np.sqrt(p * (1 - p) / count)
        return [p - margin, p + margin]
    if scale == "arcsine":
        return [np.sin(np.arcsin(np.sqrt(p)) + sign * t / 2 / np.sqrt(count)) ** 2 for sign in (-1, 1)]
    logit = scipy.special.logit

    def excess(u):
        return abs(logit(u) - logit(p)) - t / np.sqrt(count * u * (1 - u))

    # Outwards from p to the first share whose interval leaves p out.
    low = p - np.argmax([excess(p - k / 1000) > 0 for k in range(int(1000 * p))]) / 1000
    high = p + np.argmax([excess(p + k / 1000) > 0 for k in range(int(1000 * (1 - p)))]) / 1000
    return [scipy.optimize.brentq(excess, low, low + 0.001, xtol=1e-15),
            scipy.optimize.brentq(excess, high - 0.001, high, xtol=1e-15)]


def woodruff(scale, p, level):
    shares = expected_shares(scale, p, n, st.norm.ppf((1 + level) / 2))
    return hazen(untied, np.ones(n), shares)


def fractional(x, p, level):
    places = [scipy.optimize.brentq(lambda k: scipy.special.betainc(k, n + 1 - k, p) - chance, 0.01, n + 0.99,
                                    xtol=1e-13) for chance in ((1 + level) / 2, (1 - level) / 2)]
    return np.interp(places, np.arange(1, n + 1), np.sort(x))


def weighted_woodruff(scale, p, level, design):
    """With the effective number of records, from the linearised variance of the share at the quantile."""
    q = np.quantile(untied, p, weights=weight, method="inverted_cdf")
    below, upto = weight[untied < q].sum() / weight.sum(), weight[untied <= q].sum() / weight.sum()
    part = (untied < q) + (untied == q) * (p - below) / (upto - below)
    z = weight * (part - p) / weight.sum()
    if design:
        variance, df = 0, 20 - 4
        for h in range(4):
            sums = np.array([z[cluster == c].sum() for c in np.unique(cluster[stratum == h])])
            variance += len(sums) * sums.var(ddof=1)
        t = st.t.ppf((1 + level) / 2, df)
    else:
        variance, t = n * z.var(ddof=1), st.norm.ppf((1 + level) / 2)
    count = np.average((part - p) ** 2, weights=weight) / variance
    return hazen(untied, weight, expected_shares(scale, p, count, t))


for p in (0.25, 0.5, 0.9):
    for k, scale in ((1, "linear"), (2, "logit"), (3, "arcsine")):
        case("woodruff", [k, p, 0.95], "scipy", f"woodruff('{scale}', {p}, 0.95)", 1e-11)
        case("sampling.woodruff", [k, p, 0.9], "scipy", f"weighted_woodruff('{scale}', {p}, 0.9, False)", 1e-11)
        if p < 0.9:  # where twenty clusters know too little for a limit on every scale
            case("stratified.woodruff", [k, p, 0.95], "scipy", f"weighted_woodruff('{scale}', {p}, 0.95, True)", 1e-11)
    case("woodruff", [4, p, 0.95], "scipy", f"fractional(untied, {p}, 0.95)", 1e-11)
    case("ties.woodruff", [4, p, 0.95], "scipy",
         f"(lambda ci: [ci.low, ci.high])(st.quantile_test(coarse, p={p}).confidence_interval(0.95))")
    case("ties.woodruff", [4, p, 0.8], "scipy",
         f"(lambda ci: [ci.low, ci.high])(st.quantile_test(coarse, p={p}).confidence_interval(0.8))")

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

# Comparisons of two and of many groups
small, other = weight[group == 0][:15], weight[group == 1][:12]
few, more = small - 20, other  # Overlapping, without ties.


def welch(x, y, level):
    result = st.ttest_ind(x, y, equal_var=False)
    interval = result.confidence_interval(level)
    return [result.statistic, result.df, result.pvalue, interval.low, interval.high]


def cliff(x, y):
    d = np.sign(np.subtract.outer(x, y))
    n1, n2 = d.shape
    rows, columns = d.mean(1) - d.mean(), d.mean(0) - d.mean()
    variance = (n2**2 * (rows**2).sum() + n1**2 * (columns**2).sum() - ((d - d.mean()) ** 2).sum()) / (
        n1 * n2 * (n1 - 1) * (n2 - 1))
    return [d.mean(), np.sqrt(variance)]


def hedges(x, y, level):
    n1, n2 = len(x), len(y)
    df = n1 + n2 - 2
    pooled = np.sqrt(((n1 - 1) * x.var(ddof=1) + (n2 - 1) * y.var(ddof=1)) / df)
    d = (x.mean() - y.mean()) / pooled
    unit = np.sqrt(1 / n1 + 1 / n2)
    j = float(mp.gamma(mp.mpf(df) / 2) / mp.sqrt(mp.mpf(df) / 2) / mp.gamma((mp.mpf(df) - 1) / 2))
    solve = lambda p: j * unit * scipy.optimize.brentq(
        lambda delta: st.nct.cdf(d / unit, df, delta) - p, d / unit - 9, d / unit + 9, xtol=1e-13)
    return [j * d, solve((1 + level) / 2), solve((1 - level) / 2)]


case("welch", [0.95], "scipy", "welch(np.log(a), np.log(b), 0.95)")
case("welch", [0.8], "scipy", "welch(np.log(a), np.log(b), 0.8)")
case("mannwhitney.normal", [], "scipy", "list(st.mannwhitneyu(a, b, method='asymptotic'))")
case("mannwhitney.exact", [], "scipy", "list(st.mannwhitneyu(few, more, method='exact'))")
case("brunnermunzel", [], "scipy", "list(st.brunnermunzel(b, a))")
case("kruskal", [], "scipy", "list(st.kruskal(*by_industry))")
HSD = st.tukey_hsd(*by_industry, equal_var=False)
PAIRS = [(i, j) for i in range(4) for j in range(i + 1, 4)]
case("gameshowell.p", [], "scipy", "[HSD.pvalue[pair] for pair in PAIRS]", 1e-7)
case("gameshowell.low", [0.95], "scipy", "[HSD.confidence_interval(0.95).low[pair] for pair in PAIRS]", 1e-7)
case("hedges", [0.95], "scipy", "hedges(np.log(a), np.log(b), 0.95)", 1e-9)
case("hedges", [0.8], "scipy", "hedges(np.log(a), np.log(b), 0.8)", 1e-9)
case("cliff", [], "numpy", "cliff(a, b)")
P = [0.01, 0.04, 0.03, 0.005, 0.04, 1.0, 0.0, 0.5]
case("holm", P, "statsmodels", "multipletests(P, method='holm')[1]")
case("bh", P, "statsmodels", "multipletests(P, method='fdr_bh')[1]")

# Inequality
case("gini", [], "numpy", "np.abs(np.subtract.outer(pay, pay)).mean() / (2 * pay.mean())")
case("weighted.gini", [], "numpy",
     "(np.abs(np.subtract.outer(pay, pay)) * np.outer(weight, weight)).sum() / weight.sum()**2 / (2 * np.average(pay, weights=weight))")
case("theil.t", [], "numpy", "np.mean(pay / pay.mean() * np.log(pay / pay.mean()))")
case("theil.l", [], "numpy", "np.mean(np.log(pay.mean() / pay))")
case("weighted.theil.t", [], "numpy",
     "np.average(pay * np.log(pay / np.average(pay, weights=weight)), weights=weight) / np.average(pay, weights=weight)")
for epsilon in (0.5, 1, 2):
    case("atkinson", [epsilon], "numpy",
         "1 - st.gmean(pay) / pay.mean()" if epsilon == 1 else
         f"1 - np.mean(pay ** (1 - {epsilon})) ** (1 / (1 - {epsilon})) / pay.mean()")
case("ratio", [0.9, 0.1], "numpy", "np.quantile(pay, 0.9) / np.quantile(pay, 0.1)")
case("lorenz", [0.2], "numpy", "np.sort(pay)[:16].sum() / pay.sum()")
case("lorenz", [0.8], "numpy", "np.sort(pay)[:64].sum() / pay.sum()")

# Densities and fits
for x in (9.5, 10.8, 13.2):
    case("kde", [0.2, x], "scipy", f"st.gaussian_kde(logpay, bw_method=0.2 / logpay.std(ddof=1))({x})[0]", 1e-11)
    case("weighted.kde", [0.2, x], "numpy", f"np.average(st.norm.pdf({x}, logpay, 0.2), weights=weight)")
case("fit.lognormal", [], "scipy", "[np.log(st.lognorm.fit(pay, floc=0)[2]), st.lognorm.fit(pay, floc=0)[0]]")
gap = mp.log(mp.mpf(float(pay.mean()))) - mp.fsum(mp.log(mp.mpf(float(x))) for x in pay) / n
case("fit.gamma", [], "mpmath",
     "(lambda shape: [shape, float(pay.mean()) / shape])(root(lambda k: mp.log(k) - mp.digamma(k) - gap, 0.5, 50))")

# Bootstrap intervals from given replicates
def bca(data, statistic, replicates, level):
    result = st.bootstrap((data,), statistic, n_resamples=1, rng=1, method="percentile")
    result.bootstrap_distribution = np.array(replicates)
    interval = st.bootstrap((data,), statistic, n_resamples=0, bootstrap_result=result,
                            confidence_level=level, method="BCa").confidence_interval
    return [interval.low, interval.high]


MEANS = [float(x) for x in np.round([rng.choice(pay, n).mean() for _ in range(99)], 3)]
case("bca.mean", [0.9] + MEANS, "scipy", "bca(pay, np.mean, MEANS, 0.9)", 1e-11)
MEANS2 = [float(x) for x in np.round([rng.choice(a, len(a)).mean() - rng.choice(b, len(b)).mean() for _ in range(99)], 3)]


def bca2(replicates, level):
    statistic = lambda x, y, axis: np.mean(x, axis=axis) - np.mean(y, axis=axis)
    result = st.bootstrap((a, b), statistic, n_resamples=1, rng=1, method="percentile")
    result.bootstrap_distribution = np.array(replicates)
    interval = st.bootstrap((a, b), statistic, n_resamples=0, bootstrap_result=result,
                            confidence_level=level, method="BCa").confidence_interval
    return [interval.low, interval.high]


case("bca.difference", [0.9] + MEANS2, "scipy", "bca2(MEANS2, 0.9)", 1e-11)

# Pooled published percentiles: two groups, P10 P25 P50 P75 P90, piecewise lognormal
SHARES = np.array([0.1, 0.25, 0.5, 0.75, 0.9])
FIRST, SECOND = [31000, 40000, 52000, 70000, 99000], [45000, 51000, 64000, 88000, 131000]


def piecewise_log(z, values):
    zs, ys = st.norm.ppf(SHARES), np.log(values)
    y = np.interp(z, zs, ys)
    y = np.where(z < zs[0], ys[0] + (z - zs[0]) * (ys[2] - ys[0]) / (zs[2] - zs[0]), y)
    return np.where(z > zs[4], ys[4] + (z - zs[4]) * (ys[4] - ys[2]) / (zs[4] - zs[2]), y)


def piecewise_share(x, values):
    return st.norm.cdf(scipy.optimize.brentq(lambda z: piecewise_log(z, values) - np.log(x), -12, 12, xtol=1e-14))


def pooled(p):
    f = lambda x: (3 * piecewise_share(x, FIRST) + piecewise_share(x, SECOND)) / 4 - p
    return scipy.optimize.brentq(f, 5000, 500000, xtol=1e-10, rtol=1e-15)


def piecewise_mean(values):
    f = lambda z: np.exp(piecewise_log(z, values)) * st.norm.pdf(z)
    return scipy.integrate.quad(f, -9, 12, points=st.norm.ppf(SHARES), epsabs=1e-9, epsrel=1e-13, limit=500)[0]


for p in (0.03, 0.1, 0.5, 0.8, 0.95):
    case("pooled.quantile", [p], "scipy", f"pooled({p})", 1e-11)
case("piecewise.mean", FIRST, "scipy", "piecewise_mean(FIRST)", 1e-10)
case("piecewise.mean", SECOND, "scipy", "piecewise_mean(SECOND)", 1e-10)

# Regressions: log pay on school, experience, its square and three industries; clusters are employers
X = np.column_stack([np.ones(n), school, experience, experience.astype(float) ** 2] + [industry == k for k in (1, 2, 3)])
X = X.astype(float)
OLS = sm.OLS(logpay, X)
WLS = sm.WLS(logpay, X, weights=weight)


def fitted(fit):
    return np.concatenate([fit.params, fit.bse])


case("ols", [], "statsmodels", "fitted(OLS.fit())", 1e-10)
case("ols.summary", [], "statsmodels",
     "[OLS.fit().rsquared, OLS.fit().rsquared_adj, np.sqrt(OLS.fit().mse_resid)]", 1e-11)
case("ols.p", [], "statsmodels", "OLS.fit().pvalues", 1e-8)
case("ols.interval", [0.9], "statsmodels", "OLS.fit().conf_int(0.1)[1]", 1e-10)
case("ols.hc1", [], "statsmodels", "fitted(OLS.fit(cov_type='HC1'))", 1e-10)
case("ols.hc3", [], "statsmodels", "fitted(OLS.fit(cov_type='HC3'))", 1e-10)
case("ols.cluster", [], "statsmodels", "fitted(OLS.fit(cov_type='cluster', cov_kwds=dict(groups=cluster)))", 1e-10)
case("ols.cluster.p", [], "statsmodels",
     "OLS.fit(cov_type='cluster', cov_kwds=dict(groups=cluster), use_t=True).pvalues", 1e-8)
case("wls", [], "statsmodels", "fitted(WLS.fit())", 1e-10)
case("wls.hc1", [], "statsmodels", "fitted(WLS.fit(cov_type='HC1'))", 1e-10)
case("wls.hc3", [], "statsmodels", "fitted(WLS.fit(cov_type='HC3'))", 1e-10)
case("wls.cluster", [], "statsmodels", "fitted(WLS.fit(cov_type='cluster', cov_kwds=dict(groups=cluster)))", 1e-10)
REPEATED = sm.OLS(np.repeat(logpay, frequency), np.repeat(X, frequency, axis=0))
case("frequency.ols", [], "statsmodels", "fitted(REPEATED.fit())", 1e-10)
case("frequency.ols.hc1", [], "statsmodels", "fitted(REPEATED.fit(cov_type='HC1'))", 1e-10)
case("frequency.ols.hc3", [], "statsmodels", "fitted(REPEATED.fit(cov_type='HC3'))", 1e-10)
case("frequency.ols.cluster", [], "statsmodels",
     "fitted(REPEATED.fit(cov_type='cluster', cov_kwds=dict(groups=np.repeat(cluster, frequency))))", 1e-10)

# Industry differentials, by their definition from the regression of statsmodels
SHARES = np.bincount(industry) / n
FIT = OLS.fit(cov_type="HC1")


def differentials():
    b = np.concatenate([[0], FIT.params[4:]])
    v = np.zeros((4, 4))
    v[1:, 1:] = FIT.cov_params()[4:, 4:]
    m = np.eye(4) - np.outer(np.ones(4), SHARES)
    d, v = m @ b, m @ v @ m.T
    raw = SHARES @ d**2
    return np.concatenate([d, np.sqrt(np.diag(v)), [np.sqrt(raw), np.sqrt(max(0, raw - SHARES @ np.diag(v)))]])


case("differentials", [], "statsmodels", "differentials()", 1e-9)

# Decompositions of the gap in log pay between group 0 and group 1
from statsmodels.stats.oaxaca import OaxacaBlinder

Z = X[:, :4]
G = (group == 0).astype(float)


def oaxaca():
    return OaxacaBlinder(logpay, np.column_stack([Z[:, 1:], 1 - G]), bifurcate=3, hasconst=False, swap=False)


case("oaxaca.gap", [], "statsmodels", "logpay[group == 0].mean() - logpay[group == 1].mean()", 1e-10)
case("oaxaca.threefold", [], "statsmodels", "np.array(oaxaca().three_fold().params)[[0, 1, 2]]", 1e-9)
# "nuemark" is how statsmodels spells it; "neumark" silently means "pooled".
for k, kind in enumerate(("pooled", "nuemark", "cotton", "reimers")):
    name = ("jann", "neumark", "cotton", "reimers")[k]
    case("oaxaca.twofold." + name, [], "statsmodels",
         f"np.array(oaxaca().two_fold(two_fold_type='{kind}').params)[[1, 0]]", 1e-9)


def stacked(pooled_columns):
    """Means, coefficients and their joint sandwich with HC1 factors, from the moment conditions."""
    first, second = group == 0, group == 1
    fits = [(Z[first], logpay[first], first), (Z[second], logpay[second], second),
            (pooled_columns, logpay, np.full(n, True))]
    betas, scores = [], []
    for x, y, rows in fits:
        bread = np.linalg.inv(x.T @ x)
        beta = bread @ x.T @ y
        score = np.zeros((n, x.shape[1]))
        score[rows] = (x * (y - x @ beta)[:, None]) @ bread * np.sqrt(len(y) / (len(y) - x.shape[1]))
        betas.append(beta[:4])
        scores.append(score[:, :4])
    score = np.hstack(scores)
    va, vb = np.cov(Z[first].T) / first.sum(), np.cov(Z[second].T) / second.sum()
    return Z[first].mean(0), Z[second].mean(0), va, vb, betas, score.T @ score


def errors_of_pooled(pooled_columns):
    xa, xb, va, vb, (ba, bb, bs), v = stacked(pooled_columns)
    zero = np.zeros(4)
    explained = np.concatenate([zero, zero, xa - xb])
    unexplained = np.concatenate([xa, -xb, xb - xa])
    return [np.sqrt(explained @ v @ explained + bs @ (va + vb) @ bs),
            np.sqrt(unexplained @ v @ unexplained + (ba - bs) @ va @ (ba - bs) + (bs - bb) @ vb @ (bs - bb))]


def errors_of_threefold():
    xa, xb, va, vb, (ba, bb, bs), v = stacked(Z)
    v1, v2, dx, db = v[:4, :4], v[4:8, 4:8], xa - xb, ba - bb
    return np.sqrt([dx @ v2 @ dx + bb @ (va + vb) @ bb, xb @ (v1 + v2) @ xb + db @ vb @ db,
                    dx @ (v1 + v2) @ dx + db @ (va + vb) @ db])


case("oaxaca.threefold.se", [], "numpy", "errors_of_threefold()", 1e-9)
case("oaxaca.jann.se", [], "numpy", "errors_of_pooled(np.column_stack([Z, G]))", 1e-9)
case("oaxaca.neumark.se", [], "numpy", "errors_of_pooled(Z)", 1e-9)

# Longley's data, 50 digits: the classic test of the accuracy of a regression
L = sm.datasets.longley.load_pandas()
np.savetxt("longley.csv", np.column_stack([L.endog, L.exog]), fmt="%.10g", delimiter=",", comments="",
           header=",".join([L.endog_name] + list(L.exog_name)))
mp.mp.dps = 50
LX = mp.matrix([[1] + [mp.mpf(repr(float(v))) for v in row] for row in L.exog.to_numpy()])
LY = mp.matrix([mp.mpf(repr(float(v))) for v in L.endog])
LB = mp.lu_solve(LX.T * LX, LX.T * LY)
LE = LY - LX * LB
LV = (LX.T * LX) ** -1 * ((LE.T * LE)[0] / (len(LY) - 7))
case("longley", [], "mpmath", "[float(v) for v in LB] + [float(mp.sqrt(LV[i, i])) for i in range(7)]", 1e-9)

with open("python.json", "w") as file:
    file.write("[\n" + ",\n".join(json.dumps(c) for c in CASES) + "\n]\n")
print(len(CASES), "cases")
