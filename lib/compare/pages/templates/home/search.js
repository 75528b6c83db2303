  // --- search: by relevance, with synonyms, other word orders and slips --------------------------

  const KINDS = ["finding", "chart", "report", "indicator", "region", "source"];
  const FIELDS = ["title", "about", "more"];
  const BOOST = { title: 3, about: 2, more: 0.7 };
  const OF_KIND = { region: 1.6, indicator: 1.5, report: 1.15, chart: 1.1, finding: 1, source: 0.9 };
  const LEAST = 0.6; // of a word's parts, so many must be found
  const PART_OF_BEST = 0.12; // what is worth less than this part of the best is left out
  const ECHO = 0.6; // what a chart is worth beside another with its title
  const HAN = /\p{Script=Han}/u;
  const RUNS = /\p{Script=Han}+|[\p{L}\p{N}]+/gu;
  const JOINERS = /[与和及跟同对、，,;；:：？?！!。·/&+()（）“”"《》]|(?<![\p{L}])(?:and|or|of|the|in|is|vs|who)(?![\p{L}])/gu;

  const clean = (text) => text.normalize("NFKC").toLowerCase();

  const stem = (word) => (/^[a-z]{4,}s$/.test(word) && !word.endsWith("ss") ? word.slice(0, -1) : word);

  // Chinese is looked up by pairs of characters: they need no dictionary, and bear other orders.
  function parts(text) {
    return (clean(text).match(RUNS) || []).flatMap((run) => {
      if (!HAN.test(run)) return [stem(run)];
      if (run.length < 2) return [run];
      return [...run].slice(1).map((_, i) => run.slice(i, i + 2));
    });
  }

  let index;
  let found;
  const pairs = new Map();

  function remembered(text) {
    const made = parts(text);
    for (const part of made) if (HAN.test(part)) pairs.set(part, (pairs.get(part) || 0) + 1);
    return made;
  }

  function buildIndex() {
    if (index) return;
    const MiniSearch = MiniSearchModule.default;
    index = new MiniSearch({ fields: FIELDS, tokenize: remembered, processTerm: (term) => term });
    found = entries();
    index.addAll(found);
  }

  const namesOf = (table, keys) => keys.flatMap((key) => data[table][key]?.name ?? data[table][key] ?? key);
  const knownAs = (keys) => keys.map((key) => data.indicators[key]?.names ?? "");
  const called = (keys) => keys.flatMap((key) => data.indicators[key]?.labels ?? []);
  const regionNames = (keys) => keys.map((key) => data.regions[key]?.names ?? key);

  // Everything that can be found, each with its address, and what it is filtered by.
  function entries() {
    const made = [];
    const add = (kind, key, entry) => made.push({ id: made.length, kind, key, langs: languages, form: "", ...entry });
    data.findings.forEach((told, n) => add("finding", n, {
      title: `${told.zh} ${told.en}`,
      about: [...regionNames(told.regions), ...namesOf("indicators", [told.indicator])].join(" "),
      more: [told.kind, ...knownAs([told.indicator]), ...namesOf("themes", [told.theme])].join(" "),
      regions: told.regions, themes: [told.theme], weight: told.weight,
    }));
    for (const chart of data.charts) {
      add("chart", chart.id, {
        title: languages.map((code) => chart[code]?.title ?? "").join(" "),
        about: [...regionNames(chart.regions), ...namesOf("indicators", chart.indicators), ...pairOf(data.forms[chart.form])].join(" "),
        more: [...knownAs(chart.indicators), ...called(chart.indicators), ...namesOf("themes", chart.themes), ...citedBy(chart.figures).map((key) => `${data.sources[key].title} ${data.sources[key].number}`), ...languages.map((code) => chart[code]?.subtitle ?? "")].join(" "),
        regions: chart.regions, themes: chart.themes, form: chart.form, weight: weightOf(chart),
      });
    }
    for (const report of data.reports) {
      add("report", report.name, {
        title: `${report.title} ${report.heading}`,
        about: [...regionNames(report.regions), ...namesOf("indicators", report.indicators), ...namesOf("themes", report.themes)].join(" "),
        more: knownAs(report.indicators).join(" "),
        regions: report.regions, themes: report.themes, langs: [report.lang], weight: 40,
      });
    }
    for (const [key, region] of Object.entries(data.regions)) {
      add("region", key, { title: `${region.name.join(" ")} ${region.names}`, about: region.level.join(" "), more: "", regions: [key], themes: [], weight: 60 });
    }
    for (const [key, indicator] of Object.entries(data.indicators)) {
      add("indicator", key, {
        title: indicator.name.join(" "), about: indicator.names,
        more: [...indicator.labels, ...indicator.definition, ...namesOf("themes", [indicator.theme])].join(" "),
        regions: [], themes: [indicator.theme], weight: 50,
      });
    }
    for (const [key, source] of Object.entries(data.sources)) {
      add("source", key, {
        title: source.title, about: [source.number, ...regionNames([source.region])].join(" "),
        more: source.cited.join(" "), regions: [source.region], themes: [], weight: 30,
      });
    }
    return made;
  }

  const pairOf = (pair) => pair ?? [];
  const citedBy = (figures) => [...new Set(figures.map((id) => id.split("/")[0]))].filter((key) => data.sources[key]);
  const weightOf = (chart) => data.findings[chart.findings[0]]?.weight ?? 0;

  // What is asked for, word by word; what stands alone and is known nowhere may be a slip.
  function asked(query) {
    return clean(query).replace(JOINERS, " ").split(/\s+/).filter(Boolean)
      .flatMap((word) => word.match(RUNS) || []);
  }

  // One character is replaced so that all pairs of a word are known, by the most frequent.
  function corrected(word) {
    const letters = [...word];
    if (!HAN.test(word) || letters.length < 2) return word;
    let best = [word, 0];
    const consider = (i, letter) => {
      const tried = letters.with(i, letter);
      const times = tried.slice(1).map((second, n) => pairs.get(tried[n] + second) || 0);
      const worth = Math.min(...times);
      if (worth > best[1]) best = [tried.join(""), worth];
    };
    for (const [first, second] of pairs.keys()) {
      letters.forEach((letter, i) => {
        if (letters[i + 1] === second) consider(i, first);
        if (letters[i - 1] === first) consider(i, second);
      });
    }
    return best[0];
  }

  const sameAs = (word) => data.synonyms.map((line) => line.split("、"))
    .filter((group) => group.some((other) => (HAN.test(other) ? word.includes(other) : stem(word) === stem(clean(other)))))
    .flatMap((group) => group.filter((other) => clean(other) !== word));

  const fuzzy = (term) => (/^[a-z]{5,}$/.test(term) ? 0.2 : false);
  const prefix = (term) => /^[a-z0-9]{2,}$/.test(term) || [...term].length === 1;

  // How well each entry answers one word, itself or another for the same.
  function answers(word) {
    const worth = new Map();
    const take = (text, weight) => {
      const terms = [...new Set(parts(text))];
      if (!terms.length) return;
      const options = { boost: BOOST, fuzzy, prefix, tokenize: (given) => given.split(" "), combineWith: "OR" };
      for (const hit of index.search(terms.join(" "), options)) {
        const part = hit.queryTerms.length / terms.length;
        if (part < LEAST) continue;
        worth.set(hit.id, Math.max(worth.get(hit.id) || 0, hit.score * part * part * weight / Math.sqrt(terms.length)));
      }
    };
    take(word, 1);
    for (const other of sameAs(word)) take(other, 0.5);
    return worth;
  }

  // Return what answers a query, best first, and the query as it was understood.
  function search(query) {
    const given = asked(query);
    const understood = given.map((word) => (answers(word).size ? word : corrected(word)));
    const each = understood.map(answers).filter((worth) => worth.size);
    const total = new Map();
    for (const worth of each) {
      for (const [id, value] of worth) {
        const [times, sum] = total.get(id) || [0, 0];
        total.set(id, [times + 1, sum + value]);
      }
    }
    const most = Math.max(0, ...[...total.values()].map(([times]) => times));
    const scored = [...total].filter(([, [times]]) => times === most)
      .map(([id, [, sum]]) => [found[id], sum * OF_KIND[found[id].kind] * (1 + found[id].weight / 200)])
      .filter(([entry]) => entry.langs.includes(lang))
      .sort(([a, x], [b, y]) => y - x || a.id - b.id);
    const least = scored.length ? scored[0][1] * PART_OF_BEST : 0;
    return {
      entries: withoutEchoes(scored.filter(([, score]) => score >= least)),
      instead: understood.join(" ") === given.join(" ") ? "" : understood.join(" "),
    };
  }

  // Of charts with one title, the best stands where it does; the others come later.
  function withoutEchoes(scored) {
    const seen = {};
    return scored.map(([entry, score]) => {
      seen[entry.title] = (seen[entry.title] || 0) + 1;
      return [entry, score * ECHO ** (seen[entry.title] - 1)];
    }).sort(([a, x], [b, y]) => y - x || a.id - b.id).map(([entry]) => entry);
  }
