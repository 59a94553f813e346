// Who takes part in the same events: the most frequent participants, and a line between those that are named together.
const NODES = 36;

function drawGraph(events) {
  const pairs = new Map();
  for (const event of events) {
    const ids = [...new Set(event.parties.map(([, index]) => index))].filter((index) => INDEX.actors[index].named);
    for (let i = 0; i < ids.length; i++) {
      for (let j = i + 1; j < ids.length; j++) {
        const key = Math.min(ids[i], ids[j]) + " " + Math.max(ids[i], ids[j]);
        pairs.set(key, (pairs.get(key) ?? 0) + 1);
      }
    }
  }
  if (!pairs.size) return h("p.panel", {}, say("noMeetings"));
  const edges = [...pairs].map(([key, count]) => [...key.split(" ").map(Number), count]).sort((a, b) => b[2] - a[2] || a[0] - b[0] || a[1] - b[1]);
  const degree = new Map();
  for (const [a, b, count] of edges) for (const id of [a, b]) degree.set(id, (degree.get(id) ?? 0) + count);
  const nodes = [...degree].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, NODES).map(([id]) => id);
  const shown = edges.filter(([a, b]) => nodes.includes(a) && nodes.includes(b));
  const at = layout(nodes, shown);
  const picture = svg("svg", { viewBox: "0 0 900 620", role: "group", "aria-label": say("graph") });
  for (const [a, b, count] of shown) {
    picture.append(svg("line", { class: "edge", x1: at.get(a)[0], y1: at.get(a)[1], x2: at.get(b)[0], y2: at.get(b)[1], "stroke-width": Math.min(8, 1 + count) }));
  }
  for (const id of nodes) {
    const [x, y] = at.get(id);
    const radius = 5 + Math.min(14, Math.sqrt(degree.get(id)) * 2.5);
    const group = svg("g", { class: "node" }, svg("circle", { cx: x, cy: y, r: radius }),
      svg("text", { x, y: y + radius + 13, "text-anchor": "middle" }, isolated(INDEX.actors[id].name)));
    picture.append(choosable(group, `${actorName(id)}: ${degree.get(id)}`, () => { show({ person: INDEX.actors[id].name, view: "events" }); drawFilters(); }));
  }
  return h("section.panel", {}, h("figure", {}, h("div.scroll", {}, picture)),
    tableOf([say("name"), say("number")], edges.map(([a, b, count]) => [actorName(a) + " – " + actorName(b), count])));
}

// A name cut short, with marks that keep it from mixing with what is around it.
function isolated(text) { return "\u2068" + (text.length > 24 ? text.slice(0, 23) + "…" : text) + "\u2069"; }

// Positions by springs and repulsion (Fruchterman and Reingold 1991), from a circle, the same each time.
function layout(nodes, edges) {
  const at = new Map(nodes.map((id, index) => {
    const angle = (index / nodes.length) * 2 * Math.PI;
    return [id, [450 + 330 * Math.cos(angle), 300 + 230 * Math.sin(angle)]];
  }));
  const ideal = Math.sqrt((900 * 600) / (nodes.length + 1)) * .75;
  for (let round = 0; round < 200; round++) {
    const heat = 30 * (1 - round / 200);
    const moves = new Map(nodes.map((id) => [id, [0, 0]]));
    const pull = (a, b, force) => {
      const [dx, dy] = [at.get(a)[0] - at.get(b)[0], at.get(a)[1] - at.get(b)[1]];
      const distance = Math.max(1, Math.hypot(dx, dy));
      const size = force(distance) / distance;
      moves.get(a)[0] += dx * size; moves.get(a)[1] += dy * size;
      moves.get(b)[0] -= dx * size; moves.get(b)[1] -= dy * size;
    };
    for (let i = 0; i < nodes.length; i++) for (let j = i + 1; j < nodes.length; j++) pull(nodes[i], nodes[j], (d) => (ideal * ideal) / d);
    for (const [a, b] of edges) pull(a, b, (d) => -(d * d) / ideal);
    // A pull to the middle keeps groups that nothing joins from drifting to the edge.
    for (const id of nodes) {
      moves.get(id)[0] += (450 - at.get(id)[0]) * .9;
      moves.get(id)[1] += (300 - at.get(id)[1]) * 1.4;
    }
    for (const id of nodes) {
      const [dx, dy] = moves.get(id);
      const size = Math.max(1, Math.hypot(dx, dy));
      const [x, y] = at.get(id);
      at.set(id, [clamp(x + (dx / size) * Math.min(size, heat), 70, 830), clamp(y + (dy / size) * Math.min(size, heat), 25, 580)]);
    }
  }
  return at;
}

function clamp(value, low, high) { return Math.min(high, Math.max(low, value)); }
