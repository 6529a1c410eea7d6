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
let hits = [];
let shown = 0;
let turn = 0;

const load = () => {
  index ??= import(new URL(`${bundle}pagefind.js`, location.href)).then(async (pagefind) => {
    await pagefind.options({ baseUrl: "/", excerptLength: 24 });
    await pagefind.init();
    return pagefind;
  });
  index.catch(() => (index = undefined));
  return index;
};

const say = (text, wrong = false) => {
  state.textContent = text;
  state.classList.toggle("hb-search__state--failed", wrong);
};

// A record's words begin with its title, which stands above them already: what an excerpt has of it is left out.
const repeated = (text, title) => {
  const head = `${title}. `;
  for (let start = 0; start < head.length - 2; start += 1) {
    if (text.startsWith(head.slice(start))) return head.length - start;
  }
  return 0;
};

const excerpt = (html, title) => {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  const words = document.createElement("p");
  let skip = repeated(body.textContent, title);
  for (const node of body.childNodes) {
    const text = node.textContent.slice(skip);
    skip = Math.max(0, skip - node.textContent.length);
    const part = document.createElement(node.nodeName === "MARK" ? "mark" : "span");
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
  if (meta.page && meta.page !== meta.title) {
    const page = document.createElement("small");
    page.textContent = meta.page;
    link.append(" ", page);
  }
  link.append(excerpt(html, meta.title));
  item.append(link);
  return item;
};

const show = async (mine) => {
  const next = await Promise.all(hits.slice(shown, shown + PAGE).map((hit) => hit.data()));
  if (mine !== turn) return;
  if (!shown) list.replaceChildren();
  list.append(...next.map(entry));
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
    const found = await (await load()).search(query);
    if (mine !== turn) return;
    hits = found.results;
    shown = 0;
    await show(mine);
    if (mine !== turn) return;
    if (!hits.length) list.replaceChildren();
    say(hits.length ? count.replace("{n}", hits.length) : none.replace("{query}", query));
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
