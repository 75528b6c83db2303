"""Executed notebooks as HTML, DOCX and PDF."""
