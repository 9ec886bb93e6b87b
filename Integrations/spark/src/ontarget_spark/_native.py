"""The command on a worker: one process for a partition, whose output counts once its status is known."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pyarrow
import pyarrow.csv
from ontarget import command_path

FINAL = (64, 65, 66)
"""Statuses that the next attempt would have as well: wrong usage, wrong data, an input that is not there."""


@dataclass(frozen=True)
class File:
    """A small file that each partition needs, by its name alone."""

    name: str
    content: bytes

    @staticmethod
    def of(path: str) -> File:
        """Reads a file in the driver, so that workers need not see it."""
        return File(Path(path).name, Path(path).read_bytes())


@dataclass(frozen=True)
class Refusal:
    """What the command said of a partition that it refused."""

    status: int
    text: str


@contextmanager
def scratch(files: Sequence[File]) -> Iterator[str]:
    """A folder of the worker for a partition, with the small files; it goes when the task ends."""
    with tempfile.TemporaryDirectory(prefix="ontarget-") as folder:
        for file in files:
            Path(folder, file.name).write_bytes(file.content)
        yield folder


class Failed(Exception):
    """The command ended by a signal, or for a reason that another attempt may not have; Spark tries again."""


def run(command: str | None, arguments: Sequence[str], folder: str) -> Path | Refusal:
    """Runs the command in a folder.

    Returns:
        The file with its answer, or what it said of wrong data and wrong usage.

    Raises:
        Failed: For everything else.
    """
    answer = Path(folder, "answer")
    with open(answer, "wb") as output, open(Path(folder, "errors"), "wb+") as errors:
        done = subprocess.run(
            [command or command_path(), *arguments],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=errors,
            cwd=folder,
            env={**os.environ, "LC_ALL": "C.UTF-8"},
        )
        errors.seek(0)
        text = errors.read().decode(errors="replace")
    if done.returncode == 0:
        return answer
    if done.returncode in FINAL:
        return Refusal(done.returncode, text.replace(folder + "/", ""))
    raise Failed(f"ontarget ended with {done.returncode}: {text[-2000:]}")


class CSVFile:
    """A table that a partition's rows are written into, as they come."""

    def __init__(self, path: Path, names: Sequence[str]) -> None:
        self.schema = pyarrow.schema([(name, pyarrow.string()) for name in names])
        self.writer = pyarrow.csv.CSVWriter(str(path), self.schema)
        self.rows = 0

    def write(self, columns: Sequence[pyarrow.Array]) -> None:
        batch = pyarrow.RecordBatch.from_arrays(list(columns), schema=self.schema)
        self.writer.write_batch(batch)
        self.rows += batch.num_rows

    def close(self) -> None:
        self.writer.close()


def read_answer(path: Path, names: Sequence[str]) -> pyarrow.Table:
    """Reads a table of the command, each column as the text that it is."""
    return pyarrow.csv.read_csv(
        str(path),
        parse_options=pyarrow.csv.ParseOptions(newlines_in_values=True),
        convert_options=pyarrow.csv.ConvertOptions(
            column_types={name: pyarrow.string() for name in names},
            strings_can_be_null=False,
        ),
    )
