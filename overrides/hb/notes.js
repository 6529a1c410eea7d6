// Footnotes open at their marks without a jump; before printing they move to the end of the page.
const wide = matchMedia("(min-width: 80rem)");
const marks = [...document.querySelectorAll(".hb-mark a")]
  .map((mark) => ({ mark, note: document.getElementById(decodeURIComponent(mark.hash.slice(1))) }))
  .filter(({ note }) => note?.closest(".hb-beside"));

// Prose of the other direction has no margin of its own: its notes open in place on every screen.
const inMargin = (note) => wide.matches && !note.closest(".hb-beside[dir]");

const show = ({ mark, note }, open) => {
  note.classList.toggle("hb-note--open", open);
  if (inMargin(note)) mark.removeAttribute("aria-expanded");
  else mark.setAttribute("aria-expanded", open);
};

for (const pair of marks) {
  const { mark, note } = pair;
  note.tabIndex = -1;
  mark.addEventListener("click", (event) => {
    event.preventDefault();
    const beside = inMargin(note);
    const open = beside || !note.classList.contains("hb-note--open");
    for (const other of marks) if (beside && other !== pair) show(other, false);
    show(pair, open);
    if (beside) note.focus({ preventScroll: true });
  });
  note.querySelector(".hb-note__back").addEventListener("click", (event) => {
    event.preventDefault();
    show(pair, false);
    mark.focus();
  });
}

const settle = () => {
  for (const pair of marks) show(pair, `#${pair.note.id}` === location.hash);
};
settle();
addEventListener("hashchange", settle);
wide.addEventListener("change", settle);

let back = [];
addEventListener("beforeprint", () => {
  if (!marks.length || back.length) return;
  const end = document.createElement("section");
  end.className = "hb-endnotes hb-beside";
  back = marks.map(({ note }) => {
    const place = document.createComment("");
    note.replaceWith(place);
    end.append(note);
    return () => place.replaceWith(note);
  });
  document.querySelector(".hb-page").append(end);
  back.push(() => end.remove());
});
addEventListener("afterprint", () => {
  for (const undo of back) undo();
  back = [];
});
