"""Evidence that notes what it is asked, for a report that is being made."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from compare.curated.noting import note
from compare.ledger.evidence import Evidence, figure_ids

_TABLES = {
    **{name: (name,) for name in ("regions", "themes", "indicators", "benchmarks")},
    **{name: (name,) for name in ("documents", "figures", "observations", "inconsistencies")},
    **dict.fromkeys(("apart", "_slugs_apart"), ()),  # of own tables, which are noted as a whole
    "_slugs": ("regions",),
    "_names": ("regions", "themes", "indicators"),
    "_facts": ("regions", "indicators"),
    "_codes": ("regions",),
    "_figures": ("figures",),
    "_said": ("figures",),
    "_judgements": ("observations",),
    "_close": ("observations",),
    "_aligned": ("observations",),
    "_observations_of": ("observations",),
    "_documents": ("documents",),
    "_document_named": ("documents",),
    "_bounds": ("indicators",),
    "_limits": ("benchmarks", "indicators"),
    "_limits_of": ("benchmarks", "indicators"),
}
"""The tables behind whatever an evidence holds: who looks at it may have seen all of them."""

_OF_FIGURES = {
    "words": ("figures",),
    "said_of": ("figures",),
    "stated_of": ("figures",),
    "judgement": ("observations",),
    "indicators_of": ("observations",),
    "indicators_of_any": ("observations",),
    "observations_of": ("observations",),
    "close": ("observations", "regions"),
}
"""What is asked about some figures alone, and the tables that the answer comes from."""


_OF_REGIONS = {"stated_by": "figures", "sources_of_regions": "documents"}
"""What is asked about some regions alone, and the table that the answer comes from."""


_OF_SOURCES = ("sources", "document", "documents_named")
"""What is asked about some documents alone: by their figures, or by name."""


_LASTING = ("of_tables", "of_texts")
"""What no further document of a project changes: nothing to note."""


class NotedEvidence(Evidence):
    """Evidence that notes what it is asked: rows where they can be told, or whole tables."""

    _quiet = True

    def watch(self) -> NotedEvidence:
        """Begin to note."""
        object.__setattr__(self, "_quiet", False)
        return self

    def __getattribute__(self, name: str) -> Any:
        found = object.__getattribute__
        if name in _LASTING and not found(self, "_quiet"):
            return self._quietly(lambda: found(self, name))
        noted = name in {*_TABLES, *_OF_FIGURES, *_OF_REGIONS, *_OF_SOURCES}
        if not noted or found(self, "_quiet"):
            return found(self, name)
        if name in _OF_SOURCES:
            return self._of_sources(found(self, name))
        if name in _OF_REGIONS:
            return self._of_regions(name, found(self, name))
        if name in _OF_FIGURES:
            return self._of_figures(name, found(self, name))
        for table in _TABLES[name]:
            note("evidence", table=table)
        return self._quietly(lambda: found(self, name))

    def _of_figures(self, name: str, method: Callable[..., Any]) -> Callable[..., Any]:
        def asked(figures: Iterable[Any], *more: Any) -> Any:
            named = [figures] if isinstance(figures, str) else list(figures)
            for table in _OF_FIGURES[name]:
                if table == "regions":
                    note("evidence", table=table)
                else:
                    note("rows", table=table, figure=sorted(figure_ids(named)))
            given = figures if isinstance(figures, str) else named
            return self._quietly(lambda: method(given, *more))

        return asked

    def _of_sources(self, method: Callable[..., Any]) -> Callable[..., Any]:
        def asked(named: Any) -> Any:
            cells = [named] if isinstance(named, str) else list(named)
            documents = {name.split("/")[0] for name in figure_ids(cells)}
            note("sources", document=sorted(documents))
            return self._quietly(lambda: method(named if isinstance(named, str) else cells))

        return asked

    def _of_regions(self, name: str, method: Callable[..., Any]) -> Callable[..., Any]:
        def asked(regions: Iterable[str]) -> Any:
            named = sorted(set(regions))
            note("stated", table=_OF_REGIONS[name], region=named)
            return self._quietly(lambda: method(named))

        return asked

    def _quietly(self, answer: Callable[[], Any]) -> Any:
        object.__setattr__(self, "_quiet", True)
        try:
            return answer()
        finally:
            object.__setattr__(self, "_quiet", False)
