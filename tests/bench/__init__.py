"""Figures as ratios against a floor measured in the same run: `python -m tests.bench`. Never a timed test."""
