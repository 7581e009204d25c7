// A passkey that was refused or cancelled: allauth's script tells it by an event, this shows the sentence that waits in the page.
document.addEventListener("allauth.error", (event) => {
  const sentence = document.querySelector("[data-passkey-failure]");
  if (!sentence) return;
  event.preventDefault();
  sentence.hidden = false;
});
