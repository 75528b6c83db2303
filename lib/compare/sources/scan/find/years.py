"""Which year a number is about: printed beside it, governing its sentence, or carried."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from compare.ledger.models import FIRST_YEAR, LAST_YEAR, Kind
from compare.ledger.numbers import CHINESE_DIGITS
from compare.sources.scan.find.labels import Labelled
from compare.sources.scan.find.plans import BASES, Plan, five_years

_Y = r"(?P<year>(?:19|20)\d{2})"
_TO_WORDS = r"力争到|争取到|预计到|计划到|确保到|力争|到|至"
_N = "[一二两三四五]"
_CUE = re.compile(
    rf"(?P<span>(?<!\d)(?P<from>(?:19|20)\d{{2}})\s*年?\s*(?:[—~至到]+|-+)\s*(?P<until>(?:19|20)\d{{2}})\s*年(?:期间)?)"
    rf"|(?:(?P<lead>比|较|与|同|相比|截至|截止到|截止|截至到|从|由|自|(?<!达)(?:{_TO_WORDS})|在|列为|于|是)\s*)?"
    rf"(?<!\d){_Y}\s*(?:[—/]20\d{{2}}\s*)?(?:学年|年)(?!远景|版|级|制|龄|代)(?P<tail>底前|末前|底|末|初|度|前|以前|以来|秋季|春季|起)?"
    rf"|(?P<phase>[到至]?)[“\"]?十(?P<plan>[一二三四五六七八九])五[”\"]?(?P<part>时期末|期末|末|初|时期|期间|以来|规划期)"
    rf"|近(?P<past>{_N})年(?:来)?(?!连续|行动|计划)|(?P<came>{_N})年(?:来|间)|过去(?P<gone>{_N})年"
    rf"|(?:未来|今后)(?P<coming>{_N})年|(?P<within>{_N})年(?:之?内|左右的?时间|时间|累计|共|新增|新建|补充|培养|培训|引进|招聘|投入|建成|完成)"
    r"|规划(?P<edge>基期|期初|期末|目标值?(?=[\d为]))"
    r"|(?P<word>上一?个?学年|本学年|学年内|今年|本年度|全年|去年|上年|明年|目前|(?<!实)现有(?!基础|的?资源)|当前"
    r"|截[至止]到?(?=\d{1,2}月)|年[度初](?=(?:目标|任务|计划)(?!的)))"
)
_VALUE = r"(?=[\d≥≤<>]|不[低少高超大小]|[超大小高低][于过]|至少|控制)"
_SPRING = 3
_FROM = ("从", "由", "自")
_MOVED = re.compile(r"(?:将|把|由|从|在)(?:全[县市区省])?$")
_ON_TOP = re.compile(r"[^,;。]{0,24}基础上")
_AIM_ALONE = re.compile(
    r"(?:规划|预期)?[^,;。()\d]{0,4}\d[\d.]*(?:%|[所个人名年])?(?:以上|以下|以内|左右)?的(?:规划|预期)?目标"
)
"""距2025年93%的目标, 超过2025年97%的规划目标: the year of that number alone."""
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
    local : bool
        True where it dates the next number only: 由2020年的…, 将现有….
    limit : int or None
        Where what it dates ends: 在2022年…的基础上.
    """

    start: int
    end: int
    year: int
    first: int | None = None
    printed: bool = True
    aims: bool = False
    status: bool = False
    season: bool = False
    local: bool = False
    limit: int | None = None


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


def cues(sentence: str, plan: Plan, section: Kind = "target") -> list[Cue]:
    """Return the words of a sentence that say when, in order.

    Parameters
    ----------
    sentence : str
        In normal form.
    plan : Plan
        What the document says about itself.
    section : {"actual", "target"}
        Whether its section reports or plans: 今年 of a review is its own year.
    """
    found = []
    for match in _CUE.finditer(sentence):
        cue = _cue(match, sentence, plan, section)
        if cue and FIRST_YEAR <= cue.year <= LAST_YEAR:
            found.append(cue)
    return sorted([*found, *_of_phases(sentence, plan)], key=lambda cue: cue.start)


def _of_phases(sentence: str, plan: Plan) -> Iterator[Cue]:
    """Yield when the phases are that a text gives a year of their own: 基期94.13%, 中期95%以上."""
    for phase, year in plan.phases:
        for match in re.finditer(rf"{phase}(?:值)?(?:为|达到|达|:)?{_VALUE}", sentence):
            past = phase in BASES
            yield Cue(*match.span(), year, printed=False, status=past, aims=not past, local=True)


def _cue(match: re.Match[str], sentence: str, plan: Plan, section: Kind) -> Cue | None:
    start, end = match.span()
    if match["span"]:
        first, until = int(match["from"]), int(match["until"])
        return Cue(start, end, until, first) if first < until else None
    if match["plan"]:
        return _of_plan(match, sentence, plan)
    if match["word"] or match["edge"]:
        return _relative(match, sentence, plan, section)
    if not match["year"]:
        return _of_years(match, plan, section)
    lead, tail = match["lead"] or "", match["tail"] or ""
    year = int(match["year"])
    if re.match(
        r"的(?:约|近)?(?:[一二三四五六七八九]成|[\d.一二两三四五六七八九十]+(?:倍|分之))",
        sentence[end:],
    ):
        return None  # 为2018年的八成: what is compared with
    if lead in _COMPARED or re.match(r"(?:相比|同期)", sentence[end:]):
        itself = re.match(r"(?:的|达到)\s*\d", sentence[end:])  # 比2022年的38%提高: its own value
        return Cue(start, end, year, local=True) if itself else None
    reaches = re.search(
        r"(?:达到|超过|完成|高于|低于|优于|对照|距离?)$", sentence[: match.start("year")]
    )
    if reaches and re.match(r"的?(?:规划)?目标(?:值)?(?![\d为:])", sentence[end:]):
        return None  # 达到2025年目标值: what is compared with
    if tail == "以来" or (lead in _FROM and re.match(r"(?:以来|至今)", sentence[end:])):
        if plan.base is None:
            return None
        return Cue(start, end, max(plan.base, year), year, printed=False)
    if _AIM_ALONE.match(sentence, end):
        return Cue(start, end, year, aims=True, local=True)
    aims = lead.removeprefix("力争").removeprefix("争取") in ("到", "至", "") and bool(
        lead or tail in ("底前", "前", "以前")
    )
    status = lead.startswith("截") or sentence[max(0, start - 2) : start].endswith("截")
    on_top = _ON_TOP.match(sentence, end) if lead == "在" else None
    return Cue(
        start,
        end,
        year,
        aims=aims and not status,
        status=status,
        season=tail in ("秋季", "春季")
        and not (aims or status)
        and not re.match(r"(?:学期|学年)?(?:初|末)?,", sentence[end:])
        and not re.match(r"(?:学期)?(?:起|开始)", sentence[end:]),
        local=lead in _FROM and tail != "起" and not re.match(r"(?:开始|起)", sentence[end:]),
        limit=on_top.end() if on_top else None,
    )


def _of_plan(match: re.Match[str], sentence: str, plan: Plan) -> Cue | None:
    """Return when “十三五”期间 or “十四五”末 is."""
    start, end = match.span()
    first, last = five_years(match["plan"])
    lead = sentence[:start]
    local = lead.endswith(_FROM)
    if lead.endswith((*_COMPARED, "高于", "低于", "多于", "少于")) or re.match(
        r"的?[\d.一二两三]+倍", sentence[end:]
    ):
        return None
    if match["part"].endswith("末"):
        return Cue(start, end, last, printed=False, aims=True, local=local)
    if match["part"] == "初":
        return Cue(start, end, first, printed=False, local=local)
    if match["part"] == "以来" and plan.base is not None and first <= plan.base < last:
        last = plan.base  # it lasts
    return Cue(start, end, last, first, printed=False)


def _of_years(match: re.Match[str], plan: Plan, section: Kind) -> Cue | None:
    """Return when 近三年, 五年来, 未来三年 or 三年内 is."""
    start, end = match.span()
    if back := match["past"] or match["came"] or match["gone"]:
        if plan.base is None:
            return None
        return Cue(start, end, plan.base, plan.base - CHINESE_DIGITS[back] + 1, printed=False)
    length = CHINESE_DIGITS[match["coming"] or match["within"]]
    if plan.report and plan.base is not None and match["coming"]:
        return Cue(start, end, plan.base + length, plan.base + 1, printed=False)
    if section == "actual" or plan.report or plan.start is None:
        return None
    last = plan.start + length - 1
    if plan.issued and plan.issued.month > _SPRING and plan.issued.year == plan.start:
        last += 1  # two years from a day in June end in the second year after
    if plan.end is not None and plan.end > plan.start:
        last = min(last, plan.end)
    local = not match[0].endswith(("内", "时间"))  # 三年补充900名 says it of these alone
    return Cue(start, end, last, plan.start, printed=False, local=local)


def _relative(match: re.Match[str], sentence: str, plan: Plan, section: Kind) -> Cue | None:
    """Return when 目前, 今年 or 规划期末 is, counted from what the document plans for."""
    start, end = match.span()
    word = match["word"] or match["edge"]
    compared = sentence[:start].endswith(_COMPARED) and not re.match(r"的\s*\d", sentence[end:])
    if compared or word in ("上年", "全年"):
        return None
    if word.endswith("学年") or word == "学年内":
        if plan.start is None or plan.end != plan.start + 1 or "学年" not in plan.title:
            return None
        gone = word.startswith("上")
        return Cue(start, end, plan.start if gone else plan.end, printed=False, status=gone)
    if word in ("目前", "现有", "当前"):
        if plan.now is None:
            return None
        moved = bool(_MOVED.search(sentence[:start]))
        return Cue(start, end, plan.now, printed=False, status=True, local=moved)
    if plan.base is None or plan.start is None:
        return None
    if match["edge"]:
        ahead = word == "期末" or word.startswith("目标")
        year = (plan.end or plan.start) if ahead else plan.start - 1
        return Cue(start, end, year, printed=False, aims=ahead, status=not ahead, local=True)
    this = plan.base if plan.report or section == "actual" else plan.start
    if plan.issued and (plan.end != plan.start or not plan.named):
        this = plan.issued.year
    if word.startswith("截"):
        return Cue(start, end, this, printed=False, status=True)
    return Cue(start, end, this + {"去年": -1, "明年": 1}.get(word, 0), printed=False)


_JOINED = re.compile(r"\s*(?:、|和|与|及|,)?\s*")


def in_turn(sentence: str, offset: int, found: list[Cue], items: list[Labelled]) -> dict[int, Cue]:
    """Return the years of values that go with listed years in turn.

    到2025年、2027年,毛入学率分别达到93%、95%: as many values after 分别 as years before it.

    Parameters
    ----------
    sentence : str
        In normal form.
    offset : int
        Where it begins in the document.
    found : list of Cue
        Its words that say when.
    items : list of Labelled
        Its values.

    Returns
    -------
    dict
        The year of each such value, by its number.
    """
    turns: dict[int, Cue] = {}
    for group in _listed_years(sentence, found):
        until = next((c.start for c in found if c.start > group[-1].end), len(sentence))
        for match in re.finditer("分别", sentence[:until]):
            places = [
                n for n, item in enumerate(items)
                if match.end() <= item.quantity.value_start - offset < until
            ]  # fmt: skip
            run = places[: len(group)]
            if match.start() < group[-1].end or len(run) < len(group):
                continue
            turns.update(
                (place, replace(cue, start=0, end=0)) for place, cue in zip(run, group, strict=True)
            )
    return turns


def _listed_years(sentence: str, found: list[Cue]) -> list[list[Cue]]:
    """Return the runs of years that stand side by side."""
    runs: list[list[Cue]] = []
    for cue in (c for c in found if c.first is None and c.printed):
        if runs and _JOINED.fullmatch(sentence, runs[-1][-1].end, cue.start):
            runs[-1].append(replace(cue, aims=runs[-1][-1].aims or cue.aims))
        else:
            runs.append([cue])
    return [run for run in runs if len(run) > 1]


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
        if inside and inside != depth and not _heads(sentence, cue):
            continue  # a year in brackets is about what stands in the same brackets
        if cue.season and re.search(r"[,;]", sentence[cue.end : place]):
            continue  # the autumn of an intake dates that intake
        if _only_local(sentence, cue, place):
            continue
        best = cue
    if best:
        return best, "sentence"
    return carried, "carried" if carried else "unknown"


def _heads(sentence: str, cue: Cue) -> bool:
    """Tell whether a year in brackets heads what follows: 第一阶段(2024年):…."""
    return re.match(r"[^()]*\)\s*:", sentence[cue.end :]) is not None


def _only_local(sentence: str, cue: Cue, place: int) -> bool:
    """Tell whether 2020年的85% names the year of its own value and of no later one."""
    if cue.limit is not None:
        return place >= cue.limit
    follows = cue.local or re.match(r"\s*年?的\s*(?:\d)", sentence[cue.end :])
    if not follows:
        return False
    number = re.search(
        r"\d[\d.,]*\s*(?:%|[\u4e00-\u9fff]?百分点|[\u4e00-\u9fff])?", sentence[cue.end : place]
    )
    return number is not None


def _brackets(sentence: str, place: int) -> int:
    """Return where the bracket opens that a place stands in; 0 outside of any."""
    opened = sentence.rfind("(", 0, place)
    closed = sentence.rfind(")", 0, place)
    return opened + 1 if opened > closed else 0
