"""How the time of a scan grows with a text that repeats one sign: it doubles with the text.

    python tests/benchmarks/scan_bounds.py [--characters 20000]

For each kind of text the seconds for so many characters, and for twice as many.
"""

from __future__ import annotations

import argparse
import time

from compare.sources.scan import scan_text

PIECES = (
    " ", "\t", "\n", " \n", "\u3000", "1", ".", "…", "—", "-", "a", "X", "一", "万", "十四五",
    "1,111,", "1+", "1.", "1 ", "1    ", "2025年", "2025-", "5月", "1日", "1岁", "〇", "市",
    "人民政府", "(", "《", "“", "[2021", "| a | 1", "a  1  2\n", "达到90%,", "学校 : ", "短\n",
)  # fmt: skip
HEAD = "青岚县“十四五”教育事业发展规划\n"


def seconds(piece: str, characters: int) -> float:
    """Return the processor's seconds for a scan of a piece repeated to so many characters."""
    text = HEAD + "学校" + piece * (characters // len(piece)) + "12所。\n"
    start = time.process_time()
    scan_text(text)
    return time.process_time() - start


def main() -> None:
    """Print a line for each piece."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--characters", type=int, default=20_000)
    size = parser.parse_args().characters
    for piece in PIECES:
        once, twice = seconds(piece, size), seconds(piece, 2 * size)
        print(f"{piece!r:<14} {once:7.2f} s {twice:7.2f} s")


if __name__ == "__main__":
    main()
