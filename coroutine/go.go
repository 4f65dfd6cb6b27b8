package coroutine

import (
	"fmt"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"

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
	pool  *Pool
	body  Body
	w     *worker
	in    error // what the pending Yield returns
	out   Step
	entry uintptr // the function that names the coroutine
	name  string  // or its name
	at    uintptr // the pending await, when the pool records places

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
	g.pool, g.body, g.entry = p, body, entry
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
	g.name = name
	return g
}

// Send implements Coroutine.
func (g *Go) Send() Step { return g.resume(nil) }

// Throw implements Coroutine.
func (g *Go) Throw(err error) Step { return g.resume(err) }

func (g *Go) resume(in error) Step {
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
	g.in, g.state = in, running
	outer := g.pool.running
	g.pool.running = g
	g.w.resume()
	g.pool.running = outer
	if g.state == finished {
		g.pool.unlink(g)
		g.pool.put(g.w)
		g.w = nil
	}
	out := g.out
	g.out = Step{}
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
		g.at = callerOutside()
	}
	g.out.Value, g.state = v, suspended
	w := g.w
	w.suspend()
	if g.killed {
		panic(unwind{})
	}
	in := g.in
	g.in = nil
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
	step := g.resume(exceptions.ErrGeneratorExit.New(""))
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
		g.resume(nil)
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
			g.out = Step{Done: true, Err: panicError(p)}
		}
		g.state, g.body = finished, nil
	}()
	v, err := g.body.RunBody(g)
	g.out = Step{Value: v, Err: err, Done: true}
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
func (g *Go) Place() string { return placeOf(g.at) }

// Describe implements Describer. The line of a Go function that is not being
// recorded is that of its definition.
func (g *Go) Describe(done bool) string {
	name, place := g.name, "?"
	if name == "" {
		name, place = FuncName(g.entry)
	}
	switch {
	case done:
		return name + "() done, defined at " + place
	case g.state == created || g.at == 0:
		return name + "() running at " + place
	}
	return name + "() running at " + g.Place()
}

// FuncName gives the short name of the Go function at pc, as Python prints a
// qualified name, and the place of its definition as "file:line".
func FuncName(pc uintptr) (name, place string) {
	f := runtime.FuncForPC(pc)
	if f == nil {
		return "?", "?"
	}
	name = f.Name()
	name = name[strings.LastIndexByte(name, '/')+1:]
	if i := strings.IndexByte(name, '.'); i >= 0 {
		name = name[i+1:]
	}
	name = strings.TrimSuffix(name, "-fm")
	file, line := f.FileLine(f.Entry())
	return name, fmt.Sprintf("%s:%d", filepath.Base(file), line)
}

// callerOutside finds the nearest caller that is not part of this module's own
// way from a user's call to here.
func callerOutside() uintptr {
	var pcs [24]uintptr
	n := runtime.Callers(3, pcs[:])
	frames := runtime.CallersFrames(pcs[:n])
	for {
		f, more := frames.Next()
		if !ownFrame(f.Function) {
			return f.PC + 1
		}
		if !more {
			return 0
		}
	}
}

// CallerPlace gives the nearest caller outside this module's core packages as
// "file:line", empty when there is none.
func CallerPlace() string { return placeOf(callerOutside()) }

func placeOf(pc uintptr) string {
	if pc == 0 {
		return ""
	}
	f, _ := runtime.CallersFrames([]uintptr{pc}).Next()
	return fmt.Sprintf("%s:%d", filepath.Base(f.File), f.Line)
}

// corePackages are those a user's call runs through on its way down.
var corePackages = []string{
	"asyncio.", "asyncio/coroutine.", "asyncio/handle.", "asyncio/future.",
	"asyncio/loop.", "asyncio/task.", "asyncio/runners.",
}

func ownFrame(function string) bool {
	for _, p := range corePackages {
		if strings.HasPrefix(function, p) {
			return true
		}
	}
	return false
}
