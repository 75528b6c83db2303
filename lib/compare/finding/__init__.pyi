"""What ``compare.finding`` offers: the one list, read by `__init__.py`."""

from .cautions import cautions
from .headline import Headline
from .indicators import findings, of_figure, of_indicator, of_overview, of_theme
from .lead import lead
from .regions import of_pair, of_region, whole_of
from .schools import of_balance
from .scores import of_composite
from .sources import of_evidence, of_scan
from .targets import of_targets

__all__ = [
    "Headline",
    "cautions",
    "findings",
    "lead",
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
