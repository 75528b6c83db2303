"""A Chinese font in regular and bold, on any machine.

The font package ships Noto Sans SC (SIL Open Font License) as one variable font, of which
matplotlib would draw the thinnest weight. Static regular and bold fonts are cut from it
once per machine, into the user's cache folder.
"""

from __future__ import annotations

import base64
import hashlib
import io
import string
import tempfile
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer
from matplotlib import font_manager
from platformdirs import user_cache_path

from compare.atomic import replacing, write_bytes
from compare.glyphs import FONT, PACKAGE, drawable

FAMILY = "Noto Sans SC"
WEIGHTS = {"Regular": 400, "Bold": 700}

_CONTROL = frozenset(range(32))
"""Characters that no font draws."""

_CUT = "1"
"""Raise it when the way of cutting changes, so that old cuts are not used."""


@cache
def register_fonts() -> tuple[Path, ...]:
    """Make the regular and bold fonts known to matplotlib.

    Returns
    -------
    tuple of pathlib.Path
        The static font files, cut now if this machine has none yet (about 25 seconds).
    """
    paths = tuple(static_font(style) for style in WEIGHTS)
    for path in paths:
        font_manager.fontManager.addfont(path)
    return paths


def fonts_for(text: str) -> dict[int, bytes]:
    """Return the font cut down to a text's characters, regular and bold, as WOFF2.

    Parameters
    ----------
    text : str
        Everything that is shown in it.

    Returns
    -------
    dict of int to bytes
        The fonts by weight.
    """
    characters = "".join(sorted(set(text) | set(string.printable)))
    return {
        weight: _cut_out(path, characters, "woff2")
        for path, weight in zip(register_fonts(), WEIGHTS.values(), strict=True)
    }


@cache
def cut_for_pages(characters: str) -> tuple[Path, ...]:
    """Return regular and bold fonts with a project's characters only, for many pages.

    A page's own font is cut from these in a twentieth of the time that the whole font takes,
    and to the same bytes. They are kept in the user's cache folder, by content.

    Parameters
    ----------
    characters : str
        Every character that pages are expected to show.
    """
    wanted = "".join(sorted(set(characters) | set(string.printable)))
    digest = hashlib.sha256(wanted.encode("utf-8", "replace")).hexdigest()[:16]
    paths = []
    for whole in register_fonts():
        path = whole.parent / "pages" / f"{digest}-{whole.stem}.ttf"
        if not path.is_file():
            write_bytes(path, _cut_out(whole, wanted, None))
        paths.append(path)
    return tuple(paths)


_for_pages: list[tuple[tuple[Path, ...], frozenset[int]]] = []
"""The fonts that pages are cut from in this process, with the characters they have."""


def use_for_pages(characters: str) -> None:
    """Cut pages' fonts from one with these characters, from now on and in this process."""
    paths = cut_for_pages(characters)
    drawable()  # read here, where forked processes share it
    with TTFont(paths[0], lazy=True) as font:
        _for_pages[:] = [(paths, frozenset(font.getBestCmap()))]


def page_font_faces(text: str) -> str:
    """Return CSS that carries the font inside a page of a batch; fast, and a little larger.

    Parameters
    ----------
    text : str
        Everything that the page shows.
    """
    drawn = (set(map(ord, text)) & drawable()) | set(map(ord, string.printable))
    fitting = (paths for paths, known in _for_pages if drawn <= known | _CONTROL)
    paths = next(fitting, register_fonts())
    characters = "".join(map(chr, sorted(drawn)))
    return "\n".join(
        f'@font-face {{ font-family: "{FAMILY}"; font-weight: {weight}; '
        f"src: url(data:font/woff;base64,{_subset(path, characters, 'woff')}) format('woff'); }}"
        for path, weight in zip(paths, WEIGHTS.values(), strict=True)
    )


@cache
def _subset(path: Path, characters: str, flavor: str = "woff2") -> str:
    return base64.b64encode(_cut_out(path, characters, flavor)).decode("ascii")


def _cut_out(path: Path, characters: str, flavor: str | None) -> bytes:
    """Return a font with some characters only."""
    options = subset.Options(flavor=flavor, layout_features=[], recalc_timestamp=False)
    cutter = subset.Subsetter(options)
    cutter.populate(text=characters)
    out = io.BytesIO()
    with subset.load_font(str(path), options) as font:
        cutter.subset(font)
        font.flavor = flavor
        font.save(out)
    return out.getvalue()


def static_font(style: str) -> Path:
    """Return the file of a static font, cut now if this machine has none yet."""
    with as_file(files(PACKAGE).joinpath(FONT)) as variable:
        digest = hashlib.sha256(variable.read_bytes()).hexdigest()[:12]
        path = _cache_folder() / f"{digest}-{_CUT}" / f"NotoSansSC-{style}.ttf"
        if not path.is_file():
            with replacing(path) as aside, TTFont(variable, recalcTimestamp=False) as font:
                _cut(font, style)
                font.save(aside)
    return path


def _cache_folder() -> Path:
    folder = user_cache_path("compare-regions") / "fonts"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:  # a home that cannot be written to
        folder = Path(tempfile.gettempdir()) / "compare-regions-fonts"
    return folder


def _cut(font: TTFont, style: str) -> None:
    """Turn the variable font into a static one of one weight, named as such."""
    instancer.instantiateVariableFont(font, {"wght": WEIGHTS[style]}, inplace=True)
    names = font["name"]
    for record in list(names.names):
        if record.nameID in (16, 17, 21, 22, 25):
            names.removeNames(nameID=record.nameID)
    full = FAMILY if style == "Regular" else f"{FAMILY} {style}"
    for number, text in ((1, FAMILY), (2, style), (4, full), (6, f"NotoSansSC-{style}")):
        names.setName(text, number, 3, 1, 0x409)
        names.setName(text, number, 1, 0, 0)
    font["OS/2"].usWeightClass = WEIGHTS[style]
    bold = style == "Bold"
    font["head"].macStyle = 1 if bold else 0
    font["OS/2"].fsSelection = 0x20 if bold else 0x40
