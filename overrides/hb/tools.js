// Light and dark, print, copy the address.
import { copyBy } from "./copying.js";

const root = document.documentElement;
const dark = matchMedia("(prefers-color-scheme: dark)");
const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : dark.matches);

const switches = [...document.querySelectorAll("[data-hb-theme]")];
const tell = () => switches.forEach((one) => one.setAttribute("aria-pressed", isDark()));
const turn = () => {
  root.dataset.theme = isDark() ? "light" : "dark";
  try {
    localStorage.setItem("hb-theme", root.dataset.theme);
  } catch {
    // Storage refused: the choice lasts as long as the page.
  }
  tell();
};
for (const one of switches) {
  one.hidden = false;
  one.addEventListener("click", turn);
}
dark.addEventListener("change", tell);
tell();

const print = document.querySelector("[data-hb-print]");
print.hidden = false;
print.addEventListener("click", () => window.print());

const copy = document.querySelector("[data-hb-copy]");
if (navigator.clipboard) {
  copy.hidden = false;
  copyBy(copy, () => location.href);
}
