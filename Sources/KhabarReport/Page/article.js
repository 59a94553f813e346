// One article: its text with names, dates and triggers, and its events as cards that light up what they rest on.
let parts = [];

async function drawArticle(main) {
  const index = INDEX.documents.findIndex((entry) => entry.id === state.doc);
  if (index < 0) { main.replaceChildren(h("p.panel", {}, say("none"))); return; }
  main.replaceChildren(h("p.panel", {}, say("loading")));
  let record;
  try { record = await loadRecord(index); } catch { main.replaceChildren(h("p.panel", { role: "alert" }, say("failed"))); return; }
  if (state.doc !== record.document.id) return;
  const info = record.document;
  const events = record.events ?? [];
  main.replaceChildren(
    h("p", {}, h("a", { href: stateText({ doc: null, event: null, row: null }) }, say("back"))),
    h("h2", {}, name(info.title ?? info.id)),
    h("p.muted", {}, joined([info.title ? info.id : null, info.publisher, info.date, info.url ? h("a", { href: safeLink(info.url), rel: "noreferrer" }, info.url) : null]
      .filter(Boolean).map((part) => (typeof part === "string" ? name(part) : part)))),
    h("div.article", {},
      h("section.panel", { "aria-label": say("article") }, legend(), record.text === undefined ? h("p", {}, say("noText")) : textOf(record)),
      h("div.side", {}, h("h3", {}, `${say("events")} (${events.length})`),
        events.length ? h("ul.cards", {}, events.map((event) => h("li", {}, fullCard(event, record)))) : h("p.muted", {}, say("noEvents")),
        nameList(record), timeList(record))));
  const chosen = events.find((event) => event.id === state.event);
  if (chosen) choose(chosen, record, { scrolls: true });
}

// Only pages of the web are linked.
function safeLink(url) { return /^https?:\/\//i.test(url) ? url : undefined; }

function legend() {
  return h("details", {}, h("summary.muted", {}, say("legend")), h("ul.key", {},
    ["Person", "Organization", "Place", "Nationality", "Office"].map((type) =>
      h("li", {}, h("span.swatch." + type, { style: "background: var(--tone)" }), label(type))),
    h("li", {}, h("span", { style: "text-decoration: underline dotted var(--time) 2px" }, say("times"))),
    h("li", {}, h("span", { style: "color: var(--trigger); font-weight: 700" }, say("trigger")))));
}

// The text in pieces at whose ends an annotation begins or ends, so that spans may nest and cross. Offsets count code points.
function textOf(record) {
  const points = Array.from(record.text);
  const marks = [];
  for (const entity of record.entities) for (const span of entity.mentions ?? []) marks.push({ ...span, entity });
  for (const time of record.times ?? []) marks.push({ start: time.start, end: time.end, time });
  for (const event of record.events ?? []) for (const span of [event.trigger, ...(event.mentions ?? [])]) marks.push({ ...span, event });
  const cuts = new Set([0, points.length]);
  for (const mark of marks) { cuts.add(mark.start); cuts.add(mark.end); }
  for (const event of record.events ?? []) {
    for (const span of [event.evidence, ...(event.participants ?? []), ...(event.places ?? [])]) {
      if (span.start !== undefined) { cuts.add(span.start); cuts.add(span.end); }
    }
  }
  points.forEach((point, at) => { if (point === "\n") { cuts.add(at); cuts.add(at + 1); } });
  const ends = [...cuts].filter((cut) => cut >= 0 && cut <= points.length).sort((a, b) => a - b);
  marks.sort((a, b) => a.start - b.start || b.end - a.end);
  parts = [];
  const box = h("div.text", { lang: record.document.language ?? "ar", dir: (record.document.language ?? "ar").startsWith("en") ? "ltr" : "rtl" });
  let paragraph = h("p");
  let open = [];
  let next = 0;
  for (let i = 0; i + 1 < ends.length; i++) {
    const [start, end] = [ends[i], ends[i + 1]];
    open = open.filter((mark) => mark.end > start);
    while (next < marks.length && marks[next].start <= start) { if (marks[next].end > start) open.push(marks[next]); next++; }
    const text = points.slice(start, end).join("");
    if (text === "\n") { if (paragraph.hasChildNodes()) box.append(paragraph); paragraph = h("p"); continue; }
    const piece = pieceOf(text, open, record);
    parts.push({ start, end, element: piece });
    paragraph.append(piece);
  }
  if (paragraph.hasChildNodes()) box.append(paragraph);
  return box;
}

function pieceOf(text, marks, record) {
  const piece = h("span", {}, text);
  const entities = marks.filter((mark) => mark.entity).sort((a, b) => (a.end - a.start) - (b.end - b.start));
  const tips = [];
  if (entities.length) {
    piece.classList.add("entity", toneOf(entities[0].entity.type));
    if (entities.length > 1) piece.classList.add("outer", "in-" + toneOf(entities[1].entity.type));
    for (const mark of entities) tips.push(`${label(mark.entity.type)}: ${mark.entity.name}` + (mark.entity.key ?? mark.entity.gazetteer ? ` (${mark.entity.key ?? mark.entity.gazetteer})` : ""));
  }
  for (const mark of marks.filter((mark) => mark.time)) { piece.classList.add("time"); tips.push(mark.time.value ?? mark.time.type); }
  const trigger = marks.find((mark) => mark.event);
  if (trigger) {
    piece.classList.add("trigger");
    tips.push(label(trigger.event.type));
    piece.setAttribute("tabindex", "0");
    piece.setAttribute("role", "button");
    const open = () => choose(trigger.event, record, { focuses: true });
    piece.addEventListener("click", open);
    piece.addEventListener("keydown", (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); open(); } });
  }
  if (tips.length) piece.title = tips.join("\n");
  return piece;
}

function toneOf(type) { return ["Person", "Organization", "Place", "Nationality", "Office"].includes(type) ? type : "Other"; }

function fullCard(event, record) {
  const reason = (by) => (by ? h("span.reason", {}, ` ${say("by")} `, name(label(by))) : null);
  return h("article.card", {
    id: "card-" + event.id, tabindex: "0", style: `--tone: ${hueOf(event.type)}`, "aria-label": `${label(event.type)} ${event.trigger.text ?? ""}`,
    onfocus: () => light(event, record), onmouseenter: () => light(event, record), onmouseleave: () => light(chosenEvent(record), record),
    onclick: () => choose(event, record, { scrolls: true }),
    onkeydown: (key) => { if (key.key === "Enter" && key.target.classList.contains("card")) choose(event, record, { scrolls: true }); },
  },
  h("div.head", {}, h("h3", {}, label(event.type)), badges(event)),
  h("dl", {},
    h("dt", {}, say("trigger")), h("dd", {}, name(event.trigger.text ?? "")),
    (event.participants ?? []).map((party) => [h("dt", {}, label(party.role)), h("dd", {}, name(party.name), reason(party.by))]),
    (event.places ?? []).map((place) => [h("dt", {}, say("where")), h("dd", {}, name(place.name), reason(place.by))]),
    event.time ? [h("dt", {}, say("when")), h("dd", {}, name(event.time.value), reason(event.time.by))] : [],
    numbers(event), reportedWith(event, record),
    event.rule ? [h("dt", {}, say("rule")), h("dd", {}, name(event.rule), event.ruleAt ? h("span.reason", {}, " ", name(event.ruleAt)) : null)] : [],
    event.plover || event.cameo ? [h("dt", {}, "PLOVER, CAMEO"), h("dd", {}, name([event.plover, event.cameo].filter(Boolean).join(" ")))] : []));
}

// The happening that an event is put together in with those of other documents.
function reportedWith(event, record) {
  const row = happeningOf(record.document.id, event.id);
  if (!row) return [];
  return [h("dt", {}, say("happening")), h("dd", {}, h("a", { href: stateText({ row: row.id, doc: null, event: null }) },
    say("articles", new Set(row.reports.map(([id]) => id)).size)))];
}

function chosenEvent(record) { return (record.events ?? []).find((event) => event.id === state.event); }

// Lights up what an event rests on: the evidence, and in it the participants, places and the date.
function light(event, record) {
  const isIn = (part, span) => part.start >= span.start && part.end <= span.end;
  const spans = event ? argumentsOf(event, record) : [];
  for (const part of parts) {
    part.element.classList.toggle("lit", Boolean(event) && isIn(part, event.evidence));
    part.element.classList.toggle("argument", Boolean(event) && spans.some((span) => isIn(part, span)));
    if (event && spans.some((span) => isIn(part, span))) part.element.classList.add("lit");
  }
}

// Where an event's arguments stand: at their own span where the record says it, else the entity's mention nearest to the trigger.
function argumentsOf(event, record) {
  const nearest = (id) => {
    const mentions = record.entities.find((entity) => entity.id === id)?.mentions ?? [];
    const inside = mentions.filter((span) => span.start >= event.evidence.start && span.end <= event.evidence.end);
    return [...(inside.length ? inside : mentions)].sort((a, b) => Math.abs(a.start - event.trigger.start) - Math.abs(b.start - event.trigger.start))[0];
  };
  const time = (record.times ?? []).find((entry) => entry.id === event.time?.ref);
  return [...(event.participants ?? []), ...(event.places ?? [])]
    .map((slot) => (slot.start === undefined ? nearest(slot.entity) : { start: slot.start, end: slot.end }))
    .concat(time ? [time] : []).filter(Boolean);
}

function choose(event, record, { scrolls = false, focuses = false } = {}) {
  state.event = event.id;
  history.replaceState(null, "", stateText());
  document.querySelectorAll(".card.chosen").forEach((card) => card.classList.remove("chosen"));
  const card = document.getElementById("card-" + event.id);
  card?.classList.add("chosen");
  light(event, record);
  const first = parts.find((part) => part.start >= event.trigger.start && part.end <= event.trigger.end);
  if (scrolls) first?.element.scrollIntoView({ block: "center" });
  if (focuses) { card?.focus(); card?.scrollIntoView({ block: "nearest" }); }
  announce(`${label(event.type)}: ${(event.participants ?? []).map((party) => party.name).join(say("comma"))}`);
}

function nameList(record) {
  if (!record.entities.length) return null;
  return h("details.panel", {}, h("summary", {}, `${say("entities")} (${record.entities.length})`), h("ul.names", {}, record.entities.map((entity) =>
    h("li", {}, h("button." + toneOf(entity.type), {
      type: "button",
      onclick: () => {
        for (const part of parts) {
          const isMention = (entity.mentions ?? []).some((span) => part.start >= span.start && part.end <= span.end);
          part.element.classList.toggle("lit", isMention);
          part.element.classList.toggle("argument", isMention);
        }
        parts.find((part) => part.start === entity.mentions?.[0]?.start)?.element.scrollIntoView({ block: "center" });
      },
    }, name(entity.name)), " ", h("span.muted", {}, label(entity.type), entity.country ? ` · ${entity.country}` : "", entity.key ?? entity.gazetteer ? ` · ${entity.key ?? entity.gazetteer}` : "",
      ` · ${say("mentions", (entity.mentions ?? []).length)}`)))));
}

function timeList(record) {
  if (!(record.times ?? []).length) return null;
  return h("details.panel", {}, h("summary", {}, `${say("times")} (${record.times.length})`), h("table", {}, h("tbody", {}, record.times.map((time) =>
    h("tr", {}, h("td", {}, name(time.text ?? "")), h("td", {}, name(time.value ?? "?"), time.anchor ? h("span.reason", {}, ` ${say("anchor")} `, name(time.anchor)) : null))))));
}
