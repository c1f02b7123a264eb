// Keeps the page of an audit up to date while it goes on. Without it the link “Look again” does.
"use strict";

const AGAIN = 2000; // milliseconds

const audit = document.getElementById("audit");

function cell(tag, content) {
  const made = document.createElement(tag);
  made.append(content);
  return made;
}

function link(url) {
  const made = cell("a", url);
  made.href = url;
  made.rel = "noreferrer";
  return made;
}

function row(page) {
  const head = cell("th", page.url ? link(page.url) : "address not kept");
  head.scope = "row";
  const outcome = cell("td", page.outcome);
  outcome.dataset.label = "What came of it"; // the column's heading, as in the page's own rows
  const score = cell("td", page.score);
  score.className = "figure";
  score.dataset.label = "Score";
  const made = document.createElement("tr");
  made.append(head, outcome, score);
  return made;
}

function show(view) {
  const said = document.getElementById("said");
  if (said.textContent !== view.said) said.textContent = view.said; // else it would be read out again
  const bar = document.getElementById("bar");
  bar.max = Math.max(view.found, 1);
  bar.value = view.done;
  for (const count of audit.querySelectorAll("[data-level]")) count.textContent = view.levels[count.dataset.level];
  // Rows that stay the same are left alone, so that neither focus nor a selection is lost.
  const rows = document.getElementById("pages");
  view.pages.map(row).forEach((made, position) => {
    const shown = rows.children[position];
    if (!shown) rows.append(made);
    else if (shown.textContent !== made.textContent) shown.replaceWith(made);
  });
  if (view.over) document.getElementById("under-way").remove();
}

async function look() {
  let over = false;
  try {
    const answer = await fetch(audit.dataset.progress, { headers: { Accept: "application/json" }, redirect: "error" });
    if (answer.ok) {
      const view = await answer.json();
      show(view);
      over = view.over;
    }
  } catch {
    // The service is away for a moment, or the session has ended: the link still works.
  }
  if (!over) setTimeout(look, AGAIN);
}

setTimeout(look, AGAIN);
