  // --- copying -----------------------------------------------------------------------------------

  // Older browsers, and some pages opened from a disk, have only the old way to copy.
  function copyTheOldWay(texts) {
    let done = false;
    const put = (event) => {
      for (const [media, text] of Object.entries(texts)) event.clipboardData.setData(media, text);
      event.preventDefault();
      done = true;
    };
    const range = document.createRange();
    range.selectNode(document.querySelector("h1")); // where nothing is selected, some copy nothing
    const selection = getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
    document.addEventListener("copy", put, { once: true });
    const allowed = document.execCommand("copy");
    document.removeEventListener("copy", put);
    selection.removeAllRanges();
    return allowed && done;
  }

  async function copyTexts(texts, said) {
    try {
      const parts = Object.entries(texts).map(([media, text]) => [media, new Blob([text], { type: media })]);
      await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(parts))]);
      say(said);
    } catch {
      say(copyTheOldWay(texts) ? said : "home-said-refused");
    }
  }

  const asHtml = (...elements) => `<meta charset="utf-8">${elements.map((one) => one.outerHTML).join("")}`;

  function copyLines(lines, said) {
    copyTexts({ "text/plain": lines.join("\r\n"), "text/html": asHtml(...lines.map((line) => make("p", {}, line))) }, said);
  }

  async function copyPicture(chart) {
    try {
      await navigator.clipboard.write([new ClipboardItem({ "image/png": png(chart) })]);
      say("home-said-picture");
    } catch {
      say("home-said-no-picture");
    }
  }

  async function savePicture(chart) {
    const name = `${chart[lang].file}.png`;
    const made = make("a", { download: name, href: URL.createObjectURL(await png(chart)) });
    made.click();
    setTimeout(() => URL.revokeObjectURL(made.href), 60000);
    say("home-said-saved", { title: name });
  }

  // The references of figures after GB/T 7714, numbered where there are several.
  function references(figures, besides = []) {
    const cited = [...new Set([...citedBy(figures).map((key) => pick(data.sources[key].cited)), ...besides])];
    return cited.length > 1 ? cited.map((text, n) => `[${n + 1}] ${text}`) : cited;
  }

  const withSource = (sentence, figures, besides) => {
    const cited = references(figures, besides);
    return cited.length > 1 ? [sentence, words("home-source-colon").trim(), ...cited] : [sentence, ...cited.map((text) => words("home-source-colon") + text)];
  };

  const copyFinding = (told) => copyLines(withSource(told[lang], told.figures, pick(told.besides)), "home-said-sentence");

  function copyTable(chart) {
    const { header, rows } = chart[lang];
    const element = tableOf(header, rows);
    element.setAttribute("border", "1");
    const plain = [header, ...rows].map((row) => row.join("\t")).join("\r\n");
    copyTexts({ "text/html": asHtml(element), "text/plain": plain }, "home-said-table");
  }

  function tableOf(header, rows) {
    const row = (cells, tag, attributes) => make("tr", {}, cells.map((cell) => make(tag, attributes, cell)));
    return make("table", {},
      make("thead", {}, row(header, "th", { scope: "col" })),
      make("tbody", {}, rows.map((cells) => row(cells, "td"))));
  }
