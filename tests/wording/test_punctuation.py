"""Chinese is punctuated as Chinese."""

import re

import pytest

import compare
from compare.reasons import reasons
from compare.wording.catalogue import _words

HALF_WIDTH = re.compile("[\u4e00-\u9fff”》）][,:;()?!]|[,:;(?!][\u4e00-\u9fff“《（]")

KINDS = ("versus-region", "versus-reference", "promise", "timing")
"""Kinds that name shared indicators, and no label as a document has it."""


@pytest.fixture
def said(project):
    """Words of ours alone: quotes, labels and places stay as the documents print them."""
    evidence = compare.evidence()
    observed = compare.observations()
    indicators = compare.table("indicators")
    return [
        *_words("zh").whole().plain.values(),
        *(text for reason in reasons().values() for text in (reason.zh, reason.sentence_zh)),
        *observed["reason"],
        *compare.findings(observed, kinds=KINDS, evidence=evidence, lang="zh")["sentence"],
        *indicators["definition_zh"],
        *indicators["note"].dropna(),
    ]


def test_chinese_is_punctuated_as_chinese(said):
    for text in said:
        assert not HALF_WIDTH.search(re.sub("“[^”]*”", "", text)), text
