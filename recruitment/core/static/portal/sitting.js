// The page of the answers (competence/answers.html): sends what is new every few seconds and on every change, keeps it in this
// browser while the line is down, and tells how it stands. The server decides what is newest; it watches nothing else.
const form = document.querySelector("[data-portal-sitting]");
const kept = document.querySelector("[data-portal-handed-in]");

const read = (key) => {
  try {
    return JSON.parse(window.localStorage.getItem(key)) || {};
  } catch {
    return {};
  }
};
const write = (key, value) => {
  try {
    window.localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // A browser that keeps nothing: the server still does.
  }
};

if (kept) {
  try {
    window.localStorage.removeItem(`portal-sitting-${kept.dataset.portalHandedIn}`);
  } catch {
    // Nothing was kept.
  }
}

if (form) {
  const said = form.dataset;
  const key = said.keep ? `portal-sitting-${said.keep}` : "";
  const store = key ? read(key) : {};
  const status = form.querySelector("[data-portal-sitting-status]");
  const version = form.querySelector("input[name=version]");
  const token = form.querySelector("input[name=csrfmiddlewaretoken]").value;
  const areas = new Map([...form.querySelectorAll("textarea")].map((area) => [area.dataset.task, area]));
  const dirty = new Set();
  const first = Number(said.version);
  let count = 0;
  let busy = false;
  let soon = 0;
  let over = false;
  let leaving = false;

  const keep = () => key && write(key, store);
  const tell = (text, worried) => {
    if (status.textContent !== text) status.textContent = text;
    status.classList.toggle("portal-urgent", Boolean(worried));
  };

  // What a browser kept that died, or lost its line, before it could be sent: only if nothing newer is on the server.
  for (const [task, area] of areas) {
    const draft = store[task];
    if (draft && draft.version > Number(area.dataset.version) && draft.text !== area.value) {
      area.value = draft.text;
      dirty.add(task);
    } else {
      delete store[task];
    }
  }
  keep();

  const answer = (told, sent) => {
    for (const [task, number] of Object.entries(told.kept || {})) {
      if (store[task] && store[task].version === number) {
        delete store[task];
        dirty.delete(task);
      }
    }
    keep();
    if ((told.older || []).length) {
      // This page is behind another one: it says so and stops, or it would only seem to save.
      over = true;
      tell(said.older, true);
      return;
    }
    if (told.state === "paused" || (told.ends && Date.parse(told.ends) !== Date.parse(said.ends))) {
      if (!dirty.size) {
        leaving = true;
        window.location.reload();
      }
      return;
    }
    if (sent || !dirty.size) tell(said.saved.replace("{time}", new Date().toLocaleTimeString(document.documentElement.lang)));
  };

  const send = async () => {
    if (busy || over || leaving) return;
    busy = true;
    const answers = {};
    for (const task of dirty) answers[task] = store[task];
    try {
      const response = await fetch(said.url, {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-CSRFToken": token },
        body: JSON.stringify({ answers }),
        credentials: "same-origin",
        signal: AbortSignal.timeout(8000),
      });
      if (response.status === 409) {
        over = true;
        tell(said.over, true);
        window.setTimeout(() => window.location.assign(said.after), 4000);
      } else if (response.ok && !response.redirected) {
        answer(await response.json(), dirty.size > 0);
      } else {
        tell(said.offline, true);
      }
    } catch {
      tell(said.offline, true);
    }
    busy = false;
  };

  for (const [task, area] of areas) {
    area.addEventListener("input", () => {
      count += 1;
      store[task] = { text: area.value, version: first + count };
      version.value = String(first + count);
      dirty.add(task);
      keep();
      window.clearTimeout(soon);
      soon = window.setTimeout(send, 1500);
    });
  }
  if (dirty.size) {
    // Older than this page, and not yet on the server: sent as it was, so that nothing newer is overwritten.
    tell(said.found);
  }
  form.addEventListener("submit", () => {
    leaving = true;
  });
  window.addEventListener("online", send);
  let ticks = 0;
  window.setInterval(() => {
    ticks += 1;
    if (dirty.size || ticks % 3 === 0) send();
  }, 5000);
  send();
}
