"""Kinds in own tables: columns that say of whom, of which schools or when in the year a row is.

A row of boys here and one of girls there are not to be ranked along with each other, though no
region has both.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import polars as pl

from compare.errors import listed
from compare.sources.panel.columns import is_usual, numbers_of, plain
from compare.sources.panel.heads import Head
from compare.sources.panel.opening import Sheet
from compare.sources.panel.origins import texts_of
from compare.sources.panel.told import ToldError

_PEOPLE = re.compile(
    r"sex(?:es)?|genders?|age|ages|age (?:groups?|bands?|class(?:es)?|range|bracket)|"
    r"grade|grades|grade (?:level|group|band)|year group|race|race ?/ ?ethnicity|ethnicity|"
    r"ethnic(?:ity)? group|(?:student |pupil |population |demographic )(?:sub)?groups?|subgroups?|"
    r"citizenship(?: category)?|nationality|migration status|migrationsstatus|"
    r"(?:pupil |student )?characteristics?|breakdown(?: topic)?|disaggregation|disability|"
    r"性别|年龄|年龄[段组]|年级|民族|户籍(?:类型)?|人群|学生(?:类别|群体)|性別|年齢|年齢階級|성별|연령|"
    r"geschlecht|alter|altersgruppen?|klassenstufe|jahrgangsstufe|staatsangehörigkeit|"
    r"sexe|[aâ]ge|tranche d['’][aâ]ge|classe d['’][aâ]ge|nationalité|sexo|género|edad|"
    r"grupos? de edad|grado|idade|faixa etária|raça|cor ou raça|sesso|età|classe di età|"
    r"płeć|wiek|kön|køn|kjønn|ålder|geslacht|leeftijd|пол|возраст(?:ная группа)?"
)
_STAGES = re.compile(
    r"phase|phase of education|education phase|stage|key stage|(?:school |education(?:al)? )?level|"
    r"(?:school |education(?:al)? )stage|level of (?:education|schooling)|isced(?: ?level| 2011)?|"
    r"学段|教育(?:阶段|层次)|学校层次|schulstufe|bildungsbereich|bildungsstufe|"
    r"niveau(?: d['’](?:enseignement|études))?|nivel(?: educativo)?|etapa(?: educativa| de ensino)?"
)
_TYPES = re.compile(
    r"(?:school|institution|establishment) ?(?:type|category)(?: group)?|"
    r"type of (?:school|institution|establishment|provider)|sector|ownership|management|residence|"
    r"urban ?/ ?rural|urban rural|学校(?:类型|类别)|办学(?:类型|性质|主体)|城乡|schulart|schulform|"
    r"schultyp|träger(?:schaft)?|secteur|statut|dependencia(?: administrativa)?|titularidad"
)
_PARTS = re.compile(
    r"quarter|qtr\.?|month|months|semester|term|wave|round|week|月|月份|季度|季|学期|quartal|monat|"
    r"trimestre?|mois|mes|mese|mês"
)

STAGE = re.compile(
    r"(?:pre-?|upper |lower |post-?)?(?:primary|secondary)(?: (?:education|schools?))?|"
    r"(?:pre-?|nursery )?schools?|kindergartens?|elementary(?: schools?)?|"
    r"(?:middle|junior|high|junior high|senior high)(?: schools?)?|tertiary|higher education|"
    r"early childhood(?: education)?|isced ?[0-8]{1,2}|幼儿园|学前(?:教育)?|小学|初中|高中|"
    r"普通?高中|中职|义务教育|高等教育|九年一贯制?",
    re.IGNORECASE,
)
"""What stages of education are called: a column of them says nothing of levels of regions."""

_SCHOOLS = re.compile(r"\b(?:schools?|institutions?|colleges?|universit(?:y|ies))\b|学校|园|校名")


def holds_kinds(sheet: Sheet, head: Head) -> bool:
    """Tell whether a column says of whom, or when in the year, its rows are: no measure.

    Numbers may say it, too: sex 1 and 2, quarter 4. Fractions do not: age 38.2 is measured.
    """
    name = plain(head.name)
    if head.unit or head.year or not (_PEOPLE.fullmatch(name) or _PARTS.fullmatch(name)):
        return False
    return not has_fractions(sheet.frame[head.letters])


def has_fractions(cells: pl.Series) -> bool:
    """Tell whether a column holds numbers with decimals: it measures, and says no kind."""
    return bool((numbers_of(cells).drop_nulls() % 1 != 0).any())


def are_stages(texts: pl.Series) -> bool:
    """Tell whether texts are stages of education."""
    return bool(len(texts)) and all(STAGE.fullmatch(text) for text in texts.unique().to_list())


def mixed_kinds(
    sheet: Sheet, rows: pl.DataFrame, read: set[str], of: Mapping[str, Sequence[Head]]
) -> ToldError | None:
    """Return what is to be asked where rows of several kinds stand beside each other.

    Parameters
    ----------
    sheet : Sheet
        The table.
    rows : polars.DataFrame
        Its rows of regions.
    read : set of str
        The letters of the columns that something is read from.
    of : mapping
        The columns that say of which ``region``, ``year`` and ``indicator`` rows are, and those
        of their ``values``.
    """
    away = {*read, *sheet.chosen}
    named = [head for head in sheet.heads if head.letters not in away and _says_kinds(head)]
    if not named:
        return None
    there = rows.filter(pl.any_horizontal(sheet.has(head) for head in of["values"]))
    for head in named:
        cells = there[head.letters]
        texts = texts_of(cells)
        if texts.n_unique() > 1 and not has_fractions(cells) and _are_mixed(head, texts, there, of):
            return _asked(head.text, texts)
    return None


def _says_kinds(head: Head) -> bool:
    name = plain(head.name)
    kinds = (_PEOPLE, _STAGES, _TYPES, _PARTS)
    return is_usual("level", head) or any(pattern.fullmatch(name) for pattern in kinds)


def _asked(column: str, texts: pl.Series) -> ToldError:
    kinds = texts.unique(maintain_order=True).to_list()
    one = str(texts.mode().sort()[0])
    shown = listed([kind or "blank" for kind in kinds], _FEW)
    return ToldError(
        f"where: rows are of several kinds by {column} ({shown}), one for each region and year; "
        f"do: where={{{column!r}: {one!r}}} to compare these alone, where={{{column!r}: "
        f"{_some(kinds)}}} if it does not matter which a row is of, indicator={column!r} if it "
        f"says what is measured, or indicators=[{column!r}, …] if it is measured itself",
        asked={"where": f"{column}={one}"},
    )


def _are_mixed(
    head: Head, texts: pl.Series, rows: pl.DataFrame, of: Mapping[str, Sequence[Head]]
) -> bool:
    """Tell whether what a column says, by its name, must not differ between the rows compared."""
    name = plain(head.name)
    if _PEOPLE.fullmatch(name):
        return _differ(texts, rows, of["indicator"])
    if _PARTS.fullmatch(name):
        return _differ(texts, rows, [*of["indicator"], *of["year"]])
    if _STAGES.fullmatch(name) or (is_usual("level", head) and are_stages(texts)):
        of_schools = any(_SCHOOLS.search(plain(one.name)) for one in of["region"])
        return are_stages(texts) and not of_schools and _differ(texts, rows, of["indicator"])
    return bool(_TYPES.fullmatch(name)) and _differ(texts, rows, [*of["indicator"], *of["region"]])


def _differ(texts: pl.Series, rows: pl.DataFrame, within: Sequence[Head]) -> bool:
    """Tell whether texts differ between rows that are alike in some columns."""
    if not within:
        return True
    pairs = rows.select(*(head.letters for head in within), _kind=texts).unique()
    return bool(pairs.drop("_kind").is_duplicated().any())


_FEW = 4


def _some(kinds: list[str]) -> str:
    """Return a list of kinds as one writes it, of many the first."""
    return repr(kinds) if len(kinds) <= _FEW else f"{repr(kinds[:_FEW])[:-1]}, …]"
