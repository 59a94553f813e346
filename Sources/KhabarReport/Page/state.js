// What is shown, kept in the page's address so that a link shows the same.
const VIEWS = ["events", "timeline", "map", "graph", "documents", "counts"];
let state = emptyState();

function emptyState() {
  return {
    view: "events", q: "", types: new Set(), statuses: new Set(), person: "", place: "", from: "", to: "", confidence: 0,
    doc: null, event: null, row: null,
  };
}

function readState() {
  const values = new URLSearchParams(location.hash.slice(1));
  const next = emptyState();
  if (VIEWS.includes(values.get("view"))) next.view = values.get("view");
  for (const key of ["q", "person", "place", "from", "to"]) next[key] = values.get(key) ?? "";
  next.types = new Set(values.getAll("type"));
  next.statuses = new Set(values.getAll("status"));
  next.confidence = Number(values.get("confidence")) || 0;
  next.doc = values.get("doc");
  next.event = values.get("event");
  next.row = values.get("row");
  if (STRINGS[values.get("language")]) language = values.get("language");
  state = next;
}

function stateText(changes = {}) {
  const next = { ...state, ...changes };
  const values = new URLSearchParams();
  if (next.view !== "events") values.set("view", next.view);
  for (const key of ["q", "person", "place", "from", "to"]) if (next[key]) values.set(key, next[key]);
  for (const type of next.types) values.append("type", type);
  for (const status of next.statuses) values.append("status", status);
  if (next.confidence) values.set("confidence", next.confidence);
  if (next.row !== null && next.doc === null) values.set("row", next.row);
  if (next.doc !== null) values.set("doc", next.doc);
  if (next.event !== null) values.set("event", next.event);
  values.set("language", language);
  return "#" + values.toString();
}

// Shows something else. A filter that is being typed does not become a step of its own in the browser's history.
function show(changes, { replaces = false } = {}) {
  const text = stateText(changes);
  if (replaces) history.replaceState(null, "", text);
  else history.pushState(null, "", text);
  readState();
  render();
}
