// Copies an address: <li data-portal-copy="https://…" data-done="…" hidden> with a button and a [role=status] in it; stays hidden without scripts.
for (const box of document.querySelectorAll("[data-portal-copy]")) {
  if (!navigator.clipboard) continue;
  box.hidden = false;
  box.querySelector("button").addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(box.dataset.portalCopy);
      box.querySelector("[role=status]").textContent = box.dataset.done;
    } catch {
      box.querySelector("[role=status]").textContent = box.dataset.portalCopy;
    }
  });
}
