// A field that leaves the matching rows of a list or a table; accents and case do not matter.
const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[ıİ]/g, "i").toLowerCase();

for (const filter of document.querySelectorAll("[data-hb-filter]")) {
  const lists = [...filter.parentElement.querySelectorAll("[data-hb-rows]")];
  const rows = lists.flatMap((list) => [...list.children]).map((row) => ({
    row,
    name: fold((row.querySelector("[data-hb-name]") ?? row.querySelector("th a, a") ?? row).textContent),
  }));
  const groups = lists.map((list) => ({ list, group: list.closest("[data-hb-group]") })).filter(({ group }) => group);
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
    for (const { list, group } of groups) group.hidden = [...list.children].every((row) => row.hidden);
    const { shown: some, none } = output.dataset;
    output.value = !words.length ? "" : shown ? some.replace("{n}", shown).replace("{total}", rows.length) : none;
  });
}
