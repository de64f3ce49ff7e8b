// The page of a report: numbers lead to their words, words to their claims, and marked words to a missed claim.
"use strict";

const text = document.getElementById("text");
const cards = [...document.querySelectorAll(".card")];
// Pieces by the number of each stretch that they belong to; claims by the stretches that they rest on.
const pieces = new Map();
for (const piece of text.querySelectorAll(".m")) {
  for (const number of piece.dataset.of.split(" ")) {
    if (!pieces.has(number)) pieces.set(number, []);
    pieces.get(number).push(piece);
  }
}
const claimsOf = new Map();
for (const card of cards) {
  for (const number of card.dataset.words.split(" ")) {
    if (!claimsOf.has(number)) claimsOf.set(number, []);
    claimsOf.get(number).push(card);
  }
}
const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
const gently = () => (still ? "auto" : "smooth");
let now = null;

function clear() {
  for (const marked of document.querySelectorAll(".on, .lit")) marked.classList.remove("on", "lit");
  for (const card of cards) card.removeAttribute("aria-current");
}
function light(number, name) {
  for (const piece of pieces.get(number) ?? []) piece.classList.add(name);
}
function into(element, block) {
  if (!element) return;
  const box = element.getBoundingClientRect();
  if (block === "center" || box.top < 0 || box.bottom > innerHeight) element.scrollIntoView({ block, behavior: gently() });
}
// A claim: its words washed, its card marked; one stretch of it, where one is asked for, lit.
function choose(card, stretch, { words = true, panel = true } = {}) {
  clear();
  now = card;
  if (!card) return;
  card.classList.add("on");
  card.setAttribute("aria-current", "true");
  const all = card.dataset.words.split(" ");
  for (const number of all) light(number, "on");
  const lit = stretch ?? null;
  if (lit !== null) light(lit, "lit");
  const ref = text.querySelector(`.ref[data-claim="${card.id.slice(1)}"]`);
  if (ref) ref.classList.add("on");
  for (const link of card.querySelectorAll("dd a[data-go]")) link.classList.toggle("lit", link.dataset.go === lit);
  if (panel) scrollPanel(card);
  if (words) into((pieces.get(lit ?? all[0]) ?? [])[0], "center");
}
function scrollPanel(card) {
  const panel = card.closest(".cards");
  if (getComputedStyle(panel).position !== "sticky") return;
  const head = panel.querySelector(".cards-head").offsetHeight;
  const top = card.offsetTop - panel.offsetTop;
  if (top < panel.scrollTop + head || top + card.offsetHeight > panel.scrollTop + panel.clientHeight) panel.scrollTo({ top: top - head - 8, behavior: gently() });
}
function step(by) {
  if (!cards.length) return;
  const at = now ? cards.indexOf(now) + by : by > 0 ? 0 : cards.length - 1;
  const card = cards[(at + cards.length) % cards.length];
  choose(card);
  card.focus({ preventScroll: true });
}

document.addEventListener("click", (event) => {
  // What stands in another part has no number here, and its link leads there.
  const going = event.target.closest("[data-go]");
  if (going?.dataset.go) {
    event.preventDefault();
    const card = going.closest(".card");
    choose(card, going.classList.contains("number") ? null : going.dataset.go, { panel: false });
    history.replaceState(null, "", `#${card.id}`);
    return;
  }
  const ref = event.target.closest(".ref");
  if (ref) {
    event.preventDefault();
    const card = document.getElementById(`c${ref.dataset.claim}`);
    choose(card, null, { words: false });
    card.focus({ preventScroll: getComputedStyle(card.closest(".cards")).position === "sticky" });
    return;
  }
  const button = event.target.closest("[data-step]");
  if (button) return step(Number(button.dataset.step));
  const piece = event.target.closest(".m");
  if (piece && getSelection().isCollapsed) fromWords(piece);
});
// Words may make several claims: clicking them again goes on to the next.
function fromWords(piece) {
  const found = [...new Set(piece.dataset.of.split(" ").flatMap((number) => claimsOf.get(number) ?? []))];
  if (!found.length) return;
  found.sort((a, b) => cards.indexOf(a) - cards.indexOf(b));
  const card = found[(found.indexOf(now) + 1) % found.length];
  const own = new Set(card.dataset.words.split(" "));
  const shortest = piece.dataset.of.split(" ").filter((n) => own.has(n)).sort((a, b) => pieces.get(a).length - pieces.get(b).length)[0];
  choose(card, shortest, { words: false });
}

document.addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.target.closest("input, textarea, select")) return;
  if (event.key === "n") step(1);
  else if (event.key === "p") step(-1);
  else if (event.key === "Escape") { hideAdding(); choose(null); }
});
for (const steps of document.querySelectorAll("[data-steps]")) steps.hidden = false;

// The address may name a claim: #c3 by its number here, #claim-ID (or #c-ID) by its id, #claim-ID.2 by its figure.
function arrive() {
  const hash = decodeURIComponent(location.hash.slice(1));
  const named = /^(?:claim|c)-([^.]+)(?:\.(\d+))?$/.exec(hash);
  // A place in the text that another part leads to.
  const stretch = /^s(\d+)$/.exec(hash);
  if (stretch && pieces.has(stretch[1])) {
    clear();
    light(stretch[1], "lit");
    return into(pieces.get(stretch[1])[0], "center");
  }
  const card = named ? cards.find((one) => one.dataset.id.startsWith(named[1])) : /^c\d+$/.test(hash) ? document.getElementById(hash) : null;
  if (!card) {
    // A long report comes in parts: the claim may stand in another.
    const other = named && [...document.querySelectorAll("[data-elsewhere] data")].find((one) => ` ${one.textContent}`.includes(` ${named[1]}`));
    if (other) location.replace(other.value + location.hash);
    return;
  }
  const figure = named && named[2] !== undefined ? card.querySelectorAll(".counted")[Number(named[2])] : null;
  choose(card, figure ? figure.dataset.go : null);
}
addEventListener("hashchange", arrive);
arrive();

// Marked words: a browser counts UTF-16 units, a ledger code points.
const adding = document.getElementById("adding");
function offset(node, at) {
  const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
  const paragraph = element.closest("[data-at]");
  if (!paragraph || !text.contains(paragraph)) return null;
  const before = document.createRange();
  before.setStart(paragraph, 0);
  before.setEnd(node, at);
  return Number(paragraph.dataset.at) + [...before.toString()].length;
}
function marked() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const words = range.toString();
  let start = offset(range.startContainer, range.startOffset);
  let end = offset(range.endContainer, range.endOffset);
  // A triple click ends the selection at the start of what comes next: the end of its paragraph is meant.
  if (start !== null && end === null) {
    const paragraph = (range.startContainer.nodeType === Node.TEXT_NODE ? range.startContainer.parentElement : range.startContainer).closest("[data-at]");
    end = Number(paragraph.dataset.at) + [...paragraph.textContent].length;
  }
  if (start === null || end === null) return null;
  const space = (part) => [...(/^\s*/.exec(part)[0])].length;
  start += space(words);
  const tail = [...(/\s*$/.exec(words)[0])].length;
  end -= tail;
  return end > start ? { start, end, words: words.trim() } : null;
}
function hideAdding() { adding.hidden = true; }
document.addEventListener("selectionchange", () => {
  const found = marked();
  if (!found) return;
  adding.elements.start.value = found.start;
  adding.elements.end.value = found.end;
  adding.querySelector("[data-quote]").textContent = found.words.length > 240 ? `${[...found.words].slice(0, 240).join("")}…` : found.words;
  adding.hidden = false;
});
adding.querySelector("[data-cancel]").addEventListener("click", () => { hideAdding(); getSelection().removeAllRanges(); });
