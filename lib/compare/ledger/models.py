"""The rows that people type, one model per file of data/raw.

Each field's description says what is allowed; it becomes part of the message when a cell
is wrong. What a single row can tell is checked here; what takes the documents or other
rows is checked in :mod:`compare.checks`.
"""

from __future__ import annotations

import datetime
import re
from decimal import Decimal
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from compare.ledger.texts import ELISION, pieces

Comparator = Literal["=", ">=", ">", "<=", "<", "~", "range"]
Kind = Literal["actual", "target"]
YearBasis = Literal["printed", "implied"]
Scope = Literal["region", "each-county", "each-township", "each-school", "each-person", "part"]
Comparability = Literal["exact", "close", "proxy"]
EveryYear = Literal["keep", "every-year"]
"""How a value holds in every year: one level to be kept, or so much in each of the years."""

Use = Literal["main", "alternative"]
"""What is typed of a figure within its own source; that a newer one supersedes it is told."""

SourceType = Literal[
    "plan",
    "points",
    "action-plan",
    "bulletin",
    "work-report",
    "evaluation",
    "press",
    "standard",
    "table",
]
Level = Literal["province", "prefecture-city", "county-city", "district", "county"]
COUNTY_LEVEL = ("county", "county-city", "district")
"""Levels of one rank: a district, and a city below a prefecture, are like a county."""


def as_it_counts(column: str, cell: Any) -> Any:
    """Return a cell of a region as it counts in a comparison: a district is like a county.

    Examples
    --------
    >>> as_it_counts("level", "district"), as_it_counts("level", "province")
    ('county', 'province')
    """
    return COUNTY_LEVEL[0] if column == "level" and cell in COUNTY_LEVEL else cell


Direction = Literal["higher", "lower", "neutral"]

QUOTE_LENGTH = 45
"""Longest quote, in characters, what is elided left out: never whole sentences."""

FIRST_YEAR, LAST_YEAR = 1990, 2060
LARGEST = 10**12
"""No figure and no factor is larger; beyond it arithmetic overflows."""
SLUG = r"^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$"

Slug = Annotated[str, Field(pattern=SLUG)]
Text = Annotated[str, Field(min_length=1)]
Number = Annotated[Decimal, Field(allow_inf_nan=False, ge=-LARGEST, le=LARGEST)]
Year = Annotated[int, Field(ge=FIRST_YEAR, le=LAST_YEAR)]

_YEAR = f"a year from {FIRST_YEAR} to {LAST_YEAR}, or empty"
_NUMBER = "a plain number, or empty"


def _truth(value: Any) -> Any:
    """Read TRUE and false as spreadsheets write them; leave the rest to fail."""
    return {"true": True, "false": False}.get(str(value).lower(), value)


Truth = Annotated[bool, BeforeValidator(_truth), Field(strict=True)]

_STATES = {
    "confirmed": ("已确认", "确认", "接受"),
    "proposed": ("待确认",),
    "rejected": ("已拒绝", "拒绝"),
}
_STATE_WORDS = {word: state for state, words in _STATES.items() for word in (state, *words)}


def state_of(typed: str) -> str:
    """Return the state that a word of either language names; other words as they are."""
    return _STATE_WORDS.get(typed.strip().lower(), typed)


State = Annotated[
    Literal["", "confirmed", "proposed", "rejected"],
    BeforeValidator(lambda value: state_of(value) if isinstance(value, str) else value),
]


class Typed(BaseModel):
    """A typed row: no unknown column, empty cells are absent values."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    @model_validator(mode="before")
    @classmethod
    def _empty_is_absent(cls, cells: Any) -> Any:
        if not isinstance(cells, dict):
            return cells
        return {name: value for name, value in cells.items() if value != ""}


class Bounded(Typed):
    """A comparator and the interval that it stands for."""

    comparator: Comparator = Field(description="= >= > <= < ~ range")
    lo: Number | None = Field(None, description=_NUMBER)
    hi: Number | None = Field(None, description=_NUMBER)

    @model_validator(mode="after")
    def _interval_agrees(self) -> Bounded:
        lo, hi, comparator = self.lo, self.hi, self.comparator
        agrees = {
            "=": lo is not None and lo == hi,
            "~": lo is not None and lo == hi,
            ">=": lo is not None and hi is None,
            ">": lo is not None and hi is None,
            "<=": lo is None and hi is not None,
            "<": lo is None and hi is not None,
            "range": lo is not None and hi is not None and lo < hi,
        }[comparator]
        if not agrees:
            raise _row_error(
                "lo",
                f"the interval lo={_shown(lo)}, hi={_shown(hi)} does not agree with the "
                f"comparator {comparator!r}",
                "= and ~: lo equals hi; >= and >: lo alone; <= and <: hi alone; range: lo < hi",
                "correct lo, hi or the comparator",
            )
        return self


class Figure(Bounded):
    """One number as printed, with the words that print it."""

    figure: str = Field(
        pattern=r"^[a-z][a-z0-9]*(?:-[a-z0-9]+)*/[0-9]{3,}$",
        description="<document>/<number>, e.g. fushun-14fyp/017",
    )
    label: Text = Field(description="the indicator's name as printed")
    quote: Text = Field(
        description=f"the words that print the value, at most {QUOTE_LENGTH} characters, "
        f"verbatim; pieces of one paragraph joined by {ELISION}"
    )
    locator: Text = Field(description="section, item or table row")
    printed: Text = Field(description="the value as printed, without its unit")
    unit: str = Field("", description="the unit as printed, or empty")
    year: Year | None = Field(None, description=_YEAR)
    year_start: Year | None = Field(None, description=_YEAR)
    year_end: Year | None = Field(None, description=_YEAR)
    year_basis: YearBasis = Field(description="printed or implied")
    kind: Kind = Field(description="actual or target")
    scope: Scope = Field(description=", ".join(Scope.__args__))  # type: ignore[attr-defined]
    worded: Truth = Field(description="true or false")
    note: str = Field("", description="free text, or empty")
    label_en: str = Field("", description="the label in English, or empty")
    every_year: EveryYear | None = Field(
        None,
        description="keep (保持, 巩固: a level to be kept), every-year (每年: so much a year), "
        "or empty",
    )
    state: State = Field(
        "", description="empty, confirmed (已确认), proposed (待确认) or rejected (已拒绝)"
    )

    @property
    def document(self) -> str:
        """The document that prints the figure."""
        return self.figure.split("/")[0]

    @property
    def last_year(self) -> int:
        """The year itself, or the last year of the period."""
        year = self.year if self.year is not None else self.year_end
        assert year is not None  # the validator below requires one of the two
        return year

    @model_validator(mode="after")
    def _one_year_or_one_period(self) -> Figure:
        start, end = self.year_start, self.year_end
        whole_period = start is not None and end is not None and start <= end
        no_period = start is None and end is None
        right = no_period if self.year is not None else whole_period
        if not right:
            raise _row_error(
                "year",
                f"year={_shown(self.year)}, year_start={_shown(start)}, year_end={_shown(end)}",
                "either year alone, or year_start and year_end with start <= end",
                "fill one and leave the other empty",
            )
        return self

    @model_validator(mode="after")
    def _quote_is_short(self) -> Figure:
        parts = pieces(self.quote)
        length = sum(map(len, parts))
        if length > QUOTE_LENGTH or not all(parts):
            raise _row_error(
                "quote",
                f"{length} characters" if all(parts) else f"nothing on one side of {ELISION}",
                f"at most {QUOTE_LENGTH} characters, {ELISION} left out, and words on both "
                "sides of it",
                "shorten the quote to the words that print the value",
            )
        return self

    @model_validator(mode="after")
    def _printed_in_quote(self) -> Figure:
        if not any(self.printed in piece for piece in pieces(self.quote)):
            raise _row_error(
                "printed",
                f"the value {self.printed!r} is not in its quote {self.quote!r}",
                "the value exactly as the quote prints it",
                "correct the value or the quote",
            )
        return self


class Alignment(Typed):
    """A figure tied to a shared indicator: our judgement, with its reason."""

    figure: Text = Field(description="a figure of the same document")
    indicator: Text = Field(description="an indicator of definitions/indicators.csv")
    factor: Annotated[Decimal, Field(gt=0, le=LARGEST, allow_inf_nan=False)] = Field(
        description="what the printed number is multiplied by, above 0, usually 1"
    )
    comparability: Comparability = Field(description="exact, close or proxy")
    reason: Text = Field(description="one sentence that says why")
    reason_en: str = Field("", description="the reason in English, or empty")
    use: Use = Field(description="main or alternative")
    after_break: Truth = Field(
        False,
        description="true where the concept may be another than that of the region's earlier "
        "figures, else empty",
    )


class Region(Typed):
    """A region that publishes documents."""

    region: Slug = Field(description="a slug in pinyin, e.g. xiangshan")
    name_zh: Text = Field(description="short Chinese name")
    name_en: Text = Field(description="English name")
    full_name_zh: Text = Field(description="full Chinese name")
    level: Level = Field(description=", ".join(Level.__args__))  # type: ignore[attr-defined]
    parent: Slug = Field(description="slug of the region that contains it")
    province: Text = Field(description="Chinese name of the province")
    adcode: Annotated[str, Field(pattern=r"^[1-8][0-9]{5}$")] = Field(
        description="six digits of GB/T 2260"
    )
    aliases: str = Field("", description="other names, separated by |")

    @property
    def names(self) -> tuple[str, ...]:
        """Everything that the region may be called."""
        others = tuple(alias for alias in self.aliases.split("|") if alias)
        return (self.region, self.name_zh, self.full_name_zh, self.name_en, self.adcode, *others)


class Theme(Typed):
    """What indicators are shown under."""

    theme: Slug = Field(description="a slug")
    name_zh: Text = Field(description="Chinese name")
    name_en: Text = Field(description="English name")
    order: Annotated[int, Field(ge=1)] = Field(description="a whole number from 1: its place")
    words: str = Field(
        "", description="words of names that suggest it, joined by |; the first row that fits"
    )


class Indicator(Typed):
    """A shared indicator, defined once."""

    indicator: Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$")] = Field(
        description="snake_case name"
    )
    theme: Slug = Field(description="a theme of definitions/themes.csv")
    name_zh: Text = Field(description="Chinese name")
    name_en: Text = Field(description="English name")
    definition_zh: Text = Field(description="one sentence in Chinese")
    definition_en: Text = Field(description="one sentence in English")
    numerator: Text = Field(description="what is counted, in Chinese")
    denominator: str = Field("", description="out of what, in Chinese; empty for counts")
    unit: Text = Field(description="%, 个, coefficient, year, ...")
    direction: Direction = Field(description="higher, lower or neutral")
    floor: Number | None = Field(None, description="smallest possible value, or empty")
    cap: Number | None = Field(None, description="largest possible value, or empty")
    rankable: Truth = Field(description="true or false")
    only_in: str = Field("", description="province whose scheme it is, or empty")
    only_level: Literal["county", "prefecture-city"] | None = Field(
        None, description="county, prefecture-city or empty"
    )
    note: str = Field("", description="free text in Chinese, or empty")
    note_en: str = Field("", description="the note in English, or empty")
    caution: str = Field(
        "", description="what must be said beside its numbers, in a few Chinese words, or empty"
    )
    caution_en: str = Field("", description="the caution in English, or empty")
    caution_between: Truth = Field(
        False,
        description="true where the caution tells how regions differ, and so nothing of one "
        "alone, else empty",
    )

    def applies_to(self, level: Level) -> bool:
        """Tell whether regions of a level can have it; a district counts as a county."""
        if self.only_level == "county":
            return level in COUNTY_LEVEL
        return self.only_level is None or level == self.only_level

    @model_validator(mode="after")
    def _bounds_in_order(self) -> Indicator:
        if self.floor is not None and self.cap is not None and self.floor >= self.cap:
            raise _row_error(
                "floor",
                f"floor {self.floor} is not below cap {self.cap}",
                "floor < cap",
                "correct one of them",
            )
        return self

    @model_validator(mode="after")
    def _neutral_is_not_ranked(self) -> Indicator:
        if self.rankable and self.direction == "neutral":
            raise _row_error(
                "rankable",
                "a neutral indicator cannot be ranked",
                "false where direction is neutral",
                "set rankable to false, or give a direction",
            )
        return self


class Term(Typed):
    """Words by which an indicator is known in a text, or mistaken."""

    indicator: Text = Field(description="an indicator of definitions/indicators.csv")
    term: Text = Field(
        description="words; parts separated by spaces, alternatives by |; a number for years"
    )
    role: Literal["term", "synonym", "negative", "harmless", "years"] = Field(
        description="term, synonym, negative, harmless or years"
    )
    note: str = Field("", description="why, in one sentence, or empty")

    @cached_property
    def parts(self) -> tuple[tuple[str, ...], ...]:
        """The parts that have to stand in a label in this order, each with its alternatives."""
        return tuple(tuple(part.split("|")) for part in self.term.split())

    @model_validator(mode="after")
    def _parts_have_words(self) -> Term:
        if any(not word for part in self.parts for word in part):
            raise _row_error(
                "term",
                f"{self.term!r} has an empty alternative",
                "words on both sides of each |",
                "remove the |, or write the missing words",
            )
        return self

    @model_validator(mode="after")
    def _years_are_a_number(self) -> Term:
        if self.role == "years" and not re.fullmatch(r"[1-9][0-9]?", self.term):
            raise _row_error(
                "term",
                f"{self.term!r} is no number of years",
                "a whole number from 1 to 99 where the role is years",
                "correct the number, or the role",
            )
        return self


class Benchmark(Bounded):
    """A reference value, with its operator and its rule."""

    benchmark: Slug = Field(description="a slug")
    indicator: Text = Field(description="an indicator of definitions/indicators.csv")
    scope: Literal["national", "provincial"] = Field(description="national or provincial")
    adcode: Annotated[str, Field(pattern=r"^([1-9][0-9]0000)?$")] = Field(
        "", description="the code of the province whose line it is (330000), or empty: the nation's"
    )
    year: Year | None = Field(None, description=_YEAR)
    base_year: Year | None = Field(
        None, description="of a target, the last year before its plan, or empty"
    )
    kind: Literal["standard", "actual", "target"] = Field(description="standard, actual or target")
    rule: Text = Field(description="number or title of the rule or document")
    rule_en: str = Field("", description="its title in English, or empty")
    rule_title: str = Field("", description="its own title in full, or empty")
    rule_issuer: str = Field("", description="who issued it, or empty")
    rule_issued: Annotated[str, Field(pattern=r"^([12][0-9]{3}(-[01][0-9](-[0-3][0-9])?)?)?$")] = (
        Field("", description="when: 2021-12-31, or as much of it as is known, or empty")
    )
    remark: str = Field("", description="free text in Chinese, or empty")
    remark_en: str = Field("", description="the remark in English, or empty")
    each: Truth = Field(
        False, description="true where each of several components must keep to it, else empty"
    )
    assessed: Literal["county"] | None = Field(
        None, description="county where counties are assessed by it one by one, else empty"
    )


class Inconsistency(Typed):
    """Figures of one document that do not agree with each other, as a reader found."""

    figures: Text = Field(description="figures of the same document, separated by spaces")
    remark: Text = Field(description="what does not agree, in a few Chinese words")
    remark_en: Text = Field(description="the remark in English")


class Source(Typed):
    """Where a document comes from: the sidecar of one folder."""

    document: Slug = Field(description="the name of the folder")
    region: Slug = Field(description="a region of definitions/regions.csv")
    title: Text = Field(description="the document's title")
    number: str = Field("", description="document number, or empty")
    issuer: Text = Field(description="who issued it")
    issued: datetime.date | None = Field(None, description="a date (2022-05-18), or empty")
    period_start: Year = Field(description="first year that the document plans for")
    period_end: Year = Field(description="last year that the document plans for")
    publisher: str = Field("", description="where the text was published, or empty")
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")] | None = Field(
        None, description="SHA-256 of the text file, 64 hexadecimal digits; empty with text: none"
    )
    characters: Annotated[int, Field(gt=0)] | None = Field(
        None, description="length of the text; empty with text: none"
    )
    note: str = Field("", description="free text, or empty")
    type: SourceType | None = Field(
        None,
        description=", ".join(SourceType.__args__) + ", or empty",  # type: ignore[attr-defined]
    )
    series: Slug | None = Field(
        None, description="a slug shared by the editions of one document, or empty"
    )
    edition: str = Field("", description="which of its series: 14, 2025; empty without a series")
    as_of: datetime.date | None = Field(
        None, description="the date that its outcomes are of (2025-12-31), or empty"
    )
    url: Annotated[str, Field(pattern=r"^(https?://\S+)?$")] = Field(
        "", description="the address where it was published (https://…), or empty"
    )
    text: Literal["", "none"] = Field(
        "", description="none where no text was kept: quotes are label and number; else empty"
    )
    title_en: str = Field("", description="the title in English, or empty")

    @property
    def written(self) -> int:
        """The last year that the document can report on."""
        day = self.issued or self.as_of
        return day.year if day else self.period_start

    @property
    def age(self) -> tuple[datetime.date, datetime.date]:
        """What tells the newer of two sources: the day of issue, then what it speaks of.

        Without a day of issue it is the day that the source speaks of; without either, the
        last day of the first year: the source was issued in it, nobody knows when.
        """
        unknown = datetime.date(self.period_start, 12, 31)
        return self.issued or self.as_of or unknown, self.as_of or datetime.date.min

    @model_validator(mode="after")
    def _a_text_or_none(self) -> Source:
        given = self.sha256 is not None, self.characters is not None
        if given != (self.text == "",) * 2:
            stands = "text: none" if self.text else "no text: none"
            raise _row_error(
                "text" if self.text else "characters" if given[0] else "sha256",
                f"{stands}, while sha256 is {_shown(self.sha256)} and characters is "
                f"{_shown(self.characters)}",
                "sha256 and characters of the text, or text: none without either",
                "fill in both, or write text: none where no text is kept",
            )
        return self

    @model_validator(mode="after")
    def _speaks_of_what_has_been(self) -> Source:
        if self.issued and self.as_of and self.as_of > self.issued:
            raise _row_error(
                "as_of",
                f"{self.as_of} is after issued {self.issued}",
                "as_of no later than issued",
                "correct one of the two dates",
            )
        return self

    @model_validator(mode="after")
    def _edition_of_a_series(self) -> Source:
        if bool(self.series) != bool(self.edition):
            raise _row_error(
                "edition" if self.edition else "series",
                f"series is {_shown(self.series)}, edition is {self.edition or 'empty'}",
                "both, or neither: the series, and which of its editions this is",
                "fill in the other, or empty both",
            )
        return self


def _shown(value: object) -> str:
    return "empty" if value is None else str(value)


def _row_error(column: str, what: str, allowed: str, todo: str) -> PydanticCustomError:
    return PydanticCustomError(
        "row", "{what}", {"column": column, "what": what, "allowed": allowed, "todo": todo}
    )


def columns(model: type[Typed]) -> list[str]:
    """Return the columns that a model's file must have, in the order in which people type them."""
    order = _COLUMN_ORDER.get(model.__name__, "")
    names = re.split(r",\s*", order) if order else list(model.model_fields)
    return [name for name in names if name not in optional_columns(model)]


def optional_columns(model: type[Typed]) -> tuple[str, ...]:
    """Return the columns that a model's file may leave out."""
    return _OPTIONAL.get(model.__name__, ())


_OPTIONAL = {
    "Figure": ("label_en", "every_year", "state"),
    "Alignment": ("after_break",),
    "Indicator": ("caution", "caution_en", "caution_between"),
    "Benchmark": (
        *("adcode", "base_year", "rule_en", "rule_title", "rule_issuer", "rule_issued"),
        *("each", "assessed"),
    ),
    "Source": ("type", "series", "edition", "as_of", "url", "text", "title_en"),
}

_COLUMN_ORDER = {
    "Figure": "figure, label, quote, locator, printed, comparator, lo, hi, unit, year, "
    "year_start, year_end, year_basis, kind, scope, worded, note",
    "Benchmark": "benchmark, indicator, scope, year, kind, comparator, lo, hi, rule, "
    "remark, remark_en",
}
