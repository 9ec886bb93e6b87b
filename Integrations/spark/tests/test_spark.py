"""Pays on a cluster of two worker processes, and holds the answer against that of one machine.

    Scripts/test-spark

ROWS says how many deals there are (1,000,000); the clusters on which something is killed have a tenth.
"""

import csv
import hashlib
import io
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import time
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[3]
SOURCES = [str(ROOT / "Integrations/spark/src"), str(ROOT / "Integrations/python/src")]
sys.path[:0] = SOURCES

import ontarget  # noqa: E402
import ontarget_spark  # noqa: E402
from pyspark.sql import SparkSession  # noqa: E402

ROWS = int(os.environ.get("ROWS", "1000000"))
PLAN = """
plan: Cluster
currency: USD
base: 60000
variable: 40000
measures:
  bookings: {quota: 40000000}
components:
  - commission: New business
    measure: bookings
    period: quarter
    tiers: marginal
    rates: [{to: 100%, pay: 1x}, {pay: 1.5x}]
draw: {kind: recoverable, amount: 2000, per: month, months: 3}
clawback: {within: 12 months, of: cancelled_date, take: prorated}
"""
DEALS = ["deal_id", "rep", "close_date", "amount", "share", "cancelled_date", "account"]


def write_files(folder, rows, files=4, people=1000):
    """Writes deals into several files, and a roster; some deals are shared, some cancelled."""
    chance = random.Random(17)
    names = [f"rep {number}, \"the\" {number}th" for number in range(people)]
    outputs = [open(folder / f"deals-{index}.csv", "w", newline="") for index in range(files)]
    writers = [csv.writer(output, lineterminator="\n") for output in outputs]
    for writer in writers:
        writer.writerow(DEALS)
    number = 0
    while number < rows:
        writer = writers[number % files]
        month = chance.randint(1, 10)
        close = f"2021-{month:02}-{chance.randint(1, 28):02}"
        cancelled = f"2021-{month + 2:02}-03" if chance.random() < 0.05 else ""
        amount = f"{chance.randint(100, 90000)}.{chance.randint(10, 99)}"
        account = "Harbor, Sons" if number % 7 else 'North\n"Pole"'
        if number % 50:
            shares = [(chance.choice(names), "")]
        else:
            first, second = chance.sample(names, 2)
            shares = [(first, "1/3"), (second, "2/3")]
        for rep, share in shares:
            writer.writerow([f"D{number}", rep, close, amount, share, cancelled, account])
            number += 1
    for output in outputs:
        output.close()
    with open(folder / "roster.csv", "w", newline="") as output:
        writer = csv.writer(output, lineterminator="\n")
        writer.writerow(["rep", "hire_date", "quota"])
        for index, name in enumerate(names):
            writer.writerow([name, "2020-02-01", 30_000_000 + index])
    (folder / "plan.yaml").write_text(PLAN)
    return [str(folder / f"deals-{index}.csv") for index in range(files)]


def one_machine(folder, paths, table):
    """What one process writes for all the deals, in the order of the reps' names."""
    with open(folder / "all.csv", "w", newline="") as output:
        for index, path in enumerate(paths):
            text = pathlib.Path(path).read_text()
            output.write(text if index == 0 else text.split("\n", 1)[1])
    call = ["pay", "plan.yaml", "all.csv", "--roster", "roster.csv", "--starts", "2021-01-01"]
    call += ["--format", "csv", "--table", table]
    started = time.time()
    done = subprocess.run(
        [ontarget.command_path(), *call], cwd=folder, capture_output=True, check=True, text=True
    )
    print(f"one process, {table}: {time.time() - started:.1f} s", file=sys.stderr)
    header, *rows = csv.reader(io.StringIO(done.stdout))
    return written(header, sorted(rows, key=lambda row: row[0].encode()))


def written(header, rows):
    output = io.StringIO()
    csv.writer(output, lineterminator="\n").writerows([header, *rows])
    return output.getvalue().encode()


def collected(frame):
    """The rows of a cluster's answer, as one machine writes them."""
    frame = frame.orderBy("rep", "position").drop("position")
    rows = [["" if value is None else value for value in row] for row in frame.toLocalIterator()]
    return written(frame.columns, sorted(rows, key=lambda row: row[0].encode()))


class ClusterTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        os.environ["PYTHONPATH"] = os.pathsep.join(SOURCES)
        os.environ["PYSPARK_PYTHON"] = sys.executable
        os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
        cls.spark = (
            SparkSession.builder.master("local-cluster[2,1,1024]")
            .appName("ontarget")
            .config("spark.ui.enabled", "false")
            .config("spark.ui.showConsoleProgress", "false")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.executorEnv.PYTHONPATH", os.environ["PYTHONPATH"])
            .config("spark.executorEnv.ONTARGET_COMMAND", ontarget.command_path())
            .config("spark.sql.shuffle.partitions", "4")
            .config("spark.sql.execution.arrow.maxRecordsPerBatch", "50000")
            .getOrCreate()
        )
        cls.spark.sparkContext.setLogLevel("OFF")

    @classmethod
    def tearDownClass(cls):
        cls.spark.stop()

    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = pathlib.Path(scratch.name)

    def tearDown(self):
        self.spark.catalog.clearCache()

    def pay(self, paths, table="reps", **options):
        deals = ontarget_spark.read_table(self.spark, paths)
        roster = ontarget_spark.read_table(self.spark, str(self.folder / "roster.csv"))
        return ontarget_spark.pay(
            deals, str(self.folder / "plan.yaml"), roster=roster, starts="2021-01-01", table=table,
            **{"partitions": 4, **options},
        )

    def test_same_bytes(self):
        paths = write_files(self.folder, ROWS)
        for table in ["reps", "lines"] if ROWS <= 200_000 else ["reps"]:
            expected = one_machine(self.folder, paths, table)
            started = time.time()
            answer = collected(self.pay(paths, table))
            print(f"two workers, {table}: {time.time() - started:.1f} s, {ROWS} deals", file=sys.stderr)
            self.assertEqual(hashlib.sha256(answer).digest(), hashlib.sha256(expected).digest())

    def test_lines_and_other_tables(self):
        paths = write_files(self.folder, 3000, people=20)
        for table in ["lines", "clawbacks"]:
            self.assertEqual(
                collected(self.pay(paths, table, partitions=7)), one_machine(self.folder, paths, table)
            )

    def test_what_is_killed_changes_nothing(self):
        paths = write_files(self.folder, max(2000, ROWS // 10), people=100)
        expected = one_machine(self.folder, paths, "reps")
        # The command; the Python worker above it; the executor above that one's daemon.
        victims = {
            "command": 'kill -9 $$',
            "Python worker": 'kill -9 $PPID; sleep 5',
            "executor": "daemon=$(awk '{ print $4 }' /proc/$PPID/stat); "
            "kill -9 $(awk '{ print $4 }' /proc/$daemon/stat); sleep 5",
        }
        for victim, kill in victims.items():
            with self.subTest(victim):
                command = self.folder / f"killed-{victim.replace(' ', '-')}"
                mark = self.folder / f"{command.name}.done"
                # In the middle: its answer is half written. The driver calls the command too.
                command.write_text(
                    "#!/bin/sh\n"
                    "if grep -q pyspark /proc/$PPID/cmdline && ! grep -q test_spark /proc/$PPID/cmdline "
                    f'&& mkdir "{mark}" 2>/dev/null\n'
                    f"then echo rep,name; {kill}; fi\n"
                    f'exec "{ontarget.command_path()}" "$@"\n'
                )
                command.chmod(0o755)
                answer = collected(self.pay(paths, command=str(command)))
                self.assertTrue(mark.exists())
                self.assertEqual(answer, expected)
                self.spark.catalog.clearCache()

    def test_wrong_data_is_raised_once_with_its_place(self):
        paths = write_files(self.folder, 2000, people=20)
        text = pathlib.Path(paths[2]).read_text().split("\n")
        row = next(index for index, line in enumerate(text) if index > 100 and line.startswith("D"))
        good = text[row]
        text[row] = good.replace("2021-", "20x1-", 1)
        pathlib.Path(paths[2]).write_text("\n".join(text))
        with self.assertRaises(ontarget.DataError) as caught:
            self.pay(paths)
        error = caught.exception
        self.assertEqual((error.findings[0].path, error.findings[0].line), (paths[2], row + 1))
        self.assertEqual(error.status, 65)
        text[row] = good
        text.insert(row, good)
        pathlib.Path(paths[2]).write_text("\n".join(text))
        with self.assertRaises(ontarget.DataError) as caught:
            self.pay(paths)
        self.assertEqual((caught.exception.findings[0].path, caught.exception.findings[0].line), (paths[2], row + 2))
        with self.assertRaises(ontarget.UsageError):
            self.pay(paths, table="nothing")

    def test_what_partitions_cannot_know_is_refused(self):
        paths = write_files(self.folder, 200, people=5)
        deals = ontarget_spark.read_table(self.spark, paths)
        plan = str(self.folder / "plan.yaml")
        for frame in [deals.withColumnRenamed("account", "stage"), deals.drop("source_line")]:
            with self.assertRaises(ontarget.UsageError):
                ontarget_spark.pay(frame, plan, starts="2021-01-01")
        teams = self.folder / "team.yaml"
        teams.write_text(PLAN.replace("{quota", "{team: true, quota"))
        with self.assertRaises(ontarget.UsageError):
            ontarget_spark.pay(deals, str(teams), starts="2021-01-01")
        written_otherwise = deals.selectExpr(
            "deal_id", "rep", "date_format(close_date, 'dd/MM/yyyy') as close_date", "amount",
            "source_file", "source_line",
        )
        with self.assertRaises(ontarget.DataError):
            ontarget_spark.pay(written_otherwise, plan, starts="2021-01-01")

    def test_parts(self):
        """Simulations and comparisons, put together from parts."""
        plan = self.folder / "plan.yaml"
        plan.write_text(PLAN)
        options = ["--model", "lognormal:mean=0.95,cv=0.35", "--trials", "200000", "--seed", "7"]
        call = ["simulate", "plan.yaml", *options, "--format", "csv"]
        expected = self.command(call)
        answer = ontarget_spark.simulate(self.spark, str(plan), options, shards=3, format="csv")
        self.assertEqual(answer, expected)
        people = pathlib.Path(ontarget_samples(), "examples/sales-people.csv").read_text().split("\n")
        paths = []
        for index in range(3):
            path = self.folder / f"people-{index}.csv"
            path.write_text("\n".join([people[0], *people[1 + index:-1:3], ""]))
            paths.append(str(path))
        mapping = str(self.folder / "mapping.csv")
        self.command(["check", paths[0], "--write-mapping", mapping])
        expected = self.command(["compare", *paths, "--by", "level", "--mapping", mapping, "--format", "csv"])
        answer = ontarget_spark.compare(self.spark, paths, ["--by", "level"], mapping=mapping)
        self.assertEqual(answer, expected)

    def command(self, call):
        done = subprocess.run([ontarget.command_path(), *call], cwd=self.folder, capture_output=True, text=True)
        self.assertLess(done.returncode, 2, done.stderr)
        return done.stdout


def ontarget_samples():
    return os.environ.get("ONTARGET_DATASETS", str(ROOT / "datasets"))


if __name__ == "__main__":
    unittest.main()
