"""Frames of pandas and polars into CSV, and tables of an answer into frames."""

from __future__ import annotations

import bisect
import datetime
import importlib
import math
import numbers
import pathlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from types import ModuleType
from typing import Any, Protocol

from ._errors import FrameError


class Frame(Protocol):
    """A `DataFrame` of pandas or polars."""

    @property
    def columns(self) -> Any: ...

    @property
    def shape(self) -> Any: ...


def library_of(value: object) -> str | None:
    """Returns "pandas" or "polars" for a frame of theirs, and None for what is no frame.

    Raises:
        FrameError: For a series or a lazy frame, with what to write instead.
    """
    library = type(value).__module__.partition(".")[0]
    if library not in ("pandas", "polars"):
        return None
    name = type(value).__name__
    if name == "LazyFrame":
        raise FrameError("a lazy frame has no rows yet: pass frame.collect()")
    if name == "Series":
        raise FrameError("a series is one column and no table: pass series.to_frame()")
    return library if hasattr(value, "columns") and hasattr(value, "shape") else None


@dataclass(frozen=True)
class WrittenFrame:
    """A frame as the CSV file that the command reads."""

    name: str
    """The argument that it was."""
    path: str
    library: str
    starts: Sequence[int]
    """The line on which each row begins, from 1."""

    def row_at(self, line: int) -> int | None:
        """Returns the position of the row that stands on a line; None for the header."""
        position = bisect.bisect_right(self.starts, line) - 1
        return position if position >= 0 else None


def write_frame(frame: Any, name: str, folder: str) -> WrittenFrame:
    """Writes a frame as CSV, each value with all of its digits.

    Raises:
        FrameError: For what CSV cannot hold as it is: columns whose name is no text or not unique,
            an index with a name, an infinite number, a time with a zone, any other object.
    """
    library = library_of(frame)
    if library is None:
        raise FrameError(f"{name}: this is no frame of pandas or polars")
    columns = _columns(frame, name)
    if library == "pandas":
        _check_index(frame, name)
        values = [frame.iloc[:, position].tolist() for position in range(len(columns))]
    else:
        values = [frame.get_column(column).to_list() for column in columns]
    texts = [
        [_cell(value, library, f"{name}: column {column!r}, row {row}") for row, value in enumerate(cells)]
        for column, cells in zip(columns, values, strict=True)
    ]
    lines = [",".join(_quoted(column) for column in columns)]
    starts: list[int] = []
    line = 1 + _line_ends(lines[0]) + 1
    for row in range(len(texts[0])):
        # A blank line would be no row at all.
        text = ",".join(cells[row] for cells in texts) or '""'
        starts.append(line)
        line += _line_ends(text) + 1
        lines.append(text)
    try:
        content = ("\n".join(lines) + "\n").encode()
    except UnicodeEncodeError as error:
        raise FrameError(f"{name}: there is text that is no Unicode: {error.object[error.start - 8:error.end]!r}") from error
    path = pathlib.Path(folder) / f"{name}.csv"
    path.write_bytes(content)
    return WrittenFrame(name, str(path), library, starts)


def _columns(frame: Any, name: str) -> list[str]:
    columns = list(frame.columns)
    if not columns:
        raise FrameError(f"{name}: the frame has no columns")
    for column in columns:
        if not isinstance(column, str) or not column.strip():
            raise FrameError(
                f"{name}: the name of a column is {column!r}, which is no text: rename it"
            )
    if len(set(columns)) < len(columns):
        twice = sorted({column for column in columns if columns.count(column) > 1})
        raise FrameError(f"{name}: two columns have the same name: {', '.join(twice)}")
    return columns


def _check_index(frame: Any, name: str) -> None:
    names = [level for level in frame.index.names if level is not None]
    if names or getattr(frame.index.dtype, "kind", "O") not in "iu":
        said = f" ({', '.join(map(str, names))})" if names else ""
        raise FrameError(
            f"{name}: the index{said} would be left out: pass frame.reset_index(), "
            "or frame.reset_index(drop=True) where it says nothing"
        )


def _cell(value: Any, library: str, place: str) -> str:
    kind = type(value).__name__
    if value is None or kind in ("NAType", "NaTType"):
        return ""
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, bool) or kind in ("bool", "bool_"):
        return "true" if value else "false"
    if isinstance(value, numbers.Integral):
        return str(int(value))
    if isinstance(value, Decimal):
        if not value.is_finite():
            raise FrameError(f"{place}: {value} is no number; missing is None")
        return _digits(value)
    if isinstance(value, numbers.Real):
        return _float(float(value), library, place)
    if isinstance(value, datetime.datetime):
        return _time(value, place)
    if isinstance(value, datetime.date):
        return value.isoformat()
    if kind == "Period":
        return _quoted(str(value))
    raise FrameError(f"{place}: a value of type {kind} is neither text, number nor date")


def _float(value: float, library: str, place: str) -> str:
    if math.isnan(value):
        # Only pandas means by it that there is no value.
        if library == "pandas":
            return ""
        raise FrameError(f"{place}: NaN is no number; missing is None: frame.fill_nan(None)")
    if math.isinf(value):
        raise FrameError(f"{place}: {value} is no amount")
    if abs(value) >= 2**53:
        raise FrameError(
            f"{place}: {value!r} may have been rounded already, as whole numbers with missing ones "
            "among them are: keep the column as Int64, decimals or text"
        )
    return _digits(Decimal(repr(value)))


def _digits(value: Decimal) -> str:
    """All digits without an exponent; 1001.0 is the number 1001."""
    text = format(value, "f")
    if "." in text:
        whole, _, decimals = text.partition(".")
        decimals = decimals.rstrip("0")
        # Three decimals could be thousands to a reader: 1.234.
        decimals = decimals + "0" if len(decimals) == 3 else decimals
        text = f"{whole}.{decimals}" if decimals else whole
    return "0" if text == "-0" else text


def _time(value: datetime.datetime, place: str) -> str:
    if value.tzinfo is not None:
        raise FrameError(
            f"{place}: {value} has a time zone, and which day it is depends on it: convert the "
            "column to dates first"
        )
    if (value.hour, value.minute, value.second, value.microsecond) == (0, 0, 0, 0):
        return value.date().isoformat()
    return value.isoformat(sep=" ", timespec="seconds")


def _quoted(text: str) -> str:
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def _line_ends(text: str) -> int:
    return text.count("\n") + text.replace("\r\n", "").count("\r")


# Tables of an answer


def native(value: Any) -> Any:
    """A number of the answer as a float where that is the very same number, else as a `Decimal`."""
    if isinstance(value, Decimal):
        return float(value) if _is_float(value) else value
    if isinstance(value, list):
        return [native(item) for item in value]
    if isinstance(value, dict):
        return {key: native(item) for key, item in value.items()}
    return value


def _is_float(value: Decimal | int) -> bool:
    try:
        return Decimal(repr(float(value))) == value
    except OverflowError:
        return False


def make_frame(records: Sequence[dict[str, Any]], library: str, exact: bool) -> Any:
    """Makes a frame of the records of a table."""
    module = _import(library)
    names: list[str] = list(dict.fromkeys(name for record in records for name in record))
    columns: dict[str, Any] = {}
    for name in names:
        values = [record.get(name) for record in records]
        make = _pandas_column if library == "pandas" else _polars_column
        columns[name] = make(module, name, values, exact)
    return module.DataFrame(columns)


def default_library() -> str:
    """The library of frames that is installed: pandas, or else polars.

    Raises:
        FrameError: Where none is.
    """
    for library in ("pandas", "polars"):
        try:
            importlib.import_module(library)
        except ImportError:
            continue
        return library
    raise FrameError("neither pandas nor polars is installed: pip install pandas, or use records()")


def _import(library: str) -> ModuleType:
    try:
        return importlib.import_module(library)
    except ImportError as error:
        raise FrameError(f"{library} is not installed: pip install {library}") from error


def _kind(values: Iterable[Any], exact: bool) -> str:
    """What a column holds: "integer", "float", "decimal", "bool", "text", "empty" or "other"."""
    known = [value for value in values if value is not None]
    kinds = {type(value) for value in known}
    if not kinds:
        return "empty"
    if kinds == {bool}:
        return "bool"
    if kinds == {str}:
        return "text"
    if kinds == {int}:
        return "integer" if all(-(2**63) <= value < 2**63 for value in known) else "decimal"
    if kinds <= {int, Decimal}:
        return "float" if not exact and all(map(_is_float, known)) else "decimal"
    return "other"


def _pandas_column(pandas: Any, name: str, values: list[Any], exact: bool) -> Any:
    kind = _kind(values, exact)
    isWhole = None not in values
    if kind == "integer":
        return pandas.Series(values, dtype="int64" if isWhole else "Int64")
    if kind == "float":
        return pandas.Series([None if value is None else float(value) for value in values], dtype="float64")
    if kind == "decimal":
        return pandas.Series([_decimal(value) for value in values], dtype="object")
    if kind == "bool":
        return pandas.Series(values, dtype="bool" if isWhole else "boolean")
    if kind == "text":
        return pandas.Series(values)
    return pandas.Series(values, dtype="object")


def _polars_column(polars: Any, name: str, values: list[Any], exact: bool) -> Any:
    kind = _kind(values, exact)
    if kind == "integer":
        return polars.Series(name, values, dtype=polars.Int64)
    if kind == "float":
        floats = [None if value is None else float(value) for value in values]
        return polars.Series(name, floats, dtype=polars.Float64)
    if kind == "decimal":
        decimals = [_decimal(value) for value in values]
        known = [value.as_tuple() for value in decimals if value is not None]
        scale = max((max(0, -int(value.exponent)) for value in known), default=0)
        digits = max((len(value.digits) + max(0, int(value.exponent)) for value in known), default=1)
        if max(digits, scale) + scale > 38:
            return polars.Series(name, decimals, dtype=polars.Object)
        return polars.Series(name, decimals, dtype=polars.Decimal(38, scale))
    if kind == "bool":
        return polars.Series(name, values, dtype=polars.Boolean)
    if kind in ("text", "empty"):
        return polars.Series(name, values, dtype=polars.String if kind == "text" else polars.Null)
    return polars.Series(name, values, strict=False)


def _decimal(value: Any) -> Decimal | None:
    return None if value is None else Decimal(value)
