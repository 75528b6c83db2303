"""The folders of data/raw: definitions, and one for each document."""

from __future__ import annotations

from pathlib import Path

DEFINITIONS = "definitions"
NOT_DOCUMENTS = {DEFINITIONS, "documents"}
"""Folders of data/raw that hold no document."""


def document_folders(raw: Path) -> list[Path]:
    """Return the folders that hold one document each, sorted by name."""
    return [
        folder
        for folder in sorted(raw.iterdir())
        if folder.is_dir() and folder.name not in NOT_DOCUMENTS and folder.name[0] not in "._"
    ]
