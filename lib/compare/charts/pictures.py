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
    pixels = np.asarray(canvas.buffer_rgba())
    picture = _with_palette(pixels) or Image.fromarray(np.ascontiguousarray(pixels[..., :3]))
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
    packed = np.ascontiguousarray(pixels).view(np.uint32).ravel()  # a number for each pixel
    begins = np.flatnonzero(np.r_[True, packed[1:] != packed[:-1]])  # where another colour does
    lengths = np.diff(begins, append=packed.size)
    which, colours = pd.factorize(packed[begins])
    counts = np.bincount(which, lengths)
    parts = colours.view(np.uint8).reshape(-1, 4)[:, :3].astype(np.uint32)
    for step in range(1, _COARSEST + 1):
        cells, cell_of = np.unique(parts // step, axis=0, return_inverse=True)
        if len(cells) <= _COLOURS:
            break
    else:
        return None
    palette = np.zeros((len(cells), 3), dtype=np.uint8)
    by_count = np.argsort(counts, kind="stable")
    palette[cell_of[by_count]] = parts[by_count]  # the last one written is the most frequent
    places = np.repeat(cell_of[which].astype(np.uint8), lengths).reshape(pixels.shape[:2])
    picture = Image.fromarray(places, "P")
    picture.putpalette(palette.tobytes())
    return picture
