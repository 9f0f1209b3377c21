"""Damaged files by the ten thousand, led by which lines of the readers they reach: `python -m tests.fuzz`."""
