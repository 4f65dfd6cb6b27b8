package threads

import (
	"time"

	"asyncio/exceptions"
	"asyncio/script/object"
	"asyncio/script/vm"
)

// acquire takes the interpreter lock for t, in real time. Who waits gets it in
// the order of coming; the one that has it is asked to give way after each
// switch interval.
func (g *Group) acquire(t *Thread) {
	g.mu.Lock()
	if !g.held {
		g.held, g.current = true, t
		g.mu.Unlock()
		return
	}
	turn := make(chan struct{})
	g.queue = append(g.queue, t)
	t.turn = turn
	g.mu.Unlock()
	ask := time.NewTimer(g.interval)
	defer ask.Stop()
	for {
		select {
		case <-turn:
			return
		case <-ask.C:
			g.want.Store(true)
			ask.Reset(g.interval)
		}
	}
}

// release gives the lock to the next in the queue.
func (g *Group) release() {
	g.mu.Lock()
	g.current = nil
	if len(g.queue) == 0 {
		g.held = false
		g.mu.Unlock()
		return
	}
	next := g.queue[0]
	g.queue = g.queue[1:]
	g.want.Store(g.end.Load() != nil)
	g.current = next
	turn := next.turn
	g.mu.Unlock()
	close(turn)
}

// poll is what a machine asks between instructions: whether the run has ended,
// a signal is to be handled, or another thread's turn has come.
func (g *Group) poll(t *object.Thread) error {
	breathe()
	if g.want.Load() {
		if err := g.Ending(); err != nil {
			return g.fatal(err)
		}
		if g.virtual == nil {
			me := g.current
			g.release()
			g.acquire(me)
			if err := g.Ending(); err != nil {
				return g.fatal(err)
			}
		}
	}
	if g.virtual != nil && !g.virtual.overdue {
		return nil
	}
	return g.Check()
}

// Check runs the handlers of signals that have arrived, on the main thread, and
// gives the error that ended the run, if one has.
func (g *Group) Check() error {
	breathe()
	if err := g.Ending(); err != nil {
		return g.fatal(err)
	}
	if g.virtual != nil {
		g.virtual.overdue = false
	}
	if g.current == g.main && g.Process.Signals.Pending() {
		g.handled++
		if err := g.Process.Signals.Check(); err != nil {
			return err
		}
		if err := g.Ending(); err != nil {
			return g.fatal(err)
		}
	}
	return nil
}

// fatal is an error that no Python code can catch.
type fatal struct{ error }

// Fatal implements object.Fatal.
func (fatal) Fatal() {}

// ExceptionKind implements exceptions.Kinder.
func (fatal) ExceptionKind() exceptions.Kind { return exceptions.Fatal }

// Unwrap gives the error itself.
func (f fatal) Unwrap() error { return f.error }

// fatal gives the run's end as the current thread has to see it.
func (g *Group) fatal(err error) error {
	if e, ok := err.(*vm.LimitError); ok && g.current != nil {
		e.Locate(vm.Of(g.current.T))
		for _, t := range g.alive { // the current one may only wait for the others' end
			e.Locate(vm.Of(t.T))
		}
		if e.File == "" { // before its first statement, or behind its last one
			e.File, e.Line = g.File, 1
		}
	}
	if _, ok := err.(object.Fatal); ok {
		return err
	}
	return fatal{err}
}

// Blocking runs wait, which blocks in something outside, while other threads
// run. wait must not touch anything of the interpreter. interrupt, if not nil,
// has it return early; it is called from any goroutine, when a signal arrives
// for the main thread or the run ends.
func (g *Group) Blocking(wait, interrupt func()) {
	if g.virtual != nil {
		wait()
		return
	}
	me := g.current
	if interrupt != nil {
		g.mu.Lock()
		g.blocked[me] = interrupt
		g.mu.Unlock()
		defer func() {
			g.mu.Lock()
			delete(g.blocked, me)
			g.mu.Unlock()
		}()
		if g.end.Load() != nil {
			interrupt()
		}
	}
	g.release()
	defer g.acquire(me)
	wait()
}
