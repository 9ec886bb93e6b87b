// Binds controls to the engine, which calculates and writes every number that is shown.
bindPage(async () => {
  const ask = await startEngine({ language: "page_language", plans: "page_load" }, "page_show");

  const pipeline = bindPipeline({
    show: (edited) => show(edited),
    ask: (more) => ask([...lines(), ...more]),
  });

  const fixed = ["quota", "sales", "attainment", "goal"];
  // The terms of the plan that is looked at.
  let terms = [];
  const state = new Map();
  let view = null;

  function change(name, value, isTyped) {
    // Sales and attainment say the same, so the one that was moved holds.
    const gone = { sales: ["attainment"], attainment: ["sales"] }[name] ?? [];
    for (const key of [name, ...gone]) {
      state.delete(key);
      state.delete("typed-" + key);
    }
    if (value !== "") state.set((isTyped ? "typed-" : "") + name, value);
    show(byId(isTyped ? name : name + "-slider"));
  }

  function showRisk(risk, edited) {
    const field = byId("model");
    if (field !== edited) field.value = risk.model;
    const kind = (text) => text.startsWith("empirical:") ? text : text.split(":")[0];
    const choice = byId("model-choice");
    const same = [...choice.options].find((option) => kind(option.value) === kind(risk.model));
    if (same) choice.value = same.value;
    const isFault = risk.fault !== undefined;
    field.setAttribute("aria-invalid", String(isFault));
    byId("model-fault").hidden = !isFault;
    byId("model-fault").textContent = risk.fault ?? "";
    byId("risk-figures").hidden = isFault;
    list("model-words", risk.words ?? []);
    const isDrawn = state.has("trials") || state.has("typed-trials");
    byId("method").value = isDrawn ? "draws" : "";
    byId("draws").hidden = !isDrawn;
    for (const name of ["trials", "seed"]) {
      const isUnread = view.unreadable.includes(name);
      byId(name).setAttribute("aria-invalid", String(isUnread));
      if (!isUnread && byId(name) !== edited) byId(name).value = view.controls[name]?.text ?? "";
    }
    if (isFault) return;
    rows("risk-rows", risk.rows);
    byId("risk-drawing").parentElement.hidden = risk.chart === undefined;
    if (risk.chart !== undefined) draw("risk-drawing", risk.chart);
    byId("risk-words").textContent = risk.chartWords ?? "";
  }

  const telephone = window.matchMedia("screen and (max-width: 38rem)");
  telephone.addEventListener("change", () => show(null));
  let saving = 0;
  function save() { setFragment(view.state); }
  function lines() {
    const all = [...[...state].map(([key, value]) => key + "=" + value), ...pipeline.lines()];
    return telephone.matches ? [...all, "narrow=1"] : all;
  }
  function show(edited) {
    // A pipeline takes longer than a slider moves.
    const isMoving = edited?.type === "range";
    view = ask(isMoving ? lines() : [...lines(), "pipeline=1"]);
    const failure = byId("failure");
    failure.hidden = view.failure === undefined;
    failure.textContent = view.failure ?? "";
    if (view.failure !== undefined) return;
    writeTerms();
    for (const name of [...fixed, ...terms]) {
      const field = byId(name);
      const slider = byId(name + "-slider");
      const isUnread = view.unreadable.includes(name);
      field.setAttribute("aria-invalid", String(isUnread));
      const control = view.controls[name];
      field.closest(".control").hidden = control === undefined && name !== "goal";
      if (control === undefined || isUnread) continue;
      if (field !== edited) field.value = control.text;
      if (slider && slider !== edited) {
        slider.max = control.max;
        slider.step = control.step;
        slider.value = control.value;
      }
      slider?.setAttribute("aria-valuetext", control.text);
    }
    byId("total").textContent = view.total;
    rows("pay", view.pay);
    list("facts", view.facts);
    draw("drawing", view.chart);
    byId("words").textContent = view.chartWords;
    fill(byId("grid-head"), "th", [byId("grid-corner").textContent, ...view.grid.head], false);
    byId("grid-head").firstElementChild.id = "grid-corner";
    for (const cell of byId("grid-head").children) cell.scope = "col";
    rows("grid", view.grid.rows);
    list("rules", view.rules);
    list("assumed", view.assumed);
    byId("assumed-box").hidden = view.assumed.length === 0;
    list("solved", view.solved ?? []);
    byId("fault").hidden = view.fault === undefined;
    byId("fault").textContent = view.fault ?? "";
    byId("comparison").hidden = view.comparison === undefined;
    if (view.comparison) {
      list("changes", view.comparison.changes);
      rows("comparison-rows", view.comparison.rows, view.comparison.rows.length - 1);
      list("own-crossings", view.comparison.crossings);
    }
    byId("term-goal").hidden = view.solvedTerm === undefined;
    if (view.solvedTerm) {
      byId("unknown").value = view.solvedTerm.name;
      byId("solved-term").textContent = view.solvedTerm.text;
      byId("take").disabled = view.solvedTerm.value === undefined;
    }
    byId("risk").hidden = view.risk === undefined;
    if (view.risk) showRisk(view.risk, edited);
    if (view.plans) {
      rows("plans-rows", view.plans, byId("plan").selectedIndex);
      list("crossings", view.crossings);
    }
    pipeline.show(view.pipeline, isMoving);
    clearTimeout(saving);
    saving = setTimeout(save, 250);
  }

  let waiting = 0;
  function bind(name, field, slider) {
    field.addEventListener("change", (event) => {
      change(name, event.target.value.trim(), true);
      const control = view.controls[name];
      if (control && !view.unreadable.includes(name)) event.target.value = control.text;
    });
    slider?.addEventListener("input", (event) => {
      // No more than one answer for each picture on the screen.
      cancelAnimationFrame(waiting);
      waiting = requestAnimationFrame(() => change(name, event.target.value, false));
    });
  }
  for (const name of fixed) bind(name, byId(name), byId(name + "-slider"));

  // The controls stay as long as the plan does, so that one that is moved keeps its place and the focus.
  function writeTerms() {
    byId("terms-box").hidden = view.terms.length === 0;
    const names = view.terms.map((term) => term.name);
    if (names.join() !== terms.join()) {
      terms = names;
      byId("terms").replaceChildren(...view.terms.map((term) => {
        const { box, field, slider } = makeControl(term);
        bind(term.name, field, slider);
        return box;
      }));
      byId("unknown").replaceChildren(...view.terms.map((term) =>
        make("option", { value: term.name, textContent: term.label })));
    }
    for (const term of view.terms) byId(term.name).parentElement.classList.toggle("set", term.isSet);
    byId("untouched").disabled = view.terms.every((term) => !term.isSet) && !state.has("quota")
      && !state.has("typed-quota");
  }
  byId("untouched").addEventListener("click", () => {
    forget(state, "term-", "quota");
    show(null);
  });
  byId("model-choice").addEventListener("change", (event) => {
    state.set("model", event.target.value);
    show(null);
  });
  byId("model").addEventListener("change", (event) => {
    state.set("model", event.target.value.trim());
    show(event.target);
  });
  byId("method").addEventListener("change", (event) => {
    forget(state, "trials", "seed");
    if (event.target.value) state.set("trials", "100000");
    show(event.target);
  });
  byId("trials").addEventListener("change", (event) => {
    state.delete("trials");
    state.set("typed-trials", event.target.value.trim() || "100000");
    show(null);
  });
  byId("seed").addEventListener("change", (event) => {
    state.set("seed", event.target.value.trim());
    show(null);
  });
  byId("unknown").addEventListener("change", (event) => {
    state.set("unknown", event.target.value);
    show(event.target);
  });
  byId("take").addEventListener("click", () => {
    byId("terms-box").open = true;
    change(view.solvedTerm.name, view.solvedTerm.value, false);
    // The slider was not moved by hand.
    show(null);
  });
  byId("plan")?.addEventListener("change", (event) => {
    state.set("plan", String(event.target.selectedIndex));
    // Another plan has another quota and other terms.
    forget(state, "quota", "term-", "unknown");
    show(event.target);
  });

  bindActions(() => view.markdown, save);

  function open() {
    readState(state, fragment() || byId("start").textContent);
    if ([...state.keys()].some((key) => key.startsWith("term-"))) byId("terms-box").open = true;
    pipeline.open(state);
    const plan = byId("plan");
    if (plan) plan.selectedIndex = Number(state.get("plan") ?? 0) || 0;
    show(null);
  }
  window.addEventListener("hashchange", open);
  open();
});
