"""What a number counts: the words before it, after it, or at the head of its list."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from compare.sources.scan.find.plans import PHASES
from compare.sources.scan.find.quantities import UNIT, Quantity

_STOP = ",;。:!?】\n"
_YEARS = re.compile(
    r"(?<![比较])(?:力争|争取|确保|预计|计划|截至|截止|到|至|在|于)*(?:19|20)\d{2}年?(?:底|末|初|秋季)?(?:前|以前)?(?:的)?"
    r"|[到至]?[“\"]?十[一二三四五六七八九]五[”\"]?(?:时期末|期末|末|期间|时期|以来)|五年来|目前|今年|预计"
)
_MOVES = (
    "提高|提升|增加|增长|上升|攀升|跃升|扩大|扩充|下降|降低|"
    "缩小|缩减|减少|压缩|压减|收窄|增|升|降|减"
)
_TAIL = re.compile(
    r"(?:达到了|能?达到|达成|到达|分别为|分别达到|分别达|分别|达|均为|均|为|是|有|已|将|共有|共计|合计|共|累计|总计|超|"
    rf"(?:逐步|稳步|进一步|大幅)?(?:{_MOVES})(?:到|至|为)|"
    r"控制在|(?:持续|始终)?保持在|保持|稳定在|巩固在|维持在|保持为|力争|争取|确保|实现|不得|占|比例占|"
    r"各|每年|年均|约|近|由|从|的|了|至少|到|至|超过|在|每所|安排|按|不|已经|全部|逐步|稳步)$"
)
_HEAD = re.compile(
    r"^(?:[\s、”)·—\-]|[一两二三四五]年(?:内|间)|(?:其中|并且|并|且|和|及|以及|与|同时|使|力争|争取|确保|到时|实现|推动|推进|完成了|"
    r"一是|二是|三是|四是|五是|达到|全面保障|保障|此外|另有|另)(?=[\u4e00-\u9fff“]))"
)
_CHANGE = re.compile(
    rf"^\s*(?:以上|左右|以下)?(?:逐步|稳步|大幅|进一步|快速)?(?:{_MOVES}|提|(?:发展|调整|优化|整合|合并){{1,2}})"
    r"(?:到了?|至|为)(?:19|20)?\d{0,2}年?(?:底|末)?的?(?:约|近|超过|不低于|小于)?\s*$"
)
_CHANGE_ALONE = re.compile(
    rf"(?:[比较][^,;。]{{1,10}}|同比|环比|年均)?(?:分别)?(?:{_MOVES}|高于|低于|高出)"
    r"(?:了|约|近|全[省国市](?:平均)?(?:水平)?)?"
)
"""比上年提高, without what: the number before it says what."""
_FROM = re.compile(r"(?:由|从)[^,;。]{0,16}$")
_LEANS = re.compile(
    r"|占.*|分配比例|[\u4e00-\u9fff]{0,4}(?:率|占比|比例|增幅|规模|人数|面|投资额?|学位|系数)"
)
"""Labels that say nothing without the one before them."""
_MEASURE = re.compile(
    r"(?:毛入学|毛入园|入学|入园|巩固|升学|合格|优良|及格|达标|覆盖|就业|上线|完成|参与|支持|培训)?(?:率|占比|比例|总数|数量|人数|规模)$"
)
_JOINT = re.compile(r"(?:[\s、,和与(:]|(?<![惠普涉])及)+$")
"""及 joins, and ends 惠及."""
_SPLIT = re.compile(r"、|以及|和(?!谐)|(?<![普涉以])及(?!以上|其|格)|与(?!会)")
_STAGES = (
    r"学前教育|学前|幼儿园|小学|初中|普通高中|高中阶段|高中|中职|中等职业教育|中等职业学校|高职|高等职业学校|高等教育|"
    r"义务教育|本科|专科|城镇|农村|乡村|城市|公办|民办|男生|女生|教师|学生|市级|县级|省级|国家级|特殊教育|普通高校"
)
_NOUNS = (
    r"超?大班额|近视|辍学|普惠|随迁|残疾|校际|重本|一本|二本|高考|中考|在园|毛入|生均|集团|课后|县域|区域|"
    r"名额|师生|生师|学历|骨干|专任|双师|“双师|智慧|老年"
)
_STAGE_HEAD = re.compile(rf"^(?P<head>[^率比]*?(?:{_STAGES}))(?P<rest>[^、]+)$")
_COMPLETE = re.compile(
    r"(?:率|占比|比例|面|系数|线|数|规模|度|比|经费|收入|面积|水平|时间|学位)(?:\([^)]*\))?$"
)
_SHARE = re.compile(r"[\u4e00-\u9fff]{3}(?:率|占比|比例|覆盖面)$")
"""Names that each are one of a share: 毛入园率、毛入学率超过93% is said of both."""
_TWO_MEASURES = re.compile(r"(?:比例|占比|率)(?:和|与)[^,、和]{2,8}(?:比例|占比|率)$")
_QUOTED_NAMES = re.compile(r"(?:“[^”]{1,12}”){2,4}(?=[,。;]|$)")
_ALL = 100
_IN_TURN = re.compile(r"分别 list: \d+ of (\d+)")
_NAMED_BETWEEN = re.compile(
    r"[,;]([^,;\d]{2,20}?(?:率|占比|比例|覆盖面|系数))[^,;\d]{0,12},[^,;]*$"
)
_BETWEEN = re.compile(r"^\s*(?:、|,|和|及|以及|与|和?达到?|或)?\s*$")

_UNIT_IN_NAME = re.compile(rf"\({UNIT}\)$")
_ROW = re.compile(
    r"\s*(?:[A-Z]?\d{1,2}[.、\s]\s*)?([^:;。,\d]{2,30}):"
    rf"(?=(?:19|20)\d{{2}}年|{'|'.join(PHASES)})"
)
"""The name of a row whose values stand behind their years: 巩固率:2020年98%,2025年99%."""


@dataclass(frozen=True)
class Labelled:
    """A number with what it counts.

    Attributes
    ----------
    quantity : Quantity
        The number.
    label : str
        What it counts.
    start : int
        Where the label begins in the sentence.
    base : bool
        True for A of 由A提高到B.
    note : str
        How label and number were brought together, where that is not plain.
    sure : bool
        False where labels and numbers do not pair.
    part_of : str
        Label of the row that a 其中-row belongs to.
    """

    quantity: Quantity
    label: str
    start: int
    base: bool = False
    note: str = ""
    sure: bool = True
    part_of: str = ""


def labelled(sentence: str, offset: int, found: list[Quantity]) -> list[Labelled]:
    """Return the numbers of a sentence with their labels, one for each label.

    Parameters
    ----------
    sentence : str
        In normal form.
    offset : int
        Where it begins in the document.
    found : list of Quantity
        Its numbers, in order.
    """
    result: list[Labelled] = []
    done: set[int] = set()
    for group in _positional(sentence, offset, found):
        result += group
        done |= {item.quantity.value_start for item in group}
    for place, quantity in enumerate(found):
        if quantity.value_start in done:
            continue
        item = _single(sentence, offset, found, place, result)
        result += _each(item, sentence, offset)
    result.sort(key=lambda item: item.quantity.value_start)
    return _inherited(_paired_change(sentence, offset, result), sentence, offset)


# --- A、B、C分别达到a、b、c ------------------------------------------------------------


def _positional(sentence: str, offset: int, found: list[Quantity]) -> list[list[Labelled]]:
    groups = []
    for match in re.finditer("分别", sentence):
        end = min((sentence.find(c, match.end()) for c in ";。" if c in sentence[match.end() :]),
                  default=len(sentence))  # fmt: skip
        after = [q for q in found if match.end() <= q.value_start - offset < end]
        runs = _runs(sentence, offset, after)
        if not runs or len(runs[0]) < 2:
            continue
        if runs[0][0].start - offset - match.end() > 24:
            continue
        begin = max(sentence.rfind(c, 0, match.start()) for c in ",;。:") + 1
        labels, starts = _listed(sentence, begin, match.start(), len(runs[0]))
        if labels is not None and not any(labels):  # 2021年、2022年分别新增学位1200个、1860个
            own = _trimmed(sentence[match.end() : runs[0][0].start - offset])
            labels, starts = [own] * len(runs[0]), [begin] * len(runs[0])
        if labels is None:  # the labels stand further off: one for all, to be settled
            labels = [_trimmed(sentence[begin : match.start()])] * len(runs[0])
            starts = [begin] * len(runs[0])
            groups.append([replace(i, sure=False) for i in _pairs(runs[0], labels, starts)])
            continue
        for run in runs[:2]:
            if len(run) == len(runs[0]):
                groups.append(_pairs(run, labels, starts))
    return groups


def _runs(sentence: str, offset: int, after: list[Quantity]) -> list[list[Quantity]]:
    """Return the numbers that stand side by side; 由a、b提高到c、d makes two runs."""
    runs: list[list[Quantity]] = []
    for quantity in after:
        last = runs[-1][-1] if runs else None
        between = sentence[last.end - offset : quantity.start - offset] if last else "x"
        if last and _BETWEEN.match(between):
            runs[-1].append(quantity)
        elif not runs or _CHANGE.match(between):
            runs.append([quantity])
        else:
            break
    return runs


def _listed(sentence: str, begin: int, end: int, count: int) -> tuple[list[str] | None, list[int]]:
    """Split the labels before 分别; what they share stands before the first or after the last."""
    text = sentence[begin:end]
    pieces: list[tuple[str, int]] = []
    at = 0
    for match in [*_SPLIT.finditer(text), None]:
        stop = match.start() if match else len(text)
        inside = match and (text[:stop].count("(") > text[:stop].count(")")
                            or text[:stop].count("“") > text[:stop].count("”"))  # fmt: skip
        if inside:
            continue
        pieces.append((text[at:stop], begin + at))
        at = match.end() if match else stop
    while len(pieces) > count:
        pieces = _joined(pieces, text, begin)
    if len(pieces) != count:
        return None, []
    labels = [_trimmed(piece) for piece, _ in pieces]
    tail = _shared_tail(labels)
    if tail:
        labels = [
            label if label is labels[-1] or _COMPLETE.search(label) else _with_tail(label, tail)
            for label in labels
        ]
    return labels, [start for _, start in pieces]


def _joined(pieces: list[tuple[str, int]], text: str, begin: int) -> list[tuple[str, int]]:
    """Join the two neighbours of which the first is the least like a label of its own."""
    scores = [(bool(_COMPLETE.search(first)), len(first)) for first, _ in pieces[:-1]]
    worst = scores.index(min(scores))
    (_, start), (second, after) = pieces[worst], pieces[worst + 1]
    joined = text[start - begin : after - begin + len(second)]
    return [*pieces[:worst], (joined, start), *pieces[worst + 2 :]]


def _shared_tail(labels: list[str]) -> str:
    match = _STAGE_HEAD.match(labels[-1])
    return match["rest"] if match and not all(_COMPLETE.search(x) for x in labels[:-1]) else ""


def _pairs(run: list[Quantity], labels: list[str], starts: list[int]) -> list[Labelled]:
    last = run[-1]
    if last.comparator not in ("=", "range") and all(q.comparator == "=" for q in run[:-1]):
        run = [q if _whole(q) else q.bounded(last.comparator) for q in run[:-1]] + [last]
    first = run[0]
    if first.comparator in (">=", ">", "<", "<=") and all(q.comparator == "=" for q in run[1:]):
        governs = first.end == first.value_end or not _says_after(first)
        if governs:
            run = [first, *(q.bounded(first.comparator) for q in run[1:])]
    unit = last.unit
    run = [replace(q, unit=q.unit or unit) for q in run]
    total = len(run)
    return [
        Labelled(quantity, label, start, note=f"分别 list: {number} of {total}")
        for number, (quantity, label, start) in enumerate(
            zip(run, labels, starts, strict=True), start=1
        )
    ]


def _whole(quantity: Quantity) -> bool:
    """Tell whether a value is all that a share can be: 100%和90%以上 says 以上 of the second."""
    return quantity.unit == "%" and quantity.lo == _ALL


def _says_after(quantity: Quantity) -> bool:
    """Tell whether the comparator stands behind the number, and so belongs to it alone."""
    return quantity.start == quantity.value_start


# --- one number -------------------------------------------------------------------------


def _single(
    sentence: str, offset: int, found: list[Quantity], place: int, known: list[Labelled]
) -> Labelled:
    quantity = found[place]
    before = found[place - 1].end - offset if place else 0
    after = found[place + 1].start - offset if place + 1 < len(found) else len(sentence)
    if quantity.worded and quantity.printed in ("全部", "所有", "人人", "全员", "不低于"):
        return _around(sentence, offset, quantity)
    begin = _begin(sentence, before if place else 0, quantity.start - offset)
    left = sentence[begin : quantity.start - offset]
    end = _end(sentence, quantity.end - offset, after)
    right = sentence[quantity.end - offset : end]
    core = _UNIT_IN_NAME.sub("", _trimmed(left))
    behind = _noun_behind(right)
    part_of = known[-1].label if known and re.match(r"\s*[(,]?其中", left) else ""
    label = core + behind if behind else core
    if behind and core and not _is_verb(core) and "%" in quantity.unit:
        label = core + behind
    start = begin + (left.index(core[0]) if core else len(left))
    if behind and not core:
        start = quantity.start - offset
    return Labelled(quantity, label, start, part_of=part_of)


def _begin(sentence: str, previous_end: int, start: int) -> int:
    """Return where the words that belong to a number begin."""
    stop = _last_stop(sentence, start)
    if not sentence[stop:start].strip() and sentence[:stop].endswith(":"):
        stop = _last_stop(sentence, stop - 1)  # 巩固率:98.2%
    begin = max(stop, previous_end)
    between = sentence[begin:start]
    if previous_end == begin and previous_end:
        if re.match(r"\s*(?:、|和|及|以及|与|\)|,)", between):
            return begin + len(re.match(r"\s*(?:、|和|及|以及|与|\)|,)*", between)[0])  # type: ignore[index]
        cut = max((m.end() for m in re.finditer(r"、|和(?!\w*率)|以及", between)), default=0)
        begin += cut
    opened = between.rfind("(")
    if opened > between.rfind(")"):
        begin = max(begin, start - len(between) + opened + 1)
    return begin


def _last_stop(sentence: str, place: int) -> int:
    depth = 0
    for at in range(place - 1, -1, -1):
        character = sentence[at]
        if character == ")":
            depth += 1
        elif character == "(":
            if not depth:
                return at + 1
            depth -= 1
        elif character in _STOP and not depth:
            return at + 1
    return 0


def _end(sentence: str, start: int, next_start: int) -> int:
    """Return where the words after a number end."""
    stop = next(
        (at for at in range(start, len(sentence)) if sentence[at] in _STOP + ")"), len(sentence)
    )
    opened = sentence.find("(", start, stop)
    if opened >= 0 and sentence[stop : stop + 1] == ")":
        stop = _end(sentence, stop + 1, next_start)
    if next_start >= stop:
        return stop
    cuts = [m.start() for m in re.finditer(r"、|和|及|以及|,", sentence[start:next_start])]
    return start + cuts[-1] if cuts else next_start


def _noun_behind(right: str) -> str:
    match = re.match(r"(?:的)?(?P<noun>[一-鿿“\w(].{0,44})$", right.strip(), re.DOTALL)
    if not match or re.match(r"[的]?(?:和|及|与|、|以上|目标|水平|标准$)", right):
        return ""
    if _CHANGE.match(right):  # 从2020年的90%提升至2025年的95%: the way to the next number
        return ""
    noun = match["noun"].strip()
    if noun.startswith("(") or re.match(r"(?:尚有|,|不含)", noun):
        return ""
    return noun


def _is_verb(words: str) -> bool:
    return bool(re.fullmatch(r"(?:重点|力争|争取|大力|全面|新)?[\u4e00-\u9fff]{1,4}", words))


def _around(sentence: str, offset: int, quantity: Quantity) -> Labelled:
    """Return the whole part of the sentence: its value is an adverb inside it."""
    place = quantity.value_start - offset
    begin = _last_stop(sentence, place)
    words = sentence[begin : _end(sentence, quantity.value_end - offset, len(sentence))]
    return Labelled(quantity, _trimmed(words) or words.strip(), begin)


def _trimmed(words: str) -> str:
    words = _YEARS.sub("", words).strip()
    changed = True
    while changed:
        before = words
        words = _JOINT.sub("", _TAIL.sub("", words))
        words = _HEAD.sub("", words).lstrip(" 、,)")
        changed = words != before
    if words.count("(") < words.count(")"):
        words = words.replace(")", "", 1)
    return words


# --- one number for several labels, and numbers that lean on the one before -------------


def _each(item: Labelled, sentence: str, offset: int) -> list[Labelled]:
    """Give a value after 均 or 各, or 全覆盖, to each of the labels before it."""
    if "%" in item.quantity.unit and (
        quoted := _QUOTED_NAMES.match(sentence, item.quantity.end - offset)
    ):
        names = re.findall("“[^”]*”", quoted[0])
        before = item.label.split("“")[0]
        return _numbered(item, [before + name for name in names])
    covers = item.quantity.printed == "全覆盖"
    begin, end = item.start, item.quantity.start - offset
    text = sentence[begin:end]
    names = _names(_trimmed(text))
    shares = "%" in item.quantity.unit and all(_SHARE.search(name) for name in names)
    if not (item.quantity.each or covers or shares or _TWO_MEASURES.search(_trimmed(text))):
        return [item]
    if covers and not item.quantity.each:
        names = re.findall(r"“[^”]*”", text) if text.count("”“") else names
        if len(names) != 2 or "送教" in text:
            return [item]
    if not 2 <= len(names) <= 4:
        return [item]
    tail = _common_tail(names)
    labels = [n if n is names[-1] or _COMPLETE.search(n) else _with_tail(n, tail) for n in names]
    return _numbered(item, labels)


def _numbered(item: Labelled, labels: list[str]) -> list[Labelled]:
    total = len(labels)
    return [
        replace(item, label=label, note=f"one value for {total} labels: {number} of {total}")
        for number, label in enumerate(labels, start=1)
    ]


def _names(text: str) -> list[str]:
    """Split names at 、 and 和, outside of brackets and quotation marks."""
    names, at = [], 0
    for match in [*_SPLIT.finditer(text), None]:
        stop = match.start() if match else len(text)
        head = text[:stop]
        if match and (head.count("(") > head.count(")") or head.count("“") > head.count("”")):
            continue
        names.append(text[at:stop])
        at = match.end() if match else stop
    return [name for name in names if len(name) > 1]


def _with_tail(name: str, tail: str) -> str:
    """Return a name with what the last one ends in, once: 养老保险 of 医疗保险参保率."""
    common = next((n for n in range(len(tail), 0, -1) if name.endswith(tail[:n])), 0)
    return name + tail[common:]


def _common_tail(names: list[str]) -> str:
    match = _STAGE_HEAD.match(names[-1])
    if match:
        return match["rest"]
    tail = re.search(
        r"(?:省级|市级|国家级)?[\u4e00-\u9fff]{0,4}(?:率|占比|比例|活动|培训)$", names[-1]
    )
    return tail[0] if tail else ""


def _paired_change(sentence: str, offset: int, items: list[Labelled]) -> list[Labelled]:
    """Mark A of 由A提高到B and give B the same label."""
    result = list(items)
    for place in range(len(items) - 1):
        first, second = result[place], result[place + 1]
        between = sentence[first.quantity.end - offset : second.quantity.start - offset]
        lead = sentence[max(0, first.quantity.start - offset - 22) : first.quantity.start - offset]
        if _CHANGE.match(between) and _FROM.search(lead):
            label = re.sub(r"(?:由|从)[^,]{0,14}$", "", first.label) or first.label
            label = _trimmed(label)
            result[place] = replace(first, base=True, label=label)
            result[place + 1] = replace(second, label=label, start=first.start)
    return result


def _inherited(items: list[Labelled], sentence: str, offset: int) -> list[Labelled]:
    """Complete labels that lean on the one before: 优良率 after 学生体质健康合格率."""
    result: list[Labelled] = []
    row = _ROW.match(sentence)
    subject_of_changes = ""
    for item in items:
        label = item.label
        if _CHANGE_ALONE.fullmatch(label):
            result.append(replace(item, label=subject_of_changes + label))
            continue
        if row and (not label or label in PHASES):
            item = replace(item, label=row[1].strip())
        elif not label and (turn := _IN_TURN.match(item.note)) and len(result) >= int(turn[1]):
            # A为93%,B为92%,预计分别达到94%和93%: the labels of as many values before
            item = replace(item, label=result[-int(turn[1])].label)
        elif result and _LEANS.fullmatch(label) and not _stands_alone(label):
            subject = _subject(result, item, sentence, offset)
            if not label.startswith(subject) and len(subject) + len(label) <= 60:
                item = replace(item, label=(subject + label) or label, sure=bool(label))
        elif not label:
            item = replace(item, label=_clause(sentence), sure=False)
        result.append(
            item if item.label else replace(item, label=_clause(sentence) or "?", sure=False)
        )
        subject_of_changes = result[-1].label
    return result


def _subject(known: list[Labelled], item: Labelled, sentence: str, offset: int) -> str:
    """Return what a label leans on: the value before it, or the whole list before it."""
    last = known[-1]
    between = sentence[last.quantity.end - offset : item.quantity.start - offset]
    if not item.label and (named := _NAMED_BETWEEN.search(between)):
        return named[1]  # 录取率逐年攀升,2020年达到88.3%
    if not item.label or not re.search(r"[,;]", between):
        return last.label if not item.label else _MEASURE.sub("", last.label)
    begin = _last_stop(sentence, last.quantity.start - offset) + offset
    listed = [other.label for other in known if other.quantity.start >= begin]
    return _MEASURE.sub("", "、".join(dict.fromkeys(listed)))


def _stands_alone(label: str) -> bool:
    return len(label) > 3 and bool(
        re.match(rf"(?:{_STAGES}|{_NOUNS}|全市|全县|全区|省|市|国家)", label)
    )


def _clause(sentence: str) -> str:
    return _trimmed(re.split(r"[,;。]", sentence.strip())[0])[:30]
