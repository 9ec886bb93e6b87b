"use strict";
// Binds controls to the engine, which calculates and writes every number that is shown.
(async () => {
  const byId = (id) => document.getElementById(id);
  const bytes = (id) => Uint8Array.from(atob(byId(id).textContent), (c) => c.charCodeAt(0));
  const packed = new Blob([bytes("engine")]).stream();
  const code = await new Response(packed.pipeThrough(new DecompressionStream("deflate"))).arrayBuffer();
  const { instance } = await WebAssembly.instantiate(code, {});
  const engine = instance.exports;

  // The buffer's address changes when it grows, and memory is another object then: ask each time.
  function send(content) {
    const at = engine.page_room(content.length);
    new Uint8Array(engine.memory.buffer, at, content.length).set(content);
    return content.length;
  }
  function ask(lines) {
    const count = engine.page_show(send(new TextEncoder().encode(lines.join("\n"))));
    const answer = new Uint8Array(engine.memory.buffer, engine.page_room(0), count);
    return JSON.parse(new TextDecoder().decode(answer));
  }
  engine.page_language(send(bytes("language")));
  if (engine.page_load(send(bytes("plans"))) < 0) throw new Error("plans");

  const controls = ["quota", "sales", "attainment", "goal"];
  const state = new Map();
  let view = null;

  function read(text) {
    state.clear();
    for (const line of text.split(/[\n&]/)) {
      const sign = line.indexOf("=");
      if (sign > 0) state.set(line.slice(0, sign), line.slice(sign + 1));
    }
  }
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

  function fill(parent, tag, texts, head) {
    parent.replaceChildren(...texts.map((text, index) => {
      const element = document.createElement(head && index === 0 ? "th" : tag);
      if (head && index === 0) element.scope = "row";
      if (index > 0) element.className = "number";
      element.textContent = text;
      return element;
    }));
    return parent;
  }
  function rows(id, list, mark) {
    byId(id).replaceChildren(...list.map((cells, index) => {
      const row = fill(document.createElement("tr"), "td", cells, true);
      if (index === mark) row.setAttribute("aria-current", "true");
      return row;
    }));
  }
  function list(id, texts) {
    byId(id).replaceChildren(...texts.map((text) => {
      const item = document.createElement("li");
      item.textContent = text;
      return item;
    }));
  }

  const telephone = window.matchMedia("screen and (max-width: 38rem)");
  telephone.addEventListener("change", () => show(null));
  let saving = 0;
  function show(edited) {
    const lines = [...state].map(([key, value]) => key + "=" + value);
    view = ask(telephone.matches ? [...lines, "narrow=1"] : lines);
    const failure = byId("failure");
    failure.hidden = view.failure === undefined;
    failure.textContent = view.failure ?? "";
    if (view.failure !== undefined) return;
    for (const name of controls) {
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
    const node = new DOMParser().parseFromString(view.chart, "image/svg+xml").documentElement;
    byId("drawing").replaceChildren(document.importNode(node, true));
    byId("words").textContent = view.chartWords;
    fill(byId("grid-head"), "th", [byId("grid-corner").textContent, ...view.grid.head], false);
    byId("grid-head").firstElementChild.id = "grid-corner";
    for (const cell of byId("grid-head").children) cell.scope = "col";
    rows("grid", view.grid.rows);
    list("rules", view.rules);
    list("solved", view.solved ?? []);
    if (view.plans) rows("plans-rows", view.plans, byId("plan").selectedIndex);
    clearTimeout(saving);
    saving = setTimeout(() => history.replaceState(null, "", "#" + view.state.join("&")), 250);
  }

  let waiting = 0;
  for (const name of controls) {
    byId(name).addEventListener("change", (event) => {
      change(name, event.target.value.trim(), true);
      const control = view.controls[name];
      if (control && !view.unreadable.includes(name)) event.target.value = control.text;
    });
    byId(name + "-slider")?.addEventListener("input", (event) => {
      // No more than one answer for each picture on the screen.
      cancelAnimationFrame(waiting);
      waiting = requestAnimationFrame(() => change(name, event.target.value, false));
    });
  }
  byId("plan")?.addEventListener("change", (event) => {
    state.set("plan", String(event.target.selectedIndex));
    // Another plan has another quota.
    for (const key of ["quota", "typed-quota"]) state.delete(key);
    show(event.target);
  });

  async function copy(button, text) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Files may not reach the clipboard in every browser; a selection can be copied in all.
      const area = document.createElement("textarea");
      area.value = text;
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
    byId("done").textContent = button.dataset.done;
  }
  byId("markdown").addEventListener("click", (event) => copy(event.target, view.markdown));
  byId("link").addEventListener("click", (event) => {
    history.replaceState(null, "", "#" + view.state.join("&"));
    copy(event.target, location.href);
  });
  byId("print").addEventListener("click", () => window.print());

  function open() {
    let fragment = location.hash.slice(1);
    try {
      fragment = decodeURIComponent(fragment);
    } catch {
      fragment = "";
    }
    read(fragment || byId("start").textContent);
    const plan = byId("plan");
    if (plan) plan.selectedIndex = Number(state.get("plan") ?? 0) || 0;
    show(null);
  }
  window.addEventListener("hashchange", open);
  open();
  document.documentElement.dataset.ready = "true";
})().catch(() => {
  document.getElementById("failure").hidden = false;
});
