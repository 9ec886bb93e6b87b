// Opens the lines, and binds the list of changes to the engine, which writes every number that is shown.
bindPage(async () => {
  const lines = [...document.querySelectorAll("details.line")];
  const openAll = byId("open-all");
  if (openAll) {
    const [open, close] = [openAll.textContent, openAll.dataset.close];
    const name = () => { openAll.textContent = lines.every((line) => line.open) ? close : open; };
    openAll.hidden = false;
    openAll.addEventListener("click", () => {
      const isOpen = lines.every((line) => line.open);
      for (const line of lines) line.open = !isOpen;
      name();
    });
    for (const line of lines) line.addEventListener("toggle", name);
    // What is closed is not printed.
    window.addEventListener("beforeprint", () => { for (const line of lines) line.open = true; });
  }
  if (!byId("trial-box")) return;

  const ask = await startEngine({ language: "page_language", inputs: "statement_load" }, "statement_show");
  byId("trial-box").hidden = false;
  const words = byId("changes").tBodies[0].dataset;
  let changes = [];
  let written = [];
  let view = ask([]);

  function options(list) {
    return list.map(([value, textContent]) => make("option", { value, textContent }));
  }
  function cell(part, className = "") {
    const box = make("td", { className });
    if (part) box.append(part);
    return box;
  }
  function row(change, index) {
    const name = (kind) => words[kind] + " " + (index + 1);
    const deals = view.deals.map((text, at) => [String(at), text]);
    const deal = make("select", { ariaLabel: name("deal") });
    deal.append(...options([...(view.newObstacle === undefined ? [["new", words.new]] : []), ...deals]));
    const amount = make("input", {
      type: "text", inputMode: "decimal", autocomplete: "off", ariaLabel: name("amount"),
    });
    const month = make("select", { ariaLabel: name("month") });
    const like = make("select", { ariaLabel: name("like") });
    like.append(...options([["", "–"], ...deals]));
    const remove = make("button", { type: "button", textContent: "×", ariaLabel: name("remove") });
    function edit(field, key) {
      field.addEventListener("change", () => {
        change.text = "";
        change[key] = field.value.trim();
        show(field);
      });
    }
    edit(deal, "deal");
    edit(amount, "amount");
    edit(month, "month");
    edit(like, "like");
    remove.addEventListener("click", () => {
      changes = changes.filter((each) => each !== change);
      show(remove);
      (written[Math.min(index, written.length - 1)]?.remove ?? byId("add-change")).focus();
    });
    const element = make("tr", {});
    element.append(cell(deal), cell(amount), cell(month), cell(like), cell(remove));
    return { change, deal, amount, month, like, remove, element };
  }
  function write() {
    if (written.length !== changes.length || written.some((cells, index) => cells.change !== changes[index])) {
      written = changes.map(row);
      byId("changes").tBodies[0].replaceChildren(...written.map((cells) => cells.element));
    }
    byId("changes").hidden = changes.length === 0;
    for (const [index, { change, deal, amount, month, like }] of written.entries()) {
      const isNew = change.deal === "new";
      const read = view.changes[index];
      amount.setAttribute("aria-invalid", String(read.amountFault ?? false));
      if (read.text !== undefined) {
        const [what, , when, model] = read.text.split(",");
        Object.assign(change, { text: read.text, deal: what, amount: read.amount, month: when, like: model });
      }
      const outs = isNew ? [] : [["out", words.out]];
      const months = [...outs, ...view.months.map((each) => [each.value, each.text])];
      if (month.options.length !== months.length) month.replaceChildren(...options(months));
      deal.value = change.deal;
      amount.value = change.amount;
      amount.placeholder = isNew ? byId("changes").tHead.rows[0].cells[1].textContent : words.unchanged;
      month.value = change.month;
      like.value = change.like;
      like.closest("td").hidden = !view.needsLike;
      like.disabled = !isNew;
      like.setAttribute("aria-invalid", String(isNew && view.needsLike && change.like === ""));
    }
    byId("changes").tHead.rows[0].cells[3].hidden = !view.needsLike;
  }
  function table(id, list) {
    byId(id).tBodies[0].replaceChildren(...list.map((texts) => fill(make("tr", {}), "td", texts, true)));
    byId(id).hidden = list.length === 0;
  }

  function sent() {
    return changes.map((change) => {
      if (change.text) return "change=" + change.text;
      // A month that only a deal of the file has is none of a new one, and the other way round.
      if (change.deal === "new" && change.month === "out") change.month = view.months.at(-1).value;
      if (change.deal !== "new") change.like = "";
      const parts = [change.deal, change.amount, change.month, change.like];
      return "typed-change=" + parts.map((text) => text.replaceAll("|", "")).join("|");
    });
  }
  function show() {
    view = ask(sent());
    write();
    byId("new-obstacle").textContent = view.newObstacle ?? "";
    byId("faults").hidden = view.faults === undefined;
    byId("faults").textContent = (view.faults ?? []).join(" ");
    const isTried = view.rows !== undefined && view.state.length > 0;
    byId("answer").hidden = !isTried;
    if (isTried) {
      byId("sentence").textContent = view.sentence;
      table("tried", view.rows);
      table("tried-months", view.monthRows);
      list("why", view.why);
    }
    setFragment(view.state);
  }
  byId("add-change").addEventListener("click", () => {
    const deal = view.newObstacle === undefined ? "new" : "0";
    changes.push({ text: "", deal, amount: "", month: view.months.at(-1).value, like: "" });
    show();
    written.at(-1).deal.focus();
  });
  function open() {
    changes = fragment().split("&").filter((line) => line.startsWith("change=")).map((line) => {
      const text = line.slice("change=".length);
      const [deal, amount, month, like] = text.split(",");
      return { text, deal, amount: amount ?? "", month: month ?? "", like: like ?? "" };
    });
    show();
  }
  window.addEventListener("hashchange", open);
  open();
});
