// Events over time, a bar for each day, month or year, whichever gives at most sixty.
function drawTimeline(events) {
  const dated = events.map((event) => [event, dateOf(event)?.split("/")[0]]).filter(([, date]) => date && /^\d{4}/.test(date));
  if (!dated.length) return h("p.panel", {}, say("noDates"));
  const lengths = [10, 7, 4];
  const keyed = lengths.map((length) => tally(dated.filter(([, date]) => date.length >= length).map(([, date]) => date.slice(0, length))));
  // Half of the events at least must be dated as exactly as the bars are.
  const level = keyed.findIndex((counts) => counts.length <= 60 && counts.reduce((sum, [, count]) => sum + count, 0) * 2 >= dated.length);
  const chosen = level < 0 ? 2 : level;
  const length = lengths[chosen];
  const bars = new Map();
  for (const [event, date] of dated) {
    if (date.length < length) continue;
    const key = date.slice(0, length);
    if (!bars.has(key)) bars.set(key, new Map());
    bars.get(key).set(event.type, (bars.get(key).get(event.type) ?? 0) + 1);
  }
  const keys = [...bars.keys()].sort().slice(-120);
  const sum = (key) => [...bars.get(key).values()].reduce((total, count) => total + count, 0);
  const highest = Math.max(...keys.map(sum));
  const [width, height, base] = [900, 320, 260];
  const step = Math.min(60, (width - 100) / keys.length);
  const every = Math.ceil(keys.length / 12);
  const picture = svg("svg", { viewBox: `0 0 ${width} ${height}`, role: "group", "aria-label": say("timeline"), direction: "ltr" },
    svg("path", { class: "axis", d: `M40 ${base}H${width}M40 20V${base}` }),
    svg("text", { x: 36, y: 30, "text-anchor": "end" }, String(highest)), svg("text", { x: 36, y: base, "text-anchor": "end" }, "0"));
  keys.forEach((key, index) => {
    let top = base;
    const x = 44 + index * step;
    const group = svg("g", { class: "bar" });
    for (const [type, count] of [...bars.get(key)].sort()) {
      const size = (count / highest) * (base - 24);
      top -= size;
      group.append(svg("rect", { x, y: top, width: Math.max(2, step - 3), height: size, fill: hueOf(type) }));
    }
    const [from, to] = [key.padEnd(10, "-01"), key + "-12-31".slice(key.length === 7 ? 3 : 0)];
    const last = key.length === 10 ? key : to.slice(0, 10);
    picture.append(choosable(group, `${key}: ${sum(key)}`, () => { show({ from: fromOf(from, key), to: last, view: "events" }); drawFilters(); }));
    if (index % every === 0) picture.append(svg("text", { x, y: base + 18, transform: `rotate(35 ${x} ${base + 18})` }, key));
  });
  const types = [...new Set(dated.map(([event]) => event.type))].sort();
  return h("section.panel", {}, h("figure", {}, h("div.scroll", {}, picture), h("figcaption", {}, h("ul.key", {}, types.map((type) =>
    h("li", {}, h("span.swatch", { style: `background: ${hueOf(type)}` }), label(type)))))),
  tableOf([say(["day", "month", "year"][chosen]), say("number")], keys.map((key) => [key, sum(key)])));
}

// The first day of a day, month or year.
function fromOf(padded, key) { return key.length === 4 ? key + "-01-01" : key.length === 7 ? key + "-01" : padded; }
