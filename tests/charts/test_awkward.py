"""Frames of awkward shape, in every form: a picture that can be read, or one clear sentence."""

import re
from dataclasses import dataclass
from typing import Any

import pandas as pd
import pytest
from covering import covering
from forms_of import made_up, makers
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text

import compare
from compare.charts.chart import Chart
from compare.charts.choosing import named_in
from compare.charts.layout import WORDS as WORDS_AROUND
from compare.charts.marks import meaning
from compare.charts.style import SIZES, drawing_style
from compare.finding.excerpts import ends_and_middle

CHINESE = "双江拉祜族佤族布朗族傣族自治县"
ENGLISH = "Shuangjiang Lahu, Va, Blang and Dai Autonomous County"
LEAST = {"half": 8.0, "page": 8.0, "slide": 12.0}
TALLEST = 9.7
"""Height of an A4 page between margins, in inches."""


def changed(change, **more) -> pd.DataFrame:
    rows = made_up(3)
    for name in ("value", "lo", "hi"):
        rows[name] = change(rows[name])
    return rows.assign(**more)


def bounded() -> pd.DataFrame:
    rows = made_up(3).assign(comparator=">=", hi=None)
    return rows.assign(hi=rows["hi"].where(rows["region"] != "region00", 100.0))


def named(count: int, name: str) -> pd.DataFrame:
    return made_up(count, [f"{name}{place}" for place in range(count)])


def of_many_indicators() -> pd.DataFrame:
    rows = made_up(3)
    one = rows[rows["indicator"] == "alpha"]
    return pd.concat([one.assign(indicator=f"{'very long name ' * 5}{n}") for n in range(40)])


def over_years(regions: int, indicators: int, years: int) -> pd.DataFrame:
    """Return outcomes alone, of more years than a picture holds, those of the ends last by name."""
    rows = [
        (f"region{place:02}", f"measure {which:02}", 2018 + year, "actual",
         float(50 + (place * 7 + which * 3 + year * 5) % 40))
        for place in range(regions) for which in range(indicators) for year in range(years)
    ]  # fmt: skip
    frame = pd.DataFrame(rows, columns=["region", "indicator", "year", "kind", "value"])
    return frame.assign(lo=frame["value"], hi=frame["value"], unit="%", direction="lower")


LACKING = {
    "one row": 7,
    "one region": 9,
    "all missing": 6,
    "16 regions over years": 8,
    "5 regions over years on a slide": 8,
    "20 regions, 14 indicators": 8,
}
"""Frames that lack what some forms are about, and how many can be drawn all the same."""

FRAMES = {
    "one row": (lambda: made_up(1).iloc[[1]], "zh", "half"),
    "all missing": (lambda: changed(lambda values: values * float("nan")), "zh", "half"),
    "one region": (lambda: made_up(1), "en", "half"),
    "all equal": (lambda: changed(lambda values: values * 0 + 50), "zh", "half"),
    "negative": (lambda: changed(lambda values: -values), "en", "half"),
    "huge": (lambda: changed(lambda values: values * 1e10 + 1e12, unit="元"), "zh", "slide"),
    "tiny": (lambda: changed(lambda values: values / 1e4, unit="coefficient"), "zh", "half"),
    "years": (lambda: changed(lambda values: values // 10 + 2020, unit="year"), "en", "half"),
    "bounded": (bounded, "zh", "half"),
    "60 regions": (lambda: made_up(60), "zh", "half"),
    "60 regions on a slide": (lambda: made_up(60), "en", "slide"),
    "60 long names": (lambda: named(60, ENGLISH), "en", "half"),
    "long names": (lambda: named(5, CHINESE), "zh", "half"),
    "long names on a slide": (lambda: named(5, ENGLISH), "en", "slide"),
    "16 regions over years": (lambda: over_years(16, 1, 5), "en", "half"),
    "5 regions over years on a slide": (lambda: over_years(5, 2, 6), "en", "slide"),
    "20 regions, 14 indicators": (lambda: over_years(20, 14, 3), "zh", "half"),
    "40 long indicators": (of_many_indicators, "en", "page"),
}


@dataclass
class Drawn:
    """A chart as it is drawn: its figure, and its texts with their boxes in pixels."""

    chart: Chart
    figure: Figure
    texts: list[tuple[Text, Any]]


@pytest.fixture(scope="module", params=list(FRAMES))
def drawn(request):
    """Return every form of one frame, drawn once; what is refused is one sentence."""
    make, lang, size = FRAMES[request.param]
    shown = []
    for maker in makers(make(), lang=lang, size=size):
        try:
            chart = maker()
        except compare.CompareError as error:
            said = str(error)
            assert "\n" not in said and "Traceback" not in said
            assert request.param in LACKING, said
            continue
        with drawing_style(SIZES[chart.size]):
            figure = chart.figure()
            renderer = FigureCanvasAgg(figure).get_renderer()
            figure.draw_without_rendering()
            texts = [t for t in figure.findobj(Text) if t.get_visible() and t.get_text().strip()]
            boxes = [(text, Text.get_window_extent(text, renderer)) for text in texts]
        shown.append(Drawn(chart, figure, boxes))
    assert len(shown) >= LACKING.get(request.param, 9)
    return shown


def test_no_text_is_too_small_to_read(drawn):
    for one in drawn:
        for text, _ in one.texts:
            least = LEAST[one.chart.size] - 1e-6
            assert text.get_fontsize() >= least, (one.chart.form, text.get_text())


def test_no_text_covers_another_or_leaves_the_page(drawn):
    for one in drawn:
        page = one.figure.bbox
        assert one.figure.get_figheight() <= TALLEST + 0.01
        assert covering(one.texts) == [], one.chart.form
        for text, box in one.texts:
            words = (one.chart.form, text.get_text())
            assert min(box.x0, box.y0) >= -1, words
            assert box.x1 <= page.x1 + 1 and box.y1 <= page.y1 + 1, words


def test_every_mark_stands_inside_its_axes_at_a_row_or_year(drawn):
    for one in drawn:
        for axes in one.figure.axes:
            (left, right), (bottom, top) = sorted(axes.get_xlim()), sorted(axes.get_ylim())
            for mark in axes.lines:
                if not {*meaning(mark)} & {"outcome", "target", "others", "worded"}:
                    continue
                x, y = float(mark.get_xdata()[0]), float(mark.get_ydata()[0])
                assert left <= x <= right and bottom <= y <= top, one.chart.form


def test_values_are_drawn_where_they_are(drawn):
    for one in drawn:
        if one.chart.form != "ranking":
            continue
        (axes,) = one.figure.axes
        marks = [line for line in axes.lines if {*meaning(line)} & {"outcome", "target"}]
        places = {int(mark.get_ydata()[0]): float(mark.get_xdata()[0]) for mark in marks}
        values = one.chart.data["value"]
        shown = len(axes.get_yticks())
        kept = range(len(values))
        if shown < len(values):  # the ends and the middle of those that have a value
            kept = ends_and_middle(int(values.notna().sum()), shown)
        stand = {place: values[row] for place, row in enumerate(kept) if pd.notna(values[row])}
        assert places == stand


def test_what_is_left_out_is_counted(drawn):
    for one in drawn:
        if one.chart.form not in ("ranking", "gap_bars", "gap_matrix", "rank_spread"):
            continue
        (axes,) = one.figure.axes
        shown, regions = len(axes.get_yticks()), one.chart.data["region"].nunique()
        said = [text.get_text() for text, _ in one.texts]
        of_form = {"gap_bars": 1, "ranking": 1, "gap_matrix": 2}.get(one.chart.form, 0)
        counted = {
            "zh": (f"图中为{regions}个地区中的前{shown}个", f"居中的{shown}个地区（共{regions}个",
                   f"图中为{regions}个地区中的{shown}个（含最近一年两端）"),
            "en": (f"Shown: the first {shown} of {regions} regions",
                   f"both ends and the middle, {shown} of {regions} regions",
                   f"Shown: {shown} of {regions} regions, both ends first"),
        }[one.chart.lang][of_form]  # fmt: skip
        found = [text for text in said if counted in text and re.search("数据表|data table", text)]
        assert bool(found) == (shown < regions), one.chart.form
        assert shown >= min(regions, 10)


def test_what_a_title_tells_is_in_the_picture(drawn):
    for one in drawn:
        title, rows, lang = one.chart.words.title, one.chart.data, one.chart.lang
        around = [text for text, _ in one.texts if str(text.get_gid()).startswith(WORDS_AROUND)]
        shown = "".join(text.get_text() for text, _ in one.texts if text not in around)
        for column in (f"region_{lang}", f"indicator_{lang}"):
            names = dict.fromkeys(rows.get(column, pd.Series(dtype=str)).dropna())
            if len(names) < 2:  # the picture is of it
                continue
            told = named_in(title, {name: name for name in names})
            about = [name for name in told if title.startswith(name)]  # whom it is about
            lacking = [name for name in told if _bare(name) not in _bare(shown)]
            assert not {*lacking} - {*about}, (one.chart.key, title)


def _bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def test_a_legend_explains_every_mark(drawn):
    for one in drawn:
        said = {text.get_text() for text in one.figure.texts}
        for axes in one.figure.axes:
            for artist in axes.get_children():
                for mark in meaning(artist):
                    assert WORDS[mark][one.chart.lang] & said, (one.chart.form, mark)


WORDS = {
    "outcome": {"zh": {"现状", "现状之差", "基准名次"},
                "en": {"outcome", "gap between outcomes", "base rank"}},
    "target": {"zh": {"目标", "目标之差"}, "en": {"target", "gap between targets"}},
    "bound": {"zh": {"“以上”“以内”等所指的区间，箭头表示那一侧没有界限", "名次的变动范围"},
              "en": {"interval that words such as 'at least' stand for; an arrow: no limit on "
                     "that side", "range of the ranks"}},
    "change": {"zh": {"同一地区各年的数值，连线不是预测"},
               "en": {"values of one region by year; the line is no forecast"}},
    "base": {"zh": {"基数（规划起点的现状）"}, "en": {"base (outcome before the plan)"}},
    "moved": {"zh": {"由基数到最近的现状"}, "en": {"from the base to the latest outcome"}},
    "planned": {"zh": {"由基数到目标的直线，按此判断进度"},
                "en": {"straight line from base to target, by which pace is judged"}},
    "before": {"zh": {"原目标"}, "en": {"earlier target"}},
    "revised": {"zh": {"由原目标到新目标"}, "en": {"from the earlier target to the newer one"}},
    "others": {"zh": {"其他地区"}, "en": {"other regions"}},
    "share": {"zh": {"圆面积为各名次所占份额"}, "en": {"circle area: share of each rank"}},
}  # fmt: skip
