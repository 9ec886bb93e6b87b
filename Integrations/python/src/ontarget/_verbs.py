"""The verbs of the command. Written by `generate` from what the command says of its options."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from ._answer import Answer, ask
from ._command import Argument, Value

__all__ = [
    "simulate",
    "offers",
    "rank",
    "path",
    "solve",
    "fit",
    "quotas",
    "diff",
    "pay",
    "reconcile",
    "ledger_status",
    "ledger_statement",
    "ledger_verify",
    "ledger_replay",
    "ledger_export",
    "ledger_journal",
    "gifts",
    "compare",
    "price",
    "ranges",
    "merit",
    "gap",
    "check",
    "report_salary",
    "report_plan_review",
    "report_statements",
    "report_offers",
    "report_gap",
    "merge",
    "explain",
    "datasets",
]


def simulate(
    plan: Argument | Sequence[Argument],
    *,
    quota: Value | Iterable[Value] | None = None,
    sales: Value | Iterable[Value] | None = None,
    attainment: Value | Iterable[Value] | None = None,
    model: Value | Iterable[Value] | None = None,
    trials: Value | Iterable[Value] | None = None,
    seed: Value | Iterable[Value] | None = None,
    threads: Value | Iterable[Value] | None = None,
    reference_quota: Value | Iterable[Value] | None = None,
    exact: bool | None = None,
    at_least: Value | Iterable[Value] | None = None,
    selling: Value | Iterable[Value] | None = None,
    new_hire: bool | None = None,
    sensitivity: bool | None = None,
    team: Value | Iterable[Value] | None = None,
    market: Value | Iterable[Value] | None = None,
    goal: Value | Iterable[Value] | None = None,
    roster: Argument | None = None,
    pipeline: Value | Iterable[Value] | None = None,
    closed_through: Value | Iterable[Value] | None = None,
    map: Mapping[str, Value] | Argument | Value | Iterable[Argument | Value] | None = None,
    mapping: Argument | None = None,
    decimal: Literal["point", "comma"] | None = None,
    dates: Literal["mdy", "dmy"] | None = None,
) -> Answer:
    """Show what pay plans pay: for quotas and sales, by attainment, or as a distribution.

    This is `ontarget simulate`.

    Args:
        plan: Pay plans, as YAML.
        quota: Quotas for a year (default: the plan's own).
        sales: What is sold in the year.
        attainment: Sales as a percentage of the quota (default: 50%..150%/10%).
        model: How attainment varies: a preset (tough-2025, index-43, healthy-60, textbook)
            or fixed:1, lognormal:mean=0.95,cv=0.35, normal:mean=1,sd=0.2,
            gamma:mean=0.9,cv=0.5, banded:0..50%=0.3,50%..100%=0.4,100%..150%=0.3,
            mixture:70%@lognormal:mean=1.1,cv=0.3/30%@gamma:mean=0.4,cv=0.8, empirical:FILE
            (default: tough-2025).
        trials: The number of simulated years (default: 100000).
        seed: The seed of the random numbers (default: 1).
        threads: The number of threads, which changes no figure (default: one a core).
        reference_quota: The quota that attainment is measured against (default: the plan's
            own).
        exact: Work the distribution out by its closed form instead of by draws, and that of
            a team by convolution, as far off as is said.
        at_least: Also give the chance of this much total pay.
        selling: Simulate deals instead, paid month by month as real ones are:
            account:mean=0.95,chance=80%,cv=0.4,season=last-quarter,
            ranked:accounts=20,mean=0.95,chance=60%,cv=0.6,decay=1, deals:opportunities=80,w
            in=25%,mean=0.95,cv=0.9,cycle=45,season=quarter-end,cancel=5%.
        new_hire: With --selling: the year is the first of service, with its ramp and draw.
        sensitivity: Also show what a change of each term of the plan by 10 % does to
            expected pay.
        team: Also give the cost of a team of so many people.
        market: How much a common market factor varies the sales of a team.
        goal: What the team is to sell (default: the sum of the quotas).
        roster: Who is on which plan, with which quota and pay: what to expect of each of
            them, and of all.
        pipeline: Open deals on top of --sales, each an amount, the number of the month in
            which it would close, and the chance that it is won: 120k@9:60%,80k@10:35%.
        closed_through: With --pipeline: the number of the month up to which --sales were
            sold (default: the month before that of the first open deal).
        map: Say which column holds what, by the name that the tool's own layout has for it;
            of other files than the first with their kind, such as roster.hire_date=Start;
            may be repeated.
        mapping: A table with the columns kind, role and column that says the same, as check
            --write-mapping writes it.
        decimal: The decimal separator of all amounts: point or comma (default: by the
            amounts). One of point, comma.
        dates: Whether dates are dmy or mdy (default: by the dates). One of mdy, dmy.
    """
    return ask(
        ["simulate"],
        {"plan": plan},
        [
            ("quota", quota, "value"),
            ("sales", sales, "value"),
            ("attainment", attainment, "value"),
            ("model", model, "value"),
            ("trials", trials, "value"),
            ("seed", seed, "value"),
            ("threads", threads, "value"),
            ("reference-quota", reference_quota, "value"),
            ("exact", exact, "flag"),
            ("at-least", at_least, "value"),
            ("selling", selling, "value"),
            ("new-hire", new_hire, "flag"),
            ("sensitivity", sensitivity, "flag"),
            ("team", team, "value"),
            ("market", market, "value"),
            ("goal", goal, "value"),
            ("roster", roster, "value"),
            ("pipeline", pipeline, "value"),
            ("closed-through", closed_through, "value"),
            ("map", map, "list"),
            ("mapping", mapping, "value"),
            ("decimal", decimal, "value"),
            ("dates", dates, "value"),
        ],
    )


def offers(
    offer: Argument | Sequence[Argument] | None = None,
    *,
    years: Value | Iterable[Value] | None = None,
    risk_aversion: Value | Iterable[Value] | None = None,
    net: bool | None = None,
    filing_status: Literal["single", "married_joint", "married_separate", "head_of_household"] | None = None,
    cost_of_living: Argument | None = None,
    reference_quota: Value | Iterable[Value] | None = None,
    trials: Value | Iterable[Value] | None = None,
    seed: Value | Iterable[Value] | None = None,
    datasets: Value | Iterable[Value] | None = None,
) -> Answer:
    """Put offers of employment side by side: pay, risk, break-even, what to ask.

    This is `ontarget offers`.

    Args:
        offer: The offers, as YAML.
        years: How many years of service to look at, 1 to 5 (default: 3).
        risk_aversion: How much risk matters: the coefficient of relative risk aversion, 0
            to 50 (default: 2).
        net: Take off US federal income and payroll tax.
        filing_status: Under which status taxes are paid: single, married_joint,
            married_separate, head_of_household (default: single). One of single,
            married_joint, married_separate, head_of_household.
        cost_of_living: A table of prices with the columns state and index; 100 is the
            average.
        reference_quota: The quota over which every offer sells the same (default: each
            reaches the same attainment of its own).
        trials: How many careers to simulate (default: 20000).
        seed: The seed of the draws (default: 1).
        datasets: The folder of the datasets (default: $ONTARGET_DATASETS, then the
            installed ones, ./datasets, and those of the checkout that it was built in).
    """
    return ask(
        ["offers"],
        {"offer": offer},
        [
            ("years", years, "value"),
            ("risk-aversion", risk_aversion, "value"),
            ("net", net, "flag"),
            ("filing-status", filing_status, "value"),
            ("cost-of-living", cost_of_living, "value"),
            ("reference-quota", reference_quota, "value"),
            ("trials", trials, "value"),
            ("seed", seed, "value"),
            ("datasets", datasets, "value"),
        ],
    )


def rank(
    amount: Argument,
    data: Argument | Sequence[Argument] | None = None,
    *,
    by: Value | Iterable[Value] | None = None,
    where: Mapping[str, Value] | Argument | Value | Iterable[Argument | Value] | None = None,
    people: Argument | None = None,
    range: Value | Iterable[Value] | None = None,
    occupation: Mapping[str, Value] | Argument | Value | Iterable[Argument | Value] | None = None,
    title: Mapping[str, Value] | Argument | Value | Iterable[Argument | Value] | None = None,
    area: Mapping[str, Value] | Argument | Value | Iterable[Argument | Value] | None = None,
    weight: Value | Iterable[Value] | None = None,
    weight_kind: Literal["frequency", "sampling", "reliability"] | None = None,
    cluster: Value | Iterable[Value] | None = None,
    strata: Value | Iterable[Value] | None = None,
    lonely_units: Literal["fail", "center", "certainty"] | None = None,
    weight_replicates: Value | Iterable[Value] | None = None,
    replicate_method: Value | Iterable[Value] | None = None,
    quantile_type: Literal["1", "2", "3", "4", "5", "6", "7", "8", "9"] | None = None,
    confidence: Value | Iterable[Value] | None = None,
    encoding: Value | Iterable[Value] | None = None,
    delimiter: Value | Iterable[Value] | None = None,
    sheet: Value | Iterable[Value] | None = None,
    expect_rows: Value | Iterable[Value] | None = None,
    strict: bool | None = None,
    rejects: str | os.PathLike[str] | None = None,
    map: Mapping[str, Value] | Argument | Value | Iterable[Argument | Value] | None = None,
    mapping: Argument | None = None,
    pay: Literal["base", "total", "commission", "bonus"] | None = None,
    decimal: Literal["point", "comma"] | None = None,
    pay_period: Literal["hour", "day", "week", "two weeks", "half month", "month", "quarter", "year"] | None = None,
    assume_currency: Value | Iterable[Value] | None = None,
    currency: Value | Iterable[Value] | None = None,
    rates: Argument | None = None,
    keep: Mapping[str, Value] | Argument | Value | Iterable[Argument | Value] | None = None,
    threads: Value | Iterable[Value] | None = None,
    date: Value | Iterable[Value] | None = None,
    age_to: Value | Iterable[Value] | None = None,
    age_by: Value | Iterable[Value] | None = None,
    simple: bool | None = None,
    extrapolate: Value | Iterable[Value] | None = None,
    datasets: Value | Iterable[Value] | None = None,
) -> Answer:
    """Tell where an amount of pay stands in a market.

    This is `ontarget rank`.

    Args:
        amount: The amount, for a year unless it says otherwise: 72000, $72k, 35/hour; with
            --people the first of the data.
        data: Salary files or published tables, as CSV or .xlsx.
        by: The markets: columns of people's data, such as industry or industry,state; or of
            published tables sector, state or occupation.
        where: Only people for whom this holds, such as level=senior; may be repeated.
        people: In place of the amount a table with employee and salary, and as far as known
            title, occupation and area, of whom everybody is ranked.
        range: The pay range to hold the amount against.
        occupation: Of published tables only the occupation with this code, or those with
            this in their title; may be repeated.
        title: Of published tables only the occupation of this plain title, such as "account
            executive"; may be repeated.
        area: Of published tables only this state or metropolitan area, such as TX or
            Dallas; may be repeated.
        weight: The column of weights; say also what they mean.
        weight_kind: What the weights mean: sampling (the row represents that many people),
            frequency (that many people are equal) or reliability (the inverse of the row's
            variance). One of frequency, sampling, reliability.
        cluster: The column of clusters that were drawn whole, such as employer.
        strata: The column of strata within which people or clusters were drawn.
        lonely_units: What to do about a stratum with one sampling unit: fail, center (hold
            it against the mean of all), certainty (no contribution to the variance). One of
            fail, center, certainty.
        weight_replicates: The columns of replicate weights, in place of clusters and
            strata: PWGTP* for all numbers, or PWGTP1-80.
        replicate_method: How the survey made them: successive-difference (ACS, CPS), brr,
            fay=0.5, jackknife, bootstrap, or factor=1 for what each squared difference
            counts.
        quantile_type: The definition of percentiles, 1 to 9 of Hyndman and Fan (default: 7,
            with weights 1). One of 1, 2, 3, 4, 5, 6, 7, 8, 9.
        confidence: The confidence of intervals.
        encoding: The encoding (default: detected): utf-8, utf-16le, utf-16be, latin-1,
            windows-1252.
        delimiter: The character between fields, or "tab" (default: detected).
        sheet: The sheet of a workbook (default: the only one with data); FILE.xlsx#NAME
            says it of one file.
        expect_rows: How many data rows the file has; with fewer or more, or without its
            last line end, it is refused. 0 lets a file be empty.
        strict: Stop at the first row that has something wrong with it.
        rejects: Write the rejected rows as CSV that can be mended and read again.
        map: Say which column holds what, such as base_pay=Gehalt; may be repeated.
        mapping: A table with the columns role and column that says the same.
        pay: Which pay counts: base or total (default: base if there is one). One of base,
            total, commission, bonus.
        decimal: The decimal separator of amounts: point or comma (default: by the amounts).
            One of point, comma.
        pay_period: What pay is for where the data do not say: hour, week, month, year …
            (default: by the amounts). One of hour, day, week, two weeks, half month, month,
            quarter, year.
        assume_currency: The currency of amounts that name none.
        currency: The currency to convert to (default: the most frequent one).
        rates: What currencies are worth: a table with the columns from, to and rate.
        keep: Keep the rows that a rule would set aside, such as duplicate-row, or all; may
            be repeated.
        threads: The number of threads for reading; the result does not depend on it.
        date: The month of the pay where the data do not say, such as 2013-05.
        age_to: Bring all pay to this month.
        age_by: By what: cpi-u, eci, awi (average wage index), or a rate per year such as
            3.5% (default: eci; over the years of a published series cpi-u).
        simple: Add a rate per year up without interest on interest (default: compound).
        extrapolate: Carry an index on beyond its end at this rate per year, such as 3%.
        datasets: The folder of the datasets (default: $ONTARGET_DATASETS, then the
            installed ones, ./datasets, and those of the checkout that it was built in).
    """
    return ask(
        ["rank"],
        {"amount": amount, "data": data},
        [
            ("by", by, "value"),
            ("where", where, "list"),
            ("people", people, "value"),
            ("range", range, "value"),
            ("occupation", occupation, "list"),
            ("title", title, "list"),
            ("area", area, "list"),
            ("weight", weight, "value"),
            ("weight-kind", weight_kind, "value"),
            ("cluster", cluster, "value"),
            ("strata", strata, "value"),
            ("lonely-units", lonely_units, "value"),
            ("weight-replicates", weight_replicates, "value"),
            ("replicate-method", replicate_method, "value"),
            ("quantile-type", quantile_type, "value"),
            ("confidence", confidence, "value"),
            ("encoding", encoding, "value"),
            ("delimiter", delimiter, "value"),
            ("sheet", sheet, "value"),
            ("expect-rows", expect_rows, "value"),
            ("strict", strict, "flag"),
            ("rejects", rejects, "value"),
            ("map", map, "list"),
            ("mapping", mapping, "value"),
            ("pay", pay, "value"),
            ("decimal", decimal, "value"),
            ("pay-period", pay_period, "value"),
            ("assume-currency", assume_currency, "value"),
            ("currency", currency, "value"),
            ("rates", rates, "value"),
            ("keep", keep, "list"),
            ("threads", threads, "value"),
            ("date", date, "value"),
            ("age-to", age_to, "value"),
            ("age-by", age_by, "value"),
            ("simple", simple, "flag"),
            ("extrapolate", extrapolate, "value"),
            ("datasets", datasets, "value"),
        ],
    )


def path(
    ladder: Argument | None = None,
    *,
    years: Value | Iterable[Value] | None = None,
    discount: Value | Iterable[Value] | None = None,
    trials: Value | Iterable[Value] | None = None,
    seed: Value | Iterable[Value] | None = None,
    datasets: Value | Iterable[Value] | None = None,
) -> Answer:
    """Show what a career on a ladder pays over the years, in constant money.

    This is `ontarget path`.

    Args:
        ladder: The ladder, as YAML (default: technology sales, from the datasets).
        years: How many years to look at, 1 to 50 (default: 10).
        discount: The yearly rate, over prices, at which later pay counts less (default:
            3%).
        trials: How many careers to simulate (default: 20000).
        seed: The seed of the draws (default: 1).
        datasets: The folder of the datasets (default: $ONTARGET_DATASETS, then the
            installed ones, ./datasets, and those of the checkout that it was built in).
    """
    return ask(
        ["path"],
        {"ladder": ladder},
        [
            ("years", years, "value"),
            ("discount", discount, "value"),
            ("trials", trials, "value"),
            ("seed", seed, "value"),
            ("datasets", datasets, "value"),
        ],
    )


def solve(
    plan: Argument | Sequence[Argument],
    *,
    find: Literal["quota", "rate", "accelerator", "cap", "mix", "attainment"] | None = None,
    share: Value | Iterable[Value] | None = None,
    cost: Value | Iterable[Value] | None = None,
    risk: Value | Iterable[Value] | None = None,
    pay: Value | Iterable[Value] | None = None,
    component: Value | Iterable[Value] | None = None,
    model: Value | Iterable[Value] | None = None,
    reference_quota: Value | Iterable[Value] | None = None,
) -> Answer:
    """Find the quota, rate, accelerator, cap, mix or attainment that meets an aim.

    This is `ontarget solve`.

    Args:
        plan: The pay plan, as YAML.
        find: What to find. One of quota, rate, accelerator, cap, mix, attainment.
        share: The share of people that reaches the quota.
        cost: The expected total pay of one person.
        risk: The standard deviation of total pay over its mean.
        pay: The total pay of a year.
        component: The commission whose rates or cap change (default: the first).
        model: How attainment varies: a preset (tough-2025, index-43, healthy-60, textbook)
            or fixed:1, lognormal:mean=0.95,cv=0.35, normal:mean=1,sd=0.2,
            gamma:mean=0.9,cv=0.5, banded:0..50%=0.3,50%..100%=0.4,100%..150%=0.3,
            mixture:70%@lognormal:mean=1.1,cv=0.3/30%@gamma:mean=0.4,cv=0.8, empirical:FILE
            (default: tough-2025).
        reference_quota: The quota that attainment is measured against (default: the plan's
            own).
    """
    return ask(
        ["solve"],
        {"plan": plan},
        [
            ("find", find, "value"),
            ("share", share, "value"),
            ("cost", cost, "value"),
            ("risk", risk, "value"),
            ("pay", pay, "value"),
            ("component", component, "value"),
            ("model", model, "value"),
            ("reference-quota", reference_quota, "value"),
        ],
    )


def fit(
    file: Argument,
    *,
    column: Value | Iterable[Value] | None = None,
    seed: Value | Iterable[Value] | None = None,
    threads: Value | Iterable[Value] | None = None,
) -> Answer:
    """Fit models of attainment to past attainments, and say how well they fit.

    This is `ontarget fit`.

    Args:
        file: The history, as CSV or .xlsx.
        column: The column with the attainments (default: that of attainments, or the only
            one).
        seed: The seed of the samples behind the p-values (default: 1).
        threads: The number of threads, which changes no figure (default: one a core).
    """
    return ask(
        ["fit"],
        {"file": file},
        [
            ("column", column, "value"),
            ("seed", seed, "value"),
            ("threads", threads, "value"),
        ],
    )


def quotas(
    total: Argument,
    *,
    roster: Argument | None = None,
    plan: Argument | None = None,
    by: Value | Iterable[Value] | None = None,
    history: Argument | None = None,
    over_assignment: Value | Iterable[Value] | None = None,
    manager_over_assignment: Value | Iterable[Value] | None = None,
    ramp: Value | Iterable[Value] | None = None,
    starts: Value | Iterable[Value] | None = None,
    minimum: Value | Iterable[Value] | None = None,
    maximum: Value | Iterable[Value] | None = None,
    round_to: Value | Iterable[Value] | None = None,
    seasonality: Value | Iterable[Value] | None = None,
    model: Value | Iterable[Value] | None = None,
    trials: Value | Iterable[Value] | None = None,
    seed: Value | Iterable[Value] | None = None,
    threads: Value | Iterable[Value] | None = None,
    correlation: Value | Iterable[Value] | None = None,
    map: Mapping[str, Value] | Argument | Value | Iterable[Argument | Value] | None = None,
    mapping: Argument | None = None,
    decimal: Literal["point", "comma"] | None = None,
    dates: Literal["mdy", "dmy"] | None = None,
    write_roster: str | os.PathLike[str] | None = None,
) -> Answer:
    """Divide a company's number into quotas that add up to it, and say how likely it is reached.

    This is `ontarget quotas`.

    Args:
        total: What the company is to reach.
        roster: The people: rep, and perhaps manager, hire_date, end_date and what quotas go
            by.
        plan: The plan whose people, ramp, phasing and year count (default: everybody but
            managers).
        by: What quotas go by: equal, history, a column of the roster, or parts of several,
            such as history=60%,potential=40% (default: equal).
        history: What people reached: rep, credit, and perhaps period.
        over_assignment: How far quotas add up above the number.
        manager_over_assignment: How far the quotas of a team add up above its manager's.
        ramp: The shares of a quota in the first months of service, such as 25%,50%,75%.
        starts: The first day of the year (default: that of the plan).
        minimum: The least quota of a full year.
        maximum: The greatest quota of a full year.
        round_to: What quotas are multiples of (default: 1).
        seasonality: The shares of halves, quarters or months, such as 22%,24%,26%,28%.
        model: How attainment varies: a preset (tough-2025, index-43, healthy-60, textbook)
            or fixed:1, lognormal:mean=0.95,cv=0.35, normal:mean=1,sd=0.2,
            gamma:mean=0.9,cv=0.5, banded:0..50%=0.3,50%..100%=0.4,100%..150%=0.3,
            mixture:70%@lognormal:mean=1.1,cv=0.3/30%@gamma:mean=0.4,cv=0.8, empirical:FILE
            (default: tough-2025).
        trials: The number of simulated years (default: 100000).
        seed: The seed of the random numbers (default: 1).
        threads: The number of threads, which changes no figure (default: one a core).
        correlation: The correlation of the normal scores of two people's attainments
            (default: 0).
        map: Say which column holds what, by the name that the tool's own layout has for it;
            of other files than the first with their kind, such as roster.hire_date=Start;
            may be repeated.
        mapping: A table with the columns kind, role and column that says the same, as check
            --write-mapping writes it.
        decimal: The decimal separator of all amounts: point or comma (default: by the
            amounts). One of point, comma.
        dates: Whether dates are dmy or mdy (default: by the dates). One of mdy, dmy.
        write_roster: Write the roster with the quotas as CSV, for --roster of pay.
    """
    return ask(
        ["quotas"],
        {"total": total},
        [
            ("roster", roster, "value"),
            ("plan", plan, "value"),
            ("by", by, "value"),
            ("history", history, "value"),
            ("over-assignment", over_assignment, "value"),
            ("manager-over-assignment", manager_over_assignment, "value"),
            ("ramp", ramp, "value"),
            ("starts", starts, "value"),
            ("minimum", minimum, "value"),
            ("maximum", maximum, "value"),
            ("round-to", round_to, "value"),
            ("seasonality", seasonality, "value"),
            ("model", model, "value"),
            ("trials", trials, "value"),
            ("seed", seed, "value"),
            ("threads", threads, "value"),
            ("correlation", correlation, "value"),
            ("map", map, "list"),
            ("mapping", mapping, "value"),
            ("decimal", decimal, "value"),
            ("dates", dates, "value"),
            ("write-roster", write_roster, "value"),
        ],
    )


def diff(
    old: Argument,
    new: Argument,
    *,
    with_: Mapping[str, Value] | Argument | Value | Iterable[Argument | Value] | None = None,
    deals: Argument | None = None,
    roster: Argument | None = None,
    rates: Argument | None = None,
    scores: Argument | None = None,
    adjustments: Argument | None = None,
    receipts: Argument | None = None,
    as_of: Value | Iterable[Value] | None = None,
    map: Mapping[str, Value] | Argument | Value | Iterable[Argument | Value] | None = None,
    mapping: Argument | None = None,
    decimal: Literal["point", "comma"] | None = None,
    dates: Literal["mdy", "dmy"] | None = None,
    all_by: Value | Iterable[Value] | None = None,
    new_deals: Argument | None = None,
    new_roster: Argument | None = None,
    new_rates: Argument | None = None,
    new_scores: Argument | None = None,
    new_adjustments: Argument | None = None,
    new_receipts: Argument | None = None,
) -> Answer:
    """Show what a change of plan, people or deals does to everybody's pay, in money.

    This is `ontarget diff`.

    Args:
        old: The plan of the old side, as YAML.
        new: The plan of the new side.
        with_: A further plan that people are on, the same on both sides; may be repeated.
        deals: The deals, as CSV or .xlsx.
        roster: Who is on the plan, since when, and under whom (default: everyone with a
            deal, all year).
        rates: What foreign currencies are worth: currency, month, rate.
        scores: Scores of objectives and scored measures: rep, period_end, name, score.
        adjustments: Amounts added or taken by hand: rep, date, amount, reason.
        receipts: What customers paid, for a plan whose pay follows it: deal_id, date,
            amount.
        as_of: The last day that is known, such as 2021-02-28, or its month: no later deal,
            cancellation, payment, draw or salary counts (default: all that the files say).
        map: Say which column holds what, by the name that the tool's own layout has for it;
            of other files than the first with their kind, such as roster.hire_date=Start;
            may be repeated.
        mapping: A table with the columns kind, role and column that says the same, as check
            --write-mapping writes it.
        decimal: The decimal separator of all amounts: point or comma (default: by the
            amounts). One of point, comma.
        dates: Whether dates are dmy or mdy (default: by the dates). One of mdy, dmy.
        all_by: Whose all deals are, for a file without a column for people.
        new_deals: The deals of the new side (default: the same).
        new_roster: The roster of the new side (default: the same).
        new_rates: What foreign currencies are worth on the new side (default: the same).
        new_scores: The scores of the new side (default: the same).
        new_adjustments: The amounts by hand of the new side (default: the same).
        new_receipts: What customers paid, on the new side (default: the same).
    """
    return ask(
        ["diff"],
        {"old": old, "new": new},
        [
            ("with", with_, "list"),
            ("deals", deals, "value"),
            ("roster", roster, "value"),
            ("rates", rates, "value"),
            ("scores", scores, "value"),
            ("adjustments", adjustments, "value"),
            ("receipts", receipts, "value"),
            ("as-of", as_of, "value"),
            ("map", map, "list"),
            ("mapping", mapping, "value"),
            ("decimal", decimal, "value"),
            ("dates", dates, "value"),
            ("all-by", all_by, "value"),
            ("new-deals", new_deals, "value"),
            ("new-roster", new_roster, "value"),
            ("new-rates", new_rates, "value"),
            ("new-scores", new_scores, "value"),
            ("new-adjustments", new_adjustments, "value"),
            ("new-receipts", new_receipts, "value"),
        ],
    )


def pay(
    plan: Argument | Sequence[Argument],
    deals: Argument | Sequence[Argument],
    *,
    roster: Argument | None = None,
    rates: Argument | None = None,
    scores: Argument | None = None,
    adjustments: Argument | None = None,
    receipts: Argument | None = None,
    as_of: Value | Iterable[Value] | None = None,
    map: Mapping[str, Value] | Argument | Value | Iterable[Argument | Value] | None = None,
    mapping: Argument | None = None,
    decimal: Literal["point", "comma"] | None = None,
    dates: Literal["mdy", "dmy"] | None = None,
    all_by: Value | Iterable[Value] | None = None,
    starts: Value | Iterable[Value] | None = None,
    expect_rows: Value | Iterable[Value] | None = None,
    rejects: str | os.PathLike[str] | None = None,
    period: Value | Iterable[Value] | None = None,
    rep: Mapping[str, Value] | Argument | Value | Iterable[Argument | Value] | None = None,
    keep: Mapping[str, Value] | Argument | Value | Iterable[Argument | Value] | None = None,
    explain: Value | Iterable[Value] | None = None,
) -> Answer:
    """Pay deals by a plan: a statement for each rep, line by line, and why.

    This is `ontarget pay`.

    Args:
        plan: The pay plan, as YAML.
        deals: The deals, as CSV or .xlsx. Further plans may stand before them: everybody is
            then paid by the plan that the roster names.
        roster: Who is on the plan, since when, and under whom (default: everyone with a
            deal, all year).
        rates: What foreign currencies are worth: currency, month, rate.
        scores: Scores of objectives and scored measures: rep, period_end, name, score.
        adjustments: Amounts added or taken by hand: rep, date, amount, reason.
        receipts: What customers paid, for a plan whose pay follows it: deal_id, date,
            amount.
        as_of: The last day that is known, such as 2021-02-28, or its month: no later deal,
            cancellation, payment, draw or salary counts (default: all that the files say).
        map: Say which column holds what, by the name that the tool's own layout has for it;
            of other files than the first with their kind, such as roster.hire_date=Start;
            may be repeated.
        mapping: A table with the columns kind, role and column that says the same, as check
            --write-mapping writes it.
        decimal: The decimal separator of all amounts: point or comma (default: by the
            amounts). One of point, comma.
        dates: Whether dates are dmy or mdy (default: by the dates). One of mdy, dmy.
        all_by: Whose all deals are, for a file without a column for people.
        starts: The first day of the plan year (default: that of the plan, else January 1 of
            the year of the first deal, which parts of the deals need not agree on).
        expect_rows: How many data rows the file has; with fewer or more, or without its
            last line end, it is refused. 0 lets a file be empty.
        rejects: Write the rows of the deals that cannot be read as CSV.
        period: Only this time: 2021-05, 2021-Q2 (April to June), 2021-H1 or 2021; FY2021-Q2
            is the second quarter of the plan year that starts in 2021.
        rep: Only this rep; may be repeated.
        keep: A column of the roster, such as cost_center, that goes into the table of reps
            for payroll; may be repeated.
        explain: Tell one deal's way in sentences.
    """
    return ask(
        ["pay"],
        {"plan": plan, "deals": deals},
        [
            ("roster", roster, "value"),
            ("rates", rates, "value"),
            ("scores", scores, "value"),
            ("adjustments", adjustments, "value"),
            ("receipts", receipts, "value"),
            ("as-of", as_of, "value"),
            ("map", map, "list"),
            ("mapping", mapping, "value"),
            ("decimal", decimal, "value"),
            ("dates", dates, "value"),
            ("all-by", all_by, "value"),
            ("starts", starts, "value"),
            ("expect-rows", expect_rows, "value"),
            ("rejects", rejects, "value"),
            ("period", period, "value"),
            ("rep", rep, "list"),
            ("keep", keep, "list"),
            ("explain", explain, "value"),
        ],
    )


def reconcile(
    plan: Argument | Sequence[Argument],
    deals_and_paid: Argument | Sequence[Argument],
    *,
    roster: Argument | None = None,
    rates: Argument | None = None,
    scores: Argument | None = None,
    adjustments: Argument | None = None,
    receipts: Argument | None = None,
    as_of: Value | Iterable[Value] | None = None,
    map: Mapping[str, Value] | Argument | Value | Iterable[Argument | Value] | None = None,
    mapping: Argument | None = None,
    decimal: Literal["point", "comma"] | None = None,
    dates: Literal["mdy", "dmy"] | None = None,
    all_by: Value | Iterable[Value] | None = None,
    rejects: str | os.PathLike[str] | None = None,
    period: Value | Iterable[Value] | None = None,
) -> Answer:
    """Hold what was paid against what was owed, and explain each difference.

    This is `ontarget reconcile`.

    Args:
        plan: The pay plan, as YAML.
        deals_and_paid: The deals and what was paid, as CSV or .xlsx. Further plans may
            stand before them: everybody is then owed what the plan pays that the roster
            names.
        roster: Who is on the plan, since when, and under whom (default: everyone with a
            deal, all year).
        rates: What foreign currencies are worth: currency, month, rate.
        scores: Scores of objectives and scored measures: rep, period_end, name, score.
        adjustments: Amounts added or taken by hand: rep, date, amount, reason.
        receipts: What customers paid, for a plan whose pay follows it: deal_id, date,
            amount.
        as_of: The last day that is known, such as 2021-02-28, or its month: no later deal,
            cancellation, payment, draw or salary counts (default: all that the files say).
        map: Say which column holds what, by the name that the tool's own layout has for it;
            of other files than the first with their kind, such as roster.hire_date=Start;
            may be repeated.
        mapping: A table with the columns kind, role and column that says the same, as check
            --write-mapping writes it.
        decimal: The decimal separator of all amounts: point or comma (default: by the
            amounts). One of point, comma.
        dates: Whether dates are dmy or mdy (default: by the dates). One of mdy, dmy.
        all_by: Whose all deals are, for a file without a column for people.
        rejects: Write the rows of the deals that cannot be read as CSV.
        period: Only this time: 2021-05, 2021-Q2 (April to June), 2021-H1 or 2021; FY2021-Q2
            is the second quarter of the plan year that starts in 2021.
    """
    return ask(
        ["reconcile"],
        {"plan": plan, "deals_and_paid": deals_and_paid},
        [
            ("roster", roster, "value"),
            ("rates", rates, "value"),
            ("scores", scores, "value"),
            ("adjustments", adjustments, "value"),
            ("receipts", receipts, "value"),
            ("as-of", as_of, "value"),
            ("map", map, "list"),
            ("mapping", mapping, "value"),
            ("decimal", decimal, "value"),
            ("dates", dates, "value"),
            ("all-by", all_by, "value"),
            ("rejects", rejects, "value"),
            ("period", period, "value"),
        ],
    )


def ledger_status(
    ledger: Argument,
) -> Answer:
    """Show how far each period is, what stands on the accounts, and open disputes.

    This is `ontarget ledger status`.

    Args:
        ledger: The ledger.
    """
    return ask(
        ["ledger", "status"],
        {"ledger": ledger},
        [
        ],
    )


def ledger_statement(
    ledger: Argument,
    rep: Argument | Sequence[Argument] | None = None,
    *,
    period: Value | Iterable[Value] | None = None,
) -> Answer:
    """Show what a closed period posted for each person, and what changed of earlier ones.

    This is `ontarget ledger statement`.

    Args:
        ledger: The ledger.
        rep: The people: id, name or employee number (default: everybody).
        period: A closed period, such as 2026-01 (default: the last one).
    """
    return ask(
        ["ledger", "statement"],
        {"ledger": ledger, "rep": rep},
        [
            ("period", period, "value"),
        ],
    )


def ledger_verify(
    ledger: Argument,
    *,
    head: Value | Iterable[Value] | None = None,
) -> Answer:
    """Check that nothing in a ledger was changed, left out or added by something else.

    This is `ontarget ledger verify`.

    Args:
        ledger: The ledger.
        head: The hash that the last event is known to have, or its beginning.
    """
    return ask(
        ["ledger", "verify"],
        {"ledger": ledger},
        [
            ("head", head, "value"),
        ],
    )


def ledger_replay(
    ledger: Argument,
) -> Answer:
    """Calculate every closed period again from the files that the ledger keeps.

    This is `ontarget ledger replay`.

    Args:
        ledger: The ledger.
    """
    return ask(
        ["ledger", "replay"],
        {"ledger": ledger},
        [
        ],
    )


def ledger_export(
    ledger: Argument,
    *,
    folder: Value | Iterable[Value] | None = None,
) -> Answer:
    """Write a ledger as CSV files, and the files that it keeps, into a folder.

    This is `ontarget ledger export`.

    Args:
        ledger: The ledger.
        folder: The folder.
    """
    return ask(
        ["ledger", "export"],
        {"ledger": ledger},
        [
            ("folder", folder, "value"),
        ],
    )


def ledger_journal(
    ledger: Argument,
    *,
    policy: Argument | None = None,
) -> Answer:
    """Write what a ledger books: accruals, and costs of contracts spread over time.

    This is `ontarget ledger journal`.

    Args:
        ledger: The ledger.
        policy: How costs of contracts are spread.
    """
    return ask(
        ["ledger", "journal"],
        {"ledger": ledger},
        [
            ("policy", policy, "value"),
        ],
    )


def gifts(
    file: Argument,
    *,
    year: Value | Iterable[Value] | None = None,
    near: Value | Iterable[Value] | None = None,
    map: Mapping[str, Value] | Argument | Value | Iterable[Argument | Value] | None = None,
    mapping: Argument | None = None,
    decimal: Literal["point", "comma"] | None = None,
    dates: Literal["mdy", "dmy"] | None = None,
    datasets: Value | Iterable[Value] | None = None,
) -> Answer:
    """Hold a register of gifts against the yearly limit of FINRA Rule 3220.

    This is `ontarget gifts`.

    Args:
        file: The register, as CSV or .xlsx.
        year: The year over which gifts are added up: calendar, rolling, or fiscal:MM-DD
            (default: calendar).
        near: From which share of the limit a recipient is near it.
        map: Say which column holds what, by the name that the tool's own layout has for it;
            of other files than the first with their kind, such as roster.hire_date=Start;
            may be repeated.
        mapping: A table with the columns kind, role and column that says the same, as check
            --write-mapping writes it.
        decimal: The decimal separator of all amounts: point or comma (default: by the
            amounts). One of point, comma.
        dates: Whether dates are dmy or mdy (default: by the dates). One of mdy, dmy.
        datasets: The folder of the datasets (default: $ONTARGET_DATASETS, then the
            installed ones, ./datasets, and those of the checkout that it was built in).
    """
    return ask(
        ["gifts"],
        {"file": file},
        [
            ("year", year, "value"),
            ("near", near, "value"),
            ("map", map, "list"),
            ("mapping", mapping, "value"),
            ("decimal", decimal, "value"),
            ("dates", dates, "value"),
            ("datasets", datasets, "value"),
        ],
    )


def compare(
    data: Argument | Sequence[Argument] | None = None,
    *,
    by: Value | Iterable[Value] | None = None,
    where: Mapping[str, Value] | Argument | Value | Iterable[Argument | Value] | None = None,
    pool: bool | None = None,
    baseline: bool | None = None,
    adjust: Value | Iterable[Value] | None = None,
    inequality: bool | None = None,
    atkinson: Value | Iterable[Value] | None = None,
    pairs: Literal["welch", "games-howell", "mann-whitney", "brunner-munzel"] | None = None,
    adjustment: Literal["holm", "bh"] | None = None,
    min_contributors: Value | Iterable[Value] | None = None,
    max_share: Value | Iterable[Value] | None = None,
    occupation: Mapping[str, Value] | Argument | Value | Iterable[Argument | Value] | None = None,
    title: Mapping[str, Value] | Argument | Value | Iterable[Argument | Value] | None = None,
    area: Mapping[str, Value] | Argument | Value | Iterable[Argument | Value] | None = None,
    weight: Value | Iterable[Value] | None = None,
    weight_kind: Literal["frequency", "sampling", "reliability"] | None = None,
    cluster: Value | Iterable[Value] | None = None,
    strata: Value | Iterable[Value] | None = None,
    lonely_units: Literal["fail", "center", "certainty"] | None = None,
    weight_replicates: Value | Iterable[Value] | None = None,
    replicate_method: Value | Iterable[Value] | None = None,
    quantile_type: Literal["1", "2", "3", "4", "5", "6", "7", "8", "9"] | None = None,
    confidence: Value | Iterable[Value] | None = None,
    interval: Literal["woodruff", "logit", "beta", "bootstrap", "bca", "none"] | None = None,
    replicates: Value | Iterable[Value] | None = None,
    seed: Value | Iterable[Value] | None = None,
    encoding: Value | Iterable[Value] | None = None,
    delimiter: Value | Iterable[Value] | None = None,
    sheet: Value | Iterable[Value] | None = None,
    expect_rows: Value | Iterable[Value] | None = None,
    strict: bool | None = None,
    rejects: str | os.PathLike[str] | None = None,
    map: Mapping[str, Value] | Argument | Value | Iterable[Argument | Value] | None = None,
    mapping: Argument | None = None,
    pay: Literal["base", "total", "commission", "bonus"] | None = None,
    decimal: Literal["point", "comma"] | None = None,
    pay_period: Literal["hour", "day", "week", "two weeks", "half month", "month", "quarter", "year"] | None = None,
    assume_currency: Value | Iterable[Value] | None = None,
    currency: Value | Iterable[Value] | None = None,
    rates: Argument | None = None,
    keep: Mapping[str, Value] | Argument | Value | Iterable[Argument | Value] | None = None,
    threads: Value | Iterable[Value] | None = None,
    date: Value | Iterable[Value] | None = None,
    age_to: Value | Iterable[Value] | None = None,
    age_by: Value | Iterable[Value] | None = None,
    simple: bool | None = None,
    extrapolate: Value | Iterable[Value] | None = None,
    datasets: Value | Iterable[Value] | None = None,
) -> Answer:
    """Compare pay by group, and with the May-2021 baseline.

    This is `ontarget compare`.

    Args:
        data: Salary files or published tables, as CSV or .xlsx.
        by: What the groups are: columns of people's data, such as industry or
            industry,state; or of published tables sector, state, occupation or year
            (default: sector).
        where: Only people for whom this holds, such as level=senior or experience>=5; may
            be repeated.
        pool: Of published tables take the occupations together, by sector, state or year.
        baseline: Hold pay against the baseline, the base pay of account executives.
        adjust: Compare at equal characteristics too: columns such as
            experience,state,level; what holds numbers enters as a number, experience^2
            squared, and grade=category or grade=number says which.
        inequality: Measure inequality too: Gini, Theil, Atkinson and P90/P10 of each group,
            and how much of it lies between groups.
        atkinson: The ε of Atkinson's index: the larger, the more low pay counts (default:
            0.5).
        pairs: Compare each two groups by this test, with the size of the effect: welch or
            games-howell (Hedges' g), mann-whitney or brunner-munzel (by ranks, Cliff's
            delta). One of welch, games-howell, mann-whitney, brunner-munzel.
        adjustment: How p-values are raised for many comparisons: holm or bh
            (Benjamini-Hochberg). One of holm, bh.
        min_contributors: Hide groups with fewer employers, or people where no employer is
            known, than this (customary: 5), and further ones where hidden ones would follow
            from the total.
        max_share: Hide groups of which one contributor has more than this (customary: 25%).
        occupation: Of published tables only the occupation with this code, or those with
            this in their title; may be repeated.
        title: Of published tables only the occupation of this plain title, such as "account
            executive"; may be repeated.
        area: Of published tables only this state or metropolitan area, such as TX or
            Dallas; may be repeated.
        weight: The column of weights; say also what they mean.
        weight_kind: What the weights mean: sampling (the row represents that many people),
            frequency (that many people are equal) or reliability (the inverse of the row's
            variance). One of frequency, sampling, reliability.
        cluster: The column of clusters that were drawn whole, such as employer.
        strata: The column of strata within which people or clusters were drawn.
        lonely_units: What to do about a stratum with one sampling unit: fail, center (hold
            it against the mean of all), certainty (no contribution to the variance). One of
            fail, center, certainty.
        weight_replicates: The columns of replicate weights, in place of clusters and
            strata: PWGTP* for all numbers, or PWGTP1-80.
        replicate_method: How the survey made them: successive-difference (ACS, CPS), brr,
            fay=0.5, jackknife, bootstrap, or factor=1 for what each squared difference
            counts.
        quantile_type: The definition of percentiles, 1 to 9 of Hyndman and Fan (default: 7,
            with weights 1). One of 1, 2, 3, 4, 5, 6, 7, 8, 9.
        confidence: The confidence of intervals.
        interval: How intervals are found: woodruff, logit or beta (Woodruff's on other
            scales), bootstrap, bca, none. One of woodruff, logit, beta, bootstrap, bca,
            none.
        replicates: The number of samples of bootstrap and bca.
        seed: The seed of bootstrap and bca.
        encoding: The encoding (default: detected): utf-8, utf-16le, utf-16be, latin-1,
            windows-1252.
        delimiter: The character between fields, or "tab" (default: detected).
        sheet: The sheet of a workbook (default: the only one with data); FILE.xlsx#NAME
            says it of one file.
        expect_rows: How many data rows the file has; with fewer or more, or without its
            last line end, it is refused. 0 lets a file be empty.
        strict: Stop at the first row that has something wrong with it.
        rejects: Write the rejected rows as CSV that can be mended and read again.
        map: Say which column holds what, such as base_pay=Gehalt; may be repeated.
        mapping: A table with the columns role and column that says the same.
        pay: Which pay counts: base or total (default: base if there is one). One of base,
            total, commission, bonus.
        decimal: The decimal separator of amounts: point or comma (default: by the amounts).
            One of point, comma.
        pay_period: What pay is for where the data do not say: hour, week, month, year …
            (default: by the amounts). One of hour, day, week, two weeks, half month, month,
            quarter, year.
        assume_currency: The currency of amounts that name none.
        currency: The currency to convert to (default: the most frequent one).
        rates: What currencies are worth: a table with the columns from, to and rate.
        keep: Keep the rows that a rule would set aside, such as duplicate-row, or all; may
            be repeated.
        threads: The number of threads for reading; the result does not depend on it.
        date: The month of the pay where the data do not say, such as 2013-05.
        age_to: Bring all pay to this month.
        age_by: By what: cpi-u, eci, awi (average wage index), or a rate per year such as
            3.5% (default: eci; over the years of a published series cpi-u).
        simple: Add a rate per year up without interest on interest (default: compound).
        extrapolate: Carry an index on beyond its end at this rate per year, such as 3%.
        datasets: The folder of the datasets (default: $ONTARGET_DATASETS, then the
            installed ones, ./datasets, and those of the checkout that it was built in).
    """
    return ask(
        ["compare"],
        {"data": data},
        [
            ("by", by, "value"),
            ("where", where, "list"),
            ("pool", pool, "flag"),
            ("baseline", baseline, "switch"),
            ("adjust", adjust, "value"),
            ("inequality", inequality, "flag"),
            ("atkinson", atkinson, "value"),
            ("pairs", pairs, "value"),
            ("adjustment", adjustment, "value"),
            ("min-contributors", min_contributors, "value"),
            ("max-share", max_share, "value"),
            ("occupation", occupation, "list"),
            ("title", title, "list"),
            ("area", area, "list"),
            ("weight", weight, "value"),
            ("weight-kind", weight_kind, "value"),
            ("cluster", cluster, "value"),
            ("strata", strata, "value"),
            ("lonely-units", lonely_units, "value"),
            ("weight-replicates", weight_replicates, "value"),
            ("replicate-method", replicate_method, "value"),
            ("quantile-type", quantile_type, "value"),
            ("confidence", confidence, "value"),
            ("interval", interval, "value"),
            ("replicates", replicates, "value"),
            ("seed", seed, "value"),
            ("encoding", encoding, "value"),
            ("delimiter", delimiter, "value"),
            ("sheet", sheet, "value"),
            ("expect-rows", expect_rows, "value"),
            ("strict", strict, "flag"),
            ("rejects", rejects, "value"),
            ("map", map, "list"),
            ("mapping", mapping, "value"),
            ("pay", pay, "value"),
            ("decimal", decimal, "value"),
            ("pay-period", pay_period, "value"),
            ("assume-currency", assume_currency, "value"),
            ("currency", currency, "value"),
            ("rates", rates, "value"),
            ("keep", keep, "list"),
            ("threads", threads, "value"),
            ("date", date, "value"),
            ("age-to", age_to, "value"),
            ("age-by", age_by, "value"),
            ("simple", simple, "flag"),
            ("extrapolate", extrapolate, "value"),
            ("datasets", datasets, "value"),
        ],
    )


def price(
    job: Argument | Sequence[Argument] | None = None,
    *,
    surveys: Mapping[str, Value] | Argument | Value | Iterable[Argument | Value] | None = None,
    matches: Argument | None = None,
    age_to: Value | Iterable[Value] | None = None,
    plan_year: Value | Iterable[Value] | None = None,
    policy: Literal["lag", "lead-lag", "lead"] | None = None,
    age_by: Mapping[str, Value] | Argument | Value | Iterable[Argument | Value] | None = None,
    aging: Literal["simple", "compound", "stepped"] | None = None,
    day_count: Literal["months", "days"] | None = None,
    weights: Literal["equal", "incumbents", "organizations", "stated"] | None = None,
    weight: Mapping[str, Value] | Argument | Value | Iterable[Argument | Value] | None = None,
    adjust: Mapping[str, Value] | Argument | Value | Iterable[Argument | Value] | None = None,
    geographic: Value | Iterable[Value] | None = None,
    min_organizations: Value | Iterable[Value] | None = None,
    min_incumbents: Value | Iterable[Value] | None = None,
    scope: Mapping[str, Value] | Argument | Value | Iterable[Argument | Value] | None = None,
    location: Mapping[str, Value] | Argument | Value | Iterable[Argument | Value] | None = None,
    currency: Value | Iterable[Value] | None = None,
    effective: Value | Iterable[Value] | None = None,
    element: Literal["base", "target_cash", "total_cash"] | None = None,
    round: Value | Iterable[Value] | None = None,
    map: Mapping[str, Value] | Argument | Value | Iterable[Argument | Value] | None = None,
    mapping: Argument | None = None,
    decimal: Literal["point", "comma"] | None = None,
    dates: Literal["mdy", "dmy"] | None = None,
    datasets: Value | Iterable[Value] | None = None,
) -> Answer:
    """Price jobs by survey cuts, salary files and published tables.

    This is `ontarget price`.

    Args:
        job: The jobs: those of the matches, or codes or titles of the surveys (default: all
            of the matches).
        surveys: Files as CSV or .xlsx: survey cuts, tables of OEWS, or salary files with a
            row for each person, of which the people of a title are a cut.
        matches: A table with the columns job and survey_job, and as far as known survey,
            adjustment, reason, weight, title, grade and points.
        age_to: The day to bring pay to (default: that of the cuts, if all are of one).
        plan_year: In place of a day the first one of a plan year, to which --policy
            belongs.
        policy: Where in the plan year pay meets the market: lag, lead-lag or lead (default:
            lead-lag). One of lag, lead-lag, lead.
        age_by: How much pay rises in a year, such as 3%, or of one survey SURVEY=3%; may be
            repeated.
        aging: How years add up: simple, compound or stepped. One of simple, compound,
            stepped.
        day_count: How a part of a year is counted: months or days over 365. One of months,
            days.
        weights: What cuts count by: equal, incumbents, organizations or stated (default:
            stated where there are weights, else equal). One of equal, incumbents,
            organizations, stated.
        weight: The stated weight of a survey, such as SURVEY=50%; may be repeated.
        adjust: A level adjustment of a survey's job, such as ACC2=10%; may be repeated.
        geographic: Local over national pay, such as 1.08 or 108%.
        min_organizations: The fewest employers of a cut.
        min_incumbents: The fewest people of a cut.
        scope: Of surveys that have this scope only its cuts; may be repeated.
        location: Only cuts of this place, or national for those of the whole country; may
            be repeated.
        currency: Only cuts in this currency, in which amounts are that name none.
        effective: The day of the pay of surveys that do not say it.
        element: Which pay the prices are of: base, target_cash or total_cash. One of base,
            target_cash, total_cash.
        round: The step that prices are rounded to.
        map: Say which column holds what, by the name that the tool's own layout has for it;
            of other files than the first with their kind, such as roster.hire_date=Start;
            may be repeated.
        mapping: A table with the columns kind, role and column that says the same, as check
            --write-mapping writes it.
        decimal: The decimal separator of all amounts: point or comma (default: by the
            amounts). One of point, comma.
        dates: Whether dates are dmy or mdy (default: by the dates). One of mdy, dmy.
        datasets: The folder of the datasets (default: $ONTARGET_DATASETS, then the
            installed ones, ./datasets, and those of the checkout that it was built in).
    """
    return ask(
        ["price"],
        {"job": job},
        [
            ("surveys", surveys, "list"),
            ("matches", matches, "value"),
            ("age-to", age_to, "value"),
            ("plan-year", plan_year, "value"),
            ("policy", policy, "value"),
            ("age-by", age_by, "list"),
            ("aging", aging, "value"),
            ("day-count", day_count, "value"),
            ("weights", weights, "value"),
            ("weight", weight, "list"),
            ("adjust", adjust, "list"),
            ("geographic", geographic, "value"),
            ("min-organizations", min_organizations, "value"),
            ("min-incumbents", min_incumbents, "value"),
            ("scope", scope, "list"),
            ("location", location, "list"),
            ("currency", currency, "value"),
            ("effective", effective, "value"),
            ("element", element, "value"),
            ("round", round, "value"),
            ("map", map, "list"),
            ("mapping", mapping, "value"),
            ("decimal", decimal, "value"),
            ("dates", dates, "value"),
            ("datasets", datasets, "value"),
        ],
    )


def ranges(
    priced_jobs: Argument | None = None,
    *,
    grades: Argument | None = None,
    spread: Value | Iterable[Value] | None = None,
    round_midpoint: Value | Iterable[Value] | None = None,
    round_minimum: Value | Iterable[Value] | None = None,
    currency: Value | Iterable[Value] | None = None,
    midpoint: Value | Iterable[Value] | None = None,
    progression: Value | Iterable[Value] | None = None,
    count: Value | Iterable[Value] | None = None,
    line: Literal["logarithm", "linear"] | None = None,
    policy: Value | Iterable[Value] | None = None,
    people: Argument | None = None,
    by: Value | Iterable[Value] | None = None,
    map: Mapping[str, Value] | Argument | Value | Iterable[Argument | Value] | None = None,
    mapping: Argument | None = None,
    decimal: Literal["point", "comma"] | None = None,
    dates: Literal["mdy", "dmy"] | None = None,
) -> Answer:
    """Make or read the ranges of a pay structure, and hold people against them.

    This is `ontarget ranges`.

    Args:
        priced_jobs: Priced jobs: a table with job, market (or p50), and points or a grade
            with a number; what price writes as CSV is one.
        grades: A table with the column grade and minimum and maximum, or midpoint, or
            points; spread and currency as far as known.
        spread: Maximum over minimum, less 1, of grades that say none: 50%.
        round_midpoint: The step that midpoints are rounded to, such as 100.
        round_minimum: The step that minimums are rounded to, such as 10; maximums follow.
        currency: The currency of files that name none.
        midpoint: The midpoint of the first grade.
        progression: How much each midpoint is above the one before: 15%.
        count: The number of grades.
        line: What the pay line is straight in: logarithm (of pay) or linear. One of
            logarithm, linear.
        policy: How the organisation pays over the market, such as 1.05 or 105%.
        people: People: a table with employee, grade and salary.
        by: Columns of the people whose groups are compared, such as gender.
        map: Say which column holds what, by the name that the tool's own layout has for it;
            of other files than the first with their kind, such as roster.hire_date=Start;
            may be repeated.
        mapping: A table with the columns kind, role and column that says the same, as check
            --write-mapping writes it.
        decimal: The decimal separator of all amounts: point or comma (default: by the
            amounts). One of point, comma.
        dates: Whether dates are dmy or mdy (default: by the dates). One of mdy, dmy.
    """
    return ask(
        ["ranges"],
        {"priced_jobs": priced_jobs},
        [
            ("grades", grades, "value"),
            ("spread", spread, "value"),
            ("round-midpoint", round_midpoint, "value"),
            ("round-minimum", round_minimum, "value"),
            ("currency", currency, "value"),
            ("midpoint", midpoint, "value"),
            ("progression", progression, "value"),
            ("count", count, "value"),
            ("line", line, "value"),
            ("policy", policy, "value"),
            ("people", people, "value"),
            ("by", by, "value"),
            ("map", map, "list"),
            ("mapping", mapping, "value"),
            ("decimal", decimal, "value"),
            ("dates", dates, "value"),
        ],
    )


def merit(
    people: Argument,
    *,
    matrix: Argument | None = None,
    budget: Value | Iterable[Value] | None = None,
    grades: Argument | None = None,
    spread: Value | Iterable[Value] | None = None,
    round_midpoint: Value | Iterable[Value] | None = None,
    round_minimum: Value | Iterable[Value] | None = None,
    currency: Value | Iterable[Value] | None = None,
    position: Literal["compa-ratio", "penetration"] | None = None,
    fit: Literal["factor", "points"] | None = None,
    at_maximum: Literal["exceed", "lump-sum", "cap"] | None = None,
    minimum_first: bool | None = None,
    period: Value | Iterable[Value] | None = None,
    part_by: Literal["days", "months"] | None = None,
    part_places: Value | Iterable[Value] | None = None,
    round: Value | Iterable[Value] | None = None,
    by: Value | Iterable[Value] | None = None,
    map: Mapping[str, Value] | Argument | Value | Iterable[Argument | Value] | None = None,
    mapping: Argument | None = None,
    decimal: Literal["point", "comma"] | None = None,
    dates: Literal["mdy", "dmy"] | None = None,
) -> Answer:
    """Spend a merit budget exactly, by performance and place in the range.

    This is `ontarget merit`.

    Args:
        people: People: a table with employee, grade, salary and rating.
        matrix: The merit matrix.
        budget: The part of the payroll that is spent: 3.5%.
        grades: A table with the column grade and minimum and maximum, or midpoint, or
            points; spread and currency as far as known.
        spread: Maximum over minimum, less 1, of grades that say none: 50%.
        round_midpoint: The step that midpoints are rounded to, such as 100.
        round_minimum: The step that minimums are rounded to, such as 10; maximums follow.
        currency: The currency of files that name none.
        position: What the zones of the matrix are of: compa-ratio or penetration. One of
            compa-ratio, penetration.
        fit: How the matrix is brought to the budget: factor (all cells are multiplied by
            one) or points (one number of percentage points is added to all, down to 0). One
            of factor, points.
        at_maximum: What becomes of an increase that leads above the maximum: exceed,
            lump-sum (the rest is paid once) or cap (the others share it). One of exceed,
            lump-sum, cap.
        minimum_first: Bring everybody to the minimum first, out of the budget.
        period: The period of a whole increase, of which people have the part since
            eligible_from.
        part_by: How the part is counted: days or months. One of days, months.
        part_places: The decimals that the part is rounded to before it is used (default:
            exact).
        round: The step of increases, such as 10 (default: the minor unit).
        by: Columns of the people whose groups are compared, such as gender.
        map: Say which column holds what, by the name that the tool's own layout has for it;
            of other files than the first with their kind, such as roster.hire_date=Start;
            may be repeated.
        mapping: A table with the columns kind, role and column that says the same, as check
            --write-mapping writes it.
        decimal: The decimal separator of all amounts: point or comma (default: by the
            amounts). One of point, comma.
        dates: Whether dates are dmy or mdy (default: by the dates). One of mdy, dmy.
    """
    return ask(
        ["merit"],
        {"people": people},
        [
            ("matrix", matrix, "value"),
            ("budget", budget, "value"),
            ("grades", grades, "value"),
            ("spread", spread, "value"),
            ("round-midpoint", round_midpoint, "value"),
            ("round-minimum", round_minimum, "value"),
            ("currency", currency, "value"),
            ("position", position, "value"),
            ("fit", fit, "value"),
            ("at-maximum", at_maximum, "value"),
            ("minimum-first", minimum_first, "flag"),
            ("period", period, "value"),
            ("part-by", part_by, "value"),
            ("part-places", part_places, "value"),
            ("round", round, "value"),
            ("by", by, "value"),
            ("map", map, "list"),
            ("mapping", mapping, "value"),
            ("decimal", decimal, "value"),
            ("dates", dates, "value"),
        ],
    )


def gap(
    data: Argument | Sequence[Argument],
    *,
    between: Value | Iterable[Value] | None = None,
    groups: Value | Iterable[Value] | None = None,
    adjust: Value | Iterable[Value] | None = None,
    reference: Literal["jann", "neumark", "cotton", "reimers", "a", "b"] | None = None,
    quantiles: Value | Iterable[Value] | None = None,
    by: Value | Iterable[Value] | None = None,
    smallest_group: Value | Iterable[Value] | None = None,
    where: Mapping[str, Value] | Argument | Value | Iterable[Argument | Value] | None = None,
    weight: Value | Iterable[Value] | None = None,
    weight_kind: Literal["frequency", "sampling", "reliability"] | None = None,
    cluster: Value | Iterable[Value] | None = None,
    strata: Value | Iterable[Value] | None = None,
    lonely_units: Literal["fail", "center", "certainty"] | None = None,
    weight_replicates: Value | Iterable[Value] | None = None,
    replicate_method: Value | Iterable[Value] | None = None,
    quantile_type: Literal["1", "2", "3", "4", "5", "6", "7", "8", "9"] | None = None,
    confidence: Value | Iterable[Value] | None = None,
    interval: Literal["woodruff", "logit", "beta", "bootstrap", "bca", "none"] | None = None,
    replicates: Value | Iterable[Value] | None = None,
    seed: Value | Iterable[Value] | None = None,
    encoding: Value | Iterable[Value] | None = None,
    delimiter: Value | Iterable[Value] | None = None,
    sheet: Value | Iterable[Value] | None = None,
    expect_rows: Value | Iterable[Value] | None = None,
    strict: bool | None = None,
    rejects: str | os.PathLike[str] | None = None,
    map: Mapping[str, Value] | Argument | Value | Iterable[Argument | Value] | None = None,
    mapping: Argument | None = None,
    pay: Literal["base", "total", "commission", "bonus"] | None = None,
    decimal: Literal["point", "comma"] | None = None,
    pay_period: Literal["hour", "day", "week", "two weeks", "half month", "month", "quarter", "year"] | None = None,
    assume_currency: Value | Iterable[Value] | None = None,
    currency: Value | Iterable[Value] | None = None,
    rates: Argument | None = None,
    keep: Mapping[str, Value] | Argument | Value | Iterable[Argument | Value] | None = None,
    threads: Value | Iterable[Value] | None = None,
    date: Value | Iterable[Value] | None = None,
    age_to: Value | Iterable[Value] | None = None,
    age_by: Value | Iterable[Value] | None = None,
    simple: bool | None = None,
    extrapolate: Value | Iterable[Value] | None = None,
    datasets: Value | Iterable[Value] | None = None,
) -> Answer:
    """Split the difference in pay between two groups: raw, adjusted, decomposed.

    This is `ontarget gap`.

    Args:
        data: Salary files, as CSV or .xlsx.
        between: The column that tells the groups apart.
        groups: The two groups, the reference first (default: the two that there are, the
            better paid one first).
        adjust: The characteristics to hold equal, such as experience,state,level; what
            holds numbers enters as a number, experience^2 squared, and grade=category or
            grade=number says which.
        reference: Whose coefficients the decomposition takes for fair: jann (everybody,
            beside a column for the group), neumark (everybody), cotton, reimers, a, b. One
            of jann, neumark, cotton, reimers, a, b.
        quantiles: The quantiles at which the gap is wanted too, in per cent, such as
            10,25,50,75,90; with --adjust also at equal characteristics, by quantile
            regression.
        by: The raw gap by group too: columns such as level or level,state.
        smallest_group: With --by, the people of each side without whom a gap is withheld
            (default: 5).
        where: Only people for whom this holds, such as level=senior; may be repeated.
        weight: The column of weights; say also what they mean.
        weight_kind: What the weights mean: sampling (the row represents that many people),
            frequency (that many people are equal) or reliability (the inverse of the row's
            variance). One of frequency, sampling, reliability.
        cluster: The column of clusters that were drawn whole, such as employer.
        strata: The column of strata within which people or clusters were drawn.
        lonely_units: What to do about a stratum with one sampling unit: fail, center (hold
            it against the mean of all), certainty (no contribution to the variance). One of
            fail, center, certainty.
        weight_replicates: The columns of replicate weights, in place of clusters and
            strata: PWGTP* for all numbers, or PWGTP1-80.
        replicate_method: How the survey made them: successive-difference (ACS, CPS), brr,
            fay=0.5, jackknife, bootstrap, or factor=1 for what each squared difference
            counts.
        quantile_type: The definition of percentiles, 1 to 9 of Hyndman and Fan (default: 7,
            with weights 1). One of 1, 2, 3, 4, 5, 6, 7, 8, 9.
        confidence: The confidence of intervals.
        interval: How intervals are found: woodruff, logit or beta (Woodruff's on other
            scales), bootstrap, bca, none. One of woodruff, logit, beta, bootstrap, bca,
            none.
        replicates: The number of samples of bootstrap and bca.
        seed: The seed of bootstrap and bca.
        encoding: The encoding (default: detected): utf-8, utf-16le, utf-16be, latin-1,
            windows-1252.
        delimiter: The character between fields, or "tab" (default: detected).
        sheet: The sheet of a workbook (default: the only one with data); FILE.xlsx#NAME
            says it of one file.
        expect_rows: How many data rows the file has; with fewer or more, or without its
            last line end, it is refused. 0 lets a file be empty.
        strict: Stop at the first row that has something wrong with it.
        rejects: Write the rejected rows as CSV that can be mended and read again.
        map: Say which column holds what, such as base_pay=Gehalt; may be repeated.
        mapping: A table with the columns role and column that says the same.
        pay: Which pay counts: base or total (default: base if there is one). One of base,
            total, commission, bonus.
        decimal: The decimal separator of amounts: point or comma (default: by the amounts).
            One of point, comma.
        pay_period: What pay is for where the data do not say: hour, week, month, year …
            (default: by the amounts). One of hour, day, week, two weeks, half month, month,
            quarter, year.
        assume_currency: The currency of amounts that name none.
        currency: The currency to convert to (default: the most frequent one).
        rates: What currencies are worth: a table with the columns from, to and rate.
        keep: Keep the rows that a rule would set aside, such as duplicate-row, or all; may
            be repeated.
        threads: The number of threads for reading; the result does not depend on it.
        date: The month of the pay where the data do not say, such as 2013-05.
        age_to: Bring all pay to this month.
        age_by: By what: cpi-u, eci, awi (average wage index), or a rate per year such as
            3.5% (default: eci; over the years of a published series cpi-u).
        simple: Add a rate per year up without interest on interest (default: compound).
        extrapolate: Carry an index on beyond its end at this rate per year, such as 3%.
        datasets: The folder of the datasets (default: $ONTARGET_DATASETS, then the
            installed ones, ./datasets, and those of the checkout that it was built in).
    """
    return ask(
        ["gap"],
        {"data": data},
        [
            ("between", between, "value"),
            ("groups", groups, "value"),
            ("adjust", adjust, "value"),
            ("reference", reference, "value"),
            ("quantiles", quantiles, "value"),
            ("by", by, "value"),
            ("smallest-group", smallest_group, "value"),
            ("where", where, "list"),
            ("weight", weight, "value"),
            ("weight-kind", weight_kind, "value"),
            ("cluster", cluster, "value"),
            ("strata", strata, "value"),
            ("lonely-units", lonely_units, "value"),
            ("weight-replicates", weight_replicates, "value"),
            ("replicate-method", replicate_method, "value"),
            ("quantile-type", quantile_type, "value"),
            ("confidence", confidence, "value"),
            ("interval", interval, "value"),
            ("replicates", replicates, "value"),
            ("seed", seed, "value"),
            ("encoding", encoding, "value"),
            ("delimiter", delimiter, "value"),
            ("sheet", sheet, "value"),
            ("expect-rows", expect_rows, "value"),
            ("strict", strict, "flag"),
            ("rejects", rejects, "value"),
            ("map", map, "list"),
            ("mapping", mapping, "value"),
            ("pay", pay, "value"),
            ("decimal", decimal, "value"),
            ("pay-period", pay_period, "value"),
            ("assume-currency", assume_currency, "value"),
            ("currency", currency, "value"),
            ("rates", rates, "value"),
            ("keep", keep, "list"),
            ("threads", threads, "value"),
            ("date", date, "value"),
            ("age-to", age_to, "value"),
            ("age-by", age_by, "value"),
            ("simple", simple, "flag"),
            ("extrapolate", extrapolate, "value"),
            ("datasets", datasets, "value"),
        ],
    )


def check(
    file: Argument | Sequence[Argument] | None = None,
    *,
    schema: bool | None = None,
    readings: bool | None = None,
    plan: Argument | None = None,
    roster: Argument | None = None,
    write_mapping: str | os.PathLike[str] | None = None,
    cleaned: str | os.PathLike[str] | None = None,
    dates: Literal["mdy", "dmy"] | None = None,
    all_by: Value | Iterable[Value] | None = None,
    encoding: Value | Iterable[Value] | None = None,
    delimiter: Value | Iterable[Value] | None = None,
    sheet: Value | Iterable[Value] | None = None,
    expect_rows: Value | Iterable[Value] | None = None,
    strict: bool | None = None,
    rejects: str | os.PathLike[str] | None = None,
    map: Mapping[str, Value] | Argument | Value | Iterable[Argument | Value] | None = None,
    mapping: Argument | None = None,
    pay: Literal["base", "total", "commission", "bonus"] | None = None,
    decimal: Literal["point", "comma"] | None = None,
    pay_period: Literal["hour", "day", "week", "two weeks", "half month", "month", "quarter", "year"] | None = None,
    assume_currency: Value | Iterable[Value] | None = None,
    currency: Value | Iterable[Value] | None = None,
    rates: Argument | None = None,
    keep: Mapping[str, Value] | Argument | Value | Iterable[Argument | Value] | None = None,
    threads: Value | Iterable[Value] | None = None,
    datasets: Value | Iterable[Value] | None = None,
) -> Answer:
    """Read files and tell everything that is wrong with them.

    This is `ontarget check`.

    Args:
        file: The files.
        schema: Print the JSON Schema with which editors complete and check a format: plan
            (without a name), offer, ladder, role or recipe.
        readings: Price a plan under the readings that plans are often silent about:
            marginal, retroactive or by deal; a draw recoverable, non-recoverable or added.
        plan: The plan that deals are to be paid by, to see what would be paid on and what
            is set aside.
        roster: The people on that plan.
        write_mapping: Write what the columns were taken for as a mapping, with which
            --mapping reads the next such files.
        cleaned: Write what became of each row of a salary file as CSV, with the reason and
            the values made of it.
        dates: Whether dates are dmy or mdy (default: by the dates). One of mdy, dmy.
        all_by: Whose all deals are, for a file without a column for people.
        encoding: The encoding (default: detected): utf-8, utf-16le, utf-16be, latin-1,
            windows-1252.
        delimiter: The character between fields, or "tab" (default: detected).
        sheet: The sheet of a workbook (default: the only one with data); FILE.xlsx#NAME
            says it of one file.
        expect_rows: How many data rows the file has; with fewer or more, or without its
            last line end, it is refused. 0 lets a file be empty.
        strict: Stop at the first row that has something wrong with it.
        rejects: Write the rejected rows as CSV that can be mended and read again.
        map: Say which column holds what, such as base_pay=Gehalt; may be repeated.
        mapping: A table with the columns role and column that says the same.
        pay: Which pay counts: base or total (default: base if there is one). One of base,
            total, commission, bonus.
        decimal: The decimal separator of amounts: point or comma (default: by the amounts).
            One of point, comma.
        pay_period: What pay is for where the data do not say: hour, week, month, year …
            (default: by the amounts). One of hour, day, week, two weeks, half month, month,
            quarter, year.
        assume_currency: The currency of amounts that name none.
        currency: The currency to convert to (default: the most frequent one).
        rates: What currencies are worth: a table with the columns from, to and rate.
        keep: Keep the rows that a rule would set aside, such as duplicate-row, or all; may
            be repeated.
        threads: The number of threads for reading; the result does not depend on it.
        datasets: The folder of the datasets (default: $ONTARGET_DATASETS, then the
            installed ones, ./datasets, and those of the checkout that it was built in).
    """
    return ask(
        ["check"],
        {"file": file},
        [
            ("schema", schema, "flag"),
            ("readings", readings, "flag"),
            ("plan", plan, "value"),
            ("roster", roster, "value"),
            ("write-mapping", write_mapping, "value"),
            ("cleaned", cleaned, "value"),
            ("dates", dates, "value"),
            ("all-by", all_by, "value"),
            ("encoding", encoding, "value"),
            ("delimiter", delimiter, "value"),
            ("sheet", sheet, "value"),
            ("expect-rows", expect_rows, "value"),
            ("strict", strict, "flag"),
            ("rejects", rejects, "value"),
            ("map", map, "list"),
            ("mapping", mapping, "value"),
            ("pay", pay, "value"),
            ("decimal", decimal, "value"),
            ("pay-period", pay_period, "value"),
            ("assume-currency", assume_currency, "value"),
            ("currency", currency, "value"),
            ("rates", rates, "value"),
            ("keep", keep, "list"),
            ("threads", threads, "value"),
            ("datasets", datasets, "value"),
        ],
    )


def report_salary(
    *,
    plan: Argument | None = None,
    role: Argument | None = None,
    quota: Value | Iterable[Value] | None = None,
    sales: Value | Iterable[Value] | None = None,
    attainment: Value | Iterable[Value] | None = None,
    data: Mapping[str, Value] | Argument | Value | Iterable[Argument | Value] | None = None,
    by: Value | Iterable[Value] | None = None,
    where: Mapping[str, Value] | Argument | Value | Iterable[Argument | Value] | None = None,
    map: Mapping[str, Value] | Argument | Value | Iterable[Argument | Value] | None = None,
    mapping: Argument | None = None,
    pay: Literal["base", "total", "commission", "bonus"] | None = None,
    decimal: Literal["point", "comma"] | None = None,
    pay_period: Literal["hour", "day", "week", "two weeks", "half month", "month", "quarter", "year"] | None = None,
    assume_currency: Value | Iterable[Value] | None = None,
    currency: Value | Iterable[Value] | None = None,
    rates: Argument | None = None,
    keep: Mapping[str, Value] | Argument | Value | Iterable[Argument | Value] | None = None,
    model: Value | Iterable[Value] | None = None,
    trials: Value | Iterable[Value] | None = None,
    seed: Value | Iterable[Value] | None = None,
    threads: Value | Iterable[Value] | None = None,
    section: Mapping[str, Value] | Argument | Value | Iterable[Argument | Value] | None = None,
    datasets: Value | Iterable[Value] | None = None,
) -> Answer:
    """Write the salary report of a role: baseline, market, plan, what to expect, sources.

    This is `ontarget report salary`.

    Args:
        plan: The pay plan (default: that of the datasets).
        role: The role (default: that of the datasets).
        quota: Quotas of the earnings grid (default: 600000,690048,800000).
        sales: Sales of the earnings grid (default: 480000..1040000/80000).
        attainment: Attainments of the pay table (default: 50%..150%/10%).
        data: A salary file that is compared in the report too; may be repeated.
        by: What the groups of --data are (default: industries).
        where: Only people of --data for whom this holds.
        map: Say which column holds what, such as base_pay=Gehalt; may be repeated.
        mapping: A table with the columns role and column that says the same.
        pay: Which pay counts: base or total (default: base if there is one). One of base,
            total, commission, bonus.
        decimal: The decimal separator of amounts: point or comma (default: by the amounts).
            One of point, comma.
        pay_period: What pay is for where the data do not say: hour, week, month, year …
            (default: by the amounts). One of hour, day, week, two weeks, half month, month,
            quarter, year.
        assume_currency: The currency of amounts that name none.
        currency: The currency to convert to (default: the most frequent one).
        rates: What currencies are worth: a table with the columns from, to and rate.
        keep: Keep the rows that a rule would set aside, such as duplicate-row, or all; may
            be repeated.
        model: How attainment varies: a preset (tough-2025, index-43, healthy-60, textbook)
            or fixed:1, lognormal:mean=0.95,cv=0.35, normal:mean=1,sd=0.2,
            gamma:mean=0.9,cv=0.5, banded:0..50%=0.3,50%..100%=0.4,100%..150%=0.3,
            mixture:70%@lognormal:mean=1.1,cv=0.3/30%@gamma:mean=0.4,cv=0.8, empirical:FILE
            (default: tough-2025).
        trials: The number of simulated years (default: 100000).
        seed: The seed of the random numbers (default: 1).
        threads: The number of threads, which changes no figure (default: one a core).
        section: Show this section only; may be repeated (default: all).
        datasets: The folder of the datasets (default: $ONTARGET_DATASETS, then the
            installed ones, ./datasets, and those of the checkout that it was built in).
    """
    return ask(
        ["report", "salary"],
        {},
        [
            ("plan", plan, "value"),
            ("role", role, "value"),
            ("quota", quota, "value"),
            ("sales", sales, "value"),
            ("attainment", attainment, "value"),
            ("data", data, "list"),
            ("by", by, "value"),
            ("where", where, "list"),
            ("map", map, "list"),
            ("mapping", mapping, "value"),
            ("pay", pay, "value"),
            ("decimal", decimal, "value"),
            ("pay-period", pay_period, "value"),
            ("assume-currency", assume_currency, "value"),
            ("currency", currency, "value"),
            ("rates", rates, "value"),
            ("keep", keep, "list"),
            ("model", model, "value"),
            ("trials", trials, "value"),
            ("seed", seed, "value"),
            ("threads", threads, "value"),
            ("section", section, "list"),
            ("datasets", datasets, "value"),
        ],
    )


def report_plan_review(
    plan: Argument | Sequence[Argument] | None = None,
    *,
    previous: Mapping[str, Value] | Argument | Value | Iterable[Argument | Value] | None = None,
    deals: Argument | None = None,
    roster: Argument | None = None,
    rates: Argument | None = None,
    scores: Argument | None = None,
    adjustments: Argument | None = None,
    receipts: Argument | None = None,
    as_of: Value | Iterable[Value] | None = None,
    map: Mapping[str, Value] | Argument | Value | Iterable[Argument | Value] | None = None,
    mapping: Argument | None = None,
    decimal: Literal["point", "comma"] | None = None,
    dates: Literal["mdy", "dmy"] | None = None,
    all_by: Value | Iterable[Value] | None = None,
    model: Value | Iterable[Value] | None = None,
    trials: Value | Iterable[Value] | None = None,
    seed: Value | Iterable[Value] | None = None,
    threads: Value | Iterable[Value] | None = None,
    reference_quota: Value | Iterable[Value] | None = None,
    team: Value | Iterable[Value] | None = None,
    market: Value | Iterable[Value] | None = None,
    goal: Value | Iterable[Value] | None = None,
    section: Mapping[str, Value] | Argument | Value | Iterable[Argument | Value] | None = None,
) -> Answer:
    """Review pay plans: curve, readings, warnings, cost, who wins and who loses.

    This is `ontarget report plan-review`.

    Args:
        plan: Pay plans, as YAML.
        previous: Last year's plan; of several plans one for each, in the same order.
        deals: Deals that both plans are to pay, as CSV or .xlsx.
        roster: Who is on the plan, since when, and under whom (default: everyone with a
            deal, all year).
        rates: What foreign currencies are worth: currency, month, rate.
        scores: Scores of objectives and scored measures: rep, period_end, name, score.
        adjustments: Amounts added or taken by hand: rep, date, amount, reason.
        receipts: What customers paid, for a plan whose pay follows it: deal_id, date,
            amount.
        as_of: The last day that is known, such as 2021-02-28, or its month: no later deal,
            cancellation, payment, draw or salary counts (default: all that the files say).
        map: Say which column holds what, by the name that the tool's own layout has for it;
            of other files than the first with their kind, such as roster.hire_date=Start;
            may be repeated.
        mapping: A table with the columns kind, role and column that says the same, as check
            --write-mapping writes it.
        decimal: The decimal separator of all amounts: point or comma (default: by the
            amounts). One of point, comma.
        dates: Whether dates are dmy or mdy (default: by the dates). One of mdy, dmy.
        all_by: Whose all deals are, for a file without a column for people.
        model: How attainment varies: a preset (tough-2025, index-43, healthy-60, textbook)
            or fixed:1, lognormal:mean=0.95,cv=0.35, normal:mean=1,sd=0.2,
            gamma:mean=0.9,cv=0.5, banded:0..50%=0.3,50%..100%=0.4,100%..150%=0.3,
            mixture:70%@lognormal:mean=1.1,cv=0.3/30%@gamma:mean=0.4,cv=0.8, empirical:FILE
            (default: tough-2025).
        trials: The number of simulated years (default: 100000).
        seed: The seed of the random numbers (default: 1).
        threads: The number of threads, which changes no figure (default: one a core).
        reference_quota: The quota that attainment is measured against (default: the plan's
            own).
        team: Also give the cost of a team of so many people.
        market: How much a common market factor varies the sales of a team.
        goal: What the team is to sell (default: the sum of the quotas).
        section: Show this section only; may be repeated (default: all).
    """
    return ask(
        ["report", "plan-review"],
        {"plan": plan},
        [
            ("previous", previous, "list"),
            ("deals", deals, "value"),
            ("roster", roster, "value"),
            ("rates", rates, "value"),
            ("scores", scores, "value"),
            ("adjustments", adjustments, "value"),
            ("receipts", receipts, "value"),
            ("as-of", as_of, "value"),
            ("map", map, "list"),
            ("mapping", mapping, "value"),
            ("decimal", decimal, "value"),
            ("dates", dates, "value"),
            ("all-by", all_by, "value"),
            ("model", model, "value"),
            ("trials", trials, "value"),
            ("seed", seed, "value"),
            ("threads", threads, "value"),
            ("reference-quota", reference_quota, "value"),
            ("team", team, "value"),
            ("market", market, "value"),
            ("goal", goal, "value"),
            ("section", section, "list"),
        ],
    )


def report_statements(
    plan: Argument | Sequence[Argument] | None = None,
    deals: Argument | None = None,
    *,
    ledger: Argument | None = None,
    roster: Argument | None = None,
    rates: Argument | None = None,
    scores: Argument | None = None,
    adjustments: Argument | None = None,
    receipts: Argument | None = None,
    as_of: Value | Iterable[Value] | None = None,
    map: Mapping[str, Value] | Argument | Value | Iterable[Argument | Value] | None = None,
    mapping: Argument | None = None,
    decimal: Literal["point", "comma"] | None = None,
    dates: Literal["mdy", "dmy"] | None = None,
    all_by: Value | Iterable[Value] | None = None,
    period: Value | Iterable[Value] | None = None,
    rep: Mapping[str, Value] | Argument | Value | Iterable[Argument | Value] | None = None,
    keep: Mapping[str, Value] | Argument | Value | Iterable[Argument | Value] | None = None,
    section: Mapping[str, Value] | Argument | Value | Iterable[Argument | Value] | None = None,
) -> Answer:
    """Write a pay statement for each rep, a page each, and an overview.

    This is `ontarget report statements`.

    Args:
        plan: The pay plan, as YAML.
        deals: The deals, as CSV or .xlsx.
        ledger: A ledger whose closed period is shown, in place of a plan and deals.
        roster: Who is on the plan, since when, and under whom (default: everyone with a
            deal, all year).
        rates: What foreign currencies are worth: currency, month, rate.
        scores: Scores of objectives and scored measures: rep, period_end, name, score.
        adjustments: Amounts added or taken by hand: rep, date, amount, reason.
        receipts: What customers paid, for a plan whose pay follows it: deal_id, date,
            amount.
        as_of: The last day that is known, such as 2021-02-28, or its month: no later deal,
            cancellation, payment, draw or salary counts (default: all that the files say).
        map: Say which column holds what, by the name that the tool's own layout has for it;
            of other files than the first with their kind, such as roster.hire_date=Start;
            may be repeated.
        mapping: A table with the columns kind, role and column that says the same, as check
            --write-mapping writes it.
        decimal: The decimal separator of all amounts: point or comma (default: by the
            amounts). One of point, comma.
        dates: Whether dates are dmy or mdy (default: by the dates). One of mdy, dmy.
        all_by: Whose all deals are, for a file without a column for people.
        period: Only this time: 2021-05, 2021-Q2 (April to June), 2021-H1 or 2021; FY2021-Q2
            is the second quarter of the plan year that starts in 2021.
        rep: Only this rep; may be repeated.
        keep: A column of the roster, such as cost_center, that goes into the table of reps
            for payroll; may be repeated.
        section: Show this section only; may be repeated (default: all).
    """
    return ask(
        ["report", "statements"],
        {"plan": plan, "deals": deals},
        [
            ("ledger", ledger, "value"),
            ("roster", roster, "value"),
            ("rates", rates, "value"),
            ("scores", scores, "value"),
            ("adjustments", adjustments, "value"),
            ("receipts", receipts, "value"),
            ("as-of", as_of, "value"),
            ("map", map, "list"),
            ("mapping", mapping, "value"),
            ("decimal", decimal, "value"),
            ("dates", dates, "value"),
            ("all-by", all_by, "value"),
            ("period", period, "value"),
            ("rep", rep, "list"),
            ("keep", keep, "list"),
            ("section", section, "list"),
        ],
    )


def report_offers(
    offer: Argument | Sequence[Argument] | None = None,
    *,
    years: Value | Iterable[Value] | None = None,
    risk_aversion: Value | Iterable[Value] | None = None,
    net: bool | None = None,
    filing_status: Literal["single", "married_joint", "married_separate", "head_of_household"] | None = None,
    cost_of_living: Argument | None = None,
    reference_quota: Value | Iterable[Value] | None = None,
    trials: Value | Iterable[Value] | None = None,
    seed: Value | Iterable[Value] | None = None,
    datasets: Value | Iterable[Value] | None = None,
    section: Mapping[str, Value] | Argument | Value | Iterable[Argument | Value] | None = None,
) -> Answer:
    """Write the page that compares job offers and says which to take.

    This is `ontarget report offers`.

    Args:
        offer: The offers, as YAML.
        years: How many years of service to look at, 1 to 5 (default: 3).
        risk_aversion: How much risk matters: the coefficient of relative risk aversion, 0
            to 50 (default: 2).
        net: Take off US federal income and payroll tax.
        filing_status: Under which status taxes are paid: single, married_joint,
            married_separate, head_of_household (default: single). One of single,
            married_joint, married_separate, head_of_household.
        cost_of_living: A table of prices with the columns state and index; 100 is the
            average.
        reference_quota: The quota over which every offer sells the same (default: each
            reaches the same attainment of its own).
        trials: How many careers to simulate (default: 20000).
        seed: The seed of the draws (default: 1).
        datasets: The folder of the datasets (default: $ONTARGET_DATASETS, then the
            installed ones, ./datasets, and those of the checkout that it was built in).
        section: Show this section only; may be repeated (default: all).
    """
    return ask(
        ["report", "offers"],
        {"offer": offer},
        [
            ("years", years, "value"),
            ("risk-aversion", risk_aversion, "value"),
            ("net", net, "flag"),
            ("filing-status", filing_status, "value"),
            ("cost-of-living", cost_of_living, "value"),
            ("reference-quota", reference_quota, "value"),
            ("trials", trials, "value"),
            ("seed", seed, "value"),
            ("datasets", datasets, "value"),
            ("section", section, "list"),
        ],
    )


def report_gap(
    employees: Argument | None = None,
    *,
    rules: Literal["uk", "eu", "de"] | None = None,
    year: Value | Iterable[Value] | None = None,
    public_body: bool | None = None,
    pay_period: Literal["week", "two weeks", "four weeks", "month", "quarter", "half year", "year"] | None = None,
    full_time: Value | Iterable[Value] | None = None,
    smallest_group: Value | Iterable[Value] | None = None,
    map: Mapping[str, Value] | Argument | Value | Iterable[Argument | Value] | None = None,
    mapping: Argument | None = None,
    decimal: Literal["point", "comma"] | None = None,
    dates: Literal["mdy", "dmy"] | None = None,
    section: Mapping[str, Value] | Argument | Value | Iterable[Argument | Value] | None = None,
    datasets: Value | Iterable[Value] | None = None,
) -> Answer:
    """Write the report on the pay of women and men that a law asks for.

    This is `ontarget report gap`.

    Args:
        employees: The employees, or a row for each employer, as CSV or .xlsx.
        rules: Whose rules are followed: uk, eu or de. One of uk, eu, de.
        year: The year of the snapshot, or the calendar year.
        public_body: The employer is a British public body, which counts on 31 March.
        pay_period: What all amounts are for, such as month (default: the column
            pay_period). One of week, two weeks, four weeks, month, quarter, half year,
            year.
        full_time: The weekly hours of full time, for de.
        smallest_group: The people that a group needs to be shown (default: what the rules
            say).
        map: Say which column holds what, by the name that the tool's own layout has for it;
            of other files than the first with their kind, such as roster.hire_date=Start;
            may be repeated.
        mapping: A table with the columns kind, role and column that says the same, as check
            --write-mapping writes it.
        decimal: The decimal separator of all amounts: point or comma (default: by the
            amounts). One of point, comma.
        dates: Whether dates are dmy or mdy (default: by the dates). One of mdy, dmy.
        section: Show this section only; may be repeated (default: all).
        datasets: The folder of the datasets (default: $ONTARGET_DATASETS, then the
            installed ones, ./datasets, and those of the checkout that it was built in).
    """
    return ask(
        ["report", "gap"],
        {"employees": employees},
        [
            ("rules", rules, "value"),
            ("year", year, "value"),
            ("public-body", public_body, "flag"),
            ("pay-period", pay_period, "value"),
            ("full-time", full_time, "value"),
            ("smallest-group", smallest_group, "value"),
            ("map", map, "list"),
            ("mapping", mapping, "value"),
            ("decimal", decimal, "value"),
            ("dates", dates, "value"),
            ("section", section, "list"),
            ("datasets", datasets, "value"),
        ],
    )


def merge(
    parts: Argument | Sequence[Argument],
    *,
    expect_rows: Value | Iterable[Value] | None = None,
) -> Answer:
    """Put the parts of an answer together that several machines have worked on.

    This is `ontarget merge`.

    Args:
        parts: Parts, as --part of other verbs writes them.
        expect_rows: How many rows, or simulated years, all parts have together; with fewer
            or more they are refused.
    """
    return ask(
        ["merge"],
        {"parts": parts},
        [
            ("expect-rows", expect_rows, "value"),
        ],
    )


def explain(
    name: Argument | Sequence[Argument] | None = None,
) -> Answer:
    """Say what an error, a warning, a note or a word of the field means, and how to mend it.

    This is `ontarget explain`.

    Args:
        name: What was found, such as plan.tiers, or a word.
    """
    return ask(
        ["explain"],
        {"name": name},
        [
        ],
    )


def datasets(
    *,
    datasets: Value | Iterable[Value] | None = None,
) -> Answer:
    """List the bundled data, with publishers and dates, and the sample files.

    This is `ontarget datasets`.

    Args:
        datasets: The folder of the datasets (default: $ONTARGET_DATASETS, then the
            installed ones, ./datasets, and those of the checkout that it was built in).
    """
    return ask(
        ["datasets"],
        {},
        [
            ("datasets", datasets, "value"),
        ],
    )
