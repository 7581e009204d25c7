// Verifies a receipt in the browser, so that nothing of it is sent: the same steps as verify_ledger.py.
// Where the browser cannot sign with Ed25519, the form goes to the server as it does without scripts.

const form = document.getElementById("receipt-form");
const words = document.getElementById("receipt-words")?.content;
const ORIGIN = form?.dataset.origin;
const MOST_COSIGNATURES = 32;

const bytes = (text) => new TextEncoder().encode(text);
const binary = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
const hex = (array) => Array.from(array, (byte) => byte.toString(16).padStart(2, "0")).join("");
const sha256 = async (...parts) => hex(new Uint8Array(await crypto.subtle.digest("SHA-256", join(parts))));

function unhex(text) {
  if (typeof text !== "string" || !/^(?:[0-9a-fA-F]{2})*$/.test(text)) throw new Error("not hexadecimal");
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

function join(parts) {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  parts.reduce((at, part) => (whole.set(part, at), at + part.length), 0);
  return whole;
}

function byCodePoint([one], [other]) {
  const a = Array.from(one, (letter) => letter.codePointAt(0));
  const b = Array.from(other, (letter) => letter.codePointAt(0));
  const at = a.findIndex((point, place) => point !== b[place]);
  return at < 0 ? a.length - b.length : a[at] - (b[at] ?? -1);
}

// Reads JSON and writes it canonically: keys sorted, no spaces, numbers as they were written (JavaScript would write 1.0 as 1).
class Reader {
  constructor(text) {
    this.text = text;
    this.at = 0;
  }

  token(pattern) {
    const sticky = new RegExp(`\\s*(${pattern})\\s*`, "suy");
    sticky.lastIndex = this.at;
    const found = sticky.exec(this.text);
    if (found) this.at = sticky.lastIndex;
    return found?.[1];
  }

  members() {
    const found = new Map();
    if (!this.token("\\{")) throw new Error("not an object");
    if (this.token("\\}")) return found;
    do {
      const name = JSON.parse(this.token('"(?:[^"\\\\]|\\\\.)*"'));
      if (!this.token(":")) throw new Error("not JSON");
      found.set(name, this.value());
    } while (this.token(","));
    if (!this.token("\\}")) throw new Error("not JSON");
    return found;
  }

  value() {
    if (/^\s*\{/.test(this.text.slice(this.at, this.at + 20))) {
      const sorted = [...this.members()].sort(byCodePoint);
      return `{${sorted.map(([name, value]) => `${JSON.stringify(name)}:${value}`).join(",")}}`;
    }
    if (this.token("\\[")) {
      const items = [];
      if (this.token("\\]")) return "[]";
      do items.push(this.value());
      while (this.token(","));
      if (!this.token("\\]")) throw new Error("not JSON");
      return `[${items.join(",")}]`;
    }
    const text = this.token('"(?:[^"\\\\]|\\\\.)*"');
    return text ? JSON.stringify(JSON.parse(text)) : this.token("-?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?|true|false|null");
  }
}

// RFC 9162, 2.1.3.2, without bit operations, which would cut places above 2^31.
async function isUnder(leaf, index, size, path, root) {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return false;
  let node = leaf, current = index, last = size - 1;
  for (const sibling of path) {
    if (last === 0) return false;
    if (current % 2 || current === last) {
      node = await sha256([1], unhex(sibling), unhex(node));
      while (current % 2 === 0 && current) [current, last] = [current / 2, Math.floor(last / 2)];
    } else {
      node = await sha256([1], unhex(node), unhex(sibling));
    }
    [current, last] = [Math.floor(current / 2), Math.floor(last / 2)];
  }
  return last === 0 && node === root.toLowerCase();
}

async function isSigned(key, note, signature) {
  const imported = await crypto.subtle.importKey("raw", binary(key), "Ed25519", false, ["verify"]);
  return crypto.subtle.verify("Ed25519", imported, binary(signature), note);
}

async function stepsOf(text) {
  const receipt = JSON.parse(text);
  if (receipt.format !== "ledger-receipt-1") throw new Error("not a receipt");
  const content = new Reader(text).members().get("content");
  const salt = unhex(receipt.salt), commitment = receipt.commitment.toLowerCase(), leaf = receipt.leaf_hash.toLowerCase();
  const steps = [["commitment", (await sha256(salt, bytes(content))) === commitment && salt.length === 32]];
  steps.push(["leaf", (await sha256([0], unhex(commitment))) === leaf]);
  if (receipt.proof === null) return [...steps, ["pending", null]];
  const { path, checkpoint } = receipt.proof;
  steps.push(["inclusion", await isUnder(leaf, receipt.index, checkpoint.size, path, checkpoint.root)]);
  const note = bytes(`${ORIGIN}\n${checkpoint.size}\n${checkpoint.root.toLowerCase()}\n${checkpoint.at}\n`);
  if (form.dataset.key) steps.push(["key", form.dataset.key === checkpoint.public_key]);
  steps.push(["signature", await isSigned(checkpoint.public_key, note, checkpoint.signature)]);
  for (const row of (checkpoint.cosignatures ?? []).slice(0, MOST_COSIGNATURES)) {
    steps.push(["cosignature", await isSigned(row.public_key, note, row.signature)]);
  }
  return steps;
}

async function verdictOf(text) {
  try {
    const steps = await stepsOf(text);
    const known = steps.map(([, whether]) => whether);
    return [known.includes(false) ? "false" : known.includes(null) ? "pending" : "proved", steps];
  } catch {
    return ["unreadable", []];
  }
}

function show(verdict, steps) {
  document.getElementById("result")?.remove();
  const banner = words.querySelector(`[data-verdict="${verdict}"]`).cloneNode(true);
  const list = banner.querySelector("ol");
  for (const [code, whether] of steps) list.append(words.querySelector(`[data-step="${code} ${whether}"]`).cloneNode(true));
  document.getElementById("receipt-place").replaceChildren(banner);
  banner.focus();
}

async function verifyHere(event) {
  event.preventDefault();
  const file = form.elements.file.files[0];
  show(...(await verdictOf(file ? await file.text() : form.elements.text.value)));
}

async function begin() {
  try {
    await crypto.subtle.generateKey("Ed25519", false, ["sign", "verify"]);
  } catch {
    return;
  }
  form.addEventListener("submit", verifyHere);
  document.getElementById("receipt-here").hidden = false;
  document.getElementById("receipt-there").hidden = true;
}

if (form && words && globalThis.crypto?.subtle) begin();
