package process

import (
	"fmt"

	"github.com/petermattis/goid"

	"asyncio/contextvars"
)

// Thread is a thread as Python sees it: at most one loop runs in it, and code
// in it runs in one current context. For plain Go callers a goroutine is a
// thread, and the coroutines of a loop belong to the thread that runs it. An
// interpreter makes its own with NewThread.
//
// Its fields belong to whoever holds the baton of the loop that runs in it.
type Thread struct {
	state   *State
	id      int64
	name    string
	ctx     *contextvars.Context
	outer   *contextvars.Context // what Swap put aside last
	scratch *contextvars.Context
	running any // the loop that runs in the thread
	runner  any // the run of another system than asyncio's that runs in it
	current any // the loop that set_event_loop gave it
	set     bool
	keep    int // reasons to remember which goroutine it is
}

func newThread(s *State, id int64) *Thread {
	t := &Thread{state: s, id: id}
	t.ctx = &contextvars.Context{}
	return t
}

// NewThread makes a thread that is not a goroutine's: whoever runs code of
// that thread hands it to the loop.
func (s *State) NewThread(name string) *Thread {
	t := newThread(s, -int64(s.NextID()))
	t.name = name
	return t
}

// State gives the State the thread belongs to.
func (t *Thread) State() *State { return t.state }

// ID identifies the thread within its State, as get_ident does.
func (t *Thread) ID() int64 { return t.id }

// Name gives the thread's name as errors print it: MainThread for the main
// one.
func (t *Thread) Name() string {
	switch {
	case t.name != "":
		return t.name
	case t.state.IsMain(t):
		return "MainThread"
	}
	return fmt.Sprintf("Goroutine-%d", t.id)
}

// SetName renames a thread that NewThread made.
func (t *Thread) SetName(name string) { t.name = name }

// Context implements contextvars.Holder: the context that code in the thread
// runs in now.
func (t *Thread) Context() *contextvars.Context { return t.ctx }

// Running gives the loop that runs in the thread, or nil.
func (t *Thread) Running() any { return t.running }

// SetRunning notes which loop runs in the thread; nil for none. A goroutine
// is remembered for as long as one does.
func (t *Thread) SetRunning(loop any) {
	had := t.running != nil
	t.running = loop
	if has := loop != nil; has != had {
		t.remember(has)
	}
}

// Runner gives the run of another system than asyncio's, such as trio's, that
// runs in the thread, or nil. Such a run and a loop do not see each other.
func (t *Thread) Runner() any { return t.runner }

// SetRunner notes what Runner gives; nil for none.
func (t *Thread) SetRunner(r any) {
	had := t.runner != nil
	t.runner = r
	if has := r != nil; has != had {
		t.remember(has)
	}
}

// CurrentLoop gives what set_event_loop set, and whether it was called.
func (t *Thread) CurrentLoop() (loop any, set bool) { return t.current, t.set }

// SetCurrentLoop is set_event_loop: loop is what get_event_loop gives while
// none runs. A goroutine that sets nil is forgotten, so that goroutines which
// ended leave nothing behind.
func (t *Thread) SetCurrentLoop(loop any) {
	had := t.current != nil
	t.current, t.set = loop, true
	if has := loop != nil; has != had {
		t.remember(has)
	}
}

func (t *Thread) remember(yes bool) {
	if t.id < 0 {
		return
	}
	if yes {
		t.keep++
		if t.keep == 1 {
			t.state.Adopt(t.id, func() *Thread { return t })
		}
		return
	}
	t.keep--
	if t.keep == 0 {
		t.state.Forget(t.id)
	}
}

// Here reports whether the calling goroutine belongs to the thread.
func (t *Thread) Here() bool {
	if t.id == goid.Get() {
		return true
	}
	return t.state.CurrentThread() == t
}

// Swap makes ctx the current context and returns the one before; nil for ctx
// gives a transient context that holds vars, good until the swap back.
func (t *Thread) Swap(ctx *contextvars.Context, vars contextvars.Vars) (outer *contextvars.Context) {
	outer = t.ctx
	t.outer = outer
	if ctx == nil {
		ctx = t.scratch
		if ctx == nil || ctx.Kept() {
			ctx = &contextvars.Context{}
			t.scratch = ctx
		}
		if outer == ctx { // a handle run by hand inside another one
			ctx = &contextvars.Context{}
		}
		ctx.Init(vars)
	}
	t.ctx = ctx
	return outer
}

// Restore makes outer, which Swap returned, the current context again.
func (t *Thread) Restore(outer *contextvars.Context) { t.ctx = outer }
