"""What a plan pays, by rep, on a cluster."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow
import pyarrow.compute
from ontarget import CommandError, DataError, UsageError
from ontarget._errors import command_error
from pyspark.sql import functions as F
from pyspark.sql.types import DateType, DecimalType, IntegralType, StringType
from pyspark.storagelevel import StorageLevel

from ._native import CSVFile, Failed, File, Refusal, read_answer, run, scratch
from ._tables import FILE, LINE

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

# The roles that the command knows of a table of deals. Those that it decides by looking at the whole table
# are left out: it would decide otherwise in each partition.
_ROLES = ["deal_id", "rep", "close_date", "amount", "currency", "share", "won", "cancelled_date", "account", "deal_name"]
_WHOLE_TABLE = {
    "stage": "say which deals are won in a column `won`, yes or no",
    "converted_amount": "have one amount and its currency",
    "converted_currency": "have one amount and its currency",
    "split_amount": "have the amount of the whole deal and a share",
    "split_type": "keep the splits that are paid",
    "split_owner": "have who is credited in `rep`",
    "product": "give each row a deal_id of its own",
}
_ROSTER_ROLES = [
    "rep", "plan", "name", "manager", "hire_date", "end_date", "base", "variable", "quota", "from",
    "until", "leave_start", "leave_end", "employee_id", "email", "currency",
]
_TABLES = ("deals", "roster", "scores", "adjustments")
# Texts that may look like a day without being one.
_NAMES = {"deal_id", "rep", "account", "deal_name", "name", "manager", "email", "employee_id", "reason", FILE, LINE}
_WRITTEN_DAY = r"^\s*\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}"
_TEAM = re.compile(r"^[^#]*\bteam\s*:", re.MULTILINE)


def pay(
    deals: DataFrame,
    plan: str,
    *,
    starts: str,
    roster: DataFrame | None = None,
    scores: DataFrame | None = None,
    adjustments: DataFrame | None = None,
    rates: str | None = None,
    table: str = "reps",
    as_of: str | None = None,
    decimal: str = "point",
    dates: str = "iso",
    partitions: int | None = None,
    command: str | None = None,
) -> DataFrame:
    """Pays deals by a plan: what `ontarget pay --format csv` writes, as rows.

    Tables are in the tool's own layout (docs/plan-format.md), each column text, a whole number, a decimal or a
    day, and have `source_file` and `source_line` (`read_table`), by which findings name the source. The rows of
    a rep go to one process. Deals of several reps are checked before, more strictly than by one machine:
    the rows of a deal have to be written alike, whether the plan looks at them or not.

    Args:
        deals: The deals.
        plan: The path of the plan, which the driver reads; a plan that credits teams is refused.
        starts: The first day of the plan year, such as 2021-01-01, which no partition knows by itself.
        roster: Who is on the plan.
        scores: Scores of objectives.
        adjustments: Amounts added or taken by hand.
        rates: The path of a table of exchange rates, which the driver reads.
        table: The table of the answer: reps, components, lines, months, clawbacks or uncounted.
        as_of: The last day that is known.
        decimal: The decimal separator of all amounts: point or comma.
        dates: iso for days such as 2021-05-31 alone, else dmy or mdy.
        partitions: How many processes share the work (default: the parallelism of the session); half a
            million to two million deals for each are a good size.
        command: The path of the command on driver and workers (default: as the package `ontarget` finds it).

    Returns:
        The rows as text, and `position`, their order within a rep. Sorted by rep and position they are what one
        machine writes, in the order of the reps' names. The rows are held in the cache of the session, so that each
        partition is paid once: `spark.catalog.clearCache()` lets go of them.

    Raises:
        UsageError: For what makes no sense.
        DataError: For what is wrong in a table, with its file and line, once for all partitions.
    """
    if dates not in ("iso", "dmy", "mdy"):
        _refuse("dates", f'"{dates}" is none of iso, dmy and mdy')
    text = Path(plan).read_text(encoding="utf-8")
    if _TEAM.search(text):
        _refuse("plan", "the plan credits teams, which partitions by rep would tear apart", "use `ontarget split`")
    files = [File.of(plan)] + ([File.of(rates)] if rates else [])
    if len({file.name for file in files}) < len(files):
        _refuse("rates", "plan and rates have the same name")
    given = {"deals": deals, "roster": roster, "scores": scores, "adjustments": adjustments}
    frames = {name: _as_text(name, frame) for name, frame in given.items() if frame is not None}
    names = {name: frame.columns for name, frame in frames.items()}

    options = ["--starts", starts, "--decimal", decimal, "--dates", "mdy" if dates == "iso" else dates]
    options += ["--rates", files[1].name] if rates else []
    options += ["--as-of", as_of] if as_of else []
    options += [f"--map={role}={role if role in names['deals'] else ''}" for role in [*_ROLES, *_WHOLE_TABLE]]
    ending = ["--format", "csv", "--table", table]
    call = ["pay", files[0].name, "deals.csv", *options]
    if roster is not None:
        call += [f"--map=roster.{role}={role if role in names['roster'] else ''}" for role in _ROSTER_ROLES]
    header = _header([*call, *ending], names["deals"], files, command)
    _check_across_reps(frames["deals"])

    def paid(batches: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        return _paid(batches, names, call, ending, files, header, command, dates == "iso")

    count = partitions or deals.sparkSession.sparkContext.defaultParallelism
    schema = ", ".join(f"`{name}` string" for name in header) + ", position bigint, refusal string"
    answer = _together(frames).repartition(count, "rep").sortWithinPartitions("kind", "file", "line")
    answer = answer.mapInArrow(paid, schema).persist(StorageLevel.MEMORY_AND_DISK)
    refusals = sorted(
        row.refusal for row in answer.where(F.col("refusal").isNotNull()).select("refusal").collect()
    )
    # A process whose people are all on other plans has nobody to pay, and nothing to say unless all are so.
    wrong = [refusal for refusal in refusals if not _is_about_nobody(refusal)]
    if wrong or refusals and not answer.where(F.col("refusal").isNull()).head(1):
        answer.unpersist()
        raise _error((wrong or refusals)[0], call)
    answer = answer.where(F.col("refusal").isNull())
    return answer.drop("refusal")


def _error(refusal: str, call: Sequence[str]) -> CommandError:
    status, _, said = refusal.partition(" ")
    return command_error(int(status), said, call)


def _is_about_nobody(refusal: str) -> bool:
    error = _error(refusal, [])
    errors = [finding for finding in error.findings if finding.severity == "error"]
    return len(errors) == 1 and "roster.nobody" in error.kinds


def _refuse(setting: str, message: str, remedy: str | None = None) -> None:
    said = f"--{setting}: error: {message}\n" + (f"  {remedy}\n" if remedy else "")
    raise UsageError(64, said, ["pay"])


def _wrong(place: str, message: str, remedy: str | None = None) -> None:
    said = f"{place}: error: {message}\n" + (f"  {remedy}\n" if remedy else "")
    raise DataError(65, said, ["pay"])


def _as_text(name: str, frame: DataFrame) -> DataFrame:
    """The frame with each column as the text that the command reads."""
    columns = set(frame.columns)
    if missing := {"rep", FILE, LINE} - columns:
        _refuse(name, f"there is no column {sorted(missing)[0]}", "read_table adds where a row comes from")
    if name == "deals":
        for column, remedy in _WHOLE_TABLE.items():
            if column in columns and not (column == "stage" and "won" in columns):
                _refuse(name, f"a column {column} is understood by looking at the whole table", remedy)
        for column in ("deal_id", "close_date", "amount"):
            if column not in columns:
                _refuse(name, f"there is no column {column}")
    for field in frame.schema:
        # A float has lost what was written, and a time has a zone.
        if not isinstance(field.dataType, (StringType, IntegralType, DecimalType, DateType)):
            _refuse(name, f"the column {field.name} is of {field.dataType.simpleString()}, not of text")
    quoted = [f"`{column.replace('`', '``')}`" for column in frame.columns]
    return frame.select([F.col(column).cast("string") for column in quoted]).toDF(*frame.columns)


def _doubtful_day(batch: pyarrow.StructArray, names: Sequence[str]) -> str | None:
    """The place of a row with a day that could be read in two ways."""
    columns = dict(zip(names, batch.flatten()))
    for name, cells in columns.items():
        if name in _NAMES:
            continue
        found = pyarrow.compute.match_substring_regex(cells, _WRITTEN_DAY)
        row = pyarrow.compute.index(found, True).as_py()
        if row >= 0:
            return f"{columns[FILE][row].as_py()}:{columns[LINE][row].as_py()}"
    return None


def _check_across_reps(deals: DataFrame) -> None:
    """Refuses deals that stand twice for one rep, or are credited for more than themselves.

    A process sees its own reps alone.
    """
    several = deals.groupBy("deal_id").count().where("count > 1").select("deal_id")
    rows = deals.join(several, "deal_id")
    same = [column for column in deals.columns if column not in ("rep", "share", FILE, LINE)]
    has_share = "share" in deals.columns

    def wrong(batches: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        seen: dict[str, tuple[dict[str, str], set[str], Fraction]] = {}
        found: list[tuple[str, str]] = []
        for batch in batches:
            for row in batch.to_pylist():
                message = _fault(seen, row, same, has_share)
                if message:
                    found.append((f"{row[FILE]}:{row[LINE]}", message))
        found = found[:100]
        yield pyarrow.RecordBatch.from_arrays(
            [pyarrow.array([place for place, _ in found], pyarrow.string()),
             pyarrow.array([message for _, message in found], pyarrow.string())],
            ["place", "message"],
        )

    ordered = rows.withColumn("_line", F.col(LINE).cast("long")).repartition("deal_id")
    ordered = ordered.sortWithinPartitions("deal_id", FILE, "_line").drop("_line")
    for fault in ordered.mapInArrow(wrong, "place string, message string").limit(1).collect():
        _wrong(fault.place, fault.message)


def _fault(
    seen: dict[str, tuple[dict[str, str], set[str], Fraction]], row: dict[str, str],
    same: Sequence[str], has_share: bool,
) -> str | None:
    deal = row["deal_id"]
    share = _share(row["share"]) if has_share else Fraction(1)
    if share is None:
        return f'the share "{row["share"]}" of the deal "{deal}" is not written as 50%, 0.5 or 1/2'
    if deal not in seen:
        seen[deal] = (row, {row["rep"]}, share)
        return None
    first, reps, sum_ = seen[deal]
    place = f"{first[FILE]}:{first[LINE]}"
    if row["rep"] in reps:
        return f'the deal "{deal}" stands here for "{row["rep"]}" again, first at {place}'
    for column in same:
        if (row[column] or "") != (first[column] or ""):
            return (f'the deal "{deal}" has the {column} "{row[column] or ""}" here, '
                    f'but "{first[column] or ""}" at {place}')
    reps.add(row["rep"])
    seen[deal] = (first, reps, sum_ + share)
    if sum_ + share > 1:
        return f'the deal "{deal}" is credited for more than 100% with this share'
    return None


def _share(text: str | None) -> Fraction | None:
    plain = "".join((text or "").split())
    if not plain:
        return Fraction(1)
    try:
        share = Fraction(plain[:-1]) / 100 if plain.endswith("%") else Fraction(plain)
    except (ValueError, ZeroDivisionError):
        return None
    return share if 0 <= share <= 1 else None


def _together(frames: dict[str, DataFrame]) -> DataFrame:
    """One frame of all tables, so that the rows of a rep come to one partition."""
    parts = []
    for kind in frames:
        columns = [F.lit(kind).alias("kind"), F.col("rep"), F.col(FILE).alias("file")]
        columns.append(F.col(LINE).cast("long").alias("line"))
        for other, frame in frames.items():
            fields = [F.col(f"`{column.replace('`', '``')}`") for column in frame.columns]
            own = F.struct(*[field.alias(f"c{index}") for index, field in enumerate(fields)])
            shape = ", ".join(f"c{index}: string" for index in range(len(fields)))
            value = own if other == kind else F.lit(None).cast(f"struct<{shape}>")
            columns.append(value.alias(f"of_{other}"))
        parts.append(frames[kind].select(columns))
    all_rows = parts[0]
    for part in parts[1:]:
        all_rows = all_rows.unionByName(part)
    return all_rows


def _header(
    call: Sequence[str], deals: Sequence[str], files: Sequence[File], command: str | None
) -> list[str]:
    """The columns of the answer, from a call without deals, which finds what is wrong with plan and options."""
    options = [option for option in call if not option.startswith("--map=roster.")]
    with scratch(files) as folder:
        with open(Path(folder, "deals.csv"), "w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerow(deals)
        answer = run(command, [*options, "--expect-rows", "0"], folder)
        if isinstance(answer, Refusal):
            raise command_error(answer.status, answer.text, options)
        with open(answer, encoding="utf-8", newline="") as file:
            return next(csv.reader(file))


def _paid(
    batches: Iterable[pyarrow.RecordBatch], names: dict[str, list[str]], call: Sequence[str],
    ending: Sequence[str], files: Sequence[File], header: Sequence[str], command: str | None,
    are_iso: bool,
) -> Iterator[pyarrow.RecordBatch]:
    """Pays a partition."""
    with scratch(files) as folder:
        tables = {kind: CSVFile(Path(folder, f"{kind}.csv"), columns) for kind, columns in names.items()}
        first = None
        for batch in batches:
            kinds = batch.column("kind")
            for kind in pyarrow.compute.unique(kinds).to_pylist():
                rows = batch.filter(pyarrow.compute.equal(kinds, kind)).column(f"of_{kind}")
                place = _doubtful_day(rows, names[kind]) if are_iso else None
                if place:
                    yield _refusal(
                        65, f"{place}: error: a day in the table of {kind} is not written as 2021-05-31\n"
                        '  say dates="dmy" or dates="mdy"\n', header)
                    return
                if kind == "deals" and first is None:
                    first = dict(zip(names[kind], (column[0].as_py() for column in rows.flatten())))
                tables[kind].write(rows.flatten())
        for table in tables.values():
            table.close()
        if first is not None and "roster" in tables and not tables["roster"].rows:
            # Without any roster the command would pay everybody.
            yield _refusal(
                65, f"{first[FILE]}:{first[LINE]}: error: the rep \"{first['rep']}\" is not on the roster\n", header)
            return
        if not any(table.rows for table in tables.values()):
            return
        arguments = [*call, "--expect-rows", str(tables["deals"].rows)]
        for kind in _TABLES[1:]:
            if kind in tables and tables[kind].rows:
                arguments += [f"--{kind}", f"{kind}.csv"]
        if "roster" not in tables or not tables["roster"].rows:
            arguments = [item for item in arguments if not item.startswith("--map=roster.")]
        answer = run(command, [*arguments, *ending], folder)
        if isinstance(answer, Refusal):
            yield _refusal(answer.status, answer.text, header)
            return
        table = read_answer(answer, header)
        if table.column_names != list(header):
            raise Failed(f"the answer has the columns {table.column_names}, not {list(header)}")
        start = 0
        for batch in table.to_batches(max_chunksize=50_000):
            positions = pyarrow.array(range(start, start + batch.num_rows), pyarrow.int64())
            start += batch.num_rows
            columns = [*batch.columns, positions, pyarrow.nulls(batch.num_rows, pyarrow.string())]
            yield pyarrow.RecordBatch.from_arrays(columns, [*header, "position", "refusal"])


def _refusal(status: int, text: str, header: Sequence[str]) -> pyarrow.RecordBatch:
    """A row for the driver, which raises it once; an exception here would be tried four times."""
    nothing = pyarrow.nulls(1, pyarrow.string())
    refusal = pyarrow.array([f"{status} {text}"], pyarrow.string())
    columns = [nothing] * len(header) + [pyarrow.nulls(1, pyarrow.int64()), refusal]
    return pyarrow.RecordBatch.from_arrays(columns, [*header, "position", "refusal"])
