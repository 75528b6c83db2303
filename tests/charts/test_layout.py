"""Lines of charts: words of every alphabet stay whole, Chinese breaks where it may."""

import pytest

from compare.charts.layout import text_width, widest_piece, wrap

WORDS = {
    "russian": "Красногвардейский муниципальный округ Ставропольского края",
    "greek": "Περιφερειακή ενότητα Θεσσαλονίκης και Χαλκιδικής",
    "german": "Fürstenfeldbruck Südliche Weinstraße Österreich Überörtlich",
    "polish": "województwo świętokrzyskie łódzkie zażółć gęślą jaźń",
    "french": "Départements d’Île-de-France et d’outre‐mer «Mayotte»",
    "decomposed": "Ile de la Re\u0301union Saint De\u0301nis ete\u0301 fore\u0302t",
    "arabic": "محافظة القاهرة الكبرى ومحافظة الإسكندرية",
    "hebrew": "מחוז הצפון ומחוז ירושלים והסביבה",
    "hindi": "उत्तर प्रदेश मध्य प्रदेश हिमाचल प्रदेश राजस्थान",
    "georgian": "თბილისის მუნიციპალიტეტი საქართველოს რეგიონი",
    "vietnamese": "Thành phố Hồ Chí Minh Thừa Thiên Huế",
    "korean": "경기도 수원시 장안구 충청북도 청주시 상당구",
}


@pytest.mark.parametrize("text", WORDS.values(), ids=WORDS)
def test_words_break_at_blanks_alone(text):
    longest = widest_piece(text, 10)
    for width in (longest * 1.02, longest * 1.5, longest * 2.2):
        lines = wrap(text, width, 10)
        assert len(lines) > 1
        assert [word for line in lines for word in line.split()] == text.split()
        assert all(text_width(line, 10) <= width for line in lines)


def test_a_word_too_long_breaks_at_its_hyphens_first():
    text = "Орехово-Зуевский-Павловский"
    lines = wrap(text, text_width("Павловский", 10) * 1.1, 10)
    assert lines == ["Орехово-", "Зуевский-", "Павловский"]
    narrow = wrap(text, text_width("Зуевс", 10), 10)
    assert "".join(narrow) == text
    assert max(map(len, narrow)) <= 7


def test_no_mark_is_taken_from_its_letter():
    for letter in ("\u0915\u093e", "\u0e01\u0e35\u0e48"):  # too long, and Thai without blanks
        lines = wrap(letter * 40, 0.5, 10)
        assert len(lines) > 2
        assert all(line.startswith(letter) and line.endswith(letter) for line in lines)


def test_chinese_and_japanese_break_between_characters_as_before():
    text = "象山县义务教育巩固率かながわけんカナガワケン々ー漢字"
    lines = wrap(text, 0.7, 10)
    assert "".join(lines) == text
    assert {len(line) for line in lines[:-1]} == {4}
    assert wrap("高中教育Ставрополь毛入学率", text_width("Ставрополь", 10) * 1.02, 10)[1] == (
        "Ставрополь"
    )
