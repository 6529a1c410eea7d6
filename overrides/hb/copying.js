// A button that copies words, and says for a moment that it has.
export const copyBy = (button, words) => {
  const name = button.textContent;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(words());
    button.textContent = button.dataset.done;
    setTimeout(() => (button.textContent = name), 2000);
  });
};
