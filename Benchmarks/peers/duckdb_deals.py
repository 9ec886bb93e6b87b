"""Usage: duckdb_deals.py FILE THREADS: reads deals and adds them by rep, which is no plan."""
import sys

import duckdb

db = duckdb.connect()
db.execute(f"SET threads TO {int(sys.argv[2])}")
rows = db.execute("""
    SELECT rep, count(*), sum(amount) FROM read_csv(?) GROUP BY rep ORDER BY rep""", [sys.argv[1]]).fetchall()
print("rep,n,amount")
for row in rows:
    print(*row, sep=",")
