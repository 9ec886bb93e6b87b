// The list of open deals: each row has what a person typed, or the text by which the engine knows it.
function bindPipeline({ show, ask }) {
  let deals = [];
  let through = "";
  let months = [];
  // How many of the deals have a row on the page.
  let written = [];
  let later = 0;

  function lines() {
    const all = deals.map((deal) => deal.text
      ? "deal=" + deal.text
      : "typed-deal=" + [deal.amount, deal.month, deal.chance].map((text) => text.replaceAll("|", "")).join("|"));
    if (through !== "") all.push("through=" + through);
    return all;
  }
  function open(state) {
    const text = state.get("deals") ?? "";
    through = state.get("through") ?? "";
    state.delete("deals");
    state.delete("through");
    deals = text === "" ? [] : text.split(",").map((text) => ({ text, amount: "", month: "", chance: "" }));
  }
  function name(kind, index) {
    return byId("deals").dataset[kind] + " " + (index + 1);
  }
  function field(deal, kind, index) {
    const input = make("input", {
      type: "text", inputMode: "decimal", autocomplete: "off", ariaLabel: name(kind, index),
      placeholder: byId("deals").tHead.rows[0].cells[kind === "amount" ? 0 : 2].textContent,
    });
    input.addEventListener("change", () => {
      deal.text = "";
      deal[kind] = input.value.trim();
      show(input);
    });
    return input;
  }
  function row(deal, index) {
    deal.month ||= months[0].value;
    const month = make("select", { ariaLabel: name("month", index) });
    month.append(...months.map((each) => make("option", { value: each.value, textContent: each.text })));
    month.addEventListener("change", () => {
      deal.text = "";
      deal.month = month.value;
      show(month);
    });
    const remove = make("button", { type: "button", textContent: "×", ariaLabel: name("remove", index) });
    remove.addEventListener("click", () => {
      deals = deals.filter((each) => each !== deal);
      show(remove);
      const next = written[Math.min(index, written.length - 1)];
      (next?.remove ?? byId("add-deal")).focus();
    });
    const cells = {
      deal, month, remove, amount: field(deal, "amount", index), chance: field(deal, "chance", index),
      worth: make("span", {}),
    };
    cells.row = make("tr", {});
    for (const part of [cells.amount, month, cells.chance, cells.worth, remove]) {
      const cell = make("td", { className: part === cells.worth ? "number" : "" });
      cell.append(part);
      cells.row.append(cell);
    }
    return cells;
  }
  // The rows stay as long as their deals do, so that a field that is typed in keeps the focus.
  function write() {
    if (written.length !== deals.length || written.some((cells, index) => cells.deal !== deals[index])) {
      written = deals.map(row);
      byId("deal-rows").replaceChildren(...written.map((cells) => cells.row));
    }
    byId("deals").hidden = deals.length === 0;
  }
  function fillMonths(view) {
    if (JSON.stringify(months) === JSON.stringify(view.months)) return;
    months = view.months;
    byId("through").replaceChildren(...months.map((month) =>
      make("option", { value: month.value, textContent: month.text })));
    written = [];
  }

  function showAll(view, isMoving) {
    byId("pipeline-obstacle").textContent = view.obstacle ?? "";
    byId("pipeline-box").hidden = view.obstacle !== undefined;
    if (view.obstacle !== undefined) return;
    fillMonths(view);
    byId("through").value = view.through;
    write();
    for (const [index, read] of view.deals.entries()) {
      const { deal, amount, month, chance, worth } = written[index];
      amount.setAttribute("aria-invalid", String(read.amountFault ?? false));
      chance.setAttribute("aria-invalid", String(read.chanceFault ?? false));
      if (read.text !== undefined) {
        Object.assign(deal, { text: read.text, amount: read.amount, month: read.month, chance: read.chance });
      }
      amount.value = deal.amount;
      month.value = deal.month;
      chance.value = deal.chance;
      if (!isMoving) worth.textContent = read.worth ?? "";
    }
    byId("pipeline-fault").hidden = view.fault === undefined;
    byId("pipeline-fault").textContent = view.fault ?? "";
    clearTimeout(later);
    if (isMoving && deals.length > 0) {
      later = setTimeout(() => showAll(ask(["pipeline=alone"]).pipeline, false), 150);
      return;
    }
    byId("pipeline-figures").hidden = view.rows === undefined;
    if (view.rows === undefined) return;
    rows("pipeline-rows", view.rows);
    list("pipeline-basis", view.words);
    draw("pipeline-drawing", view.chart);
    byId("pipeline-words").textContent = view.chartWords;
  }

  byId("through").addEventListener("change", (event) => {
    through = event.target.value;
    show(event.target);
  });
  byId("add-deal").addEventListener("click", (event) => {
    // The month after the one up to which what is sold was sold, or that of the deal before.
    const at = months.findIndex((month) => month.value === byId("through").value);
    const next = deals.at(-1)?.month || (months[at + 1] ?? months[months.length - 1]).value;
    deals.push({ text: "", amount: "", month: next, chance: "" });
    show(event.target);
    written.at(-1).amount.focus();
  });
  return { lines, open, show: showAll };
}
