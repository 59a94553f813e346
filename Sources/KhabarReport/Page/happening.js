// One happening: what most of its reports say, what they dispute, and each report with a way to its article.
async function drawHappening(main) {
  const entry = INDEX.happenings.find((row) => row.id === state.row);
  if (!entry) { main.replaceChildren(h("p.panel", {}, say("noReports"))); return; }
  main.replaceChildren(h("p.panel", {}, say("loading")));
  let row;
  try { row = await loadHeld(entry.held); } catch { main.replaceChildren(h("p.panel", { role: "alert" }, say("failed"))); return; }
  if (state.doc !== null || state.row !== row.id) return;
  main.replaceChildren(
    h("p", {}, h("a", { href: stateText({ row: null }) }, say("back"))),
    h("h2", {}, label(row.type), " ", h("span.muted", {}, dotted([row.place, row.date]))),
    h("div.happening", {}, agreedCard(row, entry), disputedPanel(row), tollsPanel(row)), reportsPanel(row));
  announce(`${label(row.type)}: ${(row.parties ?? []).map((party) => party.name).join(say("comma"))}`);
}

function agreedCard(row, entry) {
  const fact = (key, value) => (value === undefined || value === null ? [] : [h("dt", {}, say(key)), h("dd", {}, name(String(value)))]);
  const both = (text, en) => (language === "en" && en ? text + " · " + en : text);
  return h("article.card", { style: `--tone: ${hueOf(row.type)}`, "aria-label": say("agreed") },
    h("div.head", {}, h("h3", {}, say("agreed")), h("span.badge", {}, label(row.status)),
      h("span.badge", { title: say("confidence") }, row.confidence.toFixed(2))),
    h("dl", {},
      (row.parties ?? []).map((party) => [h("dt", {}, label(party.role)), h("dd", {}, name(both(party.name, party.label)),
        h("span.reason", {}, " ", say("reportedBy", party.reports), party.key ? [" · ", name(party.key)] : []))]),
      row.place ? fact("where", both(row.place, row.placeEn)) : [], fact("when", row.date), numbers(row),
      row.action ? fact("action", label(row.action)) : [], row.cameo ? [h("dt", {}, "CAMEO"), h("dd", {}, name(row.cameo))] : [],
      fact("firstReport", row.firstReport), fact("lastReport", row.lastReport === row.firstReport ? null : row.lastReport),
      h("dt", {}, say("sources")), h("dd", {}, joined(entry.sources.map(name)))));
}

// What stands in a table, with a heading for each column.
function tablePanel(title, headings, rows) {
  if (!rows.length) return null;
  return h("section.panel", { "aria-label": title }, h("h3", {}, title), h("div.scroll", {}, h("table.facts", {},
    h("thead", {}, h("tr", {}, headings.map((text) => h("th", { scope: "col" }, text)))),
    h("tbody", {}, rows.map((cells) => h("tr", {}, cells.map((cell) => h("td", {}, cell))))))));
}

// What a row calls a field that reports dispute, in words of the cards.
function fieldName(field) { return say({ date: "when", place: "where" }[field] ?? field); }

function disputedPanel(row) {
  const rows = Object.entries(row.disputed ?? {}).sort().flatMap(([field, values]) => values.map((entry, index) =>
    [index ? "" : fieldName(field), name(field === "status" ? label(entry.value) : entry.value), documentLinks(entry.documents, row)]));
  return tablePanel(say("disputed"), ["", say("value"), say("documents")], rows);
}

function tollsPanel(row) {
  const number = (value) => (value === undefined ? "" : String(value));
  return tablePanel(say("tolls"), [say("date"), say("killed"), say("injured"), say("documents")],
    (row.tolls ?? []).map((toll) => [toll.reportedOn ?? "", number(toll.killed), number(toll.injured), documentLinks(toll.documents, row)]));
}

// At most this many documents of a value are named.
const NAMED = 12;

function documentLinks(ids, row) {
  const reportOf = (id) => row.reports.find((report) => report.document === id);
  return [joined(ids.slice(0, NAMED).map((id) => documentLink(id, reportOf(id)?.event ?? null, reportOf(id)?.url))), ids.length > NAMED ? ` … (${ids.length})` : null];
}

// A way to an article: in this report, else where it was published, else its name alone.
function documentLink(id, event, url) {
  const index = documentIndex(id);
  const title = name((index === undefined ? undefined : INDEX.documents[index].title) ?? id);
  if (index !== undefined) return h("a", { href: stateText({ doc: id, event, row: null }) }, title);
  return safeLink(url) ? h("a", { href: url, rel: "noreferrer" }, title) : title;
}

function reportsPanel(row) {
  const shown = (report) => (row.reports.length > 1 || documentIndex(report.document) !== undefined ? report.event : "");
  return tablePanel(`${say("reports")} (${row.reports.length})`, [say("date"), say("source"), say("document"), say("status"), say("number")],
    [...row.reports].sort((a, b) => (a.reported ?? Infinity) - (b.reported ?? Infinity) || (a.document < b.document ? -1 : 1)).map((report) => [
      dayText(report.reported), name(report.source ?? ""),
      [documentLink(report.document, report.event, report.url), " ", h("span.muted", {}, shown(report))],
      label(report.status), ["killed", "injured"].filter((key) => report[key] !== undefined).map((key) => `${say(key)} ${report[key]}`).join(", ")]));
}

// Days since 1970-01-01 as a day.
function dayText(number) { return number === undefined ? "" : new Date(number * 86400000).toISOString().slice(0, 10); }
