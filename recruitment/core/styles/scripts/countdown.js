// Shows the time left of a paper (includes/_countdown.html). The server keeps the time; this only tells it.
for (const box of document.querySelectorAll("[data-portal-countdown]")) {
  const clock = box.querySelector(".portal-countdown__clock");
  const status = box.querySelector("[role=status]");
  const drift = Date.now() - Date.parse(box.dataset.now);
  const end = Date.parse(box.dataset.until) + drift;
  const moments = [30, 15, 10, 5, 1];
  let told = Infinity;

  const two = (number) => String(number).padStart(2, "0");
  const tick = () => {
    const seconds = Math.max(0, Math.round((end - Date.now()) / 1000));
    const text = `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
    clock.textContent = box.dataset.left.replace("{time}", text);
    box.classList.toggle("portal-countdown--soon", seconds <= 300);
    const minutes = moments.filter((minute) => seconds <= minute * 60).pop();
    if (seconds === 0) {
      clock.textContent = status.textContent = box.dataset.over;
      return;
    }
    if (minutes !== undefined && minutes < told) {
      told = minutes;
      status.textContent = box.dataset.minutes.replace("{minutes}", String(Math.ceil(seconds / 60)));
    }
    window.setTimeout(tick, 1000 - (Date.now() % 1000));
  };
  tick();
}
