"""Headlines: the answer of a page in a sentence, built from verdicts and never beyond them.

Each function takes the frames that the page shows and returns a :class:`Headline`. Regions
are named in the order of their administrative codes; a leader is named only where the
intervals decide it.
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from compare.balance_rules import find_rule
from compare.charts.rank_spread import finding as spread_in_words
from compare.charts.ranking import finding as contest_in_words
from compare.charts.target_path import finding as path_in_words
from compare.contests import CAUTIONS, CONTEST
from compare.curated import region_slug, table
from compare.differences import gaps
from compare.errors import Problem
from compare.frames import as_pandas
from compare.tracing import Trace, Verification
from compare.words import (
    Lang,
    change_in_words,
    check_lang,
    listed,
    reasons_in_words,
    term,
)

MOMENT = ["indicator", "year", "kind"]
_MOST_POINTS = 8
"""More findings than these are counted, not listed: the tables have all."""

_TEXT: dict[str, tuple[str, str]] = {
    "figure": ("{region}{moment}:{label} {value}", "{region}, {moment}: {label} {value}"),
    "unaligned": (
        "这个数没有对应的共用指标,不与任何地区比较。",
        "This figure belongs to no shared indicator and is compared with nothing.",
    ),
    "proxy": (
        "口径仅为近似({why}),不进入差距和名次。",
        "It is only a proxy ({why}) and enters no gap and no ranking.",
    ),
    "overview": (
        "{n}项指标中,两地以上同年印出的现状有{actual}项、目标有{target}项;其中有优劣方向、"
        "可论先后的{contests}组,能判定的{decided}组,无法判定的{open}组",
        "Of {n} indicators, two regions or more print {actual} actuals and {target} targets for "
        "one year; {contests} of these contests have a better and a worse: {decided} are decided "
        "at least in part, {open} are not",
    ),
    "theme": (
        "{theme},{moment}:{n}项指标中,{decided}项能分出先后或持平,{open}项无法判定,{none}项无可比对象",
        "{theme}, {moment}: {n} indicators; {decided} decided (an order or a tie), {open} "
        "undetermined, {none} with nothing to compare",
    ),
    "indicator_none": (
        "{indicator}:没有两地同年、同类的数值,不能比较",
        "{indicator}: no two regions print it for one year and kind; it cannot be compared",
    ),
    "region": (
        "{region}:印出{n}项共用指标;{contests}项能与他地同年比较,其中{decided}项名次可定、"
        "{open}项无法判定",
        "{region} prints {n} shared indicators; {contests} can be compared with another region "
        "for one year, of which {decided} have a decided rank and {open} have not",
    ),
    "region_alone": (
        "{region}:印出{n}项共用指标,没有一项能与他地同年比较",
        "{region} prints {n} shared indicators, none of which can be compared with another "
        "region for one year",
    ),
    "region_empty": ("{region}:没有共用指标的数值", "{region} has no value of a shared indicator"),
    "only_targets": ("文件里只有目标,没有现状。", "Its document has targets only, no actuals."),
    "conflicts": (
        "文件内有{n}处数值不一致。",
        "Its document prints different values in {n} places.",
    ),
    "absent": (
        "{n}项指标文中未见(不等于没有公布)。",
        "{n} indicators are not in this text, which does not mean not published.",
    ),
    "pair": (
        "{a}与{b}:同年、同类可比{n}项——{a}领先{ahead}项、落后{behind}项、持平{level}项,无法判定{open}项",
        "{a} and {b}: {n} comparisons for one year and kind; {a} is ahead in {ahead}, behind in "
        "{behind}, level in {level}, undetermined in {open}",
    ),
    "pair_none": (
        "{a}与{b}:没有可以下判断的比较",
        "{a} and {b}: there is no comparison that could be judged",
    ),
    "part": (
        "{part}是{whole}的一部分:两地数值并列,不作比较",
        "{part} is part of {whole}: their values stand side by side and are not compared",
    ),
    "refused": (
        "另有{n}项两地都有数值而不可比。",
        "In {n} more both have a value that cannot be compared.",
    ),
    "missing": (
        "{n}项只有一地有该年数值(见下表)。",
        "In {n} only one of them has a value for the year (see below).",
    ),
    "targets": (
        "到{year}年:有现状可比对的目标{n}项,尚有距离{going}项,已达或守住底线{held}项;"
        "另有{none}项目标,文中没有现状,算不出步伐",
        "By {year}: {n} targets have an actual beside them, {going} with some way to go, {held} "
        "met or held already; {none} more have no actual in the text, and no pace can be known",
    ),
    "must": (
        "{region} · {indicator}:{years}年须变动{distance},每年{pace}",
        "{region} · {indicator}: {distance} in {years} years, {pace} a year",
    ),
    "composite": (
        "综合指数多半反映各地印了什么,只能与名次范围一起使用。",
        "A composite is mostly a map of what was published; use it with the range of its ranks "
        "only.",
    ),
    "refused_regions": ("不予计算:{names}。", "Refused: {names}."),
    "balance": ("{stage}:{n}项差异系数{verdict}", "{stage}: {verdict} ({n} coefficients)"),
    "all_met": ("均不超过限值", "every coefficient is within its limit"),
    "some_unmet": ("中{k}项超过限值({names})", "{k} above the limit ({names})"),
    "mean_met": ("的平均值不超过限值", "the mean is within its limit"),
    "mean_unmet": ("的平均值超过限值", "the mean is above its limit"),
    "balance_lead": (
        "{rule}:{met}个县·学段达到差异系数要求,{unmet}个未达到",
        "{rule}: {met} of the county stages meet the limits of the coefficient, {unmet} do not",
    ),
    "made_up": (
        "这是虚构的示例学校,不是任何地区的数据。",
        "These are made-up schools, not data of any region.",
    ),
    "evidence": (
        "{figures}条数据、{observations}条对齐;{found}/{quotes}条引文在文本中逐字找到,数据检查有{problems}个问题",
        "{figures} figures, {observations} aligned; {found} of {quotes} quotes are verbatim in "
        "the texts; the checks find {problems} problems",
    ),
    "no_texts": (
        "文本不在手边,引文未核对。",
        "The texts are not at hand; quotes are not verified.",
    ),
    "evidence_conflicts": (
        "{n}组数值互不一致,均已列出。",
        "{n} groups of values disagree; all are listed.",
    ),
    "scan": (
        "《{title}》:找到{n}处数量表述,{sure}处把握较大,{aligned}处可对到共用指标",
        "《{title}》: {n} quantitative statements found, {sure} with little doubt, {aligned} that "
        "may belong to a shared indicator",
    ),
    "scan_nothing": (
        "提议不是数据:未经确认的一条也不会进入构建。",
        "A proposal is no data: nothing enters the build before somebody has confirmed it.",
    ),
    "more": ("另有{n}项,见下表。", "{n} more in the tables."),
    "stop": (";", "; "),
    "own_rank": ("{region}在{of}地中列第{best}", "{region} is number {best} of {of}"),
    "own_range": (
        "{region}在{of}地中列第{best}至第{worst},无法判定",
        "{region} is number {best} to {worst} of {of}, undetermined",
    ),
    "join": (",", ", "),
}

_CAUTIONS: dict[str, tuple[str, str]] = {
    "part-and-whole": (
        "一方是另一方的组成部分:只并列,不作对手。",
        "One is part of the other: they stand side by side, never as contestants.",
    ),
    "different-year": (
        "年份不同的数值不能说谁领先。",
        "Values of different years say nothing of who is ahead.",
    ),
    "other-year": (
        "只有其他年份的数值:不能移到这一年用。",
        "There is a value for another year only; it cannot be moved to this one.",
    ),
    "each-county-ceiling": (
        "“每县不高于”是对每个县的上限,不是全市的数值,也不是全市的平均。",
        "A ceiling for each county is neither the value of the prefecture nor its average.",
    ),
    "different-scope": (
        "数值所指的范围不同,不能相减。",
        "The values hold for different scopes and cannot be subtracted.",
    ),
    "different-level": (
        "县与地级市相比须慎重:一市之内各县可能相差很大。",
        "Take care between a county and a prefecture city: counties within a city may differ "
        "widely.",
    ),
    "proxy": (
        "近似指标的分母不同,不能当作同一指标。",
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
        "同一文件还印有另一数值:结论取决于采用哪一个,两个都已列出。",
        "The document also prints another value: the finding depends on which is taken, and "
        "both are listed.",
    ),
    "one-province-scheme": (
        "这是一个省的评定办法,外省不适用;不适用既不是零,也不是缺报。",
        "This is the scheme of one province; elsewhere it is not applicable, which is neither "
        "zero nor missing.",
    ),
    "not-applicable": (
        "“不适用”既不是零,也不是缺报。",
        "Not applicable is neither zero nor missing.",
    ),
    "not-in-text": (
        "“文中未见”不等于没有公布,更不等于做得差。",
        "Not in this text does not mean not published, still less that a region does badly.",
    ),
    "no-direction": (
        "数量没有优劣方向,也没有分母:不作名次。",
        "Counts have no better or worse and no denominator: they are not ranked.",
    ),
    "alone": (
        "只有一地的数值,谈不上领先或落后。",
        "With one region only, nobody is ahead or behind.",
    ),
    "derived": (
        "推算值是直线上的一点,不是印出的数。",
        "A derived value is a point on a line, not a printed number.",
    ),
    "undetermined": (
        "区间重叠是“无法判定”,不是“持平”。",
        "Overlapping intervals are undetermined, not level.",
    ),
    "target": (
        "目标是计划,不是成绩;现状与目标只在同一地区内相比。",
        "A target is a plan, not a result; an actual and a target are compared within one "
        "region only.",
    ),
}
_STATES = ("status", "verdict", "kind")
"""Columns whose codes may have a caution of their own."""


@dataclass(frozen=True)
class Headline:
    """A sentence, and the points that it sums up.

    Attributes
    ----------
    text : str
        The sentence.
    points : tuple of str
        What stands behind it, a line each.
    """

    text: str
    points: tuple[str, ...] = ()

    def __str__(self) -> str:
        return "\n".join([self.text, *(f"· {point}" for point in self.points)])

    def _repr_html_(self) -> str:
        lead = ""
        if self.text:
            style = "font-size:1.15em;font-weight:600;line-height:1.5;margin:0.4em 0"
            lead = f'<p style="{style}">{html.escape(self.text)}</p>'
        items = "".join(f"<li>{html.escape(point)}</li>" for point in self.points)
        return lead + (f'<ul style="margin:0.3em 0 0.6em">{items}</ul>' if items else "")


def of_figure(trace: Trace, ranked: Any, *, lang: Lang = "zh") -> Headline:
    """Return what one figure says, and where its region stands with it.

    Parameters
    ----------
    trace : Trace
        What :func:`compare.trace` returns.
    ranked : frame
        Rows of :func:`compare.rankings` for the figure's indicator and moment; empty where
        it has no indicator.
    lang : {"zh", "en"}
        Language.
    """
    check_lang(lang)
    figure = trace.figure
    regions = table("regions").set_index("region")[f"name_{lang}"]
    stated = f"{figure['printed']}{'' if figure['unit'] is None else figure['unit']}"
    text = _say("figure", lang).format(
        region=regions[figure["region"]],
        moment=_moment(figure, lang),
        label=figure["label"],
        value=stated,
    )
    if not trace.observations:
        return Headline(text, (_say("unaligned", lang),))
    rows = as_pandas(ranked)
    return Headline(text, tuple(_of_observation(seen, rows, lang) for seen in trace.observations))


def of_overview(coverage: Any, ranked: Any, *, lang: Lang = "zh") -> Headline:
    """Return what can be compared at all, with the findings that are decided.

    Parameters
    ----------
    coverage : frame
        Rows of :func:`compare.coverage`.
    ranked : frame
        Rows of :func:`compare.rankings` for every moment.
    lang : {"zh", "en"}
        Language.
    """
    check_lang(lang)
    rows = as_pandas(ranked)
    contests = _contests(rows)
    shared = {kind: _shared(rows[rows["kind"] == kind]) for kind in ("actual", "target")}
    text = _say("overview", lang).format(
        n=as_pandas(coverage)["indicator"].nunique(),
        contests=len(contests),
        decided=sum(map(_decides, contests)),
        open=sum(not _decides(contest) for contest in contests),
        **shared,
    )
    return Headline(text)


def findings(ranked: Any, *, lang: Lang = "zh") -> Headline:
    """Return one line for every contest, decided or not, in the order of the indicators.

    Parameters
    ----------
    ranked : frame
        Rows of :func:`compare.rankings`.
    lang : {"zh", "en"}
        Language.
    """
    check_lang(lang)
    return Headline("", tuple(_of_contest(c, lang) for c in _contests(as_pandas(ranked))))


def of_theme(ranked: Any, *, lang: Lang = "zh") -> Headline:
    """Return what the indicators of a theme decide for one year and kind.

    Parameters
    ----------
    ranked : frame
        Rows of :func:`compare.rankings` for one year and kind.
    lang : {"zh", "en"}
        Language.
    """
    check_lang(lang)
    rows = as_pandas(ranked)
    contests = _contests(rows)
    decided = sum(map(_decides, contests))
    first = rows.iloc[0].to_dict()
    text = _say("theme", lang).format(
        theme=term(first["theme"], lang),
        moment=_moment(first, lang),
        n=rows["indicator"].nunique(),
        decided=decided,
        open=len(contests) - decided,
        none=rows["indicator"].nunique() - len(contests),
    )
    return Headline(text, _few([_of_contest(contest, lang) for contest in contests], lang))


def of_indicator(observations: Any, ranked: Any, *, lang: Lang = "zh") -> Headline:
    """Return what one indicator allows to say.

    Parameters
    ----------
    observations : frame
        Rows of ``compare.observations(indicator=…)``.
    ranked : frame
        Rows of :func:`compare.rankings` for every moment of it.
    lang : {"zh", "en"}
        Language.
    """
    check_lang(lang)
    rows, everyone = as_pandas(ranked), as_pandas(observations)
    usable = everyone[(everyone["comparability"] != "proxy") & (everyone["use"] == "main")]
    name = everyone.iloc[0][f"indicator_{lang}"]
    shared = [group for _, group in rows.groupby(MOMENT, sort=False) if _present(group) > 1]
    path = (path_in_words(usable.sort_values(["adcode", "year"]), lang),) if len(usable) else ()
    if not shared:
        return Headline(_say("indicator_none", lang).format(indicator=name), path)
    first, *others = [text for group in shared for text in _of_moment(group, lang)]
    has_targets = (usable["kind"] == "target").any()
    return Headline(first, (*others, *(path if has_targets else ())))


def of_region(
    region: str, observations: Any, ranked: Any, disagreeing: Any, *, lang: Lang = "zh"
) -> Headline:
    """Return where a region stands, and what its document does not say.

    Parameters
    ----------
    region : str
        Any name of the region.
    observations : frame
        Rows of ``compare.observations(region=…)``.
    ranked : frame
        Rows of :func:`compare.rankings` for every moment.
    disagreeing : frame
        Rows of :func:`compare.tables.conflicts` for the region.
    lang : {"zh", "en"}
        Language.
    """
    check_lang(lang)
    slug = region_slug(region)
    name = table("regions").set_index("region").loc[slug, f"name_{lang}"]
    own, rows = as_pandas(observations), as_pandas(ranked)
    contested = rows[(rows["region"] == slug) & (rows["of"] > 1)]
    decided = int(contested["rank"].notna().sum())
    count = own["indicator"].nunique()
    form = "region" if len(contested) else "region_alone" if count else "region_empty"
    text = _say(form, lang).format(
        region=name, n=count, contests=len(contested), decided=decided,
        open=len(contested) - decided,
    )  # fmt: skip
    points = []
    if count and not (own["kind"] == "actual").any():
        points.append(_say("only_targets", lang))
    groups = as_pandas(disagreeing).groupby(["indicator", "year", "kind"]).ngroups
    if groups:
        points.append(_say("conflicts", lang).format(n=groups))
    return Headline(text, tuple(points))


def of_pair(region_a: str, region_b: str, compared: Any, *, lang: Lang = "zh") -> Headline:
    """Return what can be said between two regions, refusing contests of part and whole.

    Parameters
    ----------
    region_a, region_b : str
        Any names of the regions.
    compared : frame
        Rows of :func:`compare.gaps` of the first to the second, every moment.
    lang : {"zh", "en"}
        Language.
    """
    check_lang(lang)
    names = table("regions").set_index("region")[f"name_{lang}"]
    slugs = region_slug(region_a), region_slug(region_b)
    a, b = (names[slug] for slug in slugs)
    rows = as_pandas(compared)
    counts = rows["verdict"].value_counts().to_dict()
    points = [
        _say(form, lang).format(n=counts[verdict])
        for verdict, form in (("not-comparable", "refused"), ("missing", "missing"))
        if counts.get(verdict)
    ]
    if whole := whole_of(*slugs):
        part = a if whole == slugs[1] else b
        text = _say("part", lang).format(part=part, whole=names[whole])
        return Headline(text, tuple(points))
    judged = {name: counts.get(name, 0) for name in ("ahead", "behind", "level", "undetermined")}
    if not any(judged.values()):
        return Headline(_say("pair_none", lang).format(a=a, b=b), tuple(points))
    text = _say("pair", lang).format(
        a=a, b=b, n=sum(judged.values()), open=judged.pop("undetermined"), **judged
    )
    cautions = _caution_names(rows[rows["verdict"].isin(["ahead", "behind", "level"])])
    points = [*(_cautioned(cautions, lang)), *points]
    return Headline(text, tuple(points))


def whole_of(region_a: str, region_b: str) -> str | None:
    """Return the one of two regions that contains the other; None where neither does.

    Examples
    --------
    >>> whole_of("xiangshan", "ningbo")
    'ningbo'
    """
    regions = table("regions")
    pair = regions[regions["region"].isin([region_a, region_b])]
    alike = pair.assign(indicator="", year=0, value=0.0, lo=0.0, hi=0.0)
    compared = gaps(alike, to=region_b).set_index("region")
    if "part-and-whole" not in compared.loc[region_a, "reasons"]:
        return None
    levels = pair.set_index("region")["level"]
    order = ("province", "prefecture-city")
    return min((region_a, region_b), key=lambda name: _place(order, levels[name]))


def of_targets(progress: Any, *, year: int, lang: Lang = "zh") -> Headline:
    """Return who must move how far by the year of some targets.

    Parameters
    ----------
    progress : frame
        Rows of :func:`compare.progress` for the targets of one year.
    year : int
        The year.
    lang : {"zh", "en"}
        Language.
    """
    check_lang(lang)
    rows = _named(as_pandas(progress))
    directed = rows[(rows["status"] != "no-direction") & rows["target_year"].notna()]
    going = directed[(directed["status"] == "to-go") & directed["distance"].notna()]
    held = directed["status"].isin(["at-target", "floor-held"])
    based = directed["status"] != "no-base"
    text = _say("targets", lang).format(
        year=year, n=int(based.sum()), going=len(going),
        held=int(held.sum()), none=int((~based).sum()),
    )  # fmt: skip
    return Headline(text, _few([_must(row, lang) for row in going.to_dict("records")], lang))


def of_composite(composite: Any, *, lang: Lang = "zh") -> Headline:
    """Return how far composite ranks spread, with the warning that they deserve.

    Parameters
    ----------
    composite : frame
        Rows of :func:`compare.composite`.
    lang : {"zh", "en"}
        Language.
    """
    check_lang(lang)
    rows = as_pandas(composite)
    points = [_say("composite", lang)]
    refused = rows[rows["rank"].isna()]
    if len(refused):
        gap = "" if lang == "zh" else " "
        named = [
            f"{row[f'region_{lang}']}{gap}({reasons_in_words(row['reasons'], lang)})"
            for row in refused.to_dict("records")
        ]
        points.append(_say("refused_regions", lang).format(names=listed(named, lang)))
    return Headline(spread_in_words(rows, lang), tuple(points))


def of_balance(coefficients: Any, *, made_up: bool, lang: Lang = "zh") -> Headline:
    """Return which counties and stages keep within the limits of a rule.

    Parameters
    ----------
    coefficients : frame
        Rows of :func:`compare.balance_table`.
    made_up : bool
        Whether the schools are the made-up example; then the headline says so.
    lang : {"zh", "en"}
        Language.
    """
    check_lang(lang)
    rows = as_pandas(coefficients)
    keys = [name for name in ("county", "stage") if name in rows]
    groups = [group for _, group in rows.groupby(keys, sort=False)]
    passed = [bool(group["met"].dropna().all()) for group in groups]
    text = _say("balance_lead", lang).format(
        rule=find_rule(rows.iloc[0]["rule"]).number,
        met=sum(passed),
        unmet=len(passed) - sum(passed),
    )
    points = [_of_stage(group, lang) for group in groups]
    return Headline(text, (*([_say("made_up", lang)] if made_up else []), *points))


def of_evidence(
    figures: Any,
    observations: Any,
    problems: Sequence[Problem],
    verified: Sequence[Verification],
    disagreeing: Any,
    *,
    lang: Lang = "zh",
) -> Headline:
    """Return how much evidence there is, and how much of it was re-verified.

    Parameters
    ----------
    figures, observations : frame
        Rows of ``compare.table("figures")`` and ``compare.observations()``.
    problems : sequence of Problem
        What :func:`compare.check` returns.
    verified : sequence of Verification
        What :func:`compare.verify` returns.
    disagreeing : frame
        Rows of :func:`compare.tables.conflicts`.
    lang : {"zh", "en"}
        Language.
    """
    check_lang(lang)
    at_hand = [result for result in verified if result.found is not None]
    text = _say("evidence", lang).format(
        figures=len(as_pandas(figures)),
        observations=len(as_pandas(observations)),
        found=sum(result.found or 0 for result in verified),
        quotes=sum(result.quotes for result in verified),
        problems=len(problems),
    )
    groups = as_pandas(disagreeing).groupby(["region", "indicator", "year", "kind"]).ngroups
    points = [_say("evidence_conflicts", lang).format(n=groups)]
    if len(at_hand) < len(verified):
        points.append(_say("no_texts", lang))
    return Headline(text, tuple(points))


def of_scan(proposals: Any, *, title: str | None, lang: Lang = "zh") -> Headline:
    """Return how much a scan has found, and how much of it needs a look.

    Parameters
    ----------
    proposals : frame
        What ``Scan.table()`` returns.
    title : str, optional
        Title of the document, where it was found.
    lang : {"zh", "en"}
        Language.
    """
    check_lang(lang)
    rows = as_pandas(proposals)
    text = _say("scan", lang).format(
        title=title or "?",
        n=len(rows),
        sure=int((rows["doubt"] < _SURE).sum()),
        aligned=int((rows["indicator"] != "").sum()),
    )
    return Headline(text, (_say("scan_nothing", lang),))


_SURE = 0.2
"""Proposals with less doubt than this need a glance only."""


def cautions(*frames: Any, lang: Lang = "zh") -> Headline:
    """Return what must not be concluded from some rows: one sentence per reason in them.

    Parameters
    ----------
    *frames : frame
        Rows of gaps, rankings or align: their reasons, statuses, verdicts and kinds.
    lang : {"zh", "en"}
        Language.
    """
    check_lang(lang)
    names: set[str] = set()
    for frame in frames:
        rows = as_pandas(frame)
        names |= _caution_names(rows)
        for column in set(_STATES) & set(rows):
            names |= set(rows[column].dropna())
    chosen = [name for name in _CAUTIONS if name in names]
    return Headline("", tuple(_CAUTIONS[name][lang == "en"] for name in chosen))


# Parts of sentences


def _say(name: str, lang: Lang) -> str:
    zh, en = _TEXT[name]
    return zh if lang == "zh" else en


def _moment(row: Mapping[str, Any], lang: Lang) -> str:
    kind = term(row["kind"], lang)
    return f"{row['year']}年{kind}" if lang == "zh" else f"{row['year']} {kind}"


def _present(group: pd.DataFrame) -> int:
    return int((group["lo"].notna() | group["hi"].notna()).sum())


def _shared(rows: pd.DataFrame) -> int:
    """Return how many indicators two regions or more print for one year."""
    moments = rows.groupby(MOMENT, sort=False)
    return len({name for (name, *_), group in moments if _present(group) > 1})


def _contests(rows: pd.DataFrame) -> list[pd.DataFrame]:
    """Return the contests with two regions or more: one year observed, one scope."""
    ranked = rows[rows["of"] > 1]
    return [group for _, group in ranked.groupby(CONTEST, sort=False)]


def _of_moment(rows: pd.DataFrame, lang: Lang) -> list[str]:
    """Return the findings of a moment, or why it has none."""
    contests = _contests(rows)
    if contests:
        return [_of_contest(contest, lang) for contest in contests]
    return [contest_in_words(rows.reset_index(drop=True), lang)]


def _decides(contest: pd.DataFrame) -> bool:
    return bool(contest["rank"].notna().any())


def _of_contest(contest: pd.DataFrame, lang: Lang) -> str:
    """Return the finding of a contest, with what must be known beside it."""
    ordered = contest.sort_values(["rank_best", "rank_worst", "adcode"], kind="stable")
    text = contest_in_words(ordered.reset_index(drop=True), lang)
    ranked = contest[contest["rank_best"].notna()]
    doubts = reasons_in_words("; ".join(sorted(_caution_names(ranked) & set(CAUTIONS))), lang)
    first = contest.iloc[0].to_dict()
    moment = _moment({**first, "year": int(first["observed_year"])}, lang)
    gap = "" if lang == "zh" else " "
    return f"{text}{gap}({moment}{_say('join', lang) if doubts else ''}{doubts})"


def _caution_names(rows: pd.DataFrame) -> set[str]:
    cells = rows["reasons"].dropna() if "reasons" in rows else []
    return {name for cell in cells for name in str(cell).split("; ") if name}


def _cautioned(names: Iterable[str], lang: Lang) -> list[str]:
    return [_CAUTIONS[name][lang == "en"] for name in CAUTIONS if name in set(names)]


def _of_observation(seen: Mapping[str, Any], rows: pd.DataFrame, lang: Lang) -> str:
    name = seen[f"name_{lang}"]
    colon = ":" if lang == "zh" else ": "
    if seen["comparability"] == "proxy":
        why = seen["reason_en"] if lang == "en" and seen["reason_en"] else seen["reason"]
        return name + colon + _say("proxy", lang).format(why=str(why).rstrip("。."))
    contest = rows[rows["indicator"] == seen["indicator"]]
    own = contest[contest["figure"] == seen["figure"]]
    said = listed(_of_moment(contest, lang), lang)
    if own.empty or not own.iloc[0]["of"] > 1:
        return said
    best, worst, of = (int(own.iloc[0][key]) for key in ("rank_best", "rank_worst", "of"))
    form = "own_rank" if best == worst else "own_range"
    place = _say(form, lang).format(
        region=own.iloc[0][f"region_{lang}"], best=best, worst=worst, of=of
    )
    return f"{said}{_say('stop', lang)}{place}"


def _must(row: Mapping[str, Any], lang: Lang) -> str:
    sign = "+" if row["distance"] > 0 else "−"
    pace = change_in_words(row["pace"], row["unit"], lang)
    return _say("must", lang).format(
        region=row[f"region_{lang}"],
        indicator=row[f"indicator_{lang}"],
        years=int(row["years"]),
        distance=sign + change_in_words(row["distance"], row["unit"], lang),
        pace=sign + pace,
    )


def _of_stage(group: pd.DataFrame, lang: Lang) -> str:
    first = group.iloc[0].to_dict()
    stages = {"primary": ("小学", "primary"), "junior": ("初中", "junior secondary")}
    place = [str(first["county"])] if "county" in first else []
    stage = " · ".join([*place, stages[first["stage"]][lang == "en"]])
    limited = group[group["limit"].notna()]
    plain = group[group["limit"].isna()]
    if len(plain):
        verdict = _say("mean_met" if limited["met"].all() else "mean_unmet", lang)
        return _say("balance", lang).format(stage=stage, n=len(plain), verdict=verdict)
    failed = limited[~limited["met"].astype(bool)]
    if failed.empty:
        verdict = _say("all_met", lang)
    else:
        column = "name_zh" if lang == "zh" else "resource"
        names = [name.replace("_", " ") for name in failed[column]]
        verdict = _say("some_unmet", lang).format(k=len(failed), names=listed(names, lang))
    return _say("balance", lang).format(stage=stage, n=len(limited), verdict=verdict)


def _few(points: list[str], lang: Lang) -> tuple[str, ...]:
    if len(points) <= _MOST_POINTS:
        return tuple(points)
    more = _say("more", lang).format(n=len(points) - _MOST_POINTS)
    return (*points[:_MOST_POINTS], more)


def _place(order: Sequence[str], level: str) -> int:
    return order.index(level) if level in order else len(order)


def _named(rows: pd.DataFrame) -> pd.DataFrame:
    """Add names to rows of progress, in the order of indicators and codes."""
    regions = table("regions")[["region", "name_zh", "name_en", "adcode"]]
    indicators = table("indicators")[["indicator", "name_zh", "name_en"]]
    named = rows.merge(
        regions.rename(columns={"name_zh": "region_zh", "name_en": "region_en"}), on="region"
    ).merge(
        indicators.rename(columns={"name_zh": "indicator_zh", "name_en": "indicator_en"}),
        on="indicator",
    )
    return named.sort_values(["adcode", "indicator"], kind="stable").reset_index(drop=True)
