"use strict";
(() => {
  const form = document.forms[0];
  const { text } = form.elements;
  const rows = [...document.querySelectorAll("tbody tr")];
  const plain = (words) => words.normalize("NFKC").toLowerCase();
  const held = rows.map((row) => plain(row.textContent));
  const said = document.getElementById("said");

  function show() {
    const words = plain(text.value).split(/\s+/).filter(Boolean);
    const { state, indicator } = Object.fromEntries(new FormData(form));
    let shown = 0;
    rows.forEach((row, place) => {
      const fits = (!state || row.dataset.state === state)
        && (!indicator || row.dataset.indicator === indicator)
        && words.every((word) => held[place].includes(word));
      row.hidden = !fits;
      shown += fits;
    });
    said.textContent = said.dataset.form.replace("{n}", shown);
  }

  form.addEventListener("input", show);
  form.addEventListener("reset", () => setTimeout(show));
  form.addEventListener("submit", (event) => event.preventDefault());
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || document.activeElement === text) return;
    event.preventDefault();
    text.focus();
  });
  form.hidden = false;
  show();
})();
