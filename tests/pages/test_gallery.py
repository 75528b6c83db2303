"""The gallery, in a real browser and without network: found, copied, traced, harmless."""

import base64
import io
import time
from dataclasses import replace
from pathlib import Path

import duckdb
import pandas as pd
import pytest
from PIL import Image, ImageChops
from remembered import remembered

import compare
from compare import charts
from compare.charts.chart import About
from compare.charts.forms import dumbbell
from compare.charts.subjects import subjects
from compare.errors import ReportError
from compare.pages.chart_table import chart_table
from compare.pages.command import write_charts
from compare.pages.gallery import write_gallery
from compare.pages.originals import originals
from compare.pages.payloads import KINDS, default_makers, file_stem, payload
from compare.wording.catalogue import say
from compare.wording.references import benchmark_name

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WIDE, NARROW = {"width": 1360, "height": 900}, {"width": 390, "height": 844}

INJECTIONS = [
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "<!--<script>",
    "=1+1",
]
ATTACK = " ".join(INJECTIONS)


# --- pages and a browser ---------------------------------------------------------------------


def some_charts():
    known = compare.evidence()
    for lang in ("zh", "en"):
        covered = compare.coverage(theme="balance")
        yield charts.coverage_matrix(covered, evidence=known, lang=lang, size="half")
        for theme in ("balance", "enrolment"):
            observed, covered = compare.observations(theme=theme), compare.coverage(theme=theme)
            yield charts.small_multiples(observed, covered, evidence=known, lang=lang)


def a_chart():
    return charts.coverage_matrix(compare.coverage(), evidence=compare.evidence(), size="half")


def gallery_of(some, path, makers=None):
    """Write a gallery with what the current project knows."""
    known, version = compare.evidence(), compare.data_version()
    return write_gallery(some, path, evidence=known, version=version, makers=makers)


@pytest.fixture(scope="module")
def real(built_once):
    """Return the charts of the real project, with the project as the current one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COMPARE_HOME", str(built_once.root))
        yield list(some_charts())


@pytest.fixture(scope="module")
def page_file(real, tmp_path_factory):
    return gallery_of(real, tmp_path_factory.mktemp("gallery") / "index.html")


@pytest.fixture(scope="module")
def browser():
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if not CHROMIUM.is_file():
        pytest.skip(f"there is no {CHROMIUM}")
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


@pytest.fixture
def visit(browser):
    """Return a function that opens a page; at the end nothing may have gone wrong or out."""
    contexts, wrong = [], []

    def note(request):
        if not request.url.startswith(("file:", "blob:", "data:")):
            wrong.append(request.url)

    def opened(path, fragment="", *, before="", **options):
        context = browser.new_context(**{"viewport": WIDE, "accept_downloads": True, **options})
        contexts.append(context)
        context.set_offline(True)
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        context.on("request", note)
        context.on("weberror", lambda error: wrong.append(str(error.error)))
        context.on("dialog", lambda dialog: (wrong.append(dialog.message), dialog.dismiss()))
        context.on(
            "console", lambda said: wrong.append(said.text) if said.type == "error" else None
        )
        if before:
            context.add_init_script(before)
        page = context.new_page()
        page.goto(path.as_uri() + fragment)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert wrong == []


@pytest.fixture
def page(visit, page_file):
    return visit(page_file)


def shown(page):
    return page.locator("article:visible h2").all_text_contents()


def card(page, chart):
    return page.locator("article").filter(has=page.get_by_text(chart.words.title, exact=True))


def until(page, question, wanted):
    """Ask the page until it says what is wanted; its policy forbids Playwright's own waiting."""
    deadline = time.monotonic() + 60
    while (answer := page.evaluate(question)) != wanted and time.monotonic() < deadline:
        page.wait_for_timeout(20)
    assert answer == wanted


def said(page, words):
    until(page, "document.getElementById('said').textContent", words)


def count_says(page, words):
    until(page, "document.getElementById('count').textContent", words)


def search(page, words):
    """Type words, and wait until the page has looked for them: then they are in its address.

    How many charts are found says nothing of that where it was as many before.
    """
    page.locator("#words").fill(words)
    until(page, "new URLSearchParams(location.hash.slice(1)).get('words')", words)


# --- finding ---------------------------------------------------------------------------------


def test_the_page_opens_with_the_charts_of_its_language(page, real):
    titles = [chart.words.title for chart in real if chart.lang == "zh"]
    assert shown(page) == titles
    assert page.title() == "图表库"
    count_says(page, "显示 3 个图表，共 6 个")
    assert page.locator("html").get_attribute("lang") == "zh-CN"


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("优质均衡", 2),  # the theme
        ("初中校际差异系数 衢州", 2),  # an indicator and a region, both wanted
        ("平政发〔2023〕36号", 3),  # a document
        ("ENROLMENT", 1),  # the other language, any case
        ("\uff12\uff10\uff12\uff10", 2),  # full-width digits
        ("全市学前教育三年毛入园率", 1),  # how a document calls it
        ("没有这样的词", 0),
    ],
)
def test_search_finds_words_of_both_languages(page, words, count):
    search(page, words)
    count_says(page, f"显示 {count} 个图表，共 6 个")
    assert len(shown(page)) == count
    assert page.get_by_text("没有符合条件的图表").is_visible() is (count == 0)


@pytest.mark.parametrize(
    ("label", "value", "count"),
    [
        ("地区", "quzhou", 2),
        ("主题", "enrolment", 1),
        ("指标", "balance_junior", 2),
        ("图表形式", "small_multiples", 2),
        ("图表语言", "en", 3),
        ("图表语言", "", 6),
    ],
)
def test_every_filter_filters(page, real, label, value, count):
    page.get_by_label(label, exact=True).select_option(value)
    count_says(page, f"显示 {count} 个图表，共 6 个")
    assert len(shown(page)) == count


def test_filters_say_how_many_charts_they_leave_and_forbid_dead_ends(page):
    page.get_by_label("主题").select_option("enrolment")
    until(page, "document.querySelector('#region [value=quzhou]').textContent", "衢州 (0)")
    assert page.locator("#region [value=quzhou]").is_disabled()
    assert page.locator("#region [value=fushun]").inner_text() == "抚顺 (1)"


def test_filters_can_be_cleared(page):
    search(page, "没有这样的词")
    count_says(page, "显示 0 个图表，共 6 个")
    page.get_by_role("button", name="清除条件").click()
    count_says(page, "显示 3 个图表，共 6 个")


def test_the_language_switch_changes_everything(page, real):
    page.get_by_role("button", name="English").click()
    count_says(page, "Showing 3 of 6 charts")
    assert shown(page) == [chart.words.title for chart in real if chart.lang == "en"]
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.title() == "Chart gallery"
    assert page.get_by_role("button", name="English").get_attribute("aria-pressed") == "true"
    interface = page.locator("[data-zh]:visible").all_inner_texts()
    assert [words for words in interface if not words.isascii() and "·" not in words] == []


def test_what_is_shown_stands_in_the_address_and_nowhere_else(page, visit, page_file):
    page.get_by_role("button", name="English").click()
    page.get_by_label("Theme").select_option("enrolment")
    search(page, "fushun")
    count_says(page, "Showing 1 of 6 charts")
    fragment = page.evaluate("location.hash")
    count_says(visit(page_file, fragment), "Showing 1 of 6 charts")
    count_says(visit(page_file), "显示 3 个图表，共 6 个")
    count_says(visit(page_file, "#lang=en"), "Showing 3 of 6 charts")
    count_says(visit(page_file, "#region=nowhere&x=<b>"), "显示 3 个图表，共 6 个")


# --- pictures, tables and evidence -----------------------------------------------------------


def test_pictures_are_shown_with_their_alt_text(page, real):
    for chart in [chart for chart in real if chart.lang == "zh"]:
        image = card(page, chart).locator("img")
        image.scroll_into_view_if_needed()
        until(page, "[...document.images].some(i => i.src.startsWith('blob:'))", True)
        assert image.get_attribute("alt") == chart.alt
        width, height = Image.open(io.BytesIO(chart.png())).size
        box = image.bounding_box()
        assert box["height"] / box["width"] == pytest.approx(height / width, rel=0.01)
        assert box["width"] > 600


def test_pictures_are_unpacked_only_when_near(page):
    until(page, "[...document.images].filter(i => i.src.startsWith('blob:')).length > 0", True)
    assert page.locator("article:not(:visible) img[src^='blob:']").count() == 0


def test_a_picture_can_be_enlarged_and_closed(page, real):
    button = card(page, real[0]).get_by_role("button", name="放大图片")
    button.click()
    dialog = page.get_by_role("dialog", name=real[0].words.title)
    assert dialog.is_visible()
    width = Image.open(io.BytesIO(real[0].png())).width
    until(page, "document.querySelector('dialog img').naturalWidth", width)
    page.keyboard.press("Escape")
    assert not dialog.is_visible()
    until(page, "document.activeElement.dataset.do", "enlarge-picture")


def test_evidence_shows_the_words_behind_a_chart(page, real):
    shown_card = card(page, real[1])
    shown_card.get_by_text("数字从哪里来").click()
    evidence = shown_card.locator("[data-show=evidence] li")
    evidence.first.wait_for()
    ids = evidence.locator("code").all_inner_texts()
    assert ids == list(dict.fromkeys(real[1].about.figures))
    trace = compare.trace("quzhou-2024-action-plan/017")
    entry = evidence.nth(ids.index("quzhou-2024-action-plan/017"))
    text = entry.inner_text()
    for words in (
        trace.figure["quote"],
        trace.figure["label"],
        trace.figure["locator"],
        f"《{trace.document['title']}》",
        trace.document["number"],
        str(trace.document["issued"]),
        "2027",
        "目标",
        "每县要求",
        "<0.35",
        "口径相近",
        trace.observations[0]["reason"],
    ):
        assert words in text
    assert entry.locator("mark").inner_text() == trace.figure["printed"]
    page.get_by_role("button", name="English").click()
    page.get_by_label("Chart language").select_option("")
    english = evidence.nth(ids.index("quzhou-2024-action-plan/017"))
    assert "each county" in english.inner_text()
    assert trace.observations[0]["reason_en"] in english.inner_text()


def test_a_figure_of_a_period_shows_its_first_and_last_year(real):
    found = originals(["fushun-14fyp/030", "fushun-14fyp/009", "no/001"], compare.evidence())
    period, year, unknown = found.values()
    assert (period["year"], year["year"], unknown) == ("2016–2020", "2020", None)
    assert year["aligned"][0]["value"] == ["42.7%", "42.7%"]


def test_a_chart_that_names_no_figure_shows_those_of_its_regions_and_indicators(page, real):
    shown_card = card(page, real[0])
    shown_card.get_by_text("数字从哪里来").click()
    ids = shown_card.locator("[data-show=evidence] li code").all_inner_texts()
    assert set(ids) == set(compare.observations(theme="balance")["figure"])


def test_the_table_is_shown_as_people_read_it(page, real):
    shown_card = card(page, real[1])
    shown_card.get_by_text("数据表").click()
    rows = shown_card.locator("table tr")
    rows.first.wait_for()
    assert rows.count() == len(real[1].data) + 1
    header = rows.first.inner_text().split("\t")
    assert header == ["指标", "地区", "年份", "类别", "数值", "可比程度", "文件", "编号"]
    cells = [row.split("\t") for row in rows.all_inner_texts()]
    assert ["初中校际差异系数", "衢州", "2027", "目标", "<0.35"] in [row[:5] for row in cells]


def table_of(chart, data):
    header, rows = chart_table(replace(chart, data=data), compare.evidence())
    return [dict(zip(header, row, strict=True)) for row in rows]


def test_tables_of_comparisons_are_in_words(real):
    chinese, english = real[0], real[3]
    observed = compare.observations(indicator="compulsory_retention")
    aligned = compare.align(observed, year=2020, kind="actual", evidence=compare.evidence())
    known = compare.evidence()
    gap = table_of(chinese, compare.gaps(aligned, to="平阳", evidence=known))[0]
    assert gap["地区"] == "抚顺" and gap["参照"] == "平阳"
    assert gap["差距"] == "−9.4个百分点" and gap["比较结果"] == "较差"
    rank = table_of(english, compare.rankings(aligned))[-1]
    assert rank["Region"] == "Xiangshan" and rank["Indicator"].startswith("Nine-year")
    pace = table_of(chinese, compare.progress(compare.observations(indicator="balance_junior")))
    targets = {row["地区"]: row["目标"] for row in pace}
    assert targets["衢州"] == "<0.35" and targets["平阳"] == "0.23"


def test_what_is_undecided_is_shown_as_the_ends_it_lies_between(real):
    row = {"rank": None, "rank_best": 1.0, "rank_worst": 3.0, "gap": None, "gap_unit": "%"}
    row |= {"gap_lo": -2.5, "gap_hi": 1.0, "value": None, "lo": 1.0, "hi": 2.0, "unit": "所"}
    assert table_of(real[0], pd.DataFrame([row])) == [
        {"数值": "1–2所", "差距": "−2.5 至 1%", "名次": "1–3"}
    ]


def test_a_frame_of_any_other_kind_is_shown_as_it_is(real):
    data = pd.DataFrame({"学校": ["一小", "+二小"], "cv": [0.123456, float("nan")], "n": [3, 4]})
    assert table_of(real[0], data) == [
        {"数值条数": "3", "学校": "一小", "cv": "0.123456"},
        {"数值条数": "4", "学校": "'+二小", "cv": ""},
    ]


def test_references_are_called_what_they_are_called_everywhere(real):
    limits = compare.table("benchmarks")
    data = pd.DataFrame({"reference": ["best", "fushun", *limits["benchmark"]], "gap": 1.5})
    shown_rows = table_of(real[3], data)
    assert [row["Compared with"] for row in shown_rows[:2]] == ["the best", "Fushun"]
    names = [benchmark_name(row, "en") for row in limits.to_dict("records")]
    assert [row["Compared with"] for row in shown_rows[2:]] == names


def test_a_page_is_written_without_anything_known(visit, tmp_path, monkeypatch):
    monkeypatch.delenv("COMPARE_HOME", raising=False)
    monkeypatch.chdir(tmp_path)
    rows = {"region": ["p", "q"], "indicator": "reach", "year": 2020, "value": [1.0, 2.0]}
    rows |= {"lo": rows["value"], "hi": rows["value"]}
    aligned = compare.align(pd.DataFrame(rows))
    chart = charts.gap_bars(compare.gaps(aligned, to="best", direction="higher"))
    page = visit(write_gallery([chart], tmp_path / "index.html", makers=small_makers(chart)))
    assert page.get_by_label("地区").locator("option").all_inner_texts()[1:] == ["p (1)", "q (1)"]
    page.get_by_text("数字从哪里来").click()
    assert "没有登记" in page.locator("[data-show=evidence] p").inner_text()
    assert "数据版本" not in page.locator("footer").inner_text()


def test_print_shows_every_chart_that_is_left(visit, page_file):
    page = visit(page_file, "#language=zh&theme=balance")
    count_says(page, "显示 2 个图表，共 6 个")
    assert page.pdf(format="A4").count(b"/Subtype /Image") == 2


# --- files -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "label"),
    [
        ("png", "PNG 图片"),
        ("svg", "SVG 矢量图"),
        ("xlsx", "Excel 表格"),
        ("pptx", "PPT 幻灯片"),
        ("csv", "CSV 数据"),
    ],
)
def test_downloads_have_the_bytes_of_the_chart(page, real, kind, label):
    with page.expect_download() as download:
        card(page, real[1]).get_by_role("button", name=label).click()
    assert download.value.suggested_filename == f"{real[1].key}.{kind}"
    said(page, f"已下载 {real[1].key}.{kind}")  # not for long
    assert Path(download.value.path()).read_bytes() == default_makers()[kind](real[1])


# --- copying ---------------------------------------------------------------------------------

READ = """async (media) => {
  const [item] = await navigator.clipboard.read();
  const bytes = new Uint8Array(await (await item.getType(media)).arrayBuffer());
  return btoa(Array.from(bytes, (b) => String.fromCharCode(b)).join(""));
}"""
NO_CLIPBOARD = "Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => undefined });"
REFUSED = """
Object.defineProperty(Navigator.prototype, 'clipboard', {
  get: () => ({ write: async () => { throw new DOMException('no', 'NotAllowedError'); } }),
});
document.execCommand = () => false;
"""


def clipboard(page, media):
    return base64.b64decode(page.evaluate(READ, media))


def pasted(page, tmp_path):
    """Paste into a document of another page, as a word processor would."""
    target = tmp_path / "paste.html"
    target.write_text("<meta charset=utf-8><div contenteditable>", encoding="utf-8")
    other = page.context.new_page()
    other.goto(target.as_uri())
    other.locator("div").click()
    other.keyboard.press("Control+V")
    return other.locator("[contenteditable]")


def same_pixels(first, second):
    opened = [Image.open(io.BytesIO(content)).convert("RGB") for content in (first, second)]
    assert opened[0].size == opened[1].size
    assert ImageChops.difference(*opened).getbbox() is None


def test_a_copied_picture_is_the_picture_with_its_words(page, real):
    card(page, real[1]).get_by_role("button", name="复制图片").click()
    said(page, "图片已复制，可以粘贴到文档里。")
    same_pixels(clipboard(page, "image/png"), real[1].png())


@pytest.mark.parametrize("before", ["", NO_CLIPBOARD], ids=["new way", "old way"])
def test_copied_text_is_title_note_and_source(visit, page_file, tmp_path, real, before):
    page = visit(page_file, before=before)
    card(page, real[1]).get_by_role("button", name="复制文字").click()
    said(page, "标题、说明和来源已复制。")
    assert pasted(page, tmp_path).inner_text().split("\n") == real[1].text().split("\n")


@pytest.mark.parametrize("before", ["", NO_CLIPBOARD], ids=["new way", "old way"])
def test_a_copied_table_pastes_as_a_table_and_as_cells(visit, page_file, tmp_path, real, before):
    page = visit(page_file, before=before)
    card(page, real[1]).get_by_role("button", name="复制表格").click()
    said(page, "表格已复制，可以粘贴到 Word、WPS 或 Excel。")
    target = pasted(page, tmp_path)
    rows = [row.locator("th, td").all_inner_texts() for row in target.locator("tr").all()]
    assert len(rows) == len(real[1].data) + 1
    assert rows[0][:2] == ["指标", "地区"]
    assert ["初中校际差异系数", "衢州", "2027", "目标", "<0.35"] in [row[:5] for row in rows]
    read = target.page.evaluate("navigator.clipboard.readText()") if not before else None
    assert read is None or [line.split("\t") for line in read.splitlines()] == rows


def test_without_the_new_clipboard_the_selected_picture_is_copied(visit, page_file, tmp_path, real):
    page = visit(page_file, before=NO_CLIPBOARD)
    card(page, real[1]).get_by_role("button", name="复制图片").click()
    said(page, say("gallery-said-selected", "zh"))
    source = pasted(page, tmp_path).locator("img").get_attribute("src")
    same_pixels(base64.b64decode(source.partition("base64,")[2]), real[1].png())


def test_a_refusal_is_said_and_leaves_the_picture_selected(visit, page_file, real):
    page = visit(page_file, before=REFUSED)
    card(page, real[1]).get_by_role("button", name="复制图片").click()
    said(page, say("gallery-said-refused", "zh"))
    until(page, "getSelection().getRangeAt(0).cloneContents().querySelectorAll('img').length", 1)
    card(page, real[1]).get_by_role("button", name="复制文字").click()
    until(page, "getSelection().rangeCount", 0)
    said(page, say("gallery-said-refused", "zh"))


# --- for everyone ----------------------------------------------------------------------------


def focused(page):
    return page.evaluate("(document.activeElement.innerText || document.activeElement.id).trim()")


def test_everything_is_reached_and_done_by_keyboard(page, real):
    page.keyboard.press("Tab")
    assert focused(page) == "跳到图表"
    assert page.locator(".skip").bounding_box()["y"] >= 0
    stops = [press_tab(page) for _ in range(9)]
    assert stops[:3] == ["中文", "English", "words"]
    assert [stop.split("\n")[0] for stop in stops[3:8]] == ["全部"] * 4 + ["全部"]
    assert stops[8] == "清除条件"
    buttons = ["放大图片", "复制图片", "复制文字", "复制表格", "PNG 图片", "SVG 矢量图"]
    assert [press_tab(page) for _ in buttons] == buttons
    more = ["Excel 表格", "PPT 幻灯片", "CSV 数据"]
    assert [press_tab(page) for _ in more] == more
    assert press_tab(page).startswith("数据表")
    assert press_tab(page).startswith("数字从哪里来")
    page.keyboard.press("Enter")
    card(page, real[0]).locator("li").first.wait_for()
    for _ in range(7):
        page.keyboard.press("Shift+Tab")
    assert focused(page) == "复制表格"[:4]
    page.keyboard.press("Enter")
    said(page, "表格已复制，可以粘贴到 Word、WPS 或 Excel。")


def press_tab(page):
    page.keyboard.press("Tab")
    style = "getComputedStyle(document.activeElement).outlineStyle"
    assert page.evaluate(style) == "solid", focused(page)
    return focused(page)


def test_the_skip_link_leads_to_the_charts_and_keeps_the_filters(page):
    page.get_by_label("主题").select_option("enrolment")
    count_says(page, "显示 1 个图表，共 6 个")
    page.locator(".skip").focus()
    page.keyboard.press("Enter")
    until(page, "document.activeElement.id", "charts")
    assert press_tab(page) == "放大图片"
    count_says(page, "显示 1 个图表，共 6 个")


@pytest.mark.parametrize(
    ("lang", "scheme", "size"),
    [
        ("zh", "light", WIDE),
        ("zh", "dark", NARROW),
        ("en", "light", NARROW),
        ("en", "dark", WIDE),
    ],
)
def test_axe_finds_nothing_serious(visit, page_file, lang, scheme, size):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    fragment = f"#lang={lang}&theme=enrolment"
    page = visit(page_file, fragment, viewport=size, color_scheme=scheme)
    for summary in page.locator("summary:visible").all():
        summary.click()
    page.locator("article:visible").first.locator("[data-do=copy-text]").click()
    page.locator("article:visible table").first.wait_for()
    assert serious(axe.run(page)) == []
    page.locator("article:visible").first.locator("[data-do=enlarge-picture]").click()
    assert serious(axe.run(page)) == []


def serious(results):
    return [
        (found["id"], [node["target"] for node in found["nodes"]][:3])
        for found in results.response["violations"]
        if found["impact"] in ("serious", "critical")
    ]


def test_nothing_is_wider_than_a_narrow_screen(visit, page_file):
    page = visit(page_file, viewport=NARROW)
    for summary in page.locator("summary:visible").all():
        summary.click()
    page.locator("article:visible table").first.wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]


def test_without_scripts_the_words_are_there(visit, page_file, real):
    page = visit(page_file, java_script_enabled=False)
    assert page.get_by_text(real[0].words.title).is_visible()
    assert "JavaScript" in page.locator("noscript").inner_text()


# --- harmless --------------------------------------------------------------------------------


@pytest.fixture
def attacked(built_world, tmp_path):
    """Return a page whose every word, from the chart and from the database, is an attack."""
    con = duckdb.connect(str(built_world.database))
    con.execute("UPDATE figures SET label = $1, locator = $1, note = $1, unit = $1", [ATTACK])
    con.execute("UPDATE documents SET title = $1, number = $1", [ATTACK])
    figure, region, indicator = con.execute(
        "SELECT figure, region, indicator FROM observations ORDER BY figure LIMIT 1"
    ).fetchone()
    con.close()
    plain = a_chart()
    data = pd.DataFrame({"region": INJECTIONS, "value": INJECTIONS, ATTACK: INJECTIONS, "n": 1.5})
    chart = replace(
        plain.with_words(title=ATTACK, subtitle=ATTACK, note=ATTACK, source=ATTACK, alt=ATTACK),
        key=f"../{ATTACK}",
        form=ATTACK,
        data=data,
        about=About((ATTACK,), (ATTACK, indicator), (ATTACK, region), (figure, ATTACK)),
    )
    # the words would also be drawn, at some length
    made = dict.fromkeys(("png", "svg", "xlsx", "pptx", "csv"), plain.png(dpi=50))
    makers = {kind: lambda _, content=content: content for kind, content in made.items()}
    return gallery_of([chart], tmp_path / "index.html", makers)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_text_of_the_data_is_never_run(visit, attacked, lang):
    page = visit(attacked, f"#lang={lang}&words={ATTACK}")
    for summary in page.locator("summary:visible").all():
        summary.click()
    page.locator("table").wait_for()
    page.locator("li blockquote").first.wait_for()
    page.locator("[data-do=enlarge-picture]").click()
    page.keyboard.press("Escape")
    page.wait_for_timeout(200)  # a dialog, an error or a request fails the test in `visit`
    assert page.locator("h2").filter(has_text=ATTACK).count() >= 1
    assert page.locator("img").first.get_attribute("alt") == ATTACK
    assert page.locator("main img").count() == 1
    assert page.locator("li").first.inner_text().count(ATTACK) == 6
    assert page.evaluate("document.scripts.length") == 8  # data, script, table and five files


READ_ROWS = r"""
navigator.clipboard.readText().then(text => text.split(/\r?\n/).map(line => line.split('\t')))
"""


@pytest.mark.parametrize(("lang", "points"), [("zh", "个百分点"), ("en", "percentage point")])
def test_copied_levels_are_in_percent_and_differences_in_percentage_points(
    visit, real, tmp_path, lang, points
):
    known = (compare.observations(), compare.coverage(), compare.evidence(), lang, "half")
    with remembered():
        some = [chart for subject in subjects(*known) for chart in dumbbell.of_subject(subject)]
    page = visit(gallery_of(some, tmp_path / "i.html", small_makers(real[0])), f"#lang={lang}")
    levels = {say(f"column-{name}-value", lang) for name in ("base", "current", "target")}
    changes = {say(f"column-{name}", lang) for name in ("distance", "pace")}
    for chart in some:
        card(page, chart).locator("[data-do=copy-table]").first.click()
        known_cells = chart_table(chart, compare.evidence())
        wanted = [known_cells[0], *known_cells[1]]
        until(page, READ_ROWS, wanted)
        header, *rows = page.evaluate(READ_ROWS)
        for row, source in zip(rows, chart.data.to_dict("records"), strict=True):
            for head, cell in zip(header, row, strict=True):
                share = cell and source["unit"] == "%"
                assert not (head in levels and share) or cell.endswith("%"), (chart.key, cell)
                assert not (head in changes and share) or points in cell, (chart.key, cell)


def test_copied_cells_are_text_and_no_formula(visit, attacked, tmp_path):
    page = visit(attacked)
    page.locator("[data-do=copy-table]").click()
    said(page, "表格已复制，可以粘贴到 Word、WPS 或 Excel。")
    target = pasted(page, tmp_path)
    rows = [row.locator("th, td").all_inner_texts() for row in target.locator("tr").all()]
    assert [row[0] for row in rows[1:]] == [*INJECTIONS[:-1], "'=1+1"]
    plain = target.page.evaluate("navigator.clipboard.readText()")
    assert [line.split("\t") for line in plain.splitlines()] == rows
    cells = [cell for row in rows for cell in row]
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)


def test_files_of_an_attack_have_harmless_names(visit, attacked):
    page = visit(attacked)
    with page.expect_download() as download:
        page.locator("[data-do=save-csv]").click()
    name = download.value.suggested_filename
    assert name == f"{file_stem('../' + ATTACK)}.csv"
    assert not set(name) & set("<>=+/\\:*?\"'| ")


def test_the_policy_of_the_page_lets_nothing_in_or_out(page_file):
    text = page_file.read_text(encoding="utf-8")
    policy = text.partition('Content-Security-Policy" content="')[2].partition('"')[0]
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy and "http" not in policy
    head = text.partition("<script")[0]
    assert "url(http" not in head and "@import" not in head and "src=h" not in head


@pytest.mark.parametrize(
    ("key", "stem"),
    [
        ("coverage-all.zh", "coverage-all.zh"),
        ("../../etc/passwd", "etc-passwd"),
        ("=1+1", "1-1"),
        ("<script>alert(1)</script>", "script-alert-1-script"),
        ("图表 一", "图表-一"),
        ("x" * 300, "x" * 100),
        ("//", "chart"),
    ],
)
def test_file_names_hold_nothing_odd(key, stem):
    assert file_stem(key) == stem


# --- whole, steady, quick --------------------------------------------------------------------


def small_makers(chart):
    """Return makers of one small file of each kind, for pages of which only the size matters."""
    content = chart.png(dpi=30)
    return {kind.name: lambda _: content for kind in KINDS}


def test_same_charts_same_bytes(real, tmp_path, page_file):
    made_anew = list(some_charts())
    one_each = dict.fromkeys(default_makers(), lambda chart: chart.alt.encode("utf-8"))
    pages = [
        gallery_of(some, tmp_path / f"{place}.html", one_each).read_bytes()
        for place, some in enumerate((real, made_anew))
    ]
    assert pages[0] == pages[1]
    last = len(made_anew) - 1
    held = set(page_file.read_bytes().splitlines())
    for kind in KINDS:
        content = default_makers()[kind.name](made_anew[last])
        held_there = payload(f"{kind.name}-{last}", content, packed=kind.packed)
        assert held_there.rstrip() in held


def test_the_page_is_the_index_of_the_reports(built_world, monkeypatch):
    chart = a_chart()
    monkeypatch.setattr("compare.charts.every_chart", lambda *_, **known: [chart])
    assert write_charts(["zh"]) == [built_world.reports / "index.html"]
    assert [path.name for path in built_world.reports.iterdir()] == ["index.html"]


def test_the_command_passes_what_is_known_and_writes_decks(built_world, monkeypatch):
    asked = []

    def every_chart(observed, covered, *, evidence, lang):
        asked.append((len(observed), len(covered), set(evidence.regions["region"]), lang))
        return [replace(a_chart(), key=f"one.{lang}", lang=lang)]

    monkeypatch.setattr("compare.charts.every_chart", every_chart)
    made = write_charts(["zh", "en"], slides=True)
    assert [path.name for path in made] == ["index.html", "charts.zh.pptx", "charts.en.pptx"]
    regions = set(compare.table("regions")["region"])
    rows = len(compare.observations()), len(compare.coverage())
    assert asked == [(*rows, regions, "zh"), (*rows, regions, "en")]
    assert compare.data_version()[:12] in made[0].read_text(encoding="utf-8")


def test_a_failing_chart_leaves_the_last_good_page(built_world):
    chart = a_chart()
    made = gallery_of([chart], built_world.reports / "index.html", small_makers(chart))
    before = made.read_bytes()

    def fail(_):
        raise ValueError("spoilt")

    with pytest.raises(ValueError, match="spoilt"):
        gallery_of([chart], made, {**small_makers(chart), "pptx": fail})
    assert made.read_bytes() == before
    assert list(built_world.reports.iterdir()) == [made]


def test_two_charts_of_one_key_are_refused(built_world, tmp_path):
    chart = a_chart()
    with pytest.raises(ReportError, match=r"two charts have the key coverage-all\.zh"):
        gallery_of([chart, chart], tmp_path / "index.html")


def test_a_gallery_of_nothing_says_so(visit, built_world, tmp_path):
    page = visit(write_gallery([], tmp_path / "index.html"))
    count_says(page, "显示 0 个图表，共 0 个")
    assert page.get_by_text("没有符合条件的图表").is_visible()


def test_an_unknown_figure_is_named_and_said_to_be_unknown(visit, built_world, tmp_path):
    chart = a_chart()
    chart = replace(chart, about=replace(chart.about, figures=("no/001",)))
    page = visit(gallery_of([chart], tmp_path / "i.html", small_makers(chart)))
    page.get_by_text("数字从哪里来").click()
    assert page.locator("li").inner_text() == "no/001 数据库中没有这一条"


def test_hundreds_of_charts_open_and_are_searched(visit, real, tmp_path):
    small = [replace(chart, data=chart.data.head(1)) for chart in real]
    many = [
        replace(small[place % len(small)], key=f"chart-{place}").with_words(title=f"第{place}号")
        for place in range(240)
    ]
    path = gallery_of(many, tmp_path / "index.html", small_makers(real[1]))
    page = visit(path)
    unpacked = "[...document.images].filter(i => i.src.startsWith('blob:')).length"
    assert page.evaluate(unpacked) < 20  # of 120: only those near the screen
    page.locator("#language").select_option("")
    search(page, "第177号")
    count_says(page, "显示 1 个图表，共 240 个")
