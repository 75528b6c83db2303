"""Charts as files: PNG, SVG, PDF, CSV, XLSX."""
