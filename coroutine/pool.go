package coroutine

import (
	"iter"
	"runtime"

	"github.com/petermattis/goid"
)

// Engine is how a pool switches between the loop and a body.
type Engine uint8

const (
	// Pull switches with iter.Pull, the fast way.
	Pull Engine = iota
	// Channels hands the baton over with channels: four times slower, but it
	// works where the host locks goroutines to OS threads, which iter.Pull
	// punishes with a fatal error.
	Channels
)

// maxIdle bounds the workers a pool keeps for later, each some 3 KB.
const maxIdle = 4096

// Pool runs Go functions as coroutines on reused goroutines. It belongs to one
// loop and to whoever holds that loop's baton.
type Pool struct {
	engine Engine
	idle   []*worker
	first  *Go // suspended and running coroutines, oldest first
	last   *Go
	places bool

	// enter and leave are called on a worker's goroutine when it starts and
	// ends, with its goroutine's id.
	enter, leave func(goroutine int64)
}

// NewPool makes a pool. enter and leave are told of every worker goroutine, on
// it, so that an owner can know whose it is; both may be nil.
func NewPool(engine Engine, enter, leave func(goroutine int64)) *Pool {
	return &Pool{engine: engine, enter: enter, leave: leave}
}

// RecordPlaces makes coroutines remember where they await, for about a
// microsecond each time.
func (p *Pool) RecordPlaces(on bool) { p.places = on }

// Live gives the number of coroutines that have started and not ended.
func (p *Pool) Live() int {
	n := 0
	for g := p.first; g != nil; g = g.next {
		n++
	}
	return n
}

func (p *Pool) link(g *Go) {
	g.prev = p.last
	if p.last != nil {
		p.last.next = g
	} else {
		p.first = g
	}
	p.last = g
}

func (p *Pool) unlink(g *Go) {
	if g.prev != nil {
		g.prev.next = g.next
	} else {
		p.first = g.next
	}
	if g.next != nil {
		g.next.prev = g.prev
	} else {
		p.last = g.prev
	}
	g.prev, g.next = nil, nil
}

func (p *Pool) take() *worker {
	if n := len(p.idle); n > 0 {
		w := p.idle[n-1]
		p.idle[n-1] = nil
		p.idle = p.idle[:n-1]
		return w
	}
	return newWorker(p)
}

func (p *Pool) put(w *worker) {
	if len(p.idle) < maxIdle {
		p.idle = append(p.idle, w)
		return
	}
	w.stop()
}

// Close unwinds every suspended coroutine, oldest first, and ends all workers.
// report is told of each that raised something else than GeneratorExit.
func (p *Pool) Close(report func(*Go, error)) {
	for g := p.first; g != nil; g = p.first {
		if g.state != suspended {
			// Either Close is called from inside this coroutine, or Goexit
			// ended its goroutine on the way out of the loop's: nothing to unwind.
			p.unlink(g)
			continue
		}
		if err := g.Close(); err != nil && report != nil {
			report(g, err)
		}
	}
	for _, w := range p.idle {
		w.stop()
	}
	p.idle = nil
}

// Kill unwinds every suspended coroutine without running its code, and ends all
// workers.
func (p *Pool) Kill() {
	for g := p.first; g != nil; g = p.first {
		if g.Kill(); g.state != finished {
			p.unlink(g)
		}
	}
	p.Close(nil)
}

// worker is a goroutine that runs one body after another. resume and suspend
// are iter.Pull's own next and yield, so that a switch costs no call more than
// it must; their results mean nothing.
type worker struct {
	job     *Go
	in      error // what the job's pending Yield returns
	out     Step  // what the job did
	resume  func() (struct{}, bool)
	suspend func(struct{}) bool
	stop    func()
}

func newWorker(p *Pool) *worker {
	if p.engine == Channels {
		return newChannelWorker(p)
	}
	w := &worker{}
	w.resume, w.stop = iter.Pull(func(yield func(struct{}) bool) {
		w.suspend = yield
		w.serve(p)
	})
	return w
}

// serve runs jobs until the worker is stopped.
func (w *worker) serve(p *Pool) {
	if p.enter != nil {
		id := goid.Get()
		p.enter(id)
		defer p.leave(id)
	}
	for {
		job := w.job
		w.job = nil
		job.run()
		if !w.suspend(struct{}{}) {
			return
		}
	}
}

// newChannelWorker makes a worker that hands the baton over with channels.
func newChannelWorker(p *Pool) *worker {
	w := &worker{}
	in, out := make(chan bool), make(chan struct{})
	exited := false // by Goexit, in the middle of a job
	w.suspend = func(struct{}) bool {
		out <- struct{}{}
		return <-in
	}
	w.resume = func() (struct{}, bool) {
		in <- true
		<-out
		if exited { // so does whoever resumed it, as with iter.Pull
			runtime.Goexit()
		}
		return struct{}{}, true
	}
	w.stop = func() {
		in <- false
		<-out
	}
	go func() {
		ended := false
		defer func() {
			exited = !ended
			out <- struct{}{}
		}()
		if <-in {
			w.serve(p)
		}
		ended = true
	}()
	return w
}
