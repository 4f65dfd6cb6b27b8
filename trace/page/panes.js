// Rows shows a long list: only the rows that can be seen are in the page.
class Rows {
  constructor(box, height, make) {
    this.box = box;
    this.height = height;
    this.make = make; // (i) => element
    this.inner = document.createElement("div");
    this.inner.className = "rows";
    box.append(this.inner);
    this.count = this.at = this.room = 0; // kept, since asking the page for them has it lay itself out
    box.addEventListener("scroll", () => {
      this.at = box.scrollTop;
      this.draw(false);
    }, {passive: true});
    new ResizeObserver(() => {
      this.room = box.clientHeight;
      this.draw(true);
      if (this.wanted !== undefined) this.reveal(this.wanted);
    }).observe(box);
  }

  set(count) {
    if (count !== this.count) this.inner.style.height = count * this.height + "px";
    this.count = count;
    this.draw(true);
  }

  draw(anew) {
    const first = Math.max(0, Math.floor(this.at / this.height) - 2);
    const last = Math.min(this.count, Math.ceil((this.at + this.room) / this.height) + 2);
    if (!anew && first === this.first && last === this.last) return;
    this.first = first;
    this.last = last;
    const rows = [];
    for (let i = first; i < last; i++) {
      const row = this.make(i);
      row.style.top = i * this.height + "px";
      row.style.height = this.height + "px";
      rows.push(row);
    }
    const focused = this.inner.contains(document.activeElement) && document.activeElement.dataset.row;
    this.inner.replaceChildren(...rows);
    if (focused) {
      const again = this.inner.querySelector(`[data-row="${focused}"]`);
      if (again) again.focus({preventScroll: true});
    }
  }

  // reveal scrolls as far as it must; a pane that is not shown does so later.
  reveal(i) {
    this.wanted = this.room ? undefined : i;
    if (!this.room) return;
    const top = i * this.height;
    if (top < this.at + this.height) this.scroll(top - this.room / 3);
    else if (top + 2 * this.height > this.at + this.room) this.scroll(top - this.room * 2 / 3);
  }

  scroll(to) {
    const most = Math.max(0, this.count * this.height - this.room);
    this.at = this.box.scrollTop = Math.max(0, Math.min(most, to));
    this.draw(true);
  }
}

function make(tag, name, ...inner) {
  const e = document.createElement(tag);
  if (name) e.className = name;
  e.append(...inner.filter(x => x !== null && x !== undefined && x !== ""));
  return e;
}

const base = file => file.replace(/^.*[\/\\]/, "");

// Panes are the parts of the page that show a State in words.
class Panes {
  constructor(data, model, on) {
    this.data = data;
    this.model = model;
    this.on = on; // {task(id)}
    this.lines = outputLines(data.events);
    this.files = Object.keys(data.sources);
    this.texts = new Map(this.files.map(f => [f, data.sources[f].replace(/\n$/, "").split("\n")]));
    this.file = "";
    const box = id => document.getElementById(id);
    this.source = new Rows(box("source"), 19, i => this.sourceRow(i));
    this.tasks = new Rows(box("tasks"), 44, i => this.taskRow(i));
    this.ready = new Rows(box("ready"), 20, i => this.handleRow(this.loop.ready[i]));
    this.timers = new Rows(box("timers"), 20, i => this.handleRow(this.loop.timers[i]));
    this.output = new Rows(box("output"), 18, i => this.outputRow(i));
    box("file").addEventListener("change", e => {
      this.pinned = e.target.value;
      this.show(this.state, this.selected);
    });
    for (const f of this.files) box("file").append(new Option(base(f), f));
    box("file").hidden = this.files.length < 2;
  }

  show(state, selected) {
    this.state = state;
    this.selected = selected;
    this.loop = state.at || {ready: [], timers: [], pipe: [], running: null, step: null, phase: "", tick: 0, time: 0};
    this.showTasks();
    this.ready.set(this.loop.ready.length);
    this.timers.set(this.loop.timers.length);
    this.head("ready-count", this.loop.ready.length);
    this.head("timers-count", this.loop.timers.length);
    const pipe = document.getElementById("pipe");
    pipe.replaceChildren(...(this.loop.pipe.length ? this.loop.pipe.map(name => make("span", "chip signal", name)) : [make("span", "faint", "empty")]));
    const running = document.getElementById("running");
    running.replaceChildren(this.loop.running ? this.handleRow(this.loop.running) : make("span", "faint", this.phase()));
    let n = this.lines.length, low = 0;
    while (low < n) { // lines begin with the prints that they came from
      const middle = (low + n) >> 1;
      if (this.lines[middle][0].at < state.applied) low = middle + 1;
      else n = middle;
    }
    const grown = low !== this.output.count;
    this.output.set(low);
    if (grown && low) this.output.reveal(low - 1);
    this.head("output-count", low);
    this.showSource();
  }

  head(id, n) { document.getElementById(id).textContent = n; }

  phase() {
    return {"": "the loop has not begun", begin: "the iteration begins", select: "the loop waits in select", run: "between two handles",
      end: "the iteration is over"}[this.loop.phase];
  }

  showTasks() {
    this.tasks.set(this.state.tasks.length);
    const alive = this.state.tasks.reduce((n, t) => n + (t.status !== "done"), 0);
    this.head("tasks-count", alive + " of " + this.state.tasks.length);
    const step = this.loop.step;
    if (step && step.id !== this.lastStep) this.tasks.reveal(this.state.tasks.indexOf(step));
    this.lastStep = step && step.id;
  }

  name(id) {
    const t = this.state.byTask.get(id);
    return t ? t.name || "task " + id : "";
  }

  // waits words what a task waits for.
  waits(t) {
    const other = this.name(t.future);
    let text = t.on || "";
    if (t.object) text += " of " + t.object;
    if (other) text = other;
    if (t.awaits && t.awaits.length) {
      const names = t.awaits.slice(0, 6).map(id => this.name(id) || "task " + id);
      if (t.awaits.length > 6) names.push("…");
      text += " (" + names.join(", ") + ")";
    }
    return "waits for " + (text || "something");
  }

  taskRow(i) {
    const t = this.state.tasks[i];
    const f = ownFrame(t.stack);
    const place = f ? `${f.fn}, ${f.file ? base(f.file) + ":" : "line "}${f.line || ""}` : t.stack && t.stack.length ? t.stack[0].fn : "";
    let status = t.status, more = place;
    if (t.status === "done") {
      status = t.outcome === "exception" ? t.error || "exception" : t.outcome || "done";
      more = (f ? f.fn + ", " : "") + (t.ended ? "ended in tick " + t.ended : "ended");
    } else if (t.status === "waiting") more = this.waits(t) + (place ? " · " + place : "");
    if (t.cancels && t.status !== "done") more = `cancel() called${t.cancels > 1 ? " " + t.cancels + "×" : ""} · ` + more;
    const row = make("button", "task " + t.status + " " + (t.status === "done" ? t.outcome : ""),
      make("span", "top", make("b", "", t.name || "task " + t.id), make("span", "badge", status)), make("span", "more", more));
    row.type = "button";
    row.title = more;
    row.dataset.row = "task" + t.id;
    row.setAttribute("aria-pressed", t.id === this.selected);
    row.addEventListener("click", () => this.on.task(t.id));
    return row;
  }

  handleRow(h) {
    const owner = this.name(this.model.owners.get(h.id));
    const name = this.name(h.task) || owner && owner + "'s";
    const row = make("div", "handle" + (h.cancelled ? " cancelled" : ""), make("span", "number", "#" + h.id),
      h.timer ? make("span", "when", h.when.toFixed(6) + " s") : "", name ? make("b", "", name) : "", make("span", "", h.callback),
      h.place && !h.place.startsWith("<lib>") ? make("span", "faint", base(h.place)) : "", h.cancelled ? make("span", "faint", "cancelled") : "");
    row.title = row.textContent;
    return row;
  }

  outputRow(i) {
    const row = make("div", "line");
    for (const part of this.lines[i]) {
      if (part.at >= this.state.applied) break;
      row.append(make("span", part.stream, part.text));
    }
    return row;
  }

  // showSource shows the line of the step that runs, else of the selected task,
  // else the one shown before.
  showSource() {
    const of = this.loop.step || this.state.byTask.get(this.selected);
    const f = of && ownFrame(of.stack);
    if (f && f.file && f.file !== this.file && f.file !== this.pinned) this.pinned = "";
    const file = this.pinned || (f && f.file) || this.file || this.files[0] || "";
    const at = f && f.file === file ? f.line : 0;
    const changed = file !== this.file || at !== this.line;
    this.file = file;
    this.line = at;
    this.runs = of && of === this.loop.step;
    document.getElementById("file").value = file;
    document.getElementById("source-name").textContent = this.files.length < 2 ? base(file) : "";
    this.here = new Map(); // tasks by line
    for (const t of this.state.tasks) {
      if (t.status === "done") continue;
      const own = ownFrame(t.stack);
      if (!own || own.file !== file) continue;
      if (!this.here.has(own.line)) this.here.set(own.line, []);
      this.here.get(own.line).push(t);
    }
    const text = this.texts.get(file);
    this.source.set(text ? text.length : 1);
    if (changed && at) this.source.reveal(at - 1);
  }

  sourceRow(i) {
    const text = this.texts.get(this.file);
    if (!text) return make("div", "code", make("span", "faint", this.file ? "no text of " + this.file : "the recording names no source"));
    const row = make("div", "code" + (i + 1 === this.line ? this.runs ? " runs" : " stands" : ""), make("span", "number", String(i + 1)));
    row.append(...coloured(text[i]));
    const here = this.here.get(i + 1);
    if (here) {
      row.append(...here.slice(0, 3).map(t => make("span", "chip " + t.status, t.name)));
      if (here.length > 3) row.append(make("span", "chip", `+${here.length - 3}`));
    }
    if (i + 1 === this.line) row.setAttribute("aria-current", "true");
    return row;
  }
}

// coloured takes a line of Python apart: strings, comments and keywords.
const python = /(#.*)|([rbfuRBFU]{0,2}(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'))|\b(False|None|True|and|as|assert|async|await|break|class|continue|def|del|elif|else|except|finally|for|from|global|if|import|in|is|lambda|nonlocal|not|or|pass|raise|return|try|while|with|yield)\b/g;

function coloured(line) {
  const out = [];
  let at = 0;
  for (const m of line.matchAll(python)) {
    out.push(line.slice(at, m.index), make("span", m[1] ? "comment" : m[2] ? "string" : "keyword", m[0]));
    at = m.index + m[0].length;
  }
  out.push(line.slice(at));
  return out;
}

// outputLines takes what was printed apart into lines; each is a list of parts
// with the event that they came from.
function outputLines(events) {
  const lines = [];
  let open = null;
  events.forEach((e, at) => {
    if (e.e !== "print") return;
    const parts = (e.text || "").split("\n");
    parts.forEach((text, i) => {
      if (i === parts.length - 1 && text === "") return;
      if (!open) lines.push(open = []);
      open.push({text, stream: e.stream, at});
      if (i < parts.length - 1) open = null;
    });
  });
  return lines;
}
