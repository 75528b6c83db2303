"""A document for Word and WPS, on a template of styles made here by code."""
