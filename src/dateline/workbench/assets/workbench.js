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

// What was left empty asks nothing, and need not stand in the address.
document.body.addEventListener("htmx:configRequest", (event) => {
  const asked = event.detail.parameters;
  const usual = { rule: "range", measure: "killed", clock: "said" };
  for (const name of Object.keys(asked)) {
    if (asked[name] === "" || asked[name] === usual[name]) delete asked[name];
  }
});

// What has changed is said aloud, and the title follows.
document.body.addEventListener("htmx:afterSettle", () => {
  const said = document.getElementById("said"), now = document.querySelector("[data-said]");
  if (said && now) said.textContent = now.textContent;
  fold();
  showSaved();
});

// On a narrow screen the filters begin folded.
function fold() {
  const filters = document.querySelector("details.fold");
  if (filters && matchMedia("(max-width: 900px)").matches) filters.open = false;
}
fold();

// Saved filters: names and addresses, kept in this browser alone.
const SAVED = "dateline.filters";
function saved() {
  try { return JSON.parse(localStorage.getItem(SAVED) ?? "[]").filter((one) => typeof one.address === "string" && one.address.startsWith("?")); }
  catch { return []; }
}
function keep(list) {
  try { localStorage.setItem(SAVED, JSON.stringify(list)); } catch { return; }
  showSaved();
}
function make(tag, words, more = {}) {
  return Object.assign(document.createElement(tag), { textContent: words }, more);
}
function savedRow(box, one, place) {
  const row = document.createElement("li");
  const forget = make("button", "×", { type: "button", className: "quiet", title: box.dataset.forget });
  forget.setAttribute("aria-label", `${box.dataset.forget}: ${one.name}`);
  forget.addEventListener("click", () => keep(saved().filter((_, k) => k !== place)));
  row.append(make("a", one.name, { href: location.pathname + one.address }), forget);
  return row;
}
function showSaved() {
  const box = document.querySelector("[data-saved]");
  if (!box) return;
  for (const old of box.querySelectorAll("ul, form, p")) old.remove();
  const list = saved();
  if (list.length) {
    const rows = document.createElement("ul");
    rows.append(...list.map((one, k) => savedRow(box, one, k)));
    box.append(rows);
  }
  if (location.search) {
    const form = document.createElement("form");
    const name = make("input", "", { type: "text", required: true, maxLength: 60, placeholder: box.dataset.name });
    name.setAttribute("aria-label", box.dataset.name);
    form.append(name, make("button", box.dataset.save, { type: "submit", className: "plain" }));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      keep([...saved(), { name: name.value, address: location.search }]);
    });
    box.append(form);
  } else if (!list.length) box.append(make("p", box.dataset.none, { className: "soft small" }));
  box.hidden = false;
}
showSaved();
