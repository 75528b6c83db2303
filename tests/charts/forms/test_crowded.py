"""Long names and many regions: no text covers another, no mark leaves its year."""

import pytest
from forms_of import covered, made_up
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text
from nobody import LANGUAGES

import compare
from compare import charts
from compare.charts.style import SIZES, drawing_style

LONG = {
    "zh": "双江拉祜族佤族布朗族傣族自治县",
    "en": "Shuangjiang Lahu, Va, Blang and Dai Autonomous County",
}


def boxes_of(chart):
    with drawing_style(SIZES[chart.size]):
        figure = chart.figure()
        renderer = FigureCanvasAgg(figure).get_renderer()
        figure.draw_without_rendering()
        texts = [t for t in figure.findobj(Text) if t.get_visible() and t.get_text().strip()]
        return figure.bbox, [(t.get_text(), Text.get_window_extent(t, renderer)) for t in texts]


def nothing_overlaps(chart):
    page, boxes = boxes_of(chart)
    for place, (one, box) in enumerate(boxes):
        inside = min(box.x0, box.y0) >= -1 and box.x1 <= page.x1 + 1 and box.y1 <= page.y1 + 1
        assert inside, (chart.form, one)
        for other, beside in boxes[place + 1 :]:
            across = min(box.x1, beside.x1) - max(box.x0, beside.x0)
            along = min(box.y1, beside.y1) - max(box.y0, beside.y0)
            assert min(across, along) <= 2.5, (chart.form, chart.size, one, other)


def matrices(rows, **options):
    aligned = compare.align(rows[rows["indicator"] == "alpha"], year=2022, kind="actual")
    yield charts.gap_matrix(compare.gaps(aligned, to="every"), **options)
    yield charts.coverage_matrix(covered(rows), **options)


@pytest.mark.parametrize("size", list(SIZES))
@pytest.mark.parametrize("lang", LANGUAGES)
def test_long_names_never_cover_each_other_in_a_matrix(lang, size):
    names = [f"{LONG[lang]} {place}" for place in range(5)]
    for chart in matrices(made_up(5, names), lang=lang, size=size):
        nothing_overlaps(chart)


@pytest.mark.parametrize("size", list(SIZES))
def test_sixty_names_never_cover_each_other_beside_a_path(size):
    rows = made_up(60)
    path = charts.target_path(rows[rows["indicator"] == "alpha"], size=size)
    nothing_overlaps(path)


@pytest.mark.parametrize("count", [2, 5, 6, 60])
def test_marks_stay_in_their_year_however_many_regions_there_are(count):
    rows = made_up(count)
    rows = rows[rows["indicator"] == "alpha"]
    (axes,) = charts.target_path(rows).figure().axes
    marks = [
        (float(line.get_xdata()[0]), float(line.get_ydata()[0]))
        for line in axes.lines
        if line.get_transform() == axes.transData and line.get_marker() not in ("None", "", None)
    ]
    assert len(marks) == len(rows)
    assert all(abs(year - round(year)) <= 0.35 + 1e-9 for year, _ in marks)
    drawn = sorted((round(year), value) for year, value in marks)
    assert drawn == sorted(zip(rows["year"], rows["value"], strict=True))
