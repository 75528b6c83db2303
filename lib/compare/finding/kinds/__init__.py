"""The kinds of findings: one module each, with its rule and its sentence."""
