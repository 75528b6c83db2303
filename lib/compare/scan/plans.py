"""What kind of document it is: its title and number, and the years it speaks about."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from dataclasses import dataclass, field

from compare.models import FIRST_YEAR, LAST_YEAR

_HEAD = 6000
"""Characters at the beginning in which title, number and date are looked for."""

_FIRST_PLAN = 1953
_FAR = 2035
"""The national long-term goals: no plan's own horizon."""
_SHORT = 3
"""A plan of so few years has one horizon, its end; a longer one the first that it names."""
_ORDINALS = {name: number for number, name in enumerate("一二三四五六七八九", start=1)}

_KINDS = (
    r"(?:发展)?规划(?:纲要)?|工作要点|行动方案|行动计划|实施方案|实施意见|工作方案|提升计划|提升方案|"
    r"统计公报|统计快报|年度报告|工作报告|工作总结|总结|工作计划|发展纲要|公报|意见|(?:情况|自评|自查|年度|发展)的?(?:汇报|报告)|(?:工作|发展|总体|运行)情况|白皮书|年报|简报"
)
_TITLE = re.compile(
    rf"[一-鿿“”\"\d()()—\-、·]{{3,60}}?(?:{_KINDS})(?:\((?:\d{{4}}\s*年?[—~至-]+\s*\d{{4}}\s*年?|征求意见稿|试行|"
    rf"草案)\))?"
)
_NUMBER = re.compile(r"[一-鿿]{1,12}[〔\[【(]\s*(?:19|20)\d{2}\s*[〕\]】)]\s*\d+\s*号")
_DATE = re.compile(r"((?:19|20)\d{2})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*日?")
_NAMED_DATE = re.compile(r"(?:成文日期|发文日期|印发日期|成文时间)\s*:?\s*" + _DATE.pattern)
_ISSUER = re.compile(
    r"(?:中共)?[一-鿿]{2,10}?(?:省|市|县|区|州|盟|旗)(?:人民政府办公[室厅]|人民政府|委教育工委|教育体育局|教育和体育局|教育局|"
    r"教育厅|教体局|教育委员会)"
)
_PLAN_NAME = re.compile(r"十([一二三四五六七八九])五")
_SPAN = re.compile(r"((?:19|20)\d{2})\s*年?\s*(?:[—~至]+|-+)\s*((?:19|20)\d{2})")
_TO = re.compile(
    r"(?:(?<!截)(?:到|至|力争)\s*|(?:^|[,;。\n])\s*)(20\d{2})\s*年(?:底|末)?(?:前)?(?=[,通完建实达创力争全])"
)
_REPORTS = (
    "情况",
    "自评",
    "自查",
    "白皮书",
    "年报",
    "简报",
    "公报",
    "快报",
    "年度报告",
    "统计",
    "总结",
)


@dataclass(frozen=True)
class Plan:
    """What a document says about itself.

    Attributes
    ----------
    title, number, issuer : str
        Empty where the text prints none.
    issued : datetime.date or None
        Date of issue.
    start, end : int or None
        The years that it plans for (for a report, the year that it reports).
    horizon : int or None
        The year of its undated targets.
    base : int or None
        The year of its undated results.
    report : bool
        True where it reports and does not plan.
    settled : bool
        False where the years are a guess for the analyst to confirm.
    """

    title: str = ""
    number: str = ""
    issuer: str = ""
    issued: datetime.date | None = None
    start: int | None = None
    end: int | None = None
    horizon: int | None = None
    base: int | None = None
    report: bool = False
    settled: bool = True
    names: dict[str, tuple[int, int]] = field(default_factory=dict)

    @property
    def written(self) -> int:
        """The last year that it can report on."""
        if self.issued:
            return self.issued.year
        return self.start or LAST_YEAR


def five_years(name: str) -> tuple[int, int]:
    """Return the years of a five-year plan: 四 of 十四五 is 2021 to 2025."""
    start = _FIRST_PLAN + 5 * (10 + _ORDINALS[name] - 1)
    return start + 3, start + 7


def plan_of(text: str) -> Plan:
    """Return what a text, in normal form, says about itself."""
    head = text[:_HEAD]
    title = _title(head)
    start, end, settled = _period(title, text)
    issued = _issued(head, text)
    if start is None and issued:
        start, settled = issued.year, False
    report = any(word in title for word in _REPORTS) and "计划" not in title and "要点" not in title
    return Plan(
        title=title,
        number=_first(_NUMBER, head),
        issuer=_issuer(head, title),
        issued=issued,
        start=start,
        end=end if end is not None else start,
        horizon=None if report else _horizon(text, start, end),
        base=start if report else None if start is None else start - 1,
        report=report,
        settled=settled,
    )


def _first(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.search(text)
    return re.sub(r"\s", "", match[0]) if match else ""


def _title(head: str) -> str:
    """Return the title that stands most often at the beginning, 印发 and brackets aside."""
    found: Counter[str] = Counter()
    for line in re.split(r"[\n《》。,;]|\s{1,}(?=[一-鿿])", head):
        line = re.sub(r"^.*印发|的通知$", "", line.strip())
        match = _TITLE.fullmatch(re.sub(r"^[的: ]+|[的: ]+$", "", line))
        if match and re.search(r"教育|要点|规划|计划|公报|方案|总结|报告|意见", line):
            found[match[0]] += 1
    names = [name for name in found if re.search(r"[省市县区州盟旗校]|教育", name)]
    best = [name for name in names if "教育" in name and "教育局印发" not in name]
    own = [n for n in best if not re.search(r"国民经济|国家|中国|办法|标准", n)]
    for choices in (own, best, names):
        if choices:
            return max(choices, key=lambda name: (found[name], -choices.index(name)))
    return ""


def _issuer(head: str, title: str) -> str:
    place = re.match(r"[一-鿿]{2,8}?(?:省|市|县|区|州|盟|旗)", title)
    names = Counter(match[0].removeprefix("中共") for match in _ISSUER.finditer(head))
    own = {n: count for n, count in names.items() if not place or n.startswith(place[0])}
    return max(own, key=lambda name: (own[name], len(name))) if own else ""


def _issued(head: str, text: str) -> datetime.date | None:
    for pattern, where in ((_NAMED_DATE, head), (_DATE, head), (_DATE, text[-1500:])):
        for match in pattern.finditer(where):
            try:
                found = datetime.date(int(match[1]), int(match[2]), int(match[3]))
            except ValueError:
                continue
            if FIRST_YEAR <= found.year <= LAST_YEAR:
                return found
    return None


def _period(title: str, text: str) -> tuple[int | None, int | None, bool]:
    """Return first year, last year and whether the text says so plainly."""
    if match := _SPAN.search(title):
        return int(match[1]), int(match[2]), True
    if match := _PLAN_NAME.search(title):
        return *five_years(match[1]), True
    if stated := re.findall(r"(?<!\d)(20\d{2})(?:年|学年)", title):
        year = int(stated[-1])
        return year, year, True
    named = Counter(match[1] for match in _PLAN_NAME.finditer(text))
    plans = re.search(r"十([一二三四五六七八九])五”?(?:时期|期间|规划)[^。]{0,200}", text[:_HEAD])
    targets = [int(year) for year in _TO.findall(text)]
    if named and (plans or max(named.values()) >= 3):
        # the plan in force is named most, the one before it is looked back on
        latest = max(
            named, key=lambda name: (named[name] >= max(named.values()) / 3, _ORDINALS[name])
        )
        years = five_years(latest)
        near = [year for year in targets if year <= years[1]]
        if near or not targets:
            return *years, True
    if match := re.search(r"(?<!\d)(20\d{2})年(?:教育)?工作(?:要点|计划|思路)", text[:_HEAD]):
        return int(match[1]), int(match[1]), True
    written = _written(text)
    if written:
        later = [year for year in targets if year >= written]
        near = [year for year in later if year < _FAR] or later
        return written, max(near, default=written), False
    if targets:
        return min(targets), max(targets), False
    return None, None, False


def _written(text: str) -> int | None:
    """Return the year of issue: from its date, or from the number of the document."""
    issued = _issued(text[:_HEAD], text)
    if issued:
        return issued.year
    number = re.search(r"(?:19|20)\d{2}", _first(_NUMBER, text[:_HEAD]))
    return int(number[0]) if number else None


def _horizon(text: str, start: int | None, end: int | None) -> int | None:
    if start is None or end is None:
        return end
    if end - start == 4 or end - start <= _SHORT:
        return end
    years = [int(year) for year in _TO.findall(text) if start <= int(year) <= end]
    return years[0] if years else end
