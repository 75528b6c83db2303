"""Pages that people open: the gallery of charts."""
