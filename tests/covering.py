"""Boxes of text that cover each other in a picture."""

from collections.abc import Sequence

import numpy as np
from matplotlib.text import Text
from matplotlib.transforms import BboxBase

_TOUCHING = 2.5
"""So many pixels of a box are white, above and below its letters."""


def covering(boxes: Sequence[tuple[Text, BboxBase]]) -> list[tuple[str, str]]:
    """Return every two texts of which one covers the other, by their boxes in pixels."""
    left, bottom, right, top = np.array([box.extents for _, box in boxes]).T
    across = np.minimum.outer(right, right) - np.maximum.outer(left, left)
    along = np.minimum.outer(top, top) - np.maximum.outer(bottom, bottom)
    apart = np.minimum(across, along) <= _TOUCHING
    pairs = np.argwhere(np.triu(~apart, 1))
    return [(boxes[one][0].get_text(), boxes[other][0].get_text()) for one, other in pairs]
