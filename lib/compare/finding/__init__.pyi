"""What ``compare.finding`` offers: the one list, read by `__init__.py`."""

from .cautions import cautions
from .figures import of_figure
from .headline import Headline
from .horizons import planned_for
from .lead import lead
from .schools import of_balance
from .scores import of_composite
from .sources import of_evidence, of_scan

__all__ = [
    "Headline",
    "cautions",
    "lead",
    "of_balance",
    "of_composite",
    "of_evidence",
    "of_figure",
    "of_scan",
    "planned_for",
]
