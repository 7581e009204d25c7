// Counts along what applications/widgets/words.html limits: words, and two dense characters as one. The server decides.
for (const box of document.querySelectorAll("[data-portal-words]")) {
  const text = box.querySelector("textarea");
  const told = box.querySelector("[data-portal-words-told]");
  const dense = /[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\u{20000}-\u{3ffff}]/gu;
  const most = Number(box.dataset.portalWords);
  let waiting = 0;

  const tell = () => {
    const typed = text.value.normalize("NFC");
    const characters = (typed.match(dense) || []).length;
    const words = typed.replace(dense, " ").split(/\s+/).filter((part) => /[\p{L}\p{N}]/u.test(part)).length;
    const count = words + Math.ceil(characters / 2);
    told.textContent = (count > most ? box.dataset.over : box.dataset.under).replace("{count}", String(count)).replace("{most}", String(most));
    told.classList.toggle("govuk-error-message", count > most);
  };
  told.id = `${text.id}-words`;
  told.setAttribute("aria-live", "polite");
  text.setAttribute("aria-describedby", `${text.getAttribute("aria-describedby") || ""} ${told.id}`.trim());
  text.addEventListener("input", () => {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(tell, 600);
  });
  if (text.value) tell();
}
