"use strict";
// What every page does: it starts the engine, and puts the texts that it answers in their places.
const byId = (id) => document.getElementById(id);
const values = new Uint32Array(128);
let letters = 0;
for (let code = 33; code < 127; code++) {
  if (!"\"&'-/<>\\`".includes(String.fromCharCode(code))) values[code] = letters++;
}
// Five letters are four bytes; the last group is one letter longer than its bytes.
function unlettered(text) {
  const count = Math.floor(text.length * 4 / 5);
  const bytes = new DataView(new ArrayBuffer(count + 4));
  for (let at = 0, to = 0; at < text.length; at += 5, to += 4) {
    let group = 0;
    for (let i = 0; i < 5; i++) group = group * 85 + (at + i < text.length ? values[text.charCodeAt(at + i)] : 84);
    bytes.setUint32(to, group);
  }
  return new Uint8Array(bytes.buffer, 0, count);
}
// Unpacks the form ".lzma" that xz writes, of which so many bytes come: a quarter smaller than the one that browsers
// unpack themselves. The names are those of the specification by its author, Igor Pavlov.
function unlzma(packed, size) {
  const lc = packed[0] % 9;
  const lp = Math.floor(packed[0] / 9) % 5;
  const pb = Math.floor(packed[0] / 45);
  const out = new Uint8Array(size);
  let from = 18;
  let to = 0;
  let range = 0xffffffff;
  let code = new DataView(packed.buffer, packed.byteOffset).getUint32(14);

  const chances = (count) => new Uint16Array(count).fill(1024);
  const literal = chances(0x300 << (lc + lp));
  const [isMatch, isRep0Long] = [chances(192), chances(192)];
  const [isRep, isRepG0, isRepG1, isRepG2] = [chances(12), chances(12), chances(12), chances(12)];
  const [posSlot, special, align] = [chances(256), chances(115), chances(16)];
  const [matchLength, repLength] = [0, 0].map(() => (
    { choice: chances(2), low: chances(128), mid: chances(128), high: chances(256) }));

  function refill() {
    if (range >= 0x1000000) return;
    range = range * 256;
    code = (code * 256 + packed[from++]) % 0x100000000;
  }
  function bit(table, at) {
    refill();
    const bound = (range >>> 11) * table[at];
    if (code < bound) {
      range = bound;
      table[at] += (2048 - table[at]) >> 5;
      return 0;
    }
    range -= bound;
    code -= bound;
    table[at] -= table[at] >> 5;
    return 1;
  }
  function tree(table, base, bits) {
    let node = 1;
    for (let i = 0; i < bits; i++) node = node << 1 | bit(table, base + node);
    return node - (1 << bits);
  }
  function reverse(table, base, bits) {
    let node = 1;
    let value = 0;
    for (let i = 0; i < bits; i++) {
      const next = bit(table, base + node);
      node = node << 1 | next;
      value |= next << i;
    }
    return value;
  }
  function direct(bits) {
    let value = 0;
    for (let i = 0; i < bits; i++) {
      refill();
      range >>>= 1;
      const next = code >= range ? 1 : 0;
      if (next) code -= range;
      value = value * 2 + next;
    }
    return value;
  }
  function length(coder, place) {
    if (!bit(coder.choice, 0)) return 2 + tree(coder.low, place << 3, 3);
    if (!bit(coder.choice, 1)) return 10 + tree(coder.mid, place << 3, 3);
    return 18 + tree(coder.high, 0, 8);
  }
  function distance(count) {
    const slot = tree(posSlot, Math.min(count - 2, 3) << 6, 6);
    if (slot < 4) return slot;
    const bits = (slot >> 1) - 1;
    const base = (2 | slot & 1) * 2 ** bits;
    if (slot < 14) return base + reverse(special, base - slot, bits);
    return base + direct(bits - 4) * 16 + reverse(align, 0, 4);
  }

  let state = 0;
  let reps = [0, 0, 0, 0];
  while (to < size) {
    const place = to & ((1 << pb) - 1);
    if (!bit(isMatch, state << 4 | place)) {
      const before = to > 0 ? out[to - 1] : 0;
      const base = 0x300 * (((to & ((1 << lp) - 1)) << lc) + (before >> (8 - lc)));
      let symbol = 1;
      // After a match the letter is another one than that in the place of the match.
      for (let other = out[to - reps[0] - 1]; state >= 7 && symbol < 0x100; other <<= 1) {
        const expected = other >> 7 & 1;
        const next = bit(literal, base + (1 + expected << 8) + symbol);
        symbol = symbol << 1 | next;
        if (next !== expected) break;
      }
      while (symbol < 0x100) symbol = symbol << 1 | bit(literal, base + symbol);
      out[to++] = symbol;
      state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
      continue;
    }
    let count;
    if (!bit(isRep, state)) {
      count = length(matchLength, place);
      reps = [distance(count), reps[0], reps[1], reps[2]];
      state = state < 7 ? 7 : 10;
    } else if (!bit(isRepG0, state)) {
      const isLong = bit(isRep0Long, state << 4 | place);
      count = isLong ? length(repLength, place) : 1;
      state = state < 7 ? (isLong ? 8 : 9) : 11;
    } else {
      const which = !bit(isRepG1, state) ? 1 : !bit(isRepG2, state) ? 2 : 3;
      reps.unshift(...reps.splice(which, 1));
      count = length(repLength, place);
      state = state < 7 ? 8 : 11;
    }
    for (const end = Math.min(to + count, size); to < end; to++) out[to] = out[to - reps[0] - 1];
  }
  return out;
}
async function content(id) {
  const letters = byId(id);
  const bytes = unlettered(letters.textContent);
  if (letters.dataset.size) return unlzma(bytes, Number(letters.dataset.size));
  const packed = new Blob([bytes]).stream();
  const unpacked = packed.pipeThrough(new DecompressionStream("deflate"));
  return new Uint8Array(await new Response(unpacked).arrayBuffer());
}
// Starts the engine with bytes of the page, each with the function that takes them, and returns what answers a state.
// Runs what binds a page to its engine; the page says that it gets ready, or that this browser cannot.
function bindPage(bind) {
  const note = (id, isShown) => {
    const element = byId(id);
    if (element) element.hidden = !isShown;
  };
  note("waiting", true);
  bind().catch(() => note("failure", true)).finally(() => {
    note("waiting", false);
    document.documentElement.dataset.ready = "true";
  });
}
async function startEngine(contents, show) {
  const { instance } = await WebAssembly.instantiate(await content("engine"), {});
  const engine = instance.exports;

  // The buffer's address changes when it grows, and memory is another object then: ask each time.
  function send(content) {
    const at = engine.page_room(content.length);
    new Uint8Array(engine.memory.buffer, at, content.length).set(content);
    return content.length;
  }
  function ask(lines) {
    const count = engine[show](send(new TextEncoder().encode(lines.join("\n"))));
    const answer = new Uint8Array(engine.memory.buffer, engine.page_room(0), count);
    return JSON.parse(new TextDecoder().decode(answer));
  }
  for (const [id, load] of Object.entries(contents)) {
    if (engine[load](send(await content(id))) < 0) throw new Error(id);
  }
  return ask;
}

// What stands in each place: most of it is the same after a slider's move, and need not be made anew.
const places = new Map();
function isSame(id, content) {
  const text = JSON.stringify(content);
  if (places.get(id) === text) return true;
  places.set(id, text);
  return false;
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
  if (isSame(id, [list, mark])) return;
  byId(id).replaceChildren(...list.map((cells, index) => {
    const row = fill(document.createElement("tr"), "td", cells, true);
    if (index === mark) row.setAttribute("aria-current", "true");
    return row;
  }));
}
function list(id, texts) {
  if (isSame(id, texts)) return;
  byId(id).replaceChildren(...texts.map((text) => {
    const item = document.createElement("li");
    item.textContent = text;
    return item;
  }));
}

function draw(id, chart) {
  if (isSame(id, chart)) return;
  const node = new DOMParser().parseFromString(chart, "image/svg+xml").documentElement;
  byId(id).replaceChildren(document.importNode(node, true));
}
function make(tag, properties) {
  return Object.assign(document.createElement(tag), properties);
}
// What is set stands in the fragment of the address, which no server sees.
function fragment() {
  const text = location.hash.slice(1);
  try {
    return decodeURIComponent(text);
  } catch {
    // Typed by hand, with a percent sign that encodes nothing.
    return text;
  }
}
function setFragment(lines) {
  const text = lines.map((line) => encodeURI(line).replace(/[&#]/g, encodeURIComponent)).join("&");
  if (text !== location.hash.slice(1)) history.replaceState(null, "", "#" + text);
}
function readState(state, text) {
  state.clear();
  for (const line of text.split(/[\n&]/)) {
    const sign = line.indexOf("=");
    if (sign > 0) state.set(line.slice(0, sign), line.slice(sign + 1));
  }
}
// Forgets what is set under names that begin like this.
function forget(state, ...prefixes) {
  for (const key of [...state.keys()]) {
    const name = key.replace(/^typed-/, "");
    if (prefixes.some((prefix) => name.startsWith(prefix))) state.delete(key);
  }
}
function bindActions(markdown, save) {
  byId("markdown").addEventListener("click", (event) => copy(event.target, markdown()));
  byId("link").addEventListener("click", (event) => {
    save();
    copy(event.target, location.href);
  });
  byId("print").addEventListener("click", () => window.print());
}
// A field and a slider for a term, which do nothing yet.
function makeControl(term) {
  const box = make("div", { className: "control" });
  const field = make("input", { id: term.name, type: "text", inputMode: "decimal", autocomplete: "off" });
  const slider = make("input", { id: term.name + "-slider", type: "range", min: "0", ariaLabel: term.label });
  box.append(make("label", { htmlFor: term.name, textContent: term.label }), field, slider);
  return { box, field, slider };
}
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
