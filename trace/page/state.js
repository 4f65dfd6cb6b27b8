// State is the twin of package trace's State: what can be seen after some of a
// recording's events. apply moves it on by one.
class State {
  constructor() {
    this.applied = 0;
    this.loops = [];
    this.tasks = [];
    this.scopes = []; // of trio's, that are entered
    this.nurseries = []; // that are open
    this.prints = 0; // how many print events there were
    this.at = null;
    this.byLoop = new Map();
    this.byTask = new Map();
  }

  loop(number) {
    let l = this.byLoop.get(number);
    if (!l) {
      l = {number, tick: 0, time: 0, phase: "", timeout: 0, ready: [], timers: [], running: null, step: null, pipe: [], known: new Map()};
      this.byLoop.set(number, l);
      this.loops.push(l);
    }
    return l;
  }

  apply(e) {
    this.applied++;
    if (e.e === "print") {
      this.prints++;
      return;
    }
    const l = this.loop(e.loop || 0);
    this.at = l;
    l.tick = e.tick || 0;
    l.time = e.t;
    switch (e.e) {
      case "tick": l.phase = "begin"; break;
      case "select": l.phase = "select"; l.timeout = e.timeout || 0; break;
      case "selected": l.phase = "run"; break;
      case "end": l.phase = "end"; break;
      case "signal": if (e.wrote) l.pipe.push(e.signal); break;
      case "read": remove(l.pipe, name => name === e.signal); break;
      case "created": case "step": case "blocked": case "yielded": case "woken": case "cancel": case "done":
        this.applyTask(l, e);
        break;
      case "entered": case "changed": case "fired": case "left": case "opened": case "closed": case "placed":
        this.applyScope(e);
        break;
      default: this.applyHandle(l, e);
    }
  }

  applyHandle(l, e) {
    const made = () => ({
      id: e.handle || 0, callback: e.callback || "", place: e.place || "", task: e.task || 0,
      when: e.when || 0, timer: e.e === "timer", cancelled: false,
    });
    switch (e.e) {
      case "queued": {
        const h = made();
        l.known.set(h.id, h);
        l.ready.push(h);
        const t = this.byTask.get(h.task);
        if (t && t.status === "waiting") t.status = "ready";
        break;
      }
      case "timer": {
        const h = made();
        l.known.set(h.id, h);
        let i = l.timers.length; // behind those that are due at the same time
        while (i > 0 && l.timers[i - 1].when > h.when) i--;
        l.timers.splice(i, 0, h);
        break;
      }
      case "unset": {
        const h = l.known.get(e.handle);
        if (h) h.cancelled = true;
        break;
      }
      case "due": case "dropped": {
        remove(l.timers, h => h.id === e.handle);
        const h = l.known.get(e.handle);
        if (h && e.e === "due") l.ready.push(h);
        else l.known.delete(e.handle);
        break;
      }
      case "run": case "skipped":
        remove(l.ready, h => h.id === e.handle);
        if (e.e === "run") l.running = l.known.get(e.handle) || made();
        l.known.delete(e.handle);
        break;
      case "ran": l.running = null; break;
    }
  }

  applyTask(l, e) {
    let t = this.byTask.get(e.task || 0);
    if (!t) {
      t = {
        id: e.task || 0, name: "", loop: e.loop || 0, parent: 0, nursery: 0, status: "", stack: null, on: "", object: "", future: 0,
        awaits: null, cancels: 0, outcome: "", error: "", made: e.tick || 0, ended: 0,
      };
      this.byTask.set(t.id, t);
      this.tasks.push(t);
    }
    if (e.name) t.name = e.name;
    if (e.stack) t.stack = e.stack;
    const waits = on => {
      t.on = on.on || "";
      t.object = on.object || "";
      t.future = on.future || 0;
      t.awaits = on.awaits || null;
    };
    switch (e.e) {
      case "created": t.status = "ready"; t.parent = e.by || 0; break;
      case "step": t.status = "running"; l.step = t; waits({}); break;
      case "blocked": case "yielded":
        t.status = e.e === "yielded" ? "ready" : "waiting";
        l.step = null;
        waits(e);
        break;
      case "woken": if (t.status === "waiting") t.status = "ready"; break;
      case "cancel": t.cancels++; break;
      case "done":
        t.status = "done";
        t.outcome = e.outcome || "";
        t.error = e.error || "";
        t.ended = e.tick || 0;
        waits({});
        if (l.step === t) l.step = null;
        break;
    }
  }

  applyScope(e) {
    const scope = make => {
      let c = this.scopes.find(c => c.id === e.scope);
      if (!c && make) {
        c = {id: e.scope, task: 0, shield: false, cancelled: false, reason: "", when: 0};
        this.scopes.push(c);
      }
      return c;
    };
    switch (e.e) {
      case "entered": {
        const c = scope(true);
        c.task = e.task || 0;
        c.shield = !!e.shield;
        break;
      }
      case "changed": {
        const c = scope(false);
        if (c) {
          c.shield = !!e.shield;
          c.when = e.when || 0;
        }
        break;
      }
      case "fired": {
        const c = scope(true);
        c.cancelled = true;
        c.reason = e.reason || "";
        break;
      }
      case "left": remove(this.scopes, c => c.id === e.scope); break;
      case "opened": this.nurseries.push({id: e.nursery, task: e.task || 0, scope: e.scope || 0}); break;
      case "closed": remove(this.nurseries, n => n.id === e.nursery); break;
      case "placed": {
        const t = this.byTask.get(e.task);
        if (t) t.nursery = e.nursery || 0;
      }
    }
  }

  copy() {
    const s = new State();
    s.applied = this.applied;
    s.prints = this.prints;
    for (const t of this.tasks) {
      const c = {...t};
      s.tasks.push(c);
      s.byTask.set(c.id, c);
    }
    s.scopes = this.scopes.map(c => ({...c}));
    s.nurseries = this.nurseries.map(n => ({...n}));
    for (const l of this.loops) {
      const handles = new Map();
      const copied = h => {
        if (!h) return null;
        if (!handles.has(h)) handles.set(h, {...h});
        return handles.get(h);
      };
      const c = {
        ...l, ready: l.ready.map(copied), timers: l.timers.map(copied), running: copied(l.running),
        step: l.step && s.byTask.get(l.step.id), pipe: l.pipe.slice(), known: new Map(),
      };
      for (const [id, h] of l.known) c.known.set(id, copied(h));
      s.loops.push(c);
      s.byLoop.set(c.number, c);
    }
    s.at = this.at && s.byLoop.get(this.at.number);
    return s;
  }

  // plain gives the State with Go's names, for comparison.
  plain(prints) {
    const handle = h => h && {
      ID: h.id, Callback: h.callback, Place: h.place, Task: h.task, When: h.when, Timer: h.timer, Cancelled: h.cancelled,
    };
    const frame = f => ({fn: f.fn, file: f.file, line: f.line, lib: f.lib});
    const task = t => t && {
      ID: t.id, Name: t.name, Loop: t.loop, Parent: t.parent, Nursery: t.nursery, Status: t.status, Stack: t.stack && t.stack.map(frame), On: t.on,
      Object: t.object, Future: t.future, Awaits: t.awaits, Cancels: t.cancels, Outcome: t.outcome, Error: t.error,
      Made: t.made, Ended: t.ended,
    };
    const loop = l => l && {
      Number: l.number, Tick: l.tick, Time: l.time, Phase: l.phase, Timeout: l.timeout, Ready: l.ready.map(handle),
      Timers: l.timers.map(handle), Running: handle(l.running), Step: task(l.step), Pipe: l.pipe,
    };
    const output = e => ({Text: e.text || "", Stream: e.stream || "", Task: e.task || 0, Tick: e.tick || 0});
    return {
      Applied: this.applied, Loops: this.loops.map(loop), Tasks: this.tasks.map(task),
      Scopes: this.scopes.map(c => ({ID: c.id, Task: c.task, Shield: c.shield, Cancelled: c.cancelled, Reason: c.reason, When: c.when})),
      Nurseries: this.nurseries.map(n => ({ID: n.id, Task: n.task, Scope: n.scope})),
      Output: prints.slice(0, this.prints).map(output), At: loop(this.at),
    };
  }
}

// remove takes the first that fits out of a list.
function remove(list, fits) {
  const i = list.findIndex(fits);
  if (i >= 0) list.splice(i, 1);
}

// Walk moves through a recording. Going back is going forward again from a copy
// that was made on the way.
class Walk {
  constructor(events) {
    this.events = events;
    this.state = new State();
    this.copies = [new State()];
    this.prints = events.filter(e => e.e === "print");
  }

  // to goes to the State after the first n events.
  to(n) {
    n = Math.max(0, Math.min(n, this.events.length));
    const near = this.copyBefore(n);
    if (n < this.state.applied || near.applied > this.state.applied) this.state = near.copy();
    while (this.state.applied < n) {
      this.state.apply(this.events[this.state.applied]);
      const last = this.copies[this.copies.length - 1].applied;
      // The more there is to copy, the fewer copies.
      if (this.state.applied - last >= 256 + 2 * this.state.tasks.length) this.copies.push(this.state.copy());
    }
    return this.state;
  }

  copyBefore(n) {
    let low = 0, high = this.copies.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.copies[middle].applied <= n) low = middle;
      else high = middle;
    }
    return this.copies[low];
  }

  // after and before give the place behind the next and the last event that
  // fits, seen from the place n; without one, the end and the start.
  after(n, fits) {
    for (let i = n; i < this.events.length; i++) if (fits(this.events[i], i)) return i + 1;
    return this.events.length;
  }

  before(n, fits) {
    for (let i = n - 2; i >= 0; i--) if (fits(this.events[i], i)) return i + 1;
    return 0;
  }

  // tick gives the place at which an iteration begins.
  tick(number) {
    return this.after(0, e => e.e === "tick" && e.tick >= number);
  }
}
