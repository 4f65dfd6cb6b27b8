package trace

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"asyncio/observe"
)

// record is an event as it is kept while the program runs: numbers only, so
// that the garbage collector need not look into it.
type record struct {
	id, other    uint64 // other may be the bits of a time
	n            int32  // of Blocked: in Recorder.awaits, their number and they; 0 for none
	moment       uint32 // of Recorder.moments
	text, detail uint32 // of Recorder.texts
	stack               // of Created and Blocked
	kind         observe.Kind
}

// stack is where a stack is in Recorder.frames.
type stack struct {
	first uint32
	depth uint16
}

// moment is where events stand. Many events in a row share one.
type moment struct {
	loop, tick uint64
	time       float64
}

// frame is a Frame as it is kept.
type frame struct {
	function, file uint32
	line           int32
	library        bool
}

// Recorder is an Observer that keeps what it is told. It belongs to the
// goroutine whose loops it observes, as an Observer does.
type Recorder struct {
	header  Header
	records chunks[record]
	texts   []string
	numbers map[string]uint32
	frames  []frame
	awaits  []uint64
	unbegun map[uint64]int      // tasks without a step so far, by where they were made
	fresh   []made              // tasks made by the handle that runs
	recent  [recents]recentText // what was looked up last in numbers
	objects map[uint64]uint32   // of locks and queues that tasks waited for
	classes map[string]int      // how many objects of a class there are
	visit   func(observe.Frame)
	awaited func(id uint64)
	// What visit finds: the library frame that the program awaits.
	on, object uint32
	awaiting   observe.Awaiting
	moments    chunks[moment]
	now        moment // the last of them, where what comes from no loop stands
	task       uint64 // whose step is running
	most       int
	read       reading
}

// NewRecorder makes a Recorder. The header's Trace is set by it.
func NewRecorder(h Header) *Recorder {
	h.Trace = Version
	r := &Recorder{
		header: h, texts: []string{""}, numbers: map[string]uint32{"": 0},
		awaits: []uint64{0}, unbegun: map[uint64]int{}, objects: map[uint64]uint32{}, classes: map[string]int{},
	}
	r.visit = r.addFrame
	r.awaited = func(id uint64) { r.awaits = append(r.awaits, id) }
	r.moments.add()
	return r
}

// Limit has the recorder keep the first n events only; 0 is all.
func (r *Recorder) Limit(n int) { r.most = n }

// Len gives the number of events so far.
func (r *Recorder) Len() int { return r.records.size }

func (r *Recorder) number(s string) uint32 {
	if s == "" {
		return 0
	}
	slot := &r.recent[(len(s)*31+int(s[len(s)-1])*7+int(s[len(s)/2]))%recents]
	if slot.s == s { // mostly the same string, which is quick to compare
		return slot.n
	}
	n, ok := r.numbers[s]
	if !ok {
		n = uint32(len(r.texts))
		r.texts = append(r.texts, s)
		r.numbers[s] = n
	}
	*slot = recentText{s, n}
	return n
}

// byNumber marks the number of a text that asyncio gives to a task itself:
// "Task-" and what is left of the number.
const byNumber = 1 << 31

// nameNumber is number for the names of tasks.
func (r *Recorder) nameNumber(s string) uint32 {
	if digits, ok := strings.CutPrefix(s, "Task-"); ok && digits != "" && digits[0] != '0' && len(digits) < 10 {
		n := uint32(0)
		for _, c := range []byte(digits) {
			if c < '0' || c > '9' {
				return r.number(s)
			}
			n = 10*n + uint32(c-'0')
		}
		return n | byNumber
	}
	return r.number(s)
}

// text gives the text of a number.
func (r *Recorder) text(n uint32) string {
	if n&byNumber != 0 {
		return "Task-" + strconv.FormatUint(uint64(n&^byNumber), 10)
	}
	return r.texts[n]
}

// recents is how many texts are found without a map.
const recents = 64

type recentText struct {
	s string
	n uint32
}

// Observe implements observe.Observer.
func (r *Recorder) Observe(e observe.Event) {
	if r.most > 0 && r.records.size >= r.most {
		return
	}
	if e.Loop == 0 {
		e.ID = r.task
	} else if at := (moment{e.Loop, e.Tick, e.Time}); at != r.now {
		*r.moments.add() = at
		r.now = at
	}
	rec := r.records.add()
	rec.kind, rec.moment = e.Kind, uint32(r.moments.size-1)
	rec.id, rec.other, rec.n = e.ID, e.Other, int32(e.N)
	switch e.Kind {
	case observe.SelectBegin, observe.SignalWritten, observe.TimerScheduled, observe.ScopeChanged:
		rec.other = math.Float64bits(e.Value)
	}
	switch e.Kind {
	case observe.HandleScheduled, observe.TimerScheduled:
		if c, ok := e.Label.(observe.Callee); ok {
			name, place, task := c.Callee()
			rec.text, rec.detail = r.number(name), r.number(place)
			if e.Kind == observe.HandleScheduled {
				rec.other = task
			}
		}
	case observe.FutureDone:
		r.outcome(rec, e)
		if c, ok := e.Label.(observe.Classed); ok {
			rec.text = r.number(c.Kind())
		}
	case observe.TaskDone:
		r.outcome(rec, e)
		rec.text, r.task = r.name(e), 0
	case observe.TaskCreated:
		rec.text = r.name(e)
		if named, ok := e.Label.(observe.Named); ok {
			r.fresh = append(r.fresh, made{r.records.size - 1, named})
			r.unbegun[e.ID] = r.records.size - 1
		}
		r.keepStack(rec, e.Label)
	case observe.HandleEnd: // an eager task may have got its name after its first step
		if len(r.fresh) > 0 {
			r.rename()
		}
	case observe.TaskStep:
		r.task = e.ID
		if len(r.unbegun) > 0 {
			r.begin(e)
		}
	case observe.TaskBlocked:
		r.keepStack(rec, e.Label)
		r.waits(rec, e)
		r.task = 0
	case observe.SignalWritten, observe.SignalRead, observe.SignalDispatched, observe.Printed,
		observe.ScopeCancelled:
		rec.text = r.number(e.Label.Label())
	}
}

// made is a task that was just made, and where that is recorded.
type made struct {
	created int
	task    observe.Named
}

// rename asks for the names of the tasks that the handle made.
func (r *Recorder) rename() {
	for _, m := range r.fresh {
		r.records.at(m.created).text = r.nameNumber(m.task.Name())
	}
	clear(r.fresh)
	r.fresh = r.fresh[:0]
}

// begin asks for the name of a task that has its first step: it may have got it
// after it was made.
func (r *Recorder) begin(e observe.Event) {
	if i, ok := r.unbegun[e.ID]; ok {
		delete(r.unbegun, e.ID)
		r.records.at(i).text = r.name(e)
	}
}

func (r *Recorder) name(e observe.Event) uint32 {
	if n, ok := e.Label.(observe.Named); ok {
		return r.nameNumber(n.Name())
	}
	return 0
}

func (r *Recorder) outcome(rec *record, e observe.Event) {
	if f, ok := e.Label.(observe.Failing); ok && e.N == 2 {
		rec.detail = r.number(f.Failure())
	}
}

func (r *Recorder) keepStack(rec *record, of observe.Labeler) {
	s, ok := of.(observe.Stacked)
	if !ok {
		return
	}
	r.on, r.object, r.awaiting = 0, 0, nil
	first := len(r.frames)
	s.Stack(r.visit)
	if len(r.frames)-first > math.MaxUint16 { // the innermost ones count least
		r.frames = r.frames[:first+math.MaxUint16]
	}
	n := len(r.frames) - first
	if first >= n && slices.Equal(r.frames[first-n:first], r.frames[first:]) { // most are like the one before
		r.frames = r.frames[:first]
		first -= n
	}
	rec.stack = stack{uint32(first), uint16(n)}
}

func (r *Recorder) addFrame(f observe.Frame) {
	kept := frame{function: r.number(f.Function), library: f.Library}
	if f.Awaiting != nil {
		r.awaiting = f.Awaiting
	}
	if !f.Library {
		kept.file, kept.line = r.number(f.File), int32(f.Line)
		r.on, r.object, r.awaiting = 0, 0, nil
	} else if r.on == 0 {
		r.on = kept.function
		if f.ID != 0 {
			r.object = r.objectName(f.Class, f.ID)
		}
	}
	r.frames = append(r.frames, kept)
}

func (r *Recorder) objectName(class string, id uint64) uint32 {
	n, ok := r.objects[id]
	if !ok {
		r.classes[class]++
		n = r.number(class + "-" + strconv.Itoa(r.classes[class]))
		r.objects[id] = n
	}
	return n
}

// bare marks a step that ended in a bare yield.
const bare = -1

// waits notes what a task waits for.
func (r *Recorder) waits(rec *record, e observe.Event) {
	rec.text, rec.detail = r.on, r.object
	if e.On == nil {
		rec.n = bare
		return
	}
	if rec.text == 0 {
		if c, ok := e.On.(observe.Classed); ok {
			rec.text = r.number(c.Kind())
		}
	}
	first := len(r.awaits)
	r.awaits = append(r.awaits, 0)
	if a, ok := e.On.(observe.Awaiting); ok {
		a.Awaits(r.awaited)
	}
	if r.awaiting != nil {
		r.awaiting.Awaits(r.awaited)
	}
	if n := len(r.awaits) - first - 1; n > 0 {
		rec.n, r.awaits[first] = int32(first), uint64(n)
	} else {
		r.awaits = r.awaits[:first]
	}
}
