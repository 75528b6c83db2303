"""The sentences of headlines, in both languages."""

from __future__ import annotations

from compare.wording.catalogue import Lang

TEXT: dict[str, tuple[str, str]] = {
    "figure": ("{region}{moment}：{label}{value}", "{region}, {moment}: “{label}” {value}"),
    "unaligned": (
        "这个数没有对应的共用指标，不与任何地区比较。",
        "This figure belongs to no shared indicator and is compared with nothing.",
    ),
    "proxy": (
        "口径仅为近似（{why}），不进入差距和名次。",
        "It is only a proxy ({why}) and enters no gap and no ranking.",
    ),
    "overview": (
        "{n}项指标中，两地以上同年印出的现状有{actual}项、目标有{target}项；其中有优劣方向、"
        "可论先后的{contests}组：{outcomes}",
        "Of {n} indicators, two regions or more print {actual} actuals and {target} targets for "
        "one year; {contests} of these contests have a better and a worse: {outcomes}",
    ),
    "theme": (
        "{theme}，{moment}：{n}项指标中，{outcomes}",
        "{theme}, {moment}: {n} indicators, {outcomes}",
    ),
    "decided": ("{n}{unit}能判定领先或持平", "{n} with a leader or a tie"),
    "partly": ("{n}{unit}只能定出部分名次", "{n} with some ranks decided only"),
    "open": ("{n}{unit}无法判定", "{n} undetermined"),
    "alone": ("{n}{unit}无可比对象", "{n} with nothing to compare"),
    "other_years": (
        "所选取年方式带入了{years}年的数值：不同年份只并列，不作比较。",
        "The way of choosing years brings in values for {years}: different years stand side by "
        "side and are not compared.",
    ),
    "least": ("至少", " or further"),
    "no_cautions": (
        "这里没有比较，也就没有可引申的结论。",
        "Nothing is compared here, so nothing follows.",
    ),
    "theme_empty": (
        "{theme}，{moment}：各地文件都没有印出数值；有数值的是{exists}",
        "{theme}, {moment}: no document prints a value; there are values for {exists}",
    ),
    "indicator_none": (
        "{indicator}：没有两地同年、同类的数值，不能比较",
        "{indicator}: no two regions print it for one year and kind; it cannot be compared",
    ),
    "region": (
        "{region}：印出{n}项共用指标；{contests}项能与他地同年比较，其中{decided}项名次可定、"
        "{open}项无法判定",
        "{region} prints {n} shared indicators; {contests} can be compared with another region "
        "for one year, of which {decided} have a decided rank and {open} have not",
    ),
    "region_alone": (
        "{region}：印出{n}项共用指标，没有一项能与他地同年比较",
        "{region} prints {n} shared indicators, none of which can be compared with another "
        "region for one year",
    ),
    "region_empty": ("{region}：没有共用指标的数值", "{region} has no value of a shared indicator"),
    "only_targets": ("文件里只有目标，没有现状。", "Its document has targets only, no actuals."),
    "only_near": (
        "另有{n}项只印出相近的指标，不进入比较。",
        "Of {n} more it prints look-alikes only, which enter no comparison.",
    ),
    "conflicts": (
        "文件内有{n}处数值不一致。",
        "Its document prints different values in {n}.",
    ),
    "absent": (
        "{n}项指标文中未见（不等于没有公布）。",
        "{n} indicators are not in this text, which does not mean not published.",
    ),
    "pair": (
        "{a}与{b}：同年、同类可比{n}项——{a}领先{ahead}项、落后{behind}项、持平{level}项，无法判定{open}项",
        "{a} and {b}: {n} comparisons for one year and kind; {a} is ahead in {ahead}, behind in "
        "{behind}, level in {level}, undetermined in {open}",
    ),
    "pair_none": (
        "{a}与{b}：没有可以下判断的比较",
        "{a} and {b}: there is no comparison that could be judged",
    ),
    "part": (
        "{part}是{whole}的一部分：两地数值并列，不作比较",
        "{part} is part of {whole}: their values stand side by side and are not compared",
    ),
    "refused": (
        "另有{n}项两地都有数值而不可比。",
        "In {n} more both have a value that cannot be compared.",
    ),
    "missing": (
        "{n}项只有一地有该年数值（见下表）。",
        "In {n} only one of them has a value for the year (see below).",
    ),
    "targets": (
        "到{year}年：有现状可比对的目标{n}项，尚有距离{going}项，已达或守住底线{held}项；"
        "另有{none}项目标，文中没有现状，算不出步伐",
        "By {year}: {n} targets have an actual beside them, {going} with some way to go, {held} "
        "met or held already; {none} more have no actual in the text, and no pace can be known",
    ),
    "must": (
        "{region} · {indicator}：{years}年{least}须变动{distance}，每年{pace}",
        "{region} · {indicator}: {distance}{least} in {years} years, {pace} a year",
    ),
    "composite": (
        "综合指数多半反映各地印了什么，只能与名次范围一起使用。",
        "A composite is mostly a map of what was published; use it with the range of its ranks "
        "only.",
    ),
    "refused_regions": ("不予计算：{names}。", "Refused: {names}."),
    "balance": ("{stage}：{n}项差异系数{verdict}", "{stage}: {verdict} ({n} coefficients)"),
    "all_met": ("均不超过限值", "every coefficient is within its limit"),
    "some_unmet": ("中{k}项超过限值（{names}）", "{k} above the limit ({names})"),
    "mean_met": ("的平均值不超过限值", "the mean is within its limit"),
    "mean_unmet": ("的平均值超过限值", "the mean is above its limit"),
    "balance_lead": (
        "{rule}：{met}个县·学段达到差异系数要求，{unmet}个未达到",
        "{rule}: {met} of the county stages meet the limits of the coefficient, {unmet} do not",
    ),
    "made_up": (
        "这是虚构的示例学校，不是任何地区的数据。",
        "These are made-up schools, not data of any region.",
    ),
    "evidence": (
        "{figures}条数据、{observations}条对齐；{found}/{quotes}条引文在文本中逐字找到，数据检查有{problems}个问题",
        "{figures} figures, {observations} aligned; {found} of {quotes} quotes are verbatim in "
        "the texts; the checks find {problems} problems",
    ),
    "no_texts": (
        "文本不在手边，引文未核对。",
        "The texts are not at hand; quotes are not verified.",
    ),
    "evidence_conflicts": (
        "{n}组数值互不一致，均已列出。",
        "{n} groups of values disagree; all are listed.",
    ),
    "scan": (
        "《{title}》：找到{n}处数量表述，{sure}处把握较大，{aligned}处可对到共用指标",
        "《{title}》: {n} quantitative statements found, {sure} with little doubt, {aligned} that "
        "may belong to a shared indicator",
    ),
    "scan_nothing": (
        "提议不是数据：未经确认的一条也不会进入构建。",
        "A proposal is no data: nothing enters the build before somebody has confirmed it.",
    ),
    "more": ("另有{n}项，见下表。", "{n} more in the tables."),
    "stop": ("；", "; "),
    "own_rank": ("{region}在{of}地中列第{best}", "{region} is number {best} of {of}"),
    "own_range": (
        "{region}在{of}地中列第{best}至第{worst}，无法判定",
        "{region} is number {best} to {worst} of {of}, undetermined",
    ),
    "join": ("，", ", "),
}


SENTENCES: dict[str, tuple[str, str]] = {
    "part-and-whole": (
        "一方是另一方的组成部分：只并列，不作对手。",
        "One is part of the other: they stand side by side, never as contestants.",
    ),
    "different-year": (
        "年份不同的数值不能说谁领先。",
        "Values of different years say nothing of who is ahead.",
    ),
    "other-year": (
        "只有其他年份的数值：不能移到这一年用。",
        "There is a value for another year only; it cannot be moved to this one.",
    ),
    "each-county-ceiling": (
        "“每县不高于”是对每个县的上限，不是全市的数值，也不是全市的平均。",
        "A ceiling for each county is neither the value of the prefecture nor its average.",
    ),
    "different-scope": (
        "数值所指的范围不同，不能相减。",
        "The values hold for different scopes and cannot be subtracted.",
    ),
    "different-level": (
        "县与地级市相比须慎重：一市之内各县可能相差很大。",
        "Take care between a county and a prefecture city: counties within a city may differ "
        "widely.",
    ),
    "proxy": (
        "近似指标的分母不同，不能当作同一指标。",
        "A proxy has another denominator and is not the same indicator.",
    ),
    "only-proxy": (
        "只有近似指标的地区不进入差距和名次。",
        "A region with only a proxy enters no gap and no ranking.",
    ),
    "approximate": (
        "“左右”“约”的数值不足以判定持平或先后。",
        "A value stated with about decides neither a tie nor an order at that number.",
    ),
    "conflicting-figures": (
        "同一文件还印有另一数值：结论取决于采用哪一个，两个都已列出。",
        "The document also prints another value: the finding depends on which is taken, and "
        "both are listed.",
    ),
    "one-province-scheme": (
        "这是一个省的评定办法，外省不适用；不适用既不是零，也不是缺报。",
        "This is the scheme of one province; elsewhere it is not applicable, which is neither "
        "zero nor missing.",
    ),
    "not-applicable": (
        "“不适用”既不是零，也不是缺报。",
        "Not applicable is neither zero nor missing.",
    ),
    "not-in-text": (
        "“文中未见”不等于没有公布，更不等于做得差。",
        "Not in this text does not mean not published, still less that a region does badly.",
    ),
    "no-direction": (
        "数量没有优劣方向，也没有分母：不作名次。",
        "Counts have no better or worse and no denominator: they are not ranked.",
    ),
    "alone": (
        "只有一地的数值，谈不上领先或落后。",
        "With one region only, nobody is ahead or behind.",
    ),
    "derived": (
        "推算值是直线上的一点，不是印出的数。",
        "A derived value is a point on a line, not a printed number.",
    ),
    "undetermined": (
        "区间重叠是“无法判定”，不是“持平”。",
        "Overlapping intervals are undetermined, not level.",
    ),
    "target": (
        "目标是计划，不是成绩；现状与目标只在同一地区内相比。",
        "A target is a plan, not a result; an actual and a target are compared within one "
        "region only.",
    ),
}


def say(name: str, lang: Lang) -> str:
    """Return a sentence, to be filled in."""
    zh, en = TEXT[name]
    return zh if lang == "zh" else en
