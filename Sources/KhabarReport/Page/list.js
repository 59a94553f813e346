// The list of events, the documents and the counts.
const PAGE = 50;
let listed = PAGE;

// One hue for each event type, in the order in which they occur.
function hueOf(type) {
  const order = [...new Set(INDEX.events.map((event) => event.type))].sort();
  return `hsl(${(order.indexOf(type) * 47 + 210) % 360} 60% 48%)`;
}

function drawEvents(events) {
  const cards = events.slice(0, listed).map((event) => h("li", {}, summaryCard(event)));
  return h("section", { "aria-label": say("events") }, h("ul.cards", {}, cards), moreButton(events.length));
}

function moreButton(count) {
  if (listed >= count) return null;
  return h("p.more", {}, h("button", {
    type: "button", onclick: () => { listed += PAGE; render({ keepsPage: true }); },
  }, say("more", Math.min(PAGE, count - listed))));
}

function summaryCard(event) {
  return h("article.card", { style: `--tone: ${hueOf(event.type)}` },
    h("div.head", {}, h("h3", {}, label(event.type)), badges(event),
      h("span.muted", {}, name(event.trigger))),
    h("dl", {},
      event.parties.map(([role, index]) => [h("dt", {}, label(role)), h("dd", {}, name(actorName(index)))]),
      event.places.length ? [h("dt", {}, say("where")), h("dd", {}, joined(event.places.map((index) => name(placeName(index)))))] : [],
      event.when ? [h("dt", {}, say("when")), h("dd", {}, name(event.when))] : [],
      numbers(event)),
    event.text ? h("blockquote", { dir: "auto" }, event.text) : null,
    event.row === undefined ? openDocument(event) : openReports(event));
}

function openDocument(event) {
  const document = INDEX.documents[event.doc];
  return h("div.open", {}, h("a", { href: stateText({ doc: document.id, event: event.id }) }, say("open")), " ",
    h("span.muted", {}, dotted([document.title ?? document.id, document.source, document.date])));
}

function openReports(event) {
  const row = INDEX.happenings[event.row];
  return h("div.open", {}, h("a", { href: stateText({ row: row.id }) }, say("openReports")), " ",
    h("span.muted", {}, dotted([say("articles", new Set(row.reports.map(([id]) => id)).size), say("publishers", Math.max(1, row.sources.length)),
      daysOf(row.first, row.last)])));
}

// What is there of several facts, with points between.
function dotted(facts) { return facts.filter(Boolean).flatMap((fact, index) => [index ? " · " : null, name(fact)]); }

function daysOf(first, last) { return first === last || !last ? first : `${first} – ${last}`; }

function badges(event) {
  return [h("span.badge", {}, label(event.status)),
    event.confidence === undefined ? null : h("span.badge", { title: say("confidence") }, event.confidence.toFixed(2)),
    event.row !== undefined && INDEX.happenings[event.row].disputed.length
      ? h("span.badge.disputed", {}, `${say("disputed")}: `, joined(INDEX.happenings[event.row].disputed.map(fieldName))) : null];
}

function numbers(event) {
  return ["killed", "injured"].filter((key) => event[key] !== undefined)
    .map((key) => [h("dt", {}, say(key)), h("dd", {}, String(event[key]))]);
}

function joined(parts) { return parts.flatMap((part, index) => (index ? [say("comma"), part] : [part])); }

function drawDocuments(events) {
  const counts = new Map();
  for (const event of events) for (const index of documentsOf(event)) counts.set(index, (counts.get(index) ?? 0) + 1);
  const hasFilter = events.length < INDEX.events.length;
  const rows = INDEX.documents.map((entry, index) => [entry, counts.get(index) ?? 0]).filter(([, count]) => count || !hasFilter);
  if (!rows.length) return h("p.panel", {}, say("noDocuments"));
  return h("section.panel", { "aria-label": say("documents") }, h("div.scroll", {}, h("table", {},
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, say("document")), h("th", { scope: "col" }, say("date")),
      h("th", { scope: "col" }, say("source")), h("th.number", { scope: "col" }, say("events")))),
    h("tbody", {}, rows.slice(0, listed).map(([entry, count]) => h("tr", {},
      h("td", {}, h("a", { href: stateText({ doc: entry.id, event: null }) }, name(entry.title ?? entry.id))),
      h("td", {}, entry.date ?? ""), h("td", {}, name(entry.source ?? "")), h("td.number", {}, String(count))))))),
  moreButton(rows.length));
}

function drawCounts(events) {
  const panel = (title, counts) => h("section.panel", {}, h("h2", {}, title), h("table", {}, h("tbody", {},
    counts.slice(0, 15).map(([text, count]) => h("tr", {}, h("td", {}, name(text)), h("td.number", {}, String(count)))))));
  return h("div.counts", {},
    panel(say("type"), tally(events.map((event) => label(event.type)))),
    panel(say("status"), tally(events.map((event) => label(event.status)))),
    panel(say("actors"), tally(events.flatMap((event) => event.parties.map(([, index]) => actorName(index))))),
    panel(say("places"), tally(events.flatMap((event) => event.places.map(placeName)))),
    panel(say("sources"), tally(events.flatMap((event) => { const sources = sourcesOf(event); return sources.length ? sources : ["–"]; }))));
}
