  // --- parts of views ----------------------------------------------------------------------------

  const addressOf = (kind, key) => `#${kind}/${encodeURIComponent(key)}`;
  const nameOf = (table, key) => pick(data[table][key]?.name ?? [key, key]);
  const chartOf = (id) => data.charts.find((chart) => chart.id === id);
  const has = (list, key) => list.includes(key);

  function card(chart) {
    const about = [pick(data.forms[chart.form]), ...(chart.themes.length === 1 ? chart.themes : []).map((key) => pick(data.themes[key] ?? [key, key]))];
    return make("li", {}, make("a", { class: "card", href: addressOf("chart", chart.id) },
      make("span", { class: "name" }, chart[lang].title),
      thumbnail(chart),
      make("span", { class: "soft" }, about.join(" · "))));
  }

  const inLanguage = (charts) => charts.filter((chart) => chart[lang]);

  // A list shows its first few; a button brings the others.
  function list(items, made, attributes = {}, most = 12) {
    const element = make("ul", attributes);
    const more = button("home-more", () => show(Infinity), { class: "more" });
    const show = (number) => {
      const before = element.children.length;
      element.append(...items.slice(before, number).map(made));
      more.remove();
      if (before) element.children[before]?.querySelector("a, button")?.focus();
    };
    show(most);
    return items.length > most ? [element, more] : [element];
  }

  const grid = (charts, most) => list(inLanguage(charts), card, { class: "grid" }, most);

  const section = (name, n, ...content) => (n ? [make("section", { class: name }, make("h2", {}, words(name, { n })), ...content.flat())] : []);

  function told(one) {
    // the chart of the fewest figures: what one looks for stands above others there
    const number = data.findings.indexOf(one);
    const shows = data.charts.filter((chart) => chart[lang] && has(chart.findings, number))
      .sort((a, b) => a.figures.length - b.figures.length)[0];
    const place = shows ? addressOf("chart", shows.id) : one.indicator && addressOf("indicator", one.indicator);
    const sentence = place ? link(place, one[lang]) : one[lang];
    const copy = button("home-copy-sentence", () => copyFinding(one));
    return make("li", { class: "told" }, make("p", {}, sentence),
      make("p", { class: "soft" }, citedBy(one.figures).map(shortSource).join(pick(["；", "; "])), " ", copy));
  }

  const shortSource = (key) => pick(data.sources[key].title);

  const tolds = (some, most, where = "") => list(some, told, { class: `tolds ${where}` }, most);

  function reportItem(report) {
    const kinds = report.formats.filter((kind) => ["docx", "pdf"].includes(kind)).map((kind) => [" ", link(`${report.name}.${kind}`, kind.toUpperCase())]);
    return make("li", {}, link(`${report.name}.html`, report.heading || report.title), make("span", { class: "soft" }, ` ${report.title}`, kinds));
  }

  const reportsOf = (fits) => data.reports.filter((report) => report.lang === lang && fits(report));
  const reportList = (reports, most) => list(reports, reportItem, {}, most);

  const item = (kind, table) => (key) => make("li", {}, link(addressOf(kind, key), nameOf(table, key)));

  function sourceItem(key) {
    const source = data.sources[key];
    return make("li", {}, link(addressOf("source", key), shortSource(key)), make("span", { class: "soft" }, ` ${[nameOf("regions", source.region), source.number, source.issued].filter(Boolean).join(" · ")}`));
  }

  // --- figures, with the words or the cell that state them -----------------------------------------

  const original = (text) => make("span", { lang: "zh-CN" }, text);

  // The number is marked in its words, unless they hold it twice.
  function quoted({ quote, printed }) {
    const around = quote.split(printed);
    return around.length === 2 ? [around[0], make("mark", {}, printed), around[1]] : quote;
  }

  const fact = ([name, ...content]) => make("div", {}, make("dt", {}, words(name)), make("dd", {}, ...content));

  function judgements(aligned) {
    if (!aligned.length) return [fact(["home-fact-indicator", words("home-not-aligned")])];
    return aligned.flatMap((row) => [
      ["home-fact-indicator", link(addressOf("indicator", row.indicator), nameOf("indicators", row.indicator)), ` ${pick(row.value)}`, row.use ? words(row.use === "superseded" ? "home-superseded" : "home-alternative") : ""],
      ["home-fact-grade", pick(row.grade)],
      ["home-fact-why", pick(row.why)],
    ].map(fact));
  }

  function figureItem(id) {
    const figure = data.figures[id];
    if (!figure) return make("li", {}, make("code", {}, id), ` ${words("home-unknown-figure")}`);
    const stated = figure.quote ? make("blockquote", { lang: "zh-CN" }, quoted(figure)) : make("p", {}, original(`${figure.label} ${figure.printed}${figure.unit}`));
    const details = make("details", {}, make("summary", {}, words("home-more-of-figure")));
    details.addEventListener("toggle", () => {
      if (details.children.length > 1) return;
      const facts = [
        ["home-fact-label", original(figure.label)],
        ["home-fact-printed", original(figure.printed + figure.unit), figure.worded ? words("home-worded") : ""],
        ["home-fact-year", words("home-dated", { n: 2, year: figure.year, basis: pick(figure.basis) })],
        ["home-fact-kind", pick(figure.kind)],
        ["home-fact-scope", pick(figure.scope)],
        ...(figure.note ? [["home-fact-note", figure.note]] : []),
      ];
      details.append(make("dl", {}, facts.map(fact), judgements(figure.aligned)));
    });
    return make("li", { id: `figure-${id}` }, stated,
      make("p", { class: "soft" }, make("code", {}, id), " ", link(addressOf("source", figure.document), shortSource(figure.document)), " ", original(figure.locator)), details);
  }

  const figureList = (figures, most = 12) => list(figures, figureItem, { class: "figures" }, most);
