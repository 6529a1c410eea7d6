// The search dialog, on Pagefind's index: a hit is a paragraph, an item, a footnote or a row.
const PAGE = 12;
const dialog = document.querySelector("[data-hb-search-dialog]");
const { bundle, root, none, count, failed, running, more } = dialog.dataset;
const input = dialog.querySelector("input");
const state = dialog.querySelector(".hb-search__state");
const list = dialog.querySelector(".hb-search__hits");
const moreButton = Object.assign(document.createElement("button"), { type: "button", textContent: more, hidden: true });
moreButton.className = "hb-button hb-search__more";
dialog.append(moreButton);

let index;
let titles;
let hits = [];
let known = new Set();
let shown = 0;
let turn = 0;

// Chinese is indexed character by character: what is typed is looked for as a run of them.
const chinese = document.documentElement.lang.startsWith("zh") || "chinese" in dialog.dataset;
const apart = (text) => text.replace(/\p{Script=Han}/gu, " $& ").trim().replace(/\s+/g, " ");
const together = (text) => (chinese ? text.replace(/ ?(\p{Script=Han}|[，。、；：（）《》“”]) ?/gu, "$1") : text);
const asked = (query) =>
  !chinese ? query : /^[\p{Script=Han}\p{N}]+$/u.test(query) ? `"${apart(query)}"` : apart(query);

const load = () => {
  index ??= import(new URL(`${bundle}pagefind.js`, location.href)).then(async (pagefind) => {
    await pagefind.options({ baseUrl: "/", excerptLength: document.documentElement.lang.startsWith("zh") ? 70 : 24 });
    await pagefind.init();
    return pagefind;
  });
  index.catch(() => (index = undefined));
  return index;
};

// What has a name: pages, Parties, terms. A name that begins with what is typed stands before all other hits.
const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const named = async (query) => {
  titles ??= fetch(new URL(`${bundle}titles-${document.documentElement.lang.slice(0, 2)}.json`, location.href))
    .then((answer) => answer.json())
    .then((lines) => lines.map(([title, url, page]) => ({ title, url, page, name: fold(title.split(" · ")[0]) })));
  titles.catch(() => (titles = undefined));
  const typed = fold(query);
  const whole = (name) => {
    const after = name[typed.length];
    return !after || !/[\p{L}\p{N}]/u.test(after) || /\p{Script=Han}/u.test(after);
  };
  const found = (await titles).filter(({ name }) => name.startsWith(typed) && whole(name));
  return found
    .map((one, place) => ({ ...one, place: one.name === typed ? -1 : place }))
    .sort((a, b) => a.place - b.place)
    .slice(0, 5)
    .map(({ title, url, page }) => ({ url: `/${url}`, data: async () => ({ url, meta: { title, page }, excerpt: "" }) }));
};

// A title or a query without what citations are written with or without.
const cited = (text) => fold(text).replace(/[\s,.;()،，、]/g, "");

const say = (text, wrong = false) => {
  state.textContent = text;
  state.classList.toggle("hb-search__state--failed", wrong);
};

// A record's words begin with its title, which stands above them already: what an excerpt has of it is left out,
// wherever spaces part it.
const repeated = (text, title) => {
  const bare = (words) => words.replace(/\s/g, "");
  const head = `${bare(title)}.`;
  const words = bare(text);
  for (let start = 0; start < head.length - 1; start += 1) {
    if (!words.startsWith(head.slice(start))) continue;
    let end = 0;
    for (let left = head.length - start; left; end += 1) if (text[end].trim()) left -= 1;
    return text[end] === " " ? end + 1 : end;
  }
  return 0;
};

const excerpt = (html, title) => {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  const pieces = [...body.childNodes].map((node) => [node.nodeName === "MARK" ? "mark" : "span", together(node.textContent)]);
  const words = document.createElement("p");
  let skip = repeated(pieces.map(([, text]) => text).join(""), title);
  for (const [name, whole] of pieces) {
    const text = whole.slice(skip);
    skip = Math.max(0, skip - whole.length);
    const part = document.createElement(name);
    part.textContent = text;
    if (text) words.append(part);
  }
  return words;
};

const entry = ({ url, meta, excerpt: html }) => {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = root + url.replace(/^\//, "");
  const title = document.createElement("strong");
  title.textContent = meta.title;
  link.append(title);
  if (meta.page && !meta.title.includes(meta.page)) {
    const page = document.createElement("small");
    page.textContent = meta.page;
    link.append(" ", page);
  }
  const words = excerpt(html, meta.title);
  if (!meta.title.includes(words.textContent.trim())) link.append(words);
  item.append(link);
  return item;
};

const show = async (mine) => {
  const next = await Promise.all(hits.slice(shown, shown + PAGE).map((hit) => hit.data()));
  if (mine !== turn) return;
  if (!shown) {
    list.replaceChildren();
    // Who types a citation means that place.
    const typed = cited(input.value);
    next.sort((a, b) => (cited(b.meta.title) === typed) - (cited(a.meta.title) === typed));
  }
  // A name that Pagefind finds too stands once.
  const fresh = next.filter(({ url }) => !known.has(url.replace(/^\//, "")) && known.add(url.replace(/^\//, "")));
  list.append(...fresh.map(entry));
  shown += next.length;
  moreButton.hidden = shown >= hits.length;
};

const run = async () => {
  const mine = ++turn;
  const query = input.value.trim();
  if (!query) {
    list.replaceChildren();
    moreButton.hidden = true;
    say("");
    return;
  }
  const slow = setTimeout(() => mine === turn && say(running), 150);
  try {
    const [first, found] = await Promise.all([named(query), load().then((pagefind) => pagefind.search(asked(query)))]);
    if (mine !== turn) return;
    hits = [...first, ...found.results];
    known = new Set();
    shown = 0;
    await show(mine);
    if (mine !== turn) return;
    if (!hits.length) list.replaceChildren();
    const number = Math.max(first.length, found.results.length);
    say(number ? count.replace("{n}", number) : none.replace("{query}", query));
  } catch {
    if (mine !== turn) return;
    list.replaceChildren();
    moreButton.hidden = true;
    say(failed, true);
  } finally {
    clearTimeout(slow);
  }
};

let wait;
input.addEventListener("input", () => {
  clearTimeout(wait);
  wait = setTimeout(run, 120);
});

dialog.querySelector("form").addEventListener("submit", (event) => {
  event.preventDefault();
  list.querySelector("a")?.focus();
});
dialog.querySelector("[data-hb-close]").addEventListener("click", () => dialog.close());
moreButton.addEventListener("click", async () => {
  const last = list.lastElementChild;
  await show(turn);
  last?.nextElementSibling?.querySelector("a").focus();
});
dialog.addEventListener("click", (event) => {
  if (event.target === dialog || event.target.closest("a")) dialog.close();
});
dialog.addEventListener("keydown", (event) => {
  // A search field would first empty itself.
  if (event.key === "Escape") {
    event.preventDefault();
    dialog.close();
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const stops = [input, ...list.querySelectorAll("a")];
  const place = stops.indexOf(document.activeElement);
  const next = stops[place + step];
  if (place < 0 || !next) return;
  event.preventDefault();
  next.focus();
});

export const open = () => {
  if (dialog.open) return;
  dialog.showModal();
  input.focus();
  input.select();
  load().catch(() => say(failed, true));
};
