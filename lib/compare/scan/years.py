"""Which year a number is about: printed beside it, governing its sentence, or carried."""

from __future__ import annotations

import re
from dataclasses import dataclass

from compare.models import FIRST_YEAR, LAST_YEAR
from compare.scan.plans import Plan, five_years

_Y = r"(?P<year>(?:19|20)\d{2})"
_TO_WORDS = r"力争到|争取到|预计到|计划到|确保到|力争|到|至"
_CUE = re.compile(
    rf"(?P<span>(?<!\d)(?P<from>(?:19|20)\d{{2}})\s*年?\s*(?:[—~至到]+|-+)\s*(?P<until>(?:19|20)\d{{2}})\s*年(?:期间)?)"
    rf"|(?P<lead>比|较|与|同|相比|截至|截止到|截止|截至到|从|由|自|(?<!达)(?:{_TO_WORDS})|在|列为|于|是)?\s*"
    rf"(?<!\d){_Y}\s*(?:—20\d{{2}}\s*)?(?:学年|年)(?!远景|版|级|制|龄|代)(?P<tail>底前|末前|底|末|初|度|前|以前|秋季|春季|起)?"
    rf"|(?P<phase>[到至]?)[“\"]?十(?P<plan>[一二三四五六七八九])五[”\"]?(?P<part>时期末|期末|末|初|时期|期间|以来|规划期)"
    r"|(?P<word>今年|本年度|全年|去年|上年|明年|目前|(?<!实)现有(?!基础|的?资源)|当前|五年来|五年间|过去五年|未来五年)"
)
_LOCAL = re.compile(r"年?(?:底|末|度)?的?(?:约|近)?$")
_COMPARED = ("比", "较", "与", "同", "相比")


@dataclass(frozen=True)
class Cue:
    """Words that say when.

    Attributes
    ----------
    start, end : int
        Their place in the sentence.
    year : int
        The year, or the last year of the period.
    first : int or None
        The first year of a period.
    printed : bool
        True where the digits of the year stand there.
    aims : bool
        True for 到2025年 and the like: the year of an aim.
    status : bool
        True for 截至2020年底 and 目前: the state at a time.
    season : bool
        True for 2018年秋季: it dates one thing only.
    """

    start: int
    end: int
    year: int
    first: int | None = None
    printed: bool = True
    aims: bool = False
    status: bool = False
    season: bool = False


@dataclass(frozen=True)
class When:
    """The year of one number and how it is known.

    ``how`` is one of sentence, local, carried, heading, plan, unknown.
    """

    year: int | None
    first: int | None
    printed: bool
    how: str
    cue: Cue | None = None


def cues(sentence: str, plan: Plan) -> list[Cue]:
    """Return the words of a sentence that say when, in order."""
    found = []
    for match in _CUE.finditer(sentence):
        cue = _cue(match, sentence, plan)
        if cue and FIRST_YEAR <= cue.year <= LAST_YEAR:
            found.append(cue)
    return found


def _cue(match: re.Match[str], sentence: str, plan: Plan) -> Cue | None:
    start, end = match.span()
    if match["span"]:
        first, until = int(match["from"]), int(match["until"])
        return Cue(start, end, until, first) if first < until else None
    if match["plan"]:
        first, last = five_years(match["plan"])
        if match["part"].endswith("末"):
            return Cue(start, end, last, printed=False, aims=True)
        if match["part"] == "初":
            return Cue(start, end, first, printed=False)
        compared = sentence[:start].endswith(_COMPARED)
        return None if compared else Cue(start, end, last, first, printed=False)
    if match["word"] and sentence[:start].endswith(_COMPARED):
        return None
    if match["word"]:
        return _relative(match["word"], start, end, plan)
    lead = match["lead"] or ""
    if lead in _COMPARED or re.match(r"(?:相比|同期)", sentence[end:]):
        return None
    aims = lead.removeprefix("力争").removeprefix("争取") in ("到", "至", "") and bool(
        lead or match["tail"] in ("底前", "前", "以前")
    )
    status = lead.startswith("截") or sentence[max(0, start - 2) : start].endswith("截")
    season = match["tail"] in ("秋季", "春季")
    year = int(match["year"])
    return Cue(start, end, year, aims=aims and not status, status=status, season=season)


def _relative(word: str, start: int, end: int, plan: Plan) -> Cue | None:
    written = plan.issued.year if plan.issued else plan.start
    if word in ("目前", "现有", "当前"):
        return Cue(start, end, plan.base, printed=False, status=True) if plan.base else None
    if plan.base is None or plan.start is None or written is None:
        return None
    if word in ("五年来", "五年间", "过去五年"):
        return Cue(start, end, plan.base, plan.base - 4, printed=False)
    if word == "未来五年":
        return Cue(start, end, plan.start + 4, plan.start, printed=False)
    this = plan.base if plan.report else plan.start
    year = {"去年": this - 1, "上年": this - 1, "明年": this + 1}.get(word, this)
    if word in ("上年", "全年"):
        return None
    return Cue(start, end, year, printed=False)


def governing(
    sentence: str, place: int, value_end: int, found: list[Cue], carried: Cue | None
) -> tuple[Cue | None, str]:
    """Return the words that say when a number is, and how far away they stand.

    Parameters
    ----------
    sentence : str
        In normal form.
    place, value_end : int
        Where the number begins and ends in the sentence.
    found : list of Cue
        The cues of the sentence.
    carried : Cue or None
        What an earlier sentence of the paragraph, or a heading, leaves in force.
    """
    behind = re.match(r"\s*\((?:[一-鿿]{0,4})(?=(?:19|20)\d{2}年\))", sentence[value_end:])
    if behind:
        for cue in found:
            if value_end <= cue.start <= value_end + behind.end():
                return cue, "local"
    depth = _brackets(sentence, place)
    best: Cue | None = None
    for cue in found:
        if cue.start > place:
            break
        inside = _brackets(sentence, cue.start)
        if inside and inside != depth:
            continue  # a year in brackets is about what stands in the same brackets
        if cue.season and re.search(r"[,;]", sentence[cue.end : place]):
            continue  # the autumn of an intake dates that intake
        if _only_local(sentence, cue, place):
            continue
        best = cue
    if best:
        return best, "sentence"
    return carried, "carried" if carried else "unknown"


def _only_local(sentence: str, cue: Cue, place: int) -> bool:
    """Tell whether 2020年的85% names the year of its own value and of no later one."""
    follows = re.match(r"\s*年?的\s*(?:\d)", sentence[cue.end :])
    if not follows:
        return False
    return bool(re.search(r"[\u4e00-\u9fff]", sentence[cue.end + 1 : place]))


def _brackets(sentence: str, place: int) -> int:
    """Return where the bracket opens that a place stands in; 0 outside of any."""
    opened = sentence.rfind("(", 0, place)
    closed = sentence.rfind(")", 0, place)
    return opened + 1 if opened > closed else 0
