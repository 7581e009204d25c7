/* A small editor over a text box: without this script the box stays a box. The server keeps only what it allows, whatever comes. */
const ALLOWED = new Set(["P", "BR", "STRONG", "EM", "UL", "OL", "LI", "H3", "H4", "A"]);
const OURS = { B: "STRONG", I: "EM", DIV: "P", H1: "H3", H2: "H3" };
const SAFE = /^(https?:|mailto:|tel:)/i;
const MARKUP = /^\s*<(p|ul|ol|h3|h4)[\s>]/i;

function copied(node) {
  if (node.nodeType === Node.TEXT_NODE) return [document.createTextNode(node.data)];
  if (node.nodeType !== Node.ELEMENT_NODE || ["SCRIPT", "STYLE"].includes(node.tagName)) return [];
  const inside = [...node.childNodes].flatMap(copied);
  const name = OURS[node.tagName] || node.tagName;
  if (!ALLOWED.has(name)) return inside;
  const element = document.createElement(name);
  const target = node.getAttribute("href");
  if (name === "A" && target && SAFE.test(target)) element.setAttribute("href", target);
  element.append(...inside);
  return [element];
}

function read(text, asList) {
  if (MARKUP.test(text)) return [...new DOMParser().parseFromString(text, "text/html").body.childNodes].flatMap(copied);
  const lines = text.split("\n").map((line) => line.trim()).filter(Boolean);
  const blocks = lines.map((line) => Object.assign(document.createElement(asList ? "li" : "p"), { textContent: line }));
  if (!asList || !blocks.length) return blocks;
  const list = document.createElement("ul");
  list.append(...blocks);
  return [list];
}

function written(page) {
  const holder = document.createElement("div");
  holder.append(...[...page.childNodes].flatMap(copied));
  return holder.textContent.trim() ? holder.innerHTML : "";
}

function button(word, act) {
  const element = Object.assign(document.createElement("button"), { type: "button", textContent: word, className: "portal-editor__button" });
  element.addEventListener("mousedown", (event) => event.preventDefault());
  element.addEventListener("click", act);
  return element;
}

function toolbar(words, page, keep) {
  const bar = Object.assign(document.createElement("div"), { className: "portal-editor__bar" });
  bar.setAttribute("role", "toolbar");
  bar.setAttribute("aria-label", words.toolbar);
  const act = (command, value) => () => {
    page.focus();
    document.execCommand(command, false, value);
    keep();
  };
  const link = () => {
    const target = window.prompt(words.address, "https://");
    if (target && SAFE.test(target)) act("createLink", target)();
  };
  bar.append(
    button(words.bold, act("bold")),
    button(words.italic, act("italic")),
    button(words.heading, act("formatBlock", "h3")),
    button(words.paragraph, act("formatBlock", "p")),
    button(words.bullets, act("insertUnorderedList")),
    button(words.numbers, act("insertOrderedList")),
    button(words.link, link),
    button(words.unlink, act("unlink")),
  );
  return bar;
}

function open(box) {
  const words = JSON.parse(box.dataset.portalEditor);
  const label = document.querySelector(`label[for="${box.id}"]`);
  const page = Object.assign(document.createElement("div"), { className: "portal-editor__page", contentEditable: "true" });
  page.setAttribute("role", "textbox");
  page.setAttribute("aria-multiline", "true");
  page.lang = words.lang;
  if (label) {
    label.id = label.id || `${box.id}_label`;
    page.setAttribute("aria-labelledby", label.id);
    label.addEventListener("click", () => page.focus());
  }
  page.append(...read(box.value, "list" in words));
  const keep = () => {
    box.value = written(page);
  };
  page.addEventListener("input", keep);
  page.addEventListener("paste", (event) => {
    event.preventDefault();
    document.execCommand("insertText", false, event.clipboardData.getData("text/plain"));
  });
  const frame = Object.assign(document.createElement("div"), { className: "portal-editor" });
  frame.append(toolbar(words, page, keep), page);
  box.before(frame);
  box.hidden = true;
}

document.addEventListener("DOMContentLoaded", () => {
  document.execCommand("defaultParagraphSeparator", false, "p");
  document.querySelectorAll("textarea[data-portal-editor]").forEach(open);
});
