package coroutine

import (
	"runtime/debug"

	"asyncio/exceptions"
)

// Body is what a Go coroutine runs. It suspends itself through the Go it is
// given.
type Body interface{ RunBody(*Go) (any, error) }

// Func lets a plain function be a Body.
type Func func(*Go) (any, error)

// RunBody implements Body.
func (f Func) RunBody(g *Go) (any, error) { return f(g) }

type state uint8

const (
	created state = iota
	suspended
	running
	finished
)

// Go is a Go function being run as a coroutine. It is only touched by whoever
// holds the baton: the loop's goroutine, or the body while it is resumed.
type Go struct {
	pool *Pool
	body Body
	w    *worker // while it is suspended or running
	id   Identity
	at   *trail // the pending await, when the pool records places

	prev, next *Go // the pool's list of suspended coroutines
	state      state
	closing    bool // GeneratorExit was raised: a further Yield unwinds
	ignored    bool // it did yield again
	killed     bool // the pending Yield unwinds instead of returning
}

// unwind is the private panic that ends a body which awaits again although it
// is being closed.
type unwind struct{}

// Init makes g run body on a worker of p once it is resumed. entry is the
// function that names it in reprs.
func (g *Go) Init(p *Pool, body Body, entry uintptr) {
	g.pool, g.body, g.id.entry = p, body, entry
}

// New makes a coroutine of body.
func (p *Pool) New(body Body, entry uintptr) *Go {
	g := new(Go)
	g.Init(p, body, entry)
	return g
}

// NewNamed makes a coroutine of body that goes by a name in print.
func (p *Pool) NewNamed(name string, body Func) *Go {
	g := p.New(body, 0)
	g.id.name = name
	return g
}

// Send implements Coroutine.
func (g *Go) Send() Step { return g.Resume(nil) }

// Throw implements Coroutine.
func (g *Go) Throw(err error) Step { return g.Resume(err) }

// Resume is Send for a nil error and Throw for any other.
func (g *Go) Resume(in error) Step {
	switch g.state {
	case running:
		return Step{Done: true, Err: exceptions.ValueError("coroutine already executing")}
	case finished:
		return Step{Done: true, Err: exceptions.RuntimeError("cannot reuse already awaited coroutine")}
	case created:
		if in != nil {
			g.state, g.body = finished, nil
			return Step{Done: true, Err: in}
		}
		g.w = g.pool.take()
		g.w.job = g
		g.pool.link(g)
	}
	w := g.w
	w.in, g.state = in, running
	w.resume()
	out := w.out
	w.out = Step{}
	if out.Done {
		g.pool.unlink(g)
		g.pool.put(w)
		g.w = nil
	}
	return out
}

// Yield suspends the body, giving v to whoever resumed it, until it is resumed
// again. It returns the error thrown in, or nil.
func (g *Go) Yield(v any) error {
	if g.closing {
		g.ignored = true
		panic(unwind{})
	}
	if g.state != running {
		return exceptions.RuntimeError("coroutine is being awaited already")
	}
	if g.pool.places {
		if g.at == nil {
			g.at = new(trail)
		}
		g.at.record()
	}
	w := g.w
	w.out.Value, g.state = v, suspended
	w.suspend(struct{}{})
	if g.killed {
		panic(unwind{})
	}
	in := w.in
	w.in = nil
	return in
}

// Close implements Coroutine. The pending Yield returns GeneratorExit; a body
// that yields once more is unwound, its deferred calls run, and Close returns
// CPython's RuntimeError for it.
func (g *Go) Close() error {
	switch g.state {
	case created:
		g.state, g.body = finished, nil
		return nil
	case finished:
		return nil
	case running:
		return exceptions.ValueError("coroutine already executing")
	}
	g.closing = true
	step := g.Resume(exceptions.ErrGeneratorExit.New(""))
	if g.ignored {
		return exceptions.RuntimeError("coroutine ignored GeneratorExit")
	}
	if exceptions.KindOf(step.Err) == exceptions.GeneratorExit {
		return nil
	}
	return step.Err
}

// Kill ends a suspended coroutine without letting its code see that: nothing
// but deferred calls runs. It is for a process that is dead.
func (g *Go) Kill() {
	if g.state == suspended {
		g.closing, g.killed = true, true
		g.Resume(nil)
	}
}

// run is the worker's side: it runs the body to its end. A panic becomes the
// coroutine's error; runtime.Goexit goes through, ending the worker.
func (g *Go) run() {
	returned := false
	defer func() {
		if returned {
			return
		}
		if p := recover(); p != nil {
			g.w.out = Step{Done: true, Err: panicError(p)}
		}
		g.state, g.body = finished, nil
	}()
	v, err := g.body.RunBody(g)
	g.w.out = Step{Value: v, Err: err, Done: true}
	g.state, g.body = finished, nil
	returned = true
}

func panicError(p any) error {
	if _, ok := p.(unwind); ok {
		return exceptions.ErrGeneratorExit.New("")
	}
	return &exceptions.Panic{Value: p, Stack: debug.Stack()}
}

// Closing reports whether the coroutine is being closed.
func (g *Go) Closing() bool { return g.closing }

// Running reports whether the body is running now.
func (g *Go) Running() bool { return g.state == running }

// Started reports whether the body has been entered.
func (g *Go) Started() bool { return g.state != created }

// Place implements Placer: where the body awaits, known when the pool records
// places.
func (g *Go) Place() string {
	if g.at == nil || g.state != suspended {
		return ""
	}
	return g.at.place()
}

// Identity names a Go coroutine in print.
type Identity struct {
	entry uintptr // the function that names it
	name  string  // or its name
}

func (i Identity) text() (name, place string) {
	if i.name != "" {
		return i.name, "?"
	}
	return FuncName(i.entry)
}

// Done describes a coroutine that has ended.
func (i Identity) Done() string {
	name, place := i.text()
	return name + "() done, defined at " + place
}

// Identity gives what names the coroutine, which does not keep it alive.
func (g *Go) Identity() Identity { return g.id }

// Describe implements Describer. The line of a Go function that is not being
// recorded is that of its definition.
func (g *Go) Describe(done bool) string {
	if done {
		return g.id.Done()
	}
	name, place := g.id.text()
	if at := g.Place(); at != "" {
		place = at
	}
	return name + "() running at " + place
}
