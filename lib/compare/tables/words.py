"""The words of tables: headings, titles and notes, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from compare.schools.balance_rules import rules
from compare.wording.catalogue import Lang

HEADINGS: dict[str, tuple[str, str]] = {
    "indicator": ("指标", "Indicator"),
    "region": ("地区", "Region"),
    "moment": ("年份与性质", "Year and kind"),
    "year": ("年份", "Year"),
    "value": ("数值", "Value"),
    "grade": ("口径", "Grade"),
    "words": ("原文", "Words"),
    "where": ("位置", "Where"),
    "why": ("理由", "Why"),
    "figure": ("数据编号", "Figure"),
    "reference": ("参照", "Reference"),
    "reference_value": ("参照值", "Reference value"),
    "gap": ("差距", "Gap"),
    "verdict": ("判断", "Verdict"),
    "rank": ("名次", "Rank"),
    "of": ("可比/缺", "Compared / missing"),
    "actual": ("现状", "Actual"),
    "target": ("目标", "Target"),
    "distance": ("还差", "To go"),
    "pace": ("每年须", "Needed per year"),
    "benchmark": ("全国参照", "National reference"),
    "status": ("状态", "Status"),
    "rule": ("依据", "Rule or document"),
    "remark": ("说明", "Remark"),
    "label": ("原文名称", "Label as printed"),
    "aligned": ("对应指标", "Shared indicator"),
    "note": ("备注", "Note"),
    "stage": ("学段", "Stage"),
    "county": ("县", "County"),
    "resource": ("资源", "Resource"),
    "coefficient": ("差异系数", "Coefficient"),
    "limit": ("限值", "Limit"),
    "met": ("是否达标", "Met"),
    "mean": ("均值", "Mean"),
    "schools": ("学校数", "Schools"),
    "school": ("学校", "School"),
    "reached": ("达到项数", "Levels reached"),
    "enough": ("至少六项", "Six or more"),
    "remaining": ("其余一项", "The remaining one"),
    "score": ("得分", "Score"),
    "rank_range": ("名次范围", "Range of ranks"),
    "share": ("维持该名次的方案", "Variants with this rank"),
    "coverage": ("覆盖", "Coverage"),
    "method": ("方法", "Method"),
    "lacking": ("缺的指标", "Lacking"),
    "doubt": ("疑点", "Doubt"),
    "doubtful": ("疑在何处", "What is doubtful"),
    "state": ("状态", "State"),
    "document": ("文件", "Document"),
    "quotes": ("引文", "Quotes"),
    "found": ("逐字找到", "Found verbatim"),
    "problems": ("问题", "Problems"),
    "printed": ("印出的值", "As printed"),
    "interval": ("读作", "Read as"),
    "kind": ("性质", "Kind"),
    "scope": ("范围", "Holds for"),
    "definition": ("定义", "Definition"),
    "unit": ("单位", "Unit"),
    "direction": ("方向", "Direction"),
    "numerator": ("分子", "Numerator"),
    "denominator": ("分母", "Denominator"),
    "table": ("表", "Table"),
    "column": ("列", "Column"),
    "row": ("行", "Row"),
    "built": ("构建时", "When built"),
    "now": ("现在", "Now"),
    "type": ("类型", "Type"),
    "comment": ("含义", "Meaning"),
}


PHRASES: dict[str, tuple[str, str]] = {
    "evidence": ("{n}条数值与原文", "{n} values with the words that print them"),
    "also": ("另印", "also printed"),
    "values": ("并列数值", "Values side by side"),
    "gaps": ("差距与判断", "Gaps and verdicts"),
    "rankings": ("已能判定的名次", "Ranks that are decided"),
    "open": ("无法判定先后：{names}", "No order can be determined: {names}"),
    "alone": ("无可比对象或不作名次：{names}", "Nothing to rank: {names}"),
    "progress": ("现状、目标与所需步伐", "Actuals, targets and the pace needed"),
    "linear": (
        "步伐按直线计算；“以上”“以内”的目标算到界限为止。",
        "The pace is linear; a target stated as a bound is measured to its bound.",
    ),
    "coverage": ("覆盖：谁印了什么", "Coverage: who prints what"),
    "not_published": (
        "“文中未见”只说这份文本里没有，不等于没有公布。",
        "Not in this text does not mean not published.",
    ),
    "benchmarks": ("参照值：带运算符与依据", "Reference values, with operator and rule"),
    "operator": (
        "“>92%”不含92%；“≥92%”含92%。",
        "> 92 % leaves 92 % out; ≥ 92 % takes it in.",
    ),
    "journey": ("从文件到数据", "From the document to the figure"),
    "printed": ("年份印在原文里", "the year is printed"),
    "implied": ("年份由上下文推定", "the year follows from the context"),
    "scope-region": ("整个地区", "the whole region"),
    "scope-each-county": ("每个县（市、区）", "each county"),
    "scope-each-township": ("每个乡镇", "each township"),
    "scope-each-school": ("每所学校", "each school"),
    "scope-each-person": ("每个人", "each person"),
    "scope-part": ("一部分", "a part"),
    "facts": ("结果", "Result"),
    "proposals": ("{n}条提议，疑点多的在前", "Proposals, the most doubtful first: {n}"),
    "proposals_plain": ("{n}条提议", "Proposals: {n}"),
    "settled": ("{n}条数据，已逐条处理", "Figures gone through: {n}"),
    "figures": ("{n}条数据", "{n} printed figures"),
    "conflicts": ("同一文件内的不同数值", "Different values within one document"),
    "kept": ("采用", "kept"),
    "coefficients": ("校际差异系数（{rule}）", "Balance coefficients ({rule})"),
    "weighted": (
        "按学生数加权，不先四舍五入再与限值比较。",
        "Weighted by students; nothing is rounded before it is compared.",
    ),
    "levels": ("每校须达到的水平", "What each school must reach"),
    "secondary": (
        "“其余一项达到85%以上”只见于二手资料，不计入判断。",
        "That the remaining one must reach 85 % is known from secondary sources only.",
    ),
    "composite": ("综合得分与名次范围", "Composite scores and the range of their ranks"),
    "composite_note": (
        "名次范围来自其他权重、标准化、合成方式与区间端点；不可只引用得分。",
        "The range is over other weights, normalisations, aggregations and ends of intervals; "
        "never quote the score alone.",
    ),
    "definition": ("指标定义", "Definition"),
    "variants": (
        "各种方法下的名次（含所有权重）",
        "Ranks under each method, over all weights",
    ),
    "checks": ("引文核对与数据检查", "Quotes re-verified, data checked"),
    "clean": ("data/raw 检查：没有问题", "Checks of data/raw: no problems"),
    "no_text": ("文本不在手边", "text not at hand"),
    "code_book": ("数据字典", "Code book"),
    "same": ("三种问法，答案相同", "Three ways to ask, one answer"),
    "yes": ("是", "yes"),
    "no": ("否", "no"),
    "from_to": ("{lo}至{hi}", "{lo} to {hi}"),
    "quoted": ("", "Labels, words and places are quoted from the documents, in Chinese."),
    "curated": ("", "Rules are in Chinese, as they are cited."),
    "transcribed": (
        "",
        "What is printed stays in Chinese; notes are in the language they were written in.",
    ),
    "a_year": ("每年{pace}", "{pace} a year"),
    "rank": ("第{rank}", "{rank}"),
    "between": ("第{best}–{worst}（无法判定）", "{best}–{worst} (undetermined)"),
    "top": ("居首或并列", "first or level"),
    "met": ("达到", "met"),
    "unmet": ("未达到", "not met"),
    "target-met": ("目标值达到", "the target would meet it"),
    "target-unmet": ("目标值未达到", "the target would not meet it"),
    "indication-met": ("不高于标准，仅供对照", "not above it: an indication only"),
    "indication-unmet": ("高于标准，仅供对照", "above it: an indication only"),
    "best": ("最好者", "the best"),
    "median": ("中位数", "the median"),
    "none": ("没有可列的内容", "Nothing to show"),
    "no_pairs": (
        "没有同年、同类都有数值的指标",
        "No indicator has both values for one year and kind",
    ),
    "empty": ("没有变化", "No change"),
    "higher": ("越高越好", "higher is better"),
    "lower": ("越低越好", "lower is better"),
    "neutral": ("不分优劣", "neither way is better"),
    "primary": ("小学", "primary"),
    "junior": ("初中", "junior secondary"),
}


FACTS = {
    "rows": ("写入的数据行", "rows written"),
    "undated": ("没有年份而未写入", "left out without a year"),
    "replaced": ("副本里被替换的文件夹", "folders replaced in the copy"),
    "region": ("地区", "region"),
    "slug": ("代号", "slug"),
    "parent": ("上级", "parent"),
    "adcode": ("行政区划代码", "code (GB/T 2260)"),
    "problems": ("检查出的问题", "problems found"),
    "built": ("构建出的表与行数", "tables built, with their rows"),
}


CHANGES = {"zh": "自上次构建以来的变化", "en": "What changed since the last build"}


WAYS = {
    "goalposts": ("固定端点", "goalposts"),
    "z-score": ("标准分", "z-scores"),
    "rank": ("名次分", "ranks"),
    "arithmetic": ("算术平均", "arithmetic"),
    "geometric": ("几何平均", "geometric"),
    "printed": ("印出的数值", "printed values"),
    "best": ("本地取最好端、他地取最差端", "own best ends, others' worst"),
    "worst": ("本地取最差端、他地取最好端", "own worst ends, others' best"),
}


DOUBTS = {
    "year-implied": ("年份由全文推定", "year implied by the text"),
    "year-carried": ("年份承前文", "year carried from before"),
    "year-unknown": ("年份不明", "year unknown"),
    "kind-implied": ("现状或目标由上下文推定", "actual or target implied"),
    "kind-guessed": ("现状或目标不明", "actual or target guessed"),
    "in-words": ("以文字表示", "said in words"),
    "label-short": ("名称过短", "short label"),
    "label-unsure": ("名称不明", "label unsure"),
    "no-unit": ("没有单位", "no unit"),
    "labels-and-values": ("名称与数值按顺序配对", "labels and values paired in order"),
    "milestone": ("带年份的事项", "a dated milestone"),
    "chinese-numeral": ("中文数字", "Chinese numeral"),
    "in-quotation-marks": ("在引号内", "in quotation marks"),
    "table-without-year": ("表格没有年份", "a table without a year"),
    "period-unsure": ("时期不明", "period unsure"),
    "control": ("控制性指标", "a limit to keep within"),
    "proposed": ("待确认", "proposed"),
    "confirmed": ("已确认", "confirmed"),
    "rejected": ("已拒绝", "rejected"),
}


PER_STUDENT = {
    "per 100 students": "/百名学生",
    "per student": "/生",
    "m² per student": "平方米/生",
    "yuan per student": "元/生",
    "volumes per student": "册/生",
}


def resource_name(row: Mapping[str, Any], lang: Lang) -> str:
    """Return what a resource of a school is called, from a row with ``resource`` and ``name_zh``.

    A mean of several stands for no resource, and has its own name in both columns.
    """
    known = rules().resources.get(row["resource"])
    english = known.name_en if known else str(row["resource"])
    return str(row["name_zh"]) if lang == "zh" else english


def say(name: str, lang: Lang) -> str:
    """Return a phrase."""
    zh, en = PHRASES[name]
    return zh if lang == "zh" else en


def bracketed(text: str, lang: Lang) -> str:
    """Return text in the brackets of a language, as it stands behind a word."""
    return f"（{text}）" if lang == "zh" else f" ({text})"


def colon(lang: Lang) -> str:
    """Return the colon of a language, with the blank that follows it."""
    return "：" if lang == "zh" else ": "


def heading(name: str, lang: Lang) -> str:
    """Return the heading of a column."""
    zh, en = HEADINGS[name]
    return zh if lang == "zh" else en
