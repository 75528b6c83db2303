  // --- search: by relevance, with synonyms, other word orders and slips --------------------------

  const KINDS = ["finding", "chart", "report", "indicator", "region", "source"];
  const ANSWERS = ["finding", "chart"]; // what a question asks for, beside the report that is about it
  const FIELDS = ["title", "about", "more"];
  const BOOST = { title: 3, about: 2, more: 0.7 };
  const OF_KIND = { region: 1.6, indicator: 1.5, report: 1.15, chart: 1.1, finding: 1, source: 0.9 };
  const LEAST = 0.6; // of a word's parts, so many must be found
  const PART_OF_BEST = 0.12; // what is worth less than this part of the best is left out
  const ANSWERED = 4; // what an answer to a question is worth more than what has its words
  const ECHO = 0.6; // what a chart is worth beside another with its title
  const OF_SEVERAL = 50; // what a chart of several indicators weighs less
  const HAN = /\p{Script=Han}/u;
  const BESIDE = /[\u6bd4\u548c\u4e0e\u8ddf\u540c\u53ca]$/u; // what joins two things that are compared, before the second
  const RUNS = /\p{Script=Han}+|[\p{L}\p{N}]+/gu;

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
  let whole; // all texts, to be looked through for a word as it stands
  const pairs = new Map();

  function remembered(text) {
    const made = parts(text);
    for (const part of made) if (HAN.test(part)) pairs.set(part, (pairs.get(part) || 0) + 1);
    return made;
  }

  function buildIndex() {
    if (index) return;
    readGroups();
    const MiniSearch = MiniSearchModule.default;
    index = new MiniSearch({ fields: FIELDS, tokenize: remembered, processTerm: (term) => term });
    found = entries();
    index.addAll(found);
    whole = found.map((one) => clean(`${one.title} ${one.about} ${one.more}`)).join("\n");
  }

  const namesOf = (table, keys) => keys.flatMap((key) => data[table][key]?.name ?? data[table][key] ?? key);
  const knownAs = (keys) => keys.map((key) => data.indicators[key]?.names ?? "");
  const called = (keys) => keys.flatMap((key) => data.indicators[key]?.labels ?? []);
  const regionNames = (keys) => keys.map((key) => data.regions[key]?.names ?? key);

  // Everything that can be found, each with its address, and what it is filtered by.
  function entries() {
    const made = [];
    const add = (kind, key, entry) => made.push({ id: made.length, kind, key, langs: languages, form: "", years: [], ...entry });
    data.findings.forEach((told, n) => add("finding", n, {
      title: `${told.zh} ${told.en}`,
      about: [...regionNames(told.regions), ...namesOf("indicators", [told.indicator])].join(" "),
      more: [told.kind, told.verdict, ...knownAs([told.indicator]), ...namesOf("themes", [told.theme])].join(" "),
      regions: told.regions, themes: [told.theme], years: told.years, weight: told.weight,
    }));
    for (const chart of data.charts) {
      add("chart", chart.id, {
        title: languages.map((code) => chart[code]?.title ?? "").join(" "),
        about: [...regionNames(chart.regions), ...namesOf("indicators", chart.indicators), ...pairOf(data.forms[chart.form])].join(" "),
        more: [...knownAs(chart.indicators), ...called(chart.indicators), ...namesOf("themes", chart.themes), ...citedBy(chart.figures).map((key) => `${data.sources[key].title.join(" ")} ${data.sources[key].number}`), ...languages.map((code) => chart[code]?.subtitle ?? "")].join(" "),
        regions: chart.regions, themes: chart.themes, years: chart.years, form: chart.form, weight: weightOf(chart) - (chart.indicators.length > 1 ? OF_SEVERAL : 0),
      });
    }
    for (const report of data.reports) {
      add("report", report.name, {
        title: `${report.title} ${report.heading}`,
        about: [report.notebook, ...regionNames(report.regions), ...namesOf("indicators", report.indicators), ...namesOf("themes", report.themes)].join(" "),
        more: [...knownAs(report.indicators), ...regionNames(regionsWithin(report))].join(" "),
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
        title: source.title.join(" "), about: [source.number, ...regionNames([source.region])].join(" "),
        more: source.cited.join(" "), regions: [source.region], themes: [], weight: 30,
      });
    }
    return made;
  }

  // A report that names no region is found by those that its charts have values of, or by all.
  function regionsWithin(report) {
    if (report.regions.length) return [];
    if (![...report.indicators, ...report.themes].length) return Object.keys(data.regions);
    return [...new Set(report.charts.flatMap((id) => chartOf(id)?.regions ?? []))];
  }

  const pairOf = (pair) => pair ?? [];
  const citedBy = (figures) => [...new Set(figures.map((id) => id.split("/")[0]))].filter((key) => data.sources[key]);
  const weightOf = (chart) => data.findings[chart.findings[0]]?.weight ?? 0;

  // What is asked for, word by word. Chinese has no blanks: regions, and words that ask for
  // something, stand apart wherever they are; other words may hold a part of them.
  function asked(query) {
    const pieces = clean(query).split(apart);
    const given = pieces.flatMap((piece, place) => {
      if (place % 2) return [piece];
      return wordsOf(place < pieces.length - 1 ? piece.replace(BESIDE, "") : piece);
    });
    return given.length ? given : clean(query).match(RUNS) || [];
  }

  function wordsOf(piece) {
    let text = piece;
    for (const word of groups.passed.filter((one) => HAN.test(one))) {
      // a single character joins only what stands at both its sides: it may be part of a word
      const around = word.length > 1 ? ["", ""] : ["(?<=\\p{L}{2}\\s*)", "(?=\\s*\\p{L}{2})"];
      text = text.replace(new RegExp(around.join(word), "gu"), " ");
    }
    const left = (text.match(RUNS) || []).filter((word) => !groups.passed.includes(word) && !groups.alone.includes(word));
    return left.flatMap(divided);
  }

  // A slip at the beginning or the end of a longer word stands apart, where all else is known.
  function divided(word) {
    const known = (text) => parts(text).every((part) => pairs.has(part));
    const cuts = [[word.slice(0, 2), word.slice(2)], [word.slice(0, -2), word.slice(-2)]];
    const isSlip = (short, long) => !known(short) && known(long) && known(corrected(short));
    const cut = HAN.test(word) && word.length > 3 && !known(word)
      && cuts.find(([a, b]) => (a.length === 2 && isSlip(a, b)) || (b.length === 2 && isSlip(b, a)));
    return cut || [word];
  }

  // One character is replaced so that the word stands somewhere as it is, the most frequent first;
  // of two characters only a region: too many words differ from others by one.
  function corrected(word) {
    const letters = [...word];
    if (!HAN.test(word) || letters.length < 2) return word;
    const worth = new Map();
    const consider = (i, letter) => {
      const tried = letters.with(i, letter);
      const times = tried.slice(1).map((second, n) => pairs.get(tried[n] + second) || 0);
      if (Math.min(...times)) worth.set(tried.join(""), Math.min(...times));
    };
    for (const [first, second] of pairs.keys()) {
      letters.forEach((letter, i) => {
        if (letters[i + 1] === second) consider(i, first);
        if (letters[i - 1] === first) consider(i, second);
      });
    }
    const stands = (text) => (letters.length > 2 ? whole.includes(text) : groups.regions.includes(text));
    return [...worth].sort(([, a], [, b]) => b - a).map(([text]) => text).find(stands) ?? word;
  }

  // Words for the same, by group; those that ask for something stand apart in a query.
  const groups = { all: [], asking: [], passed: [], alone: [], regions: [], phrases: [] };
  let apart;

  function readGroups() {
    for (const line of data.synonyms) {
      if (line.startsWith("-")) {
        groups.passed.push(...line.slice(1).split("、"));
        continue;
      }
      if (line.startsWith("=")) {
        groups.alone.push(...line.slice(1).split("、"));
        continue;
      }
      const [given, found] = line.split(">").map((side) => spelledOut(clean(side.replace("?", ""))));
      const asks = line.startsWith("?");
      groups.all.push({ given, found: found ?? given, asks, answered: Boolean(found) });
      if (asks) groups.asking.push(...given.filter((word) => HAN.test(word)));
      groups.phrases.push(...given.filter((word) => word.includes(" ")));
    }
    const names = Object.values(data.regions).flatMap(({ names }) => clean(names).split(" "));
    groups.regions = names.filter((name) => HAN.test(name) && name.length > 1);
    const words = [...groups.asking, ...groups.regions, ...groups.phrases].sort((a, b) => b.length - a.length);
    const safe = words.map((word) => word.replace(/[^\p{L}\p{N} ]/gu, "\\$&"));
    apart = new RegExp(`(${safe.map((word) => (HAN.test(word) ? word : `\\b${word}\\b`)).join("|")})`, "u");
  }

  // Words between commas; a sign of multiplication puts each before it before each behind it.
  function spelledOut(side) {
    const [before, behind] = side.split("×").map((part) => part.split("、"));
    return behind ? before.flatMap((one) => behind.map((other) => one + other)) : before;
  }

  const isWord = (word) => (other) => stem(word) === stem(other);

  const isIn = (word) => (other) => (HAN.test(other) ? word.includes(other) : isWord(word)(other));

  const sameAs = (word) => groups.all.filter(({ given }) => given.some(isIn(word)))
    .flatMap(({ found, asks }) => found.filter((other) => other !== word).map((other) => [other, asks]));

  const fuzzy = (term) => (/^[a-z]{5,}$/.test(term) ? 0.2 : false);
  const prefix = (term) => /^[a-z0-9]{2,}$/.test(term) || [...term].length === 1;

  const questionOf = (word) => groups.all.find(({ given, answered }) => answered && given.some(isWord(word)));
  const isQuestion = (word) => Number(Boolean(questionOf(word)));

  const isAnswer = ({ kind, about }, asked) => ANSWERS.includes(kind) || (kind === "report" && about.includes(asked));

  // How well each entry answers one word, itself or another for the same.
  function answers(word) {
    const worth = new Map();
    const take = (text, weight, { loosely = false, asks = false } = {}) => {
      const terms = [...new Set(parts(text))];
      if (!terms.length) return;
      const options = { boost: BOOST, fuzzy: loosely && fuzzy, prefix: loosely && prefix, tokenize: (given) => given.split(" "), combineWith: "OR" };
      for (const hit of index.search(terms.join(" "), options)) {
        const part = hit.queryTerms.length / terms.length;
        if (part < LEAST || (asks && !isAnswer(found[hit.id], text))) continue;
        worth.set(hit.id, Math.max(worth.get(hit.id) || 0, hit.score * part * part * weight / Math.sqrt(terms.length)));
      }
    };
    const question = questionOf(word);
    take(word, 1, { loosely: !question && !word.includes(" ") });
    for (const other of question?.found ?? []) take(other, 1, { asks: true });
    if (question) return worth;
    for (const [other, asks] of sameAs(word)) take(other, 0.5, { asks });
    return worth;
  }

  // The id of a figure is no words: what says it, and what draws it, answers it.
  function ofFigure(id) {
    const figuresOf = ({ kind, key }) => ({ finding: data.findings, chart: { [key]: chartOf(key) } })[kind]?.[key]?.figures ?? [];
    return found.filter((entry) => entry.langs.includes(lang) && figuresOf(entry).includes(id));
  }

  // Return what answers a query, best first, and the query as it was understood.
  function search(query) {
    const figure = query.trim().toLowerCase();
    if (data.figures[figure]) return { entries: ofFigure(figure), instead: "", strange: "" };
    const given = asked(query);
    const understood = given.map((word) => (answers(word).size ? word : corrected(word)));
    const each = understood.map((word) => [answers(word), isQuestion(word)]);
    const strange = understood.filter((_, n) => !each[n][0].size);
    const total = new Map();
    for (const [worth, asks] of each) {
      for (const [id, value] of worth) {
        const [times, questions, sum] = total.get(id) || [0, 0, 0];
        total.set(id, [times + 1 - asks, questions + asks, sum + value]);
      }
    }
    // what answers a question comes first; what has not all words that ask nothing does not come
    const most = Math.max(0, ...[...total.values()].map(([times]) => times));
    const scored = [...total].filter(([, [times]]) => times === most)
      .map(([id, [, questions, sum]]) => [found[id], (1 + ANSWERED * questions) * sum * OF_KIND[found[id].kind] * (1 + found[id].weight / 200)])
      .filter(([entry]) => entry.langs.includes(lang))
      .sort(([a, x], [b, y]) => y - x || a.id - b.id);
    const least = scored.length ? scored[0][1] * PART_OF_BEST : 0;
    return {
      entries: withoutEchoes(scored.filter(([, score]) => score >= least)),
      instead: understood.join(" ") === given.join(" ") ? "" : understood.join(" "),
      strange: strange.filter((word) => !groups.alone.includes(word)).join(pick(["、", ", "])),
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
