# The same bootstrap as bootstrap-pay, with numpy, one replicate at a time so that memory stays small.
import time

import numpy

generator = numpy.random.Generator(numpy.random.SFC64(1))
sigma = numpy.sqrt(numpy.log1p(0.35**2))
pay = generator.lognormal(numpy.log(57504) - sigma**2 / 2, sigma, 100_000)
for name, statistic in [("mean", numpy.mean), ("median", numpy.median)]:
    start = time.perf_counter()
    replicates = [statistic(pay[generator.integers(0, pay.size, pay.size)]) for _ in range(1000)]
    low, high = numpy.percentile(replicates, [2.5, 97.5])
    print(name, f"{time.perf_counter() - start:.3f} seconds", low, high)
