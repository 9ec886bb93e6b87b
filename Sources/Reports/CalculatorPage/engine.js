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
async function content(id) {
  const packed = new Blob([unlettered(byId(id).textContent)]).stream();
  const unpacked = packed.pipeThrough(new DecompressionStream("deflate"));
  return new Uint8Array(await new Response(unpacked).arrayBuffer());
}
// Starts the engine with bytes of the page, each with the function that takes them, and returns what answers a state.
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
