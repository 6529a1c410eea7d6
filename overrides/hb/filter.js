// Fields that leave the matching rows of a list or a table: words that stand in a row's name, accents and case aside,
// and choices that are among what a row says it is (`data-hb-is`). A row has the names of the groups that it stands in
// too; a group without a row is not shown.
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
  const choices = [...filter.querySelectorAll("select")];
  const output = filter.querySelector("output");
  filter.hidden = false;
  filter.addEventListener("input", () => {
    const words = fold(input?.value ?? "").split(/\s+/).filter(Boolean);
    const chosen = choices.map((choice) => choice.value).filter(Boolean);
    let shown = 0;
    for (const { groups } of rows) for (const group of groups) group.hidden = true;
    for (const { row, groups, name } of rows) {
      const is = row.dataset.hbIs?.split(" ") ?? [];
      row.hidden = !words.every((word) => name.includes(word)) || !chosen.every((choice) => is.includes(choice));
      if (row.hidden) continue;
      shown += 1;
      for (const group of groups) group.hidden = false;
    }
    const { shown: some, none } = output.dataset;
    output.value = !words.length && !chosen.length ? "" : shown ? some.replace("{n}", shown).replace("{total}", rows.length) : none;
  });
}
