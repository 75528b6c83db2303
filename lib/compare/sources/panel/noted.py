"""What was seen in the cells of an own table and changes no value: it is told in the summary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from compare.errors import listed


@dataclass(frozen=True)
class Noted:
    """What is told of cells, with the number of the cells that it was seen in.

    Attributes
    ----------
    footnotes : Counter of str
        Marks of footnotes behind values, each with the number of its cells.
    limits : Counter of str
        Columns of limits, each with how many of its cells belong to no value.
    sheets : dict of Counter
        What sheets of workbooks are that nothing is read from, to their names.
    codes : Counter of str
        Codes that have lost their leading zeros, with what they were read as.
    spelt : Counter of str
        Names of regions that were read as another spelling of the same.
    targets : Counter of str
        Columns that say of their values that these are targets, with how many.
    years : Counter of str
        Titles and names of sheets and files that the year of values was taken from.
    """

    footnotes: Counter[str] = field(default_factory=Counter)
    limits: Counter[str] = field(default_factory=Counter)
    sheets: dict[str, Counter[str]] = field(default_factory=dict)
    codes: Counter[str] = field(default_factory=Counter)
    spelt: Counter[str] = field(default_factory=Counter)
    targets: Counter[str] = field(default_factory=Counter)
    years: Counter[str] = field(default_factory=Counter)

    def sheets_left(self, left: Mapping[str, Sequence[str]]) -> None:
        """Note the sheets of a workbook that nothing is read from, by what they are."""
        for what, names in left.items():
            self.sheets.setdefault(what, Counter()).update(names)

    def counted(self) -> list[tuple[str, str, int]]:
        """Return the lines of the summary: of what, what became of it, and of how many."""
        marks = Counter(dict(sorted(self.footnotes.items(), key=lambda one: (-one[1], one[0]))))
        lines = [
            *(("sheets", what, names) for what, names in self.sheets.items()),
            ("flags", "footnote marks", marks),
            ("limits", "not used", self.limits),
            ("kinds", "read as targets", self.targets),
            ("years", "taken from the title or a name", self.years),
            ("codes", "read with their leading zeros", self.codes),
            ("names", "read as another spelling", self.spelt),
        ]
        return [
            (of, f"{what} ({listed(list(seen))})", seen.total()) for of, what, seen in lines if seen
        ]
