"""Runs what people type several times in turn and prints a Markdown table of medians.

Usage: measure_commands.py ONTARGET SALARIES DEALS PYTHON REPEATS. One thread is one core, by taskset.
"""
import os
import statistics
import subprocess
import sys
import time

tool, salaries, deals, python, repeats = sys.argv[1:5] + [int(sys.argv[5])]
datasets = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../datasets")
plan = f"{datasets}/plans/account-executive-2021.yaml"
offers = [f"{datasets}/offers/northwind.yaml", f"{datasets}/offers/harbor.yaml"]


def commands(tool):
    for threads in (2, 1):
        yield "compare", threads, [tool, "compare", salaries, "--by", "industry",
                                   "--threads", str(threads)]
    for threads in (2, 1):
        yield "pay", threads, [tool, "pay", plan, deals, "--format", "csv"]
    yield "offers", 1, [tool, "offers", *offers]


runs = [(f"`ontarget {name}`", threads, command) for name, threads, command in commands(tool)]
before = os.environ.get("ONTARGET_BEFORE")
if before:
    runs += [(f"before: `ontarget {name}`", threads, command)
             for name, threads, command in commands(before)]
for threads in (2, 1):
    runs.append(("DuckDB: groups alone", threads,
                 [python, "peers/duckdb_group.py", salaries, str(threads)]))
    runs.append(("DuckDB: sums by rep alone", threads,
                 [python, "peers/duckdb_deals.py", deals, str(threads)]))


def measure(command, threads):
    """Seconds, processor seconds and peak memory of a run; None where the program fails."""
    one = ["taskset", "-c", "0"] if threads == 1 else []
    start = time.perf_counter()
    child = subprocess.Popen([*one, *command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    return (time.perf_counter() - start, usage.ru_utime + usage.ru_stime,
            usage.ru_maxrss / 1024) if status == 0 else None


results = {}
for _ in range(repeats):
    for name, threads, command in runs:
        results.setdefault((name, threads), []).append(measure(command, threads))

print("| what | threads | s | CPU s | least CPU s | peak MB |")
print("| --- | ---: | ---: | ---: | ---: | ---: |")
for (name, threads), measured in results.items():
    if None in measured:
        print(f"| {name} | {threads} | failed | | | |")
        continue
    seconds, cpu, memory = (statistics.median(m[i] for m in measured) for i in range(3))
    least = min(m[1] for m in measured)
    print(f"| {name} | {threads} | {seconds:.2f} | {cpu:.2f} | {least:.2f} | {memory:.0f} |")
