"""What the command answered."""

from __future__ import annotations

import os
import pathlib
import re
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ._command import Call, Option, parse_json, prepare
from ._errors import Finding, FrameError, parse_findings
from ._frames import default_library, make_frame, native


@dataclass(frozen=True)
class Input:
    """A file that an answer rests on."""

    path: str
    rows: int | None
    """The rows that were read; None for what is no table."""
    rejected: int | None
    """The rows that could not be read."""
    sha256: str | None


@dataclass(frozen=True, eq=False, repr=False)
class Answer:
    """An answer of the command: its numbers, its findings, and its documents.

    In a notebook it shows itself, with its charts. All numbers are those of the command's JSON.
    """

    command: str
    """The call as it can be typed into a shell."""
    version: str
    """The version of the command."""
    schema: int
    """The version of the JSON."""
    status: int
    """0, or 1 where the answer is "no"."""
    inputs: tuple[Input, ...]
    findings: tuple[Finding, ...]
    """Warnings and notes."""
    exact_result: dict[str, Any]
    """The `result` of the JSON, with each number that has a fraction as a `Decimal`."""
    _call: Call

    def __repr__(self) -> str:
        return f"<Answer of {self.command!r}: tables {', '.join(self.tables)}>"

    @property
    def result(self) -> dict[str, Any]:
        """The `result` of the JSON; a number that no float can hold is a `Decimal`."""
        converted: dict[str, Any] = native(self.exact_result)
        return converted

    @property
    def values(self) -> dict[str, Any]:
        """What of the result stands in no table."""
        return {name: value for name, value in self.result.items() if name not in self.tables}

    @property
    def tables(self) -> tuple[str, ...]:
        """The names of the tables."""
        return tuple(
            name
            for name, value in self.exact_result.items()
            if isinstance(value, list) and all(isinstance(record, dict) for record in value)
        )

    @property
    def main_table(self) -> str:
        """The table that the command writes as CSV unless another one is named.

        Raises:
            FrameError: Where its columns are those of no table, or of several.
        """
        if "rows" in self.tables or len(self.tables) == 1:
            return "rows" if "rows" in self.tables else self.tables[0]
        header = self.csv().partition("\n")[0].rstrip("\r")
        columns = [
            name for name in self.tables if ",".join(_keys(self.exact_result[name])) == header
        ]
        if len(columns) != 1:
            raise FrameError(f"name the table: {', '.join(self.tables)}")
        return columns[0]

    def records(self, table: str | None = None, *, exact: bool = False) -> list[dict[str, Any]]:
        """Returns the rows of a table.

        Args:
            table: Its name; the main one unless it is given.
            exact: Whether each number that has a fraction is a `Decimal`.

        Raises:
            FrameError: For a table that the answer has not.
        """
        name = self.main_table if table is None else table
        if name not in self.tables:
            raise FrameError(f"there is no table {name!r} here: {', '.join(self.tables)}")
        records: list[dict[str, Any]] = self.exact_result[name]
        return list(records) if exact else [native(record) for record in records]

    def frame(
        self, table: str | None = None, *, library: str | None = None, exact: bool = False
    ) -> Any:
        """Returns a table as a `DataFrame`.

        Whole numbers stay whole where some are missing, text stays text, dates included, and a
        column with a number that no float can hold is of decimals.

        Args:
            table: Its name; the main one unless it is given.
            library: "pandas" or "polars"; that of the frames which were asked about unless it is
                given, else the one that is installed.
            exact: Whether columns of numbers with a fraction are of decimals.

        Raises:
            FrameError: For a table that the answer has not, or a library that is not installed.
        """
        if library not in (None, "pandas", "polars"):
            raise FrameError(f"library is pandas or polars, not {library!r}")
        records = self.records(table, exact=True)
        asked = next((frame.library for frame in self._call.frames), None)
        return make_frame(records, library or asked or default_library(), exact)

    def to_pandas(self, table: str | None = None, *, exact: bool = False) -> Any:
        """Returns a table as a `pandas.DataFrame`; see `frame`."""
        return self.frame(table, library="pandas", exact=exact)

    def to_polars(self, table: str | None = None, *, exact: bool = False) -> Any:
        """Returns a table as a `polars.DataFrame`; see `frame`."""
        return self.frame(table, library="polars", exact=exact)

    def csv(self, table: str | None = None) -> str:
        """Returns a table as the command writes it as CSV."""
        named = [] if table is None else [f"--table={table}"]
        return self._call.document("--format=csv", *named).decode()

    def markdown(self, locale: str | None = None) -> str:
        """Returns the document as Markdown, in English or the language "de"."""
        return self._call.document("--format=markdown", *_locale(locale)).decode()

    def html(self, locale: str | None = None) -> str:
        """Returns the document as a page of HTML with its charts, in English or the language "de"."""
        return self._call.document("--format=html", *_locale(locale)).decode()

    def svg(self, name: str | None = None, locale: str | None = None) -> str:
        """Returns a chart as SVG: the first one, or that of a name.

        Raises:
            UsageError: Where the answer has no chart.
        """
        with tempfile.TemporaryDirectory(prefix="ontarget-") as folder:
            path = pathlib.Path(folder) / f"{name or 'chart'}.svg"
            self._call.document("--format=json", f"--chart={path}", *_locale(locale))
            return path.read_text(encoding="utf-8")

    def save(
        self, path: str | os.PathLike[str], *, locale: str | None = None, shared: bool = False
    ) -> None:
        """Writes the answer into a file, in the format that its ending says, such as .xlsx or .html.

        Args:
            path: The file; it appears whole or not at all.
            locale: The language of a document, such as "de".
            shared: Whether others may read it.
        """
        place = str(pathlib.Path(path).absolute())
        self._call.document(
            f"--output={place}", *_locale(locale), *(["--shared"] if shared else [])
        )

    def _repr_markdown_(self) -> str:
        return self.markdown()

    def _repr_html_(self) -> str:
        return _part_of_page(self.html())


def ask(verb: Sequence[str], arguments: Mapping[str, Any], options: Sequence[Option]) -> Answer:
    """Asks the command.

    Raises:
        CommandError: Where it could not answer.
        FrameError: For a frame that cannot be written as it is.
    """
    call = prepare(verb, arguments, options)
    done = call.run("--format=json", "--checksums")
    answer = parse_json(done.stdout)
    inputs = tuple(
        Input(item["path"], item["rows"], item["rejected"], item.get("sha256"))
        for item in answer["inputs"]
    )
    call.checksums = {item.path: item.sha256 for item in inputs if item.sha256 is not None}
    return Answer(
        command=answer["ontarget"]["command"],
        version=answer["ontarget"]["version"],
        schema=answer["ontarget"]["schema"],
        status=done.returncode,
        inputs=inputs,
        findings=parse_findings(done.stderr.decode(errors="replace"), call.frames),
        exact_result=answer["result"],
        _call=call,
    )


def _keys(records: Sequence[Mapping[str, Any]]) -> list[str]:
    return list(records[0]) if records else []


def _locale(locale: str | None) -> list[str]:
    return [] if locale is None else [f"--locale={locale}"]


def _part_of_page(page: str) -> str:
    """The body of a page with its style, which is kept from everything around it."""
    style = re.search(r"<style>\n?(.*?)</style>", page, re.DOTALL)
    body = re.search(r"<body>\n?(.*?)</body>", page, re.DOTALL)
    if style is None or body is None:
        return page
    # The style is for a page of its own: what it says of the root and the body holds for the part.
    rules = re.sub(r"(?m)^(\s*):root ", r"\1:scope ", style[1])
    rules = re.sub(r"(?m)^(\s*)body ", r"\1:scope ", rules)
    # A page's parts are printed by the notebook's own rules; @page stands in no other rule.
    rules = re.sub(r"(?m)^\s*@page .*$", "", rules)
    return f'<div class="ontarget"><style>\n@scope {{\n{rules}}}\n</style>\n{body[1]}</div>'
