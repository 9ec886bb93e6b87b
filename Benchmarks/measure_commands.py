"""Runs what people type in turn with what other programs take for less, and prints a Markdown table of medians.

Usage: measure_commands.py DIRECTORY PEOPLE DEALS REPEATS

A row with one thread runs on one core, by taskset. A row's ratio is the median over the rounds of its time
over that of the peer in the same round, so that a busy moment of the machine falls on both.
"""
import os
import statistics
import subprocess
import sys
import time

directory, people, deals, repeats = sys.argv[1], *map(int, sys.argv[2:])
here = os.path.dirname(os.path.abspath(__file__))
tool = f"{here}/../.build/release/ontarget"
before = os.environ.get("ONTARGET_BEFORE")
built = f"{here}/.build/release"
python = f"{directory}/venv/bin/python"
datasets = f"{here}/../datasets"
plan = f"{datasets}/plans/account-executive-2021.yaml"
offers = [f"{datasets}/offers/northwind.yaml", f"{datasets}/offers/harbor.yaml"]
salaries = f"{directory}/salaries-{people}.csv"
sold, more = (f"{directory}/deals-{count}.csv" for count in (deals, 10 * deals))
selling = "deals:opportunities=80,win=25%,mean=0.95,cv=0.9"
years = 10_000_000
dealt = 100_000


def simulated(tool, *options):
    return [tool, "simulate", plan, "--model", "lognormal:mean=0.95,cv=0.35", *options]


def rows(tool):
    """What people type: name, threads, the command, and the name of the row that it is held against."""
    for threads in (2, 1):
        count = str(threads)
        yield "`ontarget compare FILE --by industry`", threads, [
            tool, "compare", salaries, "--by", "industry", "--threads", count], "DuckDB, groups"
    for threads in (2, 1):
        yield f"`ontarget pay PLAN FILE --format csv`, {deals:,} deals", threads, [
            tool, "pay", plan, sold, "--format", "csv"], "DuckDB, sums by rep"
    if os.path.exists(more):
        yield f"the same, {10 * deals:,} deals", 2, [
            tool, "pay", plan, more, "--format", "csv"], None
    for threads in (1, 2):
        name = f"`ontarget simulate PLAN --selling …`, {dealt:,} years of 20 deals"
        yield name if threads == 1 else "the same", threads, [
            tool, "simulate", plan, "--selling", selling, "--trials", str(dealt),
            "--threads", str(threads)], None
    yield "`ontarget offers` of two offers", 2, [tool, "offers", *offers], None
    for threads in (2, 1):
        yield f"`ontarget simulate PLAN --model …`, {years:,} years", threads, simulated(
            tool, "--trials", str(years), "--threads", str(threads)), "C, fast-math"
    yield "the same with `--exact`", 2, simulated(tool, "--exact"), None
    yield "the same with `--exact --team 20`", 2, simulated(tool, "--exact", "--team", "20"), None


def peers():
    for threads in (2, 1):
        count = str(threads)
        yield "the library: reads, cleans, groups", threads, [
            f"{built}/group-salaries", salaries, count, datasets], "DuckDB, groups"
        yield "DuckDB, groups", threads, [python, f"{here}/peers/duckdb_group.py", salaries, count], None
        yield "DuckDB, sums by rep", threads, [python, f"{here}/peers/duckdb_deals.py", sold, count], None
        yield "C, fast-math", threads, [f"{directory}/simulate-fast", str(years), count], None


runs = [*rows(tool), *peers()]
if before:
    runs += [(f"before: {name}", threads, command, None) for name, threads, command, _ in rows(before)]


def measure(command, threads):
    """Seconds, processor seconds and peak memory of a run; None where the program fails."""
    one = ["taskset", "-c", "0"] if threads == 1 else []
    start = time.perf_counter()
    try:
        child = subprocess.Popen([*one, *command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    except OSError:
        return None
    _, status, usage = os.wait4(child.pid, 0)
    return (time.perf_counter() - start, usage.ru_utime + usage.ru_stime,
            usage.ru_maxrss / 1024) if status == 0 else None


results = {}
for _ in range(repeats):
    for name, threads, command, _ in runs:
        results.setdefault((name, threads), []).append(measure(command, threads))


def ratio(measured, peer, threads):
    other = results.get((peer, threads), [None])
    if None in measured or None in other:
        return ""
    return f"{statistics.median(a[0] / b[0] for a, b in zip(measured, other)):.2f} × {peer}"


print("| what | threads | s | least s | CPU s | peak MB | beside it |")
print("| --- | ---: | ---: | ---: | ---: | ---: | --- |")
for name, threads, _, peer in runs:
    measured = results[name, threads]
    if None in measured:
        print(f"| {name} | {threads} | failed | | | | |")
        continue
    seconds, cpu, memory = (statistics.median(m[i] for m in measured) for i in range(3))
    least = min(m[0] for m in measured)
    print(f"| {name} | {threads} | {seconds:.2f} | {least:.2f} | {cpu:.2f} | {memory:.0f} "
          f"| {ratio(measured, peer, threads)} |")
