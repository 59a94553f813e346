// The run: an index of all events, and the records themselves in chunks that are loaded when one is opened.
let INDEX = { title: "", documents: [], actors: [], places: [], events: [], chunks: 0 };
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

async function loadRecord(documentIndex) {
  const entry = INDEX.documents[documentIndex];
  const records = await loadChunk(entry.chunk);
  return records[entry.at];
}

// One spelling for all variants of a word, so that search finds what is meant: no diacritics, one alef, yeh and heh.
function fold(text) {
  return text.normalize("NFD").replace(/[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u0640]/g, "").normalize("NFC")
    .replace(/[أإآٱ]/g, "ا").replace(/ى/g, "ي").replace(/ة/g, "ه").replace(/ؤ/g, "و").replace(/ئ/g, "ي").toLowerCase();
}

function actorName(index) { return shownName(INDEX.actors[index]); }
function placeName(index) { return shownName(INDEX.places[index]); }
function shownName(entry) { return language === "en" && entry.en ? entry.name + " · " + entry.en : entry.name; }

// The day, month or year that an event is told to have been on; else that of its document.
function dateOf(event) { return event.when ?? INDEX.documents[event.doc].date ?? null; }

// All that search looks at, folded once.
function haystack(event) {
  if (event.folded === undefined) {
    const document = INDEX.documents[event.doc];
    event.folded = fold([
      event.type, label(event.type), event.status, event.trigger, event.text ?? "", document.id, document.title ?? "", document.source ?? "",
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
