"""Composite indices: scores from several indicators, with the spread of their ranks."""
