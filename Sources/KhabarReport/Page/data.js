// The run: an index of all events, and the records themselves in chunks that are loaded when one is opened. An event is
// one of a document (`doc`), or a happening with the reports of many (`row`).
let INDEX = { title: "", documents: [], actors: [], places: [], happenings: [], events: [] };
const chunks = new Map();
const waiting = new Map();

// Called by the data scripts.
function runIndex(index) { INDEX = index; }
function runChunk(number, records) {
  chunks.set(number, records);
  (waiting.get(number) ?? []).forEach((resolve) => resolve(records));
  waiting.delete(number);
}

// The records of a chunk, from its script in the folder `data` when they are not in the page.
function loadChunk(number) {
  if (chunks.has(number)) return Promise.resolve(chunks.get(number));
  return new Promise((resolve, reject) => {
    const others = waiting.get(number);
    waiting.set(number, [...(others ?? []), resolve]);
    if (others) return;
    const script = h("script", { src: "data/records-" + number + ".js" });
    script.addEventListener("error", () => { waiting.delete(number); reject(new Error("chunk " + number)); });
    document.body.append(script);
  });
}

// What is held at a place: a record, or a row.
async function loadHeld(place) { return (await loadChunk(place.chunk))[place.at]; }

function loadRecord(documentIndex) { return loadHeld(INDEX.documents[documentIndex].held); }

// The documents of an event: its own, or those that report it, as far as the report has them.
function documentsOf(event) {
  if (event.row === undefined) return [event.doc];
  return [...new Set(INDEX.happenings[event.row].reports.map(([id]) => documentIndex(id)))].filter((index) => index !== undefined);
}

let documentsById;
function documentIndex(id) {
  documentsById ??= new Map(INDEX.documents.map((entry, index) => [entry.id, index]));
  return documentsById.get(id);
}

// Who published what tells of an event.
function sourcesOf(event) {
  return event.row === undefined ? [INDEX.documents[event.doc].source].filter(Boolean) : INDEX.happenings[event.row].sources;
}

// The happening that an event of a document is a report of.
let happeningsByReport;
function happeningOf(document, event) {
  happeningsByReport ??= new Map(INDEX.happenings.flatMap((row) => row.reports.map((report) => [report.join("\n"), row])));
  return happeningsByReport.get(document + "\n" + event);
}

// One spelling for all variants of a word, so that search finds what is meant: no diacritics, one alef, yeh and heh.
function fold(text) {
  return text.normalize("NFD").replace(/[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u0640]/g, "").normalize("NFC")
    .replace(/[أإآٱ]/g, "ا").replace(/ى/g, "ي").replace(/ة/g, "ه").replace(/ؤ/g, "و").replace(/ئ/g, "ي").toLowerCase();
}

function actorName(index) { return shownName(INDEX.actors[index]); }
function placeName(index) { return shownName(INDEX.places[index]); }
function shownName(entry) { return language === "en" && entry.en ? entry.name + " · " + entry.en : entry.name; }

// The day, month or year that an event is told to have been on; else that of its document or first report.
function dateOf(event) {
  return event.when ?? (event.row === undefined ? INDEX.documents[event.doc].date : INDEX.happenings[event.row].first) ?? null;
}

// All that search looks at, folded once.
function haystack(event) {
  if (event.folded === undefined) {
    event.folded = fold([
      event.id, event.type, label(event.type), event.status, event.trigger, event.text ?? "", ...sourcesOf(event),
      ...documentsOf(event).flatMap((index) => [INDEX.documents[index].id, INDEX.documents[index].title ?? ""]),
      ...(event.row === undefined ? [] : INDEX.happenings[event.row].reports.map(([id]) => id)),
      ...event.parties.flatMap(([, index]) => [INDEX.actors[index].name, INDEX.actors[index].en ?? ""]),
      ...event.places.flatMap((index) => [INDEX.places[index].name, INDEX.places[index].en ?? ""]),
    ].join(" "));
  }
  return event.folded;
}

// The events that pass the filters, in the order of the run.
function matching(filters) {
  const words = fold(filters.q).split(/\s+/).filter(Boolean);
  const person = fold(filters.person);
  const place = fold(filters.place);
  const named = (list, entries, text) => list.some((index) => fold(entries[index].name + " " + (entries[index].en ?? "")).includes(text));
  return INDEX.events.filter((event) => {
    if (filters.types.size && !filters.types.has(event.type)) return false;
    if (filters.statuses.size && !filters.statuses.has(event.status)) return false;
    if (filters.confidence > 0 && (event.confidence ?? 0) < filters.confidence) return false;
    if (filters.from || filters.to) {
      const date = dateOf(event);
      if (!date) return false;
      const [first, last] = [date.split("/")[0], date.split("/").pop()];
      if (filters.from && last.slice(0, 10).padEnd(10, "~") < filters.from) return false;
      if (filters.to && first.slice(0, 10) > filters.to) return false;
    }
    if (person && !named(event.parties.map(([, index]) => index), INDEX.actors, person)) return false;
    if (place && !named(event.places, INDEX.places, place)) return false;
    if (words.length) {
      const text = haystack(event);
      if (!words.every((word) => text.includes(word))) return false;
    }
    return true;
  });
}

// How often each key occurs, most frequent first.
function tally(items) {
  const counts = new Map();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}
