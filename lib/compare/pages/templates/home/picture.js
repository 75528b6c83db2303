  // --- pictures: drawn from their trees, in the page or onto a canvas -----------------------------

  const SVG = "http://www.w3.org/2000/svg";
  const POINTS = 72;
  const DPI = 300;
  const pictures = {};
  let drawings = 0;

  const pictureOf = (chart, size) => pictures[lang][chart.id]?.[size];

  // In the page a colour is a property, which is another in the dark.
  const inPage = (value) => value.replace(/#([0-9a-f]{6})\b/g, "var(--c$1)");
  const asDrawn = (value) => value;

  function node([tag, attributes, ...children], own, colour) {
    const element = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) {
      element.setAttribute(name, colour(value.replaceAll("~", own)));
    }
    element.append(...children.map((child) => (typeof child === "string" ? child : node(child, own, colour))));
    return element;
  }

  function drawn(picture, { whole = false, colour = inPage } = {}) {
    const [width, height] = picture.size;
    const [top, bottom] = whole ? [0, height] : picture.plot;
    drawings += 1;
    const own = `d${drawings}-`;
    const children = picture.nodes.filter((one) => whole || !one[1].class?.startsWith("words"));
    const attributes = {
      viewBox: `0 ${top} ${width} ${bottom - top}`, width: `${width}pt`, height: `${bottom - top}pt`,
      "font-family": FAMILY, "stroke-linejoin": "round",
    };
    return node(["svg", attributes, ...children], own, colour);
  }

  // A thumbnail is drawn when it comes near.
  const watcher = new IntersectionObserver((seen) => {
    for (const { target, isIntersecting } of seen) {
      if (!isIntersecting) continue;
      watcher.unobserve(target);
      target.replaceChildren(drawn(target.picture));
    }
  }, { rootMargin: "600px 0px" });

  function thumbnail(chart) {
    const place = make("span", { class: "thumb", "aria-hidden": "true" });
    place.picture = pictureOf(chart, "narrow");
    if (place.picture) watcher.observe(place);
    return place;
  }

  const fontRules = () => WEIGHTS.map((weight) => `@font-face{font-family:"${FAMILY}";font-weight:${weight};src:url(data:font/woff2;base64,${byId(`font-${weight}`).textContent})}`).join("");

  // The picture with its title and source, for documents: as PNG, at 300 dots per inch.
  async function png(chart) {
    const picture = pictureOf(chart, "wide");
    const [width, height] = picture.size;
    const svg = drawn(picture, { whole: true, colour: asDrawn });
    svg.prepend(node(["style", {}, fontRules()], "", asDrawn));
    const image = new Image();
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(svg))}`;
    await image.decode();
    await new Promise((done) => { setTimeout(done, 60); }); // some browsers read the fonts late
    const scale = DPI / POINTS;
    const canvas = make("canvas", { width: Math.round(width * scale), height: Math.round(height * scale) });
    const context = canvas.getContext("2d");
    context.fillStyle = "#fff";
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise((done) => { canvas.toBlob(done, "image/png"); });
    return withResolution(blob);
  }

  const TABLE = [...Array(256).keys()].map((n) => {
    for (let k = 0; k < 8; k += 1) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
    return n >>> 0;
  });

  const crc = (part) => (part.reduce((sum, byte) => TABLE[(sum ^ byte) & 255] ^ (sum >>> 8), ~0) ^ ~0) >>> 0;

  // Dots per inch stand in a chunk after the header: documents insert the picture at its size.
  async function withResolution(blob) {
    const whole = new Uint8Array(await blob.arrayBuffer());
    const chunk = new DataView(new ArrayBuffer(21));
    const perMetre = Math.round(DPI / 0.0254);
    chunk.setUint32(0, 9);
    [0x70, 0x48, 0x59, 0x73].forEach((byte, i) => chunk.setUint8(4 + i, byte)); // pHYs
    chunk.setUint32(8, perMetre);
    chunk.setUint32(12, perMetre);
    chunk.setUint8(16, 1);
    chunk.setUint32(17, crc([...new Uint8Array(chunk.buffer, 4, 13)]));
    const header = 33; // signature and first chunk
    return new Blob([whole.slice(0, header), chunk.buffer, whole.slice(header)], { type: "image/png" });
  }
