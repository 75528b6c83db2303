"""What a document is called: title, number, issuer and date of issue."""

from __future__ import annotations

import datetime
import re
from collections import Counter

from compare.ledger.models import FIRST_YEAR, LAST_YEAR, SourceType

HEAD = 6000
"""Characters at the beginning in which title, number and date are looked for."""

_FIRST_LINES = 10
"""A title stands alone on one of the first lines, notes of a web page aside."""

_KINDS = (
    r"(?:发展)?规划(?:纲要)?|纲要|要点|方案|计划|意见|措施|办法|细则|决定|统计公报|公报|快报"
    r"|年报|白皮书|简报|通报|"
    r"(?:年度)?报告|简况|实事(?:项目)?|汇报|总结|打算|思路|安排|情况|概况|回顾|答复|讲话|"
    r"(?:指标|任务|分解|目标|统计|情况|一览)[\u4e00-\u9fff]{0,4}表|一览表|清单"
)
_SUFFIX = (
    r"(?:\((?:\d{4}[ \t]*年?[ \t]*[—~至-]+[ \t]*\d{4}[ \t]*年?|\d{4}[ \t]*年度?|"
    r"征求意见稿|送审稿|审议稿|修订稿?|试行|草案|节选|节录|摘要|摘录|教育部分|摘编|简本|公开版)\))*"
)
_TITLE = re.compile(rf"[一-鿿“”\"\d()()—\-、·〇]{{3,60}}?(?:{_KINDS}){_SUFFIX}")
_ABOUT = re.compile(r"[省市县区州盟旗校]|教育|学前|学校|政府工作")
_OWN_NUMBER = re.compile(
    r"(?:^|[ \t(:])(?P<number>[一-鿿]{1,12}[〔\[【(][ \t]*(?:19|20)\d{2}[ \t]*[〕\]】)]"
    r"[ \t]*\d+[ \t]*号)\)?[ \t]*(?=$|[ \t])",
    re.MULTILINE,
)
_DATE = re.compile(
    r"(?<!\d)((?:19|20)\d{2})[ \t]*[年./-][ \t]*(\d{1,2})[ \t]*[月./-]"
    r"[ \t]*(\d{1,2})(?!\d)[ \t]*日?"
)
_NAMED_DATE = re.compile(r"(?:成文日期|发文日期|印发日期|成文时间)[ \t]*:?[ \t]*" + _DATE.pattern)
_DATE_ALONE = re.compile(rf"^[ \t(—]*{_DATE.pattern}(?:在|[ \t)]*$)", re.MULTILINE)
_MONTH_ALONE = re.compile(
    r"^(?:[一-鿿]{4,20}(?=[ \t(]))?[ \t(—]*((?:19|20)\d{2})[ \t]*年[ \t]*\d{1,2}"
    r"[ \t]*月(?:印发|发布|制定)?[ \t)]*$",
    re.MULTILINE,
)
TAIL = 1500
"""Characters at the end in which a date is looked for."""
_ISSUER = re.compile(
    r"(?:中共)?[一-鿿]{2,10}?(?:省|市|县|区|州|盟|旗)(?:人民政府办公[室厅]|人民政府"
    r"|委教育工委|教育体育局|教育和体育局|教育局|"
    r"教育厅|教体局|教育委员会)"
)
_SPEAKER = re.compile(r"^.*?我(?:谨)?代表")
_NOWHERE = re.compile(r"(?:本|全|各)?(?:省|市|县|自治[区州县]|区|州|盟|旗)")
"""An office without a place: 省人民政府 may be any province's."""
_CONGRESS = re.compile(
    r"在([一-鿿]{2,8}?(?:省|自治区|自治州|自治县|市|县|区|州|盟|旗))第.{1,4}届人民代表大会"
)
_TYPES: tuple[tuple[SourceType, re.Pattern[str]], ...] = (
    ("evaluation", re.compile("评估|自评|自查|督导|认定|名单|验收")),
    ("work-report", re.compile("工作报告|工作总结|工作情况|情况的?报告|工作汇报")),
    ("bulletin", re.compile("公报|快报|年报|简况|概况|白皮书")),
    ("points", re.compile("要点|工作计划|工作打算|工作安排|工作思路")),
    ("action-plan", re.compile("方案|行动计划|行动")),
    ("plan", re.compile("规划|纲要")),
    ("standard", re.compile("标准|办法")),
    ("table", re.compile("统计表|一览表|年鉴")),
)
"""What titles say of the kind of a source, the first that fits: 规划中期评估 is no plan."""
_OFFICE = re.compile(r"[\u4e00-\u9fff]{3,24}(?:局|厅|委|委员会|政府|办公室|室|校|集团)")
_LONGEST = 40
_LED = re.compile(
    r"[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)|\d+[.、]|第.{1,3}[章节]|"
    r"出台|制定|实施|落实|推进|推动|开展|完善|深化|编制|贯彻"
)
"""What a title does not begin with: the number of a heading, or a verb."""
_PLACE = re.compile(r"[一-鿿]{2,8}?(?:省|市|县|区|州|盟|旗)")
_NO_PLACE = re.compile(r"教育|学前|义务|学校|示范|全|我|本|各|关于|创建|建设|推进")


def place_of(title: str, *, inside: str = "") -> str:
    """Return the place that a title begins with, the province aside; empty where it names none."""
    province = rf"(?:{inside}(?:省|市|[一-鿿]{{0,3}}自治区)?)?" if inside else ""
    match = _PLACE.match(re.sub(rf"^(?:关于)?(?:印发)?《?{province}", "", title))
    return match[0] if match and not _NO_PLACE.search(match[0]) else ""


def title_of(head: str) -> str:
    """Return the title: alone on one of the first lines, or else named most, 印发 aside."""
    lines = [line.strip() for line in head.split("\n") if line.strip()]
    lines = [line for line in lines if not re.fullmatch(r"附[件表][ \t]*\d*[ \t]*:?", line)][
        :_FIRST_LINES
    ]
    alone = [title for line in _with_office(lines) if (title := _as_title(line))]
    named = _named(head)
    for title in alone:
        if not named or named in title or title not in named:
            return named if named and named in title else title
    return named or (_first_line(lines[0]) if lines else "")


def _with_office(lines: list[str]) -> list[str]:
    """Join a title to its first half above: 某某县教育局 / 2022年工作总结, …县创建 / 自评报告."""
    return [
        above + line
        if _TITLE.fullmatch(line) and not _PLACE.match(line) and _goes_on(above)
        else line
        for above, line in zip(["", *lines], lines, strict=False)
    ]


def _goes_on(line: str) -> bool:
    """Tell whether a line is an office, or the first half of a title that begins with a place."""
    half = re.match(r"关于", line) or (_PLACE.match(line) and not _TITLE.fullmatch(line))
    return bool(_OFFICE.fullmatch(line) or (half and not re.search(r"[。,;:!?|]", line)))


def _first_line(line: str) -> str:
    """Return a first line that looks like a title and names a year or plan, of whatever kind."""
    dated = re.search(r"(?:19|20)\d{2}[ \t]*(?:年|学年|—|-)|十[一二三四五六七八九]五", line)
    stands = len(line) <= _LONGEST and not re.search(r"[。;,:|\t]", line) and not _LED.match(line)
    return line if dated and stands else ""


def _as_title(line: str) -> str:
    if re.search(r"[。;!?:]|,(?![^(\n]*\))", line) or re.match(r"附[件表]|根据|按照", line):
        return ""
    words = re.sub(r"^.*印发[ \t]*[《]?|》?的通知$|[《》]", "", line).strip()
    match = _TITLE.fullmatch(words)
    return match[0] if match and _ABOUT.search(words) and not _LED.match(words) else ""


def _named(head: str) -> str:
    """Return the title that stands most often in 印发《…》, 《…》已经 and alone between spaces."""
    found: Counter[str] = Counter()
    for match in re.finditer(
        r"印发(?:了)?[ \t]*《([^《》\n]{4,60})》|《([^《》\n]{4,60})》(?=已经|业经|\(以下简称)",
        head,
    ):
        found[match[1] or match[2]] += 2
    for piece in re.split(r"[\n《》。,;]|[ \t]+(?=[一-鿿])", head):
        words = re.sub(r"^.*印发|的通知$", "", piece.strip())
        title = re.sub(r"^[的: ]+|[的: ]+$", "", words)
        if not _TITLE.fullmatch(title) or _LED.match(title):
            continue
        if _PLACE.match(title) and "教育" in title:
            found[title] += 1
    own = [name for name in found if not re.search(r"国民经济|国家|中国|办法|标准|局印发", name)]
    if own:
        return max(own, key=lambda name: (found[name], -own.index(name)))
    printed = re.search(
        r"([一-鿿]{2,8}?(?:市|县|区|州|盟|旗)[一-鿿]{2,8}局)印发(20\d{2}年工作要点)", head
    )
    return printed[1].removeprefix("近日") + printed[2] if printed else ""


def number_of(head: str) -> str:
    """Return the document's own number: on a line, or between spaces or brackets, of its own."""
    match = _OWN_NUMBER.search(head)
    return re.sub(r"[ \t]", "", match["number"]) if match else ""


def issuer_of(head: str, title: str) -> str:
    """Return the office that issued it: the one named most, of the place in the title."""
    place = _PLACE.match(title)
    said = (_SPEAKER.sub("", match[0].removeprefix("中共")) for match in _ISSUER.finditer(head))
    names = Counter(name for name in said if not _NOWHERE.match(name))
    own = {n: count for n, count in names.items() if not place or n.startswith(place[0])}
    if own:
        return max(own, key=lambda name: (own[name], len(name)))
    return _government(head, title) if "政府工作报告" in title else ""


def _government(head: str, title: str) -> str:
    """Return the government whose work report it is: of the title, or of the congress it is at."""
    named = _PLACE.match(re.sub(r"^(?:19|20)\d{2}年", "", title)) or _CONGRESS.search(head)
    return f"{named[named.lastindex or 0]}人民政府" if named else ""


def type_of(title: str) -> SourceType | None:
    """Return what kind of source a title names; None where it names none.

    Examples
    --------
    >>> type_of("2026年湖北省政府工作报告"), type_of("青岚县教育局2024年工作要点")
    ('work-report', 'points')
    """
    return next((kind for kind, words in _TYPES if words.search(title)), None)


def written_in(text: str) -> int | None:
    """Return the year in which a document was written: of its date, number or month of issue."""
    if issued := issued_on(text):
        return issued.year
    if number := re.search(r"(?:19|20)\d{2}", number_of(text[:HEAD])):
        return int(number[0])
    for where in (text[:HEAD], text[-TAIL:]):
        if month := _MONTH_ALONE.search(where):
            return int(month[1])
    return None


def issued_on(text: str) -> datetime.date | None:
    """Return the date of issue: named as such, on a line of its own, or the first one printed."""
    head, tail = text[:HEAD], text[-TAIL:]
    for pattern, where in (
        (_NAMED_DATE, head), (_DATE_ALONE, head), (_DATE_ALONE, tail), (_DATE, head), (_DATE, tail)
    ):  # fmt: skip
        for match in pattern.finditer(where):
            try:
                found = datetime.date(int(match[1]), int(match[2]), int(match[3]))
            except ValueError:
                continue
            if FIRST_YEAR <= found.year <= LAST_YEAR:
                return found
    return None
