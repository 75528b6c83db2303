"""Pictures in pixels: opaque, small, and the same bytes every time."""

from __future__ import annotations

import io
from collections.abc import Mapping

import numpy as np
import pandas as pd
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from PIL import Image
from PIL.PngImagePlugin import PngInfo

_COLOURS = 256
"""Most colours of a picture that holds one byte per pixel, a third of what it takes else."""

_PRESSED = 6
"""Of 9: the last twelfth of the size would take eight times as long."""

_COARSEST = 8
"""Widest step, of 255, to which the shades at the edges of letters may be rounded."""


def png_of(figure: Figure, dpi: int, words: Mapping[str, str] | None = None) -> bytes:
    """Return a figure as PNG, without transparency, which Office shows black here and there.

    Parameters
    ----------
    figure : matplotlib.figure.Figure
        The figure.
    dpi : int
        Pixels per inch.
    words : mapping, optional
        Texts for its metadata, by name.
    """
    figure.set_dpi(dpi)
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    pixels = np.asarray(canvas.buffer_rgba())[..., :3]
    picture = _with_palette(pixels) or Image.fromarray(np.ascontiguousarray(pixels))
    texts = PngInfo()
    for name, text in (words or {}).items():
        texts.add_text(name, text)
    out = io.BytesIO()
    picture.save(out, "png", compress_level=_PRESSED, dpi=(dpi, dpi), pnginfo=texts)
    return out.getvalue()


def _with_palette(pixels: np.ndarray) -> Image.Image | None:
    """Return a picture with a palette; None where it has too many colours for one.

    Charts have a few flat colours, and in between the shades that smooth their edges. What
    shades are too many are rounded to the most frequent of their neighbours, by steps that
    nobody sees; flat colours stay as they are.
    """
    packed = pixels.astype(np.uint32) @ np.array([1 << 16, 1 << 8, 1], dtype=np.uint32)
    which, colours = pd.factorize(packed.ravel())
    counts = np.bincount(which)
    parts = np.stack([colours >> 16, colours >> 8 & 255, colours & 255], axis=1)
    for step in range(1, _COARSEST + 1):
        cells, cell_of = np.unique(parts // step, axis=0, return_inverse=True)
        if len(cells) <= _COLOURS:
            break
    else:
        return None
    palette = np.zeros((len(cells), 3), dtype=np.uint8)
    by_count = np.argsort(counts, kind="stable")
    palette[cell_of[by_count]] = parts[by_count]  # the last one written is the most frequent
    picture = Image.fromarray(cell_of[which].astype(np.uint8).reshape(packed.shape), "P")
    picture.putpalette(palette.tobytes())
    return picture
