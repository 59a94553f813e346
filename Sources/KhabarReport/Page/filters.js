// The filters beside the events.
let filterTimer = 0;

function drawFilters() {
  const box = document.getElementById("filters");
  const typed = (key) => (event) => {
    clearTimeout(filterTimer);
    const value = event.target.value;
    filterTimer = setTimeout(() => show({ [key]: value }, { replaces: true }), 200);
  };
  const field = (key, type, extra = {}) => h("label", { for: "f-" + key }, say(key === "q" ? "search" : key),
    h("input", { id: "f-" + key, type, value: state[key], dir: "auto", oninput: typed(key), ...extra }));
  const isWide = matchMedia("(min-width: 801px)").matches;
  box.setAttribute("aria-label", say("filters"));
  box.replaceChildren(h("details", { open: isWide || box.querySelector("details")?.open },
    h("summary", {}, say("filters")),
    field("q", "search", { placeholder: say("searchHint") }),
    checks("types", say("type"), tally(INDEX.events.map((event) => event.type))),
    checks("statuses", say("status"), tally(INDEX.events.map((event) => event.status))),
    field("person", "text", { list: "actors" }), field("place", "text", { list: "places" }),
    options("actors", INDEX.events.flatMap((event) => event.parties.map(([, index]) => INDEX.actors[index].name))),
    options("places", INDEX.events.flatMap((event) => event.places.map((index) => INDEX.places[index].name))),
    field("from", "date"), field("to", "date"),
    h("label", { for: "f-confidence" }, say("confidence") + " ", h("output", {}, state.confidence.toFixed(2)),
      h("input", {
        id: "f-confidence", type: "range", min: 0, max: 1, step: .05, value: state.confidence,
        oninput: (event) => {
          event.target.previousSibling.textContent = Number(event.target.value).toFixed(2);
          typed("confidence")({ target: { value: Number(event.target.value) } });
        },
      })),
    h("p", {}, h("button", { type: "button", onclick: clearFilters }, say("clear")))));
}

function clearFilters() {
  show({ ...emptyState(), view: state.view });
  drawFilters();
}

function checks(key, title, counts) {
  return h("fieldset", {}, h("legend", {}, title), counts.map(([value, count]) =>
    h("label.check", {},
      h("input", {
        type: "checkbox", checked: state[key].has(value),
        onchange: (event) => {
          const chosen = new Set(state[key]);
          if (event.target.checked) chosen.add(value); else chosen.delete(value);
          show({ [key]: chosen });
        },
      }), name(label(value)), h("span.count", {}, String(count)))));
}

// The most frequent names, offered while one is typed.
function options(id, names) {
  return h("datalist", { id }, tally(names).slice(0, 300).map(([text]) => h("option", { value: text })));
}
