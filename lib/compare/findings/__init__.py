"""Headlines: the answer of a page in a sentence, built from verdicts and never beyond them.

Each function takes the frames that the page shows and returns a :class:`Headline`. Regions
are named in the order of their administrative codes; a leader is named only where the
intervals decide it.
"""

from compare.findings.cautions import cautions
from compare.findings.headline import Headline
from compare.findings.indicators import findings, of_figure, of_indicator, of_overview, of_theme
from compare.findings.regions import of_pair, of_region, whole_of
from compare.findings.results import of_balance, of_composite, of_evidence, of_scan, of_targets

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
