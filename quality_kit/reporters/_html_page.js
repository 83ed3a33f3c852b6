
"use strict";
(() => {
  const form = document.getElementById("controls");
  if (!form) return;
  // Among many findings a search waits until nobody has typed for so long, in milliseconds.
  const many = 1000;
  const pause = 200;
  const groups = document.getElementById("groups");
  const search = document.getElementById("search");
  const rule = document.getElementById("rule");
  const fold = document.getElementById("fold");
  const findings = [...groups.querySelectorAll(".finding")].map((item) => ({
    item,
    file: item.dataset.path,
    rule: item.dataset.rule,
    severity: item.dataset.severity,
    text: (item.dataset.path + "\n" + item.textContent).toLowerCase(),
  }));
  let places = [...groups.children];

  const names = [...new Set(findings.map((finding) => finding.rule))].sort();
  for (const name of names) rule.append(new Option(name, name));

  function show() {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const severities = new Set(new FormData(form).getAll("severity"));
    const counts = new Map();
    let shown = 0;
    for (const finding of findings) {
      const fits =
        severities.has(finding.severity) &&
        (!rule.value || rule.value === finding.rule) &&
        words.every((word) => finding.text.includes(word));
      if (finding.item.hidden === fits) finding.item.hidden = !fits;
      if (!fits) continue;
      const list = finding.item.parentNode;
      counts.set(list, (counts.get(list) || 0) + 1);
      shown += 1;
    }
    for (const place of places) {
      const left = counts.get(place.lastElementChild) || 0;
      place.hidden = !left;
      place.querySelector(".count").textContent = left.toLocaleString("en");
    }
    document.getElementById("shown").textContent =
      shown.toLocaleString("en") + " of " + findings.length.toLocaleString("en");
    document.getElementById("nothing").hidden = shown > 0;
  }

  function element(tag, kind, text) {
    const made = document.createElement(tag);
    made.className = kind;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  function regroup() {
    const kind = new FormData(form).get("group");
    if (document.body.dataset.group === kind) return;
    const open = fold.textContent === "Fold all";
    document.body.dataset.group = kind;
    const lists = new Map();
    places = [];
    for (const finding of findings) {
      const name = finding[kind];
      if (!lists.has(name)) {
        const place = element("details", "group");
        const summary = element("summary", "");
        summary.append(element("span", "path", name), element("span", "count"));
        place.append(summary, document.createElement("ol"));
        place.open = open;
        places.push(place);
        lists.set(name, place.lastChild);
      }
      lists.get(name).append(finding.item);
    }
    const name = (place) => place.querySelector(".path").textContent;
    if (kind === "rule") places.sort((one, other) => (name(one) < name(other) ? -1 : 1));
    groups.replaceChildren(...places);
  }

  function update() {
    regroup();
    show();
  }

  let waiting;
  function updateSoon() {
    clearTimeout(waiting);
    if (findings.length > many) waiting = setTimeout(update, pause);
    else update();
  }

  function ask(text, only) {
    HTMLFormElement.prototype.reset.call(form); // the button of that name hides the method
    search.value = text;
    rule.value = only;
    update();
    form.scrollIntoView();
  }

  document.addEventListener("click", (event) => {
    const { folder, only } = event.target.dataset;
    if (folder !== undefined) ask(folder, "");
    if (only !== undefined) ask("", only);
  });
  fold.addEventListener("click", () => {
    const open = fold.textContent === "Unfold all";
    for (const place of places) place.open = open;
    fold.textContent = open ? "Fold all" : "Unfold all";
  });
  form.addEventListener("input", (event) => (event.target === search ? updateSoon() : update()));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(update));
  if (places.some((place) => !place.open)) fold.textContent = "Unfold all";
  form.hidden = false;
  update();
})();
