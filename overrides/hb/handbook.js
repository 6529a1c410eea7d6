// What a page can do besides being read. It is whole without.
import "./languages.js";
import "./notes.js";
import "./tools.js";

if (document.querySelector("[data-hb-filter]")) import("./filter.js");
if (navigator.clipboard && document.querySelector("[data-hb-cite]")) import("./cite.js");

const opener = document.querySelector("[data-hb-search]");
opener.hidden = false;
const search = async () => (await import("./search.js")).open();
opener.addEventListener("click", search);
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  search();
});
