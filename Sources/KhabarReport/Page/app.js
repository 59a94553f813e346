// Puts the page together.
function start() {
  language = navigator.language?.startsWith("ar") || INDEX.language === "ar" ? "ar" : "en";
  readState();
  addEventListener("popstate", () => { readState(); render(); drawFilters(); });
  addEventListener("hashchange", () => { readState(); render(); });
  drawFilters();
  render();
}

let lastView = "";

function render({ keepsPage = false } = {}) {
  document.documentElement.lang = language;
  document.documentElement.dir = say("dir");
  document.getElementById("skip").textContent = say("skip");
  drawHeader();
  const main = document.getElementById("main");
  const isReading = state.doc !== null || state.row !== null;
  document.getElementById("page").classList.toggle("reading", isReading);
  const view = state.doc !== null ? "document " + state.doc : state.row !== null ? "happening " + state.row : state.view;
  if (!keepsPage && view !== lastView) { listed = PAGE; scrollTo(0, 0); }
  lastView = view;
  if (state.doc !== null) { drawArticle(main); return; }
  if (state.row !== null) { drawHappening(main); return; }
  const events = matching(state);
  const drawers = { events: drawEvents, timeline: drawTimeline, map: drawMap, graph: drawGraph, documents: drawDocuments, counts: drawCounts };
  const count = say(INDEX.happenings.length ? "shownHappenings" : "shown", events.length, INDEX.events.length);
  main.replaceChildren(h("h2", {}, say(state.view), " ", h("span.muted", {}, count)),
    events.length || state.view === "documents" ? drawers[state.view](events) : h("p.panel", {}, say("none")));
  announce(count);
}

function drawHeader() {
  const tabs = VIEWS.map((view) => h("button", {
    type: "button", "aria-current": state.doc === null && state.row === null && state.view === view ? "page" : null,
    onclick: () => show({ view, doc: null, event: null, row: null }),
  }, say(view)));
  const theme = h("select", {
    id: "theme", onchange: (event) => { const value = event.target.value; if (value === "auto") delete document.documentElement.dataset.theme; else document.documentElement.dataset.theme = value; },
  }, ["auto", "light", "dark"].map((value) => h("option", { value, selected: (document.documentElement.dataset.theme ?? "auto") === value }, say(value))));
  const copy = h("button", {
    type: "button", onclick: () => { navigator.clipboard?.writeText(location.href).then(() => announce(say("copied")), () => {}); },
  }, say("copy"));
  const header = document.getElementById("top");
  // What had the focus gets it again: the header is made anew.
  const focused = [...header.querySelectorAll("button, select")].indexOf(document.activeElement);
  header.replaceChildren(
    h("div.row", {}, h("h1", { dir: "auto" }, INDEX.title), copy, h("label.unseen", { for: "theme" }, say("theme")), theme,
      h("button", {
        type: "button", lang: say("otherCode"), onclick: () => { language = say("otherCode"); history.replaceState(null, "", stateText()); INDEX.events.forEach((event) => delete event.folded); render(); drawFilters(); },
      }, say("other"))),
    h("nav.tabs", { "aria-label": say("events") }, tabs));
  if (focused >= 0) header.querySelectorAll("button, select")[focused]?.focus();
}
