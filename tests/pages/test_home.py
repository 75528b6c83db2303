"""The front door in a real browser, without network: found, copied, cited, harmless."""

import base64
import io
import re
import time
from dataclasses import replace
from itertools import chain
from pathlib import Path

import pytest
from forms_of import in_both_languages
from PIL import Image, ImageStat
from programs import chromium
from remembered import remembered

import compare
from compare.atomic import write_bytes
from compare.errors import ReportError
from compare.pages.home import Content, write_home
from compare.pages.listed import other_words
from compare.pages.pieces import piece_of
from compare.pages.told import findings_of

WIDE, NARROW = {"width": 1360, "height": 900}, {"width": 390, "height": 844}
DRAWN = ("compulsory_retention",)
RETENTION = "ranking-compulsory_retention-2020-actual"

INJECTIONS = [
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "<!--<script>",
    "=1+1",
]
ATTACK = " ".join(INJECTIONS)

REPORTS = [
    {
        "name": f"pair-fushun-pingyang.{lang}", "lang": lang, "notebook": "05-pair",
        "title": title, "heading": heading,
        "formats": ["html", "docx"], "charts": [RETENTION, "alone"],
        "regions": ["fushun", "pingyang"], "indicators": [], "themes": [],
    }
    for lang, title, heading in (
        ("zh", "抚顺与平阳", "抚顺市与平阳县：高等教育毛入学率抚顺高10.5个百分点（2020年）"),
        ("en", "Fushun and Pingyang", "Fushun and Pingyang: 10.5 percentage points"),
    )
] + [
    {
        "name": "attainment.zh", "lang": "zh", "notebook": "11-attainment", "title": "目标完成情况",
        "heading": "目标完成情况：平阳到2024年底未创成", "formats": ["html"], "charts": [],
        "regions": [], "indicators": [], "themes": [],
    }
]  # fmt: skip


@pytest.fixture(scope="module")
def content(built_once):
    """Return what stands on the page: a few charts, and everything else of the project."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COMPARE_HOME", str(built_once.root))
        known, observed = compare.evidence(), compare.observations()
        with remembered():
            made = chain(*in_both_languages(observed, compare.coverage(), known, DRAWN).values())
        yield Content(
            [piece_of(chart, known) for chart in made], findings_of(observed, known), known,
            other_words(built_once.raw), REPORTS, "0123456789ab",
        )  # fmt: skip


@pytest.fixture(scope="module")
def home(content, tmp_path_factory):
    path = write_home(tmp_path_factory.mktemp("home") / "index.html", content)
    for piece in content.pieces:
        for name, made in piece.files.items():
            write_bytes(path.parent / "charts" / name, made)
    return path


@pytest.fixture
def no_fonts(monkeypatch):
    """Spare a page the cutting of its fonts."""
    monkeypatch.setattr("compare.pages.home.fonts_for", lambda _: {400: b"", 700: b""})


@pytest.fixture(scope="module")
def browser():
    with chromium() as started:
        yield started


@pytest.fixture
def visit(browser, home):
    """Return a function that opens the page; at the end nothing may have gone wrong or out."""
    contexts, wrong = [], []

    def note(request):
        if not request.url.startswith(("file:", "blob:", "data:")):
            wrong.append(request.url)

    def opened(fragment="", *, path=home, before="", **options):
        chosen = {"viewport": WIDE, "locale": "zh-CN", "accept_downloads": True, **options}
        context = browser.new_context(**chosen)
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
        until(page, "'ready' in document.body.dataset", True)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert wrong == []


def until(page, question, wanted):
    """Ask the page until it says what is wanted; its policy forbids Playwright's own waiting."""
    deadline = time.monotonic() + 30
    while (answer := page.evaluate(question)) != wanted and time.monotonic() < deadline:
        page.wait_for_timeout(20)
    assert answer == wanted


def said(page, words):
    until(page, "document.getElementById('said').textContent", words)


def press(page, name):
    page.get_by_role("button", name=name, exact=True).first.click()


def results(page, query):
    """Type a query; return the results as ``kind: words``, when the address has it."""
    page.locator("#words").fill(query)
    until(page, "new URLSearchParams(location.hash.split('?')[1]).get('q')", query)
    return page.evaluate(
        "[...document.querySelectorAll('.result')].map((one) => one.className.split(' ').pop()"
        " + ': ' + (one.querySelector('.name') ?? one.querySelector('a') ?? one).textContent)"
    )


# --- what it opens with -------------------------------------------------------------------------


def test_it_opens_with_the_weightiest_findings_in_the_language_of_the_browser(visit, content):
    for locale, lang, title in (
        ("zh-TW", "zh", "教育指标比较"),
        ("de", "en", "Education indicators compared"),
    ):
        page = visit(locale=locale)
        first = content.findings[0].said[lang].sentence(lang)
        assert page.title() == page.locator("h1").inner_text() == title
        assert page.locator(".told p").first.inner_text() == first
        assert page.locator("html").get_attribute("lang") == ("zh-CN" if lang == "zh" else "en")


def test_the_switch_changes_the_language_and_it_is_kept(visit):
    page = visit(f"#chart/{RETENTION}")
    press(page, "English")
    assert "Fushun" in page.locator("h1").inner_text()
    assert page.locator("html").get_attribute("lang") == "en"
    shown = [text for text in page.locator("main").inner_text().splitlines() if text]
    assert [text for text in shown if "个百分点" in text or "复制" in text] == []
    page.reload()
    until(page, "document.documentElement.lang", "en")


def test_everything_is_listed(visit, content):
    page = visit()
    known = content.evidence
    for name, count in (
        ("图表", len({piece.name for piece in content.pieces})),
        ("报告", 2),
        ("地区", len(known.regions)),
        ("指标", len(known.indicators)),
        ("来源", len(known.documents)),
    ):
        page.locator("nav").get_by_text(name, exact=True).click()
        until(page, "document.querySelector('h1').textContent", name)
        assert page.locator("main li").count() == count
        assert page.locator("nav [aria-current]").inner_text() == name


def test_reports_are_listed_by_what_they_are_about_those_of_all_first(visit):
    page = visit("#reports")
    assert page.locator("main h2").all_inner_texts() == ["全部地区（1）", "两地比较（1）"]
    assert REPORTS[2]["heading"] in page.locator("main li").first.inner_text()


# --- search -------------------------------------------------------------------------------------

FOUND = [
    # as it is called, in both languages
    ("高中阶段毛入学率", "indicator: 高中阶段毛入学率"),
    ("gross upper-secondary enrolment", "indicator: 高中阶段毛入学率"),
    # a part, another order, another name, a word for the same
    ("高中毛入学率", "indicator: 高中阶段毛入学率"),
    ("毛入学率 高中", "indicator: 高中阶段毛入学率"),
    ("辍学", "indicator: 九年义务教育巩固率"),
    ("教师学历", "indicator: 初中教师研究生比例"),
    ("农民工子女", "indicator: 符合条件随迁子女公办就读比例"),
    ("migrant", "indicator: 符合条件随迁子女公办就读比例"),
    # slips
    ("拂顺", "region: 抚顺"),
    ("普会性", "indicator: 普惠性幼儿园在园幼儿占比"),
    ("enrollment", "indicator: 高中阶段毛入学率"),
    ("Fushum", "region: 抚顺"),
    # regions, pairs, documents
    ("210400", "region: 抚顺"),
    ("抚顺与平阳", f"report: {REPORTS[0]['heading']}"),
    ("平阳 抚顺", f"report: {REPORTS[0]['heading']}"),
    ("平政发〔2023〕36号", "source: 《平阳县教育事业发展“十四五”规划》"),
    # questions, with words that ask nothing, and slips within them
    ("比抚顺与平阳", f"report: {REPORTS[0]['heading']}"),
    ("抚顺 平阳 对比", f"report: {REPORTS[0]['heading']}"),
    ("抚顺高中毛入学率与全国差多少",
     "finding: 2020年，抚顺高中阶段毛入学率为88.5%，比全国（91.2%）低2.7个百分点（年份推定）。"),
    ("Fushun vs nation high school enrollment",
     "finding: 2020年，抚顺高中阶段毛入学率为88.5%，比全国（91.2%）低2.7个百分点（年份推定）。"),
    ("２０２０年巩固率",
     "chart: 九年义务教育巩固率：抚顺比象山、平阳低9.4个百分点（2020年，口径相近）"),
]  # fmt: skip


def test_search_finds_first_what_is_meant(visit):
    page = visit()
    first = {query: next(iter(results(page, query)), "") for query, _ in FOUND}
    wrong = [(query, found) for (query, found) in first.items() if found != dict(FOUND)[query]]
    assert wrong == []


def test_the_id_of_a_figure_finds_what_says_it_and_what_draws_it(visit, content):
    page = visit()
    found = results(page, "Fushun-14fyp/002")
    drawn = [one for one in content.pieces if "fushun-14fyp/002" in one.said["figures"]]
    said = [one for one in content.findings if "fushun-14fyp/002" in one.figures]
    assert len(found) == len({one.name for one in drawn}) + len(said) > 2
    assert {one.split(":")[0] for one in found} == {"finding", "chart"}


def test_questions_and_slips_are_answered_and_nonsense_is_not(visit):
    page = visit()
    for question in ("谁领先", "who leads"):
        kinds = [one.split(":")[0] for one in results(page, question)[:5]]
        assert set(kinds) <= {"finding", "chart"} and kinds
    for question in ("没达到", "象山2025年哪些目标没达到", "平阳未能按期完成什么",
                     "平阳没能实现的目标", "Which targets did Pingyang not meet",
                     "Pingyang failed targets"):  # fmt: skip
        first, *_ = results(page, question)
        assert first.startswith("finding: 结论截至2025年到期的"), question
        assert "已按" not in page.locator("#count").inner_text()
    for words in ("抚顺高出全国", "哪些指标抚顺不如全国", "谁的学前三年入园率最高", "衢州哪年"):
        results(page, words)  # words that are right are not corrected, nor said to be unknown
        assert re.fullmatch(r"[0-9]+ 条结果", page.locator("#count").inner_text()), words
    for words, strange in (("上海和平阳比较", "上海"), ("北京的高中入学率", "北京")):
        assert results(page, words)
        assert page.locator("#count").inner_text().startswith(f"这里没有“{strange}”。")
    assert results(page, "目标完成情况")[0] == f"report: {REPORTS[2]['heading']}"
    results(page, "拂顺毛入学率")
    assert "已按“抚顺 毛入学率”查找" in page.locator("#count").inner_text()
    results(page, "拂顺")
    assert "已按“抚顺”查找" in page.locator("#count").inner_text()
    assert results(page, "zzzz") == []
    assert page.locator("#count").inner_text() == "没有找到。"


def test_facets_count_and_filter_and_stand_in_the_address(visit):
    page = visit("#search?q=巩固率")
    every = page.locator(".result").count()
    page.get_by_label("类别").select_option("chart")
    until(page, "new URLSearchParams(location.hash.split('?')[1]).get('kind')", "chart")
    assert 0 < page.locator(".result").count() < every
    assert page.locator(".result:not(.chart)").count() == 0
    assert page.evaluate("document.activeElement.name") == "kind"
    option = page.locator("#by-region option[value=fushun]").inner_text()
    assert re.fullmatch(r"抚顺 \(\d+\)", option)
    years = page.locator("#by-year option").all_inner_texts()[1:]
    assert years == sorted(years, reverse=True) and any(one.startswith("2020 (") for one in years)
    again = visit(page.evaluate("location.hash"))
    assert again.locator(".result").count() == page.locator(".result").count()
    press(page, "清除筛选")
    until(page, "new URLSearchParams(location.hash.split('?')[1]).get('kind')", None)
    assert page.locator(".result").count() == every


def test_a_region_is_found_by_charts_that_have_a_figure_of_it(visit, content):
    silent = next(one for one in content.pieces if one.name == RETENTION)
    assert "ningbo" not in silent.said["regions"]
    page = visit("#search?kind=chart&region=ningbo")
    assert silent.said["title"] not in page.locator("main").inner_text()
    assert "ningbo" not in page.locator("#by-region option").evaluate_all(
        "(all) => all.filter((one) => !one.textContent.endsWith('(0)')).map((one) => one.value)"
    )


def test_a_chart_of_reports_alone_leads_to_what_can_be_copied(visit):
    page = visit("#chart/alone")
    assert page.locator("h1").inner_text() == "这张图只在下列报告中"
    told = page.locator(".told").first.inner_text()
    assert "抚顺" in told and "平阳" in told
    press(page, "复制句子")
    said(page, "句子和来源已复制。")


# --- places -------------------------------------------------------------------------------------


def test_a_chart_has_a_place_with_all_that_is_known_of_it(visit, content):
    piece = next(one for one in content.pieces if (one.name, one.lang) == (RETENTION, "zh"))
    page = visit(f"#chart/{RETENTION}")
    assert page.locator("h1").inner_text() == piece.said["title"]
    assert page.get_by_role("img", name=piece.said["alt"]).is_visible()
    assert "未提及" in page.locator("figure svg.wide").inner_html()
    assert page.locator("thead th").all_inner_texts() == piece.said["header"]
    assert "状态" not in piece.said["header"]
    assert page.locator("tbody tr").count() == len(piece.said["rows"])
    cited = page.locator("ul.cited").inner_text()
    assert "抚顺市人民政府办公室. 抚顺市“十四五”教育发展规划：抚政办发〔2022〕18号[Z]." in cited
    assert "2020年全国教育事业发展统计公报" in cited  # of the national figure in the finding
    trace = compare.trace("fushun-14fyp/002", None)
    assert page.locator("mark").first.inner_text() == trace.figure["printed"]
    page.locator("summary").first.click()
    page.get_by_text(trace.observations[0]["reason"]).wait_for()
    report = page.get_by_role("link", name=REPORTS[0]["heading"])
    assert report.get_attribute("href") == "pair-fushun-pingyang.zh.html"


def test_places_are_reached_by_address_and_left_again(visit):
    page = visit("#region/fushun")
    assert page.locator("h1").inner_text() == "抚顺市"
    page.locator(".told a").first.click()
    until(page, r"/^#(chart|indicator)\//.test(location.hash)", True)
    until(page, "document.activeElement.tagName", "H1")
    page.go_back()
    until(page, "document.querySelector('h1').textContent", "抚顺市")
    for place, title, words in (
        ("indicator/compulsory_retention", "九年义务教育巩固率", "fushun-14fyp/002"),
        ("source/fushun-14fyp", "《抚顺市“十四五”教育发展规划》", "[Z]. 2022-05-18."),
        ("chart/nowhere", "没有这一页", "nowhere"),
        ("chart/alone", "这张图只在下列报告中", REPORTS[0]["heading"]),
        ("chart/nowhere?lang=en", "There is no such page", "nowhere"),
    ):
        page.evaluate(f"location.hash = '{place}'")
        until(page, "document.querySelector('h1').textContent", title)
        assert words in page.locator("main").inner_text()


def test_files_lie_beside_the_page(visit, content):
    page = visit(f"#chart/{RETENTION}")
    piece = next(one for one in content.pieces if (one.name, one.lang) == (RETENTION, "zh"))
    for label, ending in (("PPT 幻灯片", "pptx"), ("Excel 表格", "xlsx")):
        with page.expect_download() as download:
            page.get_by_role("link", name=label).click()
        name = f"{RETENTION}.zh.{ending}"
        assert Path(download.value.path()).read_bytes() == piece.files[name]


# --- copying ------------------------------------------------------------------------------------

READ = """async (media) => {
  const [item] = await navigator.clipboard.read();
  const bytes = new Uint8Array(await (await item.getType(media)).arrayBuffer());
  return btoa(Array.from(bytes, (b) => String.fromCharCode(b)).join(""));
}"""
NO_CLIPBOARD = "Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => undefined });"


def clipboard(page, media):
    return base64.b64decode(page.evaluate(READ, media))


def lines(page):
    return clipboard(page, "text/plain").decode().splitlines()


def test_picture_sentence_table_and_citation_are_copied(visit, content):
    piece = next(one for one in content.pieces if (one.name, one.lang) == (RETENTION, "zh"))
    page = visit(f"#chart/{RETENTION}", color_scheme="dark")
    press(page, "复制图片")
    said(page, "图片已复制，可以粘贴到文档里。")
    picture = Image.open(io.BytesIO(clipboard(page, "image/png"))).convert("L")
    width, height = piece.pictures["wide"]["size"]
    assert picture.size == (round(width * 300 / 72), round(height * 300 / 72))
    assert picture.getpixel((2, 2)) == 255  # on white, also in the dark
    title = picture.crop((0, 0, picture.width, round(piece.pictures["wide"]["plot"][0] * 300 / 72)))
    assert ImageStat.Stat(title).mean[0] < 253  # with its title

    press(page, "复制句子")
    said(page, "句子和来源已复制。")
    sentence, source, *cited = lines(page)
    assert sentence.startswith("2020年，九年义务教育巩固率象山、平阳均为100%、抚顺为90.6%")
    assert source == "来源：" and len(cited) == 3
    assert cited[0].startswith("[1] ") and any("[Z]. 2022-05-18." in one for one in cited)

    press(page, "复制表格")
    said(page, "表格已复制，可以粘贴到 Word、WPS 或 Excel。")
    assert [line.split("\t") for line in lines(page)] == [piece.said["header"], *piece.said["rows"]]
    assert clipboard(page, "text/html").decode().count("<tr>") == len(piece.said["rows"]) + 1

    press(page, "复制引文")
    said(page, "引文已复制。")
    assert lines(page) == page.locator("ul.cited li").all_inner_texts()


def test_what_browsers_without_the_new_clipboard_copy_is_the_same(visit, tmp_path):
    page = visit(f"#chart/{RETENTION}", before=NO_CLIPBOARD)
    press(page, "复制引文")
    said(page, "引文已复制。")
    target = tmp_path / "paste.html"
    target.write_text("<meta charset=utf-8><textarea></textarea>", encoding="utf-8")
    other = page.context.new_page()
    other.goto(target.as_uri())
    other.locator("textarea").click()
    other.keyboard.press("Control+V")
    assert "[Z]. 2022-05-18." in other.locator("textarea").input_value()


def test_a_saved_picture_says_its_resolution(visit):
    page = visit(f"#chart/{RETENTION}")
    with page.expect_download() as download:
        press(page, "PNG 图片")
    assert download.value.suggested_filename == f"{RETENTION}.zh.png"
    with Image.open(download.value.path()) as picture:
        assert picture.info["dpi"] == pytest.approx((300, 300), rel=0.001)


# --- for everyone -------------------------------------------------------------------------------


def test_axe_finds_nothing_serious(visit):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    for fragment, options in (
        ("", {"color_scheme": "dark"}),
        (f"#chart/{RETENTION}", {"viewport": NARROW}),
        ("#search?q=巩固率", {"locale": "en", "color_scheme": "dark"}),
    ):
        found = axe.run(visit(fragment, **options)).response["violations"]
        assert [
            (one["id"], [node["target"] for node in one["nodes"]][:3])
            for one in found
            if one["impact"] in ("serious", "critical")
        ] == []


def test_a_keyboard_needs_few_steps(visit):
    page = visit()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.tagName") == "H1"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.told') !== null")
    page.keyboard.press("/")
    page.keyboard.type("抚顺")
    until(page, "document.querySelectorAll('.result').length > 0", True)
    assert page.evaluate("document.activeElement.id") == "words"
    for key in ("Enter", "ArrowDown"):
        page.locator("#words").focus()
        page.keyboard.press(key)
        until(page, "document.activeElement.closest('.result') !== null", True)
    stops = "a, button, input, select, summary, [tabindex='0']"
    for place in ("", f"#chart/{RETENTION}"):
        assert visit(place).locator(stops).count() < 50


def test_a_phone_shows_charts_that_can_be_read(visit):
    page = visit(f"#chart/{RETENTION}", viewport=NARROW, color_scheme="dark")
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
    assert page.locator("svg.narrow").is_visible() and not page.locator("svg.wide").is_visible()
    text = page.locator("svg.narrow text").first
    assert text.bounding_box()["height"] > 9
    fill = page.evaluate("getComputedStyle(document.querySelector('svg.narrow text')).fill")
    assert min(map(int, re.findall(r"\d+", fill))) > 150  # light, in the dark


def test_print_leaves_the_controls_out(visit):
    page = visit(f"#chart/{RETENTION}", color_scheme="dark")
    page.emulate_media(media="print")
    assert not page.locator("header").is_visible() and not page.locator(".actions").is_visible()
    assert page.locator("figure svg.wide").is_visible() and page.locator("table").is_visible()
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"


# --- harmless -----------------------------------------------------------------------------------


def test_text_of_the_data_is_never_run(visit, content, tmp_path, no_fonts):
    piece = content.pieces[0]
    bad = dict.fromkeys(("title", "subtitle", "note", "source", "alt", "form"), ATTACK)
    rows = [[injection] * len(piece.said["header"]) for injection in INJECTIONS]
    named = {"regions": [ATTACK], "themes": [ATTACK], "indicators": [ATTACK], "figures": [ATTACK]}
    attacked = replace(piece, name=ATTACK, said={**piece.said, **bad, "rows": rows, **named})
    path = write_home(tmp_path / "index.html", replace(content, pieces=[attacked], reports=()))
    page = visit(path=path)
    page.locator(".card").first.click()
    until(page, "document.querySelector('h1').textContent", ATTACK)
    assert page.locator("td").first.inner_text() == INJECTIONS[0]
    assert page.locator("main img").count() == 0
    assert page.evaluate("document.querySelectorAll('script:not([type])').length") == 1
    results(page, ATTACK)
    page.wait_for_timeout(100)  # a dialog, an error or a request fails the test in `visit`


def test_the_page_lets_nothing_in_or_out(home):
    text = home.read_text(encoding="utf-8")
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', text)[1]
    assert "default-src 'none'" in policy and "unsafe" not in policy
    assert not re.search(r"(?:src|href)=\"(?!#|data:)[a-z]+:", text)
    assert home.stat().st_size < 1_500_000


# --- written ------------------------------------------------------------------------------------


def test_same_content_same_bytes(content, tmp_path, no_fonts):
    first = write_home(tmp_path / "first.html", content)
    again = write_home(tmp_path / "index.html", content)
    assert again.read_bytes() == first.read_bytes()


def test_two_charts_of_one_name_are_refused(content, tmp_path):
    twice = replace(content, pieces=[content.pieces[0]] * 2)
    with pytest.raises(ReportError, match="two charts are called"):
        write_home(tmp_path / "index.html", twice)


def test_a_page_of_nothing_is_a_page(visit, tmp_path, no_fonts):
    from compare.ledger.evidence import Evidence

    path = write_home(tmp_path / "index.html", Content([], [], Evidence(), {}))
    page = visit(path=path)
    assert page.locator("h1").inner_text() == "教育指标比较"
    assert results(page, "抚顺") == []
