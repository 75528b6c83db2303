"""The picture of a brief: the gaps that it tells of, the way to targets, or places of a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from compare.charts.chart import Chart
from compare.charts.finding_bars import POINTS, Bar, finding_bars
from compare.charts.forms.dumbbell import dumbbell
from compare.finding.changes import ONE_SIDED
from compare.finding.statement import Finding
from compare.ledger.records import records
from compare.pages.brief.nation import reference_of, references_of
from compare.pages.brief.subject import About
from compare.pages.paper.blocks import Picture
from compare.pages.paper.house import A4
from compare.wording.catalogue import say
from compare.wording.phrases import about as heading
from compare.wording.phrases import bracketed, joined, merged
from compare.wording.values import is_missing

_FEWEST = 2
"""One bar is a sentence."""

_FEW = 3
"""With fewer gaps to nation and standard those to other regions are shown, too."""

_MOST = 8


@dataclass(frozen=True)
class Named:
    """What the text and the table of a brief tell.

    Attributes
    ----------
    found : sequence of Finding
        What they say.
    indicators : sequence of str
        What they are about.
    """

    found: Sequence[Finding]
    indicators: Sequence[str]


def picture(about: About, named: Named) -> Picture | None:
    """Return the picture with more to compare; none where there is one value alone.

    It is not drawn yet: how much room it takes is known without.

    Parameters
    ----------
    about : About
        The region or two.
    named : Named
        What the text and the table tell: no bar is of anything else.
    """
    found = dict((_between if about.is_pair else _gaps)(about, named))
    bars = list(found)[:_MOST]
    if len(bars) >= _FEWEST:
        caption = _caption(about, bars, [found[bar] for bar in bars])
        return _shown(_bars(about, bars, caption), caption)
    made = None if about.is_pair else _ways(about, named) or _profile(about, named)
    return None if made is None else _shown(*made)


def drawn(picture: Picture) -> Picture:
    """Return a picture with what is seen of it."""
    assert picture.chart is not None
    return replace(picture, image=picture.chart.svg(outlines=True, plain=True))


def _shown(chart: Chart, caption: str) -> Picture:
    return Picture(b"", chart.alt, caption, A4.text_inches, chart=chart)


def _gaps(about: About, named: Named) -> Iterator[tuple[Bar, Finding]]:
    """Yield the gaps to nation, province and standard; of texts with few, to others, too.

    Years stand beside them where they differ.
    """
    told = [
        one for one in dict.fromkeys(named.found)
        if one.is_outcome and one.unit == POINTS and one.gap is not None
    ]  # fmt: skip
    found = [
        one for one in told
        if one.kind == "versus-reference" and not _asks_for_more(one, about)
    ]  # fmt: skip
    if len(found) < _FEW and about.evidence.of_texts:  # a table shows all its regions
        found += [one for one in told if one.kind == "versus-region" and _held_against(one, about)]
    several = len({one.year for one in found}) > 1
    for one in sorted(found, key=lambda one: one.gap or 0.0):
        whom = reference_of(one, about) if one.reference else _held_against(one, about)
        topic, year = _name(about, one), str(one.year)
        form = "brief-bar-of-year" if several else "brief-bar"
        label = say(form, about.lang, topic=topic, reference=whom, year=year)
        yield Bar(label, float(one.gap or 0.0), about.regions[0], _bound(one, about),
                  str(one.indicator), one.figures), one  # fmt: skip


def _asks_for_more(one: Finding, about: About) -> bool:
    """Tell whether a standard asks for more than its number: a gap to that is no measure."""
    limit = about.evidence.benchmark(one.reference)
    return limit is not None and limit["kind"] == "standard" and not is_missing(limit["remark"])


def _held_against(one: Finding, about: About) -> str:
    """Return the names of the regions that are just as far away as a finding says; or nothing."""
    main = about.facts.main
    stated = {
        row["region"]: row["value"]
        for row in records(main[main["figure"].isin(one.figures)])
        if row["lo"] == row["hi"]
    }
    own = stated.pop(about.regions[0], None)
    if own is None:
        return ""
    names = [
        about.name(region)
        for region, value in stated.items()
        if round(own - value - (one.gap or 0.0), 6) == 0
    ]
    return joined(names, about.lang)


_SIGNS = {">=": "≥", ">": ">", "<=": "≤", "<": "<", "~": "≈"}


def _bound(one: Finding, about: About) -> str:
    """Return the sign of a gap that is not known exactly: more than, at least, about."""
    if one.gap_lo == one.gap_hi:
        return ""
    stated = [row for row in about.rows if row["figure"] in one.figures]
    signs = [_SIGNS.get(str(row["comparator"]), "") for row in stated if row["kind"] == "actual"]
    return next(filter(None, signs), "≥" if (one.gap or 0) > 0 else "≤")


def _name(about: About, one: Finding) -> str:
    return about.evidence.name("indicator", str(one.indicator), about.lang)


def _between(about: About, named: Named) -> Iterator[tuple[Bar, Finding]]:
    """Yield how much more the first of two regions states than the second, where both do.

    Of each indicator that is of the newest year; years stand beside them where they differ.
    """
    first, last = about.regions
    found = [(gap, one) for one in _newest(about, named) if (gap := _difference(one, about))]
    several = len({one.year for _, one in found}) > 1
    units = list(dict.fromkeys([POINTS, *(one.unit for _, one in found)]))
    for gap, one in sorted(found, key=lambda pair: (units.index(pair[1].unit), pair[0])):
        label, region = _label(one, about, dated=several), first if gap > 0 else last
        bar = Bar(label, gap, region, "", str(one.indicator), one.figures, one.unit)
        yield bar, one


def _newest(about: About, named: Named) -> list[Finding]:
    """Return what is said of outcomes of both regions, of each indicator in the newest year."""
    newest: dict[str | None, Finding] = {}
    for one in dict.fromkeys(named.found):
        if one.kind != "versus-region" or {*one.regions} != {*about.regions} or one.unit == "year":
            continue
        known = newest.setdefault(one.indicator, one)
        if (one.year or 0) > (known.year or 0):
            newest[one.indicator] = one
    return [one for one in newest.values() if one.gap is not None]


def _difference(one: Finding, about: About) -> float:
    """Return how much more the first of two regions states; nothing where it is not known."""
    ends = [
        about.stated(str(one.indicator), "actual", one.year, region=region)
        for region in about.regions
    ]
    exact = [row["value"] for row in ends if row is not None and row["lo"] == row["hi"]]
    if len(exact) < len(ends) or any(map(is_missing, exact)):
        return 0.0
    return round(float(exact[0] - exact[1]), 6)


def _label(one: Finding, about: About, *, dated: bool) -> str:
    """Return the name of an indicator, with its year, and that less of it is better."""
    lang, rows = about.lang, about.rows
    lower = any(row["indicator"] == one.indicator and row["direction"] == "lower" for row in rows)
    beside = [
        say("in-year", lang, year=str(one.year)) if dated else "",
        say("brief-bar-lower", lang) if lower else "",
    ]
    said = [bracketed(words, lang) for words in beside if words]
    return merged(_name(about, one) + "".join(said), lang)


def _bars(about: About, bars: Sequence[Bar], title: str) -> Chart:
    key = f"brief-{'-'.join(about.regions)}.{about.lang}"
    return finding_bars(bars, key, title, evidence=about.evidence, lang=about.lang)


def _caption(about: About, bars: Sequence[Bar], found: Sequence[Finding]) -> str:
    low = sum(bar.gap < 0 for bar in bars)
    years = sorted({one.year for one in found if one.year})
    year = str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}"
    if about.is_pair:
        return _caption_of_pair(about, bars, year, low)
    if low:
        sort = "-low" if low == len(bars) else ""
    else:
        sort = "-all" if all(bar.gap > 0 for bar in bars) else "-none"
    form = f"brief-picture-nation{sort}"
    whom = references_of(found, about)
    return say(form, about.lang, references=whom, n=len(bars), low=low, year=year)


def _caption_of_pair(about: About, bars: Sequence[Bar], year: str, low: int) -> str:
    """Return which of two regions was higher on how many of the indicators."""
    lang, (first, last) = about.lang, map(about.name, about.regions)
    in_points = {bar.unit for bar in bars} == {POINTS}
    unit = say(f"brief-picture-{'points' if in_points else 'units'}", lang)
    said: dict[str, str | int] = {
        "first": first, "last": last, "n": len(bars), "year": year, "unit": unit,
    }  # fmt: skip
    if low in (0, len(bars)):
        high, other = (last, first) if low else (first, last)
        return say("brief-picture-pair-one-side", lang, high=high, low=other, **said)
    return say("brief-picture-pair", lang, up=len(bars) - low, down=low, **said)


def _ways(about: About, named: Named) -> tuple[Chart, str] | None:
    """Return the way of a region's shares from base to target, where there are two at least."""
    paces = about.facts.paces
    if paces.empty:
        return None
    own = paces[(paces["region"] == about.regions[0]) & (paces["unit"] == "%")]
    own = own[own["indicator"].isin([*named.indicators])]
    both = own[~own["status"].isin(ONE_SIDED)]
    if len(both) < _FEWEST:
        return None
    chart = dumbbell(own, evidence=about.evidence, lang=about.lang)
    names = list(dict.fromkeys(both[f"indicator_{about.lang}"]))
    one = heading(names[0], "", about.lang) if len(names) == 1 else ""
    return chart, one + say("brief-picture-ways", about.lang)


def _profile(about: About, named: Named) -> tuple[Chart, str] | None:
    """Return where a region stands among the others of a table, in its newest year."""
    own, ranked = about.regions[0], about.facts.ranked
    if about.evidence.of_texts or ranked.empty:
        return None
    ranked = ranked[(ranked["kind"] == "actual") & ranked["indicator"].isin([*named.indicators])]
    placed = ranked[(ranked["region"] == own) & (ranked["of"] > 1) & ranked["rank_best"].notna()]
    if placed.empty:
        return None
    year = placed["year"].max()
    known = {*placed.loc[placed["year"] == year, "indicator"]}
    shown = tuple(name for name in dict.fromkeys(named.indicators) if name in known)[:_MOST]
    said = {"region": about.name(own), "year": str(int(year))}
    return about.profile(int(year), shown), say("brief-picture-profile", about.lang, **said)
