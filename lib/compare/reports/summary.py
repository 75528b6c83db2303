"""What a batch did: of every report what became of it, and why."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Summary:
    """What a batch did.

    Attributes
    ----------
    made : list of str
        Reports that were made.
    failed : dict of str to str
        Reports that failed, and why; of a dry run, those that would.
    unchanged : list of str
        Reports that were up to date.
    removed : list of pathlib.Path
        Files that were removed; of a dry run, those that would be.
    surplus : list of str
        Reports that are there and no longer in the manifest.
    pages : list of pathlib.Path
        The main file of every report of the batch that is there.
    seconds : dict of str to float
        How long each took.
    executing : dict of str to float
        How much of that ran the notebook.
    why : dict of str to str
        Why each was made.
    without : list of str
        Formats of the manifest that cannot be made on this machine.
    notices : list of str
        What was left out, and why.
    total : float
        How long the batch took.
    """

    made: list[str] = field(default_factory=list)
    failed: dict[str, str] = field(default_factory=dict)
    unchanged: list[str] = field(default_factory=list)
    removed: list[Path] = field(default_factory=list)
    surplus: list[str] = field(default_factory=list)
    pages: list[Path] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=dict)
    executing: dict[str, float] = field(default_factory=dict)
    why: dict[str, str] = field(default_factory=dict)
    without: list[str] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    total: float = 0.0

    def as_json(self) -> str:
        """Return the summary for scripts."""
        content = {
            name: [str(item) for item in value]
            if isinstance(value, list)
            else {k: round(v, 3) if isinstance(v, float) else v for k, v in value.items()}
            if isinstance(value, dict)
            else round(value, 3)
            for name, value in vars(self).items()
        }
        return json.dumps(content, ensure_ascii=False, indent=1)
