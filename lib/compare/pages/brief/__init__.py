"""The brief: two pages about a region, or about two, made of findings."""
