"""What a scan and a ledger have in common, and what only one of them has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from compare.errors import unknown
from compare.ledger.folders import document_folders
from compare.ledger.ledger import read_ledger
from compare.ledger.models import Figure
from compare.ledger.texts import pieces
from compare.project import Project, find_project
from compare.sources.scan.find.proposals import Proposal


@dataclass(frozen=True)
class Differences:
    """A scan compared with a ledger of the same document.

    Attributes
    ----------
    same : tuple of (Figure, Proposal)
        The figures that both have.
    only_ledger : tuple of Figure
        What the scan missed.
    only_scan : tuple of Proposal
        What the ledger lacks, or what is no figure.
    """

    same: tuple[tuple[Figure, Proposal], ...]
    only_ledger: tuple[Figure, ...]
    only_scan: tuple[Proposal, ...]

    @property
    def recall(self) -> float:
        """Share of the ledger's figures that the scan saw."""
        total = len(self.same) + len(self.only_ledger)
        return len(self.same) / total if total else 1.0

    @property
    def precision(self) -> float:
        """Share of the proposals that are figures of the ledger."""
        total = len(self.same) + len(self.only_scan)
        return len(self.same) / total if total else 1.0

    def __str__(self) -> str:
        lines = [
            f"both: {len(self.same)}; only in the ledger: {len(self.only_ledger)}; "
            f"only in the scan: {len(self.only_scan)}"
        ]
        lines += [
            f"- {f.figure} {f.printed}{f.unit} {f.label}: {f.quote}" for f in self.only_ledger
        ]
        lines += [f"+ {p.printed}{p.unit} {p.label}: {p.quote}" for p in self.only_scan]
        return "\n".join(lines)

    def agreement(self, column: str) -> float:
        """Return the share of the common figures that agree in a column or property."""
        agreed = sum(getattr(a, column) == getattr(b, column) for a, b in self.same)
        return agreed / len(self.same) if self.same else 1.0


def differences(text: str, found: Sequence[Proposal], figures: Sequence[Figure]) -> Differences:
    """Compare proposals with the figures of a ledger.

    A proposal and a figure are the same statement if the proposal's value stands inside
    the figure's quote and both give the same interval. Each is paired once.

    Parameters
    ----------
    text : str
        The document.
    found : sequence of Proposal
        The proposals.
    figures : sequence of Figure
        The ledger's figures of the same document.
    """
    near = [_near(text, figure, found) for figure in figures]
    partner: dict[int, int] = {}
    for number in sorted(range(len(figures)), key=lambda n: len(near[n])):
        _pair(number, near, partner, set())
    paired = {figure: proposal for proposal, figure in partner.items()}
    return Differences(
        tuple((figures[f], found[p]) for f, p in sorted(paired.items())),
        tuple(figure for n, figure in enumerate(figures) if n not in paired),
        tuple(proposal for n, proposal in enumerate(found) if n not in partner),
    )


def _near(text: str, figure: Figure, found: Sequence[Proposal]) -> list[int]:
    """Return the proposals that may be a figure, the likeliest first."""
    places = [place for piece in pieces(figure.quote) for place in _all(text, piece)]
    hits = [
        number
        for number, proposal in enumerate(found)
        if _same_value(figure, proposal)
        and any(start <= proposal.start and proposal.end <= end for start, end in places)
    ]
    return sorted(hits, key=lambda n: -_likeness(figure, found[n]))


def _all(text: str, piece: str) -> Iterator[tuple[int, int]]:
    at = text.find(piece)
    while at >= 0:
        yield at, at + len(piece)
        at = text.find(piece, at + 1)


def _same_value(figure: Figure, proposal: Proposal) -> bool:
    """Compare the numbers; whether 超过 and 以上 were told apart is counted separately."""
    mine = [v for v in (proposal.lo, proposal.hi) if v is not None]
    other = [v for v in (figure.lo, figure.hi) if v is not None]
    if (figure.comparator == "range") != (proposal.comparator == "range"):
        return False
    return bool(mine and other) and all(
        abs(a - b) < 1e-6 for a, b in zip((mine[0], mine[-1]), (other[0], other[-1]), strict=True)
    )


def _likeness(figure: Figure, proposal: Proposal) -> float:
    common = len(set(figure.label) & set(proposal.label))
    union = len(set(figure.label) | set(proposal.label)) or 1
    years = figure.last_year == proposal.last_year
    exact = (figure.lo, figure.hi) == (proposal.lo, proposal.hi)
    return common / union + years + 2 * exact + (figure.printed == proposal.printed)


def _pair(figure: int, near: list[list[int]], partner: dict[int, int], seen: set[int]) -> bool:
    """Find a proposal for a figure, moving earlier pairs aside where they have another."""
    for proposal in near[figure]:
        if proposal in seen:
            continue
        seen.add(proposal)
        if proposal not in partner or _pair(partner[proposal], near, partner, seen):
            partner[proposal] = figure
            return True
    return False


def with_file(document: str, path: Path | str, *, project: Project | None = None) -> Differences:
    """Scan a file and compare it with the ledger of a document.

    Parameters
    ----------
    document : str
        Name of the document's folder.
    path : pathlib.Path or str
        The file that it was transcribed from.
    project : Project, optional
        The project.
    """
    from compare.sources.scan.find.scan import scan

    project = project or find_project()
    known = [folder.name for folder in document_folders(project.raw)]
    if document not in known:
        raise unknown("document", document, known)
    found = scan(path, project=project)
    ledger = read_ledger(project.raw)
    figures = [e.item for e in ledger.figures if e.item.document == document]
    return differences(found.document.text, found.proposals, figures)
