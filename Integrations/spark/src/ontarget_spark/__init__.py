"""Compensation analytics on Apache Spark: the command `ontarget`, once for each partition.

The package computes nothing itself. Rows go to the command through files of the worker, its answer comes
back as rows, and the answer is that of one machine, or an exception of the package `ontarget` that names
the file and line of the source.
"""

from ._parts import compare, simulate
from ._pay import pay
from ._tables import read_table

__all__ = ["compare", "pay", "read_table", "simulate"]
