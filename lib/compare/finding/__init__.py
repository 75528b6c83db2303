"""Findings: what may be said, built from verdicts and never beyond them.

Functions that begin with ``of_`` take the frames that a page shows and return a
:class:`Headline`; the modules named after comparisons decide the statement of one of them,
for charts and tables as well. Regions are named in the order of their administrative codes;
a leader is named only where the intervals decide it. Nothing here knows of drawing.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
