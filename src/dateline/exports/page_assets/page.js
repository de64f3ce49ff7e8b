(() => {
  const form = document.querySelector(".filters");
  const articles = [...document.querySelectorAll("article")];
  const texts = articles.map((one) => one.textContent.toLowerCase());
  const show = () => {
    const words = form.words.value.toLowerCase().split(/\s+/).filter(Boolean);
    const kind = form.kind.value;
    let shown = 0;
    articles.forEach((one, k) => {
      const fits = (!kind || one.dataset.kind === kind) && words.every((word) => texts[k].includes(word));
      one.hidden = !fits;
      shown += fits;
    });
    form.querySelector("output").textContent = `${shown} of ${articles.length} incidents shown`;
  };
  form.hidden = false;
  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((one) => { one.open = true; }));
  show();
})();
