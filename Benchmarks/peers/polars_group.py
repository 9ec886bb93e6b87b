"""Usage: POLARS_MAX_THREADS=THREADS polars_group.py FILE"""
import sys

import polars as pl

pay = pl.col("base_pay")
frame = (pl.scan_csv(sys.argv[1]).group_by("industry")
         .agg(pl.len().alias("n"), pay.mean().alias("mean"),
              *(pay.quantile(p / 100, "linear").alias(f"p{p}") for p in (10, 25, 50, 75, 90)))
         .sort("industry").collect(engine="streaming"))
frame.write_csv(sys.stdout)
