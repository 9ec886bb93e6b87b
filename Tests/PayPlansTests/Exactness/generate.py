#!/usr/bin/env python3
"""Computes what the plans of ExactnessTests.swift pay, with Python's fractions.

Usage: generate.py > expected.txt. It follows docs/plan-format.md and shares nothing with OnTarget.
With a directory as argument it writes the 720 plans and files there as well.
"""
import itertools
import pathlib
import sys
from datetime import date, timedelta
from fractions import Fraction as F

QUOTAS = ["690047.83", "690048.17", "512345.67", "733333.33", "901234.59"]
FACTORS = [{}, {"A": "0.8317"}, {"A": "0.8317", "B": "1.0737"}]
TIERS = ["marginal", "retroactive", "by deal", "interpolated"]
PERIODS = {"month": 12, "quarter": 4, "year": 1}
BANDS = [("87.35", "0.91"), ("112.6", "1.07"), (None, "1.83")]
CORNERS = [("31.07", "11.23"), ("47.35", "21.85"), ("61.19", "47.43"), ("88.62", "79.13"),
           ("104.38", "118.77"), ("127.93", "151.61"), ("151.19", "203.41")]
VARIABLE, RATE = "61234.57", "1.2170"


def deals():
    for i in range(60):
        day = date(2021, 1, 1) + timedelta(days=6 * i + i % 5)
        cents = 1_000_000 + i * 7_919_317 % 7_000_000
        shares = [("100", i % 3)] if i % 6 != 5 else [("33.3333", i % 3), ("66.6667", (i + 1) % 3)]
        for share, rep in shares:
            yield dict(
                id=f"D{i}", rep="abc"[rep], day=day, amount=f"{cents // 100}.{cents % 100:02}",
                share=share, product="ABC"[i // 2 % 3], currency="EUR" if i % 4 == 0 else "",
                cancelled=day + timedelta(days=40 + i) if i % 4 == 1 else "")


def credit(deal, factors):
    return (F(deal["amount"]) * (F(RATE) if deal["currency"] else 1)
            * F(factors.get(deal["product"], "1")) * F(deal["share"]) / 100)


def curve(tiers, x, quota, target):
    base = target / quota
    if tiers == "interpolated":
        points = [(F(at) * quota / 100, F(pay) * target / 100) for at, pay in CORNERS]
        if x < points[0][0]:
            return F(0)
        for (a, p), (b, q) in zip(points, points[1:]):
            if x < b or (b, q) == points[-1]:
                return p + (q - p) / (b - a) * (x - a)
    total, start = F(0), F(0)
    for to, rate in BANDS:
        end = None if to is None else F(to) * quota / 100
        if tiers == "retroactive":
            if end is None or x < end:
                return x * F(rate) * base
        elif end is None or x <= end:
            return total + (x - start) * F(rate) * base
        else:
            total, start = total + (end - start) * F(rate) * base, end


def band_rate(x, quota, target):
    for to, rate in BANDS:
        if to is None or x < F(to) * quota / 100:
            return F(rate) * target / quota


def earned(tiers, period, to_date, quota, factors, rows):
    """What a person earns in the year, in cents."""
    count = PERIODS[period]
    months = 12 // count
    paid = x = by_deal = F(0)
    for number in range(count):
        share = F(number + 1 if to_date else 1, count)
        q, t = F(quota) * share, F(VARIABLE) * share
        before = 0
        if not to_date:
            x = by_deal = F(0)

        def settle(value):
            nonlocal paid, before
            paid += max(0, value - paid) if to_date else value - before
            before = value

        for deal in rows:
            if (deal["day"].month - 1) // months != number:
                continue
            c = credit(deal, factors)
            if tiers == "by deal":
                by_deal += band_rate(x, q, t) * c
            x += c
            settle(round((by_deal if tiers == "by deal" else curve(tiers, x, q, t)) * 100))
        if tiers != "by deal":
            settle(round(curve(tiers, x, q, t) * 100))
    return paid


def plan(tiers, period, to_date, quota, factors, claws):
    if tiers == "interpolated":
        rates = ", ".join(f"{{at: {at}%, pay: {pay}%}}" for at, pay in CORNERS)
    else:
        rates = ", ".join(
            f"{{{f'to: {to}%, ' if to else ''}pay: {pay}x}}" for to, pay in BANDS)
    times = ", ".join(f"{name}: {factor}" for name, factor in factors.items())
    text = f"""plan: P
currency: USD
year starts: 2021-01-01
variable: {VARIABLE}
measures:
  bookings: {{quota: {quota}{f', multiply: {{product: {{{times}}}}}' if times else ''}}}
components:
  - commission: C
    measure: bookings
    period: {period}
    tiers: {tiers}
    rates: [{rates}]
"""
    if to_date:
        text += "    accumulate: year to date\n"
    if claws:
        text += "clawback: {within: 12 months, take: prorated, attainment: reduces}\n"
    return text


def main():
    rows = sorted(deals(), key=lambda deal: deal["day"])
    shapes = list(itertools.product(TIERS, PERIODS, [False, True]))
    for factors in FACTORS:
        sums = [sum((credit(d, factors) for d in rows if d["rep"] == rep), F(0)) for rep in "abc"]
        print("credit", *sums)
    for tiers, period, to_date in shapes:
        sums = [
            sum(earned(tiers, period, to_date, quota, factors,
                       [d for d in rows if d["rep"] == rep]) for rep in "abc")
            for quota in QUOTAS for factors in FACTORS]
        print(tiers, period, "to date" if to_date else "alone", *sums, sep=";")
    if len(sys.argv) > 1:
        folder = pathlib.Path(sys.argv[1])
        header = "deal_id,rep,close_date,amount,share,product,currency"
        for claws in [False, True]:
            with open(folder / f"deals-{int(claws)}.csv", "w") as file:
                print(header + ",cancelled_date" * claws, file=file)
                for d in deals():
                    cells = [d["id"], d["rep"], d["day"], d["amount"], d["share"] + "%",
                             d["product"], d["currency"]] + [d["cancelled"]] * claws
                    print(*cells, sep=",", file=file)
        (folder / "roster.csv").write_text(
            "rep,leave_start,leave_end\na,,\na,2021-02-03,2021-02-19\na,2021-05-10,2021-06-06\n"
            "b,,\nb,2021-01-11,2021-01-29\nb,2021-08-02,2021-09-10\nc,,\nc,2021-04-07,2021-07-18\n")
        with open(folder / "rates.csv", "w") as file:
            print("currency,month,rate", file=file)
            for month in range(1, 13):
                print(f"EUR,2021-{month:02},{RATE}", file=file)
        number = 0
        for (shape, claws, quota, factors) in itertools.product(
                shapes, [False, True], QUOTAS, FACTORS):
            (folder / f"plan-{number:03}-{int(claws)}.yaml").write_text(
                plan(*shape, quota, factors, claws))
            number += 1


main()
