package trace

import (
	"sync"

	"asyncio/observe"
)

// Growing is an Observer that records as far as it is asked for and holds the
// program in between: at its next event the program waits for More. Unlike a
// Recorder it may be read from any goroutine.
type Growing struct {
	mu       sync.Mutex
	recorder *Recorder
	goOn     *sync.Cond
	want     int  // how many events were asked for
	released bool // the program is held no longer
	ended    bool
	held     chan struct{}
}

// NewGrowing makes a Growing that holds the program at its first event.
func NewGrowing(h Header) *Growing {
	g := &Growing{recorder: NewRecorder(h), held: make(chan struct{}, 1)}
	g.goOn = sync.NewCond(&g.mu)
	return g
}

// Observe implements observe.Observer.
func (g *Growing) Observe(e observe.Event) {
	g.mu.Lock()
	defer g.mu.Unlock()
	for g.recorder.Len() >= g.want && !g.released {
		g.tell()
		g.goOn.Wait()
	}
	if !g.released {
		g.recorder.Observe(e)
	}
}

// tell says that the program gets no further by itself.
func (g *Growing) tell() {
	select {
	case g.held <- struct{}{}:
	default:
	}
}

// More has the program run until n more events are recorded, or it ends.
func (g *Growing) More(n int) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.ended {
		g.tell()
		return
	}
	select {
	case <-g.held: // told of what was asked for before
	default:
	}
	g.want = g.recorder.Len() + n
	g.goOn.Broadcast()
}

// Hold takes back what was asked for: the program is held at its next event.
func (g *Growing) Hold() {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.want = g.recorder.Len()
}

// Held has a value once the program is held at the end of what was asked for,
// or has ended.
func (g *Growing) Held() <-chan struct{} { return g.held }

// Release lets the program go on for good, unrecorded.
func (g *Growing) Release() {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.released = true
	g.goOn.Broadcast()
}

// End tells that the program has ended: there will be no more events.
func (g *Growing) End() {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.ended = true
	g.tell()
}

// Ended reports whether all of the program is recorded.
func (g *Growing) Ended() bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.ended
}

// Len gives the number of events so far.
func (g *Growing) Len() int {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.recorder.Len()
}

// Event gives the event of a number, from 0.
func (g *Growing) Event(i int) Event {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.recorder.Event(i)
}

// Header gives the recording's header.
func (g *Growing) Header() Header { return g.recorder.Header() }
