"""Usage: pandas_group.py FILE"""
import sys

import pandas as pd

frame = pd.read_csv(sys.argv[1], usecols=["industry", "base_pay"])
pay = frame.groupby("industry")["base_pay"]
out = pay.agg(["count", "mean"]).join(pay.quantile([0.1, 0.25, 0.5, 0.75, 0.9]).unstack())
out.to_csv(sys.stdout, header=["n", "mean", "p10", "p25", "p50", "p75", "p90"])
