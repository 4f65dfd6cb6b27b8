// The page: a Walk through the recording, shown by the timeline and the panes.
function start(data) {
  const element = id => document.getElementById(id);
  const {header, events} = data;
  const walk = new Walk(events);
  const model = new Model(header, events);
  let selected = 0;
  const panes = new Panes(data, model, {task: select});
  const timeline = new Timeline(element("timeline"), model, {place: go, task: select});

  // The stops are those of the terminal's stepping.
  const anyEvent = e => e.e !== "ran" && e.e !== "woken" && e.e !== "end";
  const aCallback = e => e.e === "run" && !e.task || e.e === "step"; // where its line is known
  const aTick = e => e.e === "tick";
  const ofTask = (e, i) => anyEvent(e) && selected !== 0 &&
    (data.words[i][2] === selected || e.by === selected || e.future === selected || model.steps[i] === selected);

  const acts = {
    first: () => 0,
    last: () => events.length,
    next: n => walk.after(n, anyEvent),
    previous: n => walk.before(n, anyEvent),
    callback: n => walk.after(n, aCallback),
    "callback-back": n => walk.before(n, aCallback),
    tick: n => walk.after(n, aTick),
    "tick-back": n => walk.before(n, aTick),
    task: n => walk.after(n, ofTask),
    "task-back": n => walk.before(n, ofTask),
  };

  const keys = {
    ArrowRight: "next", l: "next", ArrowLeft: "previous", h: "previous", ArrowDown: "callback", j: "callback", n: "callback",
    ArrowUp: "callback-back", k: "callback-back", p: "callback-back", t: "tick", PageDown: "tick", T: "tick-back", PageUp: "tick-back",
    x: "task", X: "task-back", Home: "first", g: "first", End: "last", G: "last",
  };

  function act(name) { go(acts[name](walk.state.applied)); }

  function go(n) {
    show(Math.max(0, Math.min(n, events.length)));
  }

  function select(id) {
    selected = selected === id ? 0 : id;
    show(walk.state.applied);
  }

  function show(n) {
    const state = walk.to(n);
    if (!selected && state.at && state.at.step) { // the first that steps is chosen for the reader
      selected = state.at.step.id;
    }
    const e = events[state.applied - 1];
    timeline.show(state.applied, selected, e && e.task);
    panes.show(state, selected);
    const at = state.at;
    element("where-tick").textContent = at ? at.tick : "–";
    element("where-time").textContent = at ? at.time.toFixed(6) + " s" : "–";
    element("where-event").textContent = `${state.applied} / ${events.length}`;
    const slider = element("slider");
    slider.value = state.applied;
    const said = e ? say(e, state.applied - 1) : ["", "before the first event"];
    slider.setAttribute("aria-valuetext", `event ${state.applied}: ${said[0]} ${said[1]}`);
    element("said").replaceChildren(make("b", "", said[0]), " " + said[1]);
    const name = selected ? panes.name(selected) || "task" : "task";
    element("task-name").textContent = name;
    element("task").disabled = !selected;
    for (const id of ["first", "previous"]) element(id).disabled = state.applied === 0;
    for (const id of ["next", "callback", "tick", "last"]) element(id).disabled = state.applied === events.length;
  }

  // say words an event; the begin of something that is drawn by itself has no words.
  function say(e, i) {
    const words = data.words[i];
    return words && words[0] ? words : [e.e, ""];
  }

  for (const button of document.querySelectorAll("[data-act]")) button.addEventListener("click", () => act(button.dataset.act));
  element("slider").max = events.length;
  element("slider").addEventListener("input", e => go(+e.target.value));
  element("jump").addEventListener("submit", e => {
    e.preventDefault();
    const n = parseInt(element("tick-number").value, 10);
    if (n >= 0) go(n === 0 ? 0 : walk.tick(n));
    element("tick-number").blur();
  });
  element("axis").addEventListener("click", () => {
    timeline.setAxis(timeline.axis === "time" ? "events" : "time");
    element("axis").textContent = timeline.axis === "time" ? "Axis: time" : "Axis: events";
    timeline.canvas.focus({preventScroll: true});
  });
  element("fit").addEventListener("click", () => timeline.fit());
  element("in").addEventListener("click", () => timeline.zoom(1 / 1.6));
  element("out").addEventListener("click", () => timeline.zoom(1.6));
  document.addEventListener("keydown", e => {
    if (e.ctrlKey || e.metaKey || e.altKey) return;
    const on = e.target;
    if (on.tagName === "INPUT" && on.type !== "range" || on.tagName === "SELECT" || element("help").open) return;
    const view = {"+": () => timeline.zoom(1 / 1.6), "=": () => timeline.zoom(1 / 1.6), "-": () => timeline.zoom(1.6), 0: () => timeline.fit(),
      "[": () => timeline.pan(-timeline.width / 5), "]": () => timeline.pan(timeline.width / 5), a: () => element("axis").click(),
      ":": () => element("tick-number").focus(), "?": () => element("help").showModal(),
      s: () => neighbour(1), S: () => neighbour(-1)}[e.key];
    if (!view && !keys[e.key]) return;
    e.preventDefault();
    if (view) view();
    else act(keys[e.key]);
  });

  // neighbour selects the task below or above the selected one.
  function neighbour(by) {
    const tasks = walk.state.tasks;
    if (!tasks.length) return;
    const at = tasks.findIndex(t => t.id === selected);
    const t = tasks[Math.max(0, Math.min(tasks.length - 1, at + by))];
    if (t.id !== selected) select(t.id);
    panes.tasks.reveal(tasks.indexOf(t));
  }

  element("open-help").addEventListener("click", () => element("help").showModal());
  for (const tab of document.querySelectorAll("[role=tab]")) {
    tab.addEventListener("click", () => choose(tab));
    tab.addEventListener("keydown", e => {
      if (e.key !== "ArrowRight" && e.key !== "ArrowLeft") return;
      e.preventDefault();
      e.stopPropagation();
      const all = [...document.querySelectorAll("[role=tab]")];
      const to = all[(all.indexOf(tab) + (e.key === "ArrowRight" ? 1 : all.length - 1)) % all.length];
      to.focus();
      choose(to);
    });
  }

  // choose shows one pane where there is no room for all.
  function choose(tab) {
    for (const t of document.querySelectorAll("[role=tab]")) {
      t.setAttribute("aria-selected", t === tab);
      t.tabIndex = t === tab ? 0 : -1;
    }
    document.body.dataset.pane = tab.dataset.pane;
    panes.show(walk.state, selected);
  }

  element("program").textContent = base(header.program || "a program");
  element("about").textContent = [header.by, header.python && header.by && !header.by.includes(header.python) ? "Python " + header.python : "",
    header.virtual ? "virtual time" : ""].filter(Boolean).join(" · ");
  document.title = (header.program ? base(header.program) + " – " : "") + "aio trace";
  act("callback");
  // For checks: where the page stands, and how to move it.
  return {state: () => walk.state.plain(walk.prints), go, act, select, place: () => walk.state.applied, timeline, model};
}
