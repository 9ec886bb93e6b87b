"""Runs each program several times in turn and prints a Markdown table of medians.

Usage: measure.py FILE DIR BIN REPEATS. Running in turn spreads what else the machine does over all.
"""
import os
import platform
import statistics
import subprocess
import sys
import time

path, work, build, repeats = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
python = os.path.join(work, "venv/bin/python")


def programs(threads):
    yield ("OnTarget (reads, cleans, groups)", threads,
           [f"{build}/group-salaries", path, str(threads), "../datasets"])
    yield ("OnTarget, reader only", threads, [f"{build}/group-probe", path, str(threads)])
    yield "DuckDB", threads, [python, "peers/duckdb_group.py", path, str(threads)]
    yield "polars", threads, [python, "peers/polars_group.py", path]


runs = [*programs(2), *programs(1), ("pandas", 1, [python, "peers/pandas_group.py", path]),
        ("libcsv, tokenise only", 1, [f"{work}/tokenise", path])]


def measure(command, threads):
    """Seconds and peak memory of a run, and what it printed; None where the program fails."""
    environment = {**os.environ, "POLARS_MAX_THREADS": str(threads)}
    start = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                             env=environment)
    output = child.stdout.read()
    _, status, usage = os.wait4(child.pid, 0)
    return (time.perf_counter() - start, usage.ru_utime + usage.ru_stime,
            usage.ru_maxrss / 1024, output) if status == 0 else None


def numbers(output):
    """The groups of a result, rounded so that the last digit of a sum does not count."""
    lines = [line.split(",") for line in output.decode().splitlines() if line.count(",") == 7]
    return {line[0]: [f"{float(v):.9g}" for v in line[1:]] for line in lines[1:]}


results = {}
for _ in range(repeats):
    for name, threads, command in runs:
        results.setdefault((name, threads), []).append(measure(command, threads))

expected = numbers(results[("OnTarget, reader only", 1)][0][3])
duck = {n: statistics.median(r[0] for r in results[("DuckDB", n)]) for n in (1, 2)
        if None not in results[("DuckDB", n)]}
print(f"{os.path.getsize(path):,} bytes, {platform.machine()}, {os.cpu_count()} cores, "
      f"median of {repeats}\n")
print("| program | threads | s | CPU s | peak MB | × DuckDB | same result |")
print("| --- | ---: | ---: | ---: | ---: | ---: | --- |")
for (name, threads), measured in results.items():
    if None in measured:
        print(f"| {name} | {threads} | not there | | | | |")
        continue
    seconds, cpu, memory = (statistics.median(m[i] for m in measured) for i in range(3))
    ratio = f"{seconds / duck[threads]:.2f}" if threads in duck else ""
    same = "" if "tokenise" in name else "yes" if numbers(measured[0][3]) == expected else "NO"
    print(f"| {name} | {threads} | {seconds:.2f} | {cpu:.2f} | {memory:.0f} | {ratio} | {same} |")
