// Timeline draws a Model on a canvas. Only what can be seen is drawn. Its axis
// is either time or the number of events; what a moment is there is called x.
class Timeline {
  constructor(canvas, model, on) {
    this.canvas = canvas;
    this.model = model;
    this.on = on; // {place(n), task(id), said(text)}
    this.axis = "events";
    this.scroll = 0; // of the tasks' lanes, in pixels
    this.place = 0;
    this.selected = 0;
    this.waiting = false;
    this.back = document.createElement("canvas");
    this.dark = matchMedia("(prefers-color-scheme: dark)");
    this.fit();
    this.listen();
    new ResizeObserver(() => this.resize()).observe(canvas);
    this.dark.addEventListener("change", () => this.restyle());
    this.restyle();
  }

  restyle() {
    const style = getComputedStyle(document.documentElement);
    this.colour = name => style.getPropertyValue("--" + name).trim();
    const colours = {};
    for (const name of ["text", "faint", "line", "bg", "pane", "running", "ready", "waiting", "handle", "select", "signal", "cancel",
      "good", "bad", "accent", "on-running", "mark", "arrow"]) colours[name] = this.colour(name);
    this.colours = colours;
    this.draw();
  }

  resize() {
    const box = this.canvas.getBoundingClientRect();
    this.width = box.width;
    this.height = box.height;
    this.gutter = box.width < 600 ? 74 : 132;
    this.lane = 22;
    const scale = this.scale = devicePixelRatio || 1;
    this.canvas.width = Math.round(box.width * scale);
    this.canvas.height = Math.round(box.height * scale);
    this.canvas.getContext("2d").setTransform(scale, 0, 0, scale, 0, 0);
    this.draw();
  }

  // x of an event; behind the last one there is room for what still lasts.
  x(i) {
    if (this.axis === "events") return i;
    const times = this.model.times;
    if (!times.length) return i * 1e-6;
    return i < times.length ? times[i] : times[times.length - 1] + (i - times.length + 1) * Math.max(1e-6, times[times.length - 1] / 400);
  }

  event(x) { // the last event at or before x
    let low = -1, high = this.model.count;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.x(middle) <= x) low = middle;
      else high = middle;
    }
    return low;
  }

  fit() {
    const end = Math.max(this.x(this.model.count), 1e-6);
    this.from = -end * 0.01;
    this.to = end * 1.01;
    this.draw();
  }

  setAxis(axis) {
    const middle = this.event((this.from + this.to) / 2);
    const whole = this.to - this.from >= this.x(this.model.count);
    const events = Math.max(8, this.event(this.to) - this.event(this.from));
    this.axis = axis;
    if (whole) return this.fit();
    this.from = this.x(Math.max(0, middle - (events >> 1)));
    this.to = this.x(Math.min(this.model.count, middle + (events >> 1)));
    this.clamp();
    this.reveal();
  }

  px(x) { return this.gutter + (x - this.from) / (this.to - this.from) * (this.width - this.gutter); }
  at(px) { return this.from + (px - this.gutter) / (this.width - this.gutter) * (this.to - this.from); }

  zoom(factor, px) {
    const x = this.at(px === undefined ? Math.max(this.gutter, Math.min(this.width, this.px(this.cursor()))) : px);
    this.from = x - (x - this.from) * factor;
    this.to = x + (this.to - x) * factor;
    this.clamp();
    this.draw();
  }

  pan(pixels) {
    const by = pixels / (this.width - this.gutter) * (this.to - this.from);
    this.from += by;
    this.to += by;
    this.clamp();
    this.draw();
  }

  clamp() {
    const end = Math.max(this.x(this.model.count), 1e-6);
    const most = end * 1.02, least = this.axis === "time" ? 4e-6 : 6;
    let length = Math.max(least, Math.min(most, this.to - this.from));
    const middle = (this.from + this.to) / 2;
    this.from = Math.max(-end * 0.01, Math.min(middle - length / 2, end * 1.01 - length));
    this.to = this.from + length;
  }

  cursor() { return this.place > 0 ? this.x(this.place - 1) : this.x(0); }

  // show shows a place, and brings it and the task's lane into view.
  show(place, selected, moved) {
    const other = selected !== this.selected;
    this.place = place;
    this.selected = selected;
    this.reveal(other ? selected : moved);
  }

  reveal(task) {
    const px = this.px(this.cursor());
    if (px < this.gutter + 8 || px > this.width - 8) {
      const length = this.to - this.from;
      this.from = this.cursor() - length / 3;
      this.to = this.from + length;
      this.clamp();
    }
    const lane = task && this.model.tasks.get(task);
    if (lane && this.height) {
      const y = lane.index * this.lane;
      const room = this.height - this.top();
      if (y < this.scroll) this.scroll = y;
      if (y + this.lane > this.scroll + room) this.scroll = y + this.lane - room;
    }
    this.draw();
  }

  top() { return 18 + this.model.top.length * this.lane; }

  scrollTo(y) {
    const most = Math.max(0, this.model.lanes.length * this.lane + 38 - (this.height - this.top()));
    this.scroll = Math.max(0, Math.min(most, y));
    this.draw();
  }

  // draw asks for one drawing in the next frame.
  draw() {
    if (this.waiting || !this.colours) return;
    this.waiting = true;
    requestAnimationFrame(() => {
      this.waiting = false;
      this.drawNow();
    });
  }

  // drawNow draws what changes with a step, the cursor, on a picture of the
  // rest.
  drawNow() {
    if (!this.width) return;
    const shows = [this.from, this.to, this.scroll, this.axis, this.selected, this.canvas.width, this.canvas.height, this.dark.matches].join();
    if (shows !== this.shows) {
      this.shows = shows;
      this.back.width = this.canvas.width;
      this.back.height = this.canvas.height;
      const c = this.back.getContext("2d");
      c.setTransform(this.scale, 0, 0, this.scale, 0, 0);
      this.drawBack(c);
    }
    const c = this.canvas.getContext("2d");
    c.drawImage(this.back, 0, 0, this.width, this.height);
    this.drawCursor(c);
  }

  drawBack(c) {
    const k = this.colours;
    c.fillStyle = k.pane;
    c.fillRect(0, 0, this.width, this.height);
    c.font = "11px system-ui, sans-serif";
    c.textBaseline = "middle";
    this.drawAxis(c);
    const first = Math.floor(this.scroll / this.lane);
    const last = Math.min(this.model.lanes.length - 1, Math.ceil((this.scroll + this.height - this.top()) / this.lane));
    c.save();
    c.beginPath();
    c.rect(0, this.top(), this.width, this.height - this.top());
    c.clip();
    for (let n = first; n <= last; n++) this.drawLane(c, this.model.lanes[n], this.laneY(this.model.lanes[n], n));
    c.restore();
    this.model.top.forEach((lane, n) => this.drawLane(c, lane, 18 + n * this.lane));
    c.strokeStyle = k.line;
    c.beginPath();
    c.moveTo(0, this.top() + .5);
    c.lineTo(this.width, this.top() + .5);
    c.moveTo(this.gutter - .5, 0);
    c.lineTo(this.gutter - .5, this.height);
    c.stroke();
    this.drawArrows(c, first, last);
  }

  laneY(lane, n) {
    if (lane.kind !== "task") return 18 + this.model.top.indexOf(lane) * this.lane;
    return this.top() + n * this.lane - this.scroll;
  }

  drawAxis(c) {
    const k = this.colours;
    const room = (this.width - this.gutter) / 90, length = this.to - this.from;
    let step = 10 ** Math.floor(Math.log10(length / room));
    for (const f of [1, 2, 5, 10]) if (step * f >= length / room) { step *= f; break; }
    c.fillStyle = k.faint;
    c.textAlign = "left";
    c.fillText(this.axis === "events" ? "tick" : "time", 8, 8);
    c.textAlign = "center";
    c.strokeStyle = k.line;
    if (this.axis === "events") return this.drawTickNumbers(c);
    c.beginPath();
    for (let n = Math.max(0, Math.ceil(this.from / step)); n * step <= this.to; n++) {
      const px = Math.round(this.px(n * step)) + .5;
      if (px < this.gutter) continue;
      c.moveTo(px, 14);
      c.lineTo(px, this.height);
      if (px > this.gutter + 14 && px < this.width - 20) c.fillText(seconds(n * step, step), px, 8);
    }
    c.stroke();
  }

  // drawTickNumbers has an axis of events show where iterations begin.
  drawTickNumbers(c) {
    c.beginPath();
    for (const lane of this.model.loops.values()) {
      let free = this.gutter + 10;
      for (let n = firstSpan(lane.ticks, this, this.from); n < lane.ticks.length; n++) {
        const px = Math.round(this.px(this.x(lane.ticks[n].from))) + .5;
        if (px > this.width - 12) break;
        if (px < free) continue;
        free = px + 36;
        c.moveTo(px, 14);
        c.lineTo(px, this.height);
        c.fillText(lane.ticks[n].number, px, 8);
      }
    }
    c.stroke();
  }

  drawLane(c, lane, y) {
    const k = this.colours, h = this.lane;
    if (lane.kind === "task" && lane.id === this.selected) {
      c.fillStyle = k.accent;
      c.globalAlpha = .14;
      c.fillRect(0, y, this.width, h);
      c.globalAlpha = 1;
    }
    c.save();
    c.beginPath();
    c.rect(this.gutter, y, this.width - this.gutter, h);
    c.clip();
    if (lane.ticks) this.drawTicks(c, lane, y);
    const drawn = {}; // by kind: what lies in pixels already drawn is left out
    for (let n = firstSpan(lane.spans, this, this.from); n < lane.spans.length; n++) {
      const s = lane.spans[n];
      const a = this.px(this.x(s.from));
      if (a > this.width) break;
      const b = Math.max(this.px(this.x(s.to)), a + 1);
      if (b <= drawn[s.kind]) continue;
      drawn[s.kind] = Math.ceil(b);
      const thin = s.kind === "waiting" || s.kind === "select" ? 7 : s.kind === "ready" ? 5 : 3;
      c.fillStyle = k[s.kind];
      c.fillRect(a, y + thin, Math.max(1, b - a - (b - a > 3 ? 1 : 0)), h - 2 * thin);
      const label = s.kind === "handle" && s.task && this.model.tasks.has(s.task) ? this.model.tasks.get(s.task).name : s.label;
      const left = Math.max(a, this.gutter), room = Math.min(b, this.width) - left;
      if (label && room > 30) this.label(c, label, left + 4, y + h / 2, room - 8, s.kind === "running" || s.kind === "handle" ? k["on-running"] : k.text, thin > 4 && k[s.kind]);
    }
    this.drawMarks(c, lane, y + h / 2);
    c.restore();
    c.textAlign = "left";
    this.label(c, lane.name + (lane.what && this.gutter > 100 ? "  " + lane.what : ""), 8, y + h / 2, this.gutter - 14,
      lane.id && lane.id === this.selected ? k.accent : k.text);
  }

  // label writes a text as far as there is room, on a ground of its own if it
  // would stand on a thin bar.
  label(c, text, x, y, room, colour, ground) {
    let end = text.length;
    if (c.measureText(text).width > room) {
      end = Math.min(end, Math.floor(room / 5));
      while (end > 0 && c.measureText(text.slice(0, end) + "…").width > room) end--;
      if (end < 2) return;
      text = text.slice(0, end) + "…";
    }
    c.textAlign = "left";
    if (ground) {
      c.fillStyle = this.colours.pane;
      c.fillRect(x - 2, y - 7, c.measureText(text).width + 4, 14);
    }
    c.fillStyle = colour;
    c.fillText(text, x, y + .5);
  }

  drawTicks(c, lane, y) {
    const k = this.colours;
    for (let n = firstSpan(lane.ticks, this, this.from), drawnTo = -1; n < lane.ticks.length; n++) {
      const a = this.px(this.x(lane.ticks[n].from)), b = this.px(this.x(lane.ticks[n].to));
      if (a > this.width) break;
      if (b < drawnTo + 2) continue;
      drawnTo = b;
      c.strokeStyle = k.faint;
      c.strokeRect(Math.round(a) + .5, y + 1.5, Math.max(1, Math.round(b - a) - 1), this.lane - 3);
    }
  }

  drawMarks(c, lane, y) {
    const at = n => n < lane.marks.length ? this.px(this.x(lane.marks[n].i)) : Infinity;
    let printed = -9; // prints that lie close together are one mark
    for (let n = 0; n < lane.marks.length; n++) {
      const m = lane.marks[n], px = at(n);
      if (px < this.gutter - 100) continue;
      if (px > this.width + 8) break;
      const print = m.kind === "print" || m.kind === "stderr";
      if (print && px < printed + 5) continue;
      if (print) printed = px;
      this.mark(c, m, px, y);
      const room = Math.min(90, at(n + 1) - px - 18);
      if (m.label && room > 20) this.label(c, m.label, px + 9, y, room, this.colours.signal, true);
    }
  }

  mark(c, m, x, y) {
    const k = this.colours;
    const glyph = {cancel: "✕", result: "✓", exception: "!", cancelled: "⊘", print: "▾", stderr: "▾", signal: "⚡", read: "↓", dispatched: "→"}[m.kind];
    c.fillStyle = {cancel: k.cancel, result: k.good, exception: k.bad, cancelled: k.cancel, print: k.mark, stderr: k.bad}[m.kind] || k.signal;
    c.textAlign = "center";
    if (m.kind === "print" || m.kind === "stderr") {
      c.fillText(glyph, x, y - 7);
      return;
    }
    c.font = "bold 12px system-ui, sans-serif";
    c.fillText(glyph, m.kind === "result" || m.kind === "exception" || m.kind === "cancelled" ? x + 8 : x, y + 1);
    c.font = "11px system-ui, sans-serif";
  }

  drawArrows(c, first, last) {
    const seen = [];
    for (const a of this.model.arrows) {
      const from = this.px(this.x(a.from)), to = this.px(this.x(a.to));
      if (to < this.gutter || from > this.width || from < this.gutter && to > this.width) continue;
      const n = a.target.index, m = a.source.index;
      if (n < first || n > last || a.source.kind === "task" && (m < first || m > last)) continue;
      seen.push([from, this.laneY(a.source, m) + this.lane / 2, to, this.laneY(a.target, n) + this.lane / 2]);
      if (seen.length > 80) return; // a crowd of arrows tells nothing
    }
    c.save();
    c.beginPath();
    c.rect(this.gutter, 18, this.width, this.height);
    c.clip();
    c.strokeStyle = c.fillStyle = this.colours.arrow;
    for (const [x1, y1, x2, y2] of seen) {
      c.beginPath();
      c.moveTo(x1, y1);
      c.bezierCurveTo(x1 + 12, y1, x2 - 12, y2, x2 - 3, y2);
      c.stroke();
      c.beginPath();
      c.moveTo(x2, y2);
      c.lineTo(x2 - 5, y2 - 3);
      c.lineTo(x2 - 5, y2 + 3);
      c.fill();
    }
    c.restore();
  }

  drawCursor(c) {
    const px = Math.round(this.px(this.cursor())) + .5;
    if (px < this.gutter - 1 || px > this.width) return;
    c.strokeStyle = c.fillStyle = this.colours.accent;
    c.lineWidth = 2;
    c.beginPath();
    c.moveTo(px, 12);
    c.lineTo(px, this.height);
    c.stroke();
    c.lineWidth = 1;
    c.beginPath();
    c.moveTo(px - 5, 12);
    c.lineTo(px + 5, 12);
    c.lineTo(px, 19);
    c.fill();
  }

  // listen has wheel, drag, pinch and click move the view.
  listen() {
    const held = new Map();
    let moved = 0, pinch = 0;
    const where = e => {
      const box = this.canvas.getBoundingClientRect();
      return {x: e.clientX - box.left, y: e.clientY - box.top};
    };
    this.canvas.addEventListener("wheel", e => {
      e.preventDefault();
      const p = where(e);
      if (p.x < this.gutter) this.scrollTo(this.scroll + e.deltaY);
      else if (e.shiftKey || Math.abs(e.deltaX) > Math.abs(e.deltaY)) this.pan(e.deltaX || e.deltaY);
      else this.zoom(Math.exp(Math.max(-60, Math.min(60, e.deltaY)) * 0.006), p.x);
    }, {passive: false});
    this.canvas.addEventListener("pointerdown", e => {
      this.canvas.setPointerCapture(e.pointerId);
      held.set(e.pointerId, where(e));
      if (held.size === 1) moved = 0;
      pinch = 0;
    });
    this.canvas.addEventListener("pointermove", e => {
      const before = held.get(e.pointerId);
      if (!before) return;
      const now = where(e);
      held.set(e.pointerId, now);
      if (held.size === 1) {
        moved += Math.abs(now.x - before.x) + Math.abs(now.y - before.y);
        if (moved > 4) {
          this.pan(before.x - now.x);
          this.scrollTo(this.scroll + before.y - now.y);
        }
        return;
      }
      moved = 99;
      const [a, b] = [...held.values()];
      const apart = Math.hypot(a.x - b.x, a.y - b.y);
      if (pinch && apart) this.zoom(pinch / apart, (a.x + b.x) / 2);
      pinch = apart;
    });
    const drop = e => {
      const p = held.get(e.pointerId);
      held.delete(e.pointerId);
      pinch = 0;
      if (p && e.type === "pointerup" && moved <= 4 && !held.size) this.click(p);
    };
    for (const name of ["pointerup", "pointercancel"]) this.canvas.addEventListener(name, drop);
  }

  click(p) {
    const n = Math.floor((p.y - this.top() + this.scroll) / this.lane);
    if (p.y > this.top() && n < this.model.lanes.length) this.on.task(this.model.lanes[n].id);
    if (p.x >= this.gutter) this.on.place(this.event(this.at(p.x) + (this.to - this.from) / (this.width - this.gutter) * 3) + 1);
  }
}

// firstSpan gives the first span that ends behind x.
function firstSpan(spans, line, x) {
  let low = 0, high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (line.x(spans[middle].to) < x) low = middle + 1;
    else high = middle;
  }
  return low;
}

// seconds words a time, as exactly as step asks for.
function seconds(t, step) {
  if (t === 0) return "0 s";
  if (step >= 0.1 || t >= 1) return t.toFixed(step === undefined ? 6 : Math.max(0, -Math.floor(Math.log10(step) + 1e-9))) + " s";
  if (step >= 1e-4) return (t * 1e3).toFixed(Math.max(0, -Math.floor(Math.log10(step * 1e3) + 1e-9))) + " ms";
  return (t * 1e6).toFixed(Math.max(0, -Math.floor(Math.log10(step * 1e6) + 1e-9))) + " µs";
}
