"""Notebooks: their parameters, the engine that runs them, copies to try things in."""
