// Model is what the timeline draws: for each loop and task a lane of spans and
// marks. A span lies between two places, which are numbers of events.
class Model {
  constructor(header, events) {
    this.times = drawn(header, events);
    this.count = events.length;
    this.loops = new Map(); // lanes by number
    this.tasks = new Map(); // lanes by ID
    this.lanes = [];
    this.signals = {kind: "signals", name: "signals", spans: [], marks: []};
    this.owners = new Map(); // who set a timer, by its handle
    this.steps = []; // by event: the task in whose step it happened
    this.arrows = []; // {from, to, lane, of}
    this.build(events);
  }

  loopLane(number) {
    let lane = this.loops.get(number);
    if (!lane) {
      lane = {kind: "loop", name: number > 1 ? `loop ${number}` : "loop", spans: [], marks: [], ticks: [], open: null, steps: []};
      this.loops.set(number, lane);
    }
    return lane;
  }

  taskLane(e, i) {
    let lane = this.tasks.get(e.task);
    if (!lane) {
      lane = {kind: "task", index: this.lanes.length, id: e.task, name: `task ${e.task}`, what: e.stack ? e.stack[0].fn : "", spans: [], marks: [], open: null};
      this.tasks.set(e.task, lane);
      this.lanes.push(lane);
      this.begin(lane, i, "ready", "");
    }
    if (e.name) lane.name = e.name;
    return lane;
  }

  begin(lane, i, kind, label, task) {
    this.end(lane, i);
    lane.open = {from: i, to: this.count, kind, label, task: task || 0};
    lane.spans.push(lane.open);
  }

  end(lane, i) {
    if (lane.open) lane.open.to = i;
    lane.open = null;
  }

  build(events) {
    const done = new Map(); // where futures were done
    const woken = new Map();
    events.forEach((e, i) => {
      const loop = this.loopLane(e.loop || 0);
      const here = () => loop.steps[loop.steps.length - 1] || loop;
      const leave = lane => {
        const at = loop.steps.indexOf(lane);
        if (at >= 0) loop.steps.length = at;
      };
      this.steps.push(loop.steps.length ? here().id : 0);
      switch (e.e) {
        case "tick":
          this.end(loop, i);
          loop.steps = [];
          loop.ticks.push({from: i, to: this.count, number: e.tick});
          break;
        case "select": this.begin(loop, i, "select", e.timeout < 0 ? "select, no timeout" : "select"); break;
        case "run": this.begin(loop, i, "handle", e.callback || "handle", e.task); break;
        case "selected": case "ran":
          this.end(loop, i);
          loop.steps = [];
          break;
        case "end":
          this.end(loop, i);
          if (loop.ticks.length) loop.ticks[loop.ticks.length - 1].to = i + 1;
          break;
        case "queued": {
          const lane = this.tasks.get(e.task);
          if (lane && lane.open && lane.open.kind === "waiting") this.begin(lane, i, "ready", "");
          break;
        }
        case "timer": if (loop.steps.length) this.owners.set(e.handle, here().id); break;
        case "future": done.set(e.future, {i, lane: here()}); break;
        case "created": this.taskLane(e, i); break;
        case "step": {
          const lane = this.taskLane(e, i);
          this.begin(lane, i, "running", lineOf(e.stack));
          loop.steps.push(lane);
          const from = woken.get(e.task);
          if (from) this.arrows.push({from: from.i, source: from.lane, to: i, target: lane});
          woken.delete(e.task);
          break;
        }
        case "woken": if (done.has(e.future)) woken.set(e.task, done.get(e.future)); break;
        case "blocked": case "yielded": {
          const lane = this.taskLane(e, i);
          leave(lane);
          this.begin(lane, i, e.e === "yielded" ? "ready" : "waiting", e.on || "");
          break;
        }
        case "cancel": this.taskLane(e, i).marks.push({i, kind: "cancel"}); break;
        case "done": {
          const lane = this.taskLane(e, i);
          done.set(e.task, {i, lane: here()});
          leave(lane);
          this.end(lane, i);
          lane.marks.push({i, kind: e.outcome || "result"});
          break;
        }
        case "print": here().marks.push({i, kind: e.stream === "stderr" ? "stderr" : "print"}); break;
        case "signal": case "read": case "dispatched":
          this.signals.marks.push({i, kind: e.e, label: e.signal});
          break;
      }
    });
    const top = [...this.loops.values()];
    if (this.signals.marks.length) top.unshift(this.signals);
    this.top = top;
  }
}

// lineOf names a step by the innermost line that is the program's own.
function lineOf(stack) {
  const f = ownFrame(stack);
  return f ? `${f.fn}:${f.line}` : "";
}

function ownFrame(stack) {
  if (stack) for (let i = stack.length - 1; i >= 0; i--) if (!stack[i].lib) return stack[i];
  return null;
}

// drawn gives the time at which each event is drawn. A recording has a time for
// an iteration's begin and one for the end of its select: what lies between is
// spread evenly, in virtual time by a microsecond each.
function drawn(header, events) {
  const out = new Float64Array(events.length);
  const least = 1e-6;
  let last = -1;
  for (let i = 0; i < events.length;) {
    const from = events[i].t;
    let end = i + 1;
    while (end < events.length && events[end].t === from) end++;
    let step = least;
    if (end < events.length && !header.virtual) {
      const even = Math.max(0, (events[end].t - from) / (end - i));
      if (even < least || events[i].e === "selected") step = even;
    }
    const start = header.virtual ? Math.max(from, last + least) : from;
    for (let k = i; k < end; k++) {
      last = Math.max(start + step * (k - i), last + 1e-9);
      out[k] = last;
    }
    i = end;
  }
  return out;
}
