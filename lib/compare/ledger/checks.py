"""The subject's own rules: what only the ledger as a whole, or the texts, can tell.

Every check takes the ledger and yields problems. ``CHECKS`` is the list of them; a new
rule is one function with the decorator.
"""

from __future__ import annotations

import difflib
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from itertools import chain

from compare.errors import Problem, listed
from compare.glyphs import undrawn
from compare.ledger import divisions, units
from compare.ledger.divisions import containing_code
from compare.ledger.ledger import Entry, Ledger
from compare.ledger.models import Alignment, Bounded, Figure, Indicator, Region, Source, Typed
from compare.ledger.numbers import WHOLE_BOUND, listed_names, printed_values
from compare.ledger.printed_intervals import printed_interval
from compare.ledger.read import looks_like_date
from compare.ledger.superseding import statement, topic
from compare.ledger.texts import ELISION, Texts, is_printed

Check = Callable[[Ledger, Texts], Iterator[Problem]]
CHECKS: list[Check] = []

WORDED_VALUES = (Decimal(0), Decimal(100))
"""What words without any number can stand for: none of it, or all of it, in per cent.

A list of names (:func:`compare.ledger.numbers.listed_names`) can stand for its length."""

TOLERANCE = Decimal("1e-8")
"""How far a typed fraction (33.3333333333 for 三分之一) may be from the exact one."""


def check(function: Check) -> Check:
    """Register a check."""
    CHECKS.append(function)
    return function


def find_problems(ledger: Ledger, texts: Texts) -> list[Problem]:
    """Return every problem of the ledger, sorted by file, row and column."""
    found = [problem for rule in CHECKS for problem in rule(ledger, texts)]
    return sorted(set(ledger.problems + found))


@check
def keys_are_unique(ledger: Ledger, texts: Texts) -> Iterator[Problem]:
    """Every key names one row."""
    yield from _repeated(ledger.regions, "region")
    yield from _repeated(ledger.regions, "adcode")
    yield from _repeated(ledger.indicators, "indicator")
    yield from _repeated(ledger.benchmarks, "benchmark")
    yield from _repeated(ledger.sources, "document")
    yield from _repeated(ledger.figures, "figure")
    yield from _repeated(ledger.alignments, "figure", "indicator")


@check
def nothing_is_only_proposed(ledger: Ledger, texts: Texts) -> Iterator[Problem]:
    """A row that a scan proposed counts only once somebody has seen and confirmed it."""
    proposed: dict[str, list[Entry[Figure]]] = defaultdict(list)
    for entry in ledger.figures:
        if entry.item.state == "proposed":
            proposed[entry.row.file].append(entry)
    for entries in proposed.values():
        document = entries[0].item.document
        rows = f"{len(entries)} rows are" if len(entries) > 1 else "the row is"
        yield entries[0].row.problem(
            "state",
            f"{rows} only proposed",
            "confirmed (or empty) for a row that somebody has compared with the text, or rejected",
            f"go through them: compare-regions review {document}",
        )


@check
def lines_say_whose_they_are(ledger: Ledger, texts: Texts) -> Iterator[Problem]:
    """A provincial benchmark names its province, and a national one names none."""
    for entry in ledger.benchmarks:
        code, scope = entry.item.adcode, entry.item.scope
        if (scope == "provincial") != bool(code):
            yield entry.row.problem(
                "adcode",
                f"{code!r} does not agree with scope {scope}",
                "the code of a province (330000) where the scope is provincial, else empty",
                "correct the adcode or the scope",
            )


@check
def keys_exist(ledger: Ledger, texts: Texts) -> Iterator[Problem]:
    """Every reference leads somewhere."""
    regions = {entry.item.region for entry in ledger.regions}
    themes = {entry.item.theme for entry in ledger.themes}
    indicators = {entry.item.indicator for entry in ledger.indicators}
    yield from _dangling(ledger, ledger.sources, "region", regions, "definitions/regions")
    yield from _dangling(ledger, ledger.indicators, "theme", themes, "definitions/themes")
    named: list[Entry[Typed]] = [*ledger.benchmarks, *ledger.alignments, *ledger.terms]
    yield from _dangling(ledger, named, "indicator", indicators, "definitions/indicators")
    figures = {entry.item.figure for entry in ledger.figures}
    aligned: dict[str, list[Entry[Typed]]] = defaultdict(list)
    for entry in ledger.alignments:
        aligned[entry.item.figure.split("/")[0]].append(entry)
    for document, entries in aligned.items():
        yield from _dangling(ledger, entries, "figure", figures, f"{document}/figures")


@check
def inconsistencies_name_figures(ledger: Ledger, texts: Texts) -> Iterator[Problem]:
    """What does not agree are two figures or more, one of them at least of the document."""
    figures = {entry.item.figure for entry in ledger.figures}
    for entry in ledger.inconsistencies:
        document = entry.row.file.split("/")[0]
        table = f"{document}/figures"
        named = entry.item.figures.split()
        wrong = [
            name
            for name in named
            if name not in figures and ledger.is_whole(f"{name.split('/')[0]}/figures")
        ]
        own = [name for name in named if name.split("/")[0] == document]
        if wrong or not own or len(set(named)) < 2:
            said = f"none is of {document}" if len(set(named)) > 1 else "one figure alone"
            yield entry.row.problem(
                "figures",
                f"{wrong[0]!r} is no figure" if wrong else said,
                f"two or more figures, separated by spaces, one at least of {table}",
                "correct the ids",
            )


@check
def terms_say_one_thing(ledger: Ledger, texts: Texts) -> Iterator[Problem]:
    """Words stand once for an indicator, and either name it or tell it from another."""
    roles: dict[tuple[str, str], list[str]] = defaultdict(list)
    for entry in ledger.terms:
        roles[entry.item.indicator, " ".join(entry.item.term.split())].append(entry.item.role)
    for entry in ledger.terms:
        found = roles[entry.item.indicator, " ".join(entry.item.term.split())]
        if len(found) > 1:
            both = "negative" in found and len(set(found)) > 1
            yield entry.row.problem(
                "term",
                f"{entry.item.term!r} "
                + (f"is {' and '.join(sorted(set(found)))}" if both else "stands twice")
                + f" for {entry.item.indicator}",
                "one row for the same words, with one role",
                "decide for one of the rows and remove the other",
            )


@check
def terms_name_one_indicator(ledger: Ledger, texts: Texts) -> Iterator[Problem]:
    """An indicator's own name is nobody else's."""
    owners: dict[str, set[str]] = defaultdict(set)
    named = [entry for entry in ledger.terms if entry.item.role == "term"]
    for entry in named:
        owners[entry.item.term].add(entry.item.indicator)
    for entry in named:
        others = owners[entry.item.term] - {entry.item.indicator}
        if others:
            yield entry.row.problem(
                "term",
                f"{entry.item.term!r} also names {listed(sorted(others))}",
                "words that name no other indicator",
                "make the words longer, or the role synonym or negative",
            )


@check
def terms_name_what_they_limit(ledger: Ledger, texts: Texts) -> Iterator[Problem]:
    """Negative terms and years limit what other terms find: alone they find nothing."""
    if not ledger.is_whole("definitions/terms"):
        return  # the row that names the indicator may be the one that is not valid
    named = {e.item.indicator for e in ledger.terms if e.item.role in ("term", "synonym")}
    for entry in ledger.terms:
        if entry.item.indicator not in named:
            yield entry.row.problem(
                "role",
                f"{entry.item.role!r} for {entry.item.indicator}, which no term names",
                "a row with the role term or synonym for the same indicator",
                "add such a row, or remove this one",
            )


@check
def rows_stand_in_their_folder(ledger: Ledger, texts: Texts) -> Iterator[Problem]:
    """A figure, its alignment and its source belong to the document of their folder."""
    entries: list[Entry[Figure] | Entry[Alignment]] = [*ledger.figures, *ledger.alignments]
    for entry in entries:
        folder = entry.row.file.rpartition("/")[0]
        if entry.item.figure.split("/")[0] != folder:
            yield entry.row.problem(
                "figure",
                f"{entry.item.figure!r} does not belong to this folder",
                f"{folder}/<number>",
                "correct the id, or move the row",
            )
    for source in ledger.sources:
        folder = source.row.file.rpartition("/")[0]
        if source.item.document != folder:
            yield source.row.problem(
                "document",
                f"{source.item.document!r} is not the folder's name",
                folder,
                "give both the same name",
            )


@check
def regions_have_one_name_each(ledger: Ledger, texts: Texts) -> Iterator[Problem]:
    """No name, slug or code leads to two regions."""
    owners: dict[str, set[str]] = defaultdict(set)
    for entry in ledger.regions:
        for name in entry.item.names:
            owners[name.casefold()].add(entry.item.region)
    for entry in ledger.regions:
        for name in sorted(set(entry.item.names)):
            others = owners[name.casefold()] - {entry.item.region}
            if others:
                yield entry.row.problem(
                    "aliases",
                    f"the name {name!r} is also one of {listed(sorted(others))}",
                    "names that no other region has",
                    "drop or extend the name",
                )


@check
def names_can_be_drawn(ledger: Ledger, texts: Texts) -> Iterator[Problem]:
    """Every name of a definition has only characters that pictures can show.

    Elsewhere, in frames of one's own, a picture draws a substitute.
    """
    for entry in chain(ledger.regions, ledger.indicators, ledger.themes):
        for column in ("name_zh", "name_en"):
            lacking = undrawn(getattr(entry.item, column))
            if lacking:
                codes = ", ".join(f"U+{ord(character):04X}" for character in lacking)
                yield entry.row.problem(
                    column,
                    f"{getattr(entry.item, column)!r} holds {codes}, which pictures cannot show",
                    "characters that the font of pictures (Noto Sans SC) has",
                    "take out what has no width; write another form of a rare character",
                )


@check
def parents_contain_their_children(ledger: Ledger, texts: Texts) -> Iterator[Problem]:
    """A region whose code lies inside another's names that one as its parent."""
    by_code = {entry.item.adcode: entry.item.region for entry in ledger.regions}
    slugs = set(by_code.values())
    for entry in ledger.regions:
        code, parent = entry.item.adcode, entry.item.parent
        above = containing_code(code)
        expected = by_code.get(above)
        wrong = parent != expected if expected else parent in slugs
        if wrong:
            yield entry.row.problem(
                "parent",
                f"{parent!r} does not agree with adcode {code}",
                expected or f"the division {above or 'above'}, which is not among the regions",
                "correct the parent or the adcode",
            )


@check
def parents_are_one_division_each(ledger: Ledger, texts: Texts) -> Iterator[Problem]:
    """A parent that is not registered is one division, too: its children's codes say which."""
    registered = {entry.item.region for entry in ledger.regions}
    codes = {entry.item.adcode for entry in ledger.regions}
    slug_of: dict[str, Region] = {}
    code_of: dict[str, Region] = {}
    for entry in ledger.regions:
        region = entry.item
        above = containing_code(region.adcode)
        if not above or above in codes or region.parent in registered:
            continue
        sibling = slug_of.setdefault(above, region)
        other = code_of.setdefault(region.parent, region)
        province = divisions.of_slug(region.parent)
        inside = str(divisions.by_code().get(above, above))
        if sibling.parent != region.parent:
            allowed = f"{sibling.parent!r}, as {sibling.full_name_zh} has it, which lies there, too"
        elif containing_code(other.adcode) != above:
            allowed = f"the slug of {inside}; {region.parent!r} is where {other.full_name_zh} lies"
        elif province and province != region.adcode[:2] and above[:2] in divisions.PROVINCES:
            allowed = f"the slug of {inside}; {region.parent!r} is another province"
        else:
            continue
        yield entry.row.problem(
            "parent",
            f"{region.parent!r} does not agree with adcode {region.adcode}, which lies in {inside}",
            allowed,
            "correct the parent or the adcode",
        )


@check
def codes_are_those_of_the_list(ledger: Ledger, texts: Texts) -> Iterator[Problem]:
    """A code lies in its province, and one of the official list names what the list says."""
    for entry in ledger.regions:
        region = entry.item
        province = divisions.PROVINCES.get(region.adcode[:2])
        if province and region.province != province[0]:
            yield entry.row.problem(
                "province",
                f"{region.province!r}, while adcode {region.adcode} lies in {province[0]}",
                province[0],
                "correct the province or the adcode",
            )
        listed = divisions.by_code().get(region.adcode)
        if listed is None:
            continue
        if listed.name not in region.names:
            yield entry.row.problem(
                "adcode",
                f"{region.adcode} is the code of {listed}, not of {region.full_name_zh}",
                f"{listed.name}, which it was on {divisions.AS_OF}, or the code of "
                f"{region.full_name_zh}",
                "correct the name or the code; of a division renamed since then, "
                "give the former name among the aliases",
            )
        elif listed.level != region.level:
            yield entry.row.problem(
                "level",
                f"{region.level!r} for {listed}",
                listed.level,
                "correct the level or the adcode",
            )


@check
def actuals_are_not_later_than_the_document(ledger: Ledger, texts: Texts) -> Iterator[Problem]:
    """A document cannot report a year that had not come when it was written."""
    written = {entry.item.document: entry.item.written for entry in ledger.sources}
    for entry in ledger.figures:
        figure = entry.item
        limit = written.get(figure.document)
        if figure.kind == "actual" and limit is not None and figure.last_year > limit:
            yield entry.row.problem(
                "year",
                f"an actual of {figure.last_year} in a document of {limit}",
                f"{limit} or earlier for an actual",
                "correct the year, or the kind to target",
            )


@check
def printed_number_is_the_interval(ledger: Ledger, texts: Texts) -> Iterator[Problem]:
    """The interval is made of the numbers that the printed words say, or of the names listed."""
    for entry in ledger.figures:
        figure = entry.item
        said = printed_values(figure.printed)
        typed = [bound for bound in (figure.lo, figure.hi) if bound is not None]
        if not said and figure.worded:
            said = [*WORDED_VALUES, *listed_names(figure.printed)]
        if figure.comparator == "range":
            agrees = said == typed
        else:
            agrees = all(any(abs(value - bound) <= TOLERANCE for value in said) for bound in typed)
        if not agrees:
            todo = "correct lo, hi or the printed value"
            if looks_like_date(figure.printed):
                todo = "a spreadsheet turned the value into a date: type it again as text"
            yield entry.row.problem(
                "printed",
                f"{figure.printed!r} does not say lo={figure.lo}, hi={figure.hi}",
                "the numbers that the printed value says"
                + (f" ({', '.join(map(str, said))})" if said else ""),
                todo,
            )


@check
def worded_figures_print_no_digit(ledger: Ledger, texts: Texts) -> Iterator[Problem]:
    """``worded`` is true where, and only where, no Arabic digit prints the value."""
    for entry in ledger.figures:
        digits = bool(re.search(r"\d", entry.item.printed))
        if digits == entry.item.worded:
            yield entry.row.problem(
                "worded",
                f"worded={str(entry.item.worded).lower()} for {entry.item.printed!r}",
                "true where no digit is printed, else false",
                "correct worded or printed",
            )


_AFTER = {"以上": ">=", "及以上": ">=", "以内": "<=", "以下": "<=", "左右": "~", "余": ">"}
_BEFORE = {
    "不低于": ">=",
    "不少于": ">=",
    "至少": ">=",
    "超过": ">",
    "突破": ">",
    "不超过": "<=",
    "小于": "<",
    "≥": ">=",
    "≤": "<=",
    ">": ">",
    "<": "<",
}
PLAIN = "no words beside the number"


@check
def comparator_is_the_words_beside_the_number(ledger: Ledger, texts: Texts) -> Iterator[Problem]:
    """Words next to the number, such as 以上, say what the comparator says."""
    for entry in ledger.figures:
        said = _comparators_said(entry.item)
        if said and not said & {entry.item.comparator, PLAIN}:
            yield entry.row.problem(
                "comparator",
                f"{entry.item.comparator!r}, while the quote {entry.item.quote!r} says otherwise",
                " or ".join(sorted(said)),
                "correct the comparator and the interval, or shorten the quote",
            )


def _comparators_said(figure: Figure) -> set[str]:
    """Return what the words beside each occurrence of the value say; plain where none do."""
    after = "|".join(sorted(_AFTER, key=len, reverse=True))
    before = "|".join(sorted(_BEFORE, key=len, reverse=True))
    value = re.escape(figure.printed)
    if figure.printed[-1].isdigit():
        value = rf"(?<![\d.]){value}(?![\d.])"
    occurrence = rf"({before})?\s*{value}\s*(?:{re.escape(figure.unit)})?"
    occurrence += rf"\s*(?:({after}){WHOLE_BOUND})?"
    return {
        _BEFORE.get(match[1]) or _AFTER.get(match[2]) or PLAIN
        for match in re.finditer(occurrence, figure.quote)
    }


@check
def quotes_are_in_their_document(ledger: Ledger, texts: Texts) -> Iterator[Problem]:
    """Every quote is found, character by character, in the text of its document."""
    hashes = {entry.item.document: entry.item.sha256 for entry in ledger.sources}
    for entry in ledger.figures:
        text = texts.get(hashes.get(entry.item.document))
        if text is not None and not is_printed(text, entry.item.quote):
            yield quote_not_found(entry)


def quote_not_found(entry: Entry[Figure]) -> Problem:
    """Return the problem of a quote that its document does not print."""
    return entry.row.problem(
        "quote",
        f"{entry.item.quote!r} is not in the document",
        "words of the document, character by character; pieces of one paragraph, in order, "
        f"joined by {ELISION}",
        "copy the words again from the text",
    )


@check
def texts_have_the_stated_length(ledger: Ledger, texts: Texts) -> Iterator[Problem]:
    """The sidecar states the length of the text that its hash names."""
    for entry in ledger.sources:
        text = texts.get(entry.item.sha256)
        if text is not None and len(text) != entry.item.characters:
            yield entry.row.problem(
                "characters",
                f"{entry.item.characters} for a text of {len(text)} characters",
                str(len(text)),
                "correct the number",
            )


@check
def documents_plan_forward(ledger: Ledger, texts: Texts) -> Iterator[Problem]:
    """A plan's period begins before it ends."""
    for entry in ledger.sources:
        if entry.item.period_start > entry.item.period_end:
            yield entry.row.problem(
                "period_start",
                f"{entry.item.period_start} is after period_end {entry.item.period_end}",
                "period_start <= period_end",
                "correct one of them",
            )


@check
def observations_lie_within_natural_bounds(ledger: Ledger, texts: Texts) -> Iterator[Problem]:
    """An aligned value does not leave the floor and cap of its indicator."""
    for alignment, figure, indicator in _aligned(ledger):
        bounds = printed_interval(figure.item, alignment.item.factor)
        for value in bounds:
            below = value is not None and indicator.floor is not None and value < indicator.floor
            above = value is not None and indicator.cap is not None and value > indicator.cap
            if below or above:
                yield alignment.row.problem(
                    "factor",
                    f"{figure.item.figure} gives {value} {indicator.unit} as {indicator.indicator}",
                    f"{indicator.floor} to {indicator.cap}",
                    "correct the figure, the factor or the indicator",
                )
                break
    for benchmark in ledger.benchmarks:
        for entry in ledger.indicators:
            if entry.item.indicator == benchmark.item.indicator:
                yield from _benchmark_bounds(benchmark, entry.item)


@check
def printed_units_are_those_of_the_indicator(ledger: Ledger, texts: Texts) -> Iterator[Problem]:
    """A printed unit is one of the indicator's, and the factor is what lies between them."""
    for alignment, figure, indicator in _aligned(ledger):
        printed, name = figure.item.unit, indicator.indicator
        if not printed:
            continue  # nothing is printed that could contradict
        proxy = alignment.item.comparability == "proxy"
        factor = units.factor(printed, indicator.unit, proxy=proxy)
        if factor is None:
            yield figure.row.problem(
                "unit",
                f"{printed!r} for {name}, which is in {indicator.unit}",
                f"{' or '.join(filter(None, units.printed_as(indicator.unit)))}, "
                "with 万 or the like before it where the document prints it",
                "correct the unit, or the indicator in alignment.csv",
            )
        elif factor != alignment.item.factor:
            yield alignment.row.problem(
                "factor",
                f"{alignment.item.factor.normalize():f} turns {printed!r} into no {indicator.unit}",
                f"{factor.normalize():f}",
                "correct the factor, or the unit in figures.csv",
            )
        elif units.is_unclear(printed, indicator.unit) and not proxy:
            yield alignment.row.problem(
                "comparability",
                f"{figure.item.figure} prints {printed}, {name} is in {indicator.unit}",
                "proxy, since it is not clear which of the two is meant",
                "grade it as proxy",
            )


@check
def a_figure_measures_one_indicator(ledger: Ledger, texts: Texts) -> Iterator[Problem]:
    """A figure is exact or close to one indicator at most; more are stated proxies."""
    seen: dict[str, str] = {}
    for entry in ledger.alignments:
        alignment = entry.item
        if alignment.comparability == "proxy":
            continue
        first = seen.setdefault(alignment.figure, alignment.indicator)
        if first != alignment.indicator:
            yield entry.row.problem(
                "comparability",
                f"{alignment.figure} is {alignment.comparability} here and already "
                f"measures {first}",
                "proxy for every further indicator of a figure",
                "grade one of the two as proxy, or remove it",
            )


@check
def one_main_figure_per_observation(ledger: Ledger, texts: Texts) -> Iterator[Problem]:
    """Of several figures of one source for one indicator, year and kind, one is the main one.

    Of several sources the newest counts (:mod:`compare.ledger.superseding`).
    """
    groups: dict[tuple[object, ...], list[Entry[Alignment]]] = defaultdict(list)
    for alignment, figure, _ in _aligned(ledger):
        item = figure.item
        groups[item.document, *statement(alignment.item, item)].append(alignment)
    for entries in groups.values():
        mains = [entry for entry in entries if entry.item.use == "main"]
        if len(mains) == 1 or (not mains and not _are_whole(ledger, entries)):
            continue
        names = listed(sorted(entry.item.figure for entry in entries))
        what = "no main figure" if not mains else f"{len(mains)} main figures"
        yield (mains or entries)[-1].row.problem(
            "use",
            f"{what} among {names} for {entries[0].item.indicator}",
            "exactly one main, the others alternative",
            "choose one, and say why in its reason",
        )


@check
def one_source_is_the_newest(ledger: Ledger, texts: Texts) -> Iterator[Problem]:
    """Of sources that state the same for one region it can be told which is the newest."""
    sources = {entry.item.document: entry for entry in ledger.sources}
    stated: dict[tuple[object, ...], set[str]] = defaultdict(set)
    for alignment, figure, indicator in _aligned(ledger):
        if source := sources.get(figure.item.document):
            key = (source.item.region, *topic(alignment.item, figure.item, indicator))
            stated[*key, source.item.age].add(source.item.document)
    told: set[frozenset[str]] = set()
    for (_, name, year, kind, *_), documents in stated.items():
        if len(documents) > 1 and documents not in told:
            told.add(frozenset(documents))
            first, *others = sorted(documents)
            yield sources[first].row.problem(
                "issued",
                f"{first} is as old as {listed(others)}, and both state {name}, {kind}"
                + (f" {year}" if year else ""),
                "a day of issue, or else as_of, that tells which is the newer: that one counts",
                "fill in issued or as_of of both",
            )


@check
def editions_stand_in_one_series(ledger: Ledger, texts: Texts) -> Iterator[Problem]:
    """A series is of one region, and each of its editions is one source."""
    first: dict[str, Entry[Source]] = {}
    seen: dict[tuple[str | None, str], str] = {}
    for entry in ledger.sources:
        source = entry.item
        if not source.series:
            continue
        other = first.setdefault(source.series, entry).item
        if other.region != source.region:
            yield entry.row.problem(
                "series",
                f"{source.series!r} of {source.region} is also a series of {other.region}",
                "a series of one region",
                "correct the series or the region",
            )
        twin = seen.setdefault((source.series, source.edition), source.document)
        if twin != source.document:
            yield entry.row.problem(
                "edition",
                f"{source.edition!r} of {source.series} is also {twin}",
                "an edition that no other source of the series has",
                "correct the edition or the series",
            )


@check
def schemes_stay_in_their_province(ledger: Ledger, texts: Texts) -> Iterator[Problem]:
    """A provincial scheme is not aligned to a region of another province."""
    region_of = {entry.item.document: entry.item.region for entry in ledger.sources}
    province_of = {entry.item.region: entry.item.province for entry in ledger.regions}
    for alignment, figure, indicator in _aligned(ledger):
        province = province_of.get(region_of.get(figure.item.document, ""))
        if indicator.only_in and province and province != indicator.only_in:
            yield alignment.row.problem(
                "indicator",
                f"{indicator.indicator} exists only in {indicator.only_in}, the figure is "
                f"from {province}",
                f"figures from {indicator.only_in}",
                "remove the row",
            )


@check
def indicators_keep_to_their_level(ledger: Ledger, texts: Texts) -> Iterator[Problem]:
    """An indicator of counties, or of prefecture cities, is not aligned to the other kind.

    What a city states of each of its counties is about counties.
    """
    region_of = {entry.item.document: entry.item.region for entry in ledger.sources}
    level_of = {entry.item.region: entry.item.level for entry in ledger.regions}
    for alignment, figure, indicator in _aligned(ledger):
        level = level_of.get(region_of.get(figure.item.document, ""))
        of_counties = indicator.only_level == "county" and figure.item.scope == "each-county"
        if level and not indicator.applies_to(level) and not of_counties:
            yield alignment.row.problem(
                "indicator",
                f"{indicator.indicator} applies only to level {indicator.only_level}, the figure "
                f"is from a {level}",
                f"figures from level {indicator.only_level}",
                "remove the row",
            )


def _repeated(entries: Iterable[Entry[Typed]], *names: str) -> Iterator[Problem]:
    entries = list(entries)
    keys = [tuple(getattr(entry.item, name) for name in names) for entry in entries]
    counts = Counter(keys)
    for entry, key in zip(entries, keys, strict=True):
        if counts[key] > 1:
            yield entry.row.problem(
                names[-1],
                f"{' / '.join(map(str, key))!r} stands in {counts[key]} rows",
                "a value that no other row has",
                "remove or rename the duplicate",
            )


def _are_whole(ledger: Ledger, entries: Iterable[Entry[Alignment]]) -> bool:
    """Tell whether no row of these documents is missing that could be the main one."""
    documents = {entry.row.file.rpartition("/")[0] for entry in entries}
    tables = [f"{name}/{table}" for name in documents for table in ("figures", "alignment")]
    return all(map(ledger.is_whole, tables))


def _dangling(
    ledger: Ledger, entries: Iterable[Entry[Typed]], column: str, known: set[str], table: str
) -> Iterator[Problem]:
    if table in ledger.unread:
        return  # what stands in it cannot be told; that is its own problem
    known = known | ledger.keys(table, column)
    for entry in entries:
        value = getattr(entry.item, column)
        if value not in known:
            near = difflib.get_close_matches(value, known, n=1)
            article = "an" if column[0] in "aeiou" else "a"
            allowed = f"{article} {column} of {table}.csv" + (
                f", such as {near[0]}" if near else ""
            )
            yield entry.row.problem(
                column, f"{value!r} does not exist", allowed, "correct or add it"
            )


def _aligned(
    ledger: Ledger,
) -> Iterator[tuple[Entry[Alignment], Entry[Figure], Indicator]]:
    figures = {entry.item.figure: entry for entry in ledger.figures}
    indicators = {entry.item.indicator: entry.item for entry in ledger.indicators}
    for alignment in ledger.alignments:
        figure = figures.get(alignment.item.figure)
        indicator = indicators.get(alignment.item.indicator)
        if figure and indicator:
            yield alignment, figure, indicator


def _benchmark_bounds(entry: Entry[Bounded], indicator: Indicator) -> Iterator[Problem]:
    for column, value in (("lo", entry.item.lo), ("hi", entry.item.hi)):
        if value is None:
            continue
        below = indicator.floor is not None and value < indicator.floor
        above = indicator.cap is not None and value > indicator.cap
        if below or above:
            yield entry.row.problem(
                column,
                f"{value} is outside the bounds of {indicator.indicator}",
                f"{indicator.floor} to {indicator.cap}",
                "correct the value",
            )
