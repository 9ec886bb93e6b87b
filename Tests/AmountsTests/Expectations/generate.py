#!/usr/bin/env python3
"""Computes the expectations of WideRatioTests.swift with Python's integers and fractions.

Usage: generate.py > ratios.txt. A line holds two ratios, their sum, difference, product and
quotient ("overflow" where it is out of range), whether the first is smaller, and of the first: rounded half to even, half up and down,
written with two places, and as floating point.
"""
import math
import random
from fractions import Fraction as F

random.seed(20210531)


def number(bits):
    return random.getrandbits(bits) | 1 << (bits - 1)


def half_up(x):
    magnitude = math.floor(abs(x) + F(1, 2))
    return magnitude if x >= 0 else -magnitude


def two_places(x):
    cents = round(x * 100)
    return f"{'-' if cents < 0 else ''}{abs(cents) // 100}.{abs(cents) % 100:02}"


def fitting(x):
    """A ratio has numerators and denominators of at most 512 bits."""
    widest = max(abs(x.numerator), x.denominator)
    return "overflow" if widest.bit_length() > 512 else x


def show(x, y):
    print(x, y, *map(fitting, [x + y, x - y, x * y, x / y]), x < y, round(x), half_up(x),
          math.floor(x), two_places(x), x.numerator / x.denominator, sep=";")


SIZES = [(63, 1), (64, 64), (63, 127), (127, 64), (128, 128), (200, 130), (130, 200), (250, 250), (256, 256),
         (65, 1), (1, 200), (240, 70), (192, 192), (256, 1), (129, 63)]
for a, b in SIZES:
    for shared in [1, 2**40 * 5**20]:
        sign = random.choice([1, -1])
        x = F(sign * number(a), number(b) * shared)
        y = F(random.choice([1, -1]) * number(b), number(a) * shared)
        show(x, y)
# Ties, which only exact arithmetic sees.
for top in [2**200 + 1, -(2**200) - 1, 2**200 + 3, -(2**200) - 3]:
    show(F(top, 2), F(top, 200))
