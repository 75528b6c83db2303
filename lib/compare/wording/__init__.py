"""Wording: every word that a reader sees, in both languages."""
