// Before the first paint: the look that was chosen here, so that nothing flashes.
document.documentElement.classList.add("scripted");
try {
  const chosen = localStorage.getItem("dateline.theme");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
} catch { /* storage may be closed; then the system decides */ }
