"""Packing: what the page carries, as text that the browser holds and does not look into."""

from __future__ import annotations

import base64
import hashlib
import json
import zlib
from typing import Any


def packed(name: str, content: Any) -> str:
    """Return something as deflated JSON in an element of this id."""
    text = json.dumps(content, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return _element(name, zlib.compress(text.encode("utf-8"), 9))


def carried(name: str, content: bytes) -> str:
    """Return bytes that are compressed already, in an element of this id."""
    return _element(name, content)


def _element(name: str, content: bytes) -> str:
    text = base64.b64encode(content).decode("ascii")
    return f'<script type="application/octet-stream" id="{name}">{text}</script>\n'


def csp_hash(text: str) -> str:
    """Return how a content security policy names an inline script or style."""
    digest = base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest())
    return f"'sha256-{digest.decode('ascii')}'"
