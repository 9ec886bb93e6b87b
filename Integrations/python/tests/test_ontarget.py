"""Runs the package beside the command: every number that it gives is the command's.

    python3 -m unittest discover -s Integrations/python/tests

What needs pandas or polars is skipped, and said, where they are not installed.
"""

import csv
import datetime
import io
import json
import pathlib
import random
import subprocess
import sys
import tempfile
import unittest
from decimal import Decimal

ROOT = pathlib.Path(__file__).resolve().parents[3]
try:
    import ontarget
except ImportError:
    sys.path.insert(0, str(ROOT / "Integrations/python/src"))
    import ontarget

try:
    import pandas
except ImportError:
    pandas = None
try:
    import polars
except ImportError:
    polars = None

LIBRARIES = [library for library in (pandas, polars) if library is not None]
needs_pandas = unittest.skipIf(pandas is None, "pandas is not installed")
needs_polars = unittest.skipIf(polars is None, "polars is not installed")
needs_frames = unittest.skipIf(not LIBRARIES, "neither pandas nor polars is installed")

PEOPLE = "ontarget:examples/sales-people"
PLAN = "ontarget:plans/account-executive-2021"
TEAM = {
    "roster": "ontarget:deals/team-2021-roster",
    "rates": "ontarget:deals/team-2021-rates",
}


def command(*arguments):
    done = subprocess.run([ontarget.command_path(), *arguments], capture_output=True, check=True)
    return done.stdout.decode()


def exact(text):
    return json.loads(text, parse_float=Decimal)["result"]


def sample(name):
    """The path of a bundled file, as the command has it."""
    listed = json.loads(command("check", name, "--format", "json"))
    return listed["inputs"][0]["path"]


def rows(name):
    with open(sample(name), newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


# Calls as they are typed, and as they are made here.
SAME = [
    (["simulate", PLAN], lambda: ontarget.simulate(PLAN)),
    (
        ["simulate", PLAN, "--quota", "600000,690048.50", "--sales", "480000..1040000/80000"],
        lambda: ontarget.simulate(
            PLAN, quota=[600000, Decimal("690048.50")], sales="480000..1040000/80000"
        ),
    ),
    (
        ["simulate", PLAN, "--model", "tough-2025", "--trials", "500", "--at-least", "100000"],
        lambda: ontarget.simulate(PLAN, model="tough-2025", trials=500, at_least=100000),
    ),
    (
        ["compare", PEOPLE, "--by", "industry,gender", "--where", "level=Senior", "--no-baseline"],
        lambda: ontarget.compare(
            PEOPLE, by=["industry", "gender"], where=["level=Senior"], baseline=False
        ),
    ),
    (
        ["rank", "72000", PEOPLE, "--by", "industry", "--range", "60k..90k"],
        lambda: ontarget.rank(72000, PEOPLE, by="industry", range="60k..90k"),
    ),
    (
        ["gap", PEOPLE, "--between", "gender", "--adjust", "experience,level"],
        lambda: ontarget.gap(PEOPLE, between="gender", adjust=["experience", "level"]),
    ),
    (
        ["offers", "ontarget:offers/northwind", "ontarget:offers/harbor", "--trials", "500"],
        lambda: ontarget.offers(
            ["ontarget:offers/northwind", "ontarget:offers/harbor"], trials=500
        ),
    ),
    (
        [
            *["pay", "ontarget:plans/marginal-accelerators", "ontarget:deals/team-2021"],
            *["--roster", TEAM["roster"], "--rates", TEAM["rates"], "--as-of", "2021-06-30"],
        ],
        lambda: ontarget.pay(
            "ontarget:plans/marginal-accelerators",
            "ontarget:deals/team-2021",
            as_of=datetime.date(2021, 6, 30),
            **TEAM,
        ),
    ),
    (
        [
            *["pay", "ontarget:plans/marginal-accelerators", "ontarget:plans/manager-override"],
            *["ontarget:deals/team-2021", "--roster", TEAM["roster"], "--rates", TEAM["rates"]],
            *["--scores", "ontarget:deals/team-2021-scores", "--rep", "ann", "--rep", "ben"],
        ],
        lambda: ontarget.pay(
            ["ontarget:plans/marginal-accelerators", "ontarget:plans/manager-override"],
            "ontarget:deals/team-2021",
            scores="ontarget:deals/team-2021-scores",
            rep=["ann", "ben"],
            **TEAM,
        ),
    ),
    (
        ["diff", "ontarget:plans/marginal-accelerators-2020", "ontarget:plans/marginal-accelerators"]
        + ["--deals", "ontarget:deals/team-2021", "--roster", TEAM["roster"], "--rates", TEAM["rates"]],
        lambda: ontarget.diff(
            "ontarget:plans/marginal-accelerators-2020",
            "ontarget:plans/marginal-accelerators",
            deals="ontarget:deals/team-2021",
            **TEAM,
        ),
    ),
    (["check", "ontarget:plans/cliff"], lambda: ontarget.check("ontarget:plans/cliff")),
    (["datasets"], ontarget.datasets),
]


class NumbersTest(unittest.TestCase):
    def test_every_number_is_the_command_s(self):
        count = 0
        for typed, made in SAME:
            with self.subTest(" ".join(typed)):
                answer = made()
                said = exact(command(*typed, "--format", "json"))
                self.assertEqual(answer.exact_result, said)
                for table in answer.tables:
                    for row, record in zip(answer.records(table), said[table], strict=True):
                        for name, value in record.items():
                            if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
                                # The float, or the decimal, is the number that is written.
                                self.assertEqual(Decimal(repr(row[name]) if isinstance(row[name], float) else row[name]), value)
                                count += 1
        self.assertGreater(count, 2000)

    def test_main_table_is_the_command_s(self):
        for typed, made in SAME:
            with self.subTest(" ".join(typed)):
                answer = made()
                written = list(csv.DictReader(io.StringIO(command(*typed, "--format", "csv"))))
                records = answer.records(exact=True)
                self.assertEqual(len(records), len(written))
                for record, row in zip(records, written, strict=True):
                    texts = {name: _csv_text(value) for name, value in record.items()}
                    self.assertEqual(texts, row)

    @needs_frames
    def test_frames_hold_the_records(self):
        for typed, made in SAME:
            answer = made()
            for library in LIBRARIES:
                for table in answer.tables:
                    for is_exact in (False, True):
                        with self.subTest(f"{' '.join(typed)}: {table} {library.__name__} {is_exact}"):
                            records = answer.records(table, exact=is_exact)
                            frame = answer.frame(table, library=library.__name__, exact=is_exact)
                            self.assertEqual(len(frame), len(records))
                            for name in dict.fromkeys(key for record in records for key in record):
                                held = [_plain(value) for value in _values(frame, name)]
                                wanted = [_plain(record.get(name)) for record in records]
                                self.assertEqual(held, wanted, name)


def _csv_text(value):
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if not isinstance(value, Decimal) else f"{value}".replace("E", "e")


def _values(frame, name):
    return frame[name].tolist() if pandas is not None and isinstance(frame, pandas.DataFrame) else frame[name].to_list()


def _plain(value):
    """A value without the library's own way to say that there is none."""
    if value is None or type(value).__name__ in ("NAType", "NaTType") or value != value:
        return None
    return value


@needs_frames
class FrameTest(unittest.TestCase):
    def test_frame_and_file_give_the_same(self):
        people = rows(PEOPLE)
        said = exact(command("compare", PEOPLE, "--by", "industry", "--format", "json"))
        said.pop("assumptions")
        for library in LIBRARIES:
            with self.subTest(library.__name__):
                answer = ontarget.compare(library.DataFrame(people), by="industry")
                result = dict(answer.exact_result)
                result.pop("assumptions")
                self.assertEqual(result, said)
                self.assertIsInstance(answer.frame(), library.DataFrame)

    def test_typed_deals_are_paid_as_the_file(self):
        deals = rows("ontarget:deals/team-2021")
        plan = "ontarget:plans/marginal-accelerators"
        said = exact(command("pay", plan, "ontarget:deals/team-2021", *_options(TEAM), "--format", "json"))
        for library in LIBRARIES:
            with self.subTest(library.__name__):
                # Amounts as numbers, days as days, and nothing where there is nothing.
                typed = [{name: _typed(name, text) for name, text in row.items()} for row in deals]
                frame = _frame(library, typed)
                answer = ontarget.pay(plan, frame, **TEAM)
                self.assertEqual(answer.exact_result, said)

    def test_random_values_come_through(self):
        """What stands in a cell is what the frame held, as another reader of CSV sees it."""
        from ontarget._frames import write_frame

        seed = 20260318
        generator = random.Random(seed)
        texts = ["a,b", 'say "no"', "two\nlines", "car\r\nriage", "ünïcødé 漢字 🙂", " blank ", "=1+1", "007", "1e5"]
        for library in LIBRARIES:
            for case in range(60):
                size = generator.randrange(1, 8)
                columns = {
                    "text": [generator.choice([*texts, None]) for _ in range(size)],
                    "float": [generator.choice([0.1 + 0.2, 1.234, 1e-7, -0.0, 1e15, generator.uniform(-1e6, 1e6), None]) for _ in range(size)],
                    "whole": [generator.choice([1, -5, 2**52, None]) for _ in range(size)],
                    "decimal": [generator.choice([Decimal("12.50"), Decimal("0.1"), Decimal("1E+3"), None]) for _ in range(size)],
                    "day": [generator.choice([datetime.date(2021, 5, 31), None]) for _ in range(size)],
                }
                records = [dict(zip(columns, row)) for row in zip(*columns.values())]
                with self.subTest(f"{library.__name__}, case {case} of seed {seed}"):
                    with tempfile.TemporaryDirectory() as folder:
                        written = write_frame(_frame(library, records), "sample", folder)
                        with open(written.path, newline="", encoding="utf-8") as file:
                            read = list(csv.DictReader(file))
                        lines = pathlib.Path(written.path).read_bytes().decode()
                    self.assertEqual(len(read), size)
                    for record, row in zip(records, read, strict=True):
                        self.assertEqual(row["text"], record["text"] or "")
                        for name in ("float", "whole", "decimal"):
                            value = record[name]
                            if value is None:
                                self.assertEqual(row[name], "")
                            else:
                                number = repr(value) if isinstance(value, float) else value
                                self.assertEqual(Decimal(row[name]), Decimal(number))
                                self.assertNotRegex(row[name], r"[eE]|\.\d{3}$")
                        self.assertEqual(row["day"], "" if record["day"] is None else "2021-05-31")
                    # Each row begins where the writer says.
                    parts = lines.split("\n")
                    for position, start in enumerate(written.starts):
                        self.assertEqual(written.row_at(start), position)
                        if not lines.count("\r"):
                            self.assertTrue(parts[start - 1].startswith(('"', ",")))

    def test_whole_numbers_with_missing_ones_keep_their_digits(self):
        if pandas is not None:
            self.assertEqual(_csv(pandas.DataFrame({"rep": [1001, None], "a": ["x", "y"]})), '"rep","a"\n1001,"x"\n,"y"\n')
            with self.assertRaisesRegex(ontarget.FrameError, "rounded already"):
                _csv(pandas.DataFrame({"rep": [9007199254740993, None]}))
            whole = pandas.array([9007199254740993, None], dtype="Int64")
            self.assertEqual(_csv(pandas.DataFrame({"rep": whole, "a": 1})), '"rep","a"\n9007199254740993,1\n,1\n')
        if polars is not None:
            self.assertEqual(_csv(polars.DataFrame({"rep": [9007199254740993, None]})), '"rep"\n9007199254740993\n""\n')

    @needs_pandas
    def test_what_cannot_be_written_is_refused(self):
        day = pandas.Timestamp("2021-05-31 10:00", tz="Europe/Berlin")
        for frame, words in [
            (pandas.DataFrame({1: [1]}), "name of a column is 1"),
            (pandas.DataFrame({"": [1]}), "which is no text"),
            (pandas.DataFrame([[1, 2]], columns=["a", "a"]), "same name: a"),
            (pandas.DataFrame({"a": [1]}).set_index("a"), "no columns"),
            (pandas.DataFrame({"a": [1], "b": [2]}).set_index("a"), "index .a. would be left out"),
            (pandas.DataFrame({"a": [1]}, index=["ann"]), "index would be left out"),
            (pandas.DataFrame({"a": [float("inf")]}), "column 'a', row 0: inf"),
            (pandas.DataFrame({"a": [day]}), "time zone"),
            (pandas.DataFrame({"a": [{"b": 1}]}), "type dict"),
            (pandas.DataFrame({"a": [datetime.timedelta(1)]}), "type Timedelta"),
            (pandas.DataFrame({"a": [1]})["a"], "to_frame"),
        ]:
            with self.subTest(words), self.assertRaisesRegex(ontarget.FrameError, words):
                ontarget.compare(frame)

    @needs_polars
    def test_polars_says_what_is_missing(self):
        with self.assertRaisesRegex(ontarget.FrameError, "fill_nan"):
            ontarget.compare(polars.DataFrame({"a": [float("nan")]}))
        with self.assertRaisesRegex(ontarget.FrameError, "collect"):
            ontarget.compare(polars.LazyFrame({"a": [1]}))

    def test_a_number_that_no_float_holds_stays_exact(self):
        from ontarget._frames import make_frame, native

        large = Decimal("12345678901234567.89")
        self.assertEqual(native([large, Decimal("0.1")]), [large, 0.1])
        for library in LIBRARIES:
            frame = make_frame([{"a": large, "b": 1}, {"a": None, "b": None}], library.__name__, False)
            self.assertEqual([_plain(value) for value in _values(frame, "a")], [large, None])
            self.assertEqual([_plain(value) for value in _values(frame, "b")], [1, None])


def _options(named):
    return [part for name, value in named.items() for part in (f"--{name}", value)]


def _typed(name, text):
    if text == "":
        return None
    if name == "amount":
        return Decimal(text)
    if name.endswith("date") or name in ("close", "closed", "cancelled"):
        try:
            return datetime.date.fromisoformat(text)
        except ValueError:
            return text
    return text


def _frame(library, records):
    columns = {name: [record[name] for record in records] for name in records[0]}
    if library is pandas:
        return pandas.DataFrame({name: pandas.Series(values, dtype="object") for name, values in columns.items()})
    return polars.DataFrame(columns, strict=True)


def _csv(frame):
    from ontarget._frames import write_frame

    with tempfile.TemporaryDirectory() as folder:
        return pathlib.Path(write_frame(frame, "sample", folder).path).read_bytes().decode()


class ErrorTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def test_findings_have_their_place(self):
        plan = self.folder / "plan: error: odd name.yaml"
        plan.write_text("plan: X\ncurrency: USD\nbase: 57504\nvarable: 57504\n")
        with self.assertRaises(ontarget.DataError) as caught:
            ontarget.simulate(plan)
        error = caught.exception
        self.assertEqual(error.status, 65)
        # The command's own list of them is in the JSON of `check`.
        listed = ontarget.check(plan)
        self.assertEqual(listed.status, 1)
        self.assertEqual(len(error.findings), len(listed.records("findings")))
        plain = self.folder / "plan.yaml"
        plan.rename(plain)
        with self.assertRaises(ontarget.DataError) as caught:
            ontarget.simulate(plain)
        found = [
            {
                "path": finding.path, "line": finding.line, "column": finding.column,
                "severity": finding.severity, "message": finding.message, "remedy": finding.remedy,
            }
            for finding in caught.exception.findings
        ]
        wanted = [
            {name: value for name, value in record.items() if name != "kind"}
            for record in ontarget.check(plain).records("findings")
        ]
        self.assertEqual(found, wanted)
        self.assertEqual(set(caught.exception.kinds), {"yaml.unknown-key", "yaml.missing-key"})
        self.assertIn('did you mean "variable"?', str(caught.exception))

    def test_exit_status_chooses_the_exception(self):
        with self.assertRaises(ontarget.MissingInput) as caught:
            ontarget.simulate(self.folder / "nowhere.yaml")
        self.assertEqual(caught.exception.status, 66)
        with self.assertRaises(ontarget.UsageError) as caught:
            ontarget.compare(PEOPLE, by="industy")
        self.assertIn('did you mean "industry"?', str(caught.exception))
        with self.assertRaises(ontarget.UsageError):
            ontarget.rank("much", PEOPLE)
        with self.assertRaises(ontarget.OnTargetError):
            ontarget.simulate("-")

    @needs_frames
    def test_a_finding_names_the_row_of_the_frame(self):
        for library in LIBRARIES:
            frame = library.DataFrame(
                {
                    "deal_id": ["D1", "D2", "D3"],
                    "rep": ["ann", "two\nlines", "ann"],
                    "close_date": ["2026-01-05", "2026-01-06", "2026-02-30"],
                    "amount": ["100", "200", "300"],
                    "currency": ["USD", "USD", "USD"],
                }
            )
            with self.subTest(library.__name__), self.assertRaises(ontarget.DataError) as caught:
                ontarget.pay("ontarget:plans/cliff", frame)
            places = {(finding.argument, finding.row) for finding in caught.exception.findings}
            self.assertIn(("deals", 2), places, caught.exception.text)

    def test_notes_come_with_the_answer(self):
        answer = ontarget.compare(PEOPLE, by="industry")
        self.assertEqual([finding.severity for finding in answer.findings], ["warning"])
        self.assertIn("survey_weight", answer.findings[0].message)
        self.assertIn("--weight", answer.findings[0].remedy)


class DocumentTest(unittest.TestCase):
    def test_documents_are_the_command_s(self):
        answer = ontarget.rank(72000, PEOPLE, by="industry")
        typed = ["rank", "72000", PEOPLE, "--by", "industry"]
        self.assertEqual(answer.markdown(), command(*typed))
        self.assertEqual(answer.html(), command(*typed, "--format", "html"))
        self.assertEqual(answer.markdown(locale="de"), command(*typed, "--locale", "de"))
        self.assertTrue(answer.svg().startswith("<svg"))
        part = answer._repr_html_()
        self.assertIn("@scope", part)
        self.assertNotIn("<body>", part)
        self.assertIn("<table>", part)
        self.assertEqual(part.count("{"), part.count("}"))
        with self.assertRaises(ontarget.UsageError):
            ontarget.datasets().svg()

    def test_a_changed_file_is_not_shown_as_the_answer(self):
        with tempfile.TemporaryDirectory() as folder:
            plan = pathlib.Path(folder) / "plan.yaml"
            plan.write_text(pathlib.Path(sample(PLAN)).read_text())
            answer = ontarget.simulate(plan)
            self.assertIn("120,008.00", answer.markdown())
            plan.write_text(plan.read_text().replace("57504", "57505"))
            with self.assertRaises(ontarget.InputChanged):
                answer.markdown()

    def test_save_writes_by_the_ending(self):
        with tempfile.TemporaryDirectory() as folder:
            for name, begins in [("a.xlsx", b"PK"), ("a.html", b"<!DOCTYPE html>"), ("a.csv", b"quota,")]:
                path = pathlib.Path(folder) / name
                ontarget.simulate(PLAN).save(path)
                self.assertTrue(path.read_bytes().startswith(begins))
                self.assertEqual(path.stat().st_mode & 0o777, 0o600)

    def test_the_notebook_runs(self):
        if not LIBRARIES:
            self.skipTest("neither pandas nor polars is installed")
        notebook = json.loads((ROOT / "Integrations/python/example.ipynb").read_text())
        names = {}
        for cell in notebook["cells"]:
            if cell["cell_type"] == "code":
                exec(compile("".join(cell["source"]), "example.ipynb", "exec"), names)
        self.assertIsInstance(names["answer"], ontarget.Answer)


class SourcesTest(unittest.TestCase):
    def test_the_functions_are_the_command_s_verbs(self):
        generate = ROOT / "Integrations/python/generate"
        done = subprocess.run(
            [sys.executable, generate, "--check"], capture_output=True, text=True,
            env={"ONTARGET_COMMAND": ontarget.command_path()},
        )
        self.assertEqual(done.returncode, 0, done.stderr)


if __name__ == "__main__":
    unittest.main()
