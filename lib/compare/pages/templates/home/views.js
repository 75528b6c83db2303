  // --- views: what stands below the head of the page -----------------------------------------------

  const heading = (text) => make("h1", { tabindex: "-1" }, text);
  const soft = (...content) => make("p", { class: "soft" }, ...content);

  const views = {
    "": () => [
      heading(words("home-title")),
      soft(words("home-intro")),
      ...section("home-first", data.first.length, tolds(data.first.map((n) => data.findings[n]), 6, "first")),
      ...section("home-charts", inLanguage(data.charts).length, grid(data.charts, 12)),
    ],
    charts: () => [heading(words("home-nav-charts")), soft(link("#search?kind=chart", words("home-filter-charts"))), ...grid(data.charts, Infinity)],
    reports: () => [heading(words("home-nav-reports")), ...IN_ORDER.flatMap((name) => {
      const reports = reportsOf((one) => SUBJECTS.find(([, fits]) => fits(one))[0] === name);
      return section(name, reports.length, reportList(reports, Infinity));
    }), ...(data.reports.length ? [] : [make("p", {}, words("home-no-reports"))]),
    ...section("home-other-pages", data.pages.length, list(data.pages, (page) => make("li", {}, link(page.file, page.title)), {}, Infinity))],
    regions: () => [heading(words("home-nav-regions")), ...list(Object.keys(data.regions), item("region", "regions"), {}, Infinity)],
    indicators: () => [heading(words("home-nav-indicators")), ...Object.keys(data.themes).flatMap((theme) => {
      const keys = Object.keys(data.indicators).filter((key) => data.indicators[key].theme === theme);
      return keys.length ? [make("h2", {}, pick(data.themes[theme])), ...list(keys, item("indicator", "indicators"), { class: "columns" }, Infinity)] : [];
    })],
    sources: () => [heading(words("home-nav-sources")), ...list(Object.keys(data.sources), sourceItem, {}, Infinity)],
    chart, region, indicator, source, search: results,
  };

  // What reports are about, the first that fits; on the page the longest list comes last.
  const SUBJECTS = [
    ["home-reports-brief", (one) => one.notebook === "brief"],
    ["home-reports-pair", (one) => one.regions.length === 2],
    ["home-reports-region", (one) => one.regions.length === 1],
    ["home-reports-theme", (one) => one.themes.length > 0],
    ["home-reports-indicator", (one) => one.indicators.length > 0],
    ["home-reports-whole", () => true],
  ];
  const IN_ORDER = ["home-reports-whole", "home-reports-region", "home-reports-pair", "home-reports-theme", "home-reports-brief", "home-reports-indicator"];

  // What is known of one region, indicator or source: findings, charts, reports, figures.
  function about(found, charts, reports, figures) {
    return [
      ...section("home-findings", found.length, tolds(found, 6)),
      ...section("home-charts", inLanguage(charts).length, grid(charts, 9)),
      ...section("home-reports", reports.length, reportList(reports, 8)),
      ...section("home-figures", figures.length, figureList(figures, 6)),
    ];
  }

  const ofOneFirst = (charts) => [...charts].sort((a, b) => (a.indicators.length > 1) - (b.indicators.length > 1));
  const ofIndicator = (key) => Object.keys(data.figures).filter((id) => data.figures[id].aligned.some((row) => row.indicator === key));
  const first = (keys) => [...new Set(data.first.filter((n) => keys(data.findings[n])))].map((n) => data.findings[n]);

  function region(key) {
    const known = data.regions[key];
    if (!known) return nothing(key);
    const sources = Object.keys(data.sources).filter((name) => data.sources[name].region === key);
    return [
      heading(pick([known.full, known.name[1]])), soft(pick(known.level)),
      ...about(first((one) => has(one.regions, key)), data.charts.filter((one) => has(one.regions, key)),
        reportsOf((one) => has(one.regions, key)), []),
      ...section("home-sources", sources.length, list(sources, sourceItem)),
    ];
  }

  function indicator(key) {
    const known = data.indicators[key];
    if (!known) return nothing(key);
    return [
      heading(pick(known.name)),
      make("p", {}, pick(known.definition)),
      soft([pick(data.themes[known.theme] ?? ["", ""]), pick(known.unit), pick(known.direction)].filter(Boolean).join(" · ")),
      ...about(first((one) => one.indicator === key), ofOneFirst(data.charts.filter((one) => has(one.indicators, key))),
        reportsOf((one) => has(one.indicators, key)), ofIndicator(key)),
    ];
  }

  function source(key) {
    const known = data.sources[key];
    if (!known) return nothing(key);
    const figures = Object.keys(data.figures).filter((id) => data.figures[id].document === key);
    const of = (ids) => ids.some((id) => id.startsWith(`${key}/`));
    return [
      heading(shortSource(key)),
      make("p", { class: "cited" }, pick(known.cited), " ", button("home-copy-citation", () => copyLines([pick(known.cited)], "home-said-citation"))),
      ...about(first((one) => of(one.figures)), data.charts.filter((one) => of(one.figures)), [], figures),
    ];
  }

  const nothing = (key) => [heading(words("home-nothing-here")), make("p", {}, words("home-nothing-called", { n: 2, title: key }))];

  // A chart of reports alone has no place here: what is known of the same subjects has, to be copied.
  function onlyInReports(id) {
    const holding = reportsHolding(id);
    if (!holding.length) return nothing(id);
    const indicators = holding.flatMap((report) => report.indicators);
    const regions = holding.flatMap((report) => report.regions);
    const isOf = (one, of) => (indicators.length ? indicators.some((key) => has(of, key)) : regions.every((key) => has(one.regions, key)));
    return [
      heading(words("home-only-in-reports")), ...reportList(holding),
      ...about(first((one) => isOf(one, [one.indicator])), data.charts.filter((one) => isOf(one, one.indicators)), [], indicators.flatMap(ofIndicator)),
    ];
  }

  const reportsHolding = (id) => reportsOf((report) => has(report.charts, id));

  function chart(id) {
    const known = chartOf(id);
    if (!known?.[lang]) return onlyInReports(id);
    const said = known[lang];
    const found = known.findings.map((n) => data.findings[n]);
    const cited = references(known.figures, [...new Set(found.flatMap((one) => pick(one.besides)))]);
    const figure = make("figure", { role: "img", "aria-label": said.alt });
    figure.append(...["wide", "narrow"].map((size) => {
      const picture = drawn(pictureOf(known, size));
      picture.classList.add(size);
      picture.setAttribute("aria-hidden", "true");
      return picture;
    }));
    const others = data.charts.filter((one) => one !== known && one.indicators.length < 3 && one.indicators.some((key) => has(known.indicators, key)));
    const sentence = found[0] ? () => copyFinding(found[0])
      : () => copyLines(withSource(said.title, known.figures, []), "home-said-sentence");
    const copying = make("div", { class: "actions", role: "group", "aria-label": words("home-copy") },
      button("home-copy-picture", () => copyPicture(known)), button("home-copy-sentence", sentence),
      button("home-copy-table", () => copyTable(known)), button("home-copy-citation", () => copyLines(cited, "home-said-citation")));
    const files = make("p", { class: "files" }, words("home-files"), button("home-file-png", () => savePicture(known)),
      ["pptx", "xlsx"].map((kind) => make("a", { href: `${data.folder}/${said.file}.${kind}`, download: "" }, words(kind === "pptx" ? "home-file-pptx" : "home-file-xlsx"))));
    const shown = found.length ? [make("h2", {}, words("home-shows")), ...tolds(found, 3)] : [];
    return [
      heading(said.title),
      soft(said.subtitle),
      make("div", { class: "beside" },
        make("div", { class: "picture" }, figure),
        make("div", { class: "aside" }, copying, files, shown),
        make("div", { class: "data" },
          make("h2", {}, words("home-table")),
          make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": words("home-table") }, tableOf(said.header, said.rows)),
          soft(said.note))),
      ...section("home-held", reportsHolding(id).length, reportList(reportsHolding(id))),
      make("h2", {}, words("home-cited")),
      make("ul", { class: "cited" }, cited.map((text) => make("li", {}, text))),
      ...section("home-figures", known.figures.length, figureList(known.figures, 3)),
      ...section("home-related", inLanguage(others).length, grid(others, 6)),
    ];
  }

  // --- results -------------------------------------------------------------------------------------

  const KIND_WORDS = {
    finding: "home-kind-finding", chart: "home-kind-chart", report: "home-kind-report",
    region: "home-kind-region", indicator: "home-kind-indicator", source: "home-kind-source",
  };
  const FACET_WORDS = { kind: "home-by-kind", region: "home-by-region", theme: "home-by-theme", year: "home-by-year", form: "home-by-form" };
  const FACETS = ["kind", "region", "theme", "year", "form"];
  const valuesOf = { kind: (one) => [one.kind], region: (one) => one.regions, theme: (one) => one.themes, year: (one) => one.years.map(String), form: (one) => (one.form ? [one.form] : []) };
  const facetNames = {
    kind: () => Object.fromEntries(KINDS.map((kind) => [kind, words(KIND_WORDS[kind])])),
    region: () => Object.fromEntries(Object.keys(data.regions).map((key) => [key, nameOf("regions", key)])),
    theme: () => Object.fromEntries(Object.entries(data.themes).map(([key, pair]) => [key, pick(pair)])),
    year: () => Object.fromEntries(found.flatMap((one) => one.years).map((year) => [year, String(year)])),
    form: () => Object.fromEntries(Object.entries(data.forms).map(([key, pair]) => [key, pick(pair)])),
  };

  const chosen = (params, except) => FACETS.filter((name) => name !== except && params.get(name));

  function results(_, params) {
    buildIndex();
    const query = params.get("q") || "";
    const answer = query ? search(query) : { entries: found.filter((one) => has(one.langs, lang)), instead: "", strange: "" };
    const fits = (one, except) => chosen(params, except).every((name) => has(valuesOf[name](one), params.get(name)));
    const left = answer.entries.filter((one) => fits(one));
    const filters = FACETS.map((name) => {
      const counts = {};
      for (const one of answer.entries) if (fits(one, name)) for (const value of valuesOf[name](one)) counts[value] = (counts[value] || 0) + 1;
      const known = Object.entries(facetNames[name]()); // years come in their order; the last is asked for first
      const names = (name === "year" ? known.reverse() : known).filter(([value]) => counts[value] || params.get(name) === value);
      const select = make("select", { name, id: `by-${name}` }, make("option", { value: "" }, words("home-all")),
        names.map(([value, text]) => make("option", { value }, `${text} (${counts[value] || 0})`)));
      select.value = params.get(name) || "";
      select.addEventListener("change", () => filter(name, select.value));
      return make("p", {}, make("label", { for: `by-${name}` }, words(FACET_WORDS[name])), select);
    });
    return [
      make("h1", { class: "unseen", tabindex: "-1" }, words("home-results")),
      make("div", { class: "filters", role: "group", "aria-label": words("home-filters") }, filters),
      ...(chosen(params).length ? [button("home-no-filters", () => go(new URLSearchParams(query ? { q: query } : { kind: "" })), { class: "clear" })] : []),
      make("p", { id: "count", role: "status" }, answer.strange && left.length ? `${words("home-strange", { n: 2, words: answer.strange })} ` : "", answer.instead ? `${words("home-instead", { n: 2, words: answer.instead })} ` : "", left.length ? words("home-count", { n: left.length }) : words("home-none")),
      ...list(left, result, { class: "results" }, 20),
      ...(left.length ? [] : [soft(words("home-try")), ...list(Object.keys(data.regions), item("region", "regions"), { class: "columns" })]),
    ];
  }

  const tag = (kind) => make("span", { class: "tag" }, words(KIND_WORDS[kind]));

  const asResult = {
    finding: (one) => told(data.findings[one.key]),
    chart: (one) => card(chartOf(one.key)),
    report: (one) => reportItem(data.reports.find((report) => report.name === one.key)),
    region: (one) => item("region", "regions")(one.key),
    indicator: (one) => item("indicator", "indicators")(one.key),
    source: (one) => sourceItem(one.key),
  };

  function result(one) {
    const element = asResult[one.kind](one);
    element.classList.add("result", one.kind);
    element.prepend(tag(one.kind));
    return element;
  }
