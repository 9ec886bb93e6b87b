"""Answers that are put together from parts (docs/scale.md)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow
from ontarget import UsageError
from ontarget._errors import command_error

from ._native import File, Refusal, run, scratch

if TYPE_CHECKING:
    from pyspark.sql import SparkSession


def simulate(
    spark: SparkSession,
    plans: str | Sequence[str],
    options: Sequence[str],
    *,
    shards: int,
    files: Sequence[str] = (),
    format: str = "json",
    command: str | None = None,
) -> str:
    """Simulates plans: what `ontarget simulate` prints, with its draws spread over the cluster.

    A shard draws what one machine would have drawn in its stead.

    Args:
        spark: The session.
        plans: The paths of the plans, which the driver reads.
        options: The options of `ontarget simulate`, such as ["--trials", "10000000", "--model", "tough-2025"].
        shards: How many tasks share the draws.
        files: Further files that options name, by their names without folders; the driver reads them.
        format: How the answer is written: json, csv, markdown, html or text.
        command: The path of the command on driver and workers.

    Returns:
        The answer, byte for byte that of one machine.

    Raises:
        UsageError, DataError: What the command says, once for all shards.
    """
    paths = [plans] if isinstance(plans, str) else list(plans)
    call = ["simulate", *(Path(path).name for path in paths), *options]
    calls = [[*call, "--shard", f"{shard}/{shards}"] for shard in range(1, shards + 1)]
    return _answer(spark, calls, [*paths, *files], format, command)


def compare(
    spark: SparkSession,
    people: Sequence[str],
    options: Sequence[str],
    *,
    mapping: str,
    format: str = "csv",
    command: str | None = None,
) -> str:
    """Compares people's pay: what `ontarget compare` prints of several files, each read by a task.

    Args:
        spark: The session.
        people: The files, which every worker sees at these paths; each is read whole.
        options: The options of `ontarget compare`, such as ["--by", "industry"].
        mapping: A table that says what the columns of all files hold, as `ontarget check --write-mapping` writes
            it; the driver reads it.
        format: How the answer is written.
        command: The path of the command on driver and workers.

    Returns:
        The answer, byte for byte that of one machine that reads the files in the order of their names.

    Raises:
        UsageError, DataError: What the command says, once.
    """
    if any(not Path(path).is_absolute() for path in people):
        raise UsageError(64, "compare: error: a worker knows files by their whole paths alone\n", ["compare"])
    calls = [["compare", path, *options, "--mapping", Path(mapping).name] for path in people]
    return _answer(spark, calls, [mapping], format, command)


def _answer(
    spark: SparkSession, calls: Sequence[Sequence[str]], files: Sequence[str], format: str,
    command: str | None,
) -> str:
    """Makes a part by each call, and puts them together in the driver."""
    needed = [File.of(path) for path in files]
    if len({file.name for file in needed}) < len(needed):
        raise UsageError(64, "two files have the same name\n", calls[0])

    def made(batches: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        for batch in batches:
            for number in batch.column(0).to_pylist():
                part, refusal = _part(calls[number], needed, command)
                yield pyarrow.RecordBatch.from_arrays(
                    [pyarrow.array([number], pyarrow.int64()), pyarrow.array([part], pyarrow.binary()),
                     pyarrow.array([refusal], pyarrow.string())],
                    ["number", "part", "refusal"],
                )

    tasks = spark.range(0, len(calls), 1, len(calls))
    rows = tasks.mapInArrow(made, "number bigint, part binary, refusal string").collect()
    for row in rows:
        if row.refusal is not None:
            status, _, said = row.refusal.partition(" ")
            raise command_error(int(status), said, calls[row.number])
    with scratch(needed) as folder:
        names = [f"part-{row.number}.json" for row in rows]
        for name, row in zip(names, rows):
            Path(folder, name).write_bytes(row.part)
        answer = run(command, ["merge", *names, "--format", format], folder)
        if isinstance(answer, Refusal):
            raise command_error(answer.status, answer.text, ["merge"])
        return answer.read_text(encoding="utf-8")


def _part(
    call: Sequence[str], needed: Sequence[File], command: str | None
) -> tuple[bytes | None, str | None]:
    with scratch(needed) as folder:
        answer = run(command, [*call, "--part", "part.json"], folder)
        if isinstance(answer, Refusal):
            return None, f"{answer.status} {answer.text}"
        return Path(folder, "part.json").read_bytes(), None
