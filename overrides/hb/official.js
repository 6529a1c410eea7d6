// Where the official wording stands: under the rendering, beside it, or in its place, as the reader chose; the first of
// these without script. Beside, without room for two columns, is under. Runs before the page is painted.
{
  const WAYS = ["under", "beside", "instead"];
  const root = document.documentElement;
  let way;
  try {
    way = localStorage.getItem("hb-official");
  } catch {
    // Storage refused: the choice lasts as long as the page.
  }
  root.dataset.official = WAYS.includes(way) ? way : WAYS[0];
  document.addEventListener("DOMContentLoaded", () => {
    const form = document.querySelector("[data-hb-official]");
    if (!document.querySelector(".hb-two")) return;
    form.hidden = false;
    const room = matchMedia("(min-width: 70rem)");
    const tell = () => {
      const asked = root.dataset.official;
      form.elements.official.value = asked === "beside" && !room.matches ? "under" : asked;
    };
    room.addEventListener("change", tell);
    tell();
    form.addEventListener("change", () => {
      root.dataset.official = form.elements.official.value;
      try {
        localStorage.setItem("hb-official", root.dataset.official);
      } catch {
        // As above.
      }
    });
  });
}
