"""A report as PDF, printed by a headless Chromium where one is at hand."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from compare.atomic import write_text
from compare.errors import ReportError
from compare.reports.links import without_pages

_PROGRAMS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
    "headless_shell",
)
_VARIABLE = "COMPARE_CHROMIUM"
_SECONDS = 120
_DATE = re.compile(rb"/(CreationDate|ModDate) \(D:[0-9]{14}")
_ID = re.compile(rb"(/ID \[<)[0-9A-Fa-f]+(><)[0-9A-Fa-f]+(>\])")


def chromium() -> str | None:
    """Return the Chromium that is at hand, if one is."""
    named = os.environ.get(_VARIABLE)
    if named:
        return named
    return next((found for name in _PROGRAMS if (found := shutil.which(name))), None)


def pdf_of(page: str) -> bytes:
    """Return a page as PDF: the same page, the same bytes.

    Raises
    ------
    ReportError
        If there is no Chromium, or it fails.
    """
    program = chromium()
    if program is None:
        raise ReportError(f"a PDF needs Chromium: install it, or set {_VARIABLE} to its program")
    with tempfile.TemporaryDirectory() as folder:
        source, out = Path(folder) / "page.html", Path(folder) / "page.pdf"
        write_text(source, without_pages(page))  # Chromium would write out where it lies
        try:
            result = subprocess.run(
                [*_command(program, folder), f"--print-to-pdf={out}", source.as_uri()],
                capture_output=True,
                timeout=_SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise ReportError(f"{program} took longer than {_SECONDS} seconds") from error
        if not out.is_file():
            words = result.stderr.decode("utf-8", "replace").strip()[-300:]
            raise ReportError(f"{program} made no PDF: {words}")
        return _steady(out.read_bytes())


def _command(program: str, folder: str) -> list[str]:
    command = [
        program,
        "--headless",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--no-pdf-header-footer",
        "--virtual-time-budget=5000",
        "--host-resolver-rules=MAP * ~NOTFOUND",  # a page needs no network
        f"--user-data-dir={folder}/profile",
    ]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        command.append("--no-sandbox")  # root has none to enter
    return command


def _steady(content: bytes) -> bytes:
    """Return a PDF without the moment at which it was made."""
    content = _DATE.sub(rb"/\1 (D:19800101000000", content)
    return _ID.sub(lambda m: m[1] + b"0" * 32 + m[2] + b"0" * 32 + m[3], content)
