// Keyboard shortcuts of the desk. Everything works without them: each key
// does what a link, a button or a field on the page does. They can be switched
// off, as WCAG 2.1.4 asks for shortcuts of a single character.

const STORED = "desk-keys-off";
const rows = [...document.querySelectorAll("[data-row]")];
let row = -1;

function on() {
  return localStorage.getItem(STORED) === null;
}

function go(step) {
  if (rows.length === 0) return;
  row = Math.max(0, Math.min(rows.length - 1, row + step));
  rows[row].querySelector("th a").focus();
}

function pick() {
  rows[row]?.querySelector("input[type=checkbox]")?.click();
}

function use(key) {
  const target = document.querySelector(`[data-key="${key}"]`);
  if (!target) return false;
  if (target.matches("input, textarea, select")) target.focus();
  else target.click();
  return true;
}

const actions = { j: () => go(1), k: () => go(-1), x: pick, o: () => rows[row]?.querySelector("th a").click() };

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input:not([type=checkbox], [type=radio]), textarea, select");
  if (!on() || typing || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (Object.hasOwn(actions, event.key)) actions[event.key]();
  else if (!use(event.key)) return;
  event.preventDefault();
});

document.addEventListener("focusin", (event) => {
  const found = rows.indexOf(event.target.closest("[data-row]"));
  if (found >= 0) row = found;
});

const help = document.getElementById("keys");
const button = document.getElementById("keys-switch");
if (help && button) {
  const show = () => {
    button.setAttribute("aria-pressed", String(on()));
    button.textContent = on() ? "Shortcuts on" : "Shortcuts off";
  };
  help.hidden = false;
  show();
  button.addEventListener("click", () => {
    if (on()) localStorage.setItem(STORED, "yes");
    else localStorage.removeItem(STORED);
    show();
  });
}
