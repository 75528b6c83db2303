"""Contents in Word: a field of its own, with entries written already, each leading to its heading.

Word makes the list anew when it opens the document, with the pages, and asks before it does.
Programs that do not make it anew show the entries without pages: which page a heading stands on
is not known before a program has set it, and a guess would be a wrong number.
"""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Inches, Pt
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from compare.glyphs import printable
from compare.pages.paper.blocks import Heading, words_of
from compare.pages.paper.house import A4
from compare.pages.paper.word.template import STYLES

_CODE = r'TOC \o "1-2" \h \z \u'
"""Headings of two levels, each leading to its place."""

_IN = 18
"""Points by which the second level is set in."""

_BEHIND = ("w:hdrShapeDefaults", "w:footnotePr", "w:endnotePr", "w:compat")
"""Settings before which the one stands that has Word count fields anew."""


def anchor(place: int) -> str:
    """Return the bookmark of a heading, named as Word names those of its contents."""
    return f"_Toc{place:09}"


def add_contents(document: WordDocument, headings: Sequence[Heading]) -> None:
    """Add the list of headings, from the first bookmark on."""
    _add_styles(document)
    last = None
    for place, heading in enumerate(headings, 1):
        last = document.add_paragraph(style=f"toc {heading.level}")
        if place == 1:
            _begin(last._p, _CODE)
        last._p.append(_entry(last, anchor(place), printable(words_of(heading.text))))
    if last is not None:
        last._p.append(_mark("end"))
        _count_anew(document)


def _add_styles(document: WordDocument) -> None:
    for level in (1, 2):
        style = document.styles.add_style(f"toc {level}", WD_STYLE_TYPE.PARAGRAPH, builtin=True)
        assert isinstance(style, ParagraphStyle)
        style.base_style = document.styles[STYLES["contents"]]
        form = style.paragraph_format
        form.left_indent = Pt(_IN * (level - 1))
        form.tab_stops.add_tab_stop(
            Inches(A4.text_inches), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS
        )


def _entry(paragraph: Paragraph, name: str, words: str) -> OxmlElement:
    """Return an entry: it leads to its heading, and has the number of its page."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), name)
    link.set(qn("w:history"), "1")
    told = paragraph.add_run(words)
    told.add_tab()
    link.append(told._r)
    _begin(link, rf"PAGEREF {name} \h")
    link.append(_mark("end"))
    return link


def _begin(parent: OxmlElement, code: str) -> None:
    """Begin a field."""
    parent.append(_mark("begin"))
    run = OxmlElement("w:r")
    told = OxmlElement("w:instrText")
    told.set(qn("xml:space"), "preserve")
    told.text = f" {code} "
    run.append(told)
    parent.append(run)
    parent.append(_mark("separate"))


def _mark(kind: str) -> OxmlElement:
    run, mark = OxmlElement("w:r"), OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    run.append(mark)
    return run


def _count_anew(document: WordDocument) -> None:
    """Have Word count the pages when it opens the document."""
    settings = document.settings.element
    anew = OxmlElement("w:updateFields")
    anew.set(qn("w:val"), "true")
    behind = [one for name in _BEHIND if (one := settings.find(qn(name))) is not None]
    if behind:
        behind[0].addprevious(anew)
    else:
        settings.append(anew)
