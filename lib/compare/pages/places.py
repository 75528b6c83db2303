"""Places: where the page and the files beside it are."""

PAGE = "index.html"

FOLDER = "charts"
"""The folder beside the page where the files of charts are."""


def address(chart: str, lang: str) -> str:
    """Return the address of a chart's place on the page, seen from beside it."""
    return f"{PAGE}#chart/{chart}?lang={lang}"
