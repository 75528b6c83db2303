"""Finding: every quantitative statement of a text as a proposed row, with its doubts."""
