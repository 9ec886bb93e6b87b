"""Tables of text whose rows say where they come from."""

from __future__ import annotations

import csv
import gzip
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import pyarrow
from ontarget import DataError, UsageError

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

FILE = "source_file"
LINE = "source_line"
"""The columns by which the command names the row of the source, not that of a part."""

_BATCH = 50_000


def read_table(spark: SparkSession, paths: str | Sequence[str]) -> DataFrame:
    """Reads CSV files as they stand: each column a string, each row with its file and line.

    The files are of one header, in UTF-8, with commas, `.gz` or not, and every worker sees them at their
    paths. One task reads one file, so that many files are read side by side. Spark's own reader takes short
    rows for rows with missing cells unless it is told `mode="FAILFAST"`, and knows no lines.

    Args:
        spark: The session.
        paths: The files.

    Returns:
        The rows, with the columns `source_file` and `source_line`.

    Raises:
        DataError: For a file whose header is another one than that of the first, here; for a row that does
            not fit it, when the table is used.
    """
    files = [paths] if isinstance(paths, str) else list(paths)
    if not files:
        raise UsageError(64, "read_table: error: there is no file\n", ["read_table"])
    header = _header(files[0])
    for other in files[1:]:
        if _header(other) != header:
            text = f"{other}:1: error: the header is another one than that of {files[0]}\n"
            raise DataError(65, text, ["read_table"])
    names = [*header, FILE, LINE]
    schema = ", ".join(f"`{name.replace('`', '``')}` string" for name in names)

    def read(batches: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        for batch in batches:
            for path in batch.column(0).to_pylist():
                yield from _batches(path, header)

    listed = spark.createDataFrame([(path,) for path in files], "path string")
    # Else files would share a task where there are many.
    spread = listed.repartitionByRange(len(files), "path")
    return spread.mapInArrow(read, schema)


def _open(path: str) -> io.TextIOBase:
    if path.endswith(".gz"):
        return gzip.open(path, "rt", encoding="utf-8-sig", newline="")
    return open(path, encoding="utf-8-sig", newline="")


def _header(path: str) -> list[str]:
    with _open(path) as file:
        header = next(csv.reader(file, strict=True), [])
    if not header or len(set(header)) < len(header) or FILE in header or LINE in header:
        text = f"{path}:1: error: the header has no names, or one twice, or one of {FILE} and {LINE}\n"
        raise DataError(65, text, ["read_table"])
    return header


def _batches(path: str, header: Sequence[str]) -> Iterator[pyarrow.RecordBatch]:
    names = [*header, FILE, LINE]

    def batch(rows: Iterable[Sequence[str]], lines: Sequence[str]) -> pyarrow.RecordBatch:
        columns = [pyarrow.array(column, pyarrow.string()) for column in zip(*rows)]
        columns.append(pyarrow.array([path] * len(lines), pyarrow.string()))
        columns.append(pyarrow.array(lines, pyarrow.string()))
        return pyarrow.RecordBatch.from_arrays(columns, names)

    with _open(path) as file:
        reader = csv.reader(file, strict=True)
        next(reader)
        rows: list[list[str]] = []
        lines: list[str] = []
        line = reader.line_num + 1
        for row in reader:
            if len(row) != len(header) and row:
                raise ValueError(
                    f"{path}:{line}: the row has {len(row)} fields and the header {len(header)}"
                )
            if row:
                rows.append(row)
                lines.append(str(line))
            line = reader.line_num + 1
            if len(rows) == _BATCH:
                yield batch(rows, lines)
                rows, lines = [], []
        if rows:
            yield batch(rows, lines)
