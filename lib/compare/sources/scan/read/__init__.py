"""Reading: text, HTML, Word or PDF as one plain text."""
