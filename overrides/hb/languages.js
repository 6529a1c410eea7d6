// Links to the same page in other languages keep the paragraph; the menu closes when it is left.
const menu = document.querySelector("[data-hb-languages]");

const carry = () => {
  for (const link of menu.querySelectorAll("a")) link.hash = location.hash;
};
carry();
addEventListener("hashchange", carry);

document.addEventListener("click", (event) => {
  if (!menu.contains(event.target)) menu.open = false;
});
menu.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  menu.open = false;
  menu.querySelector("summary").focus();
});

// The menu of pages closes when it has led to a place on this page.
const pages = document.querySelector(".hb-menu");
pages.addEventListener("click", (event) => {
  if (event.target.closest("a[href^='#']") && pages.matches(":popover-open")) pages.hidePopover();
});
