// What pages do beyond links and forms. Every page works without it.
"use strict";

// The look: as the system has it, light, or dark.
const LOOKS = ["auto", "light", "dark"];
function showLook(button) {
  const now = document.documentElement.dataset.theme;
  button.querySelector("[data-theme-name]").textContent = button.dataset[now];
  button.hidden = false;
}
function changeLook(button) {
  const next = LOOKS[(LOOKS.indexOf(document.documentElement.dataset.theme) + 1) % LOOKS.length];
  document.documentElement.dataset.theme = next;
  try { localStorage.setItem("dateline.theme", next); } catch { /* it holds for this page */ }
  showLook(button);
  document.dispatchEvent(new CustomEvent("look"));
}
const switcher = document.querySelector("[data-theme-switch]");
if (switcher) {
  showLook(switcher);
  switcher.addEventListener("click", () => changeLook(switcher));
}
