// Binds the controls of a page of offers.
bindPage(async () => {
  const ask = await startEngine({ language: "page_language", offers: "page_load_offers" }, "page_show_offers");
  const state = new Map();
  let names = [];
  let view = null;

  function change(name, value, isTyped) {
    // An attainment for all takes the place of those of each.
    if (name === "attainment") forget(state, "attainment-");
    state.delete(name);
    state.delete("typed-" + name);
    if (value !== "") state.set((isTyped ? "typed-" : "") + name, value);
    show(byId(isTyped ? name : name + "-slider"));
  }
  let waiting = 0;
  function bind(name) {
    byId(name).addEventListener("change", (event) => {
      change(name, event.target.value.trim(), true);
      if (!view.unreadable.includes(name)) event.target.value = view.controls[name].text;
    });
    byId(name + "-slider").addEventListener("input", (event) => {
      cancelAnimationFrame(waiting);
      waiting = requestAnimationFrame(() => change(name, event.target.value, false));
    });
  }
  function writeTerms() {
    if (names.length === 0) {
      for (const term of view.terms) {
        byId("terms-" + term.offer).append(makeControl(term).box);
        bind(term.name);
      }
      names = Object.keys(view.controls);
    }
    for (const term of view.terms) byId(term.name).parentElement.classList.toggle("set", term.isSet);
  }
  function head(id, first) {
    fill(byId(id), "th", [first, ...view.names], false);
    for (const cell of byId(id).children) cell.scope = "col";
  }

  const telephone = window.matchMedia("screen and (max-width: 38rem)");
  telephone.addEventListener("change", () => show(null));
  let saving = 0;
  function save() { setFragment(view.state); }
  function show(edited) {
    const lines = [...state].map(([key, value]) => key + "=" + value);
    view = ask(telephone.matches ? [...lines, "narrow=1"] : lines);
    byId("failure").hidden = view.failure === undefined;
    byId("failure").textContent = view.failure ?? "";
    if (view.failure !== undefined) return;
    writeTerms();
    for (const name of names) {
      const field = byId(name);
      const slider = byId(name + "-slider");
      const control = view.controls[name];
      const isUnread = view.unreadable.includes(name);
      field.setAttribute("aria-invalid", String(isUnread));
      if (isUnread) continue;
      if (field !== edited) field.value = control.text;
      if (slider !== edited) {
        slider.max = control.max;
        slider.step = control.step;
        slider.value = control.value;
      }
      slider.setAttribute("aria-valuetext", control.text);
    }
    byId("years").value = view.years;
    if (byId("tax")) byId("tax").value = view.tax;
    list("lead", view.lead);
    byId("cards").replaceChildren(...view.cards.map((card) => {
      const box = make("div", { className: "card" });
      box.append(make("p", { className: "what", textContent: card.name }),
        make("p", { className: "amount", textContent: card.pay }),
        make("p", { className: "what", textContent: card.note }));
      return box;
    }));
    list("crossings", view.crossings);
    draw("drawing", view.chart);
    byId("words").textContent = view.chartWords;
    draw("stack", view.stack);
    byId("stack-words").textContent = view.stackWords;
    head("sums-head", "");
    rows("sums", view.sums, 1);
    head("years-head", "");
    for (const body of byId("years-table").querySelectorAll("tbody")) body.remove();
    for (const year of view.yearRows) {
      const body = make("tbody", {});
      const row = make("tr", { className: "group" });
      row.append(make("th", { scope: "rowgroup", colSpan: view.names.length + 1, textContent: year.title }));
      body.append(row, ...year.rows.map((cells) => fill(make("tr", {}), "td", cells, true)));
      byId("years-table").append(body);
    }
    head("grid-head", byId("grid-head").dataset.title);
    rows("grid", view.grid);
    byId("changed").hidden = view.changes.length === 0;
    list("changes", view.changes);
    clearTimeout(saving);
    saving = setTimeout(save, 250);
  }

  for (const input of document.querySelectorAll(".controls input[type=text]")) bind(input.id);
  for (const name of ["years", "tax"]) {
    byId(name)?.addEventListener("change", (event) => {
      state.set(name, event.target.value);
      show(event.target);
    });
  }
  byId("untouched").addEventListener("click", () => {
    forget(state, "offer-");
    show(null);
  });
  bindActions(() => view.markdown, save);

  function open() {
    readState(state, fragment() || byId("start").textContent);
    const keys = [...state.keys()].join();
    for (const details of document.querySelectorAll("details[data-keys]")) {
      if (keys.includes(details.dataset.keys)) details.open = true;
    }
    show(null);
  }
  window.addEventListener("hashchange", open);
  open();
});
