// A field that leaves the matching rows of a list or a table; accents and case do not matter. A row has the names of
// the groups that it stands in too; a group without a row is not shown.
const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[ıİ]/g, "i").toLowerCase();

for (const filter of document.querySelectorAll("[data-hb-filter]")) {
  const lists = [...filter.parentElement.querySelectorAll("[data-hb-rows]")];
  const named = (row) => (row.matches("[data-hb-name]") ? row : row.querySelector("[data-hb-name], th a, a")) ?? row;
  const rows = lists.flatMap((list) => [...list.children]).map((row) => {
    const groups = [];
    for (let group = row; (group = group.parentElement.closest("[data-hb-group]")); ) groups.push(group);
    const names = [named(row), ...groups.map((group) => group.querySelector(":scope > [data-hb-name]"))];
    return { row, groups, name: fold(names.map((name) => name?.textContent ?? "").join(" ")) };
  });
  const input = filter.querySelector("input");
  const output = filter.querySelector("output");
  filter.hidden = false;
  input.addEventListener("input", () => {
    const words = fold(input.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const { groups } of rows) for (const group of groups) group.hidden = true;
    for (const { row, groups, name } of rows) {
      row.hidden = !words.every((word) => name.includes(word));
      if (row.hidden) continue;
      shown += 1;
      for (const group of groups) group.hidden = false;
    }
    const { shown: some, none } = output.dataset;
    output.value = !words.length ? "" : shown ? some.replace("{n}", shown).replace("{total}", rows.length) : none;
  });
}
