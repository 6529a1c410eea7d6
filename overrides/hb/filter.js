// A field that leaves the matching rows of a list or a table; accents and case do not matter.
const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[ıİ]/g, "i").toLowerCase();

for (const filter of document.querySelectorAll("[data-hb-filter]")) {
  const rows = [...filter.parentElement.querySelector("[data-hb-rows]").children].map((row) => ({
    row,
    name: fold((row.querySelector("th a, a") ?? row).textContent),
  }));
  const input = filter.querySelector("input");
  const output = filter.querySelector("output");
  filter.hidden = false;
  input.addEventListener("input", () => {
    const words = fold(input.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const { row, name } of rows) {
      row.hidden = !words.every((word) => name.includes(word));
      if (!row.hidden) shown += 1;
    }
    const { shown: some, none } = output.dataset;
    output.value = !words.length ? "" : shown ? some.replace("{n}", shown).replace("{total}", rows.length) : none;
  });
}
