// Adds the reader's own time to instants that the server tells by Shanghai's clock: [data-portal-zone="{time} (your time, {zone})"].
for (const box of document.querySelectorAll("[data-portal-zone]")) {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!zone) continue;
  const language = document.documentElement.lang === "en" ? "en-GB" : document.documentElement.lang;
  const clock = (timeZone) => new Intl.DateTimeFormat(language, { dateStyle: "long", timeStyle: "short", timeZone });
  for (const time of box.querySelectorAll("time.portal-when[datetime]")) {
    const moment = new Date(time.dateTime);
    const own = clock(zone).format(moment);
    if (Number.isNaN(moment.valueOf()) || own === clock("Asia/Shanghai").format(moment)) continue;
    const line = document.createElement("span");
    line.className = "portal-muted";
    line.textContent = box.dataset.portalZone.replace("{time}", own).replace("{zone}", zone.split("/").pop().replaceAll("_", " "));
    time.after(document.createElement("br"), line);
  }
}
