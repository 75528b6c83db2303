"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const data = JSON.parse(byId("data").textContent);
  const form = document.querySelector("form");
  const cards = [...document.querySelectorAll("article")];
  const filters = [...form.querySelectorAll("select")];
  let lang = "zh";

  // --- words --------------------------------------------------------------------------------

  const inLanguage = (pair) => pair[lang === "zh" ? 0 : 1];

  const words = (name, values = {}) =>
    inLanguage(data.words[name]).replace(/\{(\w+)\}/g, (_, key) => spelled(values[key]));

  const spelled = (value) => (typeof value === "number" ? value.toLocaleString(lang) : value);

  const htmlLang = (code) => (code === "zh" ? "zh-CN" : "en");

  function translate(root = document) {
    for (const element of root.querySelectorAll("[data-zh]")) {
      element.textContent = element.dataset[lang];
    }
  }

  function setLanguage(code) {
    lang = code === "en" ? "en" : "zh";
    document.documentElement.lang = htmlLang(lang);
    document.title = words("gallery-heading");
    for (const button of document.querySelectorAll("button[data-lang]")) {
      button.setAttribute("aria-pressed", String(button.dataset.lang === lang));
    }
    translate();
    for (const details of document.querySelectorAll("details[open]")) fillDetails(details);
  }

  // What happened is said where screen readers listen; the same words twice are two messages.
  let silence;
  function say(name, values) {
    const place = byId("said");
    place.textContent = "";
    clearTimeout(silence);
    setTimeout(() => { place.textContent = words(name, values); }, 50);
    silence = setTimeout(() => { place.textContent = ""; }, 8000);
  }

  function make(tag, content, attributes = {}) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...[content].flat());
    return element;
  }

  // --- search -------------------------------------------------------------------------------

  const clean = (text) => text.normalize("NFKC").toLowerCase().trim();

  const fits = (chart, filter) => !filter.value || chart[filter.name].includes(filter.value);

  function search() {
    const wanted = clean(form.words.value).split(/\s+/).filter(Boolean);
    const found = data.charts.map((chart) => wanted.every((word) => chart.find.includes(word)));
    let count = 0;
    cards.forEach((card, n) => {
      const shown = found[n] && filters.every((filter) => fits(data.charts[n], filter));
      if (card.hidden === shown) card.hidden = !shown;
      count += shown;
    });
    byId("none").hidden = count > 0;
    byId("count").textContent = words("gallery-count", { n: count });
    for (const filter of filters) countOptions(filter, found);
    remember();
  }

  // Each choice says how many charts it would leave, so that none leads nowhere.
  function countOptions(filter, found) {
    const others = filters.filter((other) => other !== filter);
    const counts = new Map();
    data.charts.forEach((chart, n) => {
      if (!found[n] || !others.every((other) => fits(chart, other))) return;
      for (const value of new Set(chart[filter.name])) {
        counts.set(value, (counts.get(value) || 0) + 1);
      }
    });
    for (const option of filter.options) {
      if (!option.value) continue;
      const count = counts.get(option.value) || 0;
      option.textContent = `${option.dataset[lang]} (${count})`;
      option.disabled = count === 0 && !option.selected;
    }
  }

  // --- what is shown stands in the address, so that it can be kept and passed on ---------------

  const fields = [form.words, ...filters];
  let written = location.hash;

  function remember() {
    const state = new URLSearchParams({ lang });
    for (const field of fields) {
      // no language of charts is a choice too: without it, that of the page comes first
      if (field.value || field === form.language) state.set(field.name, field.value);
    }
    written = `#${state}`;
    if (location.hash !== written) history.replaceState(null, "", written);
  }

  function recall() {
    const state = new URLSearchParams(location.hash.slice(1));
    setLanguage(state.get("lang"));
    for (const field of fields) field.value = state.get(field.name) || "";
    for (const filter of filters) if (filter.selectedIndex < 0) filter.value = "";
    if (!state.has("language")) preferCharts();
    search();
  }

  // Charts in the language of the page come first to mind, where there are any.
  function preferCharts() {
    const known = [...form.language.options].some((option) => option.value === lang);
    form.language.value = known ? lang : "";
  }

  // --- files --------------------------------------------------------------------------------

  // The files stand at the end of the page: they may not have been read from the disk yet.
  const isThere = (element) =>
    element && (element.nextSibling || document.readyState !== "loading");

  async function encoded(id) {
    while (!isThere(byId(id))) {
      if (document.readyState !== "loading" && !byId(id)) throw new Error(`no ${id}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return byId(id).textContent;
  }

  function decoded(text) {
    const letters = atob(text);
    const bytes = new Uint8Array(letters.length);
    for (let i = 0; i < letters.length; i += 1) bytes[i] = letters.charCodeAt(i);
    return bytes;
  }

  async function file(n, kind) {
    const { media, packed } = data.kinds[kind];
    const blob = new Blob([decoded(await encoded(`${kind}-${n}`))], { type: media });
    if (!packed) return blob;
    const stream = blob.stream().pipeThrough(new DecompressionStream("deflate"));
    return new Blob([await new Response(stream).arrayBuffer()], { type: media });
  }

  async function save(n, kind) {
    let blob;
    try {
      blob = await file(n, kind);
    } catch {
      return say("gallery-said-old");
    }
    const name = `${data.charts[n].file}.${kind}`;
    const link = make("a", "", { download: name, href: URL.createObjectURL(blob) });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    return say("gallery-said-saved", { file: name });
  }

  // A picture is unpacked when it comes near, and let go when it is far away again.
  const blank = new WeakMap();
  let printing = false;

  async function showPicture(card) {
    const image = card.querySelector("img");
    if (blank.has(image)) return;
    blank.set(image, image.src);
    const blob = await file(card.dataset.n, "png");
    if (blank.has(image)) image.src = URL.createObjectURL(blob);
  }

  function hidePicture(card) {
    const image = card.querySelector("img");
    if (printing || !blank.has(image)) return;
    if (image.src.startsWith("blob:")) URL.revokeObjectURL(image.src);
    image.src = blank.get(image);
    blank.delete(image);
  }

  const watcher = new IntersectionObserver(
    (entries) => entries.forEach((entry) => {
      (entry.isIntersecting ? showPicture : hidePicture)(entry.target);
    }),
    { rootMargin: "1500px 0px" },
  );

  // --- copying ------------------------------------------------------------------------------

  // Older browsers, and some pages opened from a disk, have only the old way to copy.
  function copyTheOldWay(texts, anything) {
    let done = false;
    const put = (event) => {
      for (const [media, text] of Object.entries(texts)) event.clipboardData.setData(media, text);
      event.preventDefault();
      done = true;
    };
    select(anything); // where nothing is selected, some browsers copy nothing
    document.addEventListener("copy", put, { once: true });
    const allowed = document.execCommand("copy");
    document.removeEventListener("copy", put);
    getSelection().removeAllRanges();
    return allowed && done;
  }

  function select(element) {
    const range = document.createRange();
    range.selectNode(element);
    const selection = getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
  }

  async function copyTexts(n, texts, said) {
    try {
      const parts = Object.entries(texts).map(
        ([media, text]) => [media, new Blob([text], { type: media })],
      );
      await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(parts))]);
      return said;
    } catch {
      return copyTheOldWay(texts, byId(`title-${n}`)) ? said : "gallery-said-refused";
    }
  }

  async function copyPicture(n) {
    try {
      const picture = new ClipboardItem({ "image/png": file(n, "png") });
      await navigator.clipboard.write([picture]);
      return "gallery-said-picture";
    } catch {
      return copySelectedPicture(n);
    }
  }

  // Selected, a picture travels as HTML; with its bytes in its address it arrives whole.
  async function copySelectedPicture(n) {
    const copy = make("img", [], { class: "copied", alt: cards[n].querySelector("img").alt });
    copy.src = `data:image/png;base64,${await encoded(`png-${n}`)}`;
    document.body.append(copy);
    await copy.decode();
    select(copy);
    const done = document.execCommand("copy");
    copy.remove();
    if (!done) select(cards[n].querySelector("img"));
    return done ? "gallery-said-selected" : "gallery-said-refused";
  }

  async function table(n) {
    const { header, rows } = JSON.parse(await encoded(`table-${n}`));
    const cell = (tag) => (text) => make(tag, text, tag === "th" ? { scope: "col" } : {});
    const element = make("table", [
      make("thead", make("tr", header.map(cell("th")))),
      make("tbody", rows.map((row) => make("tr", row.map(cell("td"))))),
    ]);
    const plain = [header, ...rows].map((row) => row.join("\t")).join("\r\n");
    return { element, plain };
  }

  const copying = {
    picture: copyPicture,
    text: (n) => copyTexts(n, { "text/plain": data.charts[n].text }, "gallery-said-text"),
    table: async (n) => {
      const { element, plain } = await table(n);
      element.setAttribute("border", "1");
      const html = `<meta charset="utf-8">${element.outerHTML}`;
      return copyTexts(n, { "text/html": html, "text/plain": plain }, "gallery-said-table");
    },
  };

  // --- the picture on its own -----------------------------------------------------------------

  const large = byId("large");

  async function enlarge(n) {
    const image = large.querySelector("img");
    const small = cards[n].querySelector("img");
    byId("large-title").textContent = byId(`title-${n}`).textContent;
    large.lang = small.parentElement.lang;
    image.alt = small.alt;
    image.src = URL.createObjectURL(await file(n, "png"));
    large.showModal();
  }

  large.addEventListener("close", () => URL.revokeObjectURL(large.querySelector("img").src));

  async function act(button) {
    const [verb, what] = button.dataset.do.split("-");
    const { n } = button.dataset;
    if (verb === "copy") say(await copying[what](n));
    if (verb === "save") save(n, what);
    if (verb === "enlarge") enlarge(n);
    if (verb === "close") large.close();
  }

  // --- tables and evidence ------------------------------------------------------------------

  async function fillDetails(details) {
    const { n } = details.closest("article").dataset;
    const inside = details.querySelector(".inside");
    if (details.dataset.show === "evidence") {
      inside.replaceChildren(...evidence(data.charts[n].figures));
    } else if (!inside.firstChild) {
      const { element } = await table(n);
      inside.lang = htmlLang(data.charts[n].language[0]);
      inside.tabIndex = 0; // wide tables scroll, also by keyboard
      inside.setAttribute("role", "region");
      inside.setAttribute("aria-labelledby", `title-${n}`);
      inside.replaceChildren(element);
    }
  }

  function evidence(figures) {
    if (!figures.length) return [make("p", words("gallery-no-evidence"))];
    return [make("ol", figures.map((id) => make("li", entry(id, data.figures[id]))))];
  }

  function entry(id, figure) {
    if (!figure) return make("p", [make("code", id), ` ${words("gallery-unknown-figure")}`]);
    const said = data.documents[figure.document];
    const details = inLanguage(said.details) || words("gallery-undated");
    const printed = original(figure.printed + figure.unit);
    if (figure.worded) printed.append(words("gallery-worded"));
    const { year } = figure;
    const facts = [
      ["gallery-fact-figure", make("code", id)],
      ["gallery-fact-label", original(figure.label)],
      ["gallery-fact-printed", printed],
      ["gallery-fact-year", words("gallery-dated", { year, basis: inLanguage(figure.basis) })],
      ["gallery-fact-kind", inLanguage(figure.kind)],
      ["gallery-fact-scope", inLanguage(figure.scope)],
    ];
    const note = figure.note ? [["gallery-fact-note", figure.note]] : [];
    return [
      make("blockquote", quoted(figure), { lang: "zh-CN" }),
      make("p", [original(said.title), ` ${details} · `, original(figure.locator)]),
      make("dl", facts.map(fact)),
      make("dl", [...note.map(fact), ...judgements(figure.aligned)], { class: "judged" }),
    ];
  }

  const original = (text) => make("span", text, { lang: "zh-CN" });

  const fact = ([name, content]) => make("div", [make("dt", words(name)), make("dd", content)]);

  function judgements(aligned) {
    if (!aligned.length) return [fact(["gallery-fact-indicator", words("gallery-not-aligned")])];
    return aligned.flatMap((row) => {
      const indicator = inLanguage(data.indicators[row.indicator]);
      const also = row.use ? words(`gallery-${row.use}`) : "";
      return [
        ["gallery-fact-indicator", `${indicator} ${inLanguage(row.value)}${also}`],
        ["gallery-fact-grade", inLanguage(row.grade)],
        ["gallery-fact-why", inLanguage(row.why)],
      ].map(fact);
    });
  }

  // The number is marked in its words, unless they hold it twice.
  function quoted({ quote, printed }) {
    const parts = quote.split(printed);
    if (parts.length !== 2) return quote;
    return [parts[0], make("mark", printed), parts[1]];
  }

  // --- wiring -------------------------------------------------------------------------------

  let pause;
  form.addEventListener("input", (event) => {
    clearTimeout(pause);
    pause = setTimeout(search, event.target === form.words ? 120 : 0);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => {
    preferCharts();
    search();
  }));
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button?.dataset.do) act(button);
    if (event.target.closest(".picture img")) enlarge(event.target.closest("article").dataset.n);
    if (button?.dataset.lang) {
      setLanguage(button.dataset.lang);
      preferCharts();
      search();
    }
  });
  document.querySelector(".skip").addEventListener("click", (event) => {
    event.preventDefault(); // the address keeps what is shown
    byId("charts").focus();
    byId("charts").scrollIntoView();
  });
  document.addEventListener("toggle", (event) => {
    if (event.target.matches("details[open]")) fillDetails(event.target);
  }, true);
  addEventListener("hashchange", () => { if (location.hash !== written) recall(); });
  addEventListener("beforeprint", () => {
    printing = true;
    for (const card of cards) if (!card.hidden) showPicture(card);
  });
  addEventListener("afterprint", () => { printing = false; });
  recall();
  for (const card of cards) watcher.observe(card);
})();
