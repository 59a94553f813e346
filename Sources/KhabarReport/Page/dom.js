// Makes an element: h("p.muted", {title: "…"}, "text", child). Text is always set as text, never as HTML.
function h(tag, properties = {}, ...children) {
  const [name, ...classes] = tag.split(".");
  const element = document.createElement(name);
  if (classes.length) element.className = classes.join(" ");
  return fill(element, properties, children);
}

function svg(tag, properties = {}, ...children) {
  return fill(document.createElementNS("http://www.w3.org/2000/svg", tag), properties, children);
}

function fill(element, properties, children) {
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (key === "value" || key === "checked") element[key] = value;
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

// A name of a record inside text of another direction.
function name(text) { return h("bdi", {}, text); }

// Something of a picture that can be chosen by mouse and keyboard.
function choosable(element, text, choose) {
  element.setAttribute("tabindex", "0");
  element.setAttribute("role", "button");
  element.setAttribute("aria-label", text);
  element.append(svg("title", {}, text));
  element.addEventListener("click", choose);
  element.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    choose();
  });
  return element;
}

// A table that says what a picture shows, for those who do not see it.
function tableOf(headings, rows) {
  return h("details.table", {}, h("summary", {}, say("table")),
    h("div.scroll", {}, h("table", {},
      h("thead", {}, h("tr", {}, headings.map((text, index) => h(index ? "th.number" : "th", { scope: "col" }, text)))),
      h("tbody", {}, rows.slice(0, 500).map((row) =>
        h("tr", {}, row.map((cell, index) => h(index ? "td.number" : "td", {}, index ? String(cell) : name(String(cell))))))))));
}

function announce(text) { document.getElementById("live").textContent = text; }
