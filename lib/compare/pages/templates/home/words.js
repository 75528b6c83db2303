  // --- words: what is said, in the language of the page ------------------------------------------

  const byId = (id) => document.getElementById(id);
  const languages = ["zh", "en"];
  let data;
  let lang = "zh";

  const pick = (pair) => pair[languages.indexOf(lang)];

  const htmlLang = (code) => (code === "zh" ? "zh-CN" : "en");

  const spelled = (value) => (typeof value === "number" ? value.toLocaleString(lang) : value ?? "");

  // A message that counts has two forms: for one, and for more.
  function words(name, values = {}) {
    const text = pick(data.words[name]);
    const form = Array.isArray(text) ? text[values.n === 1 ? 0 : 1] : text;
    return form.replace(/\{(\w+)\}/g, (_, key) => spelled(values[key]));
  }

  function make(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (value !== undefined && value !== null) element.setAttribute(name, value);
    }
    element.append(...children.flat(Infinity).filter((child) => child !== "" && child != null));
    return element;
  }

  const link = (href, ...children) => make("a", { href }, ...children);

  function button(name, action, attributes = {}) {
    const element = make("button", { type: "button", ...attributes }, words(name));
    element.addEventListener("click", () => {
      byId("said").textContent = ""; // what was said last is not the answer to this
      action();
    });
    return element;
  }

  // What happened is said where screen readers listen; the same words twice are two messages.
  let silence;
  function say(name, values) {
    const place = byId("said");
    place.textContent = "";
    clearTimeout(silence);
    setTimeout(() => { place.textContent = words(name, values); }, 30);
    silence = setTimeout(() => { place.textContent = ""; }, 8000);
  }

  // --- what the page carries ---------------------------------------------------------------------

  function bytes(id) {
    const letters = atob(byId(id).textContent);
    const found = new Uint8Array(letters.length);
    for (let i = 0; i < letters.length; i += 1) found[i] = letters.charCodeAt(i);
    return found;
  }

  async function unpacked(id) {
    const stream = new Blob([bytes(id)]).stream().pipeThrough(new DecompressionStream("deflate"));
    return JSON.parse(await new Response(stream).text());
  }

  const FAMILY = "Noto Sans SC";
  const WEIGHTS = ["400", "700"];

  async function useFonts() {
    for (const weight of WEIGHTS.filter((one) => byId(`font-${one}`).textContent)) {
      const face = new FontFace(FAMILY, bytes(`font-${weight}`), { weight });
      document.fonts.add(face);
      await face.load();
    }
  }
