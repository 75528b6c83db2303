  // --- the address, and what is shown of it ----------------------------------------------------------

  const field = byId("words");

  function address() {
    const [path, query = ""] = location.hash.slice(1).split("?");
    const [view, ...key] = path.split("/");
    return { view, key: decodeURIComponent(key.join("/")), params: new URLSearchParams(query) };
  }

  function show() {
    const { view, key, params } = address();
    if (languages.includes(params.get("lang")) && params.get("lang") !== lang) setLanguage(params.get("lang"));
    if (field !== document.activeElement) field.value = view === "search" ? params.get("q") || "" : "";
    const made = (Object.hasOwn(views, view) ? views[view] : () => nothing(view))(key, params);
    byId("main").replaceChildren(...made);
    const title = byId("main").querySelector("h1").textContent;
    document.title = view ? `${title} – ${words("home-title")}` : title;
    for (const one of document.querySelectorAll("nav a")) {
      const here = one.getAttribute("href").slice(1) === (view || "");
      if (here) one.setAttribute("aria-current", "page"); else one.removeAttribute("aria-current");
    }
  }

  // The name of the language is kept for the next visit, where the browser allows it.
  function kept(code) {
    try {
      if (code) localStorage.setItem("compare-lang", code);
      return localStorage.getItem("compare-lang");
    } catch {
      return null;
    }
  }

  function setLanguage(code) {
    lang = code;
    document.documentElement.lang = htmlLang(lang);
    for (const element of document.querySelectorAll("[data-say]")) element.textContent = words(element.dataset.say);
    for (const element of document.querySelectorAll("[data-label]")) element.setAttribute("aria-label", words(element.dataset.label));
    field.placeholder = words("home-example");
    byId("switch").lang = htmlLang(lang === "zh" ? "en" : "zh");
    byId("version").textContent = data.version;
  }

  function preferred() {
    const asked = address().params.get("lang") || kept() || navigator.language;
    return asked.toLowerCase().startsWith("zh") ? "zh" : "en";
  }

  function go(params) {
    const query = params.toString();
    history.replaceState(null, "", query ? `#search?${query}` : location.pathname + location.search);
    show();
  }

  function typed() {
    const { view, params } = address();
    const kept = view === "search" ? params : new URLSearchParams();
    if (field.value.trim()) kept.set("q", field.value.trim()); else kept.delete("q");
    if (view !== "search") history.pushState(null, "", location.href); // Back leads to where one was
    go(kept);
  }

  function filter(name, value) {
    const { params } = address();
    if (value) params.set(name, value); else params.delete(name);
    history.replaceState(null, "", `#search?${params}`);
    show();
    byId(`by-${name}`).focus();
  }

  // A link leads to the top of what it opens; going back, to where one was.
  const places = new Map();
  let here = "";
  let followed = false;

  function moved() {
    show();
    scrollTo(0, followed ? 0 : places.get(location.hash) || 0);
    if (followed) byId("main").querySelector("h1").focus({ preventScroll: true });
    followed = false;
    here = location.hash;
  }

  const toFirst = () => document.querySelector(".result a, .result button")?.focus();

  let pause;
  function wire() {
    history.scrollRestoration = "manual";
    field.addEventListener("input", () => { clearTimeout(pause); pause = setTimeout(typed, 60); });
    byId("search").addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(pause); typed(); toFirst(); });
    field.addEventListener("keydown", (event) => { if (event.key === "ArrowDown") { event.preventDefault(); toFirst(); } });
    byId("switch").addEventListener("click", () => {
      const { view, key, params } = address();
      params.delete("lang");
      setLanguage(kept(lang === "zh" ? "en" : "zh") || (lang === "zh" ? "en" : "zh"));
      const query = params.toString();
      history.replaceState(null, "", `#${view}${key ? `/${encodeURIComponent(key)}` : ""}${query ? `?${query}` : ""}`);
      show();
    });
    document.addEventListener("click", (event) => {
      if (!event.target.closest("a[href^='#']")) return;
      places.set(here, scrollY);
      followed = true;
    });
    byId("skip").addEventListener("click", (event) => {
      event.preventDefault(); // the address keeps what is shown
      followed = false;
      byId("main").querySelector("h1").focus();
    });
    document.addEventListener("keydown", (event) => {
      if (event.key === "/" && !event.target.closest("input, select, textarea")) {
        event.preventDefault();
        field.focus();
      }
    });
    addEventListener("hashchange", moved);
    addEventListener("beforeprint", () => document.querySelectorAll(".figures + .more").forEach((more) => more.click()));
    addEventListener("scroll", () => { places.set(location.hash, scrollY); }, { passive: true });
  }

  async function open() {
    data = await unpacked("data");
    for (const code of languages) pictures[code] = await unpacked(`pictures-${code}`);
    setLanguage(preferred());
    wire();
    show();
    here = location.hash;
    useFonts();
    setTimeout(() => { buildIndex(); document.body.dataset.ready = ""; });
  }

  open().catch((error) => { console.error(error); byId("main").textContent = byId("old").textContent; });
