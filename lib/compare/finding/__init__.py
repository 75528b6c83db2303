"""Findings: what may be said, built from verdicts and never beyond them.

:func:`lead` opens a page with its weightiest findings; the functions that begin with ``of_``
open those pages that are about one figure, a score, schools, the data or a scan. All return a
:class:`Headline`; the modules named after comparisons decide the statement of one of them,
for charts. A leader is named only where the intervals decide it. Nothing here knows of drawing.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
