"""The same question in vectorised numpy. Usage: simulate_numpy.py TRIALS"""

import sys

import numpy

trials = int(sys.argv[1])
generator = numpy.random.Generator(numpy.random.SFC64(1))
deviation = numpy.sqrt(numpy.log1p(0.35**2))
attainment = generator.standard_normal(trials)
attainment *= deviation
attainment -= deviation**2 / 2
numpy.exp(attainment, out=attainment)
pay = numpy.minimum(attainment, 1)
pay += 1.5 * numpy.clip(attainment - 1, 0, 0.5)
pay += 2 * numpy.maximum(attainment - 1.5, 0)
pay *= 57504
print(pay.mean(), *numpy.quantile(pay, [0.1, 0.5, 0.9], overwrite_input=True))
