"""What is printed: one structure of a document, written for Word, as PDF and as HTML."""
