"""Rows of own tables accounted for: which are of regions, and what each of the others is."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Any

import polars as pl

from compare.errors import DataError, FrameError, Problem, listed
from compare.ledger.names import normal_name
from compare.ledger.totals import is_total
from compare.sources.panel.cells import plain_text
from compare.sources.panel.heads import is_about, is_bracketed, is_unit_alone, year_in
from compare.sources.panel.nations import wholes_among
from compare.sources.panel.opening import ROW, Sheet
from compare.sources.panel.roles import Roles
from compare.sources.panel.wholes import WHOLE

_NOTE = re.compile(
    r"(?:注|说明|备注|资料来源|数据来源|来源|附注|notes?|sources?|©|\*|"
    r"(?:last |data )?(?:updated|revised|released|accessed|retrieved|downloaded|extracted)|"
    r"data sources?|quellen?|fuentes?|fonte|источник|примечани[ея])"
    r"(?:[0-9]|$|[^A-Za-z0-9]).*",
    re.IGNORECASE | re.DOTALL,
)
_PART = re.compile(
    r"(?:其中|#|(?:of which|в том числе|davon|darunter|dont|de los cuales|di cui)\b)\s*[:：]?.*",
    re.IGNORECASE,
)
WHAT = pl.Enum(["title", "head", "measure", "blank", "note", "total", "part", "region", "whole",
                "left out"])  # fmt: skip
"""What a row may be; of a table whose columns are regions a row is a measure, and each column is
what a row is elsewhere."""


def sorted_rows(
    sheet: Sheet, roles: Roles, wholes: Collection[str] = ()
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return the rows of regions, and what every row of the sheet is.

    Parameters
    ----------
    sheet : Sheet
        The table.
    roles : Roles
        Which column is what.
    wholes : collection of str
        What was told to be wholes of others: a row of such a name (全省) is no total, for its
        values are asked for. An empty one is a row without a name.

    Returns
    -------
    regions : polars.DataFrame
        Rows of the sheet.
    accounts : polars.DataFrame
        row, what (title, head, blank, note, total, part or region) and text.

    Raises
    ------
    DataError
        If a row has values and no region.
    FrameError
        If another table of the same head stands below the first.
    """
    frame = sheet.frame
    # the name says what a row is: 合计 of a city is no region, whatever the city's column says
    columns = (roles.name, roles.region, roles.parent)
    names = [head.letters for head in columns if head is not None]
    texts = frame.select(
        pl.col(ROW), *(pl.col(name).cast(pl.String).fill_null("").alias(name) for name in names)
    )
    said = texts.with_columns(
        said=pl.coalesce(*(pl.when(pl.col(n) != "").then(pl.col(n)) for n in names))
    )["said"]
    kinds = {
        text: "region" if text in wholes else _kind(text, sheet, roles)
        for text in said.unique().drop_nulls().to_list()
    }
    what = said.replace_strict(
        list(kinds), list(kinds.values()), default="blank", return_dtype=WHAT
    ).alias("what")
    if "" in wholes:
        what = what.set(what == "blank", "whole")
    empty = frame.select(_are_empty(sheet, roles).alias("empty"))["empty"]
    marked = pl.DataFrame({ROW: frame[ROW], "what": what, "said": said, "empty": empty})
    marked = marked.with_columns(
        what=pl.when((pl.col("what") == "note") & ~pl.col("empty"))
        .then(pl.lit("region"))
        .otherwise("what")
    )
    marked = _told_by_others(_with_titles(_with_heads(marked, sheet, roles)), sheet, roles)
    nameless = marked.filter((pl.col("what") == "blank") & ~pl.col("empty"))
    if nameless.height:
        raise DataError([
            Problem(
                sheet.file or sheet.name, row, roles.identity[-1].text,
                "the row has values and no region", "a name or a code in every row",
                "fill it in, say fill_down=True where the name above is meant (a merged cell holds "
                "its text in the first row alone) or wholes=[''] where no name means all regions, "
                "or take the row out",
            )
            for row in nameless[ROW].to_list()
        ])  # fmt: skip
    above = pl.DataFrame(
        list(sheet.before),
        schema={"row": pl.Int64, "what": WHAT, "text": pl.String},
        orient="row",
    )
    _refuse_totals_alone(marked, sheet)
    accounts = marked.select(row=pl.col(ROW), what="what", text=pl.col("said").fill_null(""))
    regions = marked["what"] == "region"
    kept = frame if regions.all() else frame.filter(regions)
    return kept, pl.concat([above, accounts])


def _refuse_totals_alone(marked: pl.DataFrame, sheet: Sheet) -> None:
    """Refuse a table most of whose rows are totals: another column tells what they are of."""
    there = marked.filter(~pl.col("empty"))
    totals = there.filter(pl.col("what") == "total")
    regions = there.filter(pl.col("what") == "region").height
    if regions and totals.height > regions:
        names = totals["said"].unique(maintain_order=True).to_list()
        raise FrameError(
            f"{sheet.file or 'the frame'}: {totals.height} of {there.height} rows are of "
            f"{listed(names, 3)}, which is a total, and {regions} of regions; do: "
            f"wholes={names[:3]!r} to have them read apart, or name='<column>' if another column "
            "tells the regions"
        )


def _with_heads(marked: pl.DataFrame, sheet: Sheet, roles: Roles) -> pl.DataFrame:
    """Tell the rows that repeat the head, and refuse those that begin another table.

    A table of other columns below the first would be read as more rows of it.
    """
    if not sheet.file:
        return marked
    heads = [one.value for one in roles.measures]
    texts = sheet.frame.select(pl.col(ROW), *(pl.col(h.letters).cast(pl.String) for h in heads))
    same = pl.all_horizontal([pl.col(h.letters) == h.text for h in heads])
    again = texts.filter(same)[ROW] if len(heads) > 1 else texts[ROW].head(0)
    is_again = pl.col(ROW).is_in(again.implode()) & (pl.col("what") == "region")
    marked = marked.with_columns(what=pl.when(is_again).then(pl.lit("head")).otherwise("what"))
    below = texts.join(marked.filter(pl.col("what") == "head"), on=ROW, how="semi")
    others = [
        Problem(
            sheet.file, row[ROW], head.text, f"another table begins, of {row[head.letters]!r}",
            "one table in a sheet", "put it into a sheet or a file of its own",
        )
        for row in below.to_dicts()
        for head in heads
        if row[head.letters] and normal_name(row[head.letters]) not in normal_name(head.text)
    ]  # fmt: skip
    if others:
        raise DataError(others)
    _refuse_another_title(marked, sheet, roles)
    return marked


def _with_titles(marked: pl.DataFrame) -> pl.DataFrame:
    """Tell what stands right above a head that is repeated: a title, and no region."""
    above = (pl.col("what") == "region") & pl.col("empty") & (pl.col("what").shift(-1) == "head")
    return marked.with_columns(what=pl.when(above).then(pl.lit("title")).otherwise("what"))


def _refuse_another_title(marked: pl.DataFrame, sheet: Sheet, roles: Roles) -> None:
    """Refuse a second table of the same head, of which its title alone says what it holds.

    A head is repeated on every page, too, under the same title, a number or a part of the
    country: these are other regions, under names that say all.
    """
    if not (marked["what"] == "head").any():
        return
    first = {_plain_title(text) for _, what, text in sheet.before if what == "title"}
    kinds = list(marked.select(ROW, "what", "said", "empty").iter_rows())
    for place, (row, what, _, _) in enumerate(kinds):
        if what != "head":
            continue
        lines = _lines_above(kinds[:place], row)
        others = [text for text in lines if _plain_title(text) not in {*first, ""}]
        if others and _are_two_tables(marked, roles, row, others):
            raise FrameError(
                f"{sheet.file}: another table begins in row {row}, with the same head and another "
                f"title ({' '.join(others)!r}); do: put each table into a sheet or a file of its "
                "own, or all into one with a column that says what the titles say"
            )


def _lines_above(rows: Sequence[tuple[Any, ...]], head: int) -> list[str]:
    """Return the lines right above a repeated head, up to a row of values or a blank one."""
    found: list[str] = []
    for row, what, said, empty in reversed(rows):
        if not empty or (found and row < head - 1):
            break
        if what in ("region", "title"):
            found.insert(0, said)
        head = row
    return found


def _plain_title(text: str) -> str:
    """Return a title without the number of its table and without a word that it goes on."""
    if is_unit_alone(text) or is_about(text) or is_bracketed(text):
        return ""
    return _NUMBERED.sub("", plain_text(text)).strip(" .:()-")


_NUMBERED = re.compile(
    r"^(?:table|tab\.?|tabelle|tableau|tabla|续?表)\s*[0-9][\w.-]*|\(?\b(?:continued|cont['’.]?d?\.?|"
    r"suite|forts(?:etzung|\.))\)?$|\(?续表?\)?\s*[0-9]*$|^续表?\s*[0-9]*"
)


def _are_two_tables(marked: pl.DataFrame, roles: Roles, head: int, titles: Collection[str]) -> bool:
    """Tell whether rows below a head are of another table: its names or its regions say so."""
    if any(not one.indicator and not roles.indicator for one in roles.measures):
        return True  # the columns are years: the title says what they hold
    if any(not one.value.name and one.value.year for one in roles.measures):
        return not roles.indicator
    dated = roles.year is not None or all(one.value.year for one in roles.measures)
    if not dated and any(map(year_in, titles)):
        return True
    regions = marked.filter(pl.col("what") == "region")
    above, below = (regions.filter(pl.col(ROW) < head), regions.filter(pl.col(ROW) > head))
    return roles.year is None and bool(set(above["said"]) & set(below["said"]))


def _told_by_others(marked: pl.DataFrame, sheet: Sheet, roles: Roles) -> pl.DataFrame:
    """Return what rows are that their own columns do not tell: totals and remarks."""
    what, empty = pl.col("what"), pl.col("empty")
    blank = marked.filter(what == "blank")
    if blank.height:
        rows = sheet.frame.join(blank.select(ROW), on=ROW, how="semi")
        totals = rows.filter(_say_total(rows, sheet, roles))[ROW]
        filled = rows.filter(_number_filled(sheet) > 0)[ROW]
        marked = marked.with_columns(
            what=pl.when((what == "blank") & pl.col(ROW).is_in(totals.implode()))
            .then(pl.lit("total"))
            .when((what == "blank") & empty & pl.col(ROW).is_in(filled.implode()))
            .then(pl.lit("note"))
            .otherwise(what)
        )
    last = marked.filter(~empty)[ROW].max()
    if last is None:
        return marked
    unusual = pl.col("said").str.contains(_REMARK)  # a remark begins in no usual way
    remarks = marked.filter((what == "region") & empty & (pl.col(ROW) > last) & unusual)
    if remarks.height:
        rows = sheet.frame.join(remarks.select(ROW), on=ROW, how="semi")
        alone = rows.filter(_number_filled(sheet) == 1)[ROW]
        is_remark = pl.col(ROW).is_in(alone.implode())
        marked = marked.with_columns(what=pl.when(is_remark).then(pl.lit("note")).otherwise(what))
    return marked


_REMARK = r"^[0-9*†‡(_—-]|[.。:：©=]|.{26,}|(?:^|[^0-9])(?:19|20)[0-9]{2}(?:[^0-9]|$)"
"""What a line below the table has that the name of a region has not: a year, a full stop."""


def _number_filled(sheet: Sheet) -> pl.Expr:
    """Return how many cells of each row hold something."""
    texts = [pl.col(head.letters).cast(pl.String).fill_null("") for head in sheet.heads]
    return pl.sum_horizontal([(text != "").cast(pl.UInt32) for text in texts])


def _say_total(rows: pl.DataFrame, sheet: Sheet, roles: Roles) -> pl.Expr:
    """Tell which rows say in another column that they are a total, or the whole (All India)."""
    said = pl.lit(value=False)
    read = roles.read
    for head in sheet.heads:
        cells = rows[head.letters]
        if head.letters in read or cells.dtype != pl.String:
            continue
        texts = [text for text in cells.unique().to_list() if text]
        totals = [
            text
            for text, is_nation in zip(texts, wholes_among(texts), strict=True)
            if is_nation or is_total(text) or WHOLE.fullmatch(plain_text(text))
        ]
        said = said | pl.col(head.letters).is_in(totals)
    return said


def _are_empty(sheet: Sheet, roles: Roles) -> pl.Expr:
    """Tell which rows have nothing in their columns of values, and no limits of one."""
    empty = pl.lit(value=True)
    for measure in roles.measures:
        for head in measure.cells:
            empty = empty & ~sheet.has(head)
    return empty


def _kind(text: str, sheet: Sheet, roles: Roles) -> str:
    if any(text == head.text for head in roles.identity) and sheet.file:
        return "head"
    if text and not any(sign.isalpha() or sign.isdecimal() for sign in text):
        return "note"  # a line of signs
    if _NOTE.fullmatch(text):
        return "note"
    if is_total(text):
        return "total"
    return "part" if _PART.fullmatch(text) and len(text) < 30 else "region"
