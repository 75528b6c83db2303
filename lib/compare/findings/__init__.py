"""Headlines: the answer of a page in a sentence, built from verdicts and never beyond them.

Each function takes the frames that the page shows and returns a :class:`Headline`. Regions
are named in the order of their administrative codes; a leader is named only where the
intervals decide it.
"""

from compare.headlines.cautions import cautions
from compare.headlines.findings import findings, of_figure, of_indicator, of_overview, of_theme
from compare.headlines.headline import Headline
from compare.headlines.places import of_pair, of_region, whole_of
from compare.headlines.workings import of_balance, of_composite, of_evidence, of_scan, of_targets

__all__ = [
    "Headline",
    "cautions",
    "findings",
    "of_balance",
    "of_composite",
    "of_evidence",
    "of_figure",
    "of_indicator",
    "of_overview",
    "of_pair",
    "of_region",
    "of_scan",
    "of_targets",
    "of_theme",
    "whole_of",
]
