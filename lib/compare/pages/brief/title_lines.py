"""Lines of a title: broken by sense, and never within words that belong together."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import combinations, pairwise

from compare.charts.layout import text_width
from compare.pages.brief.subject import About
from compare.pages.paper.house import A4, LOOKS
from compare.wording.catalogue import say
from compare.wording.phrases import colon

Fits = Callable[[str], bool]


def by_sense(title: str, about: About) -> str:
    """Return a title with its line breaks, where it is too long for one line."""
    lang = about.lang
    look = LOOKS[lang]["title"]
    room = A4.text_inches * 0.97

    def wide(text: str) -> float:
        return text_width(text, look.points, bold=look.bold) / room

    topics = [one.said[lang].topic.strip() for one in about.found]
    if wide(title) <= 1:
        return title
    if lang == "zh":
        marks = (say("comma", lang), colon(lang))
        lines = _in_lines(title, topics, marks, lambda text: wide(text) <= 1)
        return lines if "\n" in lines else _filled(title, topics, marks, wide)
    return _in_words(title, next((one for one in topics if one and one in title), ""), wide)


_BOUND = re.compile("[未均已不仍尚将]+$")
"""Words that belong to the verb behind them."""

_IN_BRACKETS = re.compile("（[^（）]*）")
"""The year, or the grade, behind what a title tells."""


def _in_lines(title: str, topics: Sequence[str], marks: tuple[str, str], fits: Fits) -> str:
    """Return a Chinese title in two lines: beside its indicator, else at a mark; or in three."""
    for topic in filter(None, topics):
        before, found, after = title.partition(topic)
        if not found:
            continue
        if not after or _IN_BRACKETS.fullmatch(after):
            bound = _BOUND.search(before)
            place = bound.start() if bound else len(before)
            lines = title[:place], title[place:]
        else:
            lines = before + topic, after.strip()
        if all(map(fits, lines)):
            return "\n".join(lines)
    comma, colon = marks
    before, found, after = title.rpartition(comma)
    if found and fits(before + comma) and fits(after):
        return f"{before}{comma}\n{after}"
    before, found, after = title.partition(colon)
    if not found:
        return title
    rest = after if fits(after) else _in_lines(after, topics, marks, fits)
    return f"{before}{colon}\n{rest}" if all(map(fits, rest.split("\n"))) else title


def _filled(
    title: str, topics: Sequence[str], marks: tuple[str, str], wide: Callable[[str], float]
) -> str:
    """Return a Chinese title in as many lines as it takes, each ending at a mark or a topic."""
    topic = next((one for one in topics if one and one in title), "")
    edges = [
        f"(?<=[{re.escape(''.join(marks))}])",
        *([f"(?<={re.escape(topic)})"] if topic else []),
    ]
    parts = filter(None, re.split("|".join(edges), title))
    lines = [""]
    for part in parts:
        if lines[-1] and wide(lines[-1] + part) > 1:
            lines.append("")
        lines[-1] += part
    return "\n".join(lines) if all(wide(line) <= 1 for line in lines) else title


_LINKS = {
    "of", "in", "at", "by", "than", "from", "to", "with", "and", "or", "for", "below", "above",
    "not", "was", "were", "the", "a", "an", "on", "as", "under", "over", "until", "within",
    "between",
}  # fmt: skip
"""Words that belong to what follows them: a line may begin with one, and does not end with one."""

_MOST_LINES = 4


def _in_words(title: str, topic: str, wide: Callable[[str], float]) -> str:
    """Return an English title in as few lines as hold it, each ending where a phrase does."""
    words = title.split(" ")
    start = title.find(topic) if topic else -1
    edges = {len(title[:start].split()), len(title[: start + len(topic)].split())} - {0}
    for count in range(2, _MOST_LINES + 1):
        tried = (
            (places, _lines(words, places))
            for places in combinations(range(1, len(words)), count - 1)
        )
        whole = [
            (_cost(words, places, edges, wide), lines)
            for places, lines in tried
            if all(wide(one) <= 1 for one in lines)
        ]
        best = min(whole, default=None)
        if best is not None and (best[0] < _SPLIT or count == _MOST_LINES):
            return "\n".join(best[1])
    return title


_SPLIT = 3.0
"""What it costs to divide what belongs together: a further line is dearer than less."""


def _lines(words: Sequence[str], places: Sequence[int]) -> list[str]:
    ends = [0, *places, len(words)]
    return [" ".join(words[one:other]) for one, other in pairwise(ends)]


def _cost(
    words: Sequence[str], places: Sequence[int], edges: set[int], wide: Callable[[str], float]
) -> float:
    """Return how much sense some breaks divide, and how uneven their lines are."""
    broken = sum(_break(words[n - 1], words[n], n in edges) for n in places)
    widths = [wide(line) for line in _lines(words, places)]
    return broken + sum((one - sum(widths) / len(widths)) ** 2 for one in widths)


def _break(last: str, first: str, is_edge: bool) -> float:
    """Return how much sense a break between two words divides."""
    if last[-1] in ",;:":
        return 0.0
    if last in _LINKS or last[0].isdigit() or first.startswith("point"):
        return _SPLIT
    if is_edge or first in _LINKS or first.startswith("("):
        return 0.5
    return 0.7 if first[0].isdigit() else 1.4
