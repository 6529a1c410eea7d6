// Before the page is painted: the reader's own choice of light or dark, where it was made.
(() => {
  try {
    const theme = localStorage.getItem("hb-theme");
    if (theme) document.documentElement.dataset.theme = theme;
  } catch {
    // Storage refused: the device's own setting holds.
  }
})();
