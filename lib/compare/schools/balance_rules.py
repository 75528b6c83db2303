"""The rules of the balance coefficient as data: ``balance_rules.yml``, checked and named."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict

from compare.errors import unknown


class Entry(BaseModel):
    """An entry of the file: nothing but what is named here, and nothing changes it."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Indicator(Entry):
    """One indicator of a rule: a resource per so many students."""

    resource: str
    name_zh: str
    per: int
    unit: str
    level: dict[str, float] = {}


class Rule(Entry):
    """What one rule says: limits of the coefficients, and levels of the single school."""

    id: str
    number: str
    form: Literal["each", "mean"]
    limit: dict[str, float]
    indicators: tuple[Indicator, ...]
    mean_name: str = ""
    mean_name_zh: str = ""
    schools_must_reach: int = 0
    remaining_share: float = 0
    remaining_source: str = ""

    @property
    def resources(self) -> list[str]:
        """The resources, in the rule's order."""
        return [indicator.resource for indicator in self.indicators]


class Stage(Entry):
    """A kind of school: the Chinese words for it, and the parts it has."""

    words: tuple[str, ...]
    parts: tuple[str, ...]


class Resource(Entry):
    """A resource: its name, its Chinese headers, and whether it is an asset that parts share."""

    name_en: str
    words: tuple[str, ...]
    shared: bool


class Rules(Entry):
    """The whole file."""

    columns: dict[str, tuple[str, ...]]
    stages: dict[str, Stage]
    weights: dict[str, float]
    resources: dict[str, Resource]
    rules: dict[str, Rule]


@cache
def rules() -> Rules:
    """Return the rules, as ``balance_rules.yml`` has them."""
    text = Path(__file__).with_name("balance_rules.yml").read_text(encoding="utf-8")
    return Rules.model_validate(yaml.safe_load(text))


def find_rule(name: str, *, with_levels: bool = False) -> Rule:
    """Return a rule by its year, its id or its number.

    Parameters
    ----------
    name : str
        Such as ``2017``, ``jiaodu-2017-6`` or ``教督〔2017〕6号``.
    with_levels : bool
        Know only rules that say what the single school must reach.

    Raises
    ------
    UnknownValueError
        If there is no such rule.

    Examples
    --------
    >>> find_rule("教督〔2012〕3号").limit
    {'primary': 0.65, 'junior': 0.55}
    """
    known = {
        year: rule
        for year, rule in rules().rules.items()
        if rule.schools_must_reach or not with_levels
    }
    for year, rule in known.items():
        if str(name) in (year, rule.id, rule.number):
            return rule
    raise unknown("rule", name, known)


@cache
def header_words() -> dict[str, str]:
    """Return the English name of every Chinese header that a school table may use."""
    words = {word: name for name, known in rules().columns.items() for word in known}
    for name, resource in rules().resources.items():
        for word in resource.words:
            words[word] = name
            words |= {f"{word}_小学": f"{name}_primary", f"{word}_初中": f"{name}_junior"}
    return words


def resource_name(row: Mapping[str, Any], lang: str) -> str:
    """Return what a resource of a school is called, from a row with resource and name_zh.

    A mean of several stands for no resource, and has its own name in both columns.
    """
    if lang == "zh":
        return str(row["name_zh"])
    known = rules().resources.get(row["resource"])
    return known.name_en if known else str(row["resource"])
