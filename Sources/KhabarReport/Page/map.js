// Places of events on a map of the world: longitude to the right, latitude upwards, one degree as wide as high.
function drawMap(events) {
  const counts = tally(events.flatMap((event) => event.places));
  const known = counts.filter(([index]) => INDEX.places[index].lat !== undefined);
  if (!known.length) return h("p.panel", {}, say("noPlaces"));
  const [left, top, width, height] = frame(known.map(([index]) => INDEX.places[index]));
  const unit = width / 900;
  const grid = [];
  for (let degree = -180; degree <= 180; degree += 10) grid.push(`M${degree * 10} -900V900`, `M-1800 ${degree * 10}H1800`);
  const picture = svg("svg", { viewBox: `${left} ${top} ${width} ${height}`, role: "group", "aria-label": say("map"), direction: "ltr" },
    svg("path", { class: "land", d: OUTLINES, "stroke-width": unit }), svg("path", { class: "grid", d: grid.join(""), "stroke-width": unit * .6 }));
  const highest = known[0][1];
  known.slice(0, 400).forEach(([index, count]) => {
    const place = INDEX.places[index];
    const radius = (4 + 14 * Math.sqrt(count / highest)) * unit;
    const dot = svg("circle", { class: "dot", cx: place.lon * 10, cy: -place.lat * 10, r: radius, "stroke-width": unit });
    picture.append(choosable(dot, `${placeName(index)}: ${count}`, () => { show({ place: place.name, view: "events" }); drawFilters(); }));
  });
  labels(known, unit, left + width).forEach((text) => picture.append(text));
  return h("section.panel", {}, h("figure", {}, picture, h("figcaption.muted", {}, say("times_", known.length, counts.length - known.length),
    " · Natural Earth")), tableOf([say("place"), say("number")], counts.map(([index, count]) => [placeName(index), count])));
}

// The part of the world that holds the places, in tenths of a degree, with room around and no flatter than 2 : 1.
function frame(places) {
  const xs = places.map((place) => place.lon * 10);
  const ys = places.map((place) => -place.lat * 10);
  let [left, right, top, bottom] = [Math.min(...xs) - 60, Math.max(...xs) + 60, Math.min(...ys) - 60, Math.max(...ys) + 60];
  const grow = (low, high, size) => (high - low >= size ? [low, high] : [(low + high - size) / 2, (low + high + size) / 2]);
  [left, right] = grow(left, right, 240);
  [top, bottom] = grow(top, bottom, Math.max(160, (right - left) / 2));
  return [left, top, right - left, bottom - top];
}

// Names of the most frequent places, right of their dots or, at the edge, left of them; left out where they would lie
// upon another.
function labels(known, unit, edge) {
  const taken = [];
  return known.slice(0, 60).flatMap(([index]) => {
    const place = INDEX.places[index];
    const isAtEdge = place.lon * 10 + 110 * unit > edge;
    const [x, y] = [place.lon * 10 + (isAtEdge ? -8 : 8) * unit, -place.lat * 10 - 8 * unit];
    if (taken.some(([a, b]) => Math.abs(a - x) < 90 * unit && Math.abs(b - y) < 16 * unit)) return [];
    taken.push([x, y]);
    return [svg("text", { x, y, style: `font-size: ${13 * unit}px`, "text-anchor": isAtEdge ? "end" : "start", "aria-hidden": "true" }, isolated(place.name))];
  });
}
