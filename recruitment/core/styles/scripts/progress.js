// Upload progress: <form data-portal-upload> with includes/_progress.html inside. Without scripts the form sends itself.
for (const form of document.querySelectorAll("form[data-portal-upload]")) {
  const box = form.querySelector("[data-portal-progress]");
  if (!box || !window.FormData) continue;
  const status = box.querySelector("[role=status]");
  const bar = box.querySelector("progress");
  let told = -1;

  const tell = (percent) => {
    bar.value = percent;
    const step = Math.floor(percent / 25);
    if (step === told) return;
    told = step;
    status.textContent = percent < 100 ? box.dataset.sending.replace("{percent}", String(Math.floor(percent))) : box.dataset.checking;
  };

  form.addEventListener("submit", (event) => {
    const files = Array.from(form.querySelectorAll("input[type=file]"));
    if (!files.some((input) => input.files.length)) return;
    event.preventDefault();
    const data = new FormData(form);
    if (event.submitter && event.submitter.name) data.append(event.submitter.name, event.submitter.value);
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.responseType = "document";
    request.upload.addEventListener("progress", (sent) => sent.lengthComputable && tell((sent.loaded / sent.total) * 100));
    request.addEventListener("load", () => {
      const page = request.response;
      if (!page || request.status >= 500) return fail();
      if (request.responseURL && request.responseURL !== form.action) return window.location.assign(request.responseURL);
      form.dataset.sent = "";
      document.title = page.title;
      document.querySelector("main").replaceWith(page.querySelector("main"));
      initAll({ scope: document.querySelector("main") });
    });
    request.addEventListener("error", fail);
    box.hidden = false;
    tell(0);
    request.send(data);
  });

  function fail() {
    told = -1;
    status.textContent = box.dataset.failed;
  }
}
