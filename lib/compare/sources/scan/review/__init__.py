"""Reviewing: proposals written as a folder, confirmed, corrected, rejected; new regions."""
