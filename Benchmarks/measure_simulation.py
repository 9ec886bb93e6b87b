"""Runs each program in turn, several times over, and prints medians of wall time and peak memory.

Usage: measure_simulation.py DIRECTORY BINARIES PLAN TRIALS REPEATS
"""

import os
import statistics
import sys
import time

directory, binaries, plan, trials, repeats = sys.argv[1:]
python = f"{directory}/venv/bin/python"
programs = {
    "OnTarget, 1 thread": [f"{binaries}/simulate-plan", plan, trials, "1"],
    "OnTarget, 2 threads": [f"{binaries}/simulate-plan", plan, trials, "2"],
    "C -O3, 1 thread": [f"{directory}/simulate", trials, "1"],
    "C -O3, 2 threads": [f"{directory}/simulate", trials, "2"],
    "numpy, 1 thread": [python, "peers/simulate_numpy.py", trials],
}


def run(command):
    """Returns seconds, peak MiB and output of one run."""
    read, write = os.pipe()
    start = time.perf_counter()
    child = os.posix_spawnp(
        command[0], command, os.environ,
        file_actions=[(os.POSIX_SPAWN_DUP2, write, 1), (os.POSIX_SPAWN_CLOSE, read)])
    os.close(write)
    with os.fdopen(read) as pipe:
        output = pipe.read()
    _, status, usage = os.wait4(child, 0)
    seconds = time.perf_counter() - start
    if status:
        raise SystemExit(f"{command[0]} failed")
    return seconds, usage.ru_maxrss / 1024, output.strip()


results = {name: [] for name in programs if os.path.exists(programs[name][0])}
# In turn, so that a busy moment of the machine does not fall on one program alone.
for _ in range(int(repeats)):
    for name in results:
        results[name].append(run(programs[name]))
print("| program | s (median) | s (least) | MiB | mean, P10, P50, P90 |")
print("| --- | ---: | ---: | ---: | --- |")
for name, runs in results.items():
    seconds = [run[0] for run in runs]
    print(
        f"| {name} | {statistics.median(seconds):.3f} | {min(seconds):.3f} "
        f"| {max(run[1] for run in runs):.0f} | {runs[0][2]} |")
