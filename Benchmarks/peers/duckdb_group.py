"""Usage: duckdb_group.py FILE THREADS"""
import sys

import duckdb

db = duckdb.connect()
db.execute(f"SET threads TO {int(sys.argv[2])}")
rows = db.execute("""
    SELECT industry, count(*), avg(base_pay),
           quantile_cont(base_pay, [0.10, 0.25, 0.50, 0.75, 0.90])
    FROM read_csv(?) GROUP BY industry ORDER BY industry""", [sys.argv[1]]).fetchall()
print("industry,n,mean,p10,p25,p50,p75,p90")
for name, n, mean, points in rows:
    print(name, n, mean, *points, sep=",")
