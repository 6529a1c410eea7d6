// Who clicks a number is offered its citation and its address, to copy. What is cited is what the number is called.
import { copyBy } from "./copying.js";

const bar = document.querySelector("[data-hb-cite]");
const told = bar.querySelector("[role='status']");
const buttons = [bar.querySelector("[data-hb-cite-copy]"), bar.querySelector("[data-hb-cite-link]")];
const [before, after] = bar.dataset.link.split("{label}");
let label;

const address = () => location.href.replace(/[?#].*/, "") + label.hash;
copyBy(buttons[0], () => `${told.textContent} – ${bar.dataset.from} ${address()}`);
copyBy(buttons[1], address);

const open = (one) => {
  const called = one.getAttribute("aria-label");
  label = one;
  // Shown before it is filled: what appears with its words is not read out.
  bar.hidden = false;
  told.textContent = bar.dataset.of + called.slice(before.length, called.length - after.length);
};

const close = () => {
  const within = bar.contains(document.activeElement);
  bar.hidden = true;
  if (within) label.focus();
};

document.querySelector(".hb-page").addEventListener("click", (event) => {
  const one = event.target.closest(".hb-unit__label, .hb-item__label");
  if (!one || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  open(one);
  if (event.detail) return;
  // From the keyboard: the buttons are next. Following the link itself would take the focus from them.
  event.preventDefault();
  location.hash = one.hash;
  buttons[0].focus();
});
bar.querySelector("[data-hb-cite-close]").addEventListener("click", close);
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !bar.hidden && !document.querySelector("dialog[open]")) close();
});
