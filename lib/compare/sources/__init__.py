"""Sources: documents scanned into proposed figures."""
