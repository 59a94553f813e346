// Run by Scripts/test-report in a real browser, behind the report's own scripts. What failed is written into the page.
{
const failures = [];
let tried = 0;
function check(what, holds) { tried++; if (!holds) failures.push(what); }
const all = (selector) => [...document.querySelectorAll(selector)];
const pause = (time = 30) => new Promise((resolve) => setTimeout(resolve, time));
const press = (element, key) => element.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
const noOverflow = () => document.documentElement.scrollWidth <= innerWidth + 1;

async function testReport() {
  check("the list shows events", all(".card").length === Math.min(50, INDEX.events.length));
  check("no card shows a stringified element", !document.getElementById("page").textContent.includes("[object"));
  check("the page is no wider than the window: events", noOverflow());
  for (const view of VIEWS) {
    show({ view });
    check(`${view} shows something`, document.getElementById("main").children.length > 1);
    check(`the page is no wider than the window: ${view}`, noOverflow());
    check(`${view} is marked in the tabs`, all('[aria-current="page"]').length === 1);
  }
  // Filters, and the link that keeps them.
  const type = INDEX.events[0].type;
  show({ view: "events", types: new Set([type]) });
  check("a filter by type", matching(state).every((event) => event.type === type) && all(".card h3").every((head) => head.textContent === label(type)));
  const link = location.hash;
  show({ ...emptyState() });
  check("without filters everything", matching(state).length === INDEX.events.length);
  history.replaceState(null, "", link);
  readState();
  check("the link keeps the filter", state.types.has(type));
  const actor = INDEX.actors[INDEX.events.find((event) => event.parties.length).parties[0][1]];
  show({ ...emptyState(), person: actor.name.replace("أ", "ا") });
  check("a participant, however spelt", matching(state).length > 0 && matching(state).length < INDEX.events.length);
  show({ ...emptyState(), q: "لا يوجد مثل هذا النص" });
  check("nothing found is said", document.getElementById("main").textContent.includes(say("none")));
  show({ ...emptyState(), confidence: .9 });
  check("a filter by confidence", matching(state).every((event) => event.confidence >= .9));
  show({ ...emptyState(), from: "2024-02-14", to: "2024-02-14" });
  check("a filter by day", matching(state).length > 0 && matching(state).every((event) => dateOf(event).startsWith("2024-02")));
  clearFilters();
  // Pictures by keyboard.
  show({ view: "timeline" });
  const bar = document.querySelector("svg .bar");
  check("bars can be reached and have a name", bar?.getAttribute("tabindex") === "0" && /\d/.test(bar?.getAttribute("aria-label")));
  press(bar, "Enter");
  check("a bar filters by its day", state.view === "events" && state.from !== "");
  clearFilters();
  show({ view: "map" });
  check("places on the map", all("svg .dot").length > 0);
  press(document.querySelector("svg .dot"), "Enter");
  check("a place filters", state.place !== "");
  clearFilters();
  show({ view: "graph" });
  check("participants in the graph", all("svg .node").length > 1 && all("svg .edge").length > 0);
  clearFilters();
  // An article.
  const source = INDEX.documents.find((entry) => entry.id.endsWith("cairo-meeting.txt"));
  show({ ...emptyState(), doc: source.id, event: "V1" });
  await pause(200);
  const text = document.querySelector(".text");
  check("the article's text is whole", text?.textContent.replaceAll("\n", "") === (await loadRecord(INDEX.documents.indexOf(source))).text.replaceAll("\n", ""));
  check("the text runs from the right", getComputedStyle(text).direction === "rtl");
  check("names are marked", all(".text .entity").some((piece) => piece.textContent.includes("السيسي")));
  check("marks have no padding, which would break letters apart", all(".text span").every((piece) => getComputedStyle(piece).paddingLeft === "0px"));
  check("the event that the link names is chosen", document.querySelector(".card.chosen")?.id === "card-V1");
  check("its evidence is lit", all(".text .lit").length > 1 && all(".text .argument").length > 1);
  check("slots have reasons", document.querySelector("#card-V1 .reason") !== null);
  const trigger = all(".text .trigger").at(-1);
  press(trigger, "Enter");
  check("a trigger leads to its card by keyboard", document.activeElement?.id === document.querySelector(".card.chosen")?.id && state.event !== "V1");
  check("what is chosen is announced", document.getElementById("live").textContent.length > 0);
  check("the page is no wider than the window: article", noOverflow());
  // The other language.
  const before = document.documentElement.dir;
  all("header button").find((button) => button.textContent === say("other")).click();
  await pause();
  check("the other language changes direction", document.documentElement.dir !== before);
  check("headings are translated", language !== "ar" || document.querySelector("nav").textContent.includes("الأحداث"));
  check("inputs have labels", all("input").every((input) => input.labels?.length || input.closest("label")));
  check("nothing was asked of a network", performance.getEntriesByType("resource").every((entry) => entry.name.startsWith("file:")));
  report();
}

// The page of joined rows with their records.
async function testHappenings() {
  check("happenings are counted", document.getElementById("main").textContent.includes(say("shownHappenings", INDEX.events.length, INDEX.events.length)));
  check("a happening is not shown again as events of its documents", INDEX.events.every((event) => event.row !== undefined));
  for (const view of VIEWS) {
    show({ view });
    check(`${view} shows something`, document.getElementById("main").children.length > 1);
    check(`the page is no wider than the window: ${view}`, noOverflow());
  }
  show({ ...emptyState(), q: "ba-1" });
  check("a report is found by its document", matching(state).length === 1);
  show({ ...emptyState(), from: "2024-05-09" });
  check("a filter by day", matching(state).every((event) => event.type === "Meeting"));
  show({ ...emptyState(), view: "documents" });
  check("the documents of happenings are listed", all("tbody tr").length === INDEX.documents.length);
  show({ ...emptyState() });
  check("what is disputed is said", document.querySelector(".badge.disputed")?.textContent.includes(say("killed")));
  location.hash = document.querySelector(".card .open a").getAttribute("href");
  await pause(200);
  const page = document.getElementById("main");
  check("a happening opens", state.row !== null && page.textContent.includes(say("agreed")));
  check("its reports are listed", page.textContent.includes(`${say("reports")} (3)`));
  check("what is disputed is told with its documents", page.querySelector(`[aria-label="${say("disputed")}"]`)?.querySelectorAll("a").length > 3);
  check("numbers by day", page.querySelector(`[aria-label="${say("tolls")}"]`)?.querySelectorAll("tbody tr").length === 2);
  check("the page is no wider than the window: happening", noOverflow());
  const row = state.row;
  location.hash = [...page.querySelectorAll("a")].find((link) => link.textContent.includes("تفجير")).getAttribute("href");
  await pause(200);
  check("a report leads to its article", state.doc !== null && document.querySelector(".text")?.textContent.includes("تفجير"));
  check("a described place is lit", all(".text .argument").some((piece) => piece.textContent.includes("سوق")));
  location.hash = all(".card dd a").find((link) => link.getAttribute("href").includes("row=")).getAttribute("href");
  await pause(200);
  check("and the article back to the happening", state.row === row && state.doc === null);
  report();
}

function report() {
  const width = innerWidth;
  document.body.setAttribute("data-result", `${width} px: ${tried - failures.length} passed, ${failures.length} failed`);
  document.body.setAttribute("data-failures", failures.join("; "));
}
(INDEX.happenings.length ? testHappenings() : testReport()).catch((error) => document.body.setAttribute("data-failures", "stopped: " + error.stack));
}
