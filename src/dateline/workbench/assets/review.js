// Keys for judging; every one of them is a button or a link on the page as well.
"use strict";
const queue = document.querySelector("[data-queue]");
const items = queue ? [...queue.querySelectorAll(".item")] : [];
let now = -1;

function go(to) {
  if (!items.length) return;
  now = Math.max(0, Math.min(items.length - 1, to));
  items.forEach((item, k) => item.classList.toggle("now", k === now));
  items[now].focus({ preventScroll: true });
  items[now].scrollIntoView({ block: "nearest" });
}
function press(key) {
  const here = items[now] ?? document;
  const found = (key === "u" ? document : here).querySelector(`[data-key="${key}"]`);
  if (!found) return;
  if (found instanceof HTMLFormElement) found.requestSubmit();
  else found.click();
}
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
  if (event.key === "j") go(now + 1);
  else if (event.key === "k") go(now - 1);
  else if ("acru".includes(event.key)) press(event.key);
  else if (event.key === "?") document.getElementById("keys")?.classList.toggle("shown");
  else return;
  event.preventDefault();
});
items.forEach((item, k) => item.addEventListener("focusin", () => { now = k; items.forEach((one, n) => one.classList.toggle("now", n === k)); }));

// After a decision the next one in line has the focus.
const place = "dateline.review.place";
document.addEventListener("submit", (event) => { if (event.target.closest(".item")) try { sessionStorage.setItem(place, String(Math.max(now, 0))); } catch { /* the page begins at its top */ } });
try {
  const kept = sessionStorage.getItem(place);
  if (kept !== null && items.length && !location.hash) go(Number(kept));
  sessionStorage.removeItem(place);
} catch { /* as above */ }
