// Put the language of the address that was not found first.
const sections = [...document.querySelectorAll("[data-language]")];
const parts = location.pathname.split("/");
const own = sections.find((section) => parts.includes(section.dataset.language));
if (own) {
  own.parentElement.insertBefore(own, sections[0]);
  own.classList.add("hb-lost__own");
  document.documentElement.lang = own.lang;
}
